import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';

/**
 * The items of the forms that are typed into the national statistics system, in the order of its screens as far as it is known.
 * A town compares it with the system as it is and sets its own order (転記の順番); items it leaves out are not shown.
 */
export const copyItems = [
  'received_on',
  'route',
  'name',
  'kana',
  'sex',
  'born_on',
  'address',
  'phone',
  'caller',
  'caller_relation',
  'worries',
  'worst',
  'issues',
  'attributes',
  'trouble',
  'consent',
  'case_number',
  'case_opened_on',
  'plan_kind',
  'plan_number',
  'plan_written_on',
  'plan_trouble',
  'plan_goals',
  'plan_services',
  'plan_span',
  'plan_next_review',
  'plan_agreed_on',
  'plan_conference_on',
  'plan_decided_on',
  'plan_decision',
  'plan_started_on',
  'closing_outcome',
  'closing_on',
  'closing_reason',
  'closing_changes',
  'closing_remains',
] as const;
export type CopyItem = (typeof copyItems)[number];

export const copyItemWords: Record<CopyItem, () => string> = {
  received_on: m.cases_copy_received_on,
  route: m.cases_copy_route,
  name: m.cases_copy_name,
  kana: m.cases_copy_kana,
  sex: m.cases_copy_sex,
  born_on: m.cases_copy_born_on,
  address: m.cases_copy_address,
  phone: m.cases_copy_phone,
  caller: m.cases_copy_caller,
  caller_relation: m.cases_copy_caller_relation,
  worries: m.cases_copy_worries,
  worst: m.cases_copy_worst,
  issues: m.cases_std_issues,
  attributes: m.cases_std_attributes,
  trouble: m.cases_copy_trouble,
  consent: m.cases_copy_consent,
  case_number: m.cases_copy_case_number,
  case_opened_on: m.cases_copy_case_opened_on,
  plan_kind: m.cases_copy_plan_kind,
  plan_number: m.cases_copy_plan_number,
  plan_written_on: m.cases_copy_plan_written_on,
  plan_trouble: m.cases_copy_plan_trouble,
  plan_goals: m.cases_copy_plan_goals,
  plan_services: m.cases_copy_plan_services,
  plan_span: m.cases_copy_plan_span,
  plan_next_review: m.cases_copy_plan_next_review,
  plan_agreed_on: m.cases_copy_plan_agreed_on,
  plan_conference_on: m.cases_copy_plan_conference_on,
  plan_decided_on: m.cases_copy_plan_decided_on,
  plan_decision: m.cases_copy_plan_decision,
  plan_started_on: m.cases_copy_plan_started_on,
  closing_outcome: m.cases_copy_closing_outcome,
  closing_on: m.cases_copy_closing_on,
  closing_reason: m.cases_copy_closing_reason,
  closing_changes: m.cases_copy_closing_changes,
  closing_remains: m.cases_copy_closing_remains,
};

/** Whether somebody has compared the order with the system. */
export function sayOrder({ confirmed, starts_on }: { confirmed: boolean; starts_on: string | null }): string {
  if (starts_on === null) return m.cases_copy_order_usual();
  return confirmed
    ? m.cases_copy_order_confirmed({ day: formatDay(starts_on) })
    : m.cases_copy_order_unconfirmed({ day: formatDay(starts_on) });
}

/** An order as it is typed, one item a line by its words; what is no item stays as it is, so that it is refused by name. */
export function readOrder(typed: string): CopyItem[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => copyItems.find((item) => copyItemWords[item]() === line) ?? (line as CopyItem));
}
