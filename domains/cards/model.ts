import * as z from 'zod';
import { limits, parts, reaches, sides, steps } from '#domains/wishes/model.ts';
import * as m from '#messages';

/** Days a receipt tells anything, days a note is kept at least after it was decided on, and those of what was held back. */
export const receiptDays = 365;
export const daysAfterDecision = 30;
export const heldBackDays = 30;

/** How a note stands, to its coordinators and to whoever wrote it; to the latter `set_aside` is `waiting`. */
export const noteStates = ['waiting', 'taken_in', 'set_aside', 'withdrawn'] as const;
export type NoteState = (typeof noteStates)[number];
export const noteStateWords: Record<NoteState, () => string> = {
  waiting: m.cards_state_waiting,
  taken_in: m.cards_state_taken_in,
  set_aside: m.cards_state_set_aside,
  withdrawn: m.cards_state_withdrawn,
};

/** `waiting`: to be looked at, for the first time or because it was changed or taken back; `held_back`: like a machine's. */
export const boxes = ['waiting', 'held_back', 'done'] as const;
export const boxWords: Record<(typeof boxes)[number], () => string> = {
  waiting: m.cards_box_waiting,
  held_back: m.cards_box_held_back,
  done: m.cards_box_done,
};

/** Characters at most, by the field of the public form. */
export const longest = { words: 500, name: 60, reaching: 200 } as const;

export function lineOrNone(max: number) {
  return z
    .string()
    .transform((typed) => typed.trim() || null)
    .pipe(z.string().max(max).nullable())
    .nullable()
    .default(null);
}

/** One side of a note as it is sent: the words, and everything else if one likes. */
export const saidSide = z.object({
  side: z.enum(sides),
  words: lineOrNone(longest.words),
  reach: z.enum(reaches).default('own_district'),
  days: z.array(z.coerce.number().int().min(1).max(7)).max(7).default([]),
  parts: z.array(z.enum(parts)).max(3).default([]),
  limits: z.array(z.enum(limits)).max(8).default([]),
  step: z.enum(steps).default('go_on'),
  times: z.coerce.number().int().min(1).max(200).default(1),
  until: z.iso.date().nullable().default(null),
});
export type SaidSide = z.output<typeof saidSide>;

/** The same as it is read. */
export const shownSide = z.object({
  side: z.enum(sides),
  words: z.string().nullable(),
  reach: z.enum(reaches),
  days: z.array(z.int()),
  parts: z.array(z.enum(parts)),
  limits: z.array(z.enum(limits)),
  step: z.enum(steps),
  times: z.int(),
  until: z.string().nullable(),
});
export type ShownSide = z.output<typeof shownSide>;
