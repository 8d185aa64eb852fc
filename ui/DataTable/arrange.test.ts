import { describe, expect, it } from 'vitest';
import { arrangeRows, foldText, turnSorting } from './arrange.ts';
import type { Column } from './columns.ts';

interface District {
  name: string;
  kana: string;
  visits: number | null;
}

const districts: District[] = [
  { name: '荘島', kana: 'しょうじま', visits: 120 },
  { name: '京町', kana: 'きょうまち', visits: null },
  { name: '日吉', kana: 'ひよし', visits: 95 },
];

const columns: Column<District>[] = [
  { key: 'name', heading: '校区', value: (row) => row.name, order: (row) => row.kana },
  { key: 'kana', heading: 'よみ', value: (row) => row.kana },
  { key: 'visits', heading: '訪問', value: (row) => row.visits, numeric: true },
];

const names = (rows: District[]) => rows.map((row) => row.name);

describe('the rows of a table', () => {
  it('stay as they came when nothing is asked', () => {
    expect(names(arrangeRows(districts, columns, '', null))).toEqual(['荘島', '京町', '日吉']);
  });

  it('are sorted by what the column names as its order', () => {
    const sorted = arrangeRows(districts, columns, '', { key: 'name', direction: 'ascending' });
    expect(names(sorted)).toEqual(['京町', '荘島', '日吉']);
  });

  it('keep empty cells at the end in both directions', () => {
    const up = arrangeRows(districts, columns, '', { key: 'visits', direction: 'ascending' });
    const down = arrangeRows(districts, columns, '', { key: 'visits', direction: 'descending' });
    expect(names(up)).toEqual(['日吉', '荘島', '京町']);
    expect(names(down)).toEqual(['荘島', '日吉', '京町']);
  });

  it('are found by every word, whatever kana or width it is typed in', () => {
    expect(names(arrangeRows(districts, columns, 'キョウ　京', null))).toEqual(['京町']);
    expect(names(arrangeRows(districts, columns, '９５', null))).toEqual(['日吉']);
    expect(arrangeRows(districts, columns, '荘島 120 いない', null)).toEqual([]);
  });

  it('leave the rows that were handed over as they were', () => {
    arrangeRows(districts, columns, '', { key: 'visits', direction: 'descending' });
    expect(names(districts)).toEqual(['荘島', '京町', '日吉']);
  });

  it('are turned round when the same column is pressed again', () => {
    expect(turnSorting(null, 'visits')).toEqual({ key: 'visits', direction: 'ascending' });
    expect(turnSorting({ key: 'visits', direction: 'ascending' }, 'visits').direction).toBe('descending');
    expect(turnSorting({ key: 'visits', direction: 'descending' }, 'visits').direction).toBe('ascending');
    expect(turnSorting({ key: 'visits', direction: 'ascending' }, 'name').key).toBe('name');
  });
});

describe('folded text', () => {
  it('is the same for ＡＢＣ and abc, for ヴィ and ゔぃ', () => {
    expect(foldText('ＡＢＣ')).toBe('abc');
    expect(foldText('ヴィ')).toBe('ゔぃ');
  });
});
