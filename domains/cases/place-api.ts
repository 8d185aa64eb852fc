import * as z from 'zod';
import { kanaField } from '#domains/parties/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { pageKey } from '#platform/page-key.ts';
import { wordsNeeded, wordsOrNone } from './case-model.ts';
import { placeWays } from './joining-model.ts';

/** Who finds places that welcome, and keeps up with them. */
export const placeKeepers = ['intake_worker', 'case_coordinator', 'community_coordinator'] as const;

const writtenPlace = {
  name: wordsNeeded(100, m.cases_place_field_name),
  kana: kanaField(m.cases_place_field_kana),
  /** What one can do there. */
  what: wordsNeeded(500, m.cases_place_field_what),
  how_many: z.coerce
    .number({ error: () => m.cases_place_field_how_many() })
    .int({ error: () => m.cases_place_field_how_many() })
    .min(1, { error: () => m.cases_place_field_how_many() })
    .max(200, { error: () => m.cases_place_field_how_many() })
    .optional(),
  conditions: wordsOrNone(500, m.cases_field_too_long),
  contact: wordsOrNone(200, m.cases_field_too_long),
  district_id: z.uuid().optional(),
  /** The body that runs it: only to a body can something of a person be told. */
  body_id: z.uuid().optional(),
};

export const shownPlace = z.object({
  id: z.uuid(),
  name: z.string(),
  kana: z.string(),
  what: z.string(),
  how_many: z.int().nullable(),
  /** How many of the own body's people are there, trying or staying; null for who brings nobody. */
  there_now: z.int().nullable(),
  conditions: z.string().nullable(),
  contact: z.string().nullable(),
  district_id: z.uuid().nullable(),
  district_name: z.string().nullable(),
  body_id: z.uuid().nullable(),
  body_name: z.string().nullable(),
  confirmed_on: z.string(),
  /** Nobody has asked the place for half a year. */
  stale: z.boolean(),
  closed_on: z.string().nullable(),
  closed_why: z.string().nullable(),
  version: z.int(),
  holder_name: z.string(),
  /** Whether the actor's own body keeps it, and so may change it. */
  own: z.boolean(),
});
export type ShownPlace = z.output<typeof shownPlace>;

export const listWelcomingPlaces = operation({
  route: 'GET /welcoming-places',
  summary: m.cases_places_summary,
  may: placeKeepers,
  audit: null,
  input: z.object({
    q: z.string().trim().max(100).optional(),
    district: z.uuid().optional(),
    closed: z.enum(['no', 'yes']).default('no'),
    after: pageKey('text').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ places: z.array(shownPlace), next: z.string().nullable() }),
});

export const readWelcomingPlace = operation({
  route: 'GET /welcoming-places/:id',
  summary: m.cases_place_read_summary,
  may: placeKeepers,
  audit: null,
  input: z.object({ id: z.uuid() }),
  output: shownPlace.extend({
    /** What the actor's own body did with it, the newest first. */
    supports: z.array(
      z.object({
        id: z.uuid(),
        supported_on: z.string(),
        way: z.enum(placeWays),
        words: z.string(),
        by: z.string().nullable(),
      }),
    ),
  }),
});

/** Places whose words answer what a person would like, each with the reason; never more than five. */
export const suggestPlaces = operation({
  route: 'GET /place-suggestions',
  summary: m.cases_places_suggest_summary,
  may: placeKeepers,
  audit: null,
  input: z.object({ words: z.string().trim().max(500).default('') }),
  output: z.object({
    places: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        what: z.string(),
        district_name: z.string().nullable(),
        conditions: z.string().nullable(),
        stale: z.boolean(),
        /** What both speak of. */
        because: z.array(z.string()),
      }),
    ),
  }),
});

export const addWelcomingPlace = operation({
  route: 'POST /welcoming-places',
  summary: m.cases_place_add_summary,
  may: placeKeepers,
  audit: 'welcoming_place.added',
  input: z.object({ id: z.uuid(), ...writtenPlace }),
  output: z.object({ id: z.uuid() }),
});

export const correctWelcomingPlace = operation({
  route: 'POST /welcoming-places/:id',
  summary: m.cases_place_correct_summary,
  may: placeKeepers,
  audit: 'welcoming_place.corrected',
  input: z.object({ id: z.uuid(), version: z.coerce.number().int(), ...writtenPlace }),
  output: z.object({ id: z.uuid() }),
});

/** 確かめた: everything still holds, today. Opens again what was closed. */
export const confirmWelcomingPlace = operation({
  route: 'POST /welcoming-places/:id/confirmation',
  summary: m.cases_place_confirm_summary,
  may: placeKeepers,
  audit: 'welcoming_place.confirmed',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

export const closeWelcomingPlace = operation({
  route: 'POST /welcoming-places/:id/closing',
  summary: m.cases_place_close_summary,
  may: placeKeepers,
  audit: 'welcoming_place.closed',
  input: z.object({ id: z.uuid(), why: wordsNeeded(200, m.cases_place_field_why) }),
  output: z.object({ id: z.uuid() }),
});

/** 受入先への支援: a visit, a call, a talk with whoever welcomes. It counts. */
export const supportPlace = operation({
  route: 'POST /welcoming-places/:place_id/supports',
  summary: m.cases_place_support_summary,
  may: placeKeepers,
  audit: 'welcoming_place.supported',
  input: z.object({
    place_id: z.uuid(),
    id: z.uuid(),
    supported_on: z.iso.date({ error: () => m.cases_field_day() }),
    way: z.enum(placeWays, { error: () => m.cases_place_field_way() }),
    words: wordsNeeded(1000, m.cases_place_field_words),
    /** Only in a year that is fixed already. */
    late_reason: wordsOrNone(500, m.cases_field_too_long),
  }),
  output: z.object({ id: z.uuid() }),
});
