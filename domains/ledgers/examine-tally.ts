import * as z from 'zod';
import { firstDayOf } from '#domains/encounters/model.ts';
import { answersOf } from '#domains/items/answering.ts';
import type { CheckedAnswers } from '#domains/items/checking.ts';
import { answers, spanOfMonth } from '#domains/items/model.ts';
import { type Channel, channels } from '#domains/visits/model.ts';
import { type SheetCounts, sheetCounts, totalOf } from '#domains/visits/sheet-model.ts';
import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import type { Row } from '#platform/sheets/table.ts';
import { sql } from '#platform/sql.ts';
import type { Findings } from './findings.ts';
import { differsIn, mergeAnswers, openItems } from './item-columns.ts';
import { findGroups, findModes, findPlaces, keyOfMonth, openPlaces } from './places.ts';
import { readMonth, sayMonth } from './read-day.ts';
import { readChannel, readCount } from './read-word.ts';
import { isTotalRow, openDays, openField, textOf } from './reading.ts';

/** One group's month as the file has it, beside what stands there. */
export interface SheetFound {
  readonly district: string;
  readonly districtName: string;
  readonly group: string;
  /** First day. */
  readonly month: string;
  /** The version that stands there; 0: none. */
  readonly follows: number;
  /** What it will say: channels without a row stay as they are. */
  readonly counts: SheetCounts;
  readonly before: SheetCounts | null;
  /** What the ledger says to the town's own items; items it leaves blank stay as they are. */
  readonly answers: CheckedAnswers | null;
  /** Whether one of them differs from what stands there. */
  readonly answeredAnew: boolean;
  readonly fixed: boolean;
  readonly rows: number;
  readonly changed: number;
}

interface RowRead {
  readonly n: number;
  readonly district: { readonly id: string; readonly name: string };
  readonly month: string;
  readonly channel: Channel;
  readonly count: number;
  readonly answers: CheckedAnswers | null;
}

/**
 * The rows of a tally ledger, by group and month. Rows that say what stands there already change nothing.
 *
 * @param only the month the ledger is for, as `YYYY-MM`; null: any
 */
export async function examineTally(
  db: Db,
  rows: readonly Row[],
  findings: Findings,
  { only, today }: { only: string | null; today: string },
): Promise<SheetFound[]> {
  const read = await readRows(db, rows, findings, only, today);
  const groups = await findGroups(db, 'visit');
  const placed = read.flatMap((row) => {
    const group = groups.get(row.district.id);
    if (group)
      return [{ ...row, group, key: keyOfMonth({ district: row.district.id, group, month: row.month }) }];
    findings.name(row.n, 'district', m.ledgers_no_group());
    return [];
  });
  const months = new Map(
    placed.map(({ key, district, group, month }) => [key, { district: district.id, group, month }]),
  );
  const modes = await findModes(db, [...months.values()]);
  const standing = await findSheets(db, [...months.values()]);
  const byMonth = Map.groupBy(placed, ({ key }) => key);
  return [...byMonth.entries()].flatMap(([key, ofMonth]) => {
    const [first] = ofMonth;
    const mode = modes.get(key);
    if (!first || !mode) return [];
    if (mode.mode === 'single') {
      for (const { n, district } of ofMonth)
        findings.name(n, 'month', m.ledgers_month_by_single({ district: district.name }));
      return [];
    }
    nameRepeats(ofMonth, findings);
    const there = standing.get(key);
    if (!there && mode.elsewhere !== null) {
      const says = m.visits_refused_sheet_elsewhere({ district: mode.elsewhere });
      for (const { n } of ofMonth) findings.name(n, 'district', says);
      return [];
    }
    const counts = { ...(there?.counts ?? sheetCounts.parse({})) };
    const said = mergeAnswers(ofMonth, findings);
    const differs = (row: RowRead) => differsIn(row.answers, there?.answers ?? {});
    let changed = 0;
    for (const row of ofMonth) {
      const { channel, count } = row;
      if (!there || there.counts[channel] !== count || differs(row)) changed += 1;
      counts[channel] = count;
    }
    return [
      {
        district: first.district.id,
        districtName: first.district.name,
        group: first.group,
        month: first.month,
        follows: there?.version ?? 0,
        counts,
        before: there?.counts ?? null,
        answers: said,
        answeredAnew: ofMonth.some(differs),
        fixed: mode.fixed,
        rows: ofMonth.length,
        changed,
      },
    ];
  });
}

