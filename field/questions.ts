import type { listEscalations, readWatch } from '#domains/escalations/api.ts';
import type { PhoneAnswers } from '#domains/phones/answer.ts';
import type { listLateCalls } from '#domains/phones/api.ts';
import type { readRound } from '#domains/visits/today-api.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { readBytes, sealCall, writeBytes } from '#platform/sealed-call.ts';
import { mintId } from '#platform/uuid.ts';
import { type OpenPhone, takeSigningKey } from './phone.ts';

/** What a phone may ask, by the operation's name. */
interface Questions {
  readonly readRound: typeof readRound;
  readonly readWatch: typeof readWatch;
  readonly listEscalations: typeof listEscalations;
  readonly listLateCalls: typeof listLateCalls;
}
type Name = keyof Questions;

export interface Question<N extends Name = Name> {
  readonly operation: N;
  readonly input: InputOf<Questions[N]>;
}
type SaidTo<Asked extends readonly Question[]> = {
  [K in keyof Asked]: Asked[K] extends Question<infer N> ? OutputOf<Questions[N]> : never;
};

/**
 * Asks the house, in the phone's own name. A clock that is not the house's is put right by the first answer, and the question
 * asked anew.
 *
 * @returns what it says to each question; null without a signal, or where it may not be asked any more
 */
export async function askHouse<const Asked extends readonly Question[]>(
  open: OpenPhone,
  questions: Asked,
): Promise<SaidTo<Asked> | null> {
  const signingKey = await takeSigningKey(open);
  let phone = open.phone;
  for (let attempt = 0; attempt < 2; attempt++) {
    const asked = await Promise.all(
      questions.map((one) => sealQuestion(one, { ...open, phone }, signingKey)),
    );
    const heard = await carry(JSON.stringify({ phone: phone.id, calls: asked }));
    if (!heard) return null;
    // Nobody has signed this: it puts the clock right for this question and nothing else. What wipes a round is a delivery's answer.
    phone = { ...phone, ahead: Date.parse(heard.at) - Date.now() };
    const said = asked.map(({ call }) => heard.answers.find((answer) => answer.call === call));
    if (said.some((answer) => answer?.outcome === 'stale')) continue;
    const answered = said.flatMap((answer) => (answer?.outcome === 'answered' ? [answer.said] : []));
    return answered.length === questions.length ? (answered as SaidTo<Asked>) : null;
  }
  return null;
}

async function sealQuestion({ operation, input }: Question, { phone }: OpenPhone, signingKey: CryptoKey) {
  const call = mintId();
  const made_at = new Date(Date.now() + phone.ahead).toISOString();
  const opening = readBytes(phone.opening) ?? new Uint8Array(0);
  const stored = { phone: phone.id, call, operation, input, made_at };
  return { call, sealed: writeBytes(await sealCall(stored, signingKey, opening)) };
}

async function carry(body: string): Promise<PhoneAnswers | null> {
  try {
    const answer = await fetch('/field/questions', { method: 'POST', body, credentials: 'omit' });
    const heard: Partial<PhoneAnswers> | null = answer.ok ? await answer.json() : null;
    // Somebody else may answer in the place of the house: a network that wants a sign-in.
    const ours = Array.isArray(heard?.answers) && Number.isFinite(Date.parse(heard?.at ?? ''));
    return ours ? (heard as PhoneAnswers) : null;
  } catch {
    return null;
  }
}
