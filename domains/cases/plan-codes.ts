import * as m from '#messages';

/** A code and what it is called. */
export interface PlanCode {
  readonly code: string;
  readonly word: () => string;
}

/** 法定事業等の利用, and what a 多機関協働 plan starts. In the order of the form; to be confirmed with the town. */
export const services: readonly PlanCode[] = [
  { code: 'housing_benefit', word: m.cases_service_housing_benefit },
  { code: 'temporary_shelter', word: m.cases_service_temporary_shelter },
  { code: 'household_finance', word: m.cases_service_household_finance },
  { code: 'work_preparation', word: m.cases_service_work_preparation },
  { code: 'work_training', word: m.cases_service_work_training },
  { code: 'child_learning', word: m.cases_service_child_learning },
  { code: 'welfare_loan', word: m.cases_service_welfare_loan },
  { code: 'work_with_job_office', word: m.cases_service_work_with_job_office },
  { code: 'participation', word: m.cases_service_participation },
  { code: 'outreach', word: m.cases_service_outreach },
  { code: 'other', word: m.cases_service_other },
];

/** 見られた変化 */
export const changes: readonly PlanCode[] = [
  { code: 'public_assistance', word: m.cases_change_public_assistance },
  { code: 'housing', word: m.cases_change_housing },
  { code: 'health', word: m.cases_change_health },
  { code: 'disability_card', word: m.cases_change_disability_card },
  { code: 'will', word: m.cases_change_will },
  { code: 'aim', word: m.cases_change_aim },
  { code: 'daily_rhythm', word: m.cases_change_daily_rhythm },
  { code: 'relations', word: m.cases_change_relations },
  { code: 'household_budget', word: m.cases_change_household_budget },
  { code: 'asks_for_help', word: m.cases_change_asks_for_help },
  { code: 'self_respect', word: m.cases_change_self_respect },
  { code: 'relief', word: m.cases_change_relief },
  { code: 'work_income', word: m.cases_change_work_income },
  { code: 'other_income', word: m.cases_change_other_income },
  { code: 'work_began', word: m.cases_change_work_began },
  { code: 'school', word: m.cases_change_school },
  { code: 'taking_part', word: m.cases_change_taking_part },
  { code: 'less_alone', word: m.cases_change_less_alone },
  { code: 'other', word: m.cases_change_other },
];

/** 終結理由 */
export const reasons: readonly PlanCode[] = [
  { code: 'reached', word: m.cases_reason_reached },
  { code: 'handed_over', word: m.cases_reason_handed_over },
  { code: 'public_assistance', word: m.cases_reason_public_assistance },
  { code: 'wish', word: m.cases_reason_wish },
  { code: 'moved', word: m.cases_reason_moved },
  { code: 'died', word: m.cases_reason_died },
  { code: 'institution', word: m.cases_reason_institution },
  { code: 'lost', word: m.cases_reason_lost },
  { code: 'declined', word: m.cases_reason_declined },
  { code: 'replanned', word: m.cases_reason_replanned },
  { code: 'other', word: m.cases_reason_other },
];

/** What a code is called; the code itself where no list has it any more. */
export function sayCode(list: readonly PlanCode[], code: string): string {
  return list.find((one) => one.code === code)?.word() ?? code;
}

export function hasCodes(list: readonly PlanCode[], wanted: readonly string[]): boolean {
  return wanted.every((code) => list.some((one) => one.code === code));
}
