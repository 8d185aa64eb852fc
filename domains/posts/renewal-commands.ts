import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import { inviteAccount } from './accounts-commands.ts';
import * as api from './api.ts';
import { keepEnding, reappoint, writeEnding } from './holding-commands.ts';
import { takeBackEnding, withdrawGiven } from './holding-withdrawals.ts';
import { readSignInName, roles } from './model.ts';
import { type RenewalState, renewalStateWords } from './renewal-model.ts';
import { readRenewal } from './renewal-queries.ts';
import { type Beginning, keepSuccession, passOn } from './succession.ts';
import type { PrintedPerson } from './transfer-api.ts';

type Decision = ParsedInputOf<typeof api.decideRenewal>['decisions'][number];

/**
 * Decides for posts whose term ends on a day: 再任 goes on without a gap, a successor begins on the day after and takes
 * over the round, 欠員 leaves the round with the post, for whoever stands in.
 *
 * @throws Refusal `invalid`, naming the rows, when one of them cannot be decided so; nothing is done then
 */
export async function decideRenewal(db: Db, input: ParsedInputOf<typeof api.decideRenewal>, act: Act) {
  const { role, ends_on, next_ends_on } = input;
  if (next_ends_on <= ends_on) throw refuseFields({ next_ends_on: m.posts_refused_renewal_term() });
  const { posts } = await readRenewal(db, { role, ends_on }, act);
  const found = new Map(posts.map((post) => [post.id, post]));
  const fields: Record<string, string> = {};
  const codes: PrintedPerson[] = [];
  const accounts: string[] = [];
  if (input.decisions.every(({ decision }) => decision === 'undecided'))
    throw new Refusal('invalid', m.posts_field_decisions());
  for (const [n, one] of input.decisions.entries()) {
    if (one.decision === 'undecided') continue;
    const post = found.get(one.post_id);
    if (!post) throw refuseNotFound();
    await db.run(sql`savepoint before_decision`);
    try {
      refuseDecided(post.state);
      const invited = await decide(db, one, { ends_on, next_ends_on }, act);
      accounts.push(post.account.id, ...invited.accounts);
      codes.push(...invited.codes);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await db.run(sql`rollback to savepoint before_decision`);
      for (const [field, says] of Object.entries(error.fields ?? { decision: error.message }))
        fields[`decisions.${n}.${fieldOf(field)}`] = m.posts_renewal_row({ name: post.account.name, says });
    }
    await db.run(sql`release savepoint before_decision`);
  }
  if (Object.keys(fields).length > 0) throw refuseFields(fields);
  return { accounts: [...new Set(accounts)], secret_codes: codes };
}

function refuseFields(fields: Record<string, string>): Refusal {
  return new Refusal('invalid', m.platform_refused_invalid(), fields);
}

/** The successor's fields are nested; whatever else was refused concerns the decision. */
function fieldOf(field: string): string {
  return ['sign_in_name', 'name', 'kana'].includes(field) ? `successor.${field}` : 'decision';
}

function refuseDecided(state: RenewalState): void {
  if (state !== 'undecided')
    throw new Refusal('refused', m.posts_refused_decided({ state: renewalStateWords[state]() }));
}

interface Invited {
  readonly accounts: string[];
  readonly codes: PrintedPerson[];
}

async function decide(
  db: Db,
  { post_id, decision, successor }: Decision,
  { ends_on, next_ends_on }: { ends_on: string; next_ends_on: string },
  act: Act,
): Promise<Invited> {
  const from = addDays(ends_on, 1);
  if (decision === 'reappointed') {
    await reappoint(db, { id: post_id, ends_on: next_ends_on }, act);
    await keepSuccession(db, { post: post_id, decision, successor: null, from }, act);
    return { accounts: [], codes: [] };
  }
  const post = await holdSeat(db, post_id);
  await keepEnding(
    db,
    { id: post_id, account_id: post.account_id, last: ends_on, atOnce: false },
    m.posts_renewal_reason(),
    act,
  );
  if (decision === 'vacant') {
    await keepSuccession(db, { post: post_id, decision, successor: null, from }, act);
    return { accounts: [], codes: [] };
  }
  const { account, code } = await findSuccessor(db, successor, act);
  await beginSuccession(db, post, { account, starts_on: from, ends_on: next_ends_on }, act);
  return { accounts: [account], codes: code ? [code] : [] };
}

const seat = z.object({
  id: z.uuid(),
  account_id: z.uuid(),
  role: z.enum(roles),
  body_id: z.uuid(),
  district_id: z.uuid().nullable(),
  ends_on: z.string().nullable(),
});

async function holdSeat(db: Db, id: string) {
  return db.one(
    seat,
    sql`select p.id, p.account_id, p.role, p.body_id, p.district_id, p.ends_on from posts p where p.id = ${id} for update`,
  );
}

