import * as z from 'zod';
import { firstDayOf } from '#domains/encounters/model.ts';
import { modeInForce } from '#domains/encounters/tally.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { FileReply } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { sheetCounts } from '../visits/sheet-model.ts';
import type * as api from './api.ts';
import { memberMonth, sumOf } from './model.ts';

/** A group of the actor's reach, and whether it may write there. */
const place = z.object({
  district_name: z.string(),
  group_name: z.string(),
  may_write: z.boolean(),
});

/** The members of a group by number, and those who left. */
export async function listGroupMembers(
  db: Db,
  { group, who }: ParsedInputOf<typeof api.listGroupMembers>,
  act: Act,
): Promise<OutputOf<typeof api.listGroupMembers>> {
  const found = await db.one(place, sql`select ${placeColumns} from (${groupInReach(group)}) g`);
  const members = await db.all(
    z.object({
      id: z.uuid(),
      number: z.int(),
      name: z.string(),
      kana: z.string(),
      starts_on: z.string(),
      ends_on: z.string().nullable(),
    }),
    sql`select id, number, name, kana, starts_on, ends_on from group_members
      where group_id = ${group}::uuid
        and (${who === 'all'} or ends_on is null or ends_on >= ${act.today}::date)
      order by number`,
  );
  return { ...found, members };
}

/** The grid of a group's month: everyone who was a member on one of its days, with the newest paper. */
export async function readGroupMonth(
  db: Db,
  input: ParsedInputOf<typeof api.readGroupMonth>,
  _act: Act,
): Promise<OutputOf<typeof api.readGroupMonth>> {
  const month = firstDayOf(input.month);
  const found = await db.one(
    place.extend({ mode: z.enum(['single', 'sheet']), fixed: z.boolean() }),
    sql`select ${placeColumns}, ${modeInForce(sql`g`)} as mode,
        exists (select from period_fixings f
          where f.fiscal_year = extract(year from ${month}::date - interval '3 months')::int) as fixed
      from (select p.*, 'visit'::text as kind, ${month}::date as month
        from (${groupInReach(input.group)}) p) g`,
  );
  const members = await readMemberMonths(db, input.group, month);
  const visitors = found.mode === 'single' ? await readVisitors(db, input.group, month) : [];
  const sheet = await db.maybe(
    z.object({ version: z.int(), counts: sheetCounts, counted_by: z.string(), entered_on: z.string() }),
    sql`select s.version, s.counted_by, ${dayOfInstant(sql`s.entered_at`)} as entered_on,
        (select jsonb_object_agg(c.channel, c.n) from tally_sheet_counts c where c.sheet_id = s.id) as counts
      from (select * from tally_sheets where group_id = ${input.group}::uuid and month = ${month}::date
        order by version desc limit 1) s
      where not s.withdrawn`,
  );
  const request = await db.maybe(
    z.object({ asked_on: z.string(), words: z.string().nullable() }),
    sql`select ${dayOfInstant(sql`asked_at`)} as asked_on, words from sheet_requests
      where group_id = ${input.group}::uuid and month = ${month}::date
      order by asked_at desc limit 1`,
  );
  return { ...found, members, visitors, sum: sumOf(members), sheet: sheet ?? null, request: request ?? null };
}

/** Every member of the month with the newest paper; `month` is its first day. */
export function readMemberMonths(db: Db, group: string, month: string) {
  return db.all(
    memberMonth,
    sql`select m.id as member_id, m.number, m.name,
        case when s.id is null then null else jsonb_build_object('id', s.id, 'version', s.version,
          'counts', (select jsonb_object_agg(c.channel, c.n) from member_sheet_counts c where c.sheet_id = s.id),
          'entered_by_name', a.name, 'entered_on', ${dayOfInstant(sql`s.entered_at`)},
          'has_scan', exists (select from member_sheet_scans p where p.sheet_id = s.id)) end as sheet
      from group_members m
      left join lateral (select * from member_sheets s
        where s.member_id = m.id and s.month = ${month}::date order by s.version desc limit 1) s on true
      left join accounts a on a.id = s.entered_by
      where m.group_id = ${group}::uuid
        and m.starts_on < ${month}::date + interval '1 month'
        and (m.ends_on is null or m.ends_on >= ${month}::date)
      order by m.number`,
  );
}

/** The group's posts that looked in on a household in the month. Whether, not how often: nobody is compared. */
function readVisitors(db: Db, group: string, month: string) {
  return db.all(
    z.object({ post_id: z.uuid(), account_id: z.uuid(), name: z.string(), recorded: z.boolean() }),
    sql`select p.id as post_id, a.id as account_id, a.name,
        exists (select from visits v where v.post_id = p.id and v.visited_on >= ${month}::date
          and v.visited_on < ${month}::date + interval '1 month') as recorded
      from posts p join accounts a on a.id = p.account_id
      where p.body_id = ${group}::uuid and exists (select from household_assignments h where h.post_id = p.id
        and h.starts_on < ${month}::date + interval '1 month' and (h.ends_on is null or h.ends_on >= ${month}::date))
      order by a.kana_key, p.id`,
  );
}

/** The photograph of a member's paper. */
export async function readMemberScan(
  db: Db,
  input: ParsedInputOf<typeof api.readMemberScan>,
  _act: Act,
): Promise<FileReply & OutputOf<typeof api.readMemberScan>> {
  return db.one(
    z.object({
      sheet_id: z.uuid(),
      member_id: z.uuid(),
      name: z.string(),
      type: z.string(),
      bytes: z.instanceof(Buffer),
    }),
    sql`select p.sheet_id, s.member_id, p.name, p.type, p.bytes
      from member_sheet_scans p join member_sheets s on s.id = p.sheet_id
      where p.sheet_id = ${input.id}::uuid`,
  );
}

const placeColumns = sql`g.district_name, g.group_name, g.may_write`;

function groupInReach(group: string): Sql {
  return sql`select b.id as group_id, b.district_id, d.name as district_name, b.name as group_name,
      b.id = any((select gate.holders_served_by_actor('visit'))::uuid[]) as may_write
    from bodies b join districts d on d.id = b.district_id
    where b.kind = 'district_council' and b.id = ${group}::uuid
      and b.district_id = any((select gate.districts_gathered())::uuid[])
      and b.id = any((select gate.holders_of_actor('visit'))::uuid[])`;
}

function dayOfInstant(instant: Sql): Sql {
  return sql`to_char(${instant} at time zone 'Asia/Tokyo', 'YYYY-MM-DD')`;
}
