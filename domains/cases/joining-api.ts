import * as z from 'zod';
import { personFacets } from '#domains/consent/person-model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { wordsNeeded, wordsOrNone } from './case-model.ts';
import { joiningStates, joiningSteps } from './joining-model.ts';
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
    /** Only in a year that is fixed already. */
    late_reason: wordsOrNone(500, m.cases_field_too_long),
  }),
  output: z.object({ id: z.uuid(), client_id: z.uuid() }),
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
