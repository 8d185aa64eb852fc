import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { author, holdKinds, listReaders, makers, reason } from './model.ts';

const day = z.iso
  .date({ error: () => m.disposals_field_period() })
  .nullable()
  .default(null);

export const listHolds = operation({
  route: 'GET /legal-holds',
  summary: m.disposals_holds_summary,
  may: listReaders,
  audit: 'legal_holds.listed',
  subjects: (_, { holds }) =>
    holds.flatMap(({ kind, subject_id }) => (subject_id && kind !== 'body' ? [subject_id] : [])),
  input: z.object({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    holds: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(holdKinds),
        subject_id: z.uuid().nullable(),
        /** The household's number and name, the person, or the body, as far as the actor sees it. */
        says: z.string().nullable(),
        first_day: z.string().nullable(),
        last_day: z.string().nullable(),
        reason: z.string(),
        author,
        on: z.string(),
        lifted: z.object({ reason: z.string(), author, on: z.string() }).nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const placeHold = operation({
  route: 'POST /legal-holds',
  summary: m.disposals_place_hold_summary,
  may: makers,
  audit: 'legal_hold.placed',
  subjects: ({ kind, subject_id }) => (subject_id && kind !== 'body' ? [subject_id] : []),
  input: z.object({
    id: z.uuid(),
    kind: z.enum(holdKinds, { error: () => m.disposals_field_hold_kind() }),
    /** A household, a membership of one, a person at a window, or a body; null for a period. */
    subject_id: z
      .uuid({ error: () => m.disposals_field_subject() })
      .nullable()
      .default(null),
    first_day: day,
    last_day: day,
    reason,
  }),
  output: z.object({ id: z.uuid() }),
});

export const liftHold = operation({
  route: 'POST /legal-holds/:id/lifting',
  summary: m.disposals_lift_hold_summary,
  may: makers,
  audit: 'legal_hold.lifted',
  input: z.object({ id: z.uuid(), reason }),
  output: z.object({ id: z.uuid() }),
});
