import { describe, expect, it } from 'vitest';
import { formatNumber } from '#platform/figure.ts';
import { achievementRate, isAchieved, marginOfError } from './achievement.ts';

describe('the rate of achievement', () => {
  it.each([
    [61.3, 70, '87.6'],
    [248933, 296000, '84.1'],
    [1181, 1020, '115.8'],
    [75.4, 87, '86.7'],
    [23.8, 29, '82.1'],
  ])('of %d against %d is %s %%', (actual, target, rate) => {
    expect(formatNumber(achievementRate('up', actual, target) ?? Number.NaN, 1)).toBe(rate);
  });

  it('is not stated where the quotient would mislead', () => {
    expect(achievementRate('down', 12, 10)).toBeNull();
    expect(achievementRate('range', 12, 10)).toBeNull();
    expect(achievementRate('up', 12, 0)).toBeNull();
    expect(achievementRate('up', null, 10)).toBeNull();
  });
});

describe('a target', () => {
  it('is met from its own value on, in the direction that is wished', () => {
    expect(isAchieved('up', 1020, 1020)).toBe(true);
    expect(isAchieved('up', 1019, 1020)).toBe(false);
    expect(isAchieved('down', 10, 10)).toBe(true);
    expect(isAchieved('down', 11, 10)).toBe(false);
  });

  it('is neither met nor missed where there is no direction or no number', () => {
    expect(isAchieved('context', 10, 10)).toBeNull();
    expect(isAchieved('up', null, 10)).toBeNull();
    expect(isAchieved('up', 10, null)).toBeNull();
  });
});

it('the 95 % margin of a survey share is given in points', () => {
  expect(formatNumber(marginOfError(61.3, 2000), 1)).toBe('2.1');
  expect(formatNumber(marginOfError(23.8, 2000), 1)).toBe('1.9');
});
