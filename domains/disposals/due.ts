import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { classOfKind, type Kind, kindsOf, lastDayDue } from './model.ts';
import { readYears } from './retention.ts';

/** What of a holder's is due, and up to which day. */
export interface Limit {
  readonly holder_id: string;
  readonly holder: string;
  readonly years: number;
  readonly until_day: string;
}

/** The bodies in whose name the actor may list a kind, each with its years. */
export async function readLimits(db: Db, kind: Kind, act: Act): Promise<Limit[]> {
  const yearsOf = await readYears(db);
  const bodies = await db.all(
    z.object({ id: z.uuid(), name: z.string() }),
    !kindsOf('gatherer').includes(kind)
      ? sql`select b.id, b.name from bodies b where b.id = (select gate.actor_body())`
      : sql`select b.id, b.name from bodies b
          where b.id = any((select gate.holders_served_by_actor('household'))::uuid[]) order by b.kana, b.id`,
  );
  return bodies.map(({ id, name }) => {
    const years = yearsOf(classOfKind[kind], id);
    return { holder_id: id, holder: name, years, until_day: lastDayDue(act.today, years) };
  });
}

/**
 * The rows of a kind that are due (`subject_id, event_on, holder_id, district_id, held`), as a query: the event lies on or
 * before its holder's last day, and no list that is still open has it. What is held stands in it, marked.
 */
export function queryDue(kind: Kind, limits: readonly Limit[]): Sql {
  return sql`select t.subject_id, t.event_on, t.holder_id, t.district_id,
      gate.is_on_hold(${kind}, t.subject_id, t.event_on, t.holder_id) as held
    from (${ended[kind]}) t
    join jsonb_to_recordset(${JSON.stringify(limits)}::jsonb) l(holder_id uuid, until_day date)
      on l.holder_id = t.holder_id and t.event_on <= l.until_day
    where not exists (select from disposal_rows r
      where r.subject_id = t.subject_id and r.kind = ${kind}
        and not exists (select from disposal_rejections g where g.disposal_id = r.disposal_id)
        and not exists (select from disposal_records c
          where c.disposal_id = r.disposal_id and c.finished_at is not null))`;
}

const day = (at: Sql) => sql`(${at} at time zone 'Asia/Tokyo')::date`;

/** Everything of a kind whose years run, with the day on which they began to. */
const ended: Record<Kind, Sql> = {
  household: sql`select h.id as subject_id, h.closed_on as event_on, h.holder_id, h.district_id
    from households h where h.closed_on is not null and h.merged_into is null`,
  member: sql`select p.id as subject_id, p.ends_on as event_on, p.holder_id, p.district_id
    from household_members p join households h on h.id = p.household_id
    where p.ends_on is not null and h.closed_on is null`,
  scan: sql`select s.sheet_id as subject_id, (t.month + interval '1 month - 1 day')::date as event_on, s.holder_id,
      s.district_id
    from tally_sheet_scans s join tally_sheets t on t.id = s.sheet_id
    union all
    select s.sheet_id, (t.month + interval '1 month - 1 day')::date, s.holder_id, s.district_id
    from member_sheet_scans s join member_sheets t on t.id = s.sheet_id`,
  handover: sql`select o.id as subject_id,
      ${day(sql`coalesce((select r.received_at from handover_receipts r where r.handover_id = o.id), o.written_at)`)}
        as event_on,
      o.holder_id, o.district_id
    from handovers o`,
  provision: sql`select p.id as subject_id, least(p.ends_on, ${day(sql`w.withdrawn_at`)}) as event_on,
      p.holder_id, null::uuid as district_id
    from provisions p left join provision_withdrawals w on w.provision_id = p.id
    where least(p.ends_on, ${day(sql`w.withdrawn_at`)}) is not null`,
  // Who was forgotten keeps the number, and has no kana to be found by.
  group_member: sql`select g.id as subject_id, g.ends_on as event_on, g.holder_id, g.district_id
    from group_members g where g.ends_on is not null and g.kana_key <> ''`,
  sheet: sql`select s.id as subject_id, (s.month + interval '1 month - 1 day')::date as event_on, s.holder_id, s.district_id
    from tally_sheets s where s.counted_by <> ${m.disposals_destroyed_name()}`,
  request: sql`select s.id as subject_id, (s.month + interval '1 month - 1 day')::date as event_on, s.holder_id,
      s.district_id
    from sheet_requests s`,
  receipt: sql`select i.id as subject_id, (i.last_month + interval '1 month - 1 day')::date as event_on,
      i.body_id as holder_id, null::uuid as district_id
    from ledger_imports i where i.received_from <> ${m.disposals_destroyed_name()}`,
  hold: sql`select h.id as subject_id, ${day(sql`l.written_at`)} as event_on, h.holder_id, h.district_id
    from legal_holds h join legal_hold_liftings l on l.hold_id = h.id where h.holder_id is not null`,
  town_hold: sql`select h.id as subject_id, ${day(sql`l.written_at`)} as event_on, (select gate.actor_body()) as holder_id,
      null::uuid as district_id
    from legal_holds h join legal_hold_liftings l on l.hold_id = h.id where h.holder_id is null`,
  // Once destroyed, an account keeps its number and bears this name.
  account: sql`select a.id as subject_id, ${day(sql`a.closed_at`)} as event_on,
      (select gate.actor_body()) as holder_id, null::uuid as district_id
    from accounts a where a.closed_at is not null and a.sign_in_name not like 'destroyed-%'`,
  // Posts of closed accounts go with the account.
  post: sql`select p.id as subject_id, p.ends_on as event_on, (select gate.actor_body()) as holder_id,
      null::uuid as district_id
    from posts p join accounts a on a.id = p.account_id where p.ends_on is not null and a.closed_at is null`,
  transfer: sql`select t.id as subject_id, ${day(sql`t.done_at`)} as event_on, (select gate.actor_body()) as holder_id,
      null::uuid as district_id
    from post_transfers t`,
  export: sql`select r.id as subject_id, ${day(sql`greatest(r.expires_at, d.expires_at)`)} as event_on,
      (select gate.actor_body()) as holder_id, null::uuid as district_id
    from export_requests r left join export_decisions d on d.request_id = r.id`,
  disposal: sql`select d.id as subject_id, ${day(sql`coalesce(c.finished_at, g.written_at)`)} as event_on,
      (select gate.actor_body()) as holder_id, null::uuid as district_id
    from disposals d left join disposal_records c on c.disposal_id = d.id
    left join disposal_rejections g on g.disposal_id = d.id
    where c.finished_at is not null or g.disposal_id is not null`,
  inquiry: sql`select i.id as subject_id, ${day(sql`p.written_at`)} as event_on, (select gate.actor_body()) as holder_id,
      null::uuid as district_id
    from inquiries i join inquiry_publications p on p.inquiry_id = i.id
    where exists (select from answer_sheets s where s.inquiry_id = i.id)
      or exists (select from answers a where a.inquiry_id = i.id
        and a.answered_by is distinct from ${m.disposals_destroyed_name()})`,
};
