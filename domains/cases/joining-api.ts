import * as z from 'zod';
import { personFacets } from '#domains/consent/person-model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { pageKey } from '#platform/page-key.ts';
import { wordsNeeded, wordsOrNone } from './case-model.ts';
import { joiningStates, joiningSteps, wayStates } from './joining-model.ts';
import { planReaders, planWriters } from './plan-parts.ts';

export * from './place-api.ts';

export const shownJoining = z.object({
  id: z.uuid(),
  client_id: z.uuid(),
  client_name: z.string().nullable(),
  place_id: z.uuid(),
  place_name: z.string(),
  /** The body that runs the place; null: nothing of the person can be told there but by the person. */
  place_body: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  plan_id: z.uuid().nullable(),
  wish: z.string(),
  begun_on: z.string(),
  state: z.enum(joiningStates),
  /** When somebody looks again at how it goes; null: nobody has said. */
  next_look_on: z.string().nullable(),
  own: z.boolean(),
  steps: z.array(
    z.object({
      id: z.uuid(),
      step: z.enum(joiningSteps),
      taken_on: z.string(),
      went_along: z.string().nullable(),
      said: z.string().nullable(),
      words: z.string().nullable(),
    }),
  ),
  tellings: z.array(
    z.object({
      id: z.uuid(),
      words: z.string(),
      told_on: z.string(),
      /** Whether what it stands on still stands; null where the actor may not know it. */
      stands: z.boolean().nullable(),
    }),
  ),
});
export type ShownJoining = z.output<typeof shownJoining>;

/** The ways to places of the people of a case, as far as one is given them. */
export const listJoinings = operation({
  route: 'GET /cases/:case_id/joinings',
  summary: m.cases_joinings_summary,
  may: planReaders,
  audit: 'joinings.read',
  subjects: (_, { joinings }) => joinings.map(({ client_id }) => client_id),
  input: z.object({ case_id: z.uuid() }),
  output: z.object({ joinings: z.array(shownJoining) }),
});

/** From what a person would like to a place that welcomes. */
export const beginJoining = operation({
  route: 'POST /cases/:case_id/joinings',
  summary: m.cases_joining_begin_summary,
  may: planWriters,
  audit: 'joining.begun',
  subjects: ({ client_id }) => [client_id],
  input: z.object({
    case_id: z.uuid(),
    id: z.uuid(),
    client_id: z.uuid({ error: () => m.cases_joining_field_client() }),
    place_id: z.uuid({ error: () => m.cases_joining_field_place() }),
    plan_id: z.uuid().optional(),
    wish: wordsNeeded(500, m.cases_joining_field_wish),
    begun_on: z.iso.date({ error: () => m.cases_field_day() }).optional(),
  }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});

/** 見学, 試し, 定着 and so on. Whoever takes a rest is not asked why. */
export const takeJoiningStep = operation({
  route: 'POST /joinings/:joining_id/steps',
  summary: m.cases_joining_step_summary,
  may: planWriters,
  audit: 'joining.step_taken',
  subjects: (_, { client_id }) => [client_id],
  input: z.object({
    joining_id: z.uuid(),
    id: z.uuid(),
    step: z.enum(joiningSteps, { error: () => m.cases_joining_field_step() }),
    taken_on: z.iso.date({ error: () => m.cases_field_day() }),
    went_along: wordsOrNone(100, m.cases_field_too_long),
    said: wordsOrNone(500, m.cases_field_too_long),
    words: wordsOrNone(1000, m.cases_field_too_long),
    /** When to look again; a day after this one. Left out: nobody has said, and the day before holds no more. */
    next_look_on: z.iso.date({ error: () => m.cases_joining_field_next_look() }).optional(),
    /** Only in a year that is fixed already. */
    late_reason: wordsOrNone(500, m.cases_field_too_long),
  }),
  output: z.object({ id: z.uuid(), client_id: z.uuid() }),
});

/** 次に様子を見る日, without a step: when the day has come and it is put off, or nothing is to be looked at any more. */
export const setNextLook = operation({
  route: 'PUT /joinings/:joining_id/next-look',
  summary: m.cases_joining_next_look_summary,
  may: planWriters,
  audit: 'joining.next_look_set',
  subjects: (_, { client_id }) => [client_id],
  input: z.object({
    joining_id: z.uuid(),
    next_look_on: z.iso
      .date({ error: () => m.cases_joining_field_next_look() })
      .nullable()
      .default(null),
  }),
  output: z.object({ joining_id: z.uuid(), client_id: z.uuid() }),
});

/** 参加支援の一覧: every way one may see, across cases; whom to look at next stands first. */
export const listWaysToPlaces = operation({
  route: 'GET /joinings',
  summary: m.cases_ways_summary,
  may: planReaders,
  audit: 'joinings.read',
  subjects: (_, { ways }) => [...new Set(ways.map(({ client_id }) => client_id))],
  input: z.object({
    state: z.enum(wayStates).default('open'),
    place: z.uuid().optional(),
    after: pageKey('day').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    ways: z.array(
      z.object({
        id: z.uuid(),
        case_id: z.uuid(),
        client_id: z.uuid(),
        client_name: z.string().nullable(),
        place_id: z.uuid(),
        place_name: z.string(),
        wish: z.string(),
        state: z.enum(joiningStates),
        begun_on: z.string(),
        /** Since when the person has been coming: the first day at the place after the last rest; null: not yet, or resting. */
        there_since: z.string().nullable(),
        /** When the last step was taken. */
        last_on: z.string().nullable(),
        next_look_on: z.string().nullable(),
        /** What was last talked about with the place, by the own body. */
        place_says: z.object({ on: z.string(), words: z.string() }).nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

/**
 * 受入先に伝える: the words that the person agreed to, on a consent that names the body that runs the place. It is a provision
 * like every other and stands in the ledger.
 */
export const tellPlace = operation({
  route: 'POST /joinings/:joining_id/tellings',
  summary: m.cases_joining_tell_summary,
  may: planWriters,
  audit: 'joining.place_told',
  subjects: (_, { client_id }) => [client_id],
  input: z.object({
    joining_id: z.uuid(),
    id: z.uuid(),
    provision_id: z.uuid(),
    consent_id: z.uuid({ error: () => m.cases_joining_field_consent() }),
    /** To which parts of what is known the words belong. */
    facets: z.array(z.enum(personFacets)).min(1, { error: () => m.cases_joining_field_facets() }),
    words: wordsNeeded(1000, m.cases_joining_field_told),
    told_on: z.iso.date({ error: () => m.cases_field_day() }),
    ends_on: z.iso.date({ error: () => m.cases_field_day() }),
  }),
  output: z.object({ id: z.uuid(), client_id: z.uuid() }),
});
