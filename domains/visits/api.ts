import * as z from 'zod';
import { itemFilter } from '#domains/items/filter.ts';
import { answers, typedAnswers } from '#domains/items/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import {
  channels,
  conditions,
  contacts,
  saidContent,
  storedContent,
  visitContent,
  visitingRoles,
} from './model.ts';

export * from './absence-api.ts';
export * from './photo-api.ts';
export * from './round-api.ts';
export * from './sheet-api.ts';
export * from './today-api.ts';

const reason = z
  .string({ error: () => m.visits_field_reason() })
  .trim()
  .min(1, { error: () => m.visits_field_reason() })
  .max(500, { error: () => m.visits_field_reason() });

export const recordVisit = operation({
  route: 'POST /visits',
  summary: m.visits_record_summary,
  may: visitingRoles,
  audit: 'visit.recorded',
  subjects: ({ household_id }) => [household_id],
  offline: true,
  finishing: true,
  input: visitContent.extend({
    id: z.uuid(),
    household_id: z.uuid({ error: () => m.visits_field_household() }),
    /** Whose visit it was, when somebody else writes it down for them; the actor's own post when left out. */
    for_post: z.uuid().nullable().default(null),
    companions: z.array(z.uuid()).max(10).default([]),
    /** To the town's own items of the day (items). Left out, as by one press: none. */
    answers: typedAnswers,
    late_reason: reason.nullable().default(null),
    /** A JPEG of at most 4 MB. What a camera writes into it is not kept. */
    photo: z
      .object({ base64: z.base64({ error: () => m.visits_field_photo() }) })
      .nullable()
      .default(null),
  }),
  output: z.object({ id: z.uuid() }),
});

const seenVisit = storedContent.extend({
  id: z.uuid(),
  household_id: z.uuid(),
  /** Null where the household itself is no longer the reader's to see. */
  household_name: z.string().nullable(),
  district_id: z.uuid(),
  post_id: z.uuid(),
  visitor_name: z.string().nullable(),
  /** Recorded under the reader's own post. */
  own: z.boolean(),
  withdrawn: z.boolean(),
  version: z.int(),
  answers,
});

export const listVisits = operation({
  route: 'GET /visits',
  summary: m.visits_list_summary,
  may: visitingRoles,
  audit: 'visits.listed',
  subjects: (_, { visits }) => [...new Set(visits.map((v) => v.household_id))],
  finishing: true,
  input: z.object({
    household: z.uuid().optional(),
    district: z.uuid().optional(),
    /** Whose visits: a post. */
    post: z.uuid().optional(),
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
    channel: z.enum(channels).optional(),
    contact: z.enum(contacts).optional(),
    condition: z.enum(conditions).optional(),
    /** Conditions on the town's own items (items/filter.ts). */
    items: itemFilter,
    /** Withdrawn visits are left out unless asked for. */
    withdrawn: z.enum(['without', 'with']).default('without'),
    /** The key of the last row of the page before. */
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ visits: z.array(seenVisit), next: z.string().nullable() }),
});

export const readVisit = operation({
  route: 'GET /visits/:id',
  summary: m.visits_read_summary,
  may: visitingRoles,
  audit: 'visit.read',
  subjects: (_, { household_id }) => [household_id],
  finishing: true,
  input: z.object({ id: z.uuid() }),
  output: seenVisit.extend({
    /** Who wrote it down, when it was not the visitor. */
    written_by_name: z.string().nullable(),
    recorded_on: z.string(),
    companions: z.array(z.object({ post_id: z.uuid(), name: z.string().nullable() })),
    late_reason: z.string().nullable(),
    withdrawal: z.object({ reason: z.string(), withdrawn_on: z.string() }).nullable(),
    /** What it said before each correction, the newest first. Empty for who may not correct it. */
    versions: z.array(
      z.object({ version: z.int(), said: saidContent, reason: z.string(), corrected_on: z.string() }),
    ),
    /** Whether the reader may correct and withdraw it. */
    changeable: z.boolean(),
    has_photo: z.boolean(),
    /** How its month counts: by tally sheet, single visits are kept and do not count. */
    counts: z.boolean(),
  }),
});

export const correctVisit = operation({
  route: 'PUT /visits/:id',
  summary: m.visits_correct_summary,
  may: visitingRoles,
  audit: 'visit.corrected',
  subjects: (_, { household_id }) => [household_id],
  finishing: true,
  input: visitContent.extend({
    id: z.uuid(),
    /** The version the correction was made from. */
    version: z.int().min(1),
    /** Left out: they stay as they are. */
    answers: typedAnswers,
    reason,
  }),
  output: z.object({ id: z.uuid(), household_id: z.uuid() }),
});

export const withdrawVisit = operation({
  route: 'POST /visits/:id/withdrawal',
  summary: m.visits_withdraw_summary,
  may: visitingRoles,
  audit: 'visit.withdrawn',
  subjects: (_, { household_id }) => [household_id],
  finishing: true,
  input: z.object({ id: z.uuid(), version: z.int().min(1), reason }),
  output: z.object({ id: z.uuid(), household_id: z.uuid() }),
});

export const handInPost = operation({
  route: 'POST /posts/:post_id/hand-in',
  summary: m.visits_hand_in_summary,
  may: visitingRoles,
  audit: 'post.handed_in',
  finishing: true,
  input: z.object({ post_id: z.uuid() }),
  output: z.object({ post_id: z.uuid() }),
});
