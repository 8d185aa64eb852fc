import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysOfFiscalYear,
  fiscalYearOf,
  formatDay,
  formatEraDay,
  formatEraMonth,
  formatFiscalYear,
  formatFiscalYearShort,
  formatInstant,
  formatMonth,
  monthsOfFiscalYear,
  todayIn,
} from './calendar.ts';

describe('the fiscal year', () => {
  it('begins in April', () => {
    expect(fiscalYearOf('2025-03-31')).toBe(2024);
    expect(fiscalYearOf('2025-04-01')).toBe(2025);
    expect(daysOfFiscalYear(2024)).toEqual({ first: '2024-04-01', last: '2025-03-31' });
  });

  it('has twelve months, April first and March of the next year last', () => {
    const months = monthsOfFiscalYear(2024);
    expect(months).toHaveLength(12);
    expect(months.slice(0, 1).concat(months.slice(8))).toEqual([
      '2024-04',
      '2024-12',
      '2025-01',
      '2025-02',
      '2025-03',
    ]);
    expect(months.map((month) => fiscalYearOf(`${month}-15`))).toEqual(Array(12).fill(2024));
  });

  it('is named by the era it is customarily named by, also where an era changed inside it', () => {
    expect(formatFiscalYear(2025)).toBe('令和7年度');
    expect(formatFiscalYear(2019)).toBe('令和元年度');
    expect(formatFiscalYear(2018)).toBe('平成30年度');
    expect(formatFiscalYear(1989)).toBe('平成元年度');
    expect(formatFiscalYear(1988)).toBe('昭和63年度');
    expect(formatFiscalYearShort(2024)).toBe('R6');
    expect(formatFiscalYearShort(2019)).toBe('R1');
    expect(formatFiscalYearShort(2017)).toBe('H29');
  });
});

describe('a day', () => {
  it('is written in western years and eras', () => {
    expect(formatDay('2026-02-02')).toBe('2026年2月2日（令和8年2月2日）');
    expect(formatEraDay('2019-05-01')).toBe('令和元年5月1日');
    expect(formatEraDay('2019-04-30')).toBe('平成31年4月30日');
    expect(formatMonth('2026-02')).toBe('2月');
    expect(formatEraMonth('2026-02')).toBe('令和8年2月');
  });

  it('is the day in Japan, whatever the zone of the machine', () => {
    expect(todayIn(new Date('2026-02-01T14:59:59Z'))).toBe('2026-02-01');
    expect(todayIn(new Date('2026-02-01T15:00:00Z'))).toBe('2026-02-02');
  });

  it('stands before the hour in Japan where an instant is written', () => {
    expect(formatInstant('2026-02-01T15:05:00+00:00')).toBe('2026年2月2日 0:05');
  });

  it('moves over the ends of months and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('that is no day is a bug, said at once', () => {
    expect(() => fiscalYearOf('令和8年')).toThrow(TypeError);
  });
});
