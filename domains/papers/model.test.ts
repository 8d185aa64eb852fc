import { expect, test } from 'vitest';
import { readCode, readSheetDay, writeCode } from './model.ts';

test('a code is read however it is typed', () => {
  expect(readCode(' ３ｆ9a‐01bc-7d')).toBe('3F9A01BC7D');
  expect(writeCode('3F9A01BC7D')).toBe('3F9A-01BC-7D');
});

test('a day on a sheet is the last such day until today, with or without its month', () => {
  expect(readSheetDay('２', '2026-02-02')).toBe('2026-02-02');
  expect(readSheetDay('3', '2026-02-02')).toBe('2026-01-03');
  expect(readSheetDay('12月31日', '2026-02-02')).toBe('2025-12-31');
  expect(readSheetDay('1/29', '2026-02-02')).toBe('2026-01-29');
  expect(readSheetDay('40', '2026-02-02')).toBeNull();
  expect(readSheetDay('', '2026-02-02')).toBeNull();
});
