import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { checkAuthentication, offerAuthentication } from '#platform/credentials/passkeys.ts';
import { hashPassword, verifyPassword } from '#platform/credentials/passwords.ts';
import { hashSecret, mintSecret, readPrintedCode } from '#platform/credentials/secrets.ts';
import { findTotpStep } from '#platform/credentials/totp.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { CountedRefusal, Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './api.ts';
import { beginAttempt, failAttempt, noteSignIn, passAttempt } from './attempts.ts';
import { objectToPassword, type SignInWay } from './model.ts';
import { holdOwnSecrets, keepOwnSecrets, openOwnSecret, requireSession, showOwnFactor } from './proofs.ts';

/**
 * Opens a session for a name and its password. An unknown name, a closed account and a wrong password take the
 * same work and get the same answer.
 *
 * @throws Refusal `invalid` for a wrong pair, `locked_out` after five of them
 */
export async function signIn(db: Db, input: ParsedInputOf<typeof api.signIn>, act: Act) {
  const attempt = await beginAttempt(db, 'name', input.sign_in_name, act);
  const found = await db.maybe(
    z.object({ account_id: z.uuid(), password_hash: z.string().nullable() }),
    sql`select account_id, password_hash from gate.find_sign_in(${input.sign_in_name})`,
  );
  const right = await verifyPassword(input.password, found?.password_hash ?? null);
  if (!found || !right) throw await failAttempt(db, attempt, { sentence: m.posts_refused_sign_in() }, act);
  await passAttempt(db, attempt);
  return openSession(db, found.account_id, { factorShown: false, way: 'password' }, act);
}

/** A session for an account that has just been proved. What it is known by leaves the server once, as a cookie. */
export async function openSession(
  db: Db,
  account: string,
  { factorShown, way }: { factorShown: boolean; way: SignInWay },
  act: Act,
) {
  // A browser that was signed in goes on with the new session alone.
  if (act.actor.session !== null)
    await db.run(
      sql`update sessions set ended_at = ${act.now} where id = ${act.actor.session} and ended_at is null`,
    );
  const session = mintId();
  const secret = mintSecret();
  const { needs, days } = await db.one(
    z.object({ needs: z.boolean(), days: z.int() }),
    sql`select needs, extract(day from lasts)::int as days
      from gate.open_session(${session}, ${account}, ${hashSecret(secret)}, ${factorShown}, ${act.now})`,
  );
  await noteSignIn(db, { account, way, outcome: 'opened', session }, act);
  const second_factor = factorShown ? ('done' as const) : needs ? ('needed' as const) : ('none' as const);
  return { account, session, second_factor, kept_days: days, secret_session: secret };
}

export async function beginPasskeySignIn(db: Db, _input: object, act: Act) {
  return offerCeremony(db, [], act);
}

/**
 * Opens a session for whoever holds a passkey: it stands for password and second factor, since it asks its owner
 * for a PIN, a finger or a face.
 *
 * @throws Refusal `invalid` for a passkey that is not known here or did not sign this challenge
 */
export async function finishPasskeySignIn(
  db: Db,
  input: ParsedInputOf<typeof api.finishPasskeySignIn>,
  act: Act,
) {
  const { account_id } = await checkPasskey(db, input, act);
  return openSession(db, account_id, { factorShown: true, way: 'passkey' }, act);
}

/** @throws Refusal `invalid` for a wrong or used code, `locked_out` after five of them */
export async function verifyTotp(db: Db, { code }: ParsedInputOf<typeof api.verifyTotp>, act: Act) {
  const { account, session } = requireSession(act);
  const attempt = await beginAttempt(db, 'code', account, act);
  const secrets = await holdOwnSecrets(db);
  if (secrets.totp_secret === null) throw new Refusal('refused', m.posts_refused_no_totp());
  const secret = openOwnSecret(secrets.totp_secret, account);
  const step = findTotpStep(secret, code, secrets.totp_last_step);
  if (step === null)
    throw await failAttempt(db, attempt, { sentence: m.posts_refused_code(), field: 'code' }, act);
  await passAttempt(db, attempt);
  await keepOwnSecrets(db, { ...secrets, totp_last_step: step });
  await noteSignIn(db, { account, way: 'code', outcome: 'shown', session }, act);
  await showOwnFactor(db, session, act);
  return { session };
}

export async function beginPasskeyCheck(db: Db, _input: object, act: Act) {
  requireSession(act);
  const known = await db.all(
    z.object({ credentialId: z.string(), transports: z.array(z.string()) }),
    sql`select credential_id as "credentialId", transports from passkeys
      where account_id = (select gate.actor_account()) order by created_at`,
  );
  if (known.length === 0) throw new Refusal('refused', m.posts_refused_no_passkey());
  return offerCeremony(db, known, act);
}

