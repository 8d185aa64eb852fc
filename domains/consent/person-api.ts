import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { lawfulBasis } from './model.ts';
import { personFacets, receivingRoles, returnOutcomes, windowRoles } from './person-model.ts';

const body = z.object({ id: z.uuid(), name: z.string() });

/** Whose facets went from which body to which, or to one post of it, on which basis, until when. */
const personProvision = z.object({
  id: z.uuid(),
  person_id: z.uuid(),
  holder: body,
  receiver: body,
  /** Null: those of the body who work with persons. */
  post_id: z.uuid().nullable(),
  facets: z.array(z.enum(personFacets)),
  basis: lawfulBasis,
  consent_id: z.uuid().nullable(),
  why: z.string(),
  starts_on: z.string(),
  ends_on: z.string(),
  told_on: z.string().nullable(),
  decided_at: z.string(),
  withdrawn_at: z.string().nullable(),
  /** Null while it stands, and for a receiver who is not told why. */
  withdrawn_reason: z.string().nullable(),
  /** It stood on a consent that was taken back or is over. */
  consent_ended: z.boolean(),
  /** Whether the actor's own body gives it, and so may withdraw it. */
  own: z.boolean(),
});
export type PersonProvision = z.output<typeof personProvision>;

export const provideOfPerson = operation({
  route: 'POST /person-provisions',
  summary: m.consent_provide_person_summary,
  may: windowRoles,
  audit: 'person_provision.given',
  subjects: ({ person_id }) => [person_id],
  input: z.object({
    id: z.uuid(),
    person_id: z.uuid(),
    receiver_id: z.uuid({ error: () => m.consent_field_receiver() }),
    /** One post of the receiving body; left out: those of it who work with persons. */
    post_id: z
      .uuid({ error: () => m.consent_field_post() })
      .nullable()
      .default(null),
    facets: z.array(z.enum(personFacets)).min(1, { error: () => m.consent_field_facets() }),
    basis_id: z.uuid({ error: () => m.consent_field_basis() }),
    consent_id: z
      .uuid({ error: () => m.consent_field_consent() })
      .nullable()
      .default(null),
    why: z
      .string({ error: () => m.consent_field_reason() })
      .trim()
      .min(1, { error: () => m.consent_field_reason() })
      .max(500, { error: () => m.consent_field_reason() }),
    starts_on: z.iso.date({ error: () => m.consent_field_starts_on() }),
    ends_on: z.iso.date({ error: () => m.consent_field_ends_on() }),
    /** When the person was told of it. */
    told_on: z.iso
      .date({ error: () => m.consent_field_told_on() })
      .nullable()
      .default(null),
  }),
  output: z.object({ id: z.uuid() }),
});

export const withdrawProvisionOfPerson = operation({
  route: 'POST /person-provisions/:id/withdrawal',
  summary: m.consent_withdraw_person_summary,
  may: [...windowRoles, 'records_officer'],
  audit: 'person_provision.withdrawn',
  subjects: (_, { person_id }) => [person_id],
  input: z.object({
    id: z.uuid(),
    reason: z
      .string({ error: () => m.consent_field_reason() })
      .trim()
      .min(1, { error: () => m.consent_field_reason() })
      .max(500, { error: () => m.consent_field_reason() }),
  }),
  output: z.object({ id: z.uuid(), person_id: z.uuid() }),
});

/** What the actor's body gives of a person, and what it or the actor's post is given; newest first. */
export const listProvisionsOfPerson = operation({
  route: 'GET /people/:person/provisions',
  summary: m.consent_person_provisions_summary,
  may: [...receivingRoles, 'records_officer'],
  audit: 'person_provisions.read',
  subjects: ({ person }) => [person],
  input: z.object({ person: z.uuid() }),
  output: z.object({ provisions: z.array(personProvision) }),
});

/** To whom a person's record can be provided: bodies, and their posts by name. */
export const listReceivers = operation({
  route: 'GET /provision-receivers',
  summary: m.consent_receivers_summary,
  may: [...windowRoles, 'records_officer'],
  audit: null,
  input: z.object({}),
  output: z.object({
    receivers: z.array(
      body.extend({
        kind: z.string(),
        district_id: z.uuid().nullable(),
        /** Volunteers and commissioners are always named. */
        named_only: z.boolean(),
        posts: z.array(
          z.object({
            id: z.uuid(),
            role: z.string(),
            name: z.string(),
            district_name: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
});

export type Receiver = z.output<typeof listReceivers.output>['receivers'][number];

const copy = z.object({ taken_at: z.string(), role: z.string(), operation: z.string() });

/** What was asked back when a provision was withdrawn or what it stood on ended, and what its receiver said. */
const provisionReturn = z.object({
  because: z.enum(['provision', 'consent', 'basis']),
  asked_at: z.string(),
  copies: z.array(copy),
  note: z
    .object({ outcome: z.enum(returnOutcomes), words: z.string().nullable(), noted_at: z.string() })
    .nullable(),
});
export type ProvisionReturn = z.output<typeof provisionReturn>;

export const readProvisionOfPerson = operation({
  route: 'GET /person-provisions/:id',
  summary: m.consent_person_provision_summary,
  may: [...receivingRoles, 'records_officer'],
  audit: 'person_provision.read',
  subjects: (_, { person_id }) => [person_id],
  input: z.object({ id: z.uuid() }),
  output: personProvision.extend({
    /** Null where the actor may not know it, or no longer. */
    person_name: z.string().nullable(),
    /** Null while it has not been withdrawn, or had not begun. */
    back: provisionReturn.nullable(),
  }),
});

export const noteTold = operation({
  route: 'POST /person-provisions/:id/told',
  summary: m.consent_note_told_summary,
  may: windowRoles,
  audit: 'person_provision.told',
  subjects: (_, { person_id }) => [person_id],
  input: z.object({ id: z.uuid(), told_on: z.iso.date({ error: () => m.consent_field_told_on() }) }),
  output: z.object({ id: z.uuid(), person_id: z.uuid() }),
});

export const noteReturn = operation({
  route: 'POST /person-provisions/:id/return',
  summary: m.consent_note_return_summary,
  may: receivingRoles,
  audit: 'person_provision.return_noted',
  subjects: (_, { person_id }) => [person_id],
  input: z.object({
    id: z.uuid(),
    outcome: z.enum(returnOutcomes, { error: () => m.consent_field_outcome() }),
    words: z
      .string()
      .trim()
      .max(500, { error: () => m.consent_field_reason() })
      .nullable()
      .default(null),
  }),
  output: z.object({ id: z.uuid(), person_id: z.uuid() }),
});
