import * as m from '#messages';
import type { callers } from './model.ts';

/** A kind of conference as a new town gets it. How the law applies here is each town's to confirm. */
interface DefaultKind {
  readonly id: string;
  readonly code: string;
  readonly name: () => string;
  readonly law: () => string;
  readonly called_by: readonly (typeof callers)[number][];
  readonly needs_consent: boolean;
  readonly secrecy: boolean;
  readonly weighs_plans: boolean;
}

/** For how many days after it was held the papers of an item stay open to the seats, until the town says otherwise. */
const usualDaysOpen = 14;

const known: readonly Omit<DefaultKind, 'id'>[] = [
  {
    code: 'support',
    name: m.conferences_kind_support,
    law: m.conferences_law_support,
    called_by: ['convener'],
    needs_consent: false,
    secrecy: true,
    weighs_plans: false,
  },
  {
    code: 'needy_support',
    name: m.conferences_kind_needy_support,
    law: m.conferences_law_needy_support,
    called_by: ['convener'],
    needs_consent: false,
    secrecy: true,
    weighs_plans: false,
  },
  {
    code: 'multi_layer',
    name: m.conferences_kind_layered,
    law: m.conferences_law_layered,
    called_by: ['case_coordinator'],
    needs_consent: true,
    secrecy: false,
    weighs_plans: true,
  },
  {
    code: 'support_coordination',
    name: m.conferences_kind_coordination,
    law: m.conferences_law_coordination,
    called_by: ['intake_worker'],
    needs_consent: true,
    secrecy: false,
    weighs_plans: true,
  },
  {
    code: 'community_care',
    name: m.conferences_kind_community_care,
    law: m.conferences_law_community_care,
    called_by: ['intake_worker', 'convener'],
    needs_consent: true,
    secrecy: true,
    weighs_plans: false,
  },
  {
    code: 'child_protection',
    name: m.conferences_kind_child_protection,
    law: m.conferences_law_child_protection,
    called_by: ['convener'],
    needs_consent: false,
    secrecy: true,
    weighs_plans: false,
  },
];

/** The kinds a new town starts with; migration 0020 gives the same to a town that is already there. */
export const defaultKinds = known.map((kind, i) => ({
  ...kind,
  id: `018716f0-0000-7000-8020-${String(i + 1).padStart(12, '0')}`,
  sealed: !kind.needs_consent,
  days_open: usualDaysOpen,
}));

/** The id of a default kind, by its code. */
export function idOfKind(code: string): string {
  const found = defaultKinds.find((kind) => kind.code === code);
  if (!found) throw new Error(`no such kind: ${code}`);
  return found.id;
}
