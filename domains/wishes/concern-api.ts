import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { coordinators, words } from './model.ts';

/** 心配ごと: somebody may not be safe. What it is about stops at once; it has an owner and a clock. */
export const raiseConcern = operation({
  route: 'POST /safeguarding-concerns',
  summary: m.wishes_concern_raise_summary,
  may: coordinators,
  audit: 'concern.raised',
  subjects: ({ participant_id }) => [participant_id],
  input: z.object({
    id: z.uuid(),
    participant_id: z.uuid({ error: () => m.wishes_field_participant() }),
    match_id: z.uuid().optional(),
    words: words(1000, m.wishes_field_concern),
    /** Hours until somebody has to have taken it up. */
    hours: z.coerce.number().int().min(1).max(72).default(24),
  }),
  output: z.object({ id: z.uuid() }),
});

export const acknowledgeConcern = operation({
  route: 'POST /safeguarding-concerns/:id/acknowledgement',
  summary: m.wishes_concern_acknowledge_summary,
  may: coordinators,
  audit: 'concern.acknowledged',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

/** To another coordinator of the body, with a word why: whoever gets it has to take it up. */
export const handOnConcern = operation({
  route: 'POST /safeguarding-concerns/:concern_id/handings-on',
  summary: m.wishes_concern_hand_on_summary,
  may: coordinators,
  audit: 'concern.handed_on',
  input: z.object({
    concern_id: z.uuid(),
    id: z.uuid(),
    post_id: z.uuid({ error: () => m.wishes_field_coordinator() }),
    why: words(500, m.wishes_field_why),
  }),
  output: z.object({ id: z.uuid() }),
});

/** One other match of whom it is about stops too, as the one it was raised in did. */
export const stopMatchOfConcern = operation({
  route: 'POST /safeguarding-concerns/:id/stopped-matches',
  summary: m.wishes_concern_stop_summary,
  may: coordinators,
  audit: 'concern.match_stopped',
  input: z.object({ id: z.uuid(), match_id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

export const endConcern = operation({
  route: 'POST /safeguarding-concerns/:id/end',
  summary: m.wishes_concern_end_summary,
  may: coordinators,
  audit: 'concern.ended',
  input: z.object({ id: z.uuid(), result: words(1000, m.wishes_field_result) }),
  output: z.object({ id: z.uuid() }),
});

export const listConcerns = operation({
  route: 'GET /safeguarding-concerns',
  summary: m.wishes_concerns_summary,
  may: coordinators,
  audit: 'concerns.listed',
  subjects: (_, { concerns }) => concerns.map(({ participant_id }) => participant_id),
  input: z.object({ ended: z.enum(['no', 'yes']).default('no') }),
  output: z.object({
    concerns: z.array(
      z.object({
        id: z.uuid(),
        participant_id: z.uuid(),
        participant_name: z.string(),
        match_id: z.uuid().nullable(),
        /** What else goes on with the same person, as far as the reader may see it. */
        going_on: z.array(z.object({ id: z.uuid(), proposed_on: z.string(), with: z.array(z.string()) })),
        words: z.string(),
        raised_at: z.string(),
        due_at: z.string(),
        late: z.boolean(),
        /** Who is to take it up, from the beginning; who has, from then on. Null: the post is nobody's of this body any more. */
        owner: z.string().nullable(),
        owner_post_id: z.uuid(),
        /** When the notice was raised that nobody had taken it up in time. */
        reminded_at: z.string().nullable(),
        handed_on: z.array(
          z.object({
            from: z.string().nullable(),
            to: z.string().nullable(),
            why: z.string(),
            at: z.string(),
          }),
        ),
        acknowledged_at: z.string().nullable(),
        result: z.string().nullable(),
      }),
    ),
    /** Coordinators of the body to whom one can be handed on. */
    coordinators: z.array(z.object({ post_id: z.uuid(), name: z.string() })),
  }),
});
