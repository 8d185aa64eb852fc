import * as z from 'zod';
import * as m from '#messages';

/** What is known of a household is kept apart in facets, and provided facet by facet. */
export const facets = ['household', 'watching', 'visit'] as const;
export type Facet = (typeof facets)[number];
export const facetWords: Record<Facet, () => string> = {
  household: m.consent_facet_household,
  watching: m.consent_facet_watching,
  visit: m.consent_facet_visit,
};

/** What a provision is for. */
export const purposes = [
  'watching',
  'support',
  'conference',
  'evacuation',
  'danger',
  'child',
  'abuse',
] as const;
export type Purpose = (typeof purposes)[number];
export const purposeWords: Record<Purpose, () => string> = {
  watching: m.consent_purpose_watching,
  support: m.consent_purpose_support,
  conference: m.consent_purpose_conference,
  evacuation: m.consent_purpose_evacuation,
  danger: m.consent_purpose_danger,
  child: m.consent_purpose_child,
  abuse: m.consent_purpose_abuse,
};

export const grounds = ['consent', 'entrustment', 'joint_use', 'statute', 'danger'] as const;
export type Ground = (typeof grounds)[number];
export const groundWords: Record<Ground, () => string> = {
  consent: m.consent_ground_consent,
  entrustment: m.consent_ground_entrustment,
  joint_use: m.consent_ground_joint_use,
  statute: m.consent_ground_statute,
  danger: m.consent_ground_danger,
};

/** When the person is told of a provision. */
export const tellings = ['now', 'after_decision', 'never'] as const;
export type Telling = (typeof tellings)[number];
export const tellingWords: Record<Telling, () => string> = {
  now: m.consent_told_now,
  after_decision: m.consent_told_after_decision,
  never: m.consent_told_never,
};

/** A lawful basis (法的根拠) as the API shows it. */
export const lawfulBasis = z.object({
  id: z.uuid(),
  code: z.string(),
  from_kind: z.string(),
  to_kind: z.string(),
  purpose: z.enum(purposes),
  ground: z.enum(grounds),
  law: z.string(),
  told: z.enum(tellings),
  each_person: z.boolean(),
  acts_for_holder: z.boolean(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
});
export type LawfulBasis = z.output<typeof lawfulBasis>;

/** Where a provision stands on a day. */
export type ProvisionState = 'coming' | 'open' | 'over' | 'withdrawn';
export const provisionStateWords: Record<ProvisionState, () => string> = {
  coming: m.consent_state_coming,
  open: m.consent_state_open,
  over: m.consent_state_over,
  withdrawn: m.consent_state_withdrawn,
};

export function stateOfProvision(
  provision: {
    starts_on: string;
    ends_on: string | null;
    withdrawn_at: string | null;
    /** What it stands on: it closes with it. */
    basis: { ends_on: string | null };
  },
  today: string,
): ProvisionState {
  if (provision.withdrawn_at !== null) return 'withdrawn';
  if (provision.starts_on > today) return 'coming';
  const over = [provision.ends_on, provision.basis.ends_on].some((day) => day !== null && day < today);
  return over ? 'over' : 'open';
}
