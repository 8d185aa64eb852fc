import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { emergencyRoles } from './person-model.ts';

/** An emergency view and what was said of it afterwards. */
const emergencyView = z.object({
  id: z.uuid(),
  person_id: z.uuid(),
  /** Null where the actor may not know it, or no longer. */
  person_name: z.string().nullable(),
  /** The body that opened it, in which role, and the body whose record it is. */
  by: z.string(),
  role: z.string().nullable(),
  holder: z.string(),
  reason: z.string(),
  opened_at: z.string(),
  until: z.string(),
  review: z.object({ justified: z.boolean(), words: z.string(), reviewed_at: z.string() }).nullable(),
  /** Whether the actor answers for the record, and so reviews. */
  answers: z.boolean(),
});
export type EmergencyView = z.output<typeof emergencyView>;

const text = (most: number, sentence: () => string) =>
  z.string({ error: sentence }).trim().min(1, { error: sentence }).max(most, { error: sentence });

/** 緊急閲覧: danger to life. One person, named exactly, for 24 hours. */
export const openEmergencyView = operation({
  route: 'POST /emergency-views',
  summary: m.consent_emergency_open_summary,
  may: emergencyRoles,
  audit: 'emergency.opened',
  subjects: (_, { people }) => people,
  secrets: ['name', 'born_on'],
  input: z.object({
    id: z.uuid(),
    name: text(100, () => m.consent_field_exact_name()),
    born_on: z.iso.date({ error: () => m.consent_field_born_on() }),
    reason: text(1000, () => m.consent_field_danger()),
  }),
  output: z.object({
    id: z.uuid(),
    /** Every record of that name and day that another body keeps: each is a person of its own. */
    people: z.array(z.uuid()),
  }),
});

/** The post's own, and those of the records the actor answers for; the newest first. */
export const listEmergencyViews = operation({
  route: 'GET /emergency-views',
  summary: m.consent_emergencies_summary,
  may: [...emergencyRoles, 'records_officer'],
  audit: 'emergencies.read',
  subjects: (_, { views }) => views.map(({ person_id }) => person_id),
  input: z.object({
    /** The id of the last row of the page before. */
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ views: z.array(emergencyView), next: z.string().nullable() }),
});

export const reviewEmergencyView = operation({
  route: 'POST /emergency-views/:id/review',
  summary: m.consent_emergency_review_summary,
  may: ['records_officer'],
  audit: 'emergency.reviewed',
  subjects: (_, { person_id }) => [person_id],
  input: z.object({
    id: z.uuid(),
    justified: z.boolean({ error: () => m.consent_field_justified() }),
    words: text(1000, () => m.consent_field_review()),
  }),
  output: z.object({ id: z.uuid(), person_id: z.uuid() }),
});

export const printEmergencyViews = operation({
  route: 'GET /emergency-views-paper',
  summary: m.consent_emergencies_print_summary,
  may: ['records_officer'],
  audit: 'emergencies.printed',
  subjects: (_, { people }) => people,
  file: true,
  bulk: true,
  input: z.object({ fiscal_year: z.coerce.number().int().min(2020).max(2100).optional() }),
  output: z.object({ people: z.array(z.uuid()) }),
});
