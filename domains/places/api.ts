import * as z from 'zod';
import { kanaField } from '#domains/parties/model.ts';
import { words, wordsOrNone } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { pageKey } from '#platform/page-key.ts';
import {
  askingWays,
  clockTime,
  dayKinds,
  entries,
  freshnesses,
  openingRule,
  patterns,
  placeCoordinators,
  placeKeepers,
  shownDay,
  shownParts,
  willingnesses,
} from './model.ts';

export * from './attendance-api.ts';
export * from './event-api.ts';
export * from './host-api.ts';
export * from './published-api.ts';
export * from './request-api.ts';

const days = { error: () => m.places_field_day() };
const line = (most: number) => wordsOrNone(most, m.places_field_too_long);
const codes = z.array(z.string().max(40)).max(40).default([]);
const number = { error: () => m.places_field_how_many() };

/** One rule as it is typed: a row without a pattern says nothing. */
const typedRule = z.object({
  pattern: z.enum(patterns).optional(),
  weekday: z.coerce.number().int().min(1).max(7).optional(),
  nth: z.array(z.coerce.number().int().min(1).max(5)).default([]),
  from: clockTime.optional(),
  until: clockTime.optional(),
});

const said = z.object({
  name: words(100, m.places_field_name),
  kana: kanaField(m.places_field_kana),
  /** What one can do there, in the words of somebody who would like to. */
  what: words(500, m.places_field_what),
  run_by: line(200),
  body_id: z.uuid().optional(),
  district_id: z.uuid().optional(),
  address: line(200),
  latitude: z.coerce
    .number({ error: () => m.places_field_coordinates() })
    .min(20, { error: () => m.places_field_coordinates() })
    .max(46, { error: () => m.places_field_coordinates() })
    .optional(),
  longitude: z.coerce
    .number({ error: () => m.places_field_coordinates() })
    .min(122, { error: () => m.places_field_coordinates() })
    .max(154, { error: () => m.places_field_coordinates() })
    .optional(),
  times: z.array(typedRule).max(4).default([]),
  times_words: line(200),
  for_whom: line(200),
  cost: line(200),
  access: codes,
  access_words: line(200),
  languages: codes,
  child_care: line(200),
  entry: z.enum(entries, { error: () => m.places_field_entry() }),
  newcomers: z.boolean().default(true),
  public_contact: line(200),
  contact: line(200),
  remarks: line(1000),
  shown: z.array(z.enum(shownParts)).default([]),
  welcomes: z.enum(willingnesses, { error: () => m.places_field_welcomes() }).default('no'),
  how_many: z.coerce.number(number).int(number).min(1, number).max(200, number).optional(),
  conditions: line(500),
  /** Who at the place said so. */
  confirmed_with: line(60),
});

