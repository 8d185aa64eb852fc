import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { checkRegistration, offerRegistration } from '#platform/credentials/passkeys.ts';
import { hashPassword, verifyPassword } from '#platform/credentials/passwords.ts';
import { seal } from '#platform/credentials/sealing.ts';
import { hashSecret, mintSecret } from '#platform/credentials/secrets.ts';
import { currentSite } from '#platform/credentials/site.ts';
import { drawQr, findTotpStep, mintTotpSecret, totpAddress } from '#platform/credentials/totp.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { CountedRefusal, Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './api.ts';
import { beginAttempt, failAttempt, passAttempt } from './attempts.ts';
import { objectToPassword } from './model.ts';
import {
  holdOwnSecrets,
  keepOwnSecrets,
  openOwnSecret,
  refuseWithoutFactor,
  requireFresh,
  requireProven,
  showOwnFactor,
} from './proofs.ts';

/**
 * A new shared secret for an authenticator. An earlier one goes on working until the new one is confirmed.
 *
 * @throws Refusal `second_factor_needed` when the account has a second factor that this session has not shown
 */
export async function beginTotp(db: Db, _input: object, act: Act) {
  const { account } = await requireProven(db, act, { first: 'allowed' });
  await requireFresh(db, act);
  const { sealingKey, name } = currentSite();
  const secret = mintTotpSecret();
  const secrets = await holdOwnSecrets(db);
  await keepOwnSecrets(db, { ...secrets, totp_pending: seal(sealingKey, secret, account) });
  const { sign_in_name } = await readOwnName(db);
  const address = totpAddress(secret, name, sign_in_name);
  return { secret_text: secret, secret_address: address, secret_qr: drawQr(address) };
}

/** @throws Refusal `invalid` for a wrong code, `refused` when nothing waits to be confirmed */
export async function confirmTotp(db: Db, { code }: ParsedInputOf<typeof api.confirmTotp>, act: Act) {
  const { account, session } = await requireProven(db, act, { first: 'allowed' });
  const attempt = await beginAttempt(db, 'code', account, act);
  const secrets = await holdOwnSecrets(db);
  if (secrets.totp_pending === null) throw new Refusal('refused', m.posts_refused_nothing_pending());
  const secret = openOwnSecret(secrets.totp_pending, account);
  const step = findTotpStep(secret, code, null);
  if (step === null)
    throw await failAttempt(db, attempt, { sentence: m.posts_refused_code(), field: 'code' }, act);
  await passAttempt(db, attempt);
  await keepOwnSecrets(db, {
    ...secrets,
    totp_secret: secrets.totp_pending,
    totp_pending: null,
    totp_last_step: step,
  });
  await showOwnFactor(db, session, act);
  return { account };
}

/** @throws Refusal `refused` when a post wants a second factor and this is the last one */
export async function removeTotp(db: Db, _input: object, act: Act) {
  const { account, session } = await requireProven(db, act, { first: 'refused' });
  await requireFresh(db, act);
  const secrets = await holdOwnSecrets(db);
  await keepOwnSecrets(db, { ...secrets, totp_secret: null, totp_pending: null, totp_last_step: null });
  await refuseWithoutFactor(db, act);
  await showOwnFactor(db, session, act);
  return { account };
}

export async function beginPasskey(db: Db, _input: object, act: Act) {
  const { account } = await requireProven(db, act, { first: 'allowed' });
  await requireFresh(db, act);
  const { sign_in_name, name } = await readOwnName(db);
  const known = await db.all(
    z.object({ credentialId: z.string(), transports: z.array(z.string()) }),
    sql`select credential_id as "credentialId", transports from passkeys
      where account_id = (select gate.actor_account()) order by created_at`,
  );
  const ceremony = mintId();
  const options = await offerRegistration({ id: account, name: sign_in_name, displayName: name }, known);
  await db.run(sql`select gate.keep_challenge(${ceremony}, ${options.challenge}, ${act.now})`);
  return { ceremony, secret_options: options };
}

/** @throws Refusal `invalid` for an answer that does not belong to the challenge; `refused` for a key known already */
export async function addPasskey(db: Db, input: ParsedInputOf<typeof api.addPasskey>, act: Act) {
  const { session } = await requireProven(db, act, { first: 'allowed' });
  const { challenge } = await db.one(
    z.object({ challenge: z.string().nullable() }),
    sql`select gate.take_challenge(${input.ceremony}, ${act.now}) as challenge`,
  );
  if (challenge === null) throw new Refusal('invalid', m.posts_refused_ceremony());
  const made = await checkRegistration(input.response, challenge);
  if (!made) throw new CountedRefusal('invalid', m.posts_refused_passkey_new());
  const written = await db.run(sql`insert into passkeys (id, account_id, credential_id, public_key, counter,
      transports, name, created_at)
    values (${input.id}, (select gate.actor_account()), ${made.credentialId}, ${Buffer.from(made.publicKey)},
      ${made.counter}, ${made.transports}, ${input.name}, ${act.now})
    on conflict do nothing`);
  if (written === 0) throw new Refusal('refused', m.posts_refused_passkey_known());
  await showOwnFactor(db, session, act);
  return { id: input.id };
}

