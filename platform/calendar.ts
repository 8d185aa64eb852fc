import * as m from '#messages';

/** A day as `YYYY-MM-DD`, without time and zone. Days are strings everywhere: a `Date` shifts with the zone. */
export type Day = string;

/** A month as `YYYY-MM`. */
export type Month = string;

const tokyoDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const tokyoInstant = new Intl.DateTimeFormat('ja-JP', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Asia/Tokyo',
});

const japaneseEra = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  timeZone: 'UTC',
  era: 'long',
  year: 'numeric',
});

const latinEra = new Intl.DateTimeFormat('en-US-u-ca-japanese', {
  timeZone: 'UTC',
  era: 'narrow',
  year: 'numeric',
});

/** The day it is in Japan at this moment. */
export function todayIn(now: Date): Day {
  return tokyoDay.format(now);
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  const moment = startOf(day);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** The fiscal year a day falls in, named by the year in which its April lies: 2026-03-31 is of 2025. */
export function fiscalYearOf(day: Day): number {
  const { year, month } = partsOf(day);
  return month >= 4 ? year : year - 1;
}

/** First and last day of a fiscal year. */
export function daysOfFiscalYear(fiscalYear: number): { first: Day; last: Day } {
  return { first: `${fourDigits(fiscalYear)}-04-01`, last: `${fourDigits(fiscalYear + 1)}-03-31` };
}

/** The twelve months of a fiscal year, April first. */
export function monthsOfFiscalYear(fiscalYear: number): Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const year = index < 9 ? fiscalYear : fiscalYear + 1;
    return `${fourDigits(year)}-${String(((index + 3) % 12) + 1).padStart(2, '0')}`;
  });
}

/** 令和7年度. The year in which an era began is 元年度. */
export function formatFiscalYear(fiscalYear: number): string {
  return m.platform_calendar_fiscal_year({ year: eraYearOf(dayThatNames(fiscalYear)) });
}

/** R7, as tables and plans shorten it. */
export function formatFiscalYearShort(fiscalYear: number): string {
  const parts = latinEra.formatToParts(startOf(dayThatNames(fiscalYear)));
  return `${partOf(parts, 'era')}${partOf(parts, 'year')}`;
}

/** 令和8年2月2日 */
export function formatEraDay(day: Day): string {
  const { month, date } = partsOf(day);
  return m.platform_calendar_era_day({ year: eraYearOf(day), month, date });
}

/** 令和8年2月 */
export function formatEraMonth(month: Month): string {
  return m.platform_calendar_era_month({ year: eraYearOf(`${month}-01`), month: Number(month.slice(5, 7)) });
}

/** 2026年2月2日（令和8年2月2日） */
export function formatDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return m.platform_calendar_day({ year, month, date, era: formatEraDay(day) });
}

/** 2026年2月2日 10:00, the town's time, of an instant as JSON writes it. */
export function formatInstant(instant: string): string {
  return tokyoInstant.format(new Date(instant));
}

/** 4月, for a head of a table whose year stands beside it. */
export function formatMonth(month: Month): string {
  return m.platform_calendar_month({ month: Number(month.slice(5, 7)) });
}

// The whole fiscal year 2019 is written 令和元年度 although its April was 平成31年, and 1988 stays 昭和63年度
// although 平成 began in its January. A day in autumn gives the customary name for every era change since 1912.
function dayThatNames(fiscalYear: number): Day {
  return `${fourDigits(fiscalYear)}-10-01`;
}

/** 令和8 or 令和元. */
function eraYearOf(day: Day): string {
  const parts = japaneseEra.formatToParts(startOf(day));
  const year = partOf(parts, 'year');
  return `${partOf(parts, 'era')}${year === '1' ? m.platform_calendar_first_year() : year}`;
}

function partOf(parts: Intl.DateTimeFormatPart[], type: 'era' | 'year'): string {
  return parts.find((part) => part.type === type)?.value ?? '';
}

function partsOf(day: Day): { year: number; month: number; date: number } {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) throw new TypeError(`not a day: ${day}`);
  return { year, month, date };
}

function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}
