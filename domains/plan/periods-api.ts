import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { fiscalYear, yearStates } from './model.ts';
import { planners, planReaders } from './parts.ts';

export const listPeriods = operation({
  route: 'GET /periods',
  summary: m.plan_list_periods_summary,
  may: planReaders,
  audit: null,
  input: z.object({}),
  output: z.object({
    /** From the first year any plan covers to the present one, newest first. */
    periods: z.array(
      z.object({
        fiscal_year: z.int(),
        state: z.enum(yearStates),
        fixed_on: z.string().nullable(),
        fixing_reason: z.string().nullable(),
        published_on: z.string().nullable(),
        /** How many counts are kept as they were fixed. */
        figures: z.int(),
        /** Later additions of the districts this post may count; null for a post that may count none. */
        additions: z.int().nullable(),
      }),
    ),
  }),
});

export const fixPeriod = operation({
  route: 'POST /periods/:fiscal_year/fixing',
  summary: m.plan_fix_summary,
  may: planners,
  audit: 'period.fixed',
  input: z.object({
    fiscal_year: z.coerce.number().pipe(fiscalYear),
    reason: z
      .string({ error: () => m.plan_field_fixing_reason() })
      .trim()
      .min(1, { error: () => m.plan_field_fixing_reason() })
      .max(500, { error: () => m.plan_field_fixing_reason() }),
  }),
  output: z.object({ fiscal_year: z.int() }),
});

export const publishPeriod = operation({
  route: 'POST /periods/:fiscal_year/publication',
  summary: m.plan_publish_summary,
  may: planners,
  audit: 'period.published',
  input: z.object({ fiscal_year: z.coerce.number().pipe(fiscalYear) }),
  output: z.object({ fiscal_year: z.int() }),
});

export const listLaterAdditions = operation({
  route: 'GET /periods/:fiscal_year/additions',
  summary: m.plan_list_additions_summary,
  may: ['planner', 'operator', 'gatherer', 'council_officer'],
  audit: null,
  input: z.object({
    fiscal_year: z.coerce.number().pipe(fiscalYear),
    /** The last addition of the page before. */
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    additions: z.array(
      z.object({
        id: z.uuid(),
        added_on: z.string(),
        kind: z.string(),
        month: z.string(),
        district: z.string().nullable(),
        group: z.string(),
        channel: z.string().nullable(),
        source: z.enum(['single', 'sheet']),
        n: z.int(),
        reason: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
