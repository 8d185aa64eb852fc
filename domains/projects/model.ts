import * as m from '#messages';

/** 照会の段階: open until it is fixed (確定). */
export const stages = ['open', 'fixed', 'published'] as const;
export type Stage = (typeof stages)[number];
export const stageWords: Record<Stage, () => string> = {
  open: m.projects_stage_open,
  fixed: m.projects_stage_fixed,
  published: m.projects_stage_published,
};

/** What stands with one project of an inquiry, in the order in which it comes about. */
export const itemStates = [
  'waiting',
  'draft',
  'answered',
  'returned',
  'confirmed',
  'fixed',
  'published',
] as const;
export type ItemState = (typeof itemStates)[number];
export const itemStateWords: Record<ItemState, () => string> = {
  waiting: m.projects_state_waiting,
  draft: m.projects_state_draft,
  answered: m.projects_state_answered,
  returned: m.projects_state_returned,
  confirmed: m.projects_state_confirmed,
  fixed: m.projects_state_fixed,
  published: m.projects_state_published,
};

/** States in which the owner still owes an answer. */
export const owingStates: readonly ItemState[] = ['waiting', 'draft', 'returned'];

export const itemActs = ['write', 'send_back', 'confirm', 'correct'] as const;
export type ItemAct = (typeof itemActs)[number];

/** Which acts a state allows: the one table behind the server's refusal and the disabled button with its reason. */
const allowances: Record<ItemAct, Record<ItemState, true | (() => string)>> = {
  write: {
    waiting: true,
    draft: true,
    answered: true,
    returned: true,
    confirmed: m.projects_refused_write_confirmed,
    fixed: m.projects_refused_fixed,
    published: m.projects_refused_fixed,
  },
  send_back: {
    waiting: m.projects_refused_nothing_yet,
    draft: m.projects_refused_still_draft,
    answered: true,
    returned: m.projects_refused_already_returned,
    confirmed: true,
    fixed: m.projects_refused_fixed,
    published: m.projects_refused_fixed,
  },
  confirm: {
    waiting: m.projects_refused_nothing_yet,
    draft: m.projects_refused_still_draft,
    answered: true,
    returned: m.projects_refused_confirm_returned,
    confirmed: m.projects_refused_already_confirmed,
    fixed: m.projects_refused_fixed,
    published: m.projects_refused_fixed,
  },
  correct: {
    waiting: m.projects_refused_correct_open,
    draft: m.projects_refused_correct_open,
    answered: m.projects_refused_correct_open,
    returned: m.projects_refused_correct_open,
    confirmed: m.projects_refused_correct_open,
    fixed: true,
    published: true,
  },
};

/** Why the state of a project does not allow an act, as a sentence that says what to do; null where it does. */
export function whyNotItem(act: ItemAct, state: ItemState): string | null {
  const allowance = allowances[act][state];
  return allowance === true ? null : allowance();
}

export const inquiryActs = ['collect', 'fix', 'publish'] as const;
export type InquiryAct = (typeof inquiryActs)[number];

/** What is done with an inquiry as a whole; `collect` stands for reminding, gathering, opinions and replies. */
const inquiryAllowances: Record<InquiryAct, Record<Stage, true | (() => string)>> = {
  collect: { open: true, fixed: m.projects_refused_fixed, published: m.projects_refused_fixed },
  fix: { open: true, fixed: m.projects_refused_already_fixed, published: m.projects_refused_already_fixed },
  publish: {
    open: m.projects_refused_fix_first,
    fixed: true,
    published: m.projects_refused_already_published,
  },
};

/** Why the stage of an inquiry does not allow an act; null where it does. */
export function whyNotInquiry(act: InquiryAct, stage: Stage): string | null {
  const allowance = inquiryAllowances[act][stage];
  return allowance === true ? null : allowance();
}

/** What has to be there before an inquiry is fixed. */
export interface Readiness {
  readonly stage: Stage;
  readonly all: number;
  readonly confirmed: number;
  /** Whether the figures of the fiscal year are fixed: the paper prints them, and it is not to move. */
  readonly yearFixed: boolean;
  /** Measures whose grade a person has to write and nobody wrote. */
  readonly ungraded: number;
}

/** Why an inquiry cannot be fixed yet, the first thing that is missing; null when nothing is. */
export function whyNotFix({ stage, all, confirmed, yearFixed, ungraded }: Readiness): string | null {
  const stands = whyNotInquiry('fix', stage);
  if (stands !== null) return stands;
  if (confirmed < all) return m.projects_refused_unconfirmed({ n: all - confirmed });
  if (ungraded > 0) return m.projects_refused_ungraded({ n: ungraded });
  return yearFixed ? null : m.projects_refused_year_open();
}

/** How a measure's grade follows from its projects' grades. */
export const measureRules = ['lowest', 'majority', 'written'] as const;
export type MeasureRule = (typeof measureRules)[number];
export const measureRuleWords: Record<MeasureRule, () => string> = {
  lowest: m.projects_measure_rule_lowest,
  majority: m.projects_measure_rule_majority,
  written: m.projects_measure_rule_written,
};

/**
 * The grade of a measure by the town's rule. Of a project's year, never of a person. Projects without a grade do not
 * count; where several grades are equally frequent, the lower one holds.
 *
 * @param scale the codes of the grades, the best first
 * @param grades the grades of the measure's projects
 */
export function gradeMeasureBy(
  rule: Exclude<MeasureRule, 'written'>,
  scale: readonly string[],
  grades: readonly (string | null)[],
): string | null {
  const places = grades.flatMap((grade) => (grade === null ? [] : [scale.indexOf(grade)]));
  if (places.length === 0) return null;
  if (rule === 'lowest') return scale[Math.max(...places)] ?? null;
  const counts = scale.map((_, place) => places.filter((one) => one === place).length);
  return scale[counts.lastIndexOf(Math.max(...counts))] ?? null;
}
