import { describe, expect, it } from 'vitest';
import { maskSmall, needsReason, whyNot, type YearAct, yearStateOf, yearStates } from './model.ts';
import { rule } from './rule.ts';

describe('a fiscal year', () => {
  const untouched = { fixed: false, published: false };
  it.each([
    [2025, '2025-03-31', 'coming'],
    [2025, '2025-04-01', 'running'],
    [2025, '2026-03-31', 'running'],
    [2025, '2026-04-01', 'over'],
  ])('%d is, on %s, %s while nobody has fixed it', (year, today, state) => {
    expect(yearStateOf(year, today, untouched)).toBe(state);
  });

  it('is what somebody decided, once somebody has', () => {
    expect(yearStateOf(2024, '2026-02-02', { fixed: true, published: false })).toBe('fixed');
    expect(yearStateOf(2024, '2026-02-02', { fixed: true, published: true })).toBe('published');
  });

  it.each<[YearAct, string[]]>([
    ['record', ['running', 'over', 'fixed', 'published']],
    ['bring_value', ['running', 'over', 'fixed', 'published']],
    ['set_target', ['coming', 'running', 'over']],
    ['define', ['coming', 'running', 'over']],
    ['fix', ['over']],
    ['publish', ['fixed']],
  ])('allows %s in %j and says why not in the others', (act, allowed) => {
    for (const state of yearStates) {
      const refused = whyNot(act, state);
      if (allowed.includes(state)) expect(refused).toBeNull();
      else expect(refused).toMatch(/。$/);
    }
  });

  it('takes a record or a value only with a reason once it is fixed', () => {
    expect(yearStates.filter((state) => needsReason('record', state))).toEqual(['fixed', 'published']);
    expect(yearStates.filter((state) => needsReason('bring_value', state))).toEqual(['fixed', 'published']);
  });
});

it.each([
  [0, 0, false],
  [1, null, true],
  [9, null, true],
  [10, 10, false],
])('a count of %d is shown to a reader of dated figures as %s', (count, value, masked) => {
  expect(maskSmall(count, 10)).toEqual({ value, masked });
});

describe('a counting rule', () => {
  const visits = {
    counts: 'encounters',
    period: 'fiscal_year',
    kinds: ['visit'],
    roles: ['visitor', 'gatherer'],
    channels: null,
    contacts: null,
    sources: ['single', 'sheet'],
    distinct: 'events',
  };

  it('is data', () => {
    expect(rule.parse(visits)).toEqual(visits);
  });

  it('cannot ask sheets for a result, which they do not carry', () => {
    expect(rule.safeParse({ ...visits, contacts: ['met'] }).success).toBe(false);
    expect(rule.safeParse({ ...visits, contacts: ['met'], sources: ['single'] }).success).toBe(true);
  });

  it('names only kinds and roles that exist', () => {
    expect(rule.safeParse({ ...visits, kinds: ['vist'] }).success).toBe(false);
    expect(rule.safeParse({ ...visits, roles: ['visiter'] }).success).toBe(false);
  });
});