export const writePlace = operation({
  route: 'POST /places',
  summary: m.places_write_summary,
  may: placeCoordinators,
  audit: 'place.written',
  input: said.extend({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

export const correctPlace = operation({
  route: 'PUT /places/:id',
  summary: m.places_correct_summary,
  may: placeKeepers,
  audit: 'place.corrected',
  input: said.extend({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  output: z.object({ id: z.uuid() }),
});

/** 今もこのとおり: everything still holds, today. Opens again what was closed. */
export const confirmPlace = operation({
  route: 'POST /places/:id/confirmation',
  summary: m.places_confirm_summary,
  may: placeKeepers,
  audit: 'place.confirmed',
  input: z.object({ id: z.uuid(), confirmed_with: line(60) }),
  output: z.object({ id: z.uuid() }),
});

export const closePlace = operation({
  route: 'POST /places/:id/closing',
  summary: m.places_close_summary,
  may: placeKeepers,
  audit: 'place.closed',
  input: z.object({ id: z.uuid(), why: words(200, m.places_field_why) }),
  output: z.object({ id: z.uuid() }),
});

/** 休み・臨時 */
export const addPlaceDay = operation({
  route: 'POST /places/:place_id/days',
  summary: m.places_day_summary,
  may: placeKeepers,
  audit: 'place.day_added',
  input: z.object({
    id: z.uuid(),
    place_id: z.uuid(),
    kind: z.enum(dayKinds, { error: () => m.places_field_day_kind() }),
    starts_on: z.iso.date(days),
    ends_on: z.iso.date(days).optional(),
    from: clockTime.optional(),
    until: clockTime.optional(),
    words: line(200),
  }),
  output: z.object({ id: z.uuid() }),
});

export const withdrawPlaceDay = operation({
  route: 'POST /place-days/:id/withdrawal',
  summary: m.places_day_withdraw_summary,
  may: placeKeepers,
  audit: 'place.day_withdrawn',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

/** たずねた: by letter, telephone, in passing; by letter several at once. */
export const askPlaces = operation({
  route: 'POST /place-askings',
  summary: m.places_ask_summary,
  may: placeCoordinators,
  audit: 'places.asked',
  input: z.object({
    id: z.uuid(),
    places: z
      .array(z.uuid())
      .min(1, { error: () => m.places_field_places() })
      .max(200),
    way: z.enum(askingWays, { error: () => m.places_field_way() }),
  }),
  output: z.object({ id: z.uuid() }),
});

/** The letters to the places that were asked by letter and have not been confirmed since: what is known of each, to be sent back. */
export const printPlaceLetters = operation({
  route: 'GET /place-letters',
  summary: m.places_letters_summary,
  may: placeCoordinators,
  audit: 'places.printed',
  file: true,
  input: z.object({ place: z.uuid().optional() }),
  output: z.unknown(),
});

export const setPlaceRule = operation({
  route: 'POST /place-rules',
  summary: m.places_rule_summary,
  may: placeCoordinators,
  audit: 'place.rule_set',
  input: z.object({
    id: z.uuid(),
    months: z.coerce
      .number({ error: () => m.places_field_months() })
      .int({ error: () => m.places_field_months() })
      .min(1, { error: () => m.places_field_months() })
      .max(36, { error: () => m.places_field_months() }),
    grace_days: z.coerce
      .number({ error: () => m.places_field_grace() })
      .int({ error: () => m.places_field_grace() })
      .min(1, { error: () => m.places_field_grace() })
      .max(180, { error: () => m.places_field_grace() }),
  }),
  output: z.object({ id: z.uuid() }),
});

const listed = z.object({
  id: z.uuid(),
  name: z.string(),
  kana: z.string(),
  what: z.string(),
  run_by: z.string().nullable(),
  body_name: z.string().nullable(),
  district_name: z.string().nullable(),
  times: z.array(openingRule),
  times_words: z.string().nullable(),
  entry: z.enum(entries),
  shown: z.array(z.enum(shownParts)),
  welcomes: z.enum(willingnesses),
  confirmed_on: z.string(),
  freshness: z.enum(freshnesses),
  /** When it was asked after since it was confirmed. */
  asked_on: z.string().nullable(),
  closed_on: z.string().nullable(),
});
export type ListedPlace = z.output<typeof listed>;

/** Whether there is a map on which coordinates can be chosen, and where it begins: amid the places that the actor keeps. */
export const readPlaceMap = operation({
  route: 'GET /place-map',
  summary: m.places_tiles_summary,
  may: placeKeepers,
  // The setting of the house, and a point amid places that are listed anyhow.
  audit: null,
  input: z.object({}),
  output: z.object({
    shown: z.boolean(),
    amid: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  }),
});

export const listPlaces = operation({
  route: 'GET /places',
  summary: m.places_list_summary,
  may: placeKeepers,
  audit: null,
  input: z.object({
    /** Name, or what one would like: answered by tags as a wish is. */
    q: z.string().trim().max(100).optional(),
    district: z.uuid().optional(),
    weekday: z.coerce.number().int().min(1).max(7).optional(),
    /** `ask`: due or old. */
    state: z.enum(['open', 'ask', 'closed']).default('open'),
    after: pageKey('text').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    places: z.array(listed),
    next: z.string().nullable(),
    rule: z.object({ months: z.int(), grace_days: z.int() }),
  }),
});

export const readPlace = operation({
  route: 'GET /places/:id',
  summary: m.places_read_summary,
  may: placeKeepers,
  audit: null,
  input: z.object({ id: z.uuid() }),
  output: listed.extend({
    body_id: z.uuid().nullable(),
    district_id: z.uuid().nullable(),
    address: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    for_whom: z.string().nullable(),
    cost: z.string().nullable(),
    access: z.array(z.string()),
    access_words: z.string().nullable(),
    languages: z.array(z.string()),
    child_care: z.string().nullable(),
    newcomers: z.boolean(),
    public_contact: z.string().nullable(),
    contact: z.string().nullable(),
    remarks: z.string().nullable(),
    how_many: z.int().nullable(),
    conditions: z.string().nullable(),
    confirmed_with: z.string().nullable(),
    closed_why: z.string().nullable(),
    version: z.int(),
    tags: z.array(z.string()),
    /** Whether the actor keeps it: writes its days and events, counts who comes. */
    kept: z.boolean(),
    /** Whether the actor sees the names of who comes. */
    named: z.boolean(),
    days: z.array(shownDay.extend({ id: z.uuid() })),
    hosts: z.array(z.object({ id: z.uuid(), name: z.string(), body_name: z.string() })),
    entrusted: z.array(
      z.object({ id: z.uuid(), body_name: z.string(), words: z.string(), starts_on: z.string() }),
    ),
    events: z.array(
      z.object({ id: z.uuid(), title: z.string(), held_on: z.string(), cancelled: z.boolean() }),
    ),
  }),
});
