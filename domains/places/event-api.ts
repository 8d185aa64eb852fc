import * as z from 'zod';
import { toPhone } from '#domains/parties/kana.ts';
import { kanaField } from '#domains/parties/model.ts';
import { words, wordsOrNone } from '#domains/wishes/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import {
  clockTime,
  doorRole,
  heldReasons,
  knownWays,
  mostHeads,
  placeKeepers,
  registrationWays,
} from './model.ts';

const id = z.object({ id: z.uuid() });
const room = { error: () => m.places_field_capacity() };
const heads = { error: () => m.places_field_registered_heads({ max: mostHeads }) };
const said = z.object({
  title: words(100, m.places_field_title),
  what: wordsOrNone(1000, m.places_field_too_long),
  held_on: z.iso.date({ error: () => m.places_field_day() }),
  from: clockTime,
  until: clockTime,
  /** Left out: as many as come. */
  capacity: z.coerce.number(room).int(room).min(1, room).max(2000, room).optional(),
  register_until: z.iso.date({ error: () => m.places_field_day() }).optional(),
  cost: wordsOrNone(200, m.places_field_too_long),
  shown: z.boolean().default(false),
});

export const writeEvent = operation({
  route: 'POST /places/:place_id/events',
  summary: m.places_event_write_summary,
  may: placeKeepers,
  audit: 'place_event.written',
  input: said.extend({ id: z.uuid(), place_id: z.uuid() }),
  output: id,
});

/** More room lets those move up who wait, in their order. */
export const correctEvent = operation({
  route: 'PUT /place-events/:id',
  summary: m.places_event_correct_summary,
  may: placeKeepers,
  audit: 'place_event.corrected',
  input: said.extend({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  output: id,
});

export const cancelEvent = operation({
  route: 'POST /place-events/:id/cancellation',
  summary: m.places_event_cancel_summary,
  may: placeKeepers,
  audit: 'place_event.cancelled',
  input: z.object({ id: z.uuid(), why: words(200, m.places_field_why) }),
  output: id,
});

const registration = z.object({
  id: z.uuid(),
  guest_id: z.uuid().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  way: z.enum(knownWays),
  /** 人数: how many come, the one who is named among them. */
  heads: z.int(),
  /** So many more wait for room beside those who have a place. */
  more_heads: z.int(),
  /** What was written over the public form. */
  reaching: z.string().nullable(),
  words: z.string().nullable(),
  registered_at: z.string(),
  placed: z.boolean(),
  /** Moved up from the waiting list and was not told yet: somebody has to call. */
  to_call: z.boolean(),
  cancelled: z.boolean(),
});
export type Registration = z.output<typeof registration>;

export const readEvent = operation({
  route: 'GET /place-events/:id',
  summary: m.places_event_read_summary,
  may: placeKeepers,
  audit: 'place_event.read',
  subjects: (_, { registrations }) => registrations.flatMap(({ guest_id }) => guest_id ?? []),
  input: id,
  output: z.object({
    id: z.uuid(),
    place_id: z.uuid(),
    place_name: z.string(),
    title: z.string(),
    what: z.string().nullable(),
    held_on: z.string(),
    from: z.string(),
    until: z.string(),
    capacity: z.int().nullable(),
    register_until: z.string().nullable(),
    cost: z.string().nullable(),
    shown: z.boolean(),
    cancelled_why: z.string().nullable(),
    version: z.int(),
    named: z.boolean(),
    /** How many heads have a place and how many wait, also where the names stay with the place. */
    placed: z.int(),
    waiting: z.int(),
    /** In the order they came; none where the names stay with the place. */
    registrations: z.array(registration),
    /** Over the public form, and not looked at yet. */
    held: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        heads: z.int(),
        reaching: z.string(),
        words: z.string().nullable(),
        held_back: z.enum(heldReasons),
        received_at: z.string(),
      }),
    ),
  }),
});

