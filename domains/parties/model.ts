import * as z from 'zod';
import { answers } from '#domains/items/model.ts';
import * as m from '#messages';
import { cautions } from './cautions.ts';
import { kanaPattern, toPhone } from './kana.ts';

export * from './cautions.ts';

/** 続柄, seen from the head of the household. */
export const relations = [
  'head',
  'spouse',
  'child',
  'parent',
  'grandchild',
  'sibling',
  'other_relative',
  'other',
] as const;
export type Relation = (typeof relations)[number];
export const relationWords: Record<Relation, () => string> = {
  head: m.parties_relation_head,
  spouse: m.parties_relation_spouse,
  child: m.parties_relation_child,
  parent: m.parties_relation_parent,
  grandchild: m.parties_relation_grandchild,
  sibling: m.parties_relation_sibling,
  other_relative: m.parties_relation_other_relative,
  other: m.parties_relation_other,
};

/** Why a person no longer belongs to a household. */
export const leavings = ['moved', 'died', 'facility', 'mistake'] as const;
export type Leaving = (typeof leavings)[number];
export const leavingWords: Record<Leaving, () => string> = {
  moved: m.parties_leaving_moved,
  died: m.parties_leaving_died,
  facility: m.parties_leaving_facility,
  mistake: m.parties_leaving_mistake,
};

/** Why a household is no longer looked after here. A move is written by `moveHousehold`. */
export const closings = ['died', 'facility', 'declined', 'mistake'] as const;
export type Closing = (typeof closings)[number] | 'moved';
export const closingWords: Record<Closing, () => string> = {
  moved: m.parties_leaving_moved,
  died: m.parties_leaving_died,
  facility: m.parties_leaving_facility,
  declined: m.parties_closing_declined,
  mistake: m.parties_leaving_mistake,
};

/** What an entry says of a household. */
export const householdContent = z.object({
  name: z
    .string({ error: () => m.parties_field_name() })
    .trim()
    .min(1, { error: () => m.parties_field_name() })
    .max(60, { error: () => m.parties_field_name() }),
  kana: kanaField(m.parties_field_kana),
  address: z
    .string({ error: () => m.parties_field_address() })
    .trim()
    .min(1, { error: () => m.parties_field_address() })
    .max(200, { error: () => m.parties_field_address() }),
  phone: z
    .string({ error: () => m.parties_field_phone() })
    .transform(toPhone)
    .pipe(
      z
        .string()
        .regex(/^[0-9+()\- ]*$/, { error: () => m.parties_field_phone() })
        .max(30, { error: () => m.parties_field_phone() }),
    )
    .transform((typed) => typed || null)
    .nullable()
    .default(null),
  cautions: z.array(z.enum(cautions, { error: () => m.parties_field_cautions() })).default([]),
});
export type HouseholdContent = z.output<typeof householdContent>;

/** A person of a household as it is registered. */
export const personContent = z.object({
  id: z.uuid(),
  name: z
    .string({ error: () => m.parties_field_person_name() })
    .trim()
    .min(1, { error: () => m.parties_field_person_name() })
    .max(60, { error: () => m.parties_field_person_name() }),
  kana: kanaField(m.parties_field_person_kana),
  relation: z.enum(relations, { error: () => m.parties_field_relation() }),
});

export const reasonText = z
  .string({ error: () => m.parties_field_reason() })
  .trim()
  .min(1, { error: () => m.parties_field_reason() })
  .max(2000, { error: () => m.parties_field_reason() });

export const whyText = z
  .string({ error: () => m.parties_field_why() })
  .trim()
  .min(1, { error: () => m.parties_field_why() })
  .max(500, { error: () => m.parties_field_why() });

/** ふりがな: hiragana or katakana, half width made full. */
export function kanaField(sentence: () => string) {
  return z
    .string({ error: () => sentence() })
    .transform((typed) => typed.normalize('NFKC').trim())
    .pipe(
      z
        .string()
        .regex(kanaPattern, { error: () => sentence() })
        .max(100, { error: () => sentence() }),
    );
}

