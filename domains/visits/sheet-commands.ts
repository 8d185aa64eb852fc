import * as z from 'zod';
import { countSheet } from '#domains/encounters/commands.ts';
import { firstDayOf } from '#domains/encounters/model.ts';
import { modeInForce } from '#domains/encounters/tally.ts';
import { readAnswers } from '#domains/items/answering.ts';
import { spanOfMonth } from '#domains/items/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { dayOf } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { formatNumber } from '#platform/figure.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { channels } from './model.ts';
import { openScan } from './scan.ts';
import { answerSheets } from './sheet-answers.ts';
import type * as api from './sheet-api.ts';
import { type SheetCounts, totalOf } from './sheet-model.ts';
import { follows, newestSheets } from './sheet-standing.ts';
import { sheetBelongs, sheetBelongsTo } from './where-it-counts.ts';

type SheetInput = ParsedInputOf<typeof api.handInTallySheet>;

const outcome = z.object({
  there: z.int(),
  mode: z.string().nullable(),
  /** On which district's sheet the month is written instead. */
  elsewhere: z.string().nullable(),
  fixed: z.boolean(),
  written: z.int(),
});

/**
 * 集計票を出す: a group's month by channel. A corrected sheet is a new version with its reason; what it adds to the
 * one before enters the count, in a fixed year as a later addition.
 *
 * @throws Refusal `refused` when this month counts single visits, the district had become another by then, or when somebody else handed in a version meanwhile
 *   (both values in `fields`); `invalid` for a month to come, a correction or a fixed year without a reason, a scan
 *   that is none, or answers that cannot be kept; `not_found` for a group the actor does not work for
 */
export async function handInTallySheet(db: Db, input: SheetInput, act: Act) {
  const month = firstDayOf(input.month);
  if (month > act.today) refuse('month', m.visits_refused_month());
  if (input.follows > 0 && !input.reason) refuse('reason', m.visits_refused_sheet_reason());
  const scan = input.scan && openScan(input.scan);
  // An officer writes down what came on paper; a correction is about something else.
  const insists = act.actor.role === 'gatherer' && input.follows === 0;
  const answers = await readAnswers(db, 'tally_sheet', input.answers, {
    ...spanOfMonth(input.month),
    insists,
  });
  const found = await db.one(
    outcome,
    sql`with place as (
        select ${input.id}::uuid as id, b.id as group_id, b.district_id, 'visit'::text as kind, ${month}::date as month,
          ${input.follows}::int as follows
        from bodies b
        where b.id = ${input.group_id}::uuid and b.district_id = ${input.district_id}::uuid
          and b.district_id = any((select gate.districts_gathered())::uuid[])
          and b.id = any((select gate.holders_served_by_actor('visit'))::uuid[])),
      fixing as (select gate.fixed_year_of(${month}::date) as fiscal_year),
      asked as (select p.*, ${modeInForce(sql`p`)} as mode from place p),
      allowed as (select a.* from asked a, fixing f
        where a.mode = 'sheet' and (a.follows > 0 or ${sheetBelongs(sql`a`)})
          and (f.fiscal_year is null or ${input.reason}::text is not null)),
      ${newestSheets},
      sheet as (insert into tally_sheets (id, district_id, group_id, month, version, counted_by, note, reason,
          entered_by, entered_post_id, entered_at, holder_id)
        select a.id, a.district_id, a.group_id, a.month, coalesce(n.version, 0) + 1, ${input.counted_by},
          ${input.note}, ${input.reason}, ${act.actor.account}::uuid, ${act.actor.post}::uuid,
          ${act.now}::timestamptz, a.group_id
        from allowed a left join newest n on n.next_id = a.id
        where ${follows(sql`a`, sql`n`)}
        on conflict (district_id, group_id, month, version) do nothing
        returning id, district_id, group_id, month),
      counts as (select c.channel, c.n from unnest(${channels}::text[], ${channels.map((c) => input.counts[c])}::int[])
        c(channel, n)),
      kept as (insert into tally_sheet_counts (sheet_id, channel, n, district_id, holder_id)
        select s.id, c.channel, c.n, s.district_id, s.group_id from sheet s, counts c),
      ${scan ? keepScan(input.scan?.name ?? '', scan) : sql``}
      ${answerSheets([{ id: input.id, answers }], sql`before`)}
      differences as (select s.month, s.district_id, s.group_id, c.channel, c.n - coalesce(o.n, 0) as n
        from sheet s cross join counts c
        left join before b on true
        left join tally_sheet_counts o on o.sheet_id = b.id and o.channel = c.channel),
      ${countSheet('visit', input.reason, act.now)}
      select (select count(*)::int from place) as there, (select mode from asked) as mode,
        (select ${sheetBelongsTo(sql`p`)} from place p where p.follows = 0) as elsewhere, (select fiscal_year is not null from fixing) as fixed, (select count(*)::int from sheet) as written`,
  );
  if (found.written > 0) return { id: input.id };
  if (found.there === 0) throw refuseNotFound();
  if (found.elsewhere !== null)
    throw new Refusal('refused', m.visits_refused_sheet_elsewhere({ district: found.elsewhere }));
  if (found.mode !== 'sheet') throw new Refusal('refused', m.visits_refused_single_mode());
  if (found.fixed && !input.reason) refuse('reason', m.visits_refused_fixed_sheet());
  throw await explainOtherVersion(db, input, month);
}

function keepScan(name: string, { type, bytes }: { type: string; bytes: Buffer }): Sql {
  return sql`scan as (insert into tally_sheet_scans (sheet_id, name, type, bytes, district_id, holder_id)
    select s.id, ${name}, ${type}, ${bytes}, s.district_id, s.group_id from sheet s),`;
}

function refuse(field: string, sentence: string): never {
  throw new Refusal('invalid', sentence, { [field]: sentence });
}

/** Somebody else was first: what stands there now, beside what was to be handed in. */
async function explainOtherVersion(db: Db, input: SheetInput, month: string): Promise<Refusal> {
  const now = await db.maybe(
    z.object({ counted_by: z.string(), entered_at: z.date(), counts: z.record(z.string(), z.int()) }),
    sql`select s.counted_by, s.entered_at,
        (select jsonb_object_agg(c.channel, c.n) from tally_sheet_counts c where c.sheet_id = s.id) as counts
      from (select * from tally_sheets
        where district_id = ${input.district_id}::uuid and group_id = ${input.group_id}::uuid and month = ${month}::date
        order by version desc limit 1) s
      where not s.withdrawn`,
  );
  if (!now) return new Refusal('refused', m.visits_refused_no_such_sheet());
  const fields: Record<string, string> = {};
  for (const channel of channels) {
    const there = now.counts[channel] ?? 0;
    if (there !== input.counts[channel])
      fields[`counts.${channel}`] = bothValues(there, input.counts[channel]);
  }
  const total = totalOf(now.counts as SheetCounts);
  return new Refusal(
    'refused',
    m.visits_refused_other_sheet({
      day: formatDay(dayOf(now.entered_at)),
      from: now.counted_by,
      total: formatNumber(total, 0),
    }),
    fields,
  );
}

function bothValues(now: number, yours: number): string {
  return m.visits_both_values({ now: formatNumber(now, 0), yours: formatNumber(yours, 0) });
}
