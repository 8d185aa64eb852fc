import * as z from 'zod';
import { firstDayOf } from '#domains/encounters/model.ts';
import { modeInForce } from '#domains/encounters/tally.ts';
import { toKanaKey } from '#domains/parties/kana.ts';
import * as m from '#messages';
import { type Act, dayOf } from '#platform/act.ts';
import { formatDay, formatMonth } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { formatNumber } from '#platform/figure.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { handInTallySheet } from '../visits/commands.ts';
import { channels } from '../visits/model.ts';
import { openScan } from '../visits/scan.ts';
import { type SheetCounts, sheetCounts, totalOf } from '../visits/sheet-model.ts';
import { sheetBelongs, sheetBelongsTo } from '../visits/where-it-counts.ts';
import type * as api from './api.ts';
import { isMissing, sumOf } from './model.ts';
import { readMemberMonths } from './queries.ts';

/**
 * Adds members with the next free numbers, in the order of the list.
 *
 * @throws Refusal `invalid` for a name that is in the list twice or already a member; `not_found` for a group the
 *   actor does not write for
 */
export async function enrolGroupMembers(
  db: Db,
  input: ParsedInputOf<typeof api.enrolGroupMembers>,
  act: Act,
) {
  const { group_id, district_id, members } = input;
  const known = await db.all(
    z.object({ name: z.string() }),
    sql`select name from group_members where group_id = ${group_id}::uuid and district_id = ${district_id}::uuid
      and (ends_on is null or ends_on >= ${input.starts_on}::date)`,
  );
  const names = new Set(known.map(({ name }) => nameKey(name)));
  for (const [i, { name }] of members.entries()) {
    if (names.has(nameKey(name))) refuse(`members.${i}.name`, m.groups_refused_twice({ name }));
    names.add(nameKey(name));
  }
  const written = await db.run(
    sql`with place as (${groupServed(group_id, district_id)}),
      last as (select coalesce(max(number), 0) as number from group_members
        where group_id = ${group_id}::uuid and district_id = ${district_id}::uuid)
      insert into group_members (id, group_id, district_id, number, name, kana, kana_key, starts_on, recorded_by,
        recorded_post_id, recorded_at, holder_id)
      select e.id, p.group_id, p.district_id, l.number + e.place, e.name, e.kana, e.kana_key,
        ${input.starts_on}::date, ${act.actor.account}::uuid, ${act.actor.post}::uuid, ${act.now}::timestamptz, p.group_id
      from place p cross join last l
      cross join unnest(${members.map(({ id }) => id)}::uuid[], ${members.map(({ name }) => name)}::text[],
        ${members.map(({ kana }) => kana)}::text[], ${members.map(({ kana }) => toKanaKey(kana))}::text[])
        with ordinality e(id, name, kana, kana_key, place)`,
  );
  if (written === 0) throw refuseNotFound();
  return { ids: members.map(({ id }) => id) };
}

/**
 * Corrects number, name or last day of a member; what was said before is kept.
 *
 * @throws Refusal `invalid` for a number another member has, or a last day before the first one
 */
export async function correctGroupMember(
  db: Db,
  input: ParsedInputOf<typeof api.correctGroupMember>,
  act: Act,
) {
  const member = await db.one(
    z.object({ starts_on: z.string(), taken: z.boolean() }),
    sql`select starts_on, exists (select from group_members o where o.group_id = m.group_id
        and o.district_id = m.district_id and o.number = ${input.number} and o.id <> m.id) as taken
      from group_members m where m.id = ${input.id}::uuid`,
  );
  if (member.taken) refuse('number', m.groups_refused_number({ number: String(input.number) }));
  if (input.ends_on && input.ends_on < member.starts_on)
    refuse('ends_on', m.groups_refused_ends({ day: formatDay(member.starts_on) }));
  const written = await db.run(
    sql`with before as (select * from group_members where id = ${input.id}::uuid
        and holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])),
      kept as (insert into group_member_versions (member_id, version, said, corrected_by, corrected_at, district_id,
          holder_id)
        select id, version, jsonb_build_object('number', number, 'name', name, 'kana', kana, 'ends_on', ends_on),
          ${act.actor.account}::uuid, ${act.now}::timestamptz, district_id, holder_id
        from before)
      update group_members m set number = ${input.number}, name = ${input.name}, kana = ${input.kana},
        kana_key = ${toKanaKey(input.kana)}, ends_on = ${input.ends_on}::date, version = m.version + 1
      from before where m.id = before.id`,
  );
  if (written === 0) throw new Refusal('not_allowed', m.groups_refused_reading());
  return { id: input.id };
}

