import * as z from 'zod';
import * as m from '#messages';
import { type Day, daysOfFiscalYear, fiscalYearOf } from '#platform/calendar.ts';
import type { Polarity } from './achievement.ts';

export const polarityWords: Record<Polarity, () => string> = {
  up: m.plan_polarity_up,
  down: m.plan_polarity_down,
  range: m.plan_polarity_range,
  context: m.plan_polarity_context,
};

/** 出どころ: what an indicator's values come from. */
export const sources = ['encounters', 'survey', 'statistic', 'typed'] as const;
export type Source = (typeof sources)[number];
export const sourceWords: Record<Source, () => string> = {
  encounters: m.plan_source_encounters,
  survey: m.plan_source_survey,
  statistic: m.plan_source_statistic,
  typed: m.plan_source_typed,
};

/** 案 or 決定; 取消 ends a link and stays readable. */
export const linkStates = ['draft', 'decided', 'removed'] as const;
export type LinkState = (typeof linkStates)[number];
export const linkStateWords: Record<LinkState, () => string> = {
  draft: m.plan_link_draft,
  decided: m.plan_link_decided,
  removed: m.plan_link_removed,
};

/** 評価 looks back, 第2期につなげよう forward. */
export const evaluationKinds = ['evaluation', 'carry_on'] as const;
export type EvaluationKind = (typeof evaluationKinds)[number];

/** What a fiscal year can be. 'running' and 'over' are both open (未確定): the figures still move. */
export const yearStates = ['coming', 'running', 'over', 'fixed', 'published'] as const;
export type YearState = (typeof yearStates)[number];
export const yearStateWords: Record<YearState, () => string> = {
  coming: m.plan_year_coming,
  running: m.plan_year_running,
  over: m.plan_year_over,
  fixed: m.plan_year_fixed,
  published: m.plan_year_published,
};

/** The state of a fiscal year on a day, from the rows that somebody's decisions left behind. */
export function yearStateOf(
  fiscalYear: number,
  today: Day,
  { fixed, published }: { fixed: boolean; published: boolean },
): YearState {
  if (published) return 'published';
  if (fixed) return 'fixed';
  if (fiscalYear > fiscalYearOf(today)) return 'coming';
  return daysOfFiscalYear(fiscalYear).last < today ? 'over' : 'running';
}

/** What a figure of that year is: open figures move, fixed and published ones do not. */
export type FigureState = 'open' | 'fixed' | 'published';
export type YearAct = 'record' | 'bring_value' | 'set_target' | 'define' | 'fix' | 'publish';

/** Yes; only with a reason, as an addition beside the fixed figure; or no, and why. */
type Allowance = 'yes' | 'with_reason' | (() => string);

/** Which acts a year allows: the one table behind the server's refusal and the disabled button with its reason. */
const allowances: Record<YearAct, Record<YearState, Allowance>> = {
  record: {
    coming: m.plan_refused_not_begun,
    running: 'yes',
    over: 'yes',
    fixed: 'with_reason',
    published: 'with_reason',
  },
  bring_value: {
    coming: m.plan_refused_not_begun,
    running: 'yes',
    over: 'yes',
    fixed: 'with_reason',
    published: 'with_reason',
  },
  set_target: {
    coming: 'yes',
    running: 'yes',
    over: 'yes',
    fixed: m.plan_refused_target_fixed,
    published: m.plan_refused_target_fixed,
  },
  define: {
    coming: 'yes',
    running: 'yes',
    over: 'yes',
    fixed: m.plan_refused_define_fixed,
    published: m.plan_refused_define_fixed,
  },
  fix: {
    coming: m.plan_refused_not_begun,
    running: m.plan_refused_not_over,
    over: 'yes',
    fixed: m.plan_refused_already_fixed,
    published: m.plan_refused_already_published,
  },
  publish: {
    coming: m.plan_refused_not_begun,
    running: m.plan_refused_not_over,
    over: m.plan_refused_fix_first,
    fixed: 'yes',
    published: m.plan_refused_already_published,
  },
};

/** Why a year does not allow an act, as a sentence that says what to do; null where it does. */
export function whyNot(act: YearAct, state: YearState): string | null {
  const allowance = allowances[act][state];
  return typeof allowance === 'function' ? allowance() : null;
}

/** Whether a year takes this only with a reason, as an addition beside what is fixed. */
export function needsReason(act: YearAct, state: YearState): boolean {
  return allowances[act][state] === 'with_reason';
}

/** 文言: what of a plan is worded by people, and can be reworded. */
export const wordedParts = ['vision', 'owner', 'challenge', 'group', 'measure'] as const;
export type WordedPart = (typeof wordedParts)[number];

/** Below this a count is not shown to whoever reads dated figures only, until a town sets another number. */
export const usualSmallest = 10;
/** Two people who belong to a cell of two know each other's: below three nothing would be hidden. */
export const leastSmallest = 3;
export const mostSmallest = 100;

/**
 * A count as a reader of dated figures sees it: null and masked when it is small enough to point at somebody.
 *
 * @param smallest the smallest count that the town shows
 */
export function maskSmall(value: number, smallest: number): { value: number | null; masked: boolean } {
  return value > 0 && value < smallest ? { value: null, masked: true } : { value, masked: false };
}

/** 計画・指標のコード: stands in addresses and file names. */
export const code = z
  .string({ error: () => m.plan_field_code() })
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: () => m.plan_field_code() });

export const fiscalYear = z
  .int({ error: () => m.plan_field_year() })
  .min(1950, { error: () => m.plan_field_year() })
  .max(2150, { error: () => m.plan_field_year() });
