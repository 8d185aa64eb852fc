import * as z from 'zod';
import { daysOfFiscalYear, monthsOfFiscalYear } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { type AdditionRow, type Cell, countLive, readFixedCells } from './figure-rows.ts';
import type * as api from './figures-api.ts';
import type { CountRule } from './rule.ts';

type Districts = NonNullable<OutputOf<typeof api.readIndicator>['districts']>;

interface Asking {
  readonly indicator: string;
  readonly rule: CountRule;
  readonly year: number;
  readonly fixed: boolean;
  /** Whether the actor may count the whole town, or at least its own districts. */
  readonly whole: boolean;
  readonly near: boolean;
  /** What came after the fixing, as far as the actor sees it. */
  readonly additions: readonly AdditionRow[];
}

/**
 * A year's count by district × month and district × channel: every district that was there, in the order they are
 * always listed in, counted or not.
 */
export async function readDistricts(db: Db, asking: Asking): Promise<Districts | null> {
  if (!asking.near) return null;
  const cells = await readCells(db, asking);
  const { first, last } = daysOfFiscalYear(asking.year);
  const districts = await db.all(
    z.object({ id: z.uuid(), name: z.string(), area: z.string(), there: z.boolean() }),
    sql`select id, name, area, starts_on <= ${last} and (ends_on is null or ends_on >= ${first}) as there
      from districts where id = any((select gate.districts_of_actor())::uuid[]) order by sort`,
  );
  const channels = [...new Set(cells.map(({ channel }) => channel))].toSorted(channelOrder);
  const months = monthsOfFiscalYear(asking.year);
  const rowOf = (place: { id: string | null; name: string | null; area: string | null }) => {
    const own = cells.filter((cell) => cell.district_id === place.id);
    const sumOf = (of: readonly Cell[]) => (of.length === 0 ? null : of.reduce((sum, { n }) => sum + n, 0));
    return {
      id: place.id,
      name: place.name,
      area: place.area,
      months: months.map((month) => sumOf(own.filter((cell) => cell.month === month))),
      by_channel: channels.map((channel) => sumOf(own.filter((cell) => cell.channel === channel))),
      total: sumOf(own) ?? 0,
    };
  };
  const rows = districts.map((place) => ({ there: place.there, row: rowOf(place) }));
  const nowhere = rowOf({ id: null, name: null, area: null });
  const shown = rows.filter(({ there, row }) => there || row.total !== 0).map(({ row }) => row);
  return { whole: asking.whole, channels, rows: nowhere.total === 0 ? shown : [...shown, nowhere] };
}

/**
 * The cells as they were fixed, or as they are. Groups and officers reckon what was fixed in their districts from
 * what counts today without what came later; the two are equal (tested), and the gate has one rule less.
 */
async function readCells(
  db: Db,
  { indicator, rule, year, fixed, whole, additions }: Asking,
): Promise<Cell[]> {
  if (fixed && whole) return readFixedCells(db, indicator, year);
  const live = await countLive(db, rule, year);
  if (!fixed) return live;
  const later = additions.map(({ district_id, month, channel, n }) => ({
    district_id,
    month,
    channel,
    n: -n,
  }));
  const sums = Map.groupBy(
    [...live, ...later],
    (cell) => `${cell.district_id} ${cell.month} ${cell.channel}`,
  );
  return [...sums.values()].flatMap((same) => {
    const n = same.reduce((sum, cell) => sum + cell.n, 0);
    return same[0] && n !== 0 ? [{ ...same[0], n }] : [];
  });
}

const usualOrder = ['face', 'intercom', 'phone', 'letter', 'outside', 'message', 'gathering'];

function channelOrder(a: string | null, b: string | null): number {
  const place = (channel: string | null) => (usualOrder.indexOf(channel ?? '') + 100) % 100;
  return place(a) - place(b);
}
