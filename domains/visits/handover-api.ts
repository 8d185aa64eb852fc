import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { conditions, nextSteps, visitingRoles, visitWish } from './model.ts';

/** 引き継ぎ: what hangs on a post that ends, completed in words, handed over and received. */
export const handoverKinds = ['household', 'next_step', 'worry', 'sheet'] as const;
export type HandoverKind = (typeof handoverKinds)[number];
export const handoverKindWords: Record<HandoverKind, () => string> = {
  household: m.visits_handover_household,
  next_step: m.visits_handover_next_step,
  worry: m.visits_handover_worry,
  sheet: m.visits_handover_sheet,
};

/** Days before its last day from which a post is listed as one to hand over. */
export const handoverFrom = 60;

const words = z
  .string({ error: () => m.visits_field_handover_words() })
  .trim()
  .max(2000, { error: () => m.visits_field_handover_words() });

const promise = z.object({
  /** Names the promise when its words are sent: `household_<id>`, `visit_<id>` or `sheet_<month>`. */
  key: z.string(),
  kind: z.enum(handoverKinds),
  household_id: z.uuid().nullable(),
  household_name: z.string().nullable(),
  /** How the household wishes to be looked in on, of a round's entries. */
  wish: visitWish.nullable(),
  visit_id: z.uuid().nullable(),
  visited_on: z.string().nullable(),
  condition: z.enum(conditions).nullable(),
  next_step: z.enum(nextSteps).nullable(),
  /** The month of a sheet that is missing. */
  month: z.string().nullable(),
  words: z.string().nullable(),
});
export type HandedPromise = z.output<typeof promise>;

const handover = z.object({
  post_id: z.uuid(),
  person: z.string().nullable(),
  district: z.string().nullable(),
  role: z.string(),
  ends_on: z.string().nullable(),
  /** Who takes over, where it is decided. */
  successor: z.object({ post: z.uuid(), name: z.string().nullable(), starts_on: z.string() }).nullable(),
});

const subjectsOf = (promises: readonly { household_id: string | null }[]) => [
  ...new Set(promises.flatMap(({ household_id }) => household_id ?? [])),
];

/** What hangs on a post today; the words of an earlier writing stand in their places. */
export const readPromises = operation({
  route: 'GET /posts/:post/promises',
  summary: m.visits_promises_summary,
  may: visitingRoles,
  audit: 'promises.read',
  subjects: (_, { promises }) => subjectsOf(promises),
  finishing: true,
  input: z.object({ post: z.uuid() }),
  output: handover.extend({ promises: z.array(promise), words: z.string() }),
});

export const handOver = operation({
  route: 'POST /handovers',
  summary: m.visits_hand_over_summary,
  may: visitingRoles,
  audit: 'handover.written',
  subjects: (_, { households }) => households,
  finishing: true,
  input: z.object({
    id: z.uuid(),
    post_id: z.uuid(),
    /** To the successor, about nobody in particular. */
    words: words.default(''),
    /** By the key of the promise. */
    items: z.record(z.string().max(60), words).default({}),
  }),
  output: z.object({ id: z.uuid(), households: z.array(z.uuid()) }),
});

const listed = handover.extend({
  /** Null while nobody has written one. */
  handover: z.uuid().nullable(),
  written_on: z.string().nullable(),
  received_on: z.string().nullable(),
});
export type ListedHandover = z.output<typeof listed>;

/** Posts that end or have ended and what of them is handed over: one's own, those one follows, those of one's districts. */
export const listHandovers = operation({
  route: 'GET /handovers',
  summary: m.visits_handovers_summary,
  may: visitingRoles,
  audit: 'handovers.listed',
  finishing: true,
  input: z.object({}),
  output: z.object({ handovers: z.array(listed) }),
});

export const readHandover = operation({
  route: 'GET /handovers/:id',
  summary: m.visits_handover_summary,
  may: visitingRoles,
  audit: 'handover.read',
  subjects: (_, { promises }) => subjectsOf(promises),
  finishing: true,
  input: z.object({ id: z.uuid() }),
  output: handover.extend({
    id: z.uuid(),
    words: z.string(),
    written_on: z.string(),
    /** Who wrote it down, when it was not who leaves. */
    written_by: z.string().nullable(),
    /** What the reader may see of the list. */
    promises: z.array(promise),
    receipt: z
      .object({ received_on: z.string(), received_for: z.string(), received_by: z.string().nullable() })
      .nullable(),
    /** The reader can receive it, for the own post or for the successor. */
    receivable: z.boolean(),
  }),
});

/** Signs for it: the successor, or for the successor whoever writes for others. */
export const receiveHandover = operation({
  route: 'POST /handovers/:id/receipt',
  summary: m.visits_receive_summary,
  may: visitingRoles,
  audit: 'handover.received',
  input: z.object({
    id: z.uuid(),
    /** The name of who took it over; known where the successor is. */
    received_for: z
      .string()
      .trim()
      .max(100, { error: () => m.visits_field_received_for() })
      .default(''),
  }),
  output: z.object({ id: z.uuid() }),
});