/** An account by its sign-in name, or a new one for somebody whose name and kana are given. */
async function findSuccessor(
  db: Db,
  successor: api.Successor | undefined,
  act: Act,
): Promise<{ account: string; code: PrintedPerson | null }> {
  const sign_in_name = readSignInName(successor?.sign_in_name ?? '');
  if (!successor || sign_in_name === '') throw refuseFields({ sign_in_name: m.posts_field_successor() });
  const known = await db.maybe(
    z.object({ id: z.uuid(), name: z.string(), closed: z.boolean() }),
    sql`select id, name, closed_at is not null as closed from accounts where sign_in_name = ${sign_in_name}`,
  );
  if (known?.closed) throw refuseFields({ sign_in_name: m.posts_transfer_closed({ name: known.name }) });
  if (known && successor.name !== '' && squeeze(known.name) !== squeeze(successor.name))
    throw refuseFields({ name: m.posts_transfer_other_name({ sign_in_name, name: known.name }) });
  if (known) return { account: known.id, code: null };
  const invitation = api.inviteAccount.input.safeParse({ ...successor, id: mintId(), sign_in_name });
  if (!invitation.success)
    throw refuseFields(
      Object.fromEntries(invitation.error.issues.map(({ path, message }) => [String(path[0]), message])),
    );
  const { id, secret_code } = await inviteAccount(db, invitation.data, act);
  return { account: id, code: { account: id, name: successor.name, sign_in_name, code: secret_code } };
}

function squeeze(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}

/** The successor's post, the round that passes to it, and the end of whoever stood in. */
async function beginSuccession(
  db: Db,
  post: z.output<typeof seat>,
  { account, starts_on, ends_on }: Beginning,
  act: Act,
): Promise<string> {
  const successor = await passOn(db, post.id, post, { account, starts_on, ends_on }, act);
  const standIns = await db.all(
    z.object({ id: z.uuid(), account_id: z.uuid(), starts_on: z.string() }),
    sql`select id, account_id, starts_on from posts where acting_for = ${post.id} and ended_at is null
      and (ends_on is null or ends_on >= ${starts_on}::date) for update`,
  );
  for (const { id, account_id, starts_on: since } of standIns) {
    const ending = { id, account_id, last: addDays(starts_on, -1), atOnce: false };
    if (since >= starts_on)
      await withdrawGiven(db, { id, account_id, starts_on: since }, m.posts_reason_filled(), act);
    else await writeEnding(db, ending, m.posts_reason_filled(), act);
  }
  return successor;
}

const newest = z.object({
  decision: z.string(),
  successor_id: z.uuid().nullable(),
  from_day: z.string(),
});

async function readNewest(db: Db, post: string) {
  return db.maybe(
    newest,
    sql`select decision, successor_id, from_day from post_successions where post_id = ${post}
      order by decided_at desc, id desc limit 1`,
  );
}

/**
 * Takes back an ending whose day is still to come, and with it what a renewal decided: the post runs on as its term
 * says, undecided; a successor never begins.
 *
 * @throws Refusal `refused` when nobody ended it, or when it has ended already
 */
export async function withdrawEnding(
  db: Db,
  { id, reason }: ParsedInputOf<typeof api.withdrawEnding>,
  act: Act,
) {
  const decided = await readNewest(db, id);
  if (decided && (decided.decision === 'succeeded' || decided.decision === 'vacant')) {
    if (decided.from_day <= act.today) throw new Refusal('refused', m.posts_refused_ended());
    if (decided.successor_id) {
      const { account_id } = await holdSeat(db, decided.successor_id);
      await withdrawGiven(
        db,
        { id: decided.successor_id, account_id, starts_on: decided.from_day },
        reason,
        act,
      );
    }
    await keepSuccession(
      db,
      { post: id, decision: 'withdrawn', successor: null, from: decided.from_day },
      act,
    );
  }
  return takeBackEnding(db, { id, reason }, act);
}

/**
 * @throws Refusal `refused` for a post that is not vacant; `invalid` for a first day before the vacancy began
 */
export async function fillVacancy(db: Db, input: ParsedInputOf<typeof api.fillVacancy>, act: Act) {
  const post = await holdSeat(db, input.id);
  const decided = await readNewest(db, input.id);
  if (decided?.decision !== 'vacant') throw new Refusal('refused', m.posts_refused_not_vacant());
  if (input.starts_on < decided.from_day) throw refuseFields({ starts_on: m.posts_refused_before_vacancy() });
  const { account, code } = await findSuccessor(db, input.successor, act).catch(nestInSuccessor);
  const { starts_on, ends_on } = input;
  const id = await beginSuccession(db, post, { account, starts_on, ends_on }, act);
  return { id, account, secret_code: code?.code ?? null };
}

function nestInSuccessor(error: unknown): never {
  if (!(error instanceof Refusal) || !error.fields) throw error;
  throw refuseFields(
    Object.fromEntries(Object.entries(error.fields).map(([field, says]) => [`successor.${field}`, says])),
  );
}
