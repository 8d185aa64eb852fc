import type { Hono } from 'hono';
import type { PhoneAnswer, PhoneAnswers } from '#domains/phones/answer.ts';
import { minutesFresh } from '#domains/phones/model.ts';
import type { Credential } from '#platform/db.ts';
import { isCommand } from '#platform/operation.ts';
import { perform } from '#platform/perform.ts';
import { Refusal } from '#platform/refusal.ts';
import { type MetPhone, openCourier, openFromPhone } from './courier.ts';
import { type BroughtCall, type DoorParts, serveFieldDoor } from './field-door.ts';

/**
 * Where a phone asks for its round and for what became of its words. It has no session, so that whoever finds it has none
 * either: what asks is the key that lies under its owner's lock. A question is good for a few minutes, by the house's clock.
 */
export function serveQuestions(app: Hono, parts: DoorParts): void {
  const { database, operations } = parts;
  const courier = openCourier(database, operations);

  serveFieldDoor(app, '/field/questions', parts, async (phone, calls): Promise<PhoneAnswers> => {
    const met = await courier.meet(phone);
    const now = database.clock();
    const answers: PhoneAnswer[] = [];
    if (met.standing === 'good') for (const one of calls) answers.push(await answer(one, met, now));
    return { standing: met.standing, at: now.toISOString(), answers };
  });

  async function answer({ call, sealed }: BroughtCall, met: MetPhone, now: Date): Promise<PhoneAnswer> {
    const opened = await openFromPhone(sealed, met);
    const bound =
      opened?.call === call &&
      operations.find(
        ({ name, declared }) => name === opened.operation && declared.offline && !isCommand(declared),
      );
    if (!opened || !bound) return { call, outcome: 'unreadable' };
    if (Math.abs(Date.parse(opened.made_at) - now.getTime()) > minutesFresh * 60_000)
      return { call, outcome: 'stale' };
    const credential: Credential = { kind: 'phone', phone: opened.phone };
    try {
      return {
        call,
        outcome: 'answered',
        said: await perform(database, bound, credential, opened.input, call),
      };
    } catch (error) {
      if (error instanceof Refusal) return { call, outcome: 'refused', sentence: error.message };
      throw error;
    }
  }
}
