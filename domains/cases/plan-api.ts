import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { pageKey } from '#platform/page-key.ts';
import { decisions, findings, planConferences, planStates } from './plan-model.ts';
import {
  day,
  listedPlan,
  needed,
  noDay,
  openedPlan,
  planContent,
  planReaders,
  planWriters,
  text,
} from './plan-parts.ts';

const written = z.object({ id: z.uuid(), client_id: z.uuid() });
const ofClient = (_: unknown, { client_id }: { client_id: string }) => [client_id];

/** Begins the plan of one member of a case; the first, or the next after one that ended with a re-plan. */
export const draftPlan = operation({
  route: 'POST /support-plans',
  summary: m.cases_plan_draft_summary,
  may: planWriters,
  audit: 'support_plan.drafted',
  subjects: ofClient,
  input: planContent.extend({ id: z.uuid(), case_id: z.uuid(), client_id: z.uuid() }),
  output: written,
});

/** Writes a plan anew, as long as it has not been put forward. */
export const rewritePlan = operation({
  route: 'POST /support-plans/:plan_id/versions',
  summary: m.cases_plan_rewrite_summary,
  may: planWriters,
  audit: 'support_plan.rewritten',
  subjects: ofClient,
  input: planContent.extend({ plan_id: z.uuid(), version: z.int().min(1) }),
  output: written,
});

/** 本人の同意・申込: how the person said it. */
export const recordAgreement = operation({
  route: 'POST /support-plans/:plan_id/agreement',
  summary: m.cases_plan_agree_summary,
  may: planWriters,
  audit: 'support_plan.agreed',
  subjects: ofClient,
  input: z.object({
    plan_id: z.uuid(),
    /** A code of the list `consent_way`. */
    agreed_way: z
      .string({ error: () => m.cases_plan_field_agreed_way() })
      .min(1, { error: () => m.cases_plan_field_agreed_way() })
      .max(40, { error: () => m.cases_plan_field_agreed_way() }),
    agreed_on: day,
  }),
  output: written,
});

/** Puts a plan before the conference and the city. */
export const proposePlan = operation({
  route: 'POST /support-plans/:plan_id/proposals',
  summary: m.cases_plan_propose_summary,
  may: planWriters,
  audit: 'support_plan.proposed',
  subjects: ofClient,
  input: z.object({ plan_id: z.uuid(), id: z.uuid(), version: z.int().min(1), words: text(500) }),
  output: written,
});

export const takeBackPlan = operation({
  route: 'POST /support-plans/:plan_id/taking-back',
  summary: m.cases_plan_take_back_summary,
  may: planWriters,
  audit: 'support_plan.taken_back',
  subjects: ofClient,
  input: z.object({ plan_id: z.uuid(), id: z.uuid(), words: needed(m.cases_plan_field_why, 500) }),
  output: written,
});

/** What a conference found of a plan that was put before it. */
export const recordFinding = operation({
  route: 'POST /support-plans/:plan_id/findings',
  summary: m.cases_plan_find_summary,
  may: planWriters,
  audit: 'support_plan.found',
  subjects: ofClient,
  input: z.object({
    plan_id: z.uuid(),
    id: z.uuid(),
    conference_kind: z.enum(planConferences, { error: () => m.cases_plan_field_conference() }),
    held_on: day,
    /** The item of the agenda, where the conference is kept here. */
    item_id: z.uuid().nullable().default(null),
    finding: z.enum(findings, { error: () => m.cases_plan_field_finding() }),
    words: text(1_000),
  }),
  output: written,
});

/** 支援決定（決裁）: the city's own act, apart from the conference. */
export const decideSupport = operation({
  route: 'POST /support-plans/:plan_id/decisions',
  summary: m.cases_plan_decide_summary,
  may: ['convener'],
  audit: 'support.decided',
  subjects: ofClient,
  input: z.object({
    plan_id: z.uuid(),
    id: z.uuid(),
    decision: z.enum(decisions, { error: () => m.cases_plan_field_decision() }),
    reason: needed(m.cases_plan_field_why, 1_000),
    number: text(60),
    decided_on: noDay,
  }),
  output: written,
});

export const startSupport = operation({
  route: 'POST /support-plans/:plan_id/start',
  summary: m.cases_plan_start_summary,
  may: planWriters,
  audit: 'support.started',
  subjects: ofClient,
  input: z.object({ plan_id: z.uuid(), id: z.uuid(), acted_on: day }),
  output: written,
});

/** モニタリング */
export const reviewPlan = operation({
  route: 'POST /support-plans/:plan_id/reviews',
  summary: m.cases_plan_review_summary,
  may: planWriters,
  audit: 'support_plan.reviewed',
  subjects: ofClient,
  input: z.object({
    plan_id: z.uuid(),
    id: z.uuid(),
    reviewed_on: day,
    words: needed(m.cases_plan_field_review, 2_000),
    next_on: noDay,
  }),
  output: written,
});

export const listPlansOfPeople = operation({
  route: 'GET /support-plans',
  summary: m.cases_plan_list_summary,
  may: planReaders,
  audit: 'support_plans.listed',
  subjects: (_, { plans }) => [...new Set(plans.map(({ client_id }) => client_id))],
  input: z.object({
    /** `open` when left out: all that have not ended. `waiting`: put forward, and not decided. */
    state: z.enum(['open', 'waiting', 'all', ...planStates]).default('open'),
    case: z.uuid().optional(),
    client: z.uuid().optional(),
    after: pageKey('day').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ plans: z.array(listedPlan), next: z.string().nullable() }),
});

export const readSupportPlan = operation({
  route: 'GET /support-plans/:id',
  summary: m.cases_plan_read_summary,
  may: planReaders,
  audit: 'support_plan.read',
  subjects: ofClient,
  input: z.object({ id: z.uuid() }),
  output: openedPlan,
});
