import * as z from 'zod';
import { itemKinds } from '#domains/items/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import {
  answered,
  author,
  body,
  day,
  everybody,
  inquiryHead,
  itemState,
  measureOf,
  needed,
  otherPlanOf,
  planners,
  reason,
  rule,
  written,
} from './parts.ts';

export const gatherAnswers = operation({
  route: 'POST /inquiries/:inquiry_id/gatherings',
  summary: m.projects_gather_summary,
  may: planners,
  audit: 'inquiry.gathered',
  input: z.object({ id: z.uuid(), inquiry_id: z.uuid() }),
  output: written,
});

export const gradeMeasure = operation({
  route: 'POST /inquiries/:inquiry_id/measure-grades',
  summary: m.projects_grade_measure_summary,
  may: planners,
  audit: 'inquiry.measure_graded',
  input: z.object({
    id: z.uuid(),
    inquiry_id: z.uuid(),
    measure_id: z.uuid(),
    after_version: z.int().min(0),
    grade: needed(m.projects_field_grade, 4),
    reason,
  }),
  output: written,
});

export const recordOpinion = operation({
  route: 'POST /inquiries/:inquiry_id/opinions',
  summary: m.projects_opinion_summary,
  may: planners,
  audit: 'inquiry.opinion_recorded',
  input: z.object({
    id: z.uuid(),
    inquiry_id: z.uuid(),
    committee: needed(m.projects_field_committee, 100),
    met_on: day(m.projects_field_met_on),
    /** Null: about the whole. */
    measure_id: z.uuid().nullable().default(null),
    opinion: needed(m.projects_field_opinion, 3_000),
  }),
  output: written,
});

export const replyToOpinion = operation({
  route: 'POST /opinions/:opinion_id/replies',
  summary: m.projects_reply_summary,
  may: planners,
  audit: 'inquiry.opinion_answered',
  input: z.object({
    id: z.uuid(),
    opinion_id: z.uuid(),
    after_version: z.int().min(0),
    reply: needed(m.projects_field_reply, 3_000),
  }),
  output: written,
});

export const fixInquiry = operation({
  route: 'POST /inquiries/:inquiry_id/fixing',
  summary: m.projects_fix_summary,
  may: planners,
  audit: 'inquiry.fixed',
  input: z.object({ id: z.uuid(), inquiry_id: z.uuid() }),
  /** `id` is the gathering that stands as the fixed one. */
  output: written,
});

export const publishInquiry = operation({
  route: 'POST /inquiries/:inquiry_id/publication',
  summary: m.projects_publish_summary,
  may: planners,
  audit: 'inquiry.published',
  input: z.object({ inquiry_id: z.uuid() }),
  output: z.object({}),
});

export const opinion = z.object({
  id: z.uuid(),
  committee: z.string(),
  met_on: z.string(),
  /** Null: about the whole. */
  measure: measureOf.nullable(),
  /** The number of the gathering it was said about; null for readers of what is fixed. */
  gathering: z.int().nullable(),
  opinion: z.string(),
  /** The newest reply first. */
  replies: z.array(z.object({ version: z.int(), reply: z.string(), author, on: z.string() })),
});
export type Opinion = z.output<typeof opinion>;

export const readGathering = operation({
  route: 'GET /inquiries/:id/gathering',
  summary: m.projects_read_gathering_summary,
  may: everybody,
  audit: 'inquiry.gathering_read',
  atOneMoment: true,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    inquiry: inquiryHead,
    rule,
    /** The newest gathering this post may see; null where there is none. */
    gathering: z
      .object({
        number: z.int(),
        on: z.string(),
        fixed: z.boolean(),
        /** The town's own items that were asked, as they were worded when it was gathered. */
        own_items: z.array(
          z.object({
            id: z.uuid(),
            section: z.string().nullable(),
            label: z.string(),
            unit: z.string().nullable(),
            kind: z.enum(itemKinds),
            /** What could be chosen. */
            options: z.array(z.string()),
          }),
        ),
        answers: z.array(
          z.object({
            item_id: z.uuid(),
            project_id: z.uuid(),
            number: z.int(),
            name: z.string(),
            body,
            measures: z.array(z.uuid()),
            other_plans: z.array(otherPlanOf),
            state: itemState,
            answer: answered.nullable(),
            /** What was said to an own item: what was chosen, one by one, or one text; a number beside. */
            own: z.array(z.object({ id: z.uuid(), said: z.array(z.string()), number: z.int().nullable() })),
            corrections: z.array(
              z.object({ correction: z.string(), reason: z.string(), author, on: z.string() }),
            ),
          }),
        ),
        measures: z.array(
          measureOf.omit({ plan: true, plan_name: true }).extend({
            grade: z.string().nullable(),
            reason: z.string().nullable(),
          }),
        ),
      })
      .nullable(),
    opinions: z.array(opinion),
  }),
});
export type Gathering = NonNullable<z.output<typeof readGathering.output>['gathering']>;

export const readCommitteeWork = operation({
  route: 'GET /inquiries/:id/committee',
  summary: m.projects_read_committee_summary,
  may: planners,
  audit: 'inquiry.committee_read',
  atOneMoment: true,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    inquiry: inquiryHead,
    rule,
    readiness: z.object({ all: z.int(), confirmed: z.int(), year_fixed: z.boolean(), ungraded: z.int() }),
    /** How often it was gathered, the newest first. */
    gatherings: z.array(z.object({ number: z.int(), on: z.string(), confirmed: z.int(), all: z.int() })),
    measures: z.array(
      measureOf.omit({ plan: true, plan_name: true }).extend({
        projects: z.int(),
        graded: z.int(),
        /** As the rule or, by that rule, a person has it now. */
        grade: z.string().nullable(),
        reason: z.string().nullable(),
        /** Of what was written; 0 where nothing was. */
        version: z.int(),
      }),
    ),
    opinions: z.array(opinion),
  }),
});
