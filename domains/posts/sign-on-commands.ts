import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { hashSecret, readPrintedCode } from '#platform/credentials/secrets.ts';
import * as service from '#platform/credentials/sign-on.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { CountedRefusal, Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './api.ts';
import { beginAttempt, failAttempt, noteSignIn, passAttempt } from './attempts.ts';
import { requireProven } from './proofs.ts';
import { openSession } from './sign-in-commands.ts';

/**
 * The way to the town's sign-on service; with an invitation's code whoever comes back is linked to its account.
 *
 * @throws Refusal `refused` without a service or while it cannot be reached, `invalid` for a wrong code
 */
export async function askSignOn(db: Db, { code }: ParsedInputOf<typeof api.askSignOn>, act: Act) {
  // Who is signed in already asks for a link; an answer would be kept for that account.
  if (act.actor.account !== null) throw new Refusal('refused', m.posts_refused_signed_in());
  return ask(db, code ? await findInvitation(db, code, act) : null, act);
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
export async function finishSignOn(db: Db, input: ParsedInputOf<typeof api.finishSignOn>, act: Act) {
  const { said, invitation } = await readAnswer(db, input, act);
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

export async function askSignOnLink(db: Db, _input: object, act: Act) {
  await requireProven(db, act, { first: 'refused' });
  return ask(db, null, act);
}

/**
 * Links whoever the service vouches for to one's own account.
 *
 * @throws Refusal `refused` where the account has a link, or the subject belongs to another account
 */
export async function linkSignOn(db: Db, input: ParsedInputOf<typeof api.linkSignOn>, act: Act) {
  const { account } = await requireProven(db, act, { first: 'refused' });
  const { said } = await readAnswer(db, input, act);
  const linked = await db.one(
    z.object({ account: z.uuid().nullable() }),
    sql`select gate.link_sign_on(null, ${said.issuer}, ${said.subject}, ${act.now}) as account`,
  );
  if (linked.account === null) throw new CountedRefusal('refused', m.posts_refused_sign_on_taken());
  return { account };
}

export async function unlinkSignOn(db: Db, _input: object, act: Act) {
  const { account } = await requireProven(db, act, { first: 'refused' });
  if ((await db.run(sql`delete from sign_on_links where account_id = ${account}`)) === 0)
    throw refuseNotFound();
  return { account };
}

async function ask(db: Db, invitation: string | null, act: Act) {
  const { address, state, nonce, verifier } = await service.askSignOn();
  const ceremony = mintId();
  await db.run(
    sql`select gate.keep_sign_on(${ceremony}, ${invitation}, ${state}, ${nonce}, ${verifier}, ${act.now})`,
  );
  return { ceremony, secret_address: address };
}

/** Takes what was asked, which is good for one answer, and reads the answer against it. */
async function readAnswer(db: Db, { ceremony, answer }: { ceremony: string; answer: string }, act: Act) {
  const question = await db.maybe(
    z.object({
      invitation_id: z.uuid().nullable(),
      state: z.string(),
      nonce: z.string(),
      verifier: z.string(),
    }),
    sql`select invitation_id, state, nonce, verifier from gate.take_sign_on(${ceremony}, ${act.now})`,
  );
  if (!question) throw new Refusal('invalid', m.posts_refused_ceremony());
  const said = await service.readSignOnAnswer(answer, question);
  if (said === null) {
    await noteSignIn(db, { way: 'sign_on', outcome: 'wrong' }, act);
    throw new CountedRefusal('invalid', m.posts_refused_sign_on());
  }
  return { said, invitation: question.invitation_id };
}
