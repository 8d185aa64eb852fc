import * as z from 'zod';
import { answers } from '#domains/items/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { measureRules } from './model.ts';
import {
  answerers,
  body,
  course,
  day,
  everybody,
  fiscalYear,
  grade,
  inquiryHead,
  itemState,
  measureOf,
  needed,
  planners,
  rule,
  written,
} from './parts.ts';

export const setGradingRule = operation({
  route: 'POST /grading-rules',
  summary: m.projects_set_rule_summary,
  may: planners,
  audit: 'grading_rule.set',
  input: z.object({
    id: z.uuid(),
    /** The first fiscal year for which it holds; inquiries that were sent keep theirs. */
    starts_year: fiscalYear,
    grades: z
      .array(grade)
      .min(2, { error: () => m.projects_field_grades() })
      .max(9),
    courses: z
      .array(course)
      .min(2, { error: () => m.projects_field_courses() })
      .max(12),
    how: needed(m.projects_field_how, 2_000),
    measure_rule: z.enum(measureRules, { error: () => m.projects_field_measure_rule() }),
  }),
  output: written,
});

export const listGradingRules = operation({
  route: 'GET /grading-rules',
  summary: m.projects_list_rules_summary,
  may: everybody,
  audit: null,
  input: z.object({}),
  /** The newest first; of one year the newest holds. */
  output: z.object({ rules: z.array(rule.extend({ on: z.string() })) }),
});

export const sendInquiry = operation({
  route: 'POST /inquiries',
  summary: m.projects_send_summary,
  may: planners,
  audit: 'inquiry.sent',
  input: z.object({
    id: z.uuid(),
    plan_id: z.uuid({ error: () => m.projects_field_plan() }),
    fiscal_year: fiscalYear,
    title: needed(m.projects_field_title, 200),
    instruction: needed(m.projects_field_instruction, 3_000),
    due_on: day(m.projects_field_due_on),
  }),
  output: written,
});

export const listInquiries = operation({
  route: 'GET /inquiries',
  summary: m.projects_list_inquiries_summary,
  may: everybody,
  audit: null,
  input: z.object({}),
  output: z.object({
    inquiries: z.array(
      inquiryHead.extend({
        /** How many projects stand where; null for posts that see no answers on their way. */
        counts: z.partialRecord(itemState, z.int()).nullable(),
      }),
    ),
  }),
});

const boardItem = z.object({
  id: z.uuid(),
  project_id: z.uuid(),
  number: z.int(),
  name: z.string(),
  body,
  measures: z.array(measureOf),
  state: itemState,
  /** The day of the newest saving or review. */
  on: z.string().nullable(),
  grade: z.string().nullable(),
  course: z.string().nullable(),
  /** What the newest version says to the town's own items. */
  own_answers: answers,
});
export type BoardItem = z.output<typeof boardItem>;

export const readInquiry = operation({
  route: 'GET /inquiries/:id',
  summary: m.projects_read_inquiry_summary,
  may: answerers,
  audit: 'inquiry.read',
  atOneMoment: true,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    inquiry: inquiryHead,
    rule,
    /** Every project asked about; of a section its own. */
    items: z.array(boardItem),
    owners: z.array(
      z.object({
        body,
        asked: z.int(),
        /** Still owed: not begun, a draft, or sent back. */
        owing: z.int(),
        reminders: z.int(),
        reminded_on: z.string().nullable(),
      }),
    ),
    /** Sheets that came back by mail, the newest first. */
    sheets: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        answered_by: z.string(),
        on: z.string(),
        taken: z.boolean(),
      }),
    ),
  }),
});

export const remindOwners = operation({
  route: 'POST /inquiries/:inquiry_id/reminders',
  summary: m.projects_remind_summary,
  may: planners,
  audit: 'inquiry.reminded',
  input: z.object({
    inquiry_id: z.uuid(),
    /** One owner; everybody who still owes an answer when left out. */
    body_id: z.uuid().nullable().default(null),
  }),
  output: z.object({}),
});

export const printReminders = operation({
  route: 'GET /inquiries/:inquiry_id/letters',
  summary: m.projects_letters_summary,
  may: planners,
  audit: 'inquiry.letters_printed',
  file: true,
  input: z.object({ inquiry_id: z.uuid(), body: z.uuid().optional() }),
  output: z.unknown(),
});
