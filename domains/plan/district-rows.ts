import * as z from 'zod';
import type { District } from '#domains/districts/api.ts';
import { listDistricts } from '#domains/districts/queries.ts';
import { daysOfFiscalYear, monthsOfFiscalYear } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { nameIn, todaysDistrict } from './comparable.ts';
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
  readonly cut: 'as_was' | 'today';
  readonly today: string;
  /** What came after the fixing, as far as the actor sees it. */
  readonly additions: readonly AdditionRow[];
}

/**
 * A year's count by district × month and district × channel: every district that was there, in the order they are
 * always listed in, counted or not.
 */
export async function readDistricts(db: Db, asking: Asking): Promise<Districts | null> {
  if (!asking.near) return null;
  const { year, cut, today } = asking;
  const found = await readCells(db, asking);
  const { first, last } = daysOfFiscalYear(year);
  const { districts: known } = await listDistricts(db);
  const { reach } = await db.one(
    z.object({ reach: z.array(z.uuid()).nullable() }),
    sql`select (select gate.districts_of_actor()) as reach`,
  );
  const near = known.filter(({ id }) => reach?.includes(id));
  const cells =
    cut === 'as_was'
      ? found
      : found.map((cell) => ({ ...cell, district_id: todaysDistrict(known, cell.district_id, today) }));
  const channels = [...new Set(cells.map(({ channel }) => channel))].toSorted(channelOrder);
  const months = monthsOfFiscalYear(year);
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
  const isThere = ({ id, starts_on, ends_on }: District) =>
    starts_on <= last &&
    (ends_on === null || ends_on >= first) &&
    (cut === 'as_was' || todaysDistrict(known, id, today) === id);
  const rows = near.map((place) => ({
    there: isThere(place),
    row: rowOf({ id: place.id, name: nameIn(place, last, cut), area: place.area }),
  }));
  const nowhere = rowOf({ id: null, name: null, area: null });
  const shown = rows.filter(({ there, row }) => there || row.total !== 0).map(({ row }) => row);
  return {
    whole: asking.whole,
    cut,
    merged: near.some(({ id }) => todaysDistrict(known, id, today) !== id),
    channels,
    rows: nowhere.total === 0 ? shown : [...shown, nowhere],
  };
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
