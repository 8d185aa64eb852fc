import { expect, it } from 'vitest';
import { leaveOutSmall } from './small-cells.ts';

const row = (name: string | null, april: number | null, may: number | null) => ({
  name,
  area: null,
  months: [april, may, ...Array.from({ length: 10 }, () => null)],
});

it('cells of ten and more, none and nothing all leave the house', () => {
  const left = leaveOutSmall([row('合川', 10, 0), row('御井', 25, null)], 10);
  expect(left.months?.slice(0, 3)).toEqual([35, 0, null]);
  expect(left.rows.map(({ months }) => months?.slice(0, 2))).toEqual([
    [10, 0],
    [25, null],
  ]);
});

it('one small cell takes every month of every district with it, and their sums stay', () => {
  const left = leaveOutSmall([row('合川', 10, 9), row('御井', 25, 30)], 10);
  expect(left.rows).toEqual([
    { name: '合川', area: null, months: null, total: 19 },
    { name: '御井', area: null, months: null, total: 55 },
  ]);
  expect(left.months?.slice(0, 2)).toEqual([35, 39]);
});

it('a small sum takes its whole list with it', () => {
  const byDistrict = leaveOutSmall([row('合川', 3, 3), row('御井', 25, 30)], 10);
  expect(byDistrict.rows).toEqual([]);
  expect(byDistrict.months?.slice(0, 2)).toEqual([28, 33]);
  expect(leaveOutSmall([row('合川', 3, 10)], 10).months).toBeNull();
});
