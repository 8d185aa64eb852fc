import * as z from 'zod';
import { kanaField } from '#domains/parties/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { pageKey } from '#platform/page-key.ts';
import { count, day, idOnly, line, said } from './fields.ts';
import { donorKinds, placeCoordinators, placeKeepers, storages, transports } from './model.ts';

const member = z.object({
  place_id: z.uuid(),
  name: z.string(),
  district_id: z.uuid().nullable(),
  district_name: z.string().nullable(),
  run_by: z.string().nullable(),
  storage: z.array(z.enum(storages)),
  transport: z.enum(transports),
  households: z.int().nullable(),
  renew_on: z.string(),
  /** The actor keeps it. */
  kept: z.boolean(),
});

/** 食の輪: the places that take part, and, for a coordinator, those that could. */
export const listFoodNetwork = operation({
  route: 'GET /food-network',
  summary: m.food_network_summary,
  may: placeKeepers,
  audit: null,
  input: z.object({}),
  output: z.object({
    members: z.array(member),
    others: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});

/** Writes down what a place agreed to; what it agreed to before ends. */
export const joinFoodNetwork = operation({
  route: 'POST /places/:place_id/food-membership',
  summary: m.food_join_summary,
  may: placeCoordinators,
  audit: 'food.place_joined',
  input: z.object({
    id: z.uuid(),
    place_id: z.uuid({ error: () => m.food_field_place() }),
    storage: z.array(z.enum(storages)).min(1, { error: () => m.food_field_storages() }),
    transport: z.enum(transports, { error: () => m.food_field_transport() }),
    households: count(1, 2000, m.food_field_households).optional(),
    care_words: line(500),
    agreed_on: day,
    renew_on: day,
  }),
  output: idOnly,
});

export const leaveFoodNetwork = operation({
  route: 'POST /places/:place_id/food-membership/end',
  summary: m.food_leave_summary,
  may: placeCoordinators,
  audit: 'food.place_left',
  input: z.object({ place_id: z.uuid() }),
  output: z.object({ place_id: z.uuid() }),
});

const donor = z.object({
  kind: z.enum(donorKinds, { error: () => m.food_field_donor_kind() }),
  name: said(100, m.food_field_donor_name),
  kana: kanaField(m.food_field_donor_kana),
  contact: line(200),
  body_id: z.uuid().optional(),
  participant_id: z.uuid().optional(),
  conditions: line(500),
  agreed_on: day.optional(),
});

const shownDonor = z.object({
  id: z.uuid(),
  kind: z.enum(donorKinds),
  name: z.string(),
  kana: z.string(),
  contact: z.string().nullable(),
  conditions: z.string().nullable(),
  agreed_on: z.string().nullable(),
  /** The place whose own donor it is; null: the network's. */
  place_name: z.string().nullable(),
  /** The actor may correct it. */
  own: z.boolean(),
});

/** 寄付する人・団体, in ふりがな order. */
export const listFoodDonors = operation({
  route: 'GET /food-donors',
  summary: m.food_donors_summary,
  may: placeKeepers,
  audit: 'food_donors.listed',
  subjects: (_, { donors }) => donors.map(({ id }) => id),
  input: z.object({
    after: pageKey('text').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({
    donors: z.array(shownDonor),
    next: z.string().nullable(),
  }),
});

export const writeFoodDonor = operation({
  route: 'POST /food-donors',
  summary: m.food_donor_write_summary,
  may: placeKeepers,
  audit: 'food_donor.written',
  subjects: ({ id }) => [id],
  // A host writes donors of the own place, a coordinator those of the network.
  input: donor.extend({ id: z.uuid(), place_id: z.uuid().optional() }),
  output: idOnly,
});

export const readFoodDonor = operation({
  route: 'GET /food-donors/:id',
  summary: m.food_donor_read_summary,
  may: placeKeepers,
  audit: 'food_donor.read',
  subjects: ({ id }) => [id],
  input: idOnly,
  output: shownDonor.extend({ body_id: z.uuid().nullable(), version: z.int() }),
});

export const correctFoodDonor = operation({
  route: 'PUT /food-donors/:id',
  summary: m.food_donor_correct_summary,
  may: placeKeepers,
  audit: 'food_donor.corrected',
  subjects: ({ id }) => [id],
  input: donor.extend({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  output: idOnly,
});
