import * as z from 'zod';
import * as m from '#messages';
import { type Day, daysOfFiscalYear, fiscalYearOf } from '#platform/calendar.ts';

/** 保存区分: what `retention_class` can say. Every value that stands in a table stands here (coverage.test.ts). */
export const retentionClasses = [
  'watching',
  'account',
  'count',
  'provision',
  'planning',
  'draft',
  'disposal',
  'case',
  'consent',
  'protection',
  'conference',
  'disclosure',
  'wish',
] as const;
export type RetentionClass = (typeof retentionClasses)[number];

/**
 * Usual years of each class, until the town sets others. No national rule gives them: five years after closing is what
 * contracts and 文書規程 usually say of case records, one year the least for logs, ten for account books.
 */
export const usualYears: Record<RetentionClass, number> = {
  watching: 5,
  account: 3,
  count: 5,
  provision: 5,
  planning: 10,
  draft: 0,
  disposal: 30,
  case: 5,
  consent: 5,
  protection: 5,
  conference: 5,
  disclosure: 5,
  wish: 5,
};

export const classWords: Record<RetentionClass, () => string> = {
  watching: m.disposals_class_watching,
  account: m.disposals_class_account,
  count: m.disposals_class_count,
  provision: m.disposals_class_provision,
  planning: m.disposals_class_planning,
  draft: m.disposals_class_draft,
  disposal: m.disposals_class_disposal,
  case: m.disposals_class_case,
  consent: m.disposals_class_consent,
  protection: m.disposals_class_protection,
  conference: m.disposals_class_conference,
  disclosure: m.disposals_class_disclosure,
  wish: m.disposals_class_wish,
};

/** When the years of a class begin to run: at the end of the fiscal year in which this happened. */
export const startWords: Record<RetentionClass, () => string> = {
  watching: m.disposals_start_watching,
  account: m.disposals_start_account,
  count: m.disposals_start_count,
  provision: m.disposals_start_provision,
  planning: m.disposals_start_planning,
  draft: m.disposals_start_draft,
  disposal: m.disposals_start_disposal,
  case: m.disposals_start_case,
  consent: m.disposals_start_consent,
  protection: m.disposals_start_protection,
  conference: m.disposals_start_conference,
  disclosure: m.disposals_start_disclosure,
  wish: m.disposals_start_wish,
};

/** What is destroyed together, and stands on one list; of which class it is. */
export const classOfKind = {
  household: 'watching',
  member: 'watching',
  group_member: 'watching',
  handover: 'watching',
  scan: 'count',
  sheet: 'count',
  request: 'count',
  receipt: 'count',
  provision: 'provision',
  hold: 'disposal',
  account: 'account',
  post: 'account',
  transfer: 'account',
  town_hold: 'disposal',
  export: 'disposal',
  disposal: 'disposal',
  inquiry: 'planning',
  case: 'case',
  client: 'case',
  consent: 'consent',
  person_provision: 'provision',
  emergency_view: 'provision',
  protection: 'protection',
  disclosure_key: 'disclosure',
  disclosure_request: 'disclosure',
  conference: 'conference',
  match: 'wish',
  wish: 'wish',
  participant: 'wish',
  match_proposal: 'wish',
  contribution: 'wish',
  activity_sheet: 'count',
} as const satisfies Record<string, RetentionClass>;
export type Kind = keyof typeof classOfKind;
export const kinds = Object.keys(classOfKind) as [Kind, ...Kind[]];
export const kindWords: Record<Kind, () => string> = {
  household: m.disposals_kind_household,
  member: m.disposals_kind_member,
  group_member: m.disposals_kind_group_member,
  handover: m.disposals_kind_handover,
  scan: m.disposals_kind_scan,
  sheet: m.disposals_kind_sheet,
  request: m.disposals_kind_request,
  receipt: m.disposals_kind_receipt,
  provision: m.disposals_kind_provision,
  hold: m.disposals_kind_hold,
  account: m.disposals_kind_account,
  post: m.disposals_kind_post,
  transfer: m.disposals_kind_transfer,
  town_hold: m.disposals_kind_town_hold,
  export: m.disposals_kind_export,
  disposal: m.disposals_kind_disposal,
  inquiry: m.disposals_kind_inquiry,
  case: m.disposals_kind_case,
  client: m.disposals_kind_client,
  consent: m.disposals_kind_consent,
  person_provision: m.disposals_kind_person_provision,
  emergency_view: m.disposals_kind_emergency_view,
  protection: m.disposals_kind_protection,
  disclosure_key: m.disposals_kind_disclosure_key,
  disclosure_request: m.disposals_kind_disclosure_request,
  conference: m.disposals_kind_conference,
  match: m.disposals_kind_match,
  wish: m.disposals_kind_wish,
  participant: m.disposals_kind_participant,
  match_proposal: m.disposals_kind_match_proposal,
  contribution: m.disposals_kind_contribution,
  activity_sheet: m.disposals_kind_activity_sheet,
};

