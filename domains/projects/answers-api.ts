import * as z from 'zod';
import { answers, typedAnswers } from '#domains/items/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import {
  answered,
  answerers,
  author,
  body,
  inquiryHead,
  itemState,
  measureOf,
  needed,
  optional,
  otherPlanOf,
  ownSaid,
  planners,
  reason,
  rule,
  written,
} from './parts.ts';

export const saveAnswer = operation({
  route: 'POST /inquiry-items/:item_id/answers',
  summary: m.projects_save_answer_summary,
  may: answerers,
  audit: 'answer.saved',
  input: z.object({
    id: z.uuid(),
    item_id: z.uuid(),
    /** The version this one follows, as its writer saw it; 0 for the first. */
    after_version: z.int().min(0),
    state: z.enum(['draft', 'answered'], { error: () => m.projects_field_state() }),
    results: optional(4_000),
    amount: z
      .int({ error: () => m.projects_field_amount() })
      .min(0, { error: () => m.projects_field_amount() })
      .max(1_000_000_000_000, { error: () => m.projects_field_amount() })
      .nullable()
      .default(null),
    grade: optional(4),
    grade_reason: optional(1_000),
    course: optional(4),
    remarks: optional(1_000),
    /** Needed from whoever writes for an owner: who answered, and how. */
    answered_by: optional(100),
    /** The town's own items: of an answer that names any, every one that is asked. */
    answers: typedAnswers,
  }),
  output: written,
});

export const sendBackAnswer = operation({
  route: 'POST /inquiry-items/:item_id/returns',
  summary: m.projects_send_back_summary,
  may: planners,
  audit: 'answer.sent_back',
  input: z.object({ id: z.uuid(), item_id: z.uuid(), version: z.int().min(1), reason }),
  output: written,
});

export const confirmAnswer = operation({
  route: 'POST /inquiry-items/:item_id/confirmations',
  summary: m.projects_confirm_summary,
  may: planners,
  audit: 'answer.confirmed',
  input: z.object({ id: z.uuid(), item_id: z.uuid(), version: z.int().min(1) }),
  output: written,
});

export const correctFixedAnswer = operation({
  route: 'POST /inquiry-items/:item_id/corrections',
  summary: m.projects_correct_summary,
  may: planners,
  audit: 'answer.corrected',
  input: z.object({
    id: z.uuid(),
    item_id: z.uuid(),
    correction: needed(m.projects_field_correction, 1_000),
    reason,
  }),
  output: written,
});

const version = answered.extend({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(['draft', 'answered']),
  /** Who answered, where somebody wrote it down for them. */
  answered_by: z.string().nullable(),
  own_answers: answers,
  /** Read from this sheet. */
  sheet: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  author,
  on: z.string(),
  reviews: z.array(
    z.object({
      kind: z.enum(['returned', 'confirmed']),
      reason: z.string().nullable(),
      author,
      on: z.string(),
    }),
  ),
});
export type AnswerVersion = z.output<typeof version>;

export const readAskedProject = operation({
  route: 'GET /inquiry-items/:id',
  summary: m.projects_read_item_summary,
  may: answerers,
  audit: 'answer.read',
  atOneMoment: true,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    project_id: z.uuid(),
    number: z.int(),
    name: z.string(),
    summary: z.string(),
    body,
    measures: z.array(measureOf),
    other_plans: z.array(otherPlanOf),
    inquiry: inquiryHead,
    rule,
    state: itemState,
    /** What was said of the year before, in the words of the rule of that year. */
    last_year: z
      .object({
        fiscal_year: z.int(),
        fixed: z.boolean(),
        answer: answered,
        grade_wording: z.string().nullable(),
        course_wording: z.string().nullable(),
        /** To the town's own items; once fixed, in the words of then. */
        own: ownSaid,
      })
      .nullable(),
    /** Every version, the newest first. */
    versions: z.array(version),
    corrections: z.array(z.object({ correction: z.string(), reason: z.string(), author, on: z.string() })),
    /** The project of this inquiry that comes next, in the order of the board. */
    next_id: z.uuid().nullable(),
  }),
});
