import * as z from 'zod';
import { windows } from '#domains/cases/client-model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { pageKey } from '#platform/page-key.ts';
import { languages } from '#ui/public/languages.ts';
import {
  abouts,
  holdingReasons,
  letterboxRole,
  letterStates,
  letterWords,
  passingGrounds,
  told,
} from './model.ts';

export * from './form-api.ts';

/** What the public form offers. */
export const readLetterForm = operation({
  route: 'GET /letter-form',
  summary: m.letters_form_summary,
  may: [letterboxRole],
  // Nothing of it is about anybody.
  audit: null,
  input: z.object({}),
  output: z.object({
    /** Where it goes, in the town's order; none: the form is shut. */
    windows: z.array(z.object({ id: z.uuid(), name: z.string() })),
    worries: z.array(z.object({ code: z.string(), label: z.string() })),
    /** Languages for whose words, as they are now, somebody vouches. */
    reviewed: z.array(z.enum(languages)),
  }),
});

export const sendLetter = operation({
  route: 'POST /letters',
  summary: m.letters_send_summary,
  may: [letterboxRole],
  audit: 'letter.sent',
  // What somebody confides leaves no trace in the trail, not even as a hash.
  secrets: ['wish', 'trouble', 'name', 'phone', 'email', 'reaching', 'heard_of'],
  input: letterWords.extend({
    id: z.uuid(),
    /** Null: the town's window for whoever does not know. */
    window_id: z.uuid().nullable().default(null),
    held_back: z.enum(holdingReasons).nullable().default(null),
    /** When the form was handed out: the day of the receipt, so that a form pressed twice has one. */
    handed_out_at: z.iso.datetime().nullable().default(null),
  }),
  /** The same for what was kept, held back and not kept. */
  output: z.object({ secret_receipt: z.string() }),
});

export const readLetterState = operation({
  route: 'GET /letter-state',
  summary: m.letters_state_summary,
  may: [letterboxRole],
  // Whoever holds the receipt reads one of three words about the own letter, and which window has it when it was passed on.
  audit: null,
  input: z.object({ receipt: z.string().max(60) }),
  output: z.object({
    state: z.enum([...told, 'unknown', 'over']),
    /** The window that has it, where it was passed on. */
    with: z.string().nullable(),
  }),
});

const letter = z.object({
  id: z.uuid(),
  received_at: z.string(),
  language: z.enum(languages),
  about: z.enum(abouts).nullable(),
  wish: z.string().nullable(),
  trouble: z.string().nullable(),
  name: z.string().nullable(),
  window_chosen: z.boolean(),
  held_back: z.enum(holdingReasons).nullable(),
  state: z.enum(letterStates),
  answered_at: z.string().nullable(),
});
export type ListedLetter = z.output<typeof letter>;

/** `waiting`: nobody has decided yet; `held_back`: it looks like a machine's; `done`: decided on, until it is forgotten. */
export const boxes = ['waiting', 'held_back', 'done'] as const;
export const boxWords: Record<(typeof boxes)[number], () => string> = {
  waiting: m.letters_box_waiting,
  held_back: m.letters_box_held_back,
  done: m.letters_box_done,
};

export const listLetters = operation({
  route: 'GET /letters',
  summary: m.letters_list_summary,
  may: windows,
  audit: 'letters.listed',
  subjects: (_, { letters }) => letters.map(({ id }) => id),
  input: z.object({
    box: z.enum(boxes).default('waiting'),
    after: pageKey('moment').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    letters: z.array(letter),
    next: z.string().nullable(),
    /** How many wait in each box that wants a decision. */
    waiting: z.int(),
    held_back: z.int(),
  }),
});

export const readLetter = operation({
  route: 'GET /letters/:id',
  summary: m.letters_read_summary,
  may: windows,
  audit: 'letter.read',
  subjects: ({ id }) => [id],
  input: z.object({ id: z.uuid() }),
  output: letter.extend({
    worries: z.array(z.string()),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    reaching: z.string().nullable(),
    heard_of: z.string().nullable(),
    intake_id: z.uuid().nullable(),
    client_id: z.uuid().nullable(),
    reason: z.string().nullable(),
    forget_after: z.string().nullable(),
    may_pass: z.boolean(),
    /** How it came here from other windows, the newest first. */
    passings: z.array(
      z.object({
        from: z.string(),
        words: z.string(),
        ground: z.enum(passingGrounds),
        passed_at: z.string(),
      }),
    ),
    /** Where it can be passed on to. */
    receivers: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});

const reason = z
  .string({ error: () => m.letters_field_reason() })
  .trim()
  .min(1, { error: () => m.letters_field_reason() })
  .max(500, { error: () => m.letters_field_reason() });

export const takeLetterIn = operation({
  route: 'POST /letters/:id/intake',
  summary: m.letters_take_in_summary,
  may: windows,
  audit: 'letter.taken_in',
  subjects: ({ id }, { client_id }) => [id, client_id],
  input: z.object({
    id: z.uuid(),
    intake_id: z.uuid(),
    /** A new person's id, or, `known`, that of somebody the window already works with. */
    client_id: z.uuid(),
    known: z.boolean().default(false),
    /** Where the day it came lies in a year that is fixed. */
    late_reason: reason.nullable().default(null),
  }),
  output: z.object({ intake_id: z.uuid(), client_id: z.uuid() }),
});

export const setLetterAside = operation({
  route: 'POST /letters/:id/aside',
  summary: m.letters_set_aside_summary,
  may: windows,
  audit: 'letter.set_aside',
  subjects: ({ id }) => [id],
  input: z.object({ id: z.uuid(), reason }),
  output: z.object({ id: z.uuid() }),
});

export const answerLetter = operation({
  route: 'POST /letters/:id/answer',
  summary: m.letters_answer_summary,
  may: windows,
  audit: 'letter.answered',
  subjects: ({ id }) => [id],
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

export const passLetterOn = operation({
  route: 'POST /letters/:letter_id/passings',
  summary: m.letters_pass_on_summary,
  may: windows,
  audit: 'letter.passed_on',
  subjects: ({ letter_id }) => [letter_id],
  input: z.object({
    id: z.uuid(),
    letter_id: z.uuid(),
    to_id: z.uuid({ error: () => m.letters_field_receiver() }),
    /** To the colleagues there: why it is theirs. */
    words: reason,
    /** Whoever wrote was asked and agrees; wanted where a window was chosen and the form says nothing. */
    asked: z.boolean().default(false),
  }),
  output: z.object({ id: z.uuid() }),
});

const passing = z.object({
  id: z.uuid(),
  letter_id: z.uuid(),
  to: z.string(),
  words: z.string(),
  ground: z.enum(passingGrounds),
  passed_at: z.string(),
});
export type ListedPassing = z.output<typeof passing>;

export const listPassedLetters = operation({
  route: 'GET /letter-passings',
  summary: m.letters_passed_list_summary,
  may: windows,
  audit: 'letters.passed_listed',
  subjects: (_, { passings }) => passings.map(({ letter_id }) => letter_id),
  input: z.object({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ passings: z.array(passing), next: z.string().nullable() }),
});
