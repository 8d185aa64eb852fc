import * as z from 'zod';
import * as m from '#messages';
import { addDays } from '#platform/calendar.ts';

/** Who enters with a printed code: no account and no post. The gate gives it this role (gate.sql). */
export const keyRole = 'key_my_record';

/** Whose record a code opens. */
export const abouts = ['client', 'household'] as const;
export type About = (typeof abouts)[number];

export const givenTos = ['person', 'representative'] as const;
export const givenToWords: Record<(typeof givenTos)[number], () => string> = {
  person: m.disclosures_given_person,
  representative: m.disclosures_given_representative,
};

/** 本人確認 */
export const checks = ['card', 'papers', 'known'] as const;
export const checkWords: Record<(typeof checks)[number], () => string> = {
  card: m.disclosures_check_card,
  papers: m.disclosures_check_papers,
  known: m.disclosures_check_known,
};

export const questionKinds = ['ask', 'object'] as const;
export const questionKindWords: Record<(typeof questionKinds)[number], () => string> = {
  ask: m.disclosures_question_ask,
  object: m.disclosures_question_object,
};

/** 請求の種類: 開示・訂正・利用停止 */
export const requestKinds = ['disclose', 'correct', 'stop'] as const;
export type RequestKind = (typeof requestKinds)[number];
export const requestKindWords: Record<RequestKind, () => string> = {
  disclose: m.disclosures_request_disclose,
  correct: m.disclosures_request_correct,
  stop: m.disclosures_request_stop,
};

export const ways = ['desk', 'letter', 'proxy'] as const;
export const wayWords: Record<(typeof ways)[number], () => string> = {
  desk: m.disclosures_way_desk,
  letter: m.disclosures_way_letter,
  proxy: m.disclosures_way_proxy,
};

export const requesters = ['person', 'parent', 'guardian', 'mandated'] as const;
export const requesterWords: Record<(typeof requesters)[number], () => string> = {
  person: m.disclosures_requester_person,
  parent: m.disclosures_requester_parent,
  guardian: m.disclosures_requester_guardian,
  mandated: m.disclosures_requester_mandated,
};

export const outcomes = ['whole', 'part', 'none', 'not_held', 'not_said'] as const;
export type Outcome = (typeof outcomes)[number];
export const outcomeWords: Record<Outcome, () => string> = {
  whole: m.disclosures_outcome_whole,
  part: m.disclosures_outcome_part,
  none: m.disclosures_outcome_none,
  not_held: m.disclosures_outcome_not_held,
  not_said: m.disclosures_outcome_not_said,
};

export const steps = ['extended', 'decided', 'carried_out', 'taken_back'] as const;
export type StepName = (typeof steps)[number];
export const stepWords: Record<StepName, () => string> = {
  extended: m.disclosures_step_extended,
  decided: m.disclosures_step_decided,
  carried_out: m.disclosures_step_carried_out,
  taken_back: m.disclosures_step_taken_back,
};

/** How a request stands: what its last step says. */
export const requestStates = ['received', ...steps] as const;
export type RequestState = (typeof requestStates)[number];
export const requestStateWords: Record<RequestState, () => string> = {
  received: m.disclosures_state_received,
  ...stepWords,
};

/** Which steps may follow: the one table behind the server's refusal and the buttons of the page. */
export const stepsFrom: Record<RequestState, readonly StepName[]> = {
  received: ['extended', 'decided', 'taken_back'],
  extended: ['decided', 'taken_back'],
  decided: ['carried_out'],
  carried_out: [],
  taken_back: [],
};

/** The last day, when `days` run from the day after `from` (個人情報の保護に関する法律 83条). */
export function dueAfter(from: string, days: number): string {
  return addDays(from, days);
}

/**
 * What a person is told of the trail, by the word of the entry: what was done with which part of the record, in plain words.
 * The same words as `gate.told_words()`; what is not here is not told.
 */
