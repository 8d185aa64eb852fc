import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import {
  answers,
  coordinators,
  needs,
  outcomes,
  reasons,
  shapes,
  shownGiving,
  shownWish,
  tellings,
  words,
  wordsOrNone,
} from './model.ts';

/** Brings them together on paper; nobody has been asked yet. Every leg is an offer that answers a wish. */
export const proposeMatch = operation({
  route: 'POST /matches',
  summary: m.wishes_match_propose_summary,
  may: coordinators,
  audit: 'match.proposed',
  input: z.object({
    id: z.uuid(),
    legs: z
      .array(
        z.object({
          offer_id: z.uuid(),
          wish_id: z.uuid(),
          reasons: z.array(z.enum(reasons)).default([]),
        }),
      )
      .min(1)
      .max(3),
    /** The proposal it was taken from, which then says that they were asked. */
    proposal_id: z.uuid().optional(),
  }),
  output: z.object({ id: z.uuid() }),
});

const party = z.object({
  id: z.uuid(),
  name: z.string(),
  /** How to reach them; the coordinator's alone until everybody has said yes. */
  reached: z.string().nullable(),
  answer: z.enum(answers).nullable(),
  answered_on: z.string().nullable(),
});

const leg = z.object({
  position: z.int(),
  giver_id: z.uuid(),
  receiver_id: z.uuid(),
  offer: shownWish,
  wish: shownWish,
  reasons: z.array(z.enum(reasons)),
  giving: shownGiving.nullable(),
  /** What the roles in it ask for today. */
  needs: z.array(z.enum(needs)),
});

export const readMatch = operation({
  route: 'GET /matches/:id',
  summary: m.wishes_match_read_summary,
  may: coordinators,
  audit: 'match.read',
  subjects: (_, { parties }) => parties.map(({ id }) => id),
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    shape: z.enum(shapes),
    proposed_on: z.string(),
    outcome: z.enum(outcomes).nullable(),
    reason: z.string().nullable(),
    /** Everybody has said yes: they may be told of one another. */
    agreed: z.boolean(),
    parties: z.array(party),
    legs: z.array(leg),
    fulfilments: z.array(
      z.object({
        id: z.uuid(),
        position: z.int(),
        happened_on: z.string(),
        returned: z.boolean(),
        place_name: z.string().nullable(),
        /** Null while it stands; from then on it counts nowhere. */
        taken_back: z.object({ on: z.string(), reason: z.string() }).nullable(),
        thanks: z.array(
          z.object({
            id: z.uuid(),
            from_id: z.uuid(),
            to_id: z.uuid(),
            words: z.string(),
            tells: z.enum(tellings),
            passed_on: z.string().nullable(),
            /** Who said that they may be passed on, and when; null: written before this was kept. */
            agreed: z.object({ by: z.string(), on: z.string() }).nullable(),
          }),
        ),
      }),
    ),
    concerns: z.int(),
  }),
});

export const listMatches = operation({
  route: 'GET /matches',
  summary: m.wishes_matches_summary,
  may: coordinators,
  audit: 'matches.listed',
  input: z.object({
    closed: z.enum(['no', 'yes']).default('no'),
    /** Those that were proposed last, or those that have waited longest, first. */
    first: z.enum(['newest', 'longest']).default('newest'),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    matches: z.array(
      z.object({
        id: z.uuid(),
        shape: z.enum(shapes),
        proposed_on: z.string(),
        outcome: z.enum(outcomes).nullable(),
        names: z.array(z.string()),
        yes: z.int(),
        parties: z.int(),
        came_true: z.int(),
      }),
    ),
    next: z.uuid().nullable(),
  }),
});

/** はい, いいえ or あとで: nobody is asked why. */
export const answerMatch = operation({
  route: 'POST /matches/:match_id/answers',
  summary: m.wishes_match_answer_summary,
  may: coordinators,
  audit: 'match.answered',
  subjects: ({ participant_id }) => [participant_id],
  input: z.object({
    match_id: z.uuid(),
    id: z.uuid(),
    participant_id: z.uuid({ error: () => m.wishes_field_participant() }),
    answer: z.enum(answers, { error: () => m.wishes_field_answer() }),
  }),
  output: z.object({ id: z.uuid() }),
});

/** 今回は見送りになりました, or done. Whoever waited hears the same sentence, whatever the others said. */
export const closeMatch = operation({
  route: 'POST /matches/:id/closing',
  summary: m.wishes_match_close_summary,
  may: coordinators,
  audit: 'match.closed',
  input: z.object({
    id: z.uuid(),
    outcome: z.enum(['passed_over', 'done'], { error: () => m.wishes_field_outcome() }),
    reason: wordsOrNone(500, m.wishes_field_why),
  }),
  output: z.object({ id: z.uuid() }),
});

/** It happened: one encounter, in which both gave and received where something came back. */
export const recordFulfilment = operation({
  route: 'POST /matches/:match_id/fulfilments',
  summary: m.wishes_fulfil_summary,
  may: coordinators,
  audit: 'match.fulfilled',
  input: z.object({
    match_id: z.uuid(),
    id: z.uuid(),
    position: z.coerce.number().int().min(1).max(3),
    happened_on: z.iso.date({ error: () => m.wishes_field_day() }),
    /** The place or resource at which it happened, where there was one. */
    place_id: z.uuid({ error: () => m.wishes_field_place() }).optional(),
    returned: z.boolean().default(false),
    /** Only in a year that is fixed already. */
    late_reason: wordsOrNone(500, m.wishes_field_why),
  }),
  output: z.object({ id: z.uuid() }),
});

/** It did not happen like that: what was recorded stays to be read with the reason, and counts nowhere. */
export const takeBackFulfilment = operation({
  route: 'POST /fulfilments/:id/withdrawal',
  summary: m.wishes_fulfil_take_back_summary,
  may: coordinators,
  audit: 'fulfilment.taken_back',
  input: z.object({ id: z.uuid(), reason: words(500, m.wishes_field_why) }),
  output: z.object({ id: z.uuid() }),
});

/** お礼, in the words the person agreed to, to whoever gave. */
export const writeThanks = operation({
  route: 'POST /fulfilments/:fulfilment_id/thanks',
  summary: m.wishes_thanks_summary,
  may: coordinators,
  audit: 'thanks.written',
  input: z.object({
    fulfilment_id: z.uuid(),
    id: z.uuid(),
    words: words(500, m.wishes_field_thanks),
    tells: z.enum(tellings).default('them'),
    /** Who said that these words may go that far: whoever received, or who speaks for them. */
    agreed_by: words(60, m.wishes_field_agreed_by),
    agreed_on: z.iso.date({ error: () => m.wishes_field_agreed_on() }),
  }),
  output: z.object({ id: z.uuid() }),
});

/** The thanks have reached whoever helped. */
export const passThanks = operation({
  route: 'POST /thanks/:id/passing',
  summary: m.wishes_thanks_pass_summary,
  may: coordinators,
  audit: 'thanks.passed_on',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});
