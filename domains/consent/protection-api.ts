import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { receivingRoles } from './person-model.ts';

const text = (most: number, sentence: () => string) =>
  z.string({ error: sentence }).trim().min(1, { error: sentence }).max(most, { error: sentence });

const keeper = z.object({ post_id: z.uuid(), name: z.string().nullable(), role: z.string().nullable() });

/** 支援措置 of one person. */
const protection = z.object({
  id: z.uuid(),
  person_id: z.uuid(),
  person_name: z.string().nullable(),
  starts_on: z.string(),
  /** Until when it was decided; it stays closed until somebody ends it. */
  ends_on: z.string().nullable(),
  note: z.string().nullable(),
  ended_at: z.string().nullable(),
  keepers: z.array(keeper),
});

/** Closes the address of a person of the own body to everybody but the posts that are named. */
export const protectAddress = operation({
  route: 'POST /protections',
  summary: m.consent_protect_summary,
  may: ['records_officer'],
  audit: 'protection.decided',
  subjects: ({ person_id }) => [person_id],
  input: z.object({
    id: z.uuid(),
    person_id: z.uuid({ error: () => m.consent_field_person() }),
    ends_on: z.iso
      .date({ error: () => m.consent_field_ends_on() })
      .nullable()
      .default(null),
    note: z
      .string()
      .trim()
      .max(1000, { error: () => m.consent_field_note() })
      .nullable()
      .default(null),
    keepers: z
      .array(z.uuid())
      .min(1, { error: () => m.consent_field_keepers() })
      .max(20),
  }),
  output: z.object({ id: z.uuid() }),
});

/** Those of the own body, the newest first. */
export const listProtections = operation({
  route: 'GET /protections',
  summary: m.consent_protections_summary,
  may: ['records_officer'],
  audit: 'protections.read',
  subjects: (_, { protections }) => protections.map(({ person_id }) => person_id),
  input: z.object({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({ protections: z.array(protection), next: z.string().nullable() }),
});

export const readProtection = operation({
  route: 'GET /protections/:id',
  summary: m.consent_protection_summary,
  may: ['records_officer'],
  audit: 'protection.read',
  subjects: (_, { person_id }) => [person_id],
  input: z.object({ id: z.uuid() }),
  output: protection.extend({
    /** Each look at the address, the newest first. */
    looks: z.array(
      z.object({
        id: z.uuid(),
        viewed_at: z.string(),
        reason: z.string(),
        name: z.string().nullable(),
        role: z.string().nullable(),
      }),
    ),
  }),
});

/** The whole list of keepers as it shall be, and until when. */
export const changeProtection = operation({
  route: 'POST /protections/:id/keepers',
  summary: m.consent_protection_change_summary,
  may: ['records_officer'],
  audit: 'protection.changed',
  subjects: (_, { person_id }) => [person_id],
  input: z.object({
    id: z.uuid(),
    ends_on: z.iso
      .date({ error: () => m.consent_field_ends_on() })
      .nullable()
      .default(null),
    keepers: z
      .array(z.uuid())
      .min(1, { error: () => m.consent_field_keepers() })
      .max(20),
    /** What stood when one began to change it. */
    keepers_before: z.array(z.uuid()).max(100),
    ends_on_before: z.iso.date().nullable(),
  }),
  output: z.object({ id: z.uuid(), person_id: z.uuid() }),
});

export const endProtection = operation({
  route: 'POST /protections/:id/ending',
  summary: m.consent_protection_end_summary,
  may: ['records_officer'],
  audit: 'protection.ended',
  subjects: (_, { person_id }) => [person_id],
  input: z.object({ id: z.uuid(), reason: text(500, () => m.consent_field_reason()) }),
  output: z.object({ id: z.uuid(), person_id: z.uuid() }),
});

/** Whose address the post in use keeps. */
export const listKept = operation({
  route: 'GET /kept-addresses',
  summary: m.consent_kept_summary,
  may: receivingRoles,
  audit: 'kept_addresses.listed',
  subjects: (_, { kept }) => kept.map(({ person_id }) => person_id),
  input: z.object({}),
  output: z.object({
    kept: z.array(
      z.object({
        person_id: z.uuid(),
        person_name: z.string().nullable(),
        holder: z.string(),
        /** Until when it is open for the post, once a reason was given. */
        open_until: z.string().nullable(),
      }),
    ),
  }),
});

/** A keeper says why, and may look for a quarter of an hour. */
export const openProtectedAddress = operation({
  route: 'POST /kept-addresses/:person/looks',
  summary: m.consent_look_summary,
  may: receivingRoles,
  audit: 'protected_address.opened',
  subjects: ({ person }) => [person],
  input: z.object({ id: z.uuid(), person: z.uuid(), reason: text(500, () => m.consent_field_look()) }),
  output: z.object({ id: z.uuid() }),
});
