import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { channels, conditions, contacts, visitContent } from './model.ts';

const recorders = ['visitor', 'commissioner', 'gatherer', 'council_officer'] as const;

export const recordVisit = operation({
  route: 'POST /visits',
  summary: m.visits_record_summary,
  may: recorders,
  audit: 'visit.recorded',
  subjects: ({ household_id }) => [household_id],
  offline: true,
  input: visitContent.extend({
    id: z.uuid(),
    household_id: z.uuid({ error: () => m.visits_field_household() }),
    /** Whose visit it was, when somebody else writes it down for them; the actor's own post when left out. */
    for_post: z.uuid().nullable().default(null),
    companions: z.array(z.uuid()).max(10).default([]),
    late_reason: z.string().trim().min(1).max(500).nullable().default(null),
  }),
  output: z.object({ id: z.uuid() }),
});

export const listVisits = operation({
  route: 'GET /visits',
  summary: m.visits_list_summary,
  may: recorders,
  audit: 'visits.listed',
  subjects: (_, { visits }) => [...new Set(visits.map((v) => v.household_id))],
  finishing: true,
  input: z.object({
    household: z.uuid().optional(),
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
    /** The key of the last row of the page before. */
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    visits: z.array(
      z.object({
        id: z.uuid(),
        household_id: z.uuid(),
        household_name: z.string().nullable(),
        district_id: z.uuid(),
        visited_on: z.string(),
        visited_at: z.string().nullable(),
        channel: z.enum(channels),
        contact: z.enum(contacts),
        condition: z.enum(conditions).nullable(),
        next_step: z.string().nullable(),
        note: z.string().nullable(),
        own: z.boolean(),
        version: z.int(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
