import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { roles, tightenedRoles } from './model.ts';

/** Which roles want a second factor beyond those that always do: tightened by administrators, never below the built-in. */
const ruled = z.object({
  role: z.enum(roles),
  required: z.boolean(),
  /** Always: no administrator can take it back. */
  built_in: z.boolean(),
  /** The newest decision; null where nobody has decided anything. */
  decided: z.object({ at: z.string(), reason: z.string(), by: z.string().nullable() }).nullable(),
  /** Posts that are held today, and of those the ones whose holder has no second factor yet. */
  posts: z.int(),
  without: z.int(),
});
export type RuledRole = z.output<typeof ruled>;

export const listFactorRules = operation({
  route: 'GET /second-factor-rules',
  summary: m.posts_rules_summary,
  may: ['administrator'],
  audit: 'factor_rules.listed',
  input: z.object({}),
  output: z.object({ roles: z.array(ruled) }),
});

export const decideFactorRule = operation({
  route: 'POST /second-factor-rules',
  summary: m.posts_rule_decide_summary,
  may: ['administrator'],
  audit: 'factor_rule.decided',
  input: z.object({
    id: z.uuid(),
    role: z.enum(tightenedRoles, { error: () => m.posts_field_role() }),
    required: z.enum(['yes', 'no'], { error: () => m.posts_field_required() }),
    reason: z
      .string({ error: () => m.posts_field_reason() })
      .trim()
      .min(1, { error: () => m.posts_field_reason() })
      .max(200, { error: () => m.posts_field_reason() }),
  }),
  output: z.object({ id: z.uuid(), posts: z.int() }),
});
