import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { wordsNeeded, wordsOrNone, wordsUpTo } from './case-model.ts';
import { noteOutcomes } from './note-model.ts';

const workers = ['intake_worker', 'case_coordinator'] as const;
const readers = [...workers, 'convener', 'council_officer', 'commissioner', 'visitor', 'gatherer'] as const;
const day = z.iso.date({ error: () => m.cases_field_day() });
const why = wordsNeeded(500, m.cases_field_why);

/** What is written of a contact. An attempt may say nothing more than that it was one. */
const noteContent = z.object({
  noted_on: day,
  at_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => m.cases_field_time() })
    .nullable()
    .default(null),
  /** 方法: a code of the list `way`. */
  way: z
    .string({ error: () => m.cases_field_way() })
    .min(1, { error: () => m.cases_field_way() })
    .max(40, { error: () => m.cases_field_way() }),
  /** 相手: a code of the list `with_whom`. */
  with_whom: z
    .string({ error: () => m.cases_field_with() })
    .min(1, { error: () => m.cases_field_with() })
    .max(40, { error: () => m.cases_field_with() }),
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
  way: z.string(),
  with_whom: z.string(),
  outcome: z.enum(noteOutcomes),
  words: z.string(),
  judgement: z.string().nullable(),
  next_plan: z.string().nullable(),
  next_on: z.string().nullable(),
  version: z.int(),
  by: z.string().nullable(),
  withdrawn_reason: z.string().nullable(),
});
export type ShownNote = z.output<typeof shownNote>;
const saidInNote = shownNote.omit({
  id: true,
  client_id: true,
  version: true,
  by: true,
  withdrawn_reason: true,
});

/** Writes what happened: a talk, an attempt, that somebody does not wish to, that one keeps in touch. Each counts. */
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
    /** Why it comes after its year was fixed. */
    late_reason: wordsOrNone(500, m.cases_field_why),
  }),
  output: z.object({ id: z.uuid(), case_id: z.uuid() }),
});

export const correctNote = operation({
  route: 'PUT /case-notes/:id',
  summary: m.cases_note_correct_summary,
  may: workers,
  audit: 'case.note_corrected',
  subjects: (_, { client_id }) => (client_id ? [client_id] : []),
  input: noteContent.extend({ id: z.uuid(), version: z.coerce.number().int().min(1), reason: why }),
  output: z.object({ id: z.uuid(), case_id: z.uuid(), client_id: z.uuid().nullable() }),
});

/** Takes a note out: it stays readable with the reason, and no longer counts. */
export const withdrawNote = operation({
  route: 'POST /case-notes/:id/withdrawal',
  summary: m.cases_note_withdraw_summary,
  may: workers,
  audit: 'case.note_withdrawn',
  subjects: (_, { client_id }) => (client_id ? [client_id] : []),
  input: z.object({ id: z.uuid(), reason: why }),
  output: z.object({ id: z.uuid(), case_id: z.uuid(), client_id: z.uuid().nullable() }),
});

const opened = shownNote.extend({
  case_id: z.uuid(),
  case_number: z.string().nullable(),
  client_name: z.string().nullable(),
  own: z.boolean(),
  /** What it said before, the newest first. */
  versions: z.array(
    z.object({
      version: z.int(),
      said: saidInNote,
      reason: z.string(),
      by: z.string().nullable(),
      at: z.string(),
    }),
  ),
});
export type OpenedNote = z.output<typeof opened>;

export const readNote = operation({
  route: 'GET /case-notes/:id',
  summary: m.cases_note_read_summary,
  may: readers,
  audit: 'case.note_read',
  subjects: (_, { client_id }) => (client_id ? [client_id] : []),
  input: z.object({ id: z.uuid() }),
  output: opened,
});

const narrowed = z.object({
  case_id: z.uuid(),
  /** Only what is about this member. */
  client: z.uuid().optional(),
  outcome: z.enum(noteOutcomes).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

export const listNotes = operation({
  route: 'GET /cases/:case_id/notes',
  summary: m.cases_notes_summary,
  may: readers,
  audit: 'case.notes_read',
  subjects: (_, { notes }) => [...new Set(notes.flatMap(({ client_id }) => client_id ?? []))],
  input: narrowed.extend({
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ notes: z.array(shownNote), next: z.string().nullable() }),
});

/** 支援経過記録（一覧）: the whole of it, on paper or as a file. */
export const exportNotes = operation({
  route: 'GET /cases/:case_id/notes-file',
  summary: m.cases_notes_export_summary,
  may: workers,
  audit: 'case.notes_exported',
  subjects: (_, { people }) => people,
  file: true,
  input: narrowed.extend({
    format: z.enum(['csv', 'xlsx', 'pdf']).default('csv'),
    encoding: z.enum(['utf-8', 'cp932']).default('utf-8'),
  }),
  output: z.object({ people: z.array(z.uuid()) }),
});