const outcome = z.object({
  there: z.int(),
  mode: z.string().nullable(),
  elsewhere: z.string().nullable(),
  written: z.int(),
});

/**
 * Writes one member's month off the paper, or keeps the paper's photograph alone, for somebody who reads it off later. A month
 * without a visit is written as zeros.
 *
 * @throws Refusal `invalid` for neither counts nor a photograph; `refused` when somebody else wrote it meanwhile (both values in `fields`), the month counts single
 *   visits, or the district had become another by then; `invalid` for a month to come or a scan that is none; `not_found` for a member the actor does not write for
 */
export async function writeMemberSheet(db: Db, input: ParsedInputOf<typeof api.writeMemberSheet>, act: Act) {
  const month = firstDayOf(input.month);
  if (month > act.today) refuse('month', m.groups_refused_month());
  const { counts } = input;
  if (counts === null && input.scan === null) refuse('scan', m.groups_field_nothing());
  const scan = input.scan && { name: input.scan.name, ...openScan(input.scan) };
  const found = await db.one(
    outcome,
    sql`with place as (
        select b.id as member_id, b.group_id, b.district_id, b.holder_id, 'visit'::text as kind, ${month}::date as month
        from group_members b
        where b.id = ${input.member_id}::uuid
          and b.holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])),
      asked as (select p.*, ${modeInForce(sql`p`)} as mode from place p),
      before as (select s.id from member_sheets s where s.member_id = ${input.member_id}::uuid
        and s.month = ${month}::date and s.version = ${input.follows}),
      sheet as (insert into member_sheets (id, member_id, month, version, entered_by, entered_post_id, entered_at,
          group_id, district_id, holder_id)
        select ${input.id}::uuid, a.member_id, a.month, ${input.follows + 1}, ${act.actor.account}::uuid,
          ${act.actor.post}::uuid, ${act.now}::timestamptz, a.group_id, a.district_id, a.holder_id
        from asked a
        where a.mode = 'sheet' and (${input.follows === 0} and ${sheetBelongs(sql`a`)} or exists (select from before))
        on conflict (member_id, month, version) do nothing
        returning id, district_id, holder_id),
      counts as (insert into member_sheet_counts (sheet_id, channel, n, district_id, holder_id)
        select s.id, c.channel, c.n, s.district_id, s.holder_id from sheet s
        ${counts ? countsOf(counts) : countsBefore})
      ${scan ? keepScan(scan) : keepEarlierScan}
      select (select count(*)::int from place) as there, (select mode from asked) as mode,
        ${input.follows === 0 ? sql`(select ${sheetBelongsTo(sql`p`)} from place p)` : sql`null`} as elsewhere,
        (select count(*)::int from sheet) as written`,
  );
  if (found.written > 0) return { id: input.id };
  if (found.there === 0) throw refuseNotFound();
  if (found.elsewhere !== null)
    throw new Refusal('refused', m.visits_refused_sheet_elsewhere({ district: found.elsewhere }));
  if (found.mode !== 'sheet') throw new Refusal('refused', m.groups_refused_single());
  throw await explainOtherSheet(db, input, month);
}

function countsOf(counts: SheetCounts): Sql {
  return sql`cross join unnest(${channels}::text[], ${channels.map((c) => counts[c])}::int[]) c(channel, n)`;
}

/** A photograph that comes later leaves the counts that are there. */
const countsBefore = sql`cross join before b join member_sheet_counts c on c.sheet_id = b.id`;

