import * as z from 'zod';
import { countSheets } from '#domains/encounters/record-many.ts';
import { modeInForce } from '#domains/encounters/tally.ts';
import type { CheckedAnswers } from '#domains/items/checking.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { channels } from './model.ts';
import { answerSheets } from './sheet-answers.ts';
import type { SheetCounts } from './sheet-model.ts';
import { follows, newestSheets } from './sheet-standing.ts';
import { sheetBelongs } from './where-it-counts.ts';

/** A sheet as it follows the one that stands there. */
export interface NewSheet {
  readonly id: string;
  readonly district: string;
  readonly group: string;
  /** First day. */
  readonly month: string;
  /** The version that stands there; 0: none. */
  readonly follows: number;
  /** Null takes back the version that stands there: the month is missing again. */
  readonly counts: SheetCounts | null;
  /** To the town's own items, checked for the month; null: nothing was said. */
  readonly answers: CheckedAnswers | null;
  /** The version whose answers come along where nothing else is said: as a rule the one that stands there. */
  readonly answersOf: number;
}

/**
 * `handInTallySheet` for many at once, under the same gate and the same rules: every sheet is a version of its own, and
 * what it adds to the one before enters the count.
 *
 * @throws Refusal `not_found` when one of them could not be written: another version stands there, the month counts
 *   single visits, a correction or a fixed year without a reason, a group the actor does not work for. None is
 *   written then.
 */
export async function handInTallySheets(
  db: Db,
  sheets: readonly NewSheet[],
  said: { readonly countedBy: string; readonly note: string | null; readonly reason: string | null },
  act: Act,
): Promise<void> {
  const { written } = await db.one(
    z.object({ written: z.int() }),
    sql`with given as (select * from unnest(${sheets.map((s) => s.id)}::uuid[], ${sheets.map((s) => s.district)}::uuid[],
          ${sheets.map((s) => s.group)}::uuid[], ${sheets.map((s) => s.month)}::date[],
          ${sheets.map((s) => s.follows)}::int[], ${sheets.map((s) => s.answersOf)}::int[],
          ${sheets.map((s) => s.counts && JSON.stringify(s.counts))}::jsonb[])
          g(id, district_id, group_id, month, follows, answers_of, counts)),
      fixings as (select m.month, gate.fixed_year_of(m.month) as fiscal_year
        from (select distinct month from given) m),
      places as (select g.*, 'visit'::text as kind from given g
        join bodies b on b.id = g.group_id and b.district_id = g.district_id
        where b.district_id = any((select gate.districts_gathered())::uuid[])
          and b.id = any((select gate.holders_served_by_actor('visit'))::uuid[])
          and g.month <= ${act.today}::date),
      allowed as (select p.* from places p
        join fixings f on f.month = p.month
        where ${modeInForce(sql`p`)} = 'sheet' and (p.follows > 0 or ${sheetBelongs(sql`p`)})
          and (${said.reason}::text is not null or (f.fiscal_year is null and p.follows = 0))),
      ${newestSheets},
      said_before as (select a.id as next_id, s.id from allowed a
        join tally_sheets s on s.district_id = a.district_id and s.group_id = a.group_id and s.month = a.month
          and s.version = a.answers_of),
      sheet as (insert into tally_sheets (id, district_id, group_id, month, version, counted_by, note, reason,
          entered_by, entered_post_id, entered_at, holder_id, withdrawn)
        select a.id, a.district_id, a.group_id, a.month, coalesce(n.version, 0) + 1, ${said.countedBy}::text,
          ${said.note}::text, ${said.reason}::text, ${act.actor.account}::uuid, ${act.actor.post}::uuid,
          ${act.now}::timestamptz, a.group_id, a.counts is null
        from allowed a left join newest n on n.next_id = a.id
        where ${follows(sql`a`, sql`n`)}
        on conflict (district_id, group_id, month, version) do nothing
        returning id, district_id, group_id, month, withdrawn),
      counts as (select s.*, c.channel, coalesce((g.counts ->> c.channel)::int, 0) as n
        from sheet s join given g on g.id = s.id cross join unnest(${channels}::text[]) c(channel)),
      kept as (insert into tally_sheet_counts (sheet_id, channel, n, district_id, holder_id)
        select id, channel, n, district_id, group_id from counts where not withdrawn),
      ${answerSheets(sheets, sql`said_before`)}
      differences as (select c.month, c.district_id, c.group_id, c.channel, c.n - coalesce(o.n, 0) as n
        from counts c
        left join before b on b.next_id = c.id
        left join tally_sheet_counts o on o.sheet_id = b.id and o.channel = c.channel),
      ${countSheets('visit', said.reason, act.now)}
      select count(*)::int as written from sheet`,
  );
  if (written !== sheets.length) throw refuseNotFound();
}
