import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { wordsOrNone, wordsUpTo } from './case-model.ts';
import { noteOutcomes, noteWays, noteWiths } from './note-model.ts';

const workers = ['intake_worker', 'case_coordinator'] as const;
const day = z.iso.date({ error: () => m.cases_field_day() });

/** What is written of a contact. An attempt may say nothing more than that it was one. */
export const noteContent = z.object({
  noted_on: day,
  at_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => m.cases_field_time() })
    .nullable()
    .default(null),
  way: z.enum(noteWays, { error: () => m.cases_field_way() }),
  with_whom: z.enum(noteWiths, { error: () => m.cases_field_with() }),
  outcome: z.enum(noteOutcomes, { error: () => m.cases_field_outcome() }),
  words: wordsUpTo(4000, m.cases_field_note_words).default(''),
  /** 判断: what the worker makes of it. */
  judgement: wordsOrNone(2000, m.cases_field_too_long),
  next_plan: wordsOrNone(500, m.cases_field_too_long),
  next_on: day.nullable().default(null),
});

export const shownNote = z.object({
  id: z.uuid(),
  /** Null: about the household as a whole. */
  client_id: z.uuid().nullable(),
  noted_on: z.string(),
  at_time: z.string().nullable(),
  way: z.enum(noteWays),
  with_whom: z.enum(noteWiths),
  outcome: z.enum(noteOutcomes),
  words: z.string(),
  judgement: z.string().nullable(),
  next_plan: z.string().nullable(),
  next_on: z.string().nullable(),
  version: z.int(),
  by: z.string().nullable(),
});
export type ShownNote = z.output<typeof shownNote>;

/** Writes what happened: a talk, an attempt, that somebody does not wish to, that one keeps in touch. */
export const writeNote = operation({
  route: 'POST /cases/:case_id/notes',
  summary: m.cases_note_summary,
  may: workers,
  audit: 'case.note_written',
  subjects: ({ client_id }) => (client_id ? [client_id] : []),
  input: noteContent.extend({
    case_id: z.uuid(),
    id: z.uuid(),
    /** Null: about the household as a whole; that stays with the body. */
    client_id: z.uuid().nullable().default(null),
  }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});
