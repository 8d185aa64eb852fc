import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { author, reason, retentionClasses } from './model.ts';

const mostYears = 100;
const years = () => m.disposals_field_years({ most: mostYears });

export const listRetention = operation({
  route: 'GET /retention',
  summary: m.disposals_retention_summary,
  may: 'signed_in',
  audit: null,
  input: z.object({}),
  output: z.object({
    /** What holds today for the town, and the bodies that keep to years of their own. */
    classes: z.array(
      z.object({
        class: z.enum(retentionClasses),
        years: z.int(),
        bodies: z.array(z.object({ id: z.uuid(), name: z.string(), years: z.int() })),
      }),
    ),
    /** Everything that was set, the newest first. */
    settings: z.array(
      z.object({
        id: z.uuid(),
        class: z.enum(retentionClasses),
        body: z.string().nullable(),
        years: z.int(),
        starts_on: z.string(),
        reason: z.string(),
        author,
        on: z.string(),
      }),
    ),
  }),
});

export const setRetention = operation({
  route: 'POST /retention',
  summary: m.disposals_set_retention_summary,
  may: ['administrator'],
  audit: 'retention.set',
  input: z.object({
    id: z.uuid(),
    class: z.enum(retentionClasses, { error: () => m.disposals_field_class() }),
    /** Null: the town, and every body without years of its own. */
    body_id: z.uuid().nullable().default(null),
    years: z.int({ error: years }).min(0, { error: years }).max(mostYears, { error: years }),
    /** From this day on; today or later. */
    starts_on: z.iso.date({ error: () => m.disposals_field_starts_on() }),
    reason,
  }),
  output: z.object({ id: z.uuid() }),
});
