import { expect, test } from 'vitest';
import { dueOf, hoursAtFirst, isOpenAt, nextOpening, nextWorkingDay, type OfficeCalendar } from './model.ts';

const calendar: OfficeCalendar = { ...hoursAtFirst, closed: ['2026-02-11', '2026-02-23'] };
const at = (local: string) => new Date(`${local}:00+09:00`);

test('the next working day passes over a weekend and a holiday', () => {
  expect(nextWorkingDay(calendar, '2026-02-06')).toBe('2026-02-09');
  expect(nextWorkingDay(calendar, '2026-02-10')).toBe('2026-02-12');
  expect(nextWorkingDay(calendar, '2026-02-20')).toBe('2026-02-24');
});

test('where no working day lies within two months it is the day after, rather than never', () => {
  const closed = Array.from({ length: 70 }, (_, n) =>
    new Date(Date.UTC(2026, 1, 2 + n)).toISOString().slice(0, 10),
  );
  expect(nextWorkingDay({ ...calendar, closed }, '2026-02-02')).toBe('2026-02-03');
});

test('the office watches from opening to closing, and neither on a holiday nor on a Sunday', () => {
  expect(isOpenAt(calendar, at('2026-02-02T08:30'))).toBe(true);
  expect(isOpenAt(calendar, at('2026-02-02T08:29'))).toBe(false);
  expect(isOpenAt(calendar, at('2026-02-02T17:15'))).toBe(false);
  expect(isOpenAt(calendar, at('2026-02-11T10:00'))).toBe(false);
  expect(isOpenAt(calendar, at('2026-02-08T10:00'))).toBe(false);
});

test('before it opens it opens today, after that on the next working day', () => {
  expect(nextOpening(calendar, at('2026-02-02T07:00'))).toEqual({ day: '2026-02-02', time: '08:30' });
  expect(nextOpening(calendar, at('2026-02-10T18:00'))).toEqual({ day: '2026-02-12', time: '08:30' });
});

test('an 異変 should be taken within minutes at any hour, a 気になる in the course of the next working day', () => {
  expect(dueOf('alarm', calendar, at('2026-02-08T23:00'))).toEqual(at('2026-02-08T23:30'));
  expect(dueOf('concern', calendar, at('2026-02-06T10:00'))).toEqual(at('2026-02-09T17:15'));
  expect(dueOf('unmet', calendar, at('2026-02-10T10:00'))).toEqual(at('2026-02-12T17:15'));
});
