import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import {
  closings,
  coordinators,
  limits,
  needs,
  parts,
  reaches,
  reasons,
  shapes,
  shownGiving,
  shownWish,
  sides,
  steps,
  ways,
  wishStates,
  words,
} from './model.ts';

export * from './concern-api.ts';
export * from './figure-api.ts';
export * from './match-api.ts';
export * from './participant-api.ts';
export * from './proposal-api.ts';
export * from './story-api.ts';
export * from './telling-api.ts';
export * from './together-api.ts';

const said = z.object({
  words: words(500, m.wishes_field_words),
  tags: z.array(z.string().max(40)).max(8).default([]),
  district_id: z.uuid().optional(),
  reach: z.enum(reaches).default('own_district'),
  days: z.array(z.coerce.number().int().min(1).max(7)).max(7).default([]),
  parts: z.array(z.enum(parts)).max(3).default([]),
  limits: z.array(z.enum(limits)).default([]),
  step: z.enum(steps).default('go_on'),
  times: z.coerce
    .number({ error: () => m.wishes_field_times() })
    .int({ error: () => m.wishes_field_times() })
    .min(1, { error: () => m.wishes_field_times() })
    .max(200, { error: () => m.wishes_field_times() })
    .default(1),
  until: z.iso.date({ error: () => m.wishes_field_until() }).optional(),
});

/** A wish or an offer, in the words it was said in. Everything but the words may stay as it is. */
export const writeWish = operation({
  route: 'POST /wishes',
  summary: m.wishes_write_summary,
  may: coordinators,
  audit: 'wish.written',
  subjects: ({ participant_id }) => [participant_id],
  input: said.extend({
    id: z.uuid(),
    participant_id: z.uuid({ error: () => m.wishes_field_participant() }),
    side: z.enum(sides, { error: () => m.wishes_field_side() }),
    way: z.enum(ways, { error: () => m.wishes_field_way() }),
  }),
  output: z.object({ id: z.uuid() }),
});

export const correctWish = operation({
  route: 'PUT /wishes/:id',
  summary: m.wishes_correct_summary,
  may: coordinators,
  audit: 'wish.corrected',
  subjects: ({ participant_id }) => [participant_id],
  input: said.extend({
    id: z.uuid(),
    participant_id: z.uuid(),
    version: z.coerce.number().int().min(1),
  }),
  output: z.object({ id: z.uuid() }),
});

/** It came true, was taken back, or its time is over. It can be opened again. */
export const closeWish = operation({
  route: 'POST /wishes/:id/closing',
  summary: m.wishes_close_summary,
  may: coordinators,
  audit: 'wish.closed',
  input: z.object({ id: z.uuid(), why: z.enum(closings, { error: () => m.wishes_field_closing() }) }),
  output: z.object({ id: z.uuid() }),
});

export const reopenWish = operation({
  route: 'POST /wishes/:id/reopening',
  summary: m.wishes_reopen_summary,
  may: coordinators,
  audit: 'wish.reopened',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

export const listWishes = operation({
  route: 'GET /wishes',
  summary: m.wishes_list_summary,
  may: coordinators,
  audit: 'wishes.listed',
  subjects: (_, { wishes }) => wishes.map(({ participant_id }) => participant_id),
  input: z.object({
    side: z.enum(sides).default('wish'),
    /** Words, or a tag; left out: all of them. */
    q: z.string().trim().max(100).optional(),
    district: z.uuid().optional(),
    /** Those that wait, those that came true as often as was said and are still open, or those that are closed. */
    state: z.enum(wishStates).default('waiting'),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ wishes: z.array(shownWish), next: z.uuid().nullable() }),
});

export const readWish = operation({
  route: 'GET /wishes/:id',
  summary: m.wishes_read_summary,
  may: coordinators,
  audit: 'wish.read',
  subjects: (_, { participant_id }) => [participant_id],
  input: z.object({ id: z.uuid() }),
  output: shownWish.extend({
    version: z.int(),
    /** What it was said in before, the newest first. */
    before: z.array(z.object({ words: z.string(), written_on: z.string() })),
    /** A window passed it on with a consent that was withdrawn on this day; null: none was. */
    consent_withdrawn_on: z.string().nullable(),
    matches: z.array(z.object({ id: z.uuid(), proposed_on: z.string(), with: z.array(z.string()) })),
  }),
});

/** One step of a suggestion: whose offer answers whose wish, and why. */
const suggestedLeg = z.object({
  offer: shownWish,
  wish: shownWish,
  reasons: z.array(z.enum(reasons)),
  /** The contribution that the offer was written down as, if it was. */
  giving: shownGiving.nullable(),
});

/**
 * Three at most, with their reasons, beside one wish or one offer: two parties, or a ring in which everybody both gives and
 * receives. The same two fit alike, from whichever side one looks.
 */
export const suggestMatches = operation({
  route: 'GET /wishes/:id/suggestions',
  summary: m.wishes_suggest_summary,
  may: coordinators,
  audit: 'wish.suggested',
  subjects: (_, { suggestions }) => [
    ...new Set(suggestions.flatMap(({ legs }) => legs.map(({ offer }) => offer.participant_id))),
  ],
  input: z.object({ id: z.uuid() }),
  output: z.object({
    suggestions: z.array(
      z.object({
        shape: z.enum(shapes),
        legs: z.array(suggestedLeg),
      }),
    ),
    /** How many others were looked at, and how many fit but have not met yet what the role asks for. */
    looked_at: z.int(),
    not_ready: z.int(),
    /** For which roles, with what any of them has not met. */
    not_ready_for: z.array(z.object({ tag: z.string(), needs: z.array(z.enum(needs)) })),
    /** How many fit, but whoever would give has reached this month what he or she set as the most. */
    resting: z.int(),
    /** How many are being asked already, or were and did not come together; they are not suggested again. */
    asked_before: z.int(),
    /** Why nothing is suggested: a day that has passed, a consent that was withdrawn, an open concern about whose it is, a pause of theirs. */
    waits_for: z.enum(['until', 'consent', 'concern', 'pause']).nullable(),
    /** What the role asks for in how it is done: two persons, a visible place. */
    heed: z.array(z.enum(needs)),
  }),
});
