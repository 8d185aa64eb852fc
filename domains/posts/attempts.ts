import { createHash } from 'node:crypto';
import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { CountedRefusal, Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';

/** What attempts are counted for: a sign-in name, the first group of a printed code, an account's own proofs. */
export type AttemptKind = 'name' | 'invitation' | 'password' | 'code';

/** Kept instead of the name itself, and the same for names that exist and names that do not. */
export type AttemptSubject = Buffer;

/**
 * Begins an attempt at a secret. After five failures in a quarter of an hour nothing is tried any more, right or
 * wrong, whether or not there is anything to try it against.
 *
 * @throws Refusal `locked_out`; `too_many` while another attempt at the same secret is under way
 */
export async function beginAttempt(
  db: Db,
  kind: AttemptKind,
  value: string,
  act: Act,
): Promise<AttemptSubject> {
  const subject = createHash('sha256').update(`${kind}:${value}`).digest();
  const { state } = await db.one(
    z.object({ state: z.enum(['free', 'busy', 'locked']) }),
    sql`select gate.begin_attempt(${subject}, ${act.now}) as state`,
  );
  if (state === 'locked') throw new Refusal('locked_out', m.posts_refused_locked_out());
  if (state === 'busy') throw new Refusal('too_many', m.platform_refused_too_many());
  return subject;
}

/** Counts a failure, and is the refusal that keeps the count. */
export async function failAttempt(
  db: Db,
  subject: AttemptSubject,
  { sentence, field }: { sentence: string; field?: string },
  act: Act,
): Promise<CountedRefusal> {
  await db.run(sql`select gate.count_failure(${subject}, ${act.now})`);
  return new CountedRefusal('invalid', sentence, field ? { [field]: sentence } : undefined);
}

/** The right secret was given: earlier failures no longer count. */
export async function passAttempt(db: Db, subject: AttemptSubject): Promise<void> {
  await db.run(sql`select gate.forget_failures(${subject})`);
}
