import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { largestFile } from '#platform/sheets/table.ts';
import { standardSets } from './standard-sets.ts';

/** Who keeps the town's open data. */
const keepers = ['planner'] as const;
const id = z.object({ id: z.uuid() });
const set = z.enum(standardSets, { error: () => m.open_data_needs_set() });

export const sendStandardFile = operation({
  route: 'POST /standard-files',
  summary: m.open_data_send_summary,
  may: keepers,
  audit: 'open_data.sent',
  // base64 is a third longer than the file.
  largestInput: Math.ceil((largestFile * 4) / 3) + 64 * 1024,
  input: z.object({
    id: z.uuid(),
    set,
    file: z.object(
      {
        name: z.string().trim().min(1).max(200),
        base64: z.base64({ error: () => m.open_data_needs_file() }),
      },
      { error: () => m.open_data_needs_file() },
    ),
  }),
  output: id,
});

/** Something about one cell, row or column: what was read, and what is done about it or has to be. */
const finding = z.object({
  row: z.int().nullable(),
  /** A, B, …; with its heading. */
  column: z.string().nullable(),
  heading: z.string().nullable(),
  found: z.string().nullable(),
  /** What it is read as; null: nothing is changed. */
  becomes: z.string().nullable(),
  says: z.string(),
});
export type Finding = z.output<typeof finding>;

export const checkStandardFile = operation({
  route: 'GET /standard-files/:id/check',
  summary: m.open_data_check_summary,
  may: keepers,
  // A list of the town's, with nobody in it.
  audit: null,
  atOneMoment: true,
  input: id,
  output: z.object({
    id: z.uuid(),
    set: z.enum(standardSets),
    name: z.string(),
    form: z.string(),
    /** SHA-256 of the file, hexadecimal. */
    hash: z.string(),
    read: z.int(),
    new: z.int(),
    changed: z.int(),
    same: z.int(),
    /** Rows of what Kanaeau keeps itself: passed over. */
    own: z.int(),
    /** Rows that stand in the town's list and no longer in the file: they are taken out. */
    gone: z.int(),
    gone_names: z.array(z.string()),
    /** What keeps the file from being taken in. */
    problems: z.array(finding),
    problem_count: z.int(),
    /** What is read otherwise than it stands there. */
    repairs: z.array(finding),
    repair_count: z.int(),
    /** What is left as it is and should be known. */
    notes: z.array(finding),
  }),
});

export const importStandardFile = operation({
  route: 'POST /standard-files/:id/import',
  summary: m.open_data_import_summary,
  may: keepers,
  audit: 'open_data.imported',
  input: z.object({
    id: z.uuid(),
    import_id: z.uuid(),
    /** As the dry run said: what is taken in is what was looked at. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    new: z.int().min(0),
    changed: z.int().min(0),
    gone: z.int().min(0),
    /** 時点 */
    as_of: z.iso.date({ error: () => m.open_data_needs_day() }),
    /** The repairs and the rows that go were looked at. */
    confirmed: z.literal(true, { error: () => m.open_data_needs_confirmed() }),
  }),
  output: id,
});

export const discardStandardFile = operation({
  route: 'DELETE /standard-files/:id',
  summary: m.open_data_discard_summary,
  may: keepers,
  audit: 'open_data.discarded',
  input: id,
  output: id,
});

/** 載せない列: which of the unconfirmed columns of a set are left out of the file. */
export const chooseStandardColumns = operation({
  route: 'POST /standard-column-choices',
  summary: m.open_data_choose_summary,
  may: keepers,
  audit: 'open_data.columns_chosen',
  input: z.object({ id: z.uuid(), set, left_out: z.array(z.string().max(40)).max(40).default([]) }),
  output: id,
});

export const listStandardFiles = operation({
  route: 'GET /standard-files',
  summary: m.open_data_files_summary,
  may: keepers,
  // Lists of the town's, with nobody in them.
  audit: null,
  input: z.object({}),
  output: z.object({
    /** Sent by oneself and not taken in yet. */
    waiting: z.array(
      z.object({
        id: z.uuid(),
        set: z.enum(standardSets),
        name: z.string(),
        rows: z.int(),
        expires_at: z.string(),
      }),
    ),
    /** The newest first, at most 100. */
    imports: z.array(
      z.object({
        id: z.uuid(),
        set: z.enum(standardSets),
        file_name: z.string(),
        file_form: z.string(),
        as_of: z.string(),
        rows_read: z.int(),
        rows_new: z.int(),
        rows_changed: z.int(),
        rows_gone: z.int(),
        repairs: z.int(),
        imported_at: z.string(),
      }),
    ),
  }),
});