export const named = z.object({ id: z.uuid(), name: z.string() });

/** What an entry said at a time. */
export const saidOfHousehold = z.object({
  name: z.string(),
  kana: z.string(),
  address: z.string(),
  phone: z.string().nullable(),
  cautions: z.array(z.enum(cautions)),
});

/** A household in a list; `visitors` are the posts that look in today, as far as the actor knows them. */
export const listedHousehold = saidOfHousehold.extend({
  id: z.uuid(),
  number: z.string(),
  district: named,
  holder: named,
  visitors: z.array(z.object({ post_id: z.uuid(), name: z.string().nullable() })),
  closed_on: z.string().nullable(),
  /** To the town's own items, as far as the actor may see them. */
  answers,
});
export type ListedHousehold = z.output<typeof listedHousehold>;

/** A household with all that the actor may see of it. What is hidden looks like what is not there. */
export const openedHousehold = listedHousehold.omit({ visitors: true }).extend({
  version: z.int(),
  /** Whether the actor writes in the holder's name. */
  may_write: z.boolean(),
  /** How often the own items of each facet were answered; 0 for who sees no versions. */
  answer_versions: z.object({ household: z.int(), watching: z.int() }),
  members: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      kana: z.string(),
      relation: z.enum(relations).nullable(),
      starts_on: z.string(),
      ends_on: z.string().nullable(),
      why_left: z.enum(leavings).nullable(),
    }),
  ),
  /** Why it is watched over, newest first; always empty for visitors. */
  reasons: z.array(
    z.object({ id: z.uuid(), reason: z.string(), written_by: z.string().nullable(), written_at: z.string() }),
  ),
  /** Entries that were merged into this one. */
  aliases: z.array(
    z.object({
      merge_id: z.uuid(),
      id: z.uuid(),
      number: z.string(),
      name: z.string(),
      address: z.string(),
      reason: z.string(),
      merged_at: z.string(),
    }),
  ),
});

/** What can have happened to an entry. */
export const changes = [
  'registered',
  'corrected',
  'moved',
  'closed',
  'reopened',
  'merged',
  'merge_undone',
  'answered',
] as const;
export type Change = (typeof changes)[number];
export const changeWords: Record<Change, () => string> = {
  registered: m.parties_change_registered,
  corrected: m.parties_change_corrected,
  moved: m.parties_change_moved,
  closed: m.parties_change_closed,
  reopened: m.parties_change_reopened,
  merged: m.parties_change_merged,
  merge_undone: m.parties_change_merge_undone,
  answered: m.parties_change_answered,
};

/** Where an entry stands: in use, closed, or opened as another one. */
export type HouseholdState = 'open' | 'closed' | 'merged';

export function stateOfHousehold(h: {
  closed_on: string | null;
  merged_into?: string | null;
}): HouseholdState {
  if (h.merged_into) return 'merged';
  return h.closed_on === null ? 'open' : 'closed';
}

const acts = {
  correct: ['open'],
  move: ['open'],
  close: ['open'],
  reopen: ['closed'],
  people: ['open'],
  reason: ['open'],
  answer: ['open'],
  assign: ['open'],
  merge: ['open', 'closed'],
} as const satisfies Record<string, readonly HouseholdState[]>;

export type HouseholdAct = keyof typeof acts;

/**
 * Why an act is not possible with an entry as it stands, as a sentence; null when it is. The server refuses with
 * it, and the button is disabled with it.
 */
export function whyNot(
  act: HouseholdAct,
  entry: { state: HouseholdState; may_write: boolean; holder_name: string },
): string | null {
  if (!entry.may_write) return m.parties_refused_not_ours({ holder: entry.holder_name });
  if ((acts[act] as readonly HouseholdState[]).includes(entry.state)) return null;
  if (entry.state === 'merged') return m.parties_refused_merged();
  return entry.state === 'closed' ? m.parties_refused_closed() : m.parties_refused_open();
}
