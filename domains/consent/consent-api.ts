import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { capacities, decisions, personFacets, sayers, windowRoles } from './person-model.ts';

/** 聞き方: a code of the list `consent_way`. */
const way = z
  .string({ error: () => m.consent_field_way() })
  .min(1, { error: () => m.consent_field_way() })
  .max(40, { error: () => m.consent_field_way() });

const body = z.object({ id: z.uuid(), name: z.string() });

/** What a person has agreed to or declined, as it was heard. */
const consent = z.object({
  id: z.uuid(),
  person_id: z.uuid(),
  decision: z.enum(decisions),
  text_version: z.string(),
  facets: z.array(z.enum(personFacets)),
  receivers: z.array(body),
  /** 聞き方: a code of the list `consent_way`. */
  way: z.string(),
  said_by: z.enum(sayers),
  capacity: z.enum(capacities),
  note: z.string().nullable(),
  heard_by: z.uuid(),
  given_on: z.string(),
  ends_on: z.string().nullable(),
  ask_again_on: z.string().nullable(),
  withdrawn_at: z.string().nullable(),
  withdrawn_words: z.string().nullable(),
});
export type Consent = z.output<typeof consent>;

export const recordConsent = operation({
  route: 'POST /consents',
  summary: m.consent_record_summary,
  may: windowRoles,
  audit: 'consent.recorded',
  subjects: ({ person_id }) => [person_id],
  input: z.object({
    id: z.uuid(),
    person_id: z.uuid(),
    decision: z.enum(decisions, { error: () => m.consent_field_decision() }),
    text_version: z
      .string({ error: () => m.consent_field_text_version() })
      .min(1, { error: () => m.consent_field_text_version() })
      .max(40, { error: () => m.consent_field_text_version() }),
    /** What may be passed on, and to which bodies; empty where it was refused. */
    facets: z.array(z.enum(personFacets)).default([]),
    receivers: z.array(z.uuid()).max(50).default([]),
    way,
    said_by: z.enum(sayers, { error: () => m.consent_field_said_by() }).default('person'),
    capacity: z.enum(capacities, { error: () => m.consent_field_capacity() }).default('clear'),
    note: z
      .string()
      .trim()
      .max(1000, { error: () => m.consent_field_note() })
      .nullable()
      .default(null),
    given_on: z.iso.date({ error: () => m.consent_field_given_on() }),
    ends_on: z.iso
      .date({ error: () => m.consent_field_ends_on() })
      .nullable()
      .default(null),
    /** When to speak of it again, after a "no" or a consent for a while. */
    ask_again_on: z.iso
      .date({ error: () => m.consent_field_ask_again_on() })
      .nullable()
      .default(null),
    /** With a "no": what the person agreed to before and takes back with it. What is not named stands on. */
    takes_back: z.array(z.uuid()).max(50).default([]),
  }),
  output: z.object({ id: z.uuid() }),
});

export const withdrawConsent = operation({
  route: 'POST /consents/:id/withdrawal',
  summary: m.consent_take_back_summary,
  may: windowRoles,
  audit: 'consent.withdrawn',
  subjects: (_, { person_id }) => [person_id],
  input: z.object({
    id: z.uuid(),
    way,
    words: z
      .string()
      .trim()
      .max(1000, { error: () => m.consent_field_note() })
      .nullable()
      .default(null),
  }),
  output: z.object({ id: z.uuid(), person_id: z.uuid() }),
});

/** Newest first. */
export const listConsents = operation({
  route: 'GET /people/:person/consents',
  summary: m.consent_consents_summary,
  may: [...windowRoles, 'records_officer'],
  audit: 'consents.read',
  subjects: ({ person }) => [person],
  input: z.object({ person: z.uuid() }),
  output: z.object({ consents: z.array(consent) }),
});
