import * as z from 'zod';
import { visitingRoles } from '#domains/visits/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { rules } from './model.ts';

/** From when nobody being met is told, and for which households it is not. */
export const listUnmetRules = operation({
  route: 'GET /unmet-rules',
  summary: m.escalations_rules_summary,
  may: [...visitingRoles, 'administrator'],
  audit: 'unmet_rules.listed',
  subjects: (_, { quiet }) => quiet.map(({ household_id }) => household_id),
  input: z.object({}),
  output: z.object({
    /** What holds in the whole town, and in the reader's own district where that has a rule of its own. */
    rules: z.array(
      z.object({
        rule: z.enum(rules),
        district_id: z.uuid().nullable(),
        district_name: z.string().nullable(),
        /** Null: switched off. */
        n: z.int().nullable(),
      }),
    ),
    quiet: z.array(
      z.object({
        household_id: z.uuid(),
        household_name: z.string().nullable(),
        why: z.string(),
        since: z.string(),
      }),
    ),
  }),
});

export const setUnmetRule = operation({
  route: 'POST /unmet-rules',
  summary: m.escalations_set_rule_summary,
  may: ['council_officer', 'administrator'],
  audit: 'unmet_rule.set',
  input: z.object({
    id: z.uuid(),
    rule: z.enum(rules, { error: () => m.escalations_field_rule() }),
    district_id: z.uuid().nullable().default(null),
    /** Left out: switched off. */
    n: z
      .int({ error: () => m.escalations_field_n() })
      .min(2, { error: () => m.escalations_field_n() })
      .max(365, { error: () => m.escalations_field_n() })
      .nullable()
      .default(null),
  }),
  output: z.object({ id: z.uuid() }),
});

export const switchUnmet = operation({
  route: 'POST /households/:household_id/unmet-switch',
  summary: m.escalations_switch_summary,
  may: visitingRoles,
  audit: 'unmet_switch.set',
  subjects: ({ household_id }) => [household_id],
  input: z.object({
    household_id: z.uuid(),
    quiet: z.boolean(),
    why: z
      .string({ error: () => m.escalations_field_why() })
      .trim()
      .min(1, { error: () => m.escalations_field_why() })
      .max(300, { error: () => m.escalations_field_why() }),
  }),
  output: z.object({ household_id: z.uuid() }),
});
