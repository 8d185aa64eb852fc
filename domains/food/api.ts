import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { pageKey } from '#platform/page-key.ts';
import { count, day, idOnly, line, quantity, said } from './fields.ts';
import {
  checks,
  dateKinds,
  lotStates,
  movementKinds,
  outcomes,
  passings,
  placeKeepers,
  reasons,
  stockLine,
  storages,
} from './model.ts';

export * from './figure-api.ts';
export * from './giving-api.ts';
export * from './moving-api.ts';
export * from './network-api.ts';
export * from './notice-api.ts';
export * from './recall-api.ts';

/** 受入: one lot, with what its label and its donor say. */
export const receiveFood = operation({
  route: 'POST /places/:place_id/food-lots',
  summary: m.food_receive_summary,
  may: placeKeepers,
  audit: 'food_lot.received',
  input: z.object({
    id: z.uuid(),
    place_id: z.uuid(),
    donor_id: z.uuid().optional(),
    what: said(100, m.food_field_what),
    amount: quantity,
    unit: said(20, m.food_field_unit),
    unit_grams: count(1, 1000000, m.food_field_grams).optional(),
    date_kind: z.enum(dateKinds, { error: () => m.food_field_date_kind() }),
    good_until: day.optional(),
    storage: z.enum(storages, { error: () => m.food_field_storage() }),
    allergens: z.array(z.string().max(40)).max(40).default([]),
    allergens_known: z.boolean().default(false),
    maker: line(100),
    label_mark: line(100),
    passing: z.enum(passings, { error: () => m.food_field_passing() }),
    conditions: line(500),
    received_on: day,
  }),
  output: idOnly,
});

/** 検品: only what has passed may be handed on. */
export const inspectFood = operation({
  route: 'POST /food-lots/:lot_id/inspections',
  summary: m.food_inspect_summary,
  may: placeKeepers,
  audit: 'food_lot.inspected',
  input: z.object({
    id: z.uuid(),
    lot_id: z.uuid(),
    outcome: z.enum(outcomes, { error: () => m.food_field_outcome() }),
    checks: z.array(z.enum(checks)).default([]),
    words: line(500),
  }),
  output: idOnly,
});

const movement = z.object({
  id: z.uuid(),
  kind: z.enum(movementKinds),
  from_name: z.string().nullable(),
  to_name: z.string().nullable(),
  quantity: z.number(),
  moved_on: z.string(),
  giving_id: z.uuid().nullable(),
  reason: z.enum([...reasons, 'wrong_count']).nullable(),
  words: z.string().nullable(),
  out_of_turn: z.string().nullable(),
  permission: z.string().nullable(),
  confirmed: z.boolean(),
  declined_why: z.string().nullable(),
});
export type FoodMovement = z.output<typeof movement>;

/** One lot: what is known of it, and everywhere it went as far as the actor's places know. */
export const readFoodLot = operation({
  route: 'GET /food-lots/:id',
  summary: m.food_lot_read_summary,
  may: placeKeepers,
  audit: 'food_lot.read',
  subjects: (_, { donor_id }) => (donor_id ? [donor_id] : []),
  input: idOnly,
  output: z.object({
    id: z.uuid(),
    place_id: z.uuid(),
    place_name: z.string().nullable(),
    donor_id: z.uuid().nullable(),
    donor_name: z.string().nullable(),
    what: z.string(),
    amount: z.number(),
    unit: z.string(),
    unit_grams: z.int().nullable(),
    date_kind: z.enum(dateKinds),
    good_until: z.string().nullable(),
    storage: z.enum(storages),
    allergens: z.array(z.string()),
    allergens_known: z.boolean(),
    maker: z.string().nullable(),
    label_mark: z.string().nullable(),
    passing: z.enum(passings),
    conditions: z.string().nullable(),
    received_on: z.string(),
    state: z.enum(lotStates),
    /** The actor keeps the place that took it in. */
    inspects: z.boolean(),
    inspections: z.array(
      z.object({
        id: z.uuid(),
        outcome: z.enum(outcomes),
        checks: z.array(z.enum(checks)),
        words: z.string().nullable(),
        inspected_at: z.string(),
      }),
    ),
    movements: z.array(movement),
    /** What lies at the actor's places. */
    stock: z.array(z.object({ place_id: z.uuid(), name: z.string(), quantity: z.number() })),
    recalls: z.array(z.object({ id: z.uuid(), title: z.string() })),
  }),
});

/** Lots by what stands on them, the newest first: what a recall begins with. */
export const listFoodLots = operation({
  route: 'GET /food-lots',
  summary: m.food_lots_summary,
  may: placeKeepers,
  audit: null,
  input: z.object({
    /** Words of what it is, its maker or its mark. */
    q: z.string().trim().max(100).optional(),
    after: pageKey('day').optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    lots: z.array(
      z.object({
        id: z.uuid(),
        what: z.string(),
        amount: z.number(),
        unit: z.string(),
        date_kind: z.enum(dateKinds),
        good_until: z.string().nullable(),
        maker: z.string().nullable(),
        label_mark: z.string().nullable(),
        place_name: z.string().nullable(),
        received_on: z.string(),
        state: z.enum(lotStates),
      }),
    ),
    next: z.string().nullable(),
  }),
});

/** What lies at a place, what is on the way to it, earliest date first. */
export const readFoodStock = operation({
  route: 'GET /places/:id/food-stock',
  summary: m.food_stock_summary,
  may: placeKeepers,
  audit: null,
  input: idOnly,
  output: z.object({
    id: z.uuid(),
    name: z.string(),
    joined: z.boolean(),
    /** The names of who comes are the actor's to see. */
    named: z.boolean(),
    lines: z.array(stockLine),
    coming: z.array(
      z.object({
        id: z.uuid(),
        lot_id: z.uuid(),
        what: z.string(),
        unit: z.string(),
        quantity: z.number(),
        good_until: z.string().nullable(),
        from_name: z.string().nullable(),
        moved_on: z.string(),
      }),
    ),
    givings: z.array(
      z.object({
        id: z.uuid(),
        held_on: z.string(),
        households: z.int(),
        people: z.int().nullable(),
        withdrawn: z.boolean(),
      }),
    ),
  }),
});

/** 期限の近いものから: what is to be taken for so many of one food. */
export const proposeFood = operation({
  route: 'GET /places/:id/food-proposal',
  summary: m.food_propose_summary,
  may: placeKeepers,
  audit: null,
  input: z.object({
    id: z.uuid(),
    what: z.string().trim().max(100),
    quantity,
  }),
  output: z.object({
    taken: z.array(z.object({ lot_id: z.uuid(), quantity: z.number() })),
    /** Units that there are not. */
    missing: z.number(),
  }),
});
