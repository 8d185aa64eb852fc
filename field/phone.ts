import type { Answer } from '#domains/phones/answer.ts';
import { hoursKept } from '#domains/phones/model.ts';
import type { readMe } from '#domains/posts/api.ts';
import type { recordVisit } from '#domains/visits/api.ts';
import type { readRound } from '#domains/visits/today-api.ts';
import { todayIn } from '#platform/calendar.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { readBytes, signing, writeBytes } from '#platform/sealed-call.ts';
import { mintId } from '#platform/uuid.ts';
import { request } from '#ui/call.ts';
import { keepCall, sendWaiting, type WaitingCall } from './outbox.ts';
import type { KeptPhone, Pocket } from './pocket.ts';
import type { Lock, Vault } from './vault.ts';

export type Round = OutputOf<typeof readRound>;
export type NewVisit = InputOf<typeof recordVisit>;

/** A phone whose vault is open, until the app is closed or has not been touched for a while. */
export interface OpenPhone {
  readonly vault: Vault;
  readonly phone: KeptPhone;
}

/** A waiting call as its owner reads it; `visit` is null where the copy is gone. */
export interface ReadableCall extends WaitingCall {
  readonly visit: (NewVisit & { readonly household_name: string }) | null;
}

/** Who is signed in on this phone, or null. Throws `CallRefused` without a signal. */
export async function findOwner(): Promise<OutputOf<typeof readMe>['account']> {
  return (await request<OutputOf<typeof readMe>>('/api/me', {})).account;
}

/** Makes this phone one of its owner's: the key is made here, and its public half goes to the house. */
export async function setUpPhone(
  pocket: Pocket,
  name: string,
  { vault, lock }: { vault: Vault; lock: Lock },
): Promise<OpenPhone> {
  const pair = await crypto.subtle.generateKey(signing, true, ['sign', 'verify']);
  const point = writeBytes(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const secret = writeBytes(new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)));
  const id = mintId();
  await request('/api/phones', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kanaeau-call': mintId() },
    body: JSON.stringify({ id, name, signing_key: point }),
  });
  const keys = await request<{ opening: string; receipts: string }>('/api/delivery-keys', {});
  const phone: KeptPhone = {
    ...{ id, name, lock, signing: await vault.seal(secret) },
    ...{ opening: keys.opening, receipts: keys.receipts, heard_at: Date.now(), ahead: 0, standing: 'good' },
  };
  await pocket.writePhone(phone);
  return { vault, phone };
}

/** Fetches the round as it is now and lays it under the vault. Throws `CallRefused` without a signal or a session. */
export async function takeRound(pocket: Pocket, { vault }: OpenPhone): Promise<Round> {
  const round = await request<Round>('/api/round', {});
  const waiting = await readWaiting(pocket, vault);
  const merged = waiting.reduce((so_far, { visit }) => (visit ? noteVisit(so_far, visit) : so_far), round);
  await keepRound(pocket, vault, merged);
  return merged;
}

/** The round as it was taken along; null where there is none any more. */
export async function readKeptRound(pocket: Pocket, { vault }: OpenPhone): Promise<Round | null> {
  const kept = await pocket.readRound();
  const text = kept && (await vault.open(kept.sealed));
  return text ? (JSON.parse(text) as Round) : null;
}

/** Keeps a visit: on the disk and sealed when this is done. */
export async function keepVisit(
  pocket: Pocket,
  { vault, phone }: OpenPhone,
  round: Round,
  visit: NewVisit,
): Promise<Round> {
  const secret = phone.signing === null ? null : await vault.open(phone.signing);
  if (secret === null) throw new Error('the phone has no key any more');
  const bytes = readBytes(secret) ?? new Uint8Array(0);
  const signingKey = await crypto.subtle.importKey('pkcs8', bytes, signing, false, ['sign']);
  const household = round.households.find(({ household_id }) => household_id === visit.household_id);
  const copy = await vault.seal(JSON.stringify({ ...visit, household_name: household?.name ?? '' }));
  const call = {
    call: mintId(),
    operation: 'recordVisit',
    input: visit,
    made_at: new Date(Date.now() + phone.ahead).toISOString(),
  };
  await keepCall(pocket, { phone: phone.id, signingKey, opening: phone.opening }, call, copy);
  const noted = noteVisit(round, visit);
  await keepRound(pocket, vault, noted);
  return noted;
}

/** The day it is in the town, by the house's clock as it was last heard. */
export function todayOf({ ahead }: KeptPhone): string {
  return todayIn(new Date(Date.now() + ahead));
}

export async function readWaiting(pocket: Pocket, vault: Vault): Promise<ReadableCall[]> {
  const waiting = await pocket.list();
  return Promise.all(
    waiting.map(async (one) => {
      const text = one.copy && (await vault.open(one.copy));
      return { ...one, visit: text ? (JSON.parse(text) as ReadableCall['visit']) : null };
    }),
  );
}

/**
 * Sends what waits, from one window of this phone at a time, and does what the house says: a phone that may not have the
 * round any more wipes it.
 *
 * @returns null without a signal, or while another window sends
 */
export async function sendNow(pocket: Pocket, again = false): Promise<Answer | null> {
  return navigator.locks.request('kanaeau-sending', { ifAvailable: true }, async (held) => {
    const phone = held && (await pocket.readPhone());
    if (!phone) return null;
    const carry = async (delivery: string) => {
      const answer = await fetch('/field/deliveries', {
        method: 'POST',
        body: delivery,
        credentials: 'omit',
      });
      return answer.text();
    };
    const sent = await sendWaiting(pocket, carry, { phone: phone.id, receipts: phone.receipts, again }).catch(
      () => null,
    );
    if (!sent?.answer) return null;
    const { standing, at } = sent.answer;
    const now = Date.now();
    await pocket.writePhone({ ...phone, heard_at: now, ahead: Date.parse(at) - now, standing });
    if (standing !== 'good') await pocket.wipe();
    return sent.answer;
  });
}

/** Whether the round has gone because the house was not heard for 72 hours. It goes whether or not anybody unlocks. */
export async function wipeWhatIsTooOld(pocket: Pocket): Promise<boolean> {
  const phone = await pocket.readPhone();
  if (!phone || Date.now() - phone.heard_at < hoursKept * 3_600_000) return false;
  if (await pocket.readRound()) await pocket.wipe();
  return true;
}

async function keepRound(pocket: Pocket, vault: Vault, round: Round): Promise<void> {
  await pocket.writeRound({ sealed: await vault.seal(JSON.stringify(round)), taken_at: Date.now() });
}

/** The round after a visit of one's own. */
function noteVisit(round: Round, visit: NewVisit): Round {
  const { id, visited_on, channel, contact } = visit;
  const last = { id, visited_on, channel, contact, condition: visit.condition ?? null, own: true };
  const households = round.households.map((one) =>
    one.household_id === visit.household_id
      ? { ...one, last, met_on: contact === 'met' ? visited_on : one.met_on }
      : one,
  );
  return { ...round, households };
}