function keepScan({ name, type, bytes }: { name: string; type: string; bytes: Buffer }): Sql {
  return sql`, scan as (insert into member_sheet_scans (sheet_id, name, type, bytes, district_id, holder_id)
    select s.id, ${name}, ${type}, ${bytes}, s.district_id, s.holder_id from sheet s)`;
}

/** Corrected counts still have the paper they were read off. */
const keepEarlierScan = sql`, scan as (insert into member_sheet_scans (sheet_id, name, type, bytes, district_id, holder_id)
    select s.id, p.name, p.type, p.bytes, s.district_id, s.holder_id
    from sheet s cross join before b join member_sheet_scans p on p.sheet_id = b.id)`;

/**
 * Hands the grid in as the group's sheet: its sum, counted here and not on the screen.
 *
 * @throws Refusal `refused` naming the members whose paper is missing, unless they are left out on purpose; else as
 *   `handInTallySheet`
 */
export async function handInGroupMonth(db: Db, input: ParsedInputOf<typeof api.handInGroupMonth>, act: Act) {
  const { id, group_id, district_id, month, follows, counted_by, reason } = input;
  const members = await readMemberMonths(db, group_id, firstDayOf(month));
  if (members.length === 0) throw new Refusal('refused', m.groups_refused_no_members());
  const missing = members.filter(isMissing);
  const names = missing.map(({ name }) => name).join(m.groups_comma());
  if (missing.length > 0 && !input.leaves_out) {
    const sentence = m.groups_refused_missing({ n: missing.length, names });
    throw new Refusal('refused', sentence, { leaves_out: sentence });
  }
  if (missing.length === members.length)
    throw new Refusal('refused', m.groups_refused_nothing({ month: formatMonth(month) }));
  const note =
    missing.length > 0
      ? m.groups_note_missing({ n: missing.length, of: members.length })
      : m.groups_note_all({ of: members.length });
  return handInTallySheet(
    db,
    {
      id,
      district_id,
      group_id,
      month,
      follows,
      counts: sumOf(members),
      counted_by,
      note,
      reason,
      scan: null,
    },
    act,
  );
}

function groupServed(group: string, district: string): Sql {
  return sql`select b.id as group_id, b.district_id from bodies b
    where b.kind = 'district_council' and b.id = ${group}::uuid and b.district_id = ${district}::uuid
      and b.district_id = any((select gate.districts_gathered())::uuid[])
      and b.id = any((select gate.holders_served_by_actor('visit'))::uuid[])`;
}

async function explainOtherSheet(
  db: Db,
  input: ParsedInputOf<typeof api.writeMemberSheet>,
  month: string,
): Promise<Refusal> {
  const now = await db.maybe(
    z.object({ entered_at: z.date(), by: z.string().nullable(), counts: sheetCounts.nullable() }),
    sql`select s.entered_at, a.name as by,
        (select jsonb_object_agg(c.channel, c.n) from member_sheet_counts c where c.sheet_id = s.id) as counts
      from member_sheets s left join accounts a on a.id = s.entered_by
      where s.member_id = ${input.member_id}::uuid and s.month = ${month}::date
      order by s.version desc limit 1`,
  );
  if (!now) throw refuseNotFound();
  const day = formatDay(dayOf(now.entered_at));
  const by = now.by ?? m.groups_somebody();
  if (now.counts === null) return new Refusal('refused', m.groups_refused_photo({ day, by }));
  const fields: Record<string, string> = {};
  for (const channel of channels) {
    const there = now.counts[channel];
    const yours = input.counts?.[channel] ?? there;
    if (there !== yours)
      fields[`counts.${channel}`] = m.groups_both_values({
        now: formatNumber(there, 0),
        yours: formatNumber(yours, 0),
      });
  }
  const sentence = m.groups_refused_other({
    day,
    by,
    total: formatNumber(totalOf(now.counts), 0),
  });
  return new Refusal('refused', sentence, fields);
}

/** Two writings of one name: full-width and half-width, with and without a space. */
function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}

function refuse(field: string, sentence: string): never {
  throw new Refusal('invalid', sentence, { [field]: sentence });
}
