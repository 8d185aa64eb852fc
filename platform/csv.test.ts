import { describe, expect, it } from 'vitest';
import { type CsvCell, encodeCsv } from './csv.ts';
import { Refusal } from './refusal.ts';

const cp932 = new TextDecoder('shift_jis', { fatal: true });

function textOf(rows: CsvCell[][]): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(encodeCsv(rows, 'utf-8'));
}

describe('a CSV file', () => {
  it('quotes what RFC 4180 quotes and ends every row with CRLF', () => {
    expect(
      textOf([
        ['校区', 'a,b', '"引用"', '一\n二'],
        [null, 0, 70.5, ''],
      ]),
    ).toBe('校区,"a,b","""引用""","一\n二"\r\n,0,70.5,\r\n');
  });

  it('in UTF-8 begins with a byte order mark', () => {
    expect([...encodeCsv([['あ']], 'utf-8').slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('in CP932 keeps the characters of names that Shift_JIS alone lacks', () => {
    expect(cp932.decode(encodeCsv([['髙﨑', '①', '㈱', 1181]], 'cp932'))).toBe('髙﨑,①,㈱,1181\r\n');
  });

  it.each(['𠮷', '葛\u{E0100}', 'é'])('in CP932 refuses %s by name instead of losing it', (character) => {
    const write = () => encodeCsv([['校区', `まえ${character}あと`]], 'cp932');
    expect(write).toThrow(Refusal);
    expect(write).toThrow(`「${character}」`);
  });

  it('runs no text as a formula and leaves numbers numbers', () => {
    const risky = ['=1+1', '+81', '-1', '@SUM(A1)', '＝1', '\t=1'];
    expect(textOf([risky])).toBe(`${risky.map((text) => `'${text}`).join(',')}\r\n`);
    expect(textOf([[-1, '-', 'a=1']])).toBe('-1,-,a=1\r\n');
  });
});
