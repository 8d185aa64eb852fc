import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { code, evaluationKinds } from './model.ts';
import { author, planners, planReaders, written } from './parts.ts';

export const writeEvaluation = operation({
  route: 'POST /evaluations',
  summary: m.plan_write_evaluation_summary,
  may: planners,
  audit: 'plan.evaluation_written',
  input: z.object({
    id: z.uuid(),
    plan_id: z.uuid(),
    /** Null: for the plan as a whole. */
    group_id: z.uuid().nullable().default(null),
    kind: z.enum(evaluationKinds),
    /** The version this one follows, as its writer saw it; 0 for the first. */
    after_version: z.int().min(0),
    body: z
      .string({ error: () => m.plan_field_body() })
      .trim()
      .min(1, { error: () => m.plan_field_body() })
      .max(10_000, { error: () => m.plan_field_body() }),
  }),
  output: written,
});

export const evaluation = z.object({
  id: z.uuid(),
  group_id: z.uuid().nullable(),
  group: z.int().nullable(),
  kind: z.enum(evaluationKinds),
  version: z.int(),
  body: z.string(),
  author,
  on: z.string(),
});
export type Evaluation = z.output<typeof evaluation>;

export const readEvaluations = operation({
  route: 'GET /plans/:plan/evaluations',
  summary: m.plan_read_evaluations_summary,
  may: planReaders,
  audit: null,
  input: z.object({ plan: code }),
  output: z.object({
    /** The newest version of each text: the whole first, then by group, looking back before looking forward. */
    evaluations: z.array(evaluation.extend({ earlier: z.array(evaluation) })),
  }),
});
