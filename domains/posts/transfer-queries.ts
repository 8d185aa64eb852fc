import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { operatorAccount, roles } from './model.ts';
import { hasEnding } from './reading.ts';
import { transferChanges } from './transfer-model.ts';
import type { Standing } from './transfer-rows.ts';

const standingAccount = z.object({
  id: z.uuid(),
  sign_in_name: z.string(),
  name: z.string(),
  kana: z.string(),
  closed: z.boolean(),
});
const standingPost = z.object({
  id: z.uuid(),
  account_id: z.uuid(),
  role: z.enum(roles),
  body_id: z.uuid(),
  district_id: z.uuid().nullable(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  terms: z.int(),
  decided: z.boolean(),
  over: z.boolean(),
});
const named = z.object({ id: z.uuid(), name: z.string() });

/** The town as a transfer is read against. */
export async function readStanding(db: Db, act: Act): Promise<Standing> {
  const accounts = await db.all(
    standingAccount,
    sql`select id, sign_in_name, name, kana, closed_at is not null as closed from accounts where id <> ${operatorAccount}`,
  );
  const bodies = await db.all(named, sql`select id, name from bodies`);
  const districts = await db.all(
    named.extend({ ends_on: z.string().nullable() }),
    sql`select id, name, ends_on from districts`,
  );
  const posts = await db.all(
    standingPost,
    sql`select p.id, p.account_id, p.role, p.body_id, p.district_id, p.starts_on, p.ends_on,
        (select count(*)::int from post_terms t where t.post_id = p.id) as terms, ${hasEnding} as decided,
        p.ended_at is not null or coalesce(p.ends_on < ${act.today}::date, false) as over
      from posts p where p.account_id <> ${operatorAccount} order by p.starts_on, p.id`,
  );
  return { accounts, bodies, districts, posts };
}

/** The transfer that this very file made, unless it was withdrawn. */
export async function findTransferByFile(db: Db, hash: Buffer) {
  const known = await db.maybe(
    z.object({ id: z.uuid(), done_on: z.string() }),
    sql`select t.id, ${dayOf(sql`t.done_at`)} as done_on from post_transfers t
      where t.file_hash = ${hash} and not exists (select from post_transfer_withdrawals w where w.transfer_id = t.id)`,
  );
  return known ?? null;
}

function dayOf(instant: ReturnType<typeof sql>) {
  return sql`to_char(${instant} at time zone 'Asia/Tokyo', 'YYYY-MM-DD')`;
}

const receipt = sql`t.id, t.file_name, ${dayOf(sql`t.done_at`)} as done_on, a.name as done_by, t.unchanged,
    r.ended, r.reappointed, r.given, r.invited,
    case when w.transfer_id is not null then jsonb_build_object('on', ${dayOf(sql`w.withdrawn_at`)}, 'by', wa.name,
      'reason', w.reason) end as withdrawn
  from post_transfers t
  join accounts a on a.id = t.done_by
  cross join lateral (select count(*) filter (where change = 'ended')::int as ended,
      count(*) filter (where change = 'reappointed')::int as reappointed,
      count(*) filter (where change = 'given')::int as given, count(*) filter (where invited)::int as invited
    from post_transfer_rows r where r.transfer_id = t.id) r
  left join post_transfer_withdrawals w on w.transfer_id = t.id
  left join accounts wa on wa.id = w.withdrawn_by`;

/** Transfers, the newest first. */
export async function listTransfers(
  db: Db,
  { after, limit }: ParsedInputOf<typeof api.listTransfers>,
): Promise<OutputOf<typeof api.listTransfers>> {
  const found = await db.all(
    api.listTransfers.output.shape.transfers.element,
    sql`select ${receipt}
      where ${after ?? null}::uuid is null or (t.done_at, t.id) <
        (select k.done_at, k.id from post_transfers k where k.id = ${after ?? null}::uuid)
      order by t.done_at desc, t.id desc limit ${limit + 1}`,
  );
  const transfers = found.slice(0, limit);
  return { transfers, next: found.length > limit ? (transfers.at(-1)?.id ?? null) : null };
}

/** What a transfer did, row by row, and what of it can still be taken back. */
export async function readTransfer(
  db: Db,
  { id }: ParsedInputOf<typeof api.readTransfer>,
  act: Act,
): Promise<OutputOf<typeof api.readTransfer>> {
  const head = await db.one(
    api.readTransfer.output.omit({ changes: true, waiting: true }),
    sql`select encode(t.file_hash, 'hex') as file_hash, ${receipt} where t.id = ${id}`,
  );
  const changes = await db.all(
    api.readTransfer.output.shape.changes.element,
    sql`select r.row, r.change, a.name, a.sign_in_name, p.role, b.name as body, d.name as district,
        case when r.change <> 'ended' then r.effective_on end as starts_on,
        r.ends_on, r.invited,
        a.id as account, p.id as post, r.effective_on, ${head.withdrawn === null}::boolean and ${isWithdrawable(act)} as withdrawable
      from post_transfer_rows r
      join accounts a on a.id = r.account_id
      join posts p on p.id = r.post_id
      join bodies b on b.id = p.body_id
      left join districts d on d.id = p.district_id
      where r.transfer_id = ${id} order by r.row`,
  );
  return { ...head, changes, waiting: (await listAccountsWaiting(db, id)).length };
}

/** Its day is still to come, and nobody has changed the post since. */
function isWithdrawable({ today }: Act) {
  return sql`r.effective_on > ${today}::date and p.ended_at is null
    and (r.change <> 'ended' or (p.ends_on = r.effective_on - 1 and ${hasEnding}))`;
}

const rowToWithdraw = z.object({
  change: z.enum(transferChanges),
  post_id: z.uuid(),
  account_id: z.uuid(),
  effective_on: z.string(),
  withdrawable: z.boolean(),
});

export async function readWithdrawable(db: Db, transfer: string, act: Act) {
  const { withdrawn } = await db.one(
    z.object({ withdrawn: z.boolean() }),
    sql`select exists (select from post_transfer_withdrawals w where w.transfer_id = t.id) as withdrawn
      from post_transfers t where t.id = ${transfer}`,
  );
  const rows = await db.all(
    rowToWithdraw,
    sql`select r.change, r.post_id, r.account_id, r.effective_on, ${isWithdrawable(act)} as withdrawable
      from post_transfer_rows r join posts p on p.id = r.post_id where r.transfer_id = ${transfer} order by r.row`,
  );
  return { rows, withdrawn };
}

/** Whom a transfer invited and who has no password yet. */
export function listAccountsWaiting(db: Db, transfer: string) {
  return db.all(
    z.object({ account: z.uuid(), name: z.string(), sign_in_name: z.string() }),
    sql`select a.id as account, a.name, a.sign_in_name
      from (select distinct account_id from post_transfer_rows where transfer_id = ${transfer} and invited) r
      join accounts a on a.id = r.account_id and a.closed_at is null
      join gate.proofs_of_accounts() s on s.account_id = a.id
      where not s.password order by a.kana_key, a.id`,
  );
}
