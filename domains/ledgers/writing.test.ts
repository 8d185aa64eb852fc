import { expect, test } from 'vitest';
import { readDay, readMonth } from './read-day.ts';
import { readCount } from './read-word.ts';
import { foldAddress, toPlainForms } from './writing.ts';

test('other forms of a character are the same character, on either side', () => {
  for (const [one, other] of [
    ['髙良内', '高良内'],
    ['山﨑', '山崎'],
    ['渡邊', '渡辺'],
    ['渡邉', '渡辺'],
    ['齋藤', '斎藤'],
    ['𠮷田', '吉田'],
    ['葛\u{e0100}城', '葛城'],
    ['三ヶ島', '三ケ島'],
  ] as const)
    expect(toPlainForms(one)).toBe(toPlainForms(other));
  expect(toPlainForms('大橋')).toBe('大橋');
});

test('an address is the same with or without the town, in full width, with 丁目 or a hyphen', () => {
  const plain = foldAddress('鳥飼見本町1-2-3', '久留米市');
  for (const written of [
    '久留米市鳥飼見本町１丁目２番３号',
    '福岡県久留米市 鳥飼見本町1－2－3',
    '鳥飼見本町1丁目2-3番地',
  ])
    expect(foldAddress(written, '久留米市')).toBe(plain);
});

test('days are read in both calendars, to the last day of an era', () => {
  expect(readDay('平成31年4月30日')).toEqual({ value: '2019-04-30', style: 'era' });
  expect(readDay('平成31年5月1日')).toEqual({ says: expect.stringContaining('元号') });
  expect(readDay('令和元年5月1日')).toEqual({ value: '2019-05-01', style: 'era' });
  expect(readDay('r8.2.2')).toEqual({ value: '2026-02-02', style: 'era' });
  expect(readDay('20260202')).toEqual({ value: '2026-02-02', style: 'western' });
  expect(readMonth('令和元年5月')).toEqual({ value: '2019-05', style: 'era' });
  expect(readMonth('202601')).toEqual({ value: '2026-01', style: 'western' });
});

test('a count is a whole number, thousands separated or not', () => {
  expect(readCount('1,234')).toEqual({ value: 1234 });
  expect(readCount(0)).toEqual({ value: 0 });
  for (const wrong of ['1,23', '99,999,999', '1e3', '100000', '-1'])
    expect(readCount(wrong)).toEqual({ says: expect.any(String) });
});
