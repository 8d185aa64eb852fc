import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { noteReturn } from './person-api.ts';
import { emergencyRoles, returnOutcomes, tellingWays } from './person-model.ts';

/** Whether the person was told: the last word of whoever answers for the record. */
const telling = z.object({
  /** Null: not yet. */
  told_on: z.string().nullable(),
  way: z.enum(tellingWays).nullable(),
  /** Who told, by role and name. */
  role: z.string().nullable(),
  name: z.string().nullable(),
  /** Why not yet, and when it is weighed again. */
  why_not_yet: z.string().nullable(),
  weigh_again_on: z.string().nullable(),
});

/** An emergency view and what was said of it afterwards. */
const emergencyView = z.object({
  id: z.uuid(),
  person_id: z.uuid(),
  /** Null where the actor may not know it, or no longer. */
  person_name: z.string().nullable(),
  /** The body that opened it, in which role, and the body whose record it is. */
  by: z.string(),
  role: z.string().nullable(),
  /** The post that opened it. */
  post_id: z.uuid(),
  holder: z.string(),
  reason: z.string(),
  opened_at: z.string(),
  until: z.string(),
  review: z.object({ justified: z.boolean(), words: z.string(), reviewed_at: z.string() }).nullable(),
  /** For whoever answers for the record alone; null where nothing was said yet. */
  telling: telling.nullable(),
  /** What left while it was open and is asked back: null where it was not found unjustified. */
  back: z
    .object({
      copies: z.array(z.object({ taken_at: z.string(), role: z.string(), operation: z.string() })),
      note: z
        .object({ outcome: z.enum(returnOutcomes), words: z.string().nullable(), noted_at: z.string() })
        .nullable(),
    })
    .nullable(),
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
    /** One of them alone. */
    view: z.uuid().optional(),
  }),
  output: z.object({
    views: z.array(emergencyView),
    /** Who may have told a person: for whoever answers for the records, their own post and those of the body who work with persons. */
    tellers: z.array(z.object({ id: z.uuid(), role: z.string(), name: z.string() })),
    next: z.string().nullable(),
  }),
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

const noted = z.object({ id: z.uuid(), person_id: z.uuid() });

/** 本人への知らせ: the person was told that the record was opened, and why. */
export const noteEmergencyTold = operation({
  route: 'POST /emergency-views/:id/told',
  summary: m.consent_emergency_told_summary,
  may: ['records_officer'],
  audit: 'emergency.told',
  subjects: (_, { person_id }) => [person_id],
  input: z.object({
    id: z.uuid(),
    told_on: z.iso.date({ error: () => m.consent_field_told_on() }),
    way: z.enum(tellingWays, { error: () => m.consent_field_telling_way() }),
    /** The post of who told: of the own body, or the one that opened the record. */
    told_post_id: z.uuid({ error: () => m.consent_field_told_by() }),
  }),
  output: noted,
});

/** Telling would endanger somebody now: why, and when it is weighed again. */
export const noteEmergencyUntold = operation({
  route: 'POST /emergency-views/:id/not-yet',
  summary: m.consent_emergency_untold_summary,
  may: ['records_officer'],
  audit: 'emergency.not_told_yet',
  subjects: (_, { person_id }) => [person_id],
  input: z.object({
    id: z.uuid(),
    why_not_yet: text(1000, () => m.consent_field_why_not_yet()),
    weigh_again_on: z.iso.date({ error: () => m.consent_field_weigh_again() }),
  }),
  output: noted,
});

/** Who opened a record without need says what became of what was printed or written to a file meanwhile. */
export const noteEmergencyReturn = operation({
  route: 'POST /emergency-views/:id/return',
  summary: m.consent_emergency_return_summary,
  may: emergencyRoles,
  audit: 'emergency.return_noted',
  subjects: (_, { person_id }) => [person_id],
  input: noteReturn.input,
  output: noted,
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
