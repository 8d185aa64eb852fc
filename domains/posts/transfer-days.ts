import * as m from '#messages';
import type { Cell } from '#platform/sheets/table.ts';

/** The year before the first of an era, by how the era is written: its name, or its letter. */
const eras: readonly (readonly [write: () => string, before: number])[] = [
  [m.posts_era_reiwa, 2018],
  [() => 'R', 2018],
  [m.posts_era_heisei, 1988],
  [() => 'H', 1988],
];

/**
 * A day as it stands in a cell: a workbook's own day, `2026-04-01`, `2026/4/1`, `2026年4月1日`, `R8.4.1` or `令和8年4月1日`.
 *
 * @returns `YYYY-MM-DD`; null for an empty cell; undefined for what is no day
 */
export function readDay(cell: Cell): string | null | undefined {
  if (cell === null) return null;
  if (typeof cell === 'object') return cell.day;
  const typed = String(cell).normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (typed === '') return null;
  const era = eras.find(([write]) => typed.startsWith(write()));
  const rest = era ? typed.slice(era[0]().length).replace(m.platform_calendar_first_year(), '1') : typed;
  const parts = /^(\d{1,4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(rest);
  if (!parts) return undefined;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  if (!era && year < 1900) return undefined;
  return dayOf(era ? era[1] + year : year, month, date);
}

/** Undefined for 31 April. */
function dayOf(year: number, month: number, date: number): string | undefined {
  const moment = new Date(Date.UTC(year, month - 1, date));
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== date) return undefined;
  return moment.toISOString().slice(0, 10);
}
