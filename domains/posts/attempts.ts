import { createHash } from 'node:crypto';
import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { CountedRefusal, Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type { SignInOutcome, SignInWay } from './model.ts';

/** What attempts are counted for: a sign-in name, the first group of a printed code, an account's own proofs. */
export type AttemptKind = 'name' | 'invitation' | 'password' | 'code';

/** One attempt at a secret. */
export interface Attempt {
  readonly kind: AttemptKind;
  readonly value: string;
  /** Counted instead of the name itself, and the same for names that exist and names that do not. */
  readonly subject: Buffer;
}

const ways = {
  name: 'password',
  invitation: 'invitation',
  password: 'password',
  code: 'code',
} as const satisfies Record<AttemptKind, SignInWay>;

/** A line of the log of sign-ins. */
interface SignInNote {
  readonly account?: string;
  /** As somebody typed it; what is nobody's is not kept. */
  readonly name?: string;
  readonly way: SignInWay;
  readonly outcome: SignInOutcome;
  readonly session?: string;
}

/** Leaves a line in the log of sign-ins. */
export async function noteSignIn(db: Db, note: SignInNote, act: Act): Promise<void> {
  const { account = null, name = null, way, outcome, session = null } = note;
  await db.run(
    sql`select gate.note_sign_in(${account}, ${name}, ${way}, ${outcome}, ${session}, ${act.now})`,
  );
}

/** Whose attempt it is: known by the name, or by who is in already; behind a printed code there is nobody yet. */
function whose(kind: AttemptKind, value: string): { name?: string; account?: string } {
  if (kind === 'name') return { name: value };
  return kind === 'invitation' ? {} : { account: value };
}

/**
 * Begins an attempt at a secret. After five failures in a quarter of an hour nothing is tried any more, right or
 * wrong, whether or not there is anything to try it against.
 *
 * @throws Refusal `locked_out`; `too_many` while another attempt at the same secret is under way
 */
export async function beginAttempt(db: Db, kind: AttemptKind, value: string, act: Act): Promise<Attempt> {
  const subject = createHash('sha256').update(`${kind}:${value}`).digest();
  const { state } = await db.one(
    z.object({ state: z.enum(['free', 'busy', 'locked']) }),
    sql`select gate.begin_attempt(${subject}, ${act.now}) as state`,
  );
  if (state === 'locked') {
    await noteSignIn(db, { ...whose(kind, value), way: ways[kind], outcome: 'locked' }, act);
    throw new CountedRefusal('locked_out', m.posts_refused_locked_out());
  }
  if (state === 'busy') throw new Refusal('too_many', m.platform_refused_too_many());
  return { kind, value, subject };
}

/** Counts a failure, keeps it in the log, and is the refusal that keeps both. */
export async function failAttempt(
  db: Db,
  { subject, kind, value }: Attempt,
  { sentence, field }: { sentence: string; field?: string },
  act: Act,
): Promise<CountedRefusal> {
  await db.run(sql`select gate.count_failure(${subject}, ${act.now})`);
  await noteSignIn(db, { ...whose(kind, value), way: ways[kind], outcome: 'wrong' }, act);
  return new CountedRefusal('invalid', sentence, field ? { [field]: sentence } : undefined);
}

/** The right secret was given: earlier failures no longer count. */
export async function passAttempt(db: Db, { subject }: Attempt): Promise<void> {
  await db.run(sql`select gate.forget_failures(${subject})`);
}
