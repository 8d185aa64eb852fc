import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { factReaders, proposers, textOf } from './model.ts';

const id = z.object({ id: z.uuid() });

/** 申し送り: words one fact of a sealed item for an own client who has agreed. It waits for the body it came from. */
export const proposeFact = operation({
  route: 'POST /conference-items/:item_id/facts',
  summary: m.conferences_fact_summary,
  may: proposers,
  audit: 'crossing_fact.proposed',
  subjects: ({ client_id }) => [client_id],
  input: z.object({
    id: z.uuid(),
    item_id: z.uuid(),
    client_id: z.uuid({ error: () => m.conferences_field_client() }),
    from_body_id: z.uuid({ error: () => m.conferences_field_from_body() }),
    words: textOf(m.conferences_field_fact, 500),
  }),
  output: id,
});

export const decideFact = operation({
  route: 'POST /crossing-facts/:id/decision',
  summary: m.conferences_fact_decide_summary,
  may: factReaders,
  audit: 'crossing_fact.decided',
  input: z.object({ id: z.uuid(), agreed: z.boolean({ error: () => m.conferences_field_agreed() }) }),
  output: id,
});

/** Writes a fact that was agreed to as a note of the client's case, in the very words that were agreed to. */
export const takeFactOver = operation({
  route: 'POST /crossing-facts/:id/note',
  summary: m.conferences_fact_take_summary,
  may: proposers,
  audit: 'crossing_fact.taken_over',
  input: z.object({
    id: z.uuid(),
    case_id: z.uuid({ error: () => m.conferences_field_case() }),
  }),
  output: id,
});

const fact = z.object({
  id: z.uuid(),
  words: z.string(),
  from_body_name: z.string(),
  to_body_name: z.string(),
  proposed_on: z.string(),
  /** The client's name and id, for those who may see the client. */
  client: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
  /** Whether the actor proposed it, or has a say. */
  own: z.boolean(),
  mine_to_decide: z.boolean(),
  agreed: z.boolean().nullable(),
  taken_over: z.boolean(),
  /** Cases of the client that the fact can be noted in. */
  cases: z.array(z.object({ id: z.uuid(), number: z.string(), called: z.string().nullable() })),
});
export type CrossingFact = z.output<typeof fact>;

export const listFacts = operation({
  route: 'GET /crossing-facts',
  summary: m.conferences_facts_summary,
  may: factReaders,
  audit: 'crossing_facts.listed',
  subjects: (_, { facts }) => facts.flatMap(({ client }) => (client ? [client.id] : [])),
  input: z.object({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
  output: z.object({ facts: z.array(fact) }),
});

/** For whom a fact of an item can be proposed, and from which bodies it can come. */
export const listFactTargets = operation({
  route: 'GET /conference-items/:id/fact-targets',
  summary: m.conferences_fact_targets_summary,
  may: proposers,
  audit: 'crossing_fact.prepared',
  subjects: (_, { people }) => people.map((person) => person.id),
  input: id,
  output: z.object({
    people: z.array(z.object({ id: z.uuid(), name: z.string() })),
    bodies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});
