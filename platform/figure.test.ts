import { expect, it } from 'vitest';
import { formatFigure, formatNumber, roundFigure } from './figure.ts';

it('writes a figure with its decimals, separators and unit', () => {
  expect(formatFigure(248933, 0, '件')).toBe('248,933件');
  expect(formatFigure(70, 1, '%')).toBe('70.0%');
  expect(formatFigure(-1.5, 1, '')).toBe('-1.5');
});

it('rounds once, half away from zero', () => {
  expect(formatNumber(0.25, 1)).toBe('0.3');
  expect(formatNumber(84.0989, 1)).toBe('84.1');
  expect(formatNumber(1180.5, 0)).toBe('1,181');
});

it('rounds to the very number it writes', () => {
  for (const value of [0.05, 0.25, 61.25, 84.0989, 1180.5, 115.784]) {
    expect(String(roundFigure(value, 1))).toBe(String(Number(formatNumber(value, 1).replaceAll(',', ''))));
  }
});
