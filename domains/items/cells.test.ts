import { describe, expect, test } from 'vitest';
import { findItemOfHeading, readItemCell } from './cells.ts';
import { checkAnswers } from './checking.ts';
import { cellOfAnswer, headItem, type Item, type ItemKind } from './model.ts';

const ids = ['019c0000-0000-7000-8000-000000000001', '019c0000-0000-7000-8000-000000000002'];

function ask(kind: ItemKind, label: string, more: Partial<Item> = {}): Item {
  return {
    id: `019c0000-0000-7000-8000-00000001${label.charCodeAt(0).toString(16).padStart(4, '0')}`,
    record: 'visit',
    facet: 'visit',
    kind,
    label,
    hint: null,
    unit: null,
    required: false,
    starts_on: '2026-01-01',
    ends_on: null,
    options: ['郵便物', '食事・水分'].map((words, i) => ({
      id: ids[i] ?? '',
      label: words,
      starts_on: '2026-01-01',
      ends_on: null,
    })),
    ...more,
  };
}

const cups = ask('number', 'お茶の杯数', { unit: '杯' });
const signs = ask('choices', '気づいたこと');
const mood = ask('choice', '声');
const when = ask('date', '次');

describe('a column of an imported table', () => {
  test('belongs to the item it is named after, however wide it is written', () => {
    expect(findItemOfHeading([cups, signs], 'お茶の杯数')).toBe(cups);
    expect(findItemOfHeading([cups, signs], 'お茶の杯数（杯）')).toBe(cups);
    expect(findItemOfHeading([cups, signs], ' 気づいた こと')).toBe(signs);
    expect(findItemOfHeading([cups, signs], '気づき')).toBeNull();
    expect(findItemOfHeading([cups, ask('line', 'お茶の杯数')], 'お茶の杯数')).toBeNull();
  });

  test('is read by the kind of its item, and what cannot be read is named', () => {
    expect(readItemCell(cups, '３杯')).toEqual({ typed: 3 });
    expect(readItemCell(cups, 1200)).toEqual({ typed: 1200 });
    expect(readItemCell(cups, '1,200')).toEqual({ typed: 1200 });
    expect(readItemCell(cups, '三')).toEqual({ sentence: '「お茶の杯数」には整数を入れてください。' });
    expect(readItemCell(signs, '食事・水分、郵便物')).toEqual({ typed: [ids[1], ids[0]] });
    expect(readItemCell(signs, '郵便物、寒さ')).toEqual({
      sentence:
        '「気づいたこと」に「寒さ」という選択肢はありません。郵便物、食事・水分の中から選んでください。',
    });
    expect(readItemCell(signs, '食事・水分')).toEqual({ typed: [ids[1]] });
    expect(readItemCell(signs, '郵便物')).toEqual({ typed: [ids[0]] });
    expect(readItemCell(mood, '郵便物')).toEqual({ typed: ids[0] });
    expect(readItemCell(when, { day: '2026-03-01' })).toEqual({ typed: '2026-03-01' });
    expect(readItemCell(cups, { day: '2026-03-01' })).toEqual({
      sentence: '「お茶の杯数」に日付が入っています。この項目の答えを入れてください。',
    });
    expect(readItemCell(signs, null)).toEqual({ typed: null });
  });

  test('reads back what a file of this house says', () => {
    const typed = {
      [cups.id]: 2,
      [signs.id]: [ids[0] ?? ''],
      [mood.id]: ids[1] ?? '',
      [when.id]: '2026-02-03',
    };
    const items = [cups, signs, mood, when];
    const { answers } = checkAnswers(items, typed, { from: '2026-02-02', insists: false });
    for (const one of items) {
      const cell = cellOfAnswer(one, answers[one.id]);
      expect(findItemOfHeading(items, headItem(one, '2026-02-02'))).toBe(one);
      expect(readItemCell(one, cell)).toEqual({ typed: typed[one.id] });
    }
  });
});
