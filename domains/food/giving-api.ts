import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { count, day, idOnly, line, said, takenByLot } from './fields.ts';
import { consentWays, placeKeepers } from './model.ts';

/**
 * 手渡し: to so many households on a day, each of them an encounter. Names stand only where the place knows somebody who wishes it; they
 * are among the households.
 */
export const giveFood = operation({
  route: 'POST /places/:place_id/food-givings',
  summary: m.food_give_summary,
  may: placeKeepers,
  audit: 'food.given',
  subjects: ({ guests }) => guests,
  input: z.object({
    id: z.uuid(),
    place_id: z.uuid(),
    held_on: day,
    households: count(1, 2000, m.food_field_households),
    people: count(1, 9999, m.food_field_people).optional(),
    /** Whom the place knows and who wishes the name to stand. */
    guests: z.array(z.uuid()).max(500).default([]),
    /** Names of others who wish it, one on a line. */
    others: line(2000),
    lots: takenByLot,
    out_of_turn: line(200),
    late_reason: line(500),
  }),
  output: idOnly,
});

/** One giving: what was handed out and where it came from; who was there by name where names are the actor's to see. */
export const readFoodGiving = operation({
  route: 'GET /food-givings/:id',
  summary: m.food_giving_read_summary,
  may: placeKeepers,
  audit: 'food_giving.read',
  subjects: (_, { people_named }) => people_named.map(({ guest_id }) => guest_id),
  input: idOnly,
  output: z.object({
    id: z.uuid(),
    place_id: z.uuid(),
    place_name: z.string(),
    held_on: z.string(),
    households: z.int(),
    people: z.int().nullable(),
    named: z.int(),
    withdrawn_why: z.string().nullable(),
    /** Names are the actor's to see. */
    sees_names: z.boolean(),
    people_named: z.array(z.object({ guest_id: z.uuid(), name: z.string(), phone: z.string().nullable() })),
    lots: z.array(
      z.object({
        lot_id: z.uuid(),
        what: z.string(),
        unit: z.string(),
        quantity: z.number(),
        good_until: z.string().nullable(),
        label_mark: z.string().nullable(),
        donor_name: z.string().nullable(),
        out_of_turn: z.string().nullable(),
        recalled: z.boolean(),
      }),
    ),
    introductions: z.array(
      z.object({ id: z.uuid(), name: z.string().nullable(), window_name: z.string(), agreed_on: z.string() }),
    ),
    /** Windows that take what is said to them. */
    windows: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});

/** A giving that was written by mistake: what was handed out lies there again, and nobody is counted. */
export const withdrawFoodGiving = operation({
  route: 'POST /food-givings/:id/withdrawal',
  summary: m.food_withdraw_summary,
  may: placeKeepers,
  audit: 'food_giving.withdrawn',
  input: z.object({ id: z.uuid(), why: said(200, m.food_field_why) }),
  output: idOnly,
});

/**
 * 紹介: somebody agreed to be introduced to a window. The words go into its box as if the person had written them, and may not be read
 * again from here; the receipt is for the person.
 */
export const introduceFromFood = operation({
  route: 'POST /food-givings/:giving_id/introductions',
  summary: m.food_introduce_summary,
  may: placeKeepers,
  audit: 'food.introduced',
  subjects: ({ guest_id }) => (guest_id ? [guest_id] : []),
  secrets: ['words', 'name', 'phone', 'reaching'],
  input: z.object({
    id: z.uuid(),
    giving_id: z.uuid(),
    guest_id: z.uuid().optional(),
    window_id: z.uuid({ error: () => m.food_field_window() }),
    name: said(60, m.food_field_person_name),
    phone: line(30),
    /** When and how it is best to get in touch. */
    reaching: line(200),
    /** What the person would like the window to know, read to the person. */
    words: said(1000, m.food_field_person_words),
    way: z.enum(consentWays, { error: () => m.food_field_consent_way() }),
    agreed: z.literal(true, { error: () => m.food_field_agreed() }),
  }),
  output: z.object({ id: z.uuid(), secret_receipt: z.string() }),
});
