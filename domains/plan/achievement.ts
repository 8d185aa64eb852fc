/** 上げる up, 下げる down, 幅におさめる range, 目安のみ context. */
export const polarities = ['up', 'down', 'range', 'context'] as const;
export type Polarity = (typeof polarities)[number];

/**
 * 達成率: actual as a percentage of the target, unrounded (it is written with one decimal). Only for what is to
 * go up and has a target above zero: for the rest the quotient says nothing about achievement, and is null.
 */
export function achievementRate(
  polarity: Polarity,
  actual: number | null,
  target: number | null,
): number | null {
  if (polarity !== 'up' || actual === null || target === null || target <= 0) return null;
  return (actual / target) * 100;
}

/** Whether the target was met; null where that is not a question, or a number is missing. */
export function isAchieved(polarity: Polarity, actual: number | null, target: number | null): boolean | null {
  if (actual === null || target === null) return null;
  if (polarity === 'up') return actual >= target;
  if (polarity === 'down') return actual <= target;
  return null;
}

/**
 * Half the width of the 95 % interval of a survey share, in points: 1.96·√(p(1−p)/n) for a simple random
 * sample with `answered` valid answers. `percent` runs from 0 to 100.
 */
export function marginOfError(percent: number, answered: number): number {
  const share = percent / 100;
  return 1.96 * Math.sqrt((share * (1 - share)) / answered) * 100;
}
