import * as z from 'zod';
import type { Role } from '#domains/posts/model.ts';
import * as m from '#messages';

/** Who can call a conference, as the kind of the item says. */
export const callers = ['convener', 'case_coordinator', 'intake_worker'] as const satisfies readonly Role[];

/** Who can sit on an item (gate.posts_to_invite), and so reads what is about conferences. */
export const sitters = [
  ...callers,
  'section_worker',
  'council_officer',
  'commissioner',
] as const satisfies readonly Role[];

/** Who has a say in whether a fact may cross to a consented record. */
export const factReaders = [...sitters, 'records_officer'] as const satisfies readonly Role[];

/** Who works with persons and so has a record that a fact can cross to. */
export const proposers = ['intake_worker', 'case_coordinator'] as const satisfies readonly Role[];

/** How an item stands. */
export const itemStates = ['called', 'held', 'closed', 'ended'] as const;
export type ItemState = (typeof itemStates)[number];
export const itemStateWords: Record<ItemState, () => string> = {
  called: m.conferences_state_called,
  held: m.conferences_state_held,
  closed: m.conferences_state_closed,
  ended: m.conferences_state_ended,
};

/** The one table of what may be done with an item as it stands; button and refusal read the same. */
export const allowedIn = {
  write: ['called', 'held'],
  bring: ['called', 'held'],
  hold: ['called'],
  minute: ['held'],
  close: ['held'],
  assign: ['held', 'closed'],
  end: ['closed'],
} as const satisfies Record<string, readonly ItemState[]>;
export type ItemAct = keyof typeof allowedIn;

/** Why an act cannot be done with an item that stands so; null when it can. */
export function whyNot(act: ItemAct, state: ItemState): string | null {
  if ((allowedIn[act] as readonly ItemState[]).includes(state)) return null;
  return m.conferences_refused_state({ state: itemStateWords[state]() });
}

/** The version of the text that explains the duty of secrecy; a changed text is a new version. */
export const secrecyText = { version: '1', words: m.conferences_secrecy_text };

/** What may be printed for one attendee. */
export const prints = ['papers', 'minutes'] as const;
export type Print = (typeof prints)[number];

/** A text somebody types: `most` characters, not empty. */
export function textOf(sentence: () => string, most = 4000) {
  return z
    .string({ error: sentence })
    .trim()
    .min(1, { error: sentence })
    .max(most, { error: () => m.conferences_field_too_long({ most }) });
}

export const dayOr = (sentence: () => string) => z.iso.date({ error: sentence });