/** @throws Refusal `refused` when a post wants a second factor and this is the last one */
export async function removePasskey(db: Db, { id }: ParsedInputOf<typeof api.removePasskey>, act: Act) {
  const { session } = await requireProven(db, act, { first: 'refused' });
  await requireFresh(db, act);
  if ((await db.run(sql`delete from passkeys where id = ${id}`)) === 0) throw refuseNotFound();
  await refuseWithoutFactor(db, act);
  await showOwnFactor(db, session, act);
  return { id };
}

/**
 * Shows the password once more, for what wants a fresh proof. A second factor is shown once more as at the sign-in.
 *
 * @throws Refusal `invalid` for a wrong one, `locked_out` after five of them
 */
export async function proveAgain(db: Db, { password }: ParsedInputOf<typeof api.proveAgain>, act: Act) {
  const { account, session } = await requireProven(db, act, { first: 'allowed' });
  const attempt = await beginAttempt(db, 'password', account, act);
  const { password_hash } = await holdOwnSecrets(db);
  if (!(await verifyPassword(password, password_hash)))
    throw await failAttempt(
      db,
      attempt,
      { sentence: m.posts_refused_password_again(), field: 'password' },
      act,
    );
  await passAttempt(db, attempt);
  await db.run(sql`select gate.prove_again(${session}, ${act.now})`);
  return { session };
}

/**
 * A new password. Every other session of the account ends.
 *
 * @throws Refusal `invalid` for a wrong old or an easy new password, `locked_out` after five wrong ones
 */
export async function changePassword(db: Db, input: ParsedInputOf<typeof api.changePassword>, act: Act) {
  const { account, session } = await requireProven(db, act, { first: 'refused' });
  const attempt = await beginAttempt(db, 'password', account, act);
  const secrets = await holdOwnSecrets(db);
  if (!(await verifyPassword(input.old_password, secrets.password_hash))) {
    const wrong = { sentence: m.posts_refused_old_password(), field: 'old_password' };
    throw await failAttempt(db, attempt, wrong, act);
  }
  await passAttempt(db, attempt);
  const { sign_in_name } = await readOwnName(db);
  const objection = objectToPassword(input.new_password, sign_in_name);
  if (objection !== null)
    throw new Refusal('invalid', m.platform_refused_invalid(), { new_password: objection });
  await keepOwnSecrets(db, { ...secrets, password_hash: await hashPassword(input.new_password) });
  await db.run(sql`update sessions set ended_at = ${act.now}
    where account_id = (select gate.actor_account()) and ended_at is null and id <> ${session}`);
  return { account };
}

export async function endSession(db: Db, { id }: ParsedInputOf<typeof api.endSession>, act: Act) {
  await requireProven(db, act, { first: 'refused' });
  await requireFresh(db, act);
  const ended = await db.run(
    sql`update sessions set ended_at = ${act.now} where id = ${id} and ended_at is null`,
  );
  if (ended === 0) throw refuseNotFound();
  return { id };
}

/**
 * A key for a program, to the post in use now and for a time.
 *
 * @throws Refusal `refused` without a post or with one that has ended
 */
export async function createToken(db: Db, input: ParsedInputOf<typeof api.createToken>, act: Act) {
  await requireProven(db, act, { first: 'refused' });
  if (act.actor.post === null || act.actor.finishing)
    throw new Refusal('refused', m.posts_refused_token_post());
  const secret = mintSecret();
  await db.run(sql`insert into tokens (id, token_hash, account_id, post_id, name, created_at, expires_at)
    values (${input.id}, ${hashSecret(secret)}, (select gate.actor_account()), (select gate.actor_post()),
      ${input.name}, ${act.now}, ${act.now}::timestamptz + make_interval(days => ${input.days}::int))`);
  return { id: input.id, secret_token: secret };
}

export async function endToken(db: Db, { id }: ParsedInputOf<typeof api.endToken>, act: Act) {
  await requireProven(db, act, { first: 'refused' });
  const ended = await db.run(
    sql`update tokens set ended_at = ${act.now} where id = ${id} and ended_at is null`,
  );
  if (ended === 0) throw refuseNotFound();
  return { id };
}

async function readOwnName(db: Db): Promise<{ sign_in_name: string; name: string }> {
  return db.one(
    z.object({ sign_in_name: z.string(), name: z.string() }),
    sql`select sign_in_name, name from accounts where id = (select gate.actor_account())`,
  );
}
