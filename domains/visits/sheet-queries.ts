import * as z from 'zod';
import { firstDayOf } from '#domains/encounters/model.ts';
import { countRecorded } from '#domains/encounters/queries.ts';
import { modeInForce } from '#domains/encounters/tally.ts';
import { answersOf } from '#domains/items/answering.ts';
import { answers } from '#domains/items/model.ts';
import { fureaiRoles } from '#domains/posts/model.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { FileReply } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './sheet-api.ts';
import { sheetCounts, totalOf } from './sheet-model.ts';

/** Single visits of ふれあいの会 posts, whether they count in their month or not. */
const singlesOfGroups = {
  kinds: ['visit'],
  roles: fureaiRoles,
  channels: null,
  contacts: null,
  sources: ['single'],
} as const;

const sheetRow = z.object({
  id: z.uuid(),
  version: z.int(),
  withdrawn: z.boolean(),
  counts: sheetCounts.nullable(),
  counted_by: z.string(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  entered_by_name: z.string().nullable(),
  entered_on: z.string(),
  scan_name: z.string().nullable(),
  scan_type: z.string().nullable(),
  answers,
});

/** One group's month: how it counts, every version of its sheet, and what was recorded one by one beside it. */
export async function readTallySheet(
  db: Db,
  input: ParsedInputOf<typeof api.readTallySheet>,
  _act: Act,
): Promise<OutputOf<typeof api.readTallySheet>> {
  const month = firstDayOf(input.month);
  const place = await db.one(
    z.object({
      district_name: z.string(),
      group_name: z.string(),
      mode: z.enum(['single', 'sheet']),
      fixed: z.boolean(),
    }),
    sql`select d.name as district_name, g.name as group_name, ${modeInForce(sql`g`)} as mode,
        exists (select from period_fixings f
          where f.fiscal_year = extract(year from ${month}::date - interval '3 months')::int) as fixed
      from (${groupsInReach(month)}) g
      join districts d on d.id = g.district_id
      where g.district_id = ${input.district}::uuid and g.group_id = ${input.group}::uuid`,
  );
  const rows = await db.all(
    sheetRow,
    sql`select s.id, s.version, s.withdrawn, s.counted_by, s.note, s.reason, a.name as entered_by_name,
        to_char(s.entered_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as entered_on,
        (select jsonb_object_agg(c.channel, c.n) from tally_sheet_counts c where c.sheet_id = s.id) as counts,
        p.name as scan_name, p.type as scan_type, ${answersOf(sql`tally_sheet_answers`, sql`a.sheet_id = s.id`)} as answers
      from tally_sheets s
      left join accounts a on a.id = s.entered_by
      left join tally_sheet_scans p on p.sheet_id = s.id
      where s.district_id = ${input.district}::uuid and s.group_id = ${input.group}::uuid and s.month = ${month}::date
      order by s.version desc`,
  );
  // In whichever district it counts: between a merger and the takeover that is no longer the group's own.
  const recorded = await countRecorded(db, singlesOfGroups, { from: input.month, until: input.month }, [
    'group',
    'channel',
  ]);
  const singles = recorded.filter((c) => c.group_id === input.group);
  return {
    ...place,
    sheets: rows.map(({ scan_name, scan_type, counts, ...row }) => ({
      ...row,
      counts: counts ?? sheetCounts.parse({}),
      total: counts === null ? 0 : totalOf(counts),
      scan: scan_name && scan_type ? api.sheetScan.parse({ name: scan_name, type: scan_type }) : null,
    })),
    singles: sheetCounts.parse(Object.fromEntries(singles.map((c) => [c.channel, c.n]))),
  };
}

/** Who is in and who is missing: every group of the actor's districts, with its newest sheet of the month. */
export async function readTallyMonth(
  db: Db,
  input: ParsedInputOf<typeof api.readTallyMonth>,
  _act: Act,
): Promise<OutputOf<typeof api.readTallyMonth>> {
  const month = firstDayOf(input.month);
  const rows = await db.all(
    z.object({
      district_id: z.uuid(),
      district_name: z.string(),
      group_id: z.uuid(),
      group_name: z.string(),
      mode: z.enum(['single', 'sheet']),
      fixed: z.boolean(),
      version: z.int().nullable(),
      total: z.int().nullable(),
      counted_by: z.string().nullable(),
      entered_by_name: z.string().nullable(),
      entered_on: z.string().nullable(),
      answers: answers.nullable(),
    }),
    sql`select g.district_id, d.name as district_name, g.group_id, g.name as group_name, ${modeInForce(sql`g`)} as mode,
        exists (select from period_fixings f
          where f.fiscal_year = extract(year from ${month}::date - interval '3 months')::int) as fixed,
        s.version, s.total, s.counted_by, e.name as entered_by_name, s.entered_on, s.answers
      from (${groupsInReach(month)}) g
      join districts d on d.id = g.district_id
      left join lateral (
        select s.version, s.counted_by, s.entered_by, to_char(s.entered_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as entered_on,
          (select sum(c.n)::int from tally_sheet_counts c where c.sheet_id = s.id) as total,
          ${answersOf(sql`tally_sheet_answers`, sql`a.sheet_id = s.id`)} as answers
        from (select * from tally_sheets t
          where t.district_id = g.district_id and t.group_id = g.group_id and t.month = g.month
          order by t.version desc limit 1) s
        where not s.withdrawn) s on true
      left join accounts e on e.id = s.entered_by
      order by d.sort, d.code, g.name`,
  );
  const recorded = await countRecorded(db, singlesOfGroups, { from: input.month, until: input.month }, [
    'group',
  ]);
  const owners = await listOwners(db, month);
  const singles = new Map<string, number>();
  for (const { group_id, n } of recorded) {
    const owner = owners.get(group_id ?? '') ?? group_id ?? '';
    singles.set(owner, (singles.get(owner) ?? 0) + n);
  }
  return {
    fixed: rows.some(({ fixed }) => fixed),
    groups: rows.map(
      ({ fixed, version, total, counted_by, entered_by_name, entered_on, answers: answered, ...group }) => ({
        ...group,
        sheet:
          version === null
            ? null
            : {
                version,
                total: total ?? 0,
                counted_by: counted_by ?? '',
                entered_by_name,
                entered_on: entered_on ?? '',
                answers: answered ?? {},
              },
        singles: singles.get(group.group_id) ?? 0,
      }),
    ),
  };
}

/** By group that was taken over by a month: the group whose months have its records now. */
async function listOwners(db: Db, month: string): Promise<Map<string, string>> {
  const taken = await db.all(
    z.object({ body_id: z.uuid(), into_body_id: z.uuid() }),
    sql`with recursive taken as (
        select body_id, into_body_id, 1 as steps from district_takeovers where body_id is not null and starts_on <= ${month}::date
        union all
        select k.body_id, t.into_body_id, k.steps + 1 from taken k
          join district_takeovers t on t.body_id = k.into_body_id and t.starts_on <= ${month}::date
          where k.steps < 20)
      select distinct on (body_id) body_id, into_body_id from taken order by body_id, steps desc`,
  );
  return new Map(taken.map(({ body_id, into_body_id }) => [body_id, into_body_id]));
}

/** The groups whose months the actor gathers or reads: the district councils of its districts. */
function groupsInReach(month: string) {
  return sql`select b.id as group_id, b.district_id, b.name, 'visit'::text as kind, ${month}::date as month
    from bodies b
    where b.kind = 'district_council' and b.district_id = any((select gate.districts_of_actor())::uuid[])
      and ((select gate.counts_the_town())
        or b.id = any((select gate.holders_of_actor('visit'))::uuid[]))
      -- A group that was taken over has no months of its own from then on.
      and not exists (select from district_takeovers t where t.body_id = b.id and t.starts_on <= ${month}::date)`;
}

/** The scanned paper of a sheet. */
export async function readTallyScan(
  db: Db,
  input: ParsedInputOf<typeof api.readTallyScan>,
  _act: Act,
): Promise<FileReply & OutputOf<typeof api.readTallyScan>> {
  return db.one(
    z.object({ sheet_id: z.uuid(), name: z.string(), type: z.string(), bytes: z.instanceof(Buffer) }),
    sql`select sheet_id, name, type, bytes from tally_sheet_scans where sheet_id = ${input.id}::uuid`,
  );
}
