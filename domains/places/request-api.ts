import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { languages } from '#ui/public/languages.ts';
import {
  doorRole,
  heldReasons,
  longestRequest,
  mostHeads,
  mostHeadsOverForm,
  placeKeepers,
} from './model.ts';

const id = z.object({ id: z.uuid() });

/** Whoever likes joins an event: a place while there is room, a turn otherwise. Always received, with a number to come back with. */
export const joinEvent = operation({
  route: 'POST /event-requests',
  summary: m.places_join_summary,
  may: [doorRole],
  audit: 'event_request.sent',
  // What somebody writes leaves no trace in the trail, not even as a hash.
  secrets: ['name', 'reaching', 'words'],
  input: z.object({
    id: z.uuid(),
    event_id: z.uuid(),
    name: z.string().trim().min(1).max(longestRequest.name),
    reaching: z.string().trim().min(1).max(longestRequest.reaching),
    words: z.string().trim().max(longestRequest.words).nullable().default(null),
    heads: z.int().min(1).max(mostHeadsOverForm).default(1),
    language: z.enum(languages),
    held_back: z.enum(heldReasons).nullable().default(null),
  }),
  /** The same for what was registered and what waits apart. */
  output: z.object({ secret_code: z.string() }),
});

export const followEventRequest = operation({
  route: 'GET /event-request-state',
  summary: m.places_follow_summary,
  may: [doorRole],
  // Whoever holds the number reads how the own registration stands, and nobody's name.
  audit: null,
  secrets: ['code'],
  input: z.object({ code: z.string().max(60) }),
  output: z.object({
    stands: z
      .object({
        state: z.enum(['placed', 'waiting', 'received', 'given_up', 'cancelled', 'over']),
        title: z.string(),
        place_name: z.string(),
        held_on: z.string(),
        heads: z.int(),
        /** So many more wait for room beside those who have a place. */
        more_heads: z.int(),
        /** What one may say at most: what is said already, or as many as the form takes. */
        most: z.int(),
      })
      .nullable(),
  }),
});

/** Changes for how many the number is; of a number that is none it does nothing. */
export const changeEventRequestHeads = operation({
  route: 'POST /event-request-heads',
  summary: m.places_change_heads_summary,
  may: [doorRole],
  audit: 'event_request.heads_changed',
  secrets: ['code'],
  input: z.object({ code: z.string().max(60), heads: z.int().min(1).max(mostHeads) }),
  output: z.object({}),
});

/** Gives up what the number is for; of a number that is none it does nothing. */
export const giveUpEventRequest = operation({
  route: 'POST /event-request-giving-up',
  summary: m.places_give_up_summary,
  may: [doorRole],
  audit: 'event_request.given_up',
  secrets: ['code'],
  input: z.object({ code: z.string().max(60) }),
  output: z.object({}),
});

/** 申し込みとして受ける: what waited apart is somebody who wants to come. */
export const takeEventRequest = operation({
  route: 'POST /event-requests/:id/registration',
  summary: m.places_take_summary,
  may: placeKeepers,
  audit: 'place_event.request_taken',
  subjects: (_, { guest_id }) => [guest_id],
  input: id,
  output: z.object({ id: z.uuid(), guest_id: z.uuid() }),
});

/** 受けない: what waited apart is nobody's wish to come. */
export const dropEventRequest = operation({
  route: 'POST /event-requests/:id/dropping',
  summary: m.places_drop_summary,
  may: placeKeepers,
  audit: 'event_request.dropped',
  input: id,
  output: id,
});
