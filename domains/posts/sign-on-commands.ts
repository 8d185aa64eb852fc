import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { hashSecret, readPrintedCode } from '#platform/credentials/secrets.ts';
import type { SignOnQuestion } from '#platform/credentials/sign-on.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { CountedRefusal, Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './api.ts';
import { beginAttempt, failAttempt, noteSignIn, passAttempt } from './attempts.ts';
import { requireFresh, requireProven } from './proofs.ts';
import { openSession } from './sign-in-commands.ts';
import type { Answer } from './sign-on-outside.ts';

/**
 * The way to the town's sign-on service; with an invitation's code whoever comes back is linked to its account.
 *
 * @throws Refusal `refused` without a service or while it cannot be reached, `invalid` for a wrong code
 */
export async function askSignOn(
  db: Db,
  { code }: ParsedInputOf<typeof api.askSignOn>,
  act: Act,
  question: SignOnQuestion,
) {
  // Who is signed in already asks for a link; an answer would be kept for that account.
  if (act.actor.account !== null) throw new Refusal('refused', m.posts_refused_signed_in());
  return keep(db, question, code ? await findInvitation(db, code, act) : null, act);
}

async function findInvitation(db: Db, typed: string, act: Act): Promise<string> {
  const code = readPrintedCode(typed);
  const attempt = await beginAttempt(db, 'invitation', code.slice(0, 4), act);
  const found = await db.maybe(
    z.object({ invitation_id: z.uuid() }),
    sql`select invitation_id from gate.find_invitation(${hashSecret(code)}, ${act.now})`,
  );
  if (!found)
    throw await failAttempt(db, attempt, { sentence: m.posts_refused_invitation(), field: 'code' }, act);
  await passAttempt(db, attempt);
  return found.invitation_id;
}

/**
 * Opens a session for whoever the service vouches for, where somebody has linked that subject to an account.
 *
 * @throws Refusal `invalid` for an answer that does not fit its question, or is about nobody here
 */
export async function finishSignOn(
  db: Db,
  _input: ParsedInputOf<typeof api.finishSignOn>,
  act: Act,
  answer: Answer | null,
) {
  const { said, invitation } = await readAnswer(db, answer, act);
  const { account } = await db.one(
    z.object({ account: z.uuid().nullable() }),
    invitation === null
      ? sql`select gate.find_sign_on(${said.issuer}, ${said.subject}) as account`
      : sql`select gate.link_sign_on(${invitation}, ${said.issuer}, ${said.subject}, ${act.now}) as account`,
  );
  if (account === null) {
    await noteSignIn(db, { way: 'sign_on', outcome: 'wrong' }, act);
    throw new CountedRefusal('invalid', m.posts_refused_sign_on_unlinked());
  }
  return openSession(db, account, { factorShown: said.factorShown, way: 'sign_on' }, act);
}

export async function askSignOnLink(db: Db, _input: object, act: Act, question: SignOnQuestion) {
  await requireProven(db, act, { first: 'refused' });
  await requireFresh(db, act);
  return keep(db, question, null, act);
}

/**
 * Links whoever the service vouches for to one's own account.
 *
 * @throws Refusal `refused` where the account has a link, or the subject belongs to another account
 */
export async function linkSignOn(
  db: Db,
  _input: ParsedInputOf<typeof api.linkSignOn>,
  act: Act,
  answer: Answer | null,
) {
  const { account } = await requireProven(db, act, { first: 'refused' });
  const { said } = await readAnswer(db, answer, act);
  const linked = await db.one(
    z.object({ account: z.uuid().nullable() }),
    sql`select gate.link_sign_on(null, ${said.issuer}, ${said.subject}, ${act.now}) as account`,
  );
  if (linked.account === null) throw new CountedRefusal('refused', m.posts_refused_sign_on_taken());
  return { account };
}

export async function unlinkSignOn(db: Db, _input: object, act: Act) {
  const { account } = await requireProven(db, act, { first: 'refused' });
  await requireFresh(db, act);
  if ((await db.run(sql`delete from sign_on_links where account_id = ${account}`)) === 0)
    throw refuseNotFound();
  return { account };
}

/** Ends somebody else's link. @throws Refusal `not_found` where the account has none */
export async function endSignOnOf(db: Db, { id }: ParsedInputOf<typeof api.endSignOnOf>, _act: Act) {
  const { ended } = await db.one(
    z.object({ ended: z.boolean() }),
    sql`select gate.end_sign_on_of(${id}) as ended`,
  );
  if (!ended) throw refuseNotFound();
  return { id };
}

async function keep(db: Db, question: SignOnQuestion, invitation: string | null, act: Act) {
  const { address, state, nonce, verifier } = question;
  const ceremony = mintId();
  await db.run(
    sql`select gate.keep_sign_on(${ceremony}, ${invitation}, ${state}, ${nonce}, ${verifier}, ${act.now})`,
  );
  return { ceremony, secret_address: address };
}

/** Whom the service vouches for; null: the answer did not fit its question. */
async function readAnswer(db: Db, answer: Answer | null, act: Act) {
  if (answer === null) throw new Refusal('invalid', m.posts_refused_ceremony());
  const { said, invitation } = answer;
  if (said === null) {
    await noteSignIn(db, { way: 'sign_on', outcome: 'wrong' }, act);
    throw new CountedRefusal('invalid', m.posts_refused_sign_on());
  }
  return { said, invitation };
}
