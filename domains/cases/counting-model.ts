import * as z from 'zod';
import * as m from '#messages';
import { fiscalYearOf } from '#platform/calendar.ts';

/** What is done when somebody comes again: each reception counts, one in a fiscal year, or one while no case is open. */
export const againRules = ['each', 'once_a_year', 'when_none_open'] as const;
export type AgainRule = (typeof againRules)[number];
export const againWords: Record<AgainRule, () => string> = {
  each: m.cases_counting_again_each,
  once_a_year: m.cases_counting_again_once_a_year,
  when_none_open: m.cases_counting_again_when_none_open,
};

/** 新規相談の数え方: which receptions count as new, from a day on. */
export const counting = z.object({
  version: z.int(),
  starts_on: z.string(),
  again: z.enum(againRules),
  unnamed: z.boolean(),
  /** The ways that count (codes of the list `intake_channel`); null: every. */
  channels: z.array(z.string()).nullable(),
  reason: z.string(),
});
export type Counting = z.output<typeof counting>;

/** A reception as the counting looks at it. */
export interface Reception {
  readonly id: string;
  readonly received_on: string;
  readonly channel: string;
  /** Whether the person's name is known now. */
  readonly named: boolean;
  /** Whether a case of the person was open already when it came. */
  readonly open: boolean;
}

/** The version in force on a day; null before the first. `countings` in any order. */
export function countingOn<One extends { starts_on: string }>(
  countings: readonly One[],
  day: string,
): One | null {
  return countings
    .filter(({ starts_on }) => starts_on <= day)
    .reduce<One | null>(
      (newest, one) => (newest === null || one.starts_on > newest.starts_on ? one : newest),
      null,
    );
}

/**
 * Which of one person's receptions count as new, each by the version in force on its day. Where no version had begun, every
 * reception does.
 *
 * @param receptions in the order in which they came
 */
export function listNew(
  receptions: readonly Reception[],
  countings: readonly Counting[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const years = new Set<number>();
  for (const one of receptions) {
    const by = countingOn(countings, one.received_on);
    const year = fiscalYearOf(one.received_on);
    if (by && !countsBy(by, one, years.has(year))) continue;
    found.add(one.id);
    years.add(year);
  }
  return found;
}

function countsBy({ again, unnamed, channels }: Counting, one: Reception, counted: boolean): boolean {
  if (!one.named && !unnamed) return false;
  if (channels && !channels.includes(one.channel)) return false;
  return again === 'each' || (again === 'once_a_year' ? !counted : !one.open);
}
