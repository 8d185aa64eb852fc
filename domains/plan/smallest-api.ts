import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { leastSmallest, mostSmallest } from './model.ts';
import { author, planReaders, reason, written } from './parts.ts';

export const setSmallestShown = operation({
  route: 'POST /smallest-shown',
  summary: m.plan_set_smallest_summary,
  may: ['planner', 'administrator'],
  audit: 'plan.smallest_shown_set',
  input: z.object({
    id: z.uuid(),
    smallest: z
      .int({ error: () => m.plan_field_smallest({ least: leastSmallest, most: mostSmallest }) })
      .min(leastSmallest, {
        error: () => m.plan_field_smallest({ least: leastSmallest, most: mostSmallest }),
      })
      .max(mostSmallest, {
        error: () => m.plan_field_smallest({ least: leastSmallest, most: mostSmallest }),
      }),
    /** From this day on; today or later. */
    starts_on: z.iso.date({ error: () => m.plan_field_smallest_from() }),
    reason,
  }),
  output: written,
});

export const readSmallestShown = operation({
  route: 'GET /smallest-shown',
  summary: m.plan_read_smallest_summary,
  may: planReaders,
  audit: null,
  input: z.object({}),
  output: z.object({
    /** Counts below this are not shown today to whoever reads dated figures only, and in no report. */
    smallest: z.int(),
    /** What was set, the newest first. */
    settings: z.array(
      z.object({
        id: z.uuid(),
        starts_on: z.string(),
        smallest: z.int(),
        reason: z.string(),
        author,
        on: z.string(),
      }),
    ),
  }),
});
