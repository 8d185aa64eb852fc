import * as z from 'zod';
import { month } from '#domains/encounters/model.ts';
import { item } from '#domains/items/model.ts';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { largestFile } from '#platform/sheets/table.ts';
import { askedKinds, ledgerColumns, ledgerKinds } from './model.ts';

export * from './imports-api.ts';
export * from './numbers-api.ts';

export const keepers = ['gatherer', 'council_officer'] as const;

export const uploadLedger = operation({
  route: 'POST /ledger-files',
  summary: m.ledgers_upload_summary,
  may: keepers,
  audit: 'ledger.uploaded',
  // base64 is a third longer than the file.
  largestInput: Math.ceil((largestFile * 4) / 3) + 64 * 1024,
  input: z.object({
    id: z.uuid(),
    kind: z.enum(ledgerKinds, { error: () => m.ledgers_needs_kind() }),
    /** 何月分: rows of another month are then named. Null: several months. */
    month: month.nullable().default(null),
    file: z.object(
      {
        name: z.string().trim().min(1).max(200),
        base64: z.base64({ error: () => m.ledgers_needs_file() }),
      },
      { error: () => m.ledgers_needs_file() },
    ),
  }),
  output: z.object({ id: z.uuid() }),
});

const waiting = z.object({
  id: z.uuid(),
  kind: z.enum(ledgerKinds),
  name: z.string(),
  month: z.string().nullable(),
  rows: z.int(),
  uploaded_at: z.string(),
  expires_at: z.string(),
});

export const listLedgerFiles = operation({
  route: 'GET /ledger-files',
  summary: m.ledgers_files_summary,
  may: keepers,
  audit: 'ledger_files.listed',
  input: z.object({}),
  output: z.object({ files: z.array(waiting) }),
});

export const readLedgerFile = operation({
  route: 'GET /ledger-files/:id',
  summary: m.ledgers_file_summary,
  may: keepers,
  audit: 'ledger_file.read',
  input: z.object({ id: z.uuid() }),
  output: waiting.extend({
    /** What the sender calls each column, with its first cells. */
    headings: z.array(z.object({ heading: z.string(), cells: z.array(z.string()) })),
    /** As somebody said it of this file; null: nobody has yet. */
    columns: ledgerColumns.nullable(),
    /** To begin with: what the body said of these headings before, or a guess from their names. Never taken unasked. */
    offered: ledgerColumns,
    remembered: z.boolean(),
    /** The town's own items that a column can stand for, in the order of the form. */
    items: z.array(item),
  }),
});

export const sayLedgerColumns = operation({
  route: 'PUT /ledger-files/:id/columns',
  summary: m.ledgers_columns_summary,
  may: keepers,
  audit: 'ledger.columns_said',
  input: z.object({ id: z.uuid(), columns: ledgerColumns }),
  output: z.object({ id: z.uuid() }),
});

export const discardLedger = operation({
  route: 'DELETE /ledger-files/:id',
  summary: m.ledgers_discard_summary,
  may: keepers,
  audit: 'ledger.discarded',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
});

export const checkLedger = operation({
  route: 'GET /ledger-files/:id/check',
  summary: m.ledgers_check_summary,
  may: keepers,
  audit: 'ledger.checked',
  subjects: (_, { changes }) => [...new Set(changes.map(({ household }) => household))],
  atOneMoment: true,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    /** SHA-256 of the file, hexadecimal. */
    hash: z.string(),
    read: z.int(),
    new: z.int(),
    known: z.int(),
    problems: z.array(
      z.object({
        row: z.int().nullable(),
        /** A, B, …; with its heading. */
        column: z.string().nullable(),
        heading: z.string().nullable(),
        /** What stands there. */
        found: z.string().nullable(),
        says: z.string(),
      }),
    ),
    /** All of them, also those beyond the list. */
    problem_count: z.int(),
    /** What has to be confirmed, with the first places where it was read. */
    asks: z.array(z.object({ kind: z.enum(askedKinds), n: z.int(), places: z.array(z.string()) })),
    /** Why a reason is needed: a sheet or an entry is corrected, or a year is fixed already. */
    reasons: z.array(z.enum(['correction', 'late', 'entry'])),
    /** What the file comes to, by district and month. `before`: what the sheet that stands there counts. */
    months: z.array(
      z.object({
        district: z.string(),
        month: z.string(),
        rows: z.int(),
        new: z.int(),
        count: z.int(),
        before: z.int().nullable(),
      }),
    ),
    /** What a list of households comes to, by district. */
    places: z.array(
      z.object({ district: z.string(), rows: z.int(), registered: z.int(), corrected: z.int() }),
    ),
    /** What it says otherwise than the entries do, the first of them. */
    changes: z.array(
      z.object({
        row: z.int(),
        household: z.uuid(),
        number: z.string(),
        field: z.string(),
        now: z.string(),
        said: z.string(),
      }),
    ),
  }),
});

export const importLedger = operation({
  route: 'POST /ledger-files/:id/import',
  summary: m.ledgers_import_summary,
  may: keepers,
  audit: 'ledger.imported',
  subjects: (_, { id, households }) => [id, ...households],
  input: z.object({
    id: z.uuid(),
    /** The import's own id. */
    import_id: z.uuid(),
    /** As the dry run said: what is taken in is what was looked at. They are in the audit trail's hash. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    new: z.int().min(0),
    /** 誰から: whose ledger it is. */
    received_from: z
      .string({ error: () => m.ledgers_needs_from() })
      .trim()
      .min(1, { error: () => m.ledgers_needs_from() })
      .max(100, { error: () => m.ledgers_needs_from() }),
    confirmed: z.array(z.enum(askedKinds)).default([]),
    reason: z
      .string()
      .trim()
      .min(1, { error: () => m.ledgers_needs_reason() })
      .max(500, { error: () => m.ledgers_needs_reason() })
      .nullable()
      .default(null),
  }),
  output: z.object({ id: z.uuid(), households: z.array(z.uuid()) }),
});

export const readLedgerProgress = operation({
  route: 'GET /ledger-files/:id/progress',
  summary: m.ledgers_progress_summary,
  may: keepers,
  audit: null,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    /** Rows written so far, and of how many; null while none is taken in. */
    progress: z.object({ done: z.int(), of: z.int() }).nullable(),
  }),
});

export const printLedgerForm = operation({
  route: 'GET /ledger-forms/:kind',
  summary: m.ledgers_form_summary,
  may: keepers,
  audit: 'ledger_form.printed',
  file: true,
  input: z.object({ kind: z.enum(ledgerKinds), month: month.optional() }),
  output: z.object({}),
});