/** Somebody, and who comes with them, for one event: placed while there is room for all of them, waiting otherwise. */
export const register = operation({
  route: 'POST /place-events/:event_id/registrations',
  summary: m.places_register_summary,
  may: placeKeepers,
  audit: 'place_event.registered',
  subjects: (_, { guest_id }) => [guest_id],
  input: z.object({
    id: z.uuid(),
    event_id: z.uuid(),
    name: words(60, m.places_field_guest_name),
    kana: kanaField(m.places_field_kana).optional(),
    phone: z.string().max(30).transform(toPhone).optional(),
    heads: z.coerce.number(heads).int(heads).min(1, heads).max(mostHeads, heads).default(1),
    way: z.enum(registrationWays, { error: () => m.places_field_registered() }),
  }),
  output: z.object({ id: z.uuid(), guest_id: z.uuid() }),
});

/** Gives up a place; whoever waits longest moves up at once. */
export const cancelRegistration = operation({
  route: 'POST /event-registrations/:id/cancellation',
  summary: m.places_cancel_summary,
  may: placeKeepers,
  audit: 'place_event.given_up',
  subjects: (_, { guest_id }) => (guest_id ? [guest_id] : []),
  input: id,
  output: z.object({ id: z.uuid(), guest_id: z.uuid().nullable() }),
});

/** 人数を変える: fewer at once, more as far as there is room; the others wait, and nobody loses a place or a turn by it. */
export const changeHeads = operation({
  route: 'POST /event-registrations/:id/heads',
  summary: m.places_change_heads_summary,
  may: placeKeepers,
  audit: 'place_event.heads_changed',
  subjects: (_, { guest_id }) => (guest_id ? [guest_id] : []),
  input: z.object({
    id: z.uuid({ error: () => m.places_field_registration() }),
    heads: z.coerce.number(heads).int(heads).min(1, heads).max(mostHeads, heads),
  }),
  output: z.object({ id: z.uuid(), guest_id: z.uuid().nullable() }),
});

/** 伝えた: whoever moved up was told. */
export const tellRegistration = operation({
  route: 'POST /event-registrations/:id/telling',
  summary: m.places_tell_summary,
  may: placeKeepers,
  audit: 'place_event.told',
  subjects: (_, { guest_id }) => (guest_id ? [guest_id] : []),
  input: id,
  output: z.object({ id: z.uuid(), guest_id: z.uuid().nullable() }),
});

/** A card for each who has a place, with a code to be shown at the door. It bears no name. */
export const printEventCards = operation({
  route: 'GET /place-events/:id/cards',
  summary: m.places_cards_summary,
  may: placeKeepers,
  audit: 'place_event.cards_printed',
  file: true,
  input: id,
  output: z.unknown(),
});

/** 名簿: who has a place and whom the place knows, with boxes to tick and lines to write on. */
export const printNameList = operation({
  route: 'GET /places/:id/name-list',
  summary: m.places_list_paper_summary,
  may: placeKeepers,
  audit: 'place.names_printed',
  file: true,
  input: z.object({ id: z.uuid(), on: z.iso.date(), event: z.uuid().optional() }),
  output: z.unknown(),
});

/** What a card is for, for whoever holds it: the event, its day, for how many. */
export const readDoor = operation({
  route: 'GET /event-door',
  summary: m.places_door_read_summary,
  may: [doorRole],
  // An event anybody with the card may know of; nobody is named.
  audit: null,
  secrets: ['code'],
  input: z.object({ code: z.string().max(60) }),
  output: z.object({
    event: z
      .object({
        title: z.string(),
        place_name: z.string(),
        held_on: z.string(),
        /** For how many the registration is now, whatever was printed. */
        heads: z.int(),
        /** Otherwise it still waits for room. */
        placed: z.boolean(),
      })
      .nullable(),
    today: z.boolean(),
  }),
});

/** A card was shown at the door on the day of its event. However often, it says so once. */
export const showCard = operation({
  route: 'POST /event-door',
  summary: m.places_door_summary,
  may: [doorRole],
  audit: 'place_event.card_shown',
  secrets: ['code'],
  input: z.object({ code: z.string().max(60) }),
  output: z.object({}),
});
