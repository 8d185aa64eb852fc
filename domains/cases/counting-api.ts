import * as z from 'zod';
import { author } from '#domains/plan/parts.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { againRules, counting } from './counting-model.ts';

export const listCountings = operation({
  route: 'GET /intake-countings',
  summary: m.cases_counting_list_summary,
  may: 'signed_in',
  audit: null,
  input: z.object({}),
  /** The newest first. */
  output: z.object({
    countings: z.array(counting.extend({ author: author.nullable(), written_on: z.string() })),
  }),
});

/** From a day to come on; what has come in is not counted anew. */
export const setCounting = operation({
  route: 'POST /intake-countings',
  summary: m.cases_counting_set_summary,
  may: ['planner'],
  audit: 'intake_counting.set',
  input: z.object({
    id: z.uuid(),
    /** The version on the screen. */
    after_version: z.int().min(0),
    starts_on: z.iso.date({ error: () => m.cases_counting_field_starts_on() }),
    again: z.enum(againRules, { error: () => m.cases_counting_field_again() }),
    unnamed: z.enum(['yes', 'no'], { error: () => m.cases_counting_field_unnamed() }),
    channels: z
      .array(z.string().max(40))
      .min(1, { error: () => m.cases_counting_field_channels() })
      .refine((ways) => new Set(ways).size === ways.length, {
        error: () => m.cases_counting_field_channels(),
      }),
    reason: z
      .string({ error: () => m.cases_field_reason() })
      .trim()
      .min(1, { error: () => m.cases_field_reason() })
      .max(500, { error: () => m.cases_field_reason() }),
  }),
  output: z.object({ id: z.uuid() }),
});