async function readRows(
  db: Db,
  rows: readonly Row[],
  findings: Findings,
  only: string | null,
  today: string,
): Promise<RowRead[]> {
  const places = openPlaces(await findPlaces(db));
  const readDistrict = openField(findings, 'district', (cell) => places(textOf(cell)));
  const readChannelOf = openField(findings, 'channel', (cell) => readChannel(textOf(cell)));
  const readCountOf = openField(findings, 'count', (cell) =>
    typeof cell === 'object' ? { says: m.ledgers_count_unreadable() } : readCount(cell),
  );
  const readAnswers = await openItems(db, 'tally', findings);
  const readMonthOf = openDays(findings, 'month', rows, readMonth);
  return rows.flatMap((row) => {
    if (isTotalRow(findings, row)) return [];
    const district = readDistrict(row);
    const month = readMonthOf(row);
    const channel = readChannelOf(row);
    const count = readCountOf(row);
    if (month !== null && firstDayOf(month) > today) findings.name(row.n, 'month', m.ledgers_month_to_come());
    else if (month !== null && only !== null && month !== only)
      findings.name(row.n, 'month', m.ledgers_other_month({ month: sayMonth(only) }));
    const said = month === null ? null : readAnswers(row, spanOfMonth(month));
    if (!district || month === null || !channel || count === null) return [];
    return [{ n: row.n, district, month: firstDayOf(month), channel, count, answers: said }];
  });
}

/** Two rows for one channel of a month could be two parts or a mistake: nobody adds them up unasked. */
function nameRepeats(rows: readonly RowRead[], findings: Findings): void {
  const first = new Map<Channel, number>();
  for (const { n, channel } of rows) {
    const before = first.get(channel);
    if (before === undefined) first.set(channel, n);
    else findings.name(n, 'channel', m.ledgers_same_channel({ row: before }));
  }
}

async function findSheets(db: Db, months: readonly { district: string; group: string; month: string }[]) {
  const sheets = await db.all(
    z.object({
      district: z.uuid(),
      group: z.uuid(),
      month: z.string(),
      version: z.int(),
      counts: sheetCounts,
      answers,
    }),
    sql`select s.district_id as district, s.group_id as "group", s.month, s.version, (select jsonb_object_agg(c.channel, c.n) from tally_sheet_counts c where c.sheet_id = s.id) as counts,
        ${answersOf(sql`tally_sheet_answers`, sql`a.sheet_id = s.id`)} as answers
      from unnest(${months.map(({ district }) => district)}::uuid[], ${months.map(({ group }) => group)}::uuid[],
        ${months.map(({ month }) => month)}::date[]) g(district_id, group_id, month)
      cross join lateral (select * from tally_sheets t
        where t.district_id = g.district_id and t.group_id = g.group_id and t.month = g.month
        order by t.version desc limit 1) s
      where not s.withdrawn`,
  );
  return new Map(sheets.map((sheet) => [keyOfMonth(sheet), sheet]));
}

/** What a sheet adds to the one before it. */
export function differenceOf({ counts, before }: SheetFound): number {
  return totalOf(counts) - (before ? totalOf(before) : 0);
}

/** Whether a sheet differs from the one before it. */
export function changesSheet({ counts, before, answeredAnew }: SheetFound): boolean {
  return before === null || answeredAnew || channels.some((channel) => counts[channel] !== before[channel]);
}
