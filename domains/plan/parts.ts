import * as z from 'zod';
import { roles } from '#domains/posts/model.ts';
import * as m from '#messages';

/** The plan is a public document in the making: every post reads it, planners write it. */
export const planReaders = roles;
export const planners = ['planner'] as const;

/** Who wrote a row: the role and its body, never the name. */
export const author = z.object({ role: z.enum(roles), body: z.string() });

export const written = z.object({ id: z.uuid() });

export const wording = z
  .string({ error: () => m.plan_field_wording() })
  .trim()
  .min(1, { error: () => m.plan_field_wording() })
  .max(300, { error: () => m.plan_field_wording() });

export const note = z
  .string()
  .trim()
  .max(500, { error: () => m.plan_field_note() })
  .nullable()
  .default(null);

export const reason = z
  .string({ error: () => m.plan_field_reason() })
  .trim()
  .min(1, { error: () => m.plan_field_reason() })
  .max(500, { error: () => m.plan_field_reason() });
