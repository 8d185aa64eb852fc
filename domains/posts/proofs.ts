import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { unseal } from '#platform/credentials/sealing.ts';
import { currentSite } from '#platform/credentials/site.ts';
import type { Db } from '#platform/db.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';

/** What one's own account is proved with, as the gate keeps it. Shared secrets are sealed. */
const secrets = z.object({
  password_hash: z.string().nullable(),
  totp_secret: z.instanceof(Buffer).nullable(),
  totp_pending: z.instanceof(Buffer).nullable(),
  totp_last_step: z.int().nullable(),
});
export type OwnSecrets = z.output<typeof secrets>;

/** One's own secrets, held until the transaction ends. */
export async function holdOwnSecrets(db: Db): Promise<OwnSecrets> {
  const held = await db.maybe(secrets, sql`select * from gate.own_secrets()`);
  if (!held) throw refuseNotFound();
  return held;
}

export async function keepOwnSecrets(db: Db, s: OwnSecrets): Promise<void> {
  await db.run(sql`select gate.keep_own_secrets(${s.password_hash}, ${s.totp_secret}, ${s.totp_pending},
    ${s.totp_last_step})`);
}

/**
 * The shared secret of one's authenticator.
 *
 * @throws Refusal `refused` when it was sealed under a key that this house no longer has
 */
export function openOwnSecret(sealed: Buffer, account: string): string {
  try {
    return unseal(currentSite().sealingKey, sealed, account);
  } catch {
    throw new Refusal('refused', m.posts_refused_sealed());
  }
}

export const factors = z.object({ totp: z.boolean(), passkeys: z.int() });

export async function readOwnFactors(db: Db): Promise<z.output<typeof factors>> {
  return db.one(factors, sql`select totp, passkeys from gate.factors_of((select gate.actor_account()))`);
}

/** How many printed codes are left that stand in for the second factor. */
export async function countRecoveryCodes(db: Db): Promise<number> {
  const { left } = await db.one(z.object({ left: z.int() }), sql`select gate.recovery_codes_left() as left`);
  return left;
}

/** This session has shown a second factor. */
export async function showOwnFactor(db: Db, session: string, act: Act): Promise<void> {
  await db.run(sql`select gate.show_own_factor(${session}, ${act.now})`);
}

/**
 * Proofs are changed by the person at the screen: a program's token must not change what its owner signs in with.
 *
 * @returns the account and the session
 * @throws Refusal `not_allowed` without a session
 */
export function requireSession({ actor }: Act): { account: string; session: string } {
  if (actor.account === null || actor.session === null)
    throw new Refusal('not_allowed', m.posts_refused_needs_session());
  return { account: actor.account, session: actor.session };
}

/**
 * What is one's own opens after the second factor where one is asked for. Before the very first one has been set up
 * there is nothing yet to show: then the password alone will do, where `first` allows it.
 *
 * @throws Refusal `second_factor_needed`
 */
export async function requireFactor(db: Db, { actor }: Act, first: 'allowed' | 'refused'): Promise<void> {
  if (!actor.factorNeeded) return;
  const { totp, passkeys } = await readOwnFactors(db);
  if (first === 'refused' || totp || passkeys > 0)
    throw new Refusal('second_factor_needed', m.platform_refused_second_factor());
}

/**
 * As `requireSession`, after the second factor.
 *
 * @throws Refusal `not_allowed`, `second_factor_needed`
 */
export async function requireProven(
  db: Db,
  act: Act,
  { first }: { first: 'allowed' | 'refused' },
): Promise<{ account: string; session: string }> {
  const proven = requireSession(act);
  await requireFactor(db, act, first);
  return proven;
}

/** Minutes for which a proof is fresh: signing in, the password or the second factor once more. */
const freshMinutes = 10;

/** Whether this session was proven a short while ago. */
export async function isFresh(db: Db, { actor, now }: Act): Promise<boolean> {
  const { fresh } = await db.one(
    z.object({ fresh: z.boolean() }),
    sql`select coalesce((select greatest(created_at, proven_at, second_factor_at)
        > ${now}::timestamptz - make_interval(mins => ${freshMinutes}::int)
      from sessions where id = ${actor.session}), false) as fresh`,
  );
  return fresh;
}

/**
 * What proves an account is not changed by whoever finds a screen left open: the password or the second factor is shown
 * once more.
 *
 * @throws Refusal `proof_needed`
 */
export async function requireFresh(db: Db, act: Act): Promise<void> {
  if (!(await isFresh(db, act))) throw new Refusal('proof_needed', m.posts_refused_proof());
}

/** @throws Refusal `refused` when a post of the account wants a second factor and none would be left */
export async function refuseWithoutFactor(db: Db, act: Act): Promise<void> {
  const { totp, passkeys } = await readOwnFactors(db);
  if (totp || passkeys > 0) return;
  const asked = await db.maybe(
    z.object({ id: z.uuid() }),
    sql`select id from posts where account_id = (select gate.actor_account()) and needs_second_factor
      and (ends_on is null or ends_on >= ${act.today}::date) limit 1`,
  );
  if (asked) throw new Refusal('refused', m.posts_refused_last_factor());
}
