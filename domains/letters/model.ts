import * as z from 'zod';
import * as m from '#messages';
import { type Language, languages } from '#ui/public/languages.ts';

/** Whoever writes over the public form: no account, no post, one act. Named in policies and in docs/gate.md. */
export const letterboxRole = 'system_letterbox';

/** Whose matter a letter is about. */
export const abouts = ['self', 'family', 'neighbour', 'other'] as const;
export type About = (typeof abouts)[number];
export const aboutWords: Record<About, () => string> = {
  self: m.letters_about_self,
  family: m.letters_about_family,
  neighbour: m.letters_about_neighbour,
  other: m.letters_about_other,
};

/** Why a letter waits apart: a field nobody sees was filled, it came at once, many came from one place, or a flood came. */
export const holdingReasons = ['hidden_field', 'too_fast', 'too_many', 'flood'] as const;
export type HoldingReason = (typeof holdingReasons)[number];
export const holdingWords: Record<HoldingReason, () => string> = {
  hidden_field: m.letters_held_hidden_field,
  too_fast: m.letters_held_too_fast,
  too_many: m.letters_held_too_many,
  flood: m.letters_held_flood,
};

/** How a letter stands. To whoever wrote it `waiting` and `set_aside` are both *received*. */
export const letterStates = ['waiting', 'taken_in', 'set_aside'] as const;
export type LetterState = (typeof letterStates)[number];
export const stateWords: Record<LetterState, () => string> = {
  waiting: m.letters_state_waiting,
  taken_in: m.letters_state_taken_in,
  set_aside: m.letters_state_set_aside,
};

/** Why a letter may go to another window: none was chosen, the form says yes, or whoever wrote was asked and said yes. */
export const passingGrounds = ['left_open', 'offered', 'asked'] as const;
export type PassingGround = (typeof passingGrounds)[number];
export const groundWords: Record<PassingGround, () => string> = {
  left_open: m.letters_ground_left_open,
  offered: m.letters_ground_offered,
  asked: m.letters_ground_asked,
};

/** On what ground a letter may be passed on as it is; null: whoever wrote has to be asked first. */
export function groundOf(letter: { window_chosen: boolean; may_pass: boolean }): PassingGround | null {
  if (!letter.window_chosen) return 'left_open';
  return letter.may_pass ? 'offered' : null;
}

/** In which language the words are, where it is not Japanese. */
export const languageWords: Record<Language, (() => string) | null> = {
  ja: null,
  'ja-easy': m.letters_written_easy,
  en: m.letters_written_en,
  vi: m.letters_written_vi,
  'zh-Hans': m.letters_written_zh,
};

/** What a receipt tells. */
export const told = ['received', 'looked_at', 'answered'] as const;

/** Days a receipt tells anything, and a letter is kept at least after it was decided on. */
export const receiptDays = 90;
export const daysAfterDecision = 30;
/** Days after which what was held back and taken by nobody is forgotten. */
export const heldBackDays = 30;

/** Characters at most, by the field of the public form. */
export const longest = {
  wish: 3000,
  trouble: 3000,
  name: 60,
  phone: 60,
  email: 200,
  reaching: 300,
  heard_of: 200,
} as const;

function line(max: number) {
  return z
    .string()
    .transform((typed) => typed.trim() || null)
    .pipe(z.string().max(max).nullable())
    .nullable()
    .default(null);
}

/** What somebody writes: own words, and everything else if they like. */
export const letterWords = z.object({
  language: z.enum(languages),
  about: z.enum(abouts).nullable().default(null),
  wish: line(longest.wish),
  trouble: line(longest.trouble),
  /** Codes of the list `worry`. */
  worries: z.array(z.string().max(40)).max(60).default([]),
  /** Another window may take it where that fits better. */
  may_pass: z.boolean().default(false),
  name: line(longest.name),
  phone: line(longest.phone),
  email: line(longest.email),
  reaching: line(longest.reaching),
  heard_of: line(longest.heard_of),
});

/** Whether what was typed as a telephone number is one; letters ask for none in particular. */
export function isPhone(typed: string | null): typed is string {
  return typed !== null && typed.length <= 30 && /^[0-9+()\- ]+$/.test(typed.normalize('NFKC'));
}
