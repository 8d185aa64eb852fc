import * as z from 'zod';
import * as m from '#messages';
import {
  attainments,
  decisions,
  doers,
  findings,
  outcomes,
  planConferences,
  planKinds,
  planStates,
  spans,
} from './plan-model.ts';

/** Who writes plans: those who work with persons. */
export const planWriters = ['intake_worker', 'case_coordinator'] as const;

/** Who may be given a plan; which ones is the gate's to say. */
export const planReaders = [
  ...planWriters,
  'convener',
  'council_officer',
  'gatherer',
  'visitor',
  'commissioner',
] as const;

export const day = z.iso.date({ error: () => m.cases_plan_field_day() });
export const noDay = day.nullable().default(null);

/** Text up to a length; blank is nothing. */
export function text(most: number) {
  return z
    .string({ error: () => m.cases_plan_field_text({ most }) })
    .trim()
    .max(most, { error: () => m.cases_plan_field_text({ most }) })
    .transform((typed) => typed || null)
    .nullable()
    .default(null);
}

/** Text that has to be there. */
export function needed(sentence: () => string, most: number) {
  return z
    .string({ error: () => sentence() })
    .trim()
    .min(1, { error: () => sentence() })
    .max(most, { error: () => m.cases_plan_field_text({ most }) });
}

export const codes = z.array(z.string().max(60)).max(60).default([]);

/** What is typed of a plan. */
export const planContent = z.object({
  kind: z.enum(planKinds, { error: () => m.cases_plan_field_kind() }),
  trouble: text(2_000),
  starts_on: noDay,
  ends_on: noDay,
  next_review_on: noDay,
  goals: z
    .array(
      z.object({
        id: z.uuid(),
        span: z.enum(spans, { error: () => m.cases_plan_field_span() }),
        words: needed(m.cases_plan_field_goal, 1_000),
      }),
    )
    .max(12)
    .default([]),
  steps: z
    .array(
      z.object({
        id: z.uuid(),
        trouble: text(500),
        what: needed(m.cases_plan_field_what, 1_000),
        who: z.enum(doers, { error: () => m.cases_plan_field_who() }),
        who_named: text(200),
        starts_when: text(100),
        how_often: text(100),
        until_on: noDay,
      }),
    )
    .max(30)
    .default([]),
  services: codes,
});
export type PlanContent = z.output<typeof planContent>;

const by = z.string().nullable();
const named = z.object({ id: z.uuid(), name: z.string() });

const attainment = z.object({ attained: z.enum(attainments), words: z.string().nullable() });

const closing = z.object({
  outcome: z.enum(outcomes),
  closed_on: z.string(),
  reason: z.string(),
  changes: z.array(z.string()),
  remains: z.string().nullable(),
  own_words: z.string().nullable(),
  found: z.string().nullable(),
  afterwards: z.string().nullable(),
  by,
});

/** A plan as a list shows it. */
export const listedPlan = z.object({
  id: z.uuid(),
  case_id: z.uuid(),
  case_number: z.string().nullable(),
  client_id: z.uuid(),
  /** Null for whoever is not given who it is. */
  client_name: z.string().nullable(),
  kind: z.enum(planKinds),
  number: z.int(),
  state: z.enum(planStates),
  written_on: z.string(),
  starts_on: z.string().nullable(),
  ends_on: z.string().nullable(),
  next_review_on: z.string().nullable(),
  agreed_on: z.string().nullable(),
  /** What the conference its kind needs said last of this proposal. */
  finding: z.enum(findings).nullable(),
  holder: named,
  own: z.boolean(),
});
export type ListedPlan = z.output<typeof listedPlan>;

export const openedPlan = listedPlan.extend({
  version: z.int(),
  trouble: z.string().nullable(),
  /** A code of the list `consent_way`. */
  agreed_way: z.string().nullable(),
  by,
  goals: z.array(
    z.object({
      id: z.uuid(),
      span: z.enum(spans),
      words: z.string(),
      attainment: attainment.nullable(),
    }),
  ),
  steps: z.array(
    z.object({
      id: z.uuid(),
      trouble: z.string().nullable(),
      what: z.string(),
      who: z.enum(doers),
      who_named: z.string().nullable(),
      starts_when: z.string().nullable(),
      how_often: z.string().nullable(),
      until_on: z.string().nullable(),
    }),
  ),
  services: z.array(z.string()),
  acts: z.array(
    z.object({
      id: z.uuid(),
      act: z.enum(['proposed', 'taken_back', 'started']),
      acted_on: z.string(),
      words: z.string().nullable(),
      by,
    }),
  ),
  findings: z.array(
    z.object({
      id: z.uuid(),
      about: z.enum(['plan', 'closing']),
      conference_kind: z.enum(planConferences),
      held_on: z.string(),
      finding: z.enum(findings),
      words: z.string().nullable(),
      by,
    }),
  ),
  decisions: z.array(
    z.object({
      id: z.uuid(),
      decision: z.enum(decisions),
      reason: z.string(),
      number: z.string().nullable(),
      decided_on: z.string(),
      body_name: z.string(),
    }),
  ),
  reviews: z.array(
    z.object({
      id: z.uuid(),
      reviewed_on: z.string(),
      words: z.string(),
      next_on: z.string().nullable(),
      by,
    }),
  ),
  closing: closing.nullable(),
});
export type OpenedPlan = z.output<typeof openedPlan>;
