import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { attainments, outcomes } from './plan-model.ts';
import { codes, day, planWriters, text } from './plan-parts.ts';

/** 評価（終結）シート: how each goal stands, what changed, what remains; it ends the plan. */
export const closePlan = operation({
  route: 'POST /support-plans/:plan_id/closing',
  summary: m.cases_closing_summary,
  may: planWriters,
  audit: 'support_plan.closed',
  subjects: (_, { client_id }) => [client_id],
  input: z.object({
    plan_id: z.uuid(),
    outcome: z.enum(outcomes, { error: () => m.cases_closing_field_outcome() }),
    closed_on: day,
    reason: z.string({ error: () => m.cases_closing_field_reason() }).max(60),
    attainments: z
      .array(
        z.object({
          goal_id: z.uuid(),
          attained: z.enum(attainments, { error: () => m.cases_closing_field_attained() }),
          words: text(1_000),
        }),
      )
      .max(12)
      .default([]),
    changes: codes,
    remains: text(2_000),
    own_words: text(2_000),
    found: text(2_000),
    afterwards: text(1_000),
  }),
  output: z.object({ id: z.uuid(), client_id: z.uuid() }),
});
