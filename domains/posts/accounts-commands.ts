import * as z from 'zod';
import { writeTown } from '#domains/districts/commands.ts';
import { toKanaKey } from '#domains/parties/kana.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { hashPassword } from '#platform/credentials/passwords.ts';
import { seal } from '#platform/credentials/sealing.ts';
import { hashSecret, mintPrintedCode } from '#platform/credentials/secrets.ts';
import { currentSite } from '#platform/credentials/site.ts';
import { isTotpSecret } from '#platform/credentials/totp.ts';
import type { Db } from '#platform/db.ts';
import { tell } from '#platform/event.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './api.ts';
import { addBody } from './bodies-commands.ts';
import { townFounded } from './events.ts';
import { lastDayAtOnce, writeEnding, writePost } from './holding-commands.ts';
import { objectToPassword, operatorAccount, operatorPost } from './model.ts';

/** Days a printed code is good for. */
export const invitationDays = 14;

/**
 * Founds the town: its row, the first body, the first administrator and the terminal's operator. Whoever comes first
 * does it, and nobody after them.
 *
 * @throws Refusal `refused` when there is a town already, `invalid` for a password that is too easy
 */
export async function foundTown(db: Db, input: ParsedInputOf<typeof api.foundTown>, act: Act) {
  const { founder } = await db.one(
    z.object({ founder: z.boolean() }),
    sql`select gate.become_founder() as founder`,
  );
  if (!founder) throw new Refusal('refused', m.posts_refused_founded());
  const { body_id, account_id, post_id, body, administrator: person } = input;
  const objection = objectToPassword(person.password, person.sign_in_name);
  if (objection !== null)
    throw new Refusal('invalid', m.platform_refused_invalid(), { 'administrator.password': objection });
  await writeTown(db, input, act);
  await addBody(db, { ...body, id: body_id, kind: 'city_section', district_id: null, sort: 0 });
  await writeAccount(db, { ...person, id: account_id }, await hashPassword(person.password), act);
  const operator = { id: operatorAccount, sign_in_name: 'operator', ...operatorName() };
  await writeAccount(db, { ...operator, authenticator: null }, null, act);
  const wholeTown = {
    body_id,
    district_id: null,
    starts_on: act.today,
    ends_on: null,
    acting_for: null,
  };
  const post = { id: post_id, account_id, role: 'administrator' as const };
  await writePost(db, { ...wholeTown, ...post }, act);
  await writePost(db, { ...wholeTown, id: operatorPost, account_id: operatorAccount, role: 'operator' }, act);
  await tell(townFounded, db, { code: input.code }, act);
  return { account: account_id, post: post_id };
}

function operatorName() {
  return { name: m.posts_operator_name(), kana: m.posts_operator_kana() };
}

/**
 * Opens an account for a person and makes the printed code with which they set a password.
 *
 * @throws Refusal `refused` when the sign-in name is taken, `invalid` for an authenticator's secret that is none
 */
export async function inviteAccount(db: Db, input: ParsedInputOf<typeof api.inviteAccount>, act: Act) {
  const taken = await db.maybe(
    z.object({ id: z.uuid() }),
    sql`select id from accounts where sign_in_name = ${input.sign_in_name}`,
  );
  if (taken) {
    const sentence = m.posts_refused_name_taken({ name: input.sign_in_name });
    throw new Refusal('refused', sentence, { sign_in_name: sentence });
  }
  await writeAccount(db, input, null, act);
  return { id: input.id, secret_code: await writeInvitation(db, input.id, { forgets_factor: false }, act) };
}

/**
 * A new printed code, for a lost one and for a forgotten password. Earlier codes no longer work.
 *
 * @throws Refusal `not_found` for an account that is not there or closed
 */
export async function renewInvitation(db: Db, input: ParsedInputOf<typeof api.renewInvitation>, act: Act) {
  await readOpenAccount(db, input.id);
  return { id: input.id, secret_code: await writeInvitation(db, input.id, input, act) };
}

/**
 * Closes an account: its posts end at once, its sessions and tokens die. Its name stays with what it recorded.
 *
 * @throws Refusal `refused` for one's own account; `not_found` for one that is not there or closed already
 */
export async function closeAccount(db: Db, { id, reason }: ParsedInputOf<typeof api.closeAccount>, act: Act) {
  if (id === act.actor.account) throw new Refusal('refused', m.posts_refused_close_own());
  await readOpenAccount(db, id);
  const open = await db.all(
    z.object({ id: z.uuid(), starts_on: z.string() }),
    sql`select id, starts_on from posts where account_id = ${id} and ended_at is null
      and (ends_on is null or ends_on >= ${act.today}::date) order by id for update`,
  );
  for (const post of open) {
    const last = lastDayAtOnce(post, act);
    await writeEnding(db, { id: post.id, account_id: id, last, atOnce: true }, reason, act);
  }
  await db.run(sql`insert into account_closings (account_id, reason, closed_by, closed_at)
    values (${id}, ${reason}, ${act.actor.account}, ${act.now})`);
  await db.run(sql`update accounts set closed_at = ${act.now} where id = ${id}`);
  await db.run(sql`select gate.end_access(${id}, null, ${act.now})`);
  return { id };
}

async function readOpenAccount(db: Db, id: string): Promise<void> {
  const held = await db.maybe(
    z.object({ id: z.uuid() }),
    sql`select id from accounts where id = ${id} and closed_at is null`,
  );
  if (!held || id === operatorAccount) throw refuseNotFound();
}

interface NewAccount {
  readonly id: string;
  readonly sign_in_name: string;
  readonly name: string;
  readonly kana: string;
  readonly authenticator: string | null;
}

async function writeAccount(db: Db, a: NewAccount, passwordHash: string | null, act: Act): Promise<void> {
  const secret = a.authenticator?.replace(/\s/g, '').toUpperCase() ?? null;
  if (secret !== null && !isTotpSecret(secret))
    throw new Refusal('invalid', m.platform_refused_invalid(), {
      authenticator: m.posts_field_authenticator(),
    });
  await db.run(sql`insert into accounts (id, sign_in_name, name, kana, kana_key, invited_by, created_at)
    values (${a.id}, ${a.sign_in_name}, ${a.name}, ${a.kana}, ${toKanaKey(a.kana)}, ${act.actor.account}, ${act.now})`);
  const sealed = secret === null ? null : seal(currentSite().sealingKey, secret, a.id);
  await db.run(sql`select gate.prepare_secrets(${a.id}, ${passwordHash}, ${sealed})`);
}

async function writeInvitation(
  db: Db,
  account: string,
  { forgets_factor }: { forgets_factor: boolean },
  act: Act,
): Promise<string> {
  const code = mintPrintedCode();
  await db.run(
    sql`update invitations set used_at = ${act.now} where account_id = ${account} and used_at is null`,
  );
  await db.run(sql`insert into invitations (id, account_id, code_hash, forgets_factor, created_by, created_at,
      expires_at)
    values (${mintId()}, ${account}, ${hashSecret(code)}, ${forgets_factor}, ${act.actor.account}, ${act.now},
      ${act.now}::timestamptz + make_interval(days => ${invitationDays}))`);
  return code;
}
