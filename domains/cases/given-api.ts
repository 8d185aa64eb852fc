import * as z from 'zod';
import { grounds, purposes } from '#domains/consent/model.ts';
import { personFacets, receivingRoles, windowRoles } from '#domains/consent/person-model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';

/** A person's record facet by facet, worded as it is read: the same on the preview, the receiver's page and paper. */
const section = z.object({
  facet: z.enum(personFacets),
  /** Each entry as names and what is said of them. */
  entries: z.array(z.array(z.object({ term: z.string(), value: z.string() }))),
});

const givenCase = z.object({ id: z.uuid(), number: z.string(), state: z.string(), holder: z.string() });

const record = z.object({
  person_id: z.uuid(),
  sections: z.array(section),
  /** How the cases stand that the person is in; none where neither consultation, plan nor notes are given. */
  cases: z.array(givenCase),
});
export type GivenRecord = z.output<typeof record>;

const facetList = z
  .string({ error: () => m.consent_field_facets() })
  .transform((typed) => typed.split(',').filter((one) => one !== ''))
  .pipe(z.array(z.enum(personFacets)).min(1, { error: () => m.consent_field_facets() }));

/** What a receiver of these facets will see, before it is given. */
export const previewProvision = operation({
  route: 'GET /clients/:person/provision-preview',
  summary: m.cases_preview_summary,
  may: windowRoles,
  audit: 'provision.previewed',
  subjects: ({ person }) => [person],
  atOneMoment: true,
  input: z.object({
    person: z.uuid(),
    /** Facets, with commas between them. */
    facets: facetList,
  }),
  output: record,
});

/** A person's record as it is given to the actor. */
export const readGivenRecord = operation({
  route: 'GET /given-people/:person',
  summary: m.cases_given_read_summary,
  may: receivingRoles,
  audit: 'given_record.read',
  subjects: ({ person }) => [person],
  atOneMoment: true,
  input: z.object({ person: z.uuid() }),
  output: record,
});

export const printGivenRecord = operation({
  route: 'GET /given-people/:person/paper',
  summary: m.cases_given_print_summary,
  may: receivingRoles,
  audit: 'given_record.printed',
  subjects: ({ person }) => [person],
  atOneMoment: true,
  file: true,
  input: z.object({ person: z.uuid() }),
  output: z.object({}),
});

/** Whom the actor is given something of today, by name where that is given. */
export const listGivenPeople = operation({
  route: 'GET /given-people',
  summary: m.cases_given_list_summary,
  may: receivingRoles,
  audit: 'given_people.listed',
  subjects: (_, { people }) => people.map(({ person_id }) => person_id),
  input: z.object({}),
  output: z.object({
    people: z.array(
      z.object({
        person_id: z.uuid(),
        name: z.string().nullable(),
        holder: z.string(),
        facets: z.array(z.enum(personFacets)),
        /** Null: an emergency view. */
        provision_id: z.uuid().nullable(),
        ground: z.enum(grounds),
        purpose: z.enum(purposes),
        /** The last day, or for an emergency view the last moment. */
        until: z.string(),
      }),
    ),
  }),
});
