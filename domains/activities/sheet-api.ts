import * as z from 'zod';
import { month } from '#domains/encounters/model.ts';
import { author } from '#domains/plan/parts.ts';
import { filledTable } from '#domains/returns/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { activityRule, added, answers, duties, states } from './model.ts';

const commissioners = ['commissioner'] as const;

const words = (sentence: () => string) =>
  z
    .string({ error: sentence })
    .trim()
    .min(1, { error: sentence })
    .max(500, { error: () => m.activities_field_long() });

/** Which definition a record is counted by; version 0 is the usual one, that the town has not looked at. */
export const usedRule = z.object({ version: z.int(), from_month: z.string().nullable() });

const corrected = z.object({ line: z.string(), was: z.int(), now: z.int() });
export const correction = z.object({
  id: z.uuid(),
  cells: z.array(corrected),
  reason: z.string(),
  author,
  on: z.string(),
});

/** The months of the own post, and the districts whose chair it is. */
export const listActivityMonths = operation({
  route: 'GET /activities',
  summary: m.activities_list_summary,
  may: commissioners,
  audit: null,
  finishing: true,
  input: z.object({}),
  output: z.object({
    post_id: z.uuid(),
    /** The newest first; the running one too. */
    months: z.array(z.object({ month: z.string(), state: z.enum(states) })),
    /** The district of which the own post chairs the 民児協; null for everybody else. */
    chairs: z.object({ district_id: z.uuid(), district_name: z.string() }).nullable(),
  }),
});

/** A month's record of one 民生委員: the own, or, for the chair, anybody's of the district. */
export const readActivitySheet = operation({
  route: 'GET /activities/posts/:post/months/:month',
  summary: m.activities_read_summary,
  may: commissioners,
  audit: 'activity_sheet.read',
  subjects: (_, { account_id }) => [account_id],
  finishing: true,
  atOneMoment: true,
  input: z.object({ post: z.uuid(), month }),
  output: z.object({
    post_id: z.uuid(),
    account_id: z.uuid(),
    name: z.string(),
    own: z.boolean(),
    chairs: z.boolean(),
    district_id: z.uuid(),
    district_name: z.string(),
    duty: z.enum(duties),
    rule: usedRule,
    state: z.enum(states),
    /** Not over yet: it can be written, and handed in from its last day on. */
    running: z.boolean(),
    version: z.int(),
    sheet_id: z.uuid().nullable(),
    /** As it was handed in, or as it is now while it is written. */
    tables: z.array(filledTable),
    /** The records say something else now than when it was handed in. */
    changed: z.boolean(),
    /** The blocks of the form, for this post. */
    blocks: activityRule.shape.blocks,
    added,
    days: z.array(z.int()),
    visit_days: z.array(z.int()),
    /** The line that visits are counted in is not asked of this post: they are in its days only. */
    visits_left_out: z.int(),
    /** Who wrote the newest version; null before anybody has. Somebody else's name where one may know it. */
    entered: z.object({ by_self: z.boolean(), by_name: z.string().nullable(), on: z.string() }).nullable(),
    /** What the chair said, the newest first. */
    answers: z.array(z.object({ answer: z.enum(answers), words: z.string().nullable(), on: z.string() })),
    corrections: z.array(correction),
  }),
});

export const writeActivitySheet = operation({
  route: 'POST /activities/posts/:post_id/months/:month',
  summary: m.activities_write_summary,
  may: commissioners,
  audit: 'activity_sheet.written',
  finishing: true,
  input: z.object({
    id: z.uuid(),
    post_id: z.uuid(),
    month,
    /** The version that was on the screen: 0 when there was none. */
    follows: z.int().min(0).default(0),
    added,
    /** Days on which something was done beside the recorded visits. */
    days: z.array(z.coerce.number().int().min(1).max(31)).max(31).default([]),
  }),
  output: z.object({ id: z.uuid() }),
});

/** The month is complete: what stands on it is kept as it is. Zeros are handed in like any other month. */
export const handInActivitySheet = operation({
  route: 'POST /activities/posts/:post_id/months/:month/handing-in',
  summary: m.activities_hand_in_summary,
  may: commissioners,
  audit: 'activity_sheet.handed_in',
  finishing: true,
  input: z.object({ id: z.uuid(), post_id: z.uuid(), month, follows: z.int().min(0).default(0) }),
  output: z.object({ id: z.uuid() }),
});

/** 会長の確認, or sent back with a remark. */
export const answerActivitySheet = operation({
  route: 'POST /activity-sheets/:sheet_id/answer',
  summary: m.activities_answer_summary,
  may: commissioners,
  audit: 'activity_sheet.answered',
  input: z.object({
    sheet_id: z.uuid(),
    answer: z.enum(answers),
    words: words(m.activities_field_words).nullable().default(null),
  }),
  output: z.object({ sheet_id: z.uuid() }),
});

/** After it went to the city: what was wrong, with both values and a reason. */
export const correctActivitySheet = operation({
  route: 'POST /activity-sheets/:sheet_id/corrections',
  summary: m.activities_correct_summary,
  may: commissioners,
  audit: 'activity_sheet.corrected',
  input: z.object({
    id: z.uuid(),
    sheet_id: z.uuid(),
    /** Lines as they should have been. Blocks that must come to the same are put right together. */
    cells: z
      .array(
        z.object({
          line: z.string({ error: () => m.activities_field_line() }).max(40),
          now: z
            .int({ error: () => m.activities_field_count() })
            .min(0, { error: () => m.activities_field_count() })
            .max(9999, { error: () => m.activities_field_count() }),
        }),
      )
      .min(1, { error: () => m.activities_field_line() })
      .max(10),
    reason: words(m.activities_field_reason),
  }),
  output: z.object({ id: z.uuid() }),
});
