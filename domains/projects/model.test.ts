import { describe, expect, test } from 'vitest';
import { gradeMeasureBy, itemActs, itemStates, whyNotFix, whyNotItem } from './model.ts';

const scale = ['A', 'B', 'C', 'D'];

describe('the grade of a measure', () => {
  test('is its projects’ lowest, or the most frequent and of equals the lower one', () => {
    expect(gradeMeasureBy('lowest', scale, ['A', 'C', 'B'])).toBe('C');
    expect(gradeMeasureBy('majority', scale, ['A', 'A', 'B', 'C'])).toBe('A');
    expect(gradeMeasureBy('majority', scale, ['A', 'B', 'A', 'B'])).toBe('B');
  });

  test('follows from graded projects alone, and from none not at all', () => {
    expect(gradeMeasureBy('lowest', scale, ['B', null])).toBe('B');
    expect(gradeMeasureBy('majority', scale, [null])).toBeNull();
    expect(gradeMeasureBy('lowest', scale, [])).toBeNull();
  });
});

test('every state says of every act that it may be done, or in a sentence why not', () => {
  for (const act of itemActs)
    for (const state of itemStates) expect(whyNotItem(act, state) ?? '。').toMatch(/。$/);
  expect(itemStates.filter((state) => whyNotItem('write', state) === null)).toEqual([
    'waiting',
    'draft',
    'answered',
    'returned',
  ]);
  expect(itemStates.filter((state) => whyNotItem('send_back', state) === null)).toEqual([
    'answered',
    'confirmed',
  ]);
  expect(itemStates.filter((state) => whyNotItem('confirm', state) === null)).toEqual(['answered']);
  expect(itemStates.filter((state) => whyNotItem('correct', state) === null)).toEqual(['fixed', 'published']);
});

test('an inquiry is fixed when all is confirmed and graded and the figures of its year stand still', () => {
  const ready = { stage: 'open', all: 3, confirmed: 3, yearFixed: true, ungraded: 0 } as const;
  expect(whyNotFix(ready)).toBeNull();
  expect(whyNotFix({ ...ready, confirmed: 1 })).toContain('2');
  expect(whyNotFix({ ...ready, ungraded: 4 })).toContain('4');
  expect(whyNotFix({ ...ready, yearFixed: false })).toContain('確定');
  expect(whyNotFix({ ...ready, stage: 'fixed' })).toContain('確定');
});