/** What keepers of households list: everything of people and groups. */
const ofHouseholds = [
  'household',
  'member',
  'group_member',
  'handover',
  'scan',
  'sheet',
  'request',
  'receipt',
  'provision',
  'hold',
] as const;

/**
 * Whose work it is to list what is due: of accounts and of what was decided the administrator's, of inquiries the planner's,
 * of people and groups their keeper's; at a window, of whoever works with persons, calls conferences, answers for the
 * records. The gate says the same (policies.sql, window-gate.sql).
 */
const kindsByRole = {
  gatherer: [...ofHouseholds, 'disclosure_key'],
  council_officer: ofHouseholds,
  administrator: ['account', 'post', 'transfer', 'town_hold', 'export', 'disposal', 'activity_sheet'],
  planner: ['inquiry'],
  intake_worker: ['case', 'conference'],
  case_coordinator: ['case', 'conference'],
  convener: ['conference'],
  community_coordinator: ['match', 'wish', 'participant', 'match_proposal', 'contribution', 'hold'],
  records_officer: [
    'client',
    'consent',
    'person_provision',
    'emergency_view',
    'protection',
    'disclosure_key',
    'disclosure_request',
    'hold',
  ],
} as const satisfies Record<string, readonly Kind[]>;
type Maker = keyof typeof kindsByRole;

export function kindsOf(role: string | null): readonly Kind[] {
  return role !== null && role in kindsByRole ? kindsByRole[role as Maker] : [];
}

/** Who keeps records of households. */
export function isKeeper(role: string | null): boolean {
  return role === 'gatherer' || role === 'council_officer';
}

/** Who works with persons at a window, or answers for what is kept of them: holds back what must not go. */
export function isOfWindow(role: string | null): boolean {
  return role === 'intake_worker' || role === 'case_coordinator' || role === 'records_officer';
}

/** Who brings wishes together, and keeps who takes part. */
export function coordinates(role: string | null): boolean {
  return role === 'community_coordinator';
}

export const makers = Object.keys(kindsByRole) as [Maker, ...Maker[]];
export const approvers = ['administrator', 'planner'] as const;
export const listReaders = [...makers, 'auditor'] as const;

/** So many people have to say yes, none of them the one who made the list. */
export const approvalsNeeded = 2;

/**
 * The last day whose events are due today: kept for `years` fiscal years after the one in which they happened.
 * What happened in 令和元年度 and is kept for five years is due from the first day of 令和7年度 on.
 */
export function lastDayDue(today: Day, years: number): Day {
  return daysOfFiscalYear(fiscalYearOf(today) - years - 1).last;
}

/** 廃棄停止 can be put on these. */
export const holdKinds = ['household', 'person', 'client', 'participant', 'body', 'period'] as const;
export type HoldKind = (typeof holdKinds)[number];
export const holdWords: Record<HoldKind, () => string> = {
  household: m.disposals_hold_household,
  person: m.disposals_hold_person,
  client: m.disposals_hold_client,
  participant: m.disposals_hold_participant,
  body: m.disposals_hold_body,
  period: m.disposals_hold_period,
};

/** Whose it is to place and lift a hold of a kind. */
export function mayHold(kind: HoldKind, role: string | null): boolean {
  if (kind === 'body' || kind === 'period') return role === 'administrator';
  if (kind === 'participant') return coordinates(role);
  return kind === 'client' ? isOfWindow(role) : isKeeper(role);
}

/** Where a list stands. */
export const states = ['made', 'submitted', 'approved', 'given_up', 'carried_out'] as const;
export type State = (typeof states)[number];
export const stateWords: Record<State, () => string> = {
  made: m.disposals_state_made,
  submitted: m.disposals_state_submitted,
  approved: m.disposals_state_approved,
  given_up: m.disposals_state_given_up,
  carried_out: m.disposals_state_carried_out,
};

const acts = {
  exclude: ['made'],
  submit: ['made'],
  approve: ['submitted'],
  give_up: ['made', 'submitted'],
} as const satisfies Record<string, readonly State[]>;
export type DisposalAct = keyof typeof acts;

/** Why an act is not possible with a list as it stands; null when it is. The server refuses with it. */
export function whyNot(act: DisposalAct, state: State): string | null {
  if ((acts[act] as readonly State[]).includes(state)) return null;
  return m.disposals_refused_state({ state: stateWords[state]() });
}

export const reason = z
  .string({ error: () => m.disposals_field_reason() })
  .trim()
  .min(1, { error: () => m.disposals_field_reason() })
  .max(500, { error: () => m.disposals_field_reason() });

/** Who wrote something: the role and its body, never a name. */
export const author = z.object({ role: z.string(), body: z.string().nullable() });

/** From how many persons on a file of personal records wants a second yes, until the town sets another number. */
export const usualExportLimit = 100;
/** A request waits so many days for its answer, and a yes so many days for being used. */
export const daysForAnswer = 7;
export const daysForFetching = 3;
