import { addDays, type Day } from '#platform/calendar.ts';

/** A code as it is typed, in any width, with or without its hyphens, as it stands in the table. */
export function readCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
}

/** 3F9A-01BC-7D */
export function writeCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-');
}

/**
 * The day that somebody wrote on a sheet: `29`, `1/29`, `1月29日` in any width; the last such day until today.
 *
 * @returns null for what is no day
 */
export function readSheetDay(typed: string, today: Day): Day | null {
  const [one = '', other] = typed.normalize('NFKC').match(/\d+/g) ?? [];
  if (one === '') return null;
  const [month, date] = other === undefined ? [null, Number(one)] : [Number(one), Number(other)];
  for (let back = 0; back < 366; back++) {
    const day = addDays(today, -back);
    if (Number(day.slice(8)) === date && (month === null || Number(day.slice(5, 7)) === month)) return day;
  }
  return null;
}
