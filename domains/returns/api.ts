import * as z from 'zod';
import { author } from '#domains/plan/parts.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { countedTable, filledTable, returnCodes } from './model.ts';

export const reporters = ['planner', 'intake_worker', 'case_coordinator'] as const;

const year = z.coerce.number().int().min(2000).max(2150);
const code = z.enum(returnCodes);
const needed = (sentence: () => string, most: number) =>
  z
    .string({ error: () => sentence() })
    .trim()
    .min(1, { error: () => sentence() })
    .max(most, { error: () => m.returns_field_long({ most }) });

const correction = z.object({
  id: z.uuid(),
  table_code: z.string(),
  row_key: z.string().nullable(),
  column_code: z.string(),
  was: z.int().nullable(),
  now: z.int(),
  reason: z.string(),
  author,
  on: z.string(),
});
export type Correction = z.output<typeof correction>;

const submitted = z.object({
  id: z.uuid(),
  sent_to: z.string(),
  sent_on: z.string(),
  definition_version: z.int(),
  author,
  on: z.string(),
  tables: z.array(filledTable),
  corrections: z.array(correction),
});
export type SubmittedReturn = z.output<typeof submitted>;

/** Which returns of which years have been sent; no count. */
export const listReturns = operation({
  route: 'GET /returns',
  summary: m.returns_list_summary,
  may: reporters,
  audit: null,
  input: z.object({}),
  output: z.object({
    returns: z.array(z.object({ code, fiscal_year: z.int(), sent_on: z.string().nullable() })),
  }),
});

/** A return as it is today, and as it was sent. Of the whole town for a planner, of the own body for a window. */
export const readReturn = operation({
  route: 'GET /returns/:code/:fiscal_year',
  summary: m.returns_read_summary,
  may: reporters,
  audit: 'return.read',
  atOneMoment: true,
  input: z.object({ code, fiscal_year: year }),
  output: z.object({
    code,
    fiscal_year: z.int(),
    /** The year is still running. */
    running: z.boolean(),
    /** Null: the whole town. */
    body: z.string().nullable(),
    definition: z.object({
      version: z.int(),
      starts_year: z.int().nullable(),
      note: z.string().nullable(),
      author: author.nullable(),
    }),
    tables: z.array(filledTable),
    submitted: submitted.nullable(),
  }),
});

/** Keeps a return as it was sent; it does not move any more. */
export const submitReturn = operation({
  route: 'POST /returns/:code/:fiscal_year/submission',
  summary: m.returns_submit_summary,
  may: reporters,
  audit: 'return.submitted',
  atOneMoment: true,
  input: z.object({
    id: z.uuid(),
    code,
    fiscal_year: year,
    sent_to: needed(m.returns_field_sent_to, 100),
    sent_on: z.iso.date({ error: () => m.returns_field_sent_on() }),
  }),
  output: z.object({ id: z.uuid() }),
});

/** Says beside a return that was sent what was wrong with it. */
export const correctReturn = operation({
  route: 'POST /submitted-returns/:return_id/corrections',
  summary: m.returns_correct_summary,
  may: reporters,
  audit: 'return.corrected',
  input: z.object({
    id: z.uuid(),
    return_id: z.uuid(),
    /** `table/row/column`; the row is empty for the sum. */
    cell: z.string({ error: () => m.returns_field_cell() }).max(200),
    now: z
      .int({ error: () => m.returns_field_now() })
      .min(0, { error: () => m.returns_field_now() })
      .max(10_000_000, { error: () => m.returns_field_now() }),
    reason: needed(m.returns_field_reason, 500),
  }),
  output: z.object({ id: z.uuid() }),
});

export const printReturn = operation({
  route: 'GET /returns/:code/:fiscal_year/file',
  summary: m.returns_print_summary,
  may: reporters,
  audit: 'return.printed',
  atOneMoment: true,
  file: true,
  input: z.object({
    code,
    fiscal_year: year,
    format: z.enum(['pdf', 'csv'], { error: () => m.returns_field_format() }).default('pdf'),
    encoding: z.enum(['utf-8', 'cp932']).default('utf-8'),
    /** `public`: for others than the ministry; tables with a small count stay away. */
    copy: z.enum(['exact', 'public']).default('exact'),
  }),
  output: z.unknown(),
});

/** What a return counts: each version, the newest first; version 0 is the usual one, that nobody has looked at. */
export const listReturnDefinitions = operation({
  route: 'GET /return-definitions/:code',
  summary: m.returns_definitions_summary,
  may: reporters,
  audit: null,
  input: z.object({ code }),
  output: z.object({
    definitions: z.array(
      z.object({
        version: z.int(),
        starts_year: z.int().nullable(),
        note: z.string().nullable(),
        author: author.nullable(),
        written_on: z.string().nullable(),
        tables: z.array(countedTable),
      }),
    ),
    /** By what a count can be narrowed, where the town's own lists say it: kinds of conference, ways of a contact, with whom it was (today's words). */
    conferences: z.array(z.object({ code: z.string(), name: z.string() })),
    ways: z.array(z.object({ code: z.string(), name: z.string() })),
    withs: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
});

/** Sets what a return counts, from a fiscal year on. Earlier years, and what was sent, stay as they were. */
export const defineReturn = operation({
  route: 'POST /returns/:code/definitions',
  summary: m.returns_define_summary,
  may: ['planner'],
  audit: 'return.defined',
  input: z.object({
    id: z.uuid(),
    code,
    after_version: z.int().min(0),
    starts_year: z
      .int({ error: () => m.returns_field_year() })
      .min(2000)
      .max(2150),
    tables: z
      .array(countedTable)
      .min(1, { error: () => m.returns_field_tables() })
      .max(20, { error: () => m.returns_field_tables() }),
    note: needed(m.returns_field_note, 500),
  }),
  output: z.object({ id: z.uuid() }),
});