/** @throws Refusal `invalid` for a passkey that is not this account's or did not sign this challenge */
export async function finishPasskeyCheck(
  db: Db,
  input: ParsedInputOf<typeof api.finishPasskeyCheck>,
  act: Act,
) {
  const { account, session } = requireSession(act);
  const { account_id } = await checkPasskey(db, input, act);
  if (account_id !== account) throw new CountedRefusal('invalid', m.posts_refused_passkey());
  await noteSignIn(db, { account, way: 'passkey', outcome: 'shown', session }, act);
  await showOwnFactor(db, session, act);
  return { session };
}

async function offerCeremony(db: Db, known: Parameters<typeof offerAuthentication>[0], act: Act) {
  const ceremony = mintId();
  const options = await offerAuthentication(known);
  await db.run(sql`select gate.keep_challenge(${ceremony}, ${options.challenge}, ${act.now})`);
  return { ceremony, secret_options: options };
}

async function checkPasskey(db: Db, input: ParsedInputOf<typeof api.finishPasskeySignIn>, act: Act) {
  const { challenge } = await db.one(
    z.object({ challenge: z.string().nullable() }),
    sql`select gate.take_challenge(${input.ceremony}, ${act.now}) as challenge`,
  );
  if (challenge === null) throw new Refusal('invalid', m.posts_refused_ceremony());
  const passkey = await db.maybe(
    z.object({
      id: z.uuid(),
      account_id: z.uuid(),
      public_key: z.instanceof(Buffer),
      counter: z.int(),
      transports: z.array(z.string()),
    }),
    sql`select id, account_id, public_key, counter, transports from gate.find_passkey(${input.response.id})`,
  );
  const counter =
    passkey &&
    (await checkAuthentication(input.response, challenge, {
      credentialId: input.response.id,
      publicKey: passkey.public_key,
      counter: passkey.counter,
      transports: passkey.transports,
    }));
  // Counted, so that the challenge stays used up.
  if (!passkey || typeof counter !== 'number') {
    await noteSignIn(
      db,
      { ...(passkey && { account: passkey.account_id }), way: 'passkey', outcome: 'wrong' },
      act,
    );
    throw new CountedRefusal('invalid', m.posts_refused_passkey());
  }
  await db.run(sql`select gate.count_passkey(${passkey.id}, ${counter})`);
  return passkey;
}

export async function signOut(db: Db, _input: object, act: Act, exit: string | null) {
  await db.run(
    sql`update sessions set ended_at = ${act.now} where id = ${act.actor.session} and ended_at is null`,
  );
  return { session: act.actor.session, sign_on_exit: exit };
}

/**
 * Goes on under another of one's own posts.
 *
 * @throws Refusal `not_found` for a post that is not one's own or opens nothing any more
 */
export async function switchPost(db: Db, { post }: ParsedInputOf<typeof api.switchPost>, act: Act) {
  const { session } = requireSession(act);
  const switched = await db.run(sql`update sessions set post_id = ${post} where id = ${session}
    and exists (select from posts p where p.id = ${post} and p.account_id = (select gate.actor_account())
      and p.starts_on <= ${act.today}::date and (p.ends_on is null or p.ends_on + 45 >= ${act.today}::date))`);
  if (switched === 0) throw refuseNotFound();
  return { post };
}

/**
 * An invited person sets a password with the printed code and is signed in. The code works once; other sessions of
 * the account end, so that this is also the way back after a forgotten password.
 *
 * @throws Refusal `invalid` for a wrong, used or old code and for a password that is too easy; `locked_out` after
 *   five wrong codes
 */
export async function acceptInvitation(db: Db, input: ParsedInputOf<typeof api.acceptInvitation>, act: Act) {
  const code = readPrintedCode(input.code);
  const attempt = await beginAttempt(db, 'invitation', code.slice(0, 4), act);
  const found = await db.maybe(
    z.object({ invitation_id: z.uuid(), account_id: z.uuid(), sign_in_name: z.string() }),
    sql`select * from gate.find_invitation(${hashSecret(code)}, ${act.now})`,
  );
  if (!found)
    throw await failAttempt(db, attempt, { sentence: m.posts_refused_invitation(), field: 'code' }, act);
  const objection = objectToPassword(input.password, found.sign_in_name);
  if (objection !== null) throw new Refusal('invalid', m.platform_refused_invalid(), { password: objection });
  await passAttempt(db, attempt);
  const hash = await hashPassword(input.password);
  await db.run(sql`select gate.accept_invitation(${found.invitation_id}, ${hash}, ${act.now})`);
  return openSession(db, found.account_id, { factorShown: false, way: 'invitation' }, act);
}
