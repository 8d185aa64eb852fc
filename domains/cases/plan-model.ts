import * as m from '#messages';

/** Which conference has to look at a plan before the city decides. */
export const planKinds = ['self_support', 'multi_agency'] as const;
export type PlanKind = (typeof planKinds)[number];
export const planKindWords: Record<PlanKind, () => string> = {
  self_support: m.cases_plan_kind_self_support,
  multi_agency: m.cases_plan_kind_multi_agency,
};

/** 支援調整会議, without which a plan of 自立相談支援 cannot stand (生活困窮者自立支援制度), and 重層的支援会議. */
export const planConferences = ['support_coordination', 'multi_layer'] as const;
export type PlanConference = (typeof planConferences)[number];
export const planConferenceWords: Record<PlanConference, () => string> = {
  support_coordination: m.cases_plan_conference_support_coordination,
  multi_layer: m.cases_plan_conference_multi_layer,
};
export const conferenceNeeded: Record<PlanKind, PlanConference> = {
  self_support: 'support_coordination',
  multi_agency: 'multi_layer',
};

/** What a conference found of a plan. */
export const findings = ['fit', 'change', 'unfit'] as const;
export type Finding = (typeof findings)[number];
export const findingWords: Record<Finding, () => string> = {
  fit: m.cases_plan_finding_fit,
  change: m.cases_plan_finding_change,
  unfit: m.cases_plan_finding_unfit,
};

/** How a plan stands. It follows from what was done with it (plan-reading.ts); nobody sets it. */
export const planStates = [
  'draft',
  'proposed',
  'returned',
  'decided',
  'declined',
  'in_support',
  'reviewed',
  'ended',
  'replanned',
  'broken_off',
] as const;
export type PlanState = (typeof planStates)[number];
export const planStateWords: Record<PlanState, () => string> = {
  draft: m.cases_plan_state_draft,
  proposed: m.cases_plan_state_proposed,
  returned: m.cases_plan_state_returned,
  decided: m.cases_plan_state_decided,
  declined: m.cases_plan_state_declined,
  in_support: m.cases_plan_state_in_support,
  reviewed: m.cases_plan_state_reviewed,
  ended: m.cases_plan_state_ended,
  replanned: m.cases_plan_state_replanned,
  broken_off: m.cases_plan_state_broken_off,
};

/** Of these nothing more is done. */
const closedStates: readonly PlanState[] = ['ended', 'replanned', 'broken_off'];

export function isClosed(state: PlanState): boolean {
  return closedStates.includes(state);
}

const allows = {
  rewrite: ['draft', 'returned'],
  propose: ['draft', 'returned'],
  take_back: ['proposed'],
  agree: ['draft', 'returned', 'proposed'],
  find: ['proposed'],
  decide: ['proposed'],
  start: ['decided'],
  review: ['in_support', 'reviewed'],
  // What was broken off before anything began is evaluated too: the reason is what one learns from.
  close: ['draft', 'proposed', 'returned', 'decided', 'declined', 'in_support', 'reviewed'],
} as const satisfies Record<string, readonly PlanState[]>;
export type PlanAct = keyof typeof allows;

/** Why the state of a plan does not allow an act, as a sentence that says what to do; null where it does. */
export function whyNotPlan(act: PlanAct, state: PlanState): string | null {
  if ((allows[act] as readonly PlanState[]).includes(state)) return null;
  if (isClosed(state)) return m.cases_plan_refused_closed({ state: planStateWords[state]() });
  const sentences: Record<PlanAct, () => string> = {
    rewrite: m.cases_plan_refused_rewrite,
    propose: m.cases_plan_refused_propose,
    take_back: m.cases_plan_refused_take_back,
    agree: m.cases_plan_refused_agree,
    find: m.cases_plan_refused_find,
    decide: m.cases_plan_refused_decide,
    start: m.cases_plan_refused_start,
    review: m.cases_plan_refused_review,
    close: m.cases_plan_refused_close,
  };
  return sentences[act]();
}

/** What has to be known of a plan to say whether the city can decide on it. */
export interface Decidable {
  readonly kind: PlanKind;
  readonly state: PlanState;
  readonly agreed_on: string | null;
  /** What the conference that its kind needs said last of this proposal; null when it has not. */
  readonly finding: Finding | null;
}

/** Why the city cannot decide for a plan yet, the first thing that is missing; null when nothing is. */
export function whyNotDecide({ kind, state, agreed_on, finding }: Decidable): string | null {
  const stands = whyNotPlan('decide', state);
  if (stands !== null) return stands;
  const conference = planConferenceWords[conferenceNeeded[kind]]();
  if (finding === null) return m.cases_plan_refused_no_conference({ conference });
  if (finding !== 'fit')
    return m.cases_plan_refused_not_fit({ conference, finding: findingWords[finding]() });
  return agreed_on === null ? m.cases_plan_refused_not_agreed() : null;
}

/** What has to stand in a plan before it is put forward; the first thing that is missing. */
export function whyNotPropose(plan: {
  state: PlanState;
  trouble: string | null;
  goals: readonly unknown[];
  steps: readonly unknown[];
  starts_on: string | null;
  ends_on: string | null;
}): string | null {
  const stands = whyNotPlan('propose', plan.state);
  if (stands !== null) return stands;
  if (plan.trouble === null) return m.cases_plan_lacking_trouble();
  if (plan.goals.length === 0) return m.cases_plan_lacking_goal();
  if (plan.steps.length === 0) return m.cases_plan_lacking_step();
  return plan.starts_on === null || plan.ends_on === null ? m.cases_plan_lacking_span() : null;
}

export const spans = ['long', 'short'] as const;
export type Span = (typeof spans)[number];
export const spanWords: Record<Span, () => string> = {
  long: m.cases_plan_span_long,
  short: m.cases_plan_span_short,
};

/** Who does it: the person, family, a body. */
export const doers = ['person', 'family', 'body'] as const;
export type Doer = (typeof doers)[number];
export const doerWords: Record<Doer, () => string> = {
  person: m.cases_plan_doer_person,
  family: m.cases_plan_doer_family,
  body: m.cases_plan_doer_body,
};

export const decisions = ['yes', 'no', 'returned'] as const;
export type Decision = (typeof decisions)[number];
export const decisionWords: Record<Decision, () => string> = {
  yes: m.cases_plan_decision_yes,
  no: m.cases_plan_decision_no,
  returned: m.cases_plan_decision_returned,
};

/** 評価の区分: reached or enough, planned anew, broken off. */
export const outcomes = ['ended', 'replanned', 'broken_off'] as const;
export type Outcome = (typeof outcomes)[number];
export const outcomeWords: Record<Outcome, () => string> = {
  ended: m.cases_closing_outcome_ended,
  replanned: m.cases_closing_outcome_replanned,
  broken_off: m.cases_closing_outcome_broken_off,
};

/** 目標の達成度: of a goal, never of a person. */
export const attainments = ['full', 'mostly', 'partly', 'not'] as const;
export type Attainment = (typeof attainments)[number];
export const attainmentWords: Record<Attainment, () => string> = {
  full: m.cases_closing_attained_full,
  mostly: m.cases_closing_attained_mostly,
  partly: m.cases_closing_attained_partly,
  not: m.cases_closing_attained_not,
};

/** 「初回」「再プラン2回」 */
export function sayNumber(number: number): string {
  return number === 0 ? m.cases_plan_first() : m.cases_plan_again({ n: number });
}
