import * as m from '#messages';
import type { Day, Month } from '#platform/calendar.ts';
import type { Cell } from '#platform/sheets/table.ts';

/** How a day was written. Either is read; both in one column are not. */
export type Style = 'era' | 'western';

export type ReadDay<T> = { readonly value: T; readonly style: Style } | { readonly says: string };

interface Era {
  readonly names: string;
  readonly first: Day;
  readonly last: Day;
}

/** 元号, by name and letter, with their first and last days. Earlier ones are in no ledger. */
const eras: readonly Era[] = [
  { names: '令和|R', first: '2019-05-01', last: '9999-12-31' },
  { names: '平成|H', first: '1989-01-08', last: '2019-04-30' },
  { names: '昭和|S', first: '1926-12-25', last: '1989-01-07' },
];
const eraPattern = new RegExp(`^(${eras.map(({ names }) => names).join('|')})\\s*(元|\\d{1,2})(.*)$`, 'i');
const western = /^(\d{4})(.*)$/;
const monthAndDay = /^[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/;
const monthOnly = /^[年./-]\s*(\d{1,2})\s*月?$/;

/**
 * A day as it stands in a cell: a day of the workbook, 2026/1/5, 2026-01-05, 2026年1月5日, 20260105, R8.1.5 or
 * 令和8年1月5日. What could be two days, or none, is named.
 */
export function readDay(cell: Cell): ReadDay<Day> {
  if (typeof cell === 'object' && cell !== null) return { value: cell.day, style: 'western' };
  const text = plainText(cell);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return toDay(Number(compact[1]), Number(compact[2]), Number(compact[3]), text);
  const named = nameOddDay(text);
  if (named) return { says: named };
  const split = splitYear(text);
  if ('says' in split) return split;
  const rest = monthAndDay.exec(split.rest);
  if (!rest)
    return { says: monthOnly.test(split.rest) ? m.ledgers_day_missing() : m.ledgers_day_unreadable() };
  const day = toDay(split.year, Number(rest[1]), Number(rest[2]), text);
  if ('says' in day) return day;
  return withinEra(day.value, split.era);
}

/** A month: 2026-01, 2026/1, 2026年1月, 202601, R8.1, 令和8年1月, or the first day of one. */
export function readMonth(cell: Cell): ReadDay<Month> {
  if (typeof cell === 'object' && cell !== null)
    return cell.day.endsWith('-01')
      ? { value: cell.day.slice(0, 7), style: 'western' }
      : { says: m.ledgers_month_is_day() };
  const text = plainText(cell);
  const compact = /^(\d{4})(\d{2})$/.exec(text);
  if (compact) return toMonth(Number(compact[1]), Number(compact[2]));
  if (/^\d{5}$/.test(text)) return { says: m.ledgers_day_serial({ number: text }) };
  if (/^\d{1,2}月?$/.test(text)) return { says: m.ledgers_month_without_year() };
  const split = splitYear(text);
  if ('says' in split) return { says: m.ledgers_month_unreadable() };
  const rest = monthOnly.exec(split.rest);
  if (!rest)
    return { says: monthAndDay.test(split.rest) ? m.ledgers_month_is_day() : m.ledgers_month_unreadable() };
  const month = toMonth(split.year, Number(rest[1]));
  if ('says' in month || !split.era) return month;
  const last = `${month.value}-31`;
  return split.era.first <= last && `${month.value}-01` <= split.era.last
    ? { ...month, style: 'era' }
    : { says: m.ledgers_era_over() };
}

function plainText(cell: string | number | null): string {
  return String(cell ?? '')
    .normalize('NFKC')
    .trim();
}

/** What looks like a day and is not one, or is two. */
function nameOddDay(text: string): string | null {
  if (/^[2-7]\d{4}(\.\d+)?$/.test(text)) return m.ledgers_day_serial({ number: text });
  if (/^\d{1,2}[/月.-]\d{1,2}日?$/.test(text)) return m.ledgers_day_without_year();
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(text)) return m.ledgers_day_order();
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{1,2}$/.test(text)) return m.ledgers_day_short_year();
  if (/\d{1,2}:\d{2}/.test(text)) return m.ledgers_day_with_time();
  return null;
}

function splitYear(text: string): { year: number; rest: string; era: Era | null } | { says: string } {
  const plain = western.exec(text);
  if (plain) return { year: Number(plain[1]), rest: (plain[2] ?? '').trim(), era: null };
  const named = eraPattern.exec(text);
  const name = named?.[1]?.toUpperCase();
  const era = eras.find(({ names }) => names.split('|').includes(name ?? ''));
  if (!named || !era) return { says: m.ledgers_day_unreadable() };
  const count = named[2] === '元' ? 1 : Number(named[2]);
  return { year: Number(era.first.slice(0, 4)) + count - 1, rest: (named[3] ?? '').trim(), era };
}

function toDay(year: number, month: number, date: number, text: string): ReadDay<Day> {
  const day = new Date(Date.UTC(year, month - 1, date));
  const there = day.getUTCMonth() === month - 1 && day.getUTCDate() === date && year >= 1926;
  if (!there) return { says: m.ledgers_day_not_there({ day: text }) };
  return { value: day.toISOString().slice(0, 10), style: 'western' };
}

function toMonth(year: number, month: number): ReadDay<Month> {
  if (month < 1 || month > 12 || year < 1926) return { says: m.ledgers_month_unreadable() };
  return { value: `${year}-${String(month).padStart(2, '0')}`, style: 'western' };
}

function withinEra(day: Day, era: Era | null): ReadDay<Day> {
  if (!era) return { value: day, style: 'western' };
  return era.first <= day && day <= era.last ? { value: day, style: 'era' } : { says: m.ledgers_era_over() };
}

/** 2026年1月, in a sentence. */
export function sayMonth(month: Month): string {
  return m.ledgers_year_month({ year: month.slice(0, 4), month: Number(month.slice(5, 7)) });
}
