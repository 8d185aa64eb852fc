import * as z from 'zod';
import { saidItem } from '#domains/items/model.ts';
import { fiscalYear } from '#domains/plan/model.ts';
import { author } from '#domains/plan/parts.ts';
import { roles } from '#domains/posts/model.ts';
import * as m from '#messages';
import { itemStates, measureRules, stages } from './model.ts';

export const planners = ['planner'] as const;
/** Who answers an inquiry: the owner's post, or the planner for an owner whose answer came another way. */
export const answerers = ['planner', 'section_worker'] as const;
export const everybody = roles;

export const written = z.object({ id: z.uuid() });

/** A text that has to be there; `sentence` says what to write. */
export function needed(sentence: () => string, max: number) {
  return z.string({ error: sentence }).trim().min(1, { error: sentence }).max(max, { error: sentence });
}

/** A text that may be left out; blank is none. */
export function optional(max: number) {
  const sentence = () => m.projects_field_too_long({ max });
  return z
    .string({ error: sentence })
    .trim()
    .max(max, { error: sentence })
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null);
}

export const day = (sentence: () => string) => z.iso.date({ error: sentence });
export const reason = needed(m.projects_field_reason, 500);
export { author, fiscalYear };

const word = needed(m.projects_field_word, 100);
const letter = z
  .string({ error: () => m.projects_field_grade_code() })
  .trim()
  .regex(/^[\p{L}\p{N}\p{S}]{1,4}$/u, { error: () => m.projects_field_grade_code() });

export const grade = z.object({
  code: letter,
  wording: word,
  criterion: needed(m.projects_field_criterion, 300),
});
export const course = z.object({ code: letter, wording: word });

/** 評価のきまり, as data. */
export const rule = z.object({
  id: z.uuid(),
  starts_year: z.int(),
  grades: z.array(grade),
  courses: z.array(course),
  how: z.string(),
  measure_rule: z.enum(measureRules),
});
export type Rule = z.output<typeof rule>;

export const body = z.object({ id: z.uuid(), name: z.string() });
export type Body = z.output<typeof body>;

/** A measure a project belongs to. */
export const measureOf = z.object({
  id: z.uuid(),
  /** The code and the name of its plan. */
  plan: z.string(),
  plan_name: z.string(),
  number: z.int(),
  name: z.string(),
});
export const otherPlanOf = z.object({ id: z.uuid(), name: z.string() });

/** An inquiry in short. */
export const inquiryHead = z.object({
  id: z.uuid(),
  plan: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
  fiscal_year: z.int(),
  title: z.string(),
  instruction: z.string(),
  due_on: z.string(),
  sent_on: z.string(),
  stage: z.enum(stages),
  fixed_on: z.string().nullable(),
  published_on: z.string().nullable(),
});
export type InquiryHead = z.output<typeof inquiryHead>;

/** To the town's own items, in the order of the form. */
export const ownSaid = z.array(saidItem);

/** What an owner says of a project's year. */
export const answered = z.object({
  results: z.string().nullable(),
  /** Yen. */
  amount: z.int().nullable(),
  grade: z.string().nullable(),
  grade_reason: z.string().nullable(),
  course: z.string().nullable(),
  remarks: z.string().nullable(),
});
export type Answered = z.output<typeof answered>;
export const answerFields = ['results', 'amount', 'grade', 'grade_reason', 'course', 'remarks'] as const;

export const itemState = z.enum(itemStates);

/** What an owner still owes, as it stands on its page of today. */
export const owedAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  state: itemState,
  inquiry_id: z.uuid(),
  title: z.string(),
  due_on: z.string(),
  /** When its owner was last reminded. */
  reminded_on: z.string().nullable(),
  /** Why the newest answer was sent back. */
  reason: z.string().nullable(),
});
export type OwedAnswer = z.output<typeof owedAnswer>;

export const runningInquiry = z.object({
  id: z.uuid(),
  title: z.string(),
  due_on: z.string(),
  counts: z.partialRecord(itemState, z.int()),
});
export type RunningInquiry = z.output<typeof runningInquiry>;
