import * as m from '#messages';
import { type ProvisionState, stateOfProvision } from './model.ts';

/** What a body knows of a person is kept apart in facets, and provided facet by facet (docs/gate.md). */
export const personFacets = [
  'identity',
  'contact',
  'family',
  'consultation',
  'living',
  'economy',
  'health',
  'wish',
  'plan',
  'notes',
] as const;
export type PersonFacet = (typeof personFacets)[number];
export const personFacetWords: Record<PersonFacet, () => string> = {
  identity: m.consent_person_facet_identity,
  contact: m.consent_person_facet_contact,
  family: m.consent_person_facet_family,
  consultation: m.consent_person_facet_consultation,
  living: m.consent_person_facet_living,
  economy: m.consent_person_facet_economy,
  health: m.consent_person_facet_health,
  wish: m.consent_person_facet_wish,
  plan: m.consent_person_facet_plan,
  notes: m.consent_person_facet_notes,
};

/** What came of asking. A "no" is an answer like any other, and keeping in touch after it is work. */
export const decisions = ['given', 'refused'] as const;
export type Decision = (typeof decisions)[number];
export const decisionWords: Record<Decision, () => string> = {
  given: m.consent_decision_given,
  refused: m.consent_decision_refused,
};

/** Who said it. */
export const sayers = ['person', 'parent', 'guardian', 'curator', 'other'] as const;
export type Sayer = (typeof sayers)[number];
export const sayerWords: Record<Sayer, () => string> = {
  person: m.consent_sayer_person,
  parent: m.consent_sayer_parent,
  guardian: m.consent_sayer_guardian,
  curator: m.consent_sayer_curator,
  other: m.consent_sayer_other,
};

/** Whether the person understood what it is about. */
export const capacities = ['clear', 'supported', 'unclear'] as const;
export type Capacity = (typeof capacities)[number];
export const capacityWords: Record<Capacity, () => string> = {
  clear: m.consent_capacity_clear,
  supported: m.consent_capacity_supported,
  unclear: m.consent_capacity_unclear,
};

/** What became of copies that were asked back. */
export const returnOutcomes = ['none', 'returned', 'destroyed', 'kept'] as const;
export type ReturnOutcome = (typeof returnOutcomes)[number];
export const returnOutcomeWords: Record<ReturnOutcome, () => string> = {
  none: m.consent_return_none,
  returned: m.consent_return_returned,
  destroyed: m.consent_return_destroyed,
  kept: m.consent_return_kept,
};

/**
 * The last day on which somebody is a minor (民法4条: of age at eighteen; 年齢計算ニ関する法律: with the end of the day before the
 * birthday). Who was born on 29 February comes of age on 1 March.
 *
 * @param born a day, as the answer is
 */
export function lastDayAsMinor(born: string): string {
  const [year = 0, month = 1, day = 1] = born.split('-').map(Number);
  return new Date(Date.UTC(year + 18, month - 1, day - 1)).toISOString().slice(0, 10);
}

/**
 * How a provision is spoken of, on paper and between two bodies, without anybody's name: 8 signs in two groups.
 *
 * @param id of the provision
 */
export function numberOfProvision(id: string): string {
  const tail = id.slice(-8).toUpperCase();
  return `${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** Those who work with persons (相談員, 多機関協働 担当). */
export const windowRoles = ['intake_worker', 'case_coordinator'] as const;

/** Those who may be given something of a person. */
export const receivingRoles = [
  ...windowRoles,
  'convener',
  'commissioner',
  'visitor',
  'gatherer',
  'council_officer',
] as const;

/** Those who may open a person's record where life is in danger. */
export const emergencyRoles = ['intake_worker', 'case_coordinator', 'convener', 'council_officer'] as const;

/** 知らせた方法: how a person was told of an emergency view. */
export const tellingWays = ['met', 'phone', 'letter', 'proxy'] as const;
export const tellingWayWords: Record<(typeof tellingWays)[number], () => string> = {
  met: m.consent_telling_met,
  phone: m.consent_telling_phone,
  letter: m.consent_telling_letter,
  proxy: m.consent_telling_proxy,
};

/** Where a person's provision stands on a day: it ends with the consent it stands on, too. */
export function stateOfPersonProvision(
  provision: {
    starts_on: string;
    ends_on: string;
    withdrawn_at: string | null;
    consent_ended: boolean;
    basis: { ends_on: string | null };
  },
  today: string,
): ProvisionState {
  const state = stateOfProvision(provision, today);
  return state === 'open' && provision.consent_ended ? 'over' : state;
}