export const toldWords: Record<string, () => string> = {
  'household.read': m.disclosures_told_household_read,
  'households.listed': m.disclosures_told_household_listed,
  'round.read': m.disclosures_told_household_listed,
  'household.registered': m.disclosures_told_household_written,
  'household.corrected': m.disclosures_told_household_written,
  'household.history_read': m.disclosures_told_household_history,
  'household.answered': m.disclosures_told_household_written,
  'household.reason_written': m.disclosures_told_reason_written,
  'visit.recorded': m.disclosures_told_visit_written,
  'visit.corrected': m.disclosures_told_visit_written,
  'visit.read': m.disclosures_told_visit_read,
  'visit_photo.read': m.disclosures_told_visit_read,
  'visit_photo.taken_out': m.disclosures_told_visit_written,
  'visits.listed': m.disclosures_told_visit_read,
  'households.exported': m.disclosures_told_household_taken,
  'visits.exported': m.disclosures_told_visits_taken,
  'case.read': m.disclosures_told_case_read,
  'cases.listed': m.disclosures_told_case_listed,
  'case.note_written': m.disclosures_told_note_written,
  'joinings.read': m.disclosures_told_joining_read,
  'joining.begun': m.disclosures_told_joining_written,
  'joining.step_taken': m.disclosures_told_joining_written,
  'joining.next_look_set': m.disclosures_told_joining_written,
  'joining.place_told': m.disclosures_told_place_told,
  'support_plan.drafted': m.disclosures_told_plan_written,
  'support_plan.rewritten': m.disclosures_told_plan_written,
  'support_plan.read': m.disclosures_told_plan_read,
  'consent.recorded': m.disclosures_told_consent_written,
  'consent.withdrawn': m.disclosures_told_consent_written,
  'consents.read': m.disclosures_told_consent_read,
  'wish_referral.passed': m.disclosures_told_wish_passed,
  'wish_referrals.read': m.disclosures_told_wish_read,
  'wish_referrals.listed': m.disclosures_told_wish_received,
  'wish_referral.taken': m.disclosures_told_wish_taken,
  'person_provision.given': m.disclosures_told_provision_given,
  'person_provision.withdrawn': m.disclosures_told_provision_ended,
  'escalation.read': m.disclosures_told_visit_read,
  'escalations.listed': m.disclosures_told_visit_read,
  'escalation.followed': m.disclosures_told_visit_read,
  'escalation.taken': m.disclosures_told_escalation,
  'escalation.acted_on': m.disclosures_told_escalation,
  'escalation.closed': m.disclosures_told_escalation,
  'absence.told': m.disclosures_told_visit_written,
  'absence.taken_back': m.disclosures_told_visit_written,
  'absences.listed': m.disclosures_told_visit_read,
  'round_sheet.printed': m.disclosures_told_household_taken,
  'round_sheet.read': m.disclosures_told_visit_read,
  'round_sheet.entered': m.disclosures_told_visit_written,
  'visit_wish.heard': m.disclosures_told_visit_written,
  'visit_wishes.listed': m.disclosures_told_visit_read,
  'ledger.checked': m.disclosures_told_household_read,
  'ledger.imported': m.disclosures_told_ledger,
  'ledger.withdrawn': m.disclosures_told_ledger,
  'household.moved': m.disclosures_told_household_written,
  'household.closed': m.disclosures_told_household_written,
  'household.reopened': m.disclosures_told_household_written,
  'household.member_added': m.disclosures_told_household_written,
  'household.member_ended': m.disclosures_told_household_written,
  'household.merged': m.disclosures_told_household_written,
  'household.merge_undone': m.disclosures_told_household_written,
  'visit.withdrawn': m.disclosures_told_visit_written,
  'client.read': m.disclosures_told_client_read,
  'clients.listed': m.disclosures_told_case_listed,
  'client.identity_corrected': m.disclosures_told_client_written,
  'client.contact_corrected': m.disclosures_told_client_written,
  'client.assessed': m.disclosures_told_assessment_written,
  'client.assessment_read': m.disclosures_told_assessment_read,
  'given_record.read': m.disclosures_told_given_read,
  'given_record.printed': m.disclosures_told_given_taken,
  'emergency.opened': m.disclosures_told_emergency,
  'given_people.listed': m.disclosures_told_case_listed,
  'case.notes_read': m.disclosures_told_note_read,
  'case.note_read': m.disclosures_told_note_read,
  'case.notes_exported': m.disclosures_told_note_taken,
  'case.note_corrected': m.disclosures_told_note_written,
  'case.note_withdrawn': m.disclosures_told_note_written,
  'case.picture_read': m.disclosures_told_case_read,
  'case.files_listed': m.disclosures_told_case_read,
  'case_scan.read': m.disclosures_told_case_read,
  'case.file_attached': m.disclosures_told_note_written,
  'support_plans.listed': m.disclosures_told_plan_read,
  'support_plan.printed': m.disclosures_told_plan_taken,
  'copy_sheet.read': m.disclosures_told_client_read,
  'copy_sheet.printed': m.disclosures_told_client_taken,
  'consent_form.printed': m.disclosures_told_consent_taken,
  'client.assessment_printed': m.disclosures_told_assessment_taken,
};

/** One line of 「わたしの記録を見た人」. */
export const toldEntry = z.object({
  id: z.uuid(),
  at: z.string(),
  /** The day in the town. */
  day: z.string(),
  body_name: z.string(),
  role: z.string(),
  /** What was done, as `toldWords` says it. */
  what: z.string(),
});
export type ToldEntry = z.output<typeof toldEntry>;

export const question = z.object({
  id: z.uuid(),
  kind: z.enum(questionKinds),
  words: z.string(),
  asked_at: z.string(),
  answer: z.string().nullable(),
  answered_at: z.string().nullable(),
});
export type Question = z.output<typeof question>;
