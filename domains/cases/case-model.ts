import * as z from 'zod';
import * as m from '#messages';

/** How a case stands: from the first word to its end (docs: 重層的支援体制整備事業, the flow of a case). */
export const caseStates = [
  'received',
  'screening',
  'closed_info_only',
  'referred_out',
  'consent_pending',
  'active',
  'support_conference',
  'consent_given',
  'plan_draft',
  'conference_review',
  'decided',
  'in_support',
  'evaluation',
  'ended',
  'discontinued',
  'transferred',
  'deceased',
  'lost_contact',
] as const;
export type CaseState = (typeof caseStates)[number];

export const caseStateWords: Record<CaseState, () => string> = {
  received: m.cases_state_received,
  screening: m.cases_state_screening,
  closed_info_only: m.cases_state_closed_info_only,
  referred_out: m.cases_state_referred_out,
  consent_pending: m.cases_state_consent_pending,
  active: m.cases_state_active,
  support_conference: m.cases_state_support_conference,
  consent_given: m.cases_state_consent_given,
  plan_draft: m.cases_state_plan_draft,
  conference_review: m.cases_state_conference_review,
  decided: m.cases_state_decided,
  in_support: m.cases_state_in_support,
  evaluation: m.cases_state_evaluation,
  ended: m.cases_state_ended,
  discontinued: m.cases_state_discontinued,
  transferred: m.cases_state_transferred,
  deceased: m.cases_state_deceased,
  lost_contact: m.cases_state_lost_contact,
};

/** Life goes its own way: these may follow on any state in which a case is open. */
const anyTime = ['transferred', 'deceased', 'lost_contact'] as const satisfies readonly CaseState[];

/**
 * The one table: which states follow on which. A state that nothing but `reopens` follows on is an end. Where consent is
 * withdrawn a case goes back to waiting for it; who was lost and comes again begins with a new screening.
 */
const next: Record<CaseState, readonly CaseState[]> = {
  received: ['screening'],
  screening: ['active', 'consent_pending', 'referred_out', 'closed_info_only', 'discontinued'],
  consent_pending: ['support_conference', 'consent_given'],
  support_conference: ['consent_pending', 'consent_given'],
  consent_given: ['plan_draft', 'consent_pending'],
  active: ['plan_draft', 'consent_pending', 'discontinued'],
  plan_draft: ['conference_review', 'consent_pending', 'discontinued'],
  conference_review: ['decided', 'plan_draft', 'consent_pending'],
  decided: ['in_support', 'consent_pending'],
  in_support: ['evaluation', 'consent_pending'],
  evaluation: ['ended', 'plan_draft', 'discontinued'],
  closed_info_only: [],
  referred_out: [],
  ended: [],
  discontinued: [],
  transferred: [],
  deceased: [],
  lost_contact: ['screening'],
};

const ends: readonly CaseState[] = [
  'closed_info_only',
  'referred_out',
  'ended',
  'discontinued',
  'transferred',
  'deceased',
  'lost_contact',
];

export function isEnd(state: CaseState): boolean {
  return ends.includes(state);
}

/**
 * The states that may follow, in the order in which they are offered. What another body has taken over ends here as referred,
 * wherever it stood.
 */
export function stepsFrom(state: CaseState, handedOver = false): readonly CaseState[] {
  if (isEnd(state)) return next[state];
  return [...new Set([...(handedOver ? (['referred_out'] as const) : []), ...next[state], ...anyTime])];
}

/** What is done with a case. Once it has ended only what belongs to the time before is still written. */
const acts = {
  write_note: 'always',
  correct_note: 'always',
  add_member: 'open',
  change_member: 'open',
  name_worker: 'open',
  screen: 'open',
  say_urgency: 'open',
  name: 'always',
  set_task: 'open',
  finish_task: 'always',
  picture: 'open',
  assess: 'open',
  attach: 'always',
  hand_over: 'open',
  note_gap: 'always',
  join: 'open',
  go_along: 'always',
} as const;
export type CaseAct = keyof typeof acts;

/** What has to be known of a case to say whether something is possible with it. */
export interface CaseStanding {
  readonly state: CaseState;
  /** Whether the actor works for the body that holds it. */
  readonly own: boolean;
  readonly holder_name: string;
}

/** Why an act is not possible with a case as it stands, as a sentence; null when it is. Server and button say the same. */
export function whyNotWithCase(act: CaseAct, { state, own, holder_name }: CaseStanding): string | null {
  if (!own) return m.cases_refused_not_ours({ holder: holder_name });
  if (acts[act] === 'open' && isEnd(state)) return m.cases_refused_ended({ state: caseStateWords[state]() });
  return null;
}

/** Why a case cannot take a step, as a sentence; null when it can. */
export function whyNotStep(
  to: CaseState,
  standing: CaseStanding & { readonly consented: number; readonly handed_over: boolean },
): string | null {
  const { state, own, holder_name, consented, handed_over } = standing;
  if (!own) return m.cases_refused_not_ours({ holder: holder_name });
  const words = { from: caseStateWords[state](), to: caseStateWords[to]() };
  if (!stepsFrom(state, handed_over).includes(to)) return m.cases_refused_step(words);
  if (to === 'consent_given' && consented === 0) return m.cases_refused_step_consent();
  return null;
}

/** 続柄, seen from the one the case began with. */
export const caseRelations = [
  'self',
  'spouse',
  'child',
  'parent',
  'sibling',
  'grandchild',
  'grandparent',
  'other_relative',
  'other',
] as const;
export type CaseRelation = (typeof caseRelations)[number];
export const caseRelationWords: Record<CaseRelation, () => string> = {
  self: m.cases_relation_self,
  spouse: m.cases_relation_spouse,
  child: m.cases_relation_child,
  parent: m.cases_relation_parent,
  sibling: m.cases_relation_sibling,
  grandchild: m.cases_relation_grandchild,
  grandparent: m.cases_relation_grandparent,
  other_relative: m.cases_relation_other_relative,
  other: m.cases_relation_other,
};

/** Whether a member has agreed to what is shared. Each for themselves, never for the household. */
export const memberConsents = ['given', 'refused', 'not_asked'] as const;
export type MemberConsent = (typeof memberConsents)[number];
export const memberConsentWords: Record<MemberConsent, () => string> = {
  given: m.cases_member_consent_given,
  refused: m.cases_member_consent_refused,
  not_asked: m.cases_member_consent_not_asked,
};

/** Words of a person, up to `max` characters; the sentence says so. */
export function wordsUpTo(max: number, sentence: (of: { max: number }) => string) {
  const error = () => sentence({ max });
  return z.string({ error }).trim().max(max, { error });
}

/** The same, and there have to be some. */
export function wordsNeeded(max: number, sentence: (of: { max: number }) => string) {
  const error = () => sentence({ max });
  return wordsUpTo(max, sentence).min(1, { error });
}

/** A word or none; what is left empty is nothing. */
export function wordsOrNone(max: number, sentence: (of: { max: number }) => string) {
  return wordsUpTo(max, sentence)
    .transform((typed) => typed || null)
    .nullable()
    .default(null);
}
