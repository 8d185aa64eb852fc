import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { ledgerKinds } from './model.ts';

const keepers = ['gatherer', 'council_officer'] as const;

const taken = z.object({
  id: z.uuid(),
  kind: z.enum(ledgerKinds),
  file_name: z.string(),
  received_from: z.string(),
  rows_read: z.int(),
  rows_new: z.int(),
  rows_known: z.int(),
  counted: z.int(),
  /** Null: a list of households is of no month. */
  first_month: z.string().nullable(),
  last_month: z.string().nullable(),
  imported_by_name: z.string().nullable(),
  /** Day and minute in the town. */
  imported_at: z.string(),
  withdrawn: z.boolean(),
});

export const listLedgerImports = operation({
  route: 'GET /ledger-imports',
  summary: m.ledgers_imports_summary,
  may: keepers,
  audit: 'ledger_imports.listed',
  input: z.object({
    /** The key of the last row of the page before. */
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z_[0-9a-f-]{36}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ imports: z.array(taken), next: z.string().nullable() }),
});

export const readLedgerImport = operation({
  route: 'GET /ledger-imports/:id',
  summary: m.ledgers_receipt_summary,
  may: keepers,
  audit: 'ledger_import.read',
  input: z.object({ id: z.uuid() }),
  output: taken.extend({
    file_form: z.string(),
    file_bytes: z.int(),
    /** SHA-256, hexadecimal. */
    file_hash: z.string(),
    reason: z.string().nullable(),
    body_name: z.string(),
    districts: z.array(z.string()),
    withdrawal: z
      .object({ reason: z.string(), withdrawn_at: z.string(), withdrawn_by_name: z.string().nullable() })
      .nullable(),
  }),
});

export const withdrawLedgerImport = operation({
  route: 'POST /ledger-imports/:id/withdrawal',
  summary: m.ledgers_withdraw_summary,
  may: keepers,
  audit: 'ledger.withdrawn',
  subjects: (_, { id, households }) => [id, ...households],
  input: z.object({
    id: z.uuid(),
    reason: z
      .string({ error: () => m.ledgers_needs_reason() })
      .trim()
      .min(1, { error: () => m.ledgers_needs_reason() })
      .max(500, { error: () => m.ledgers_needs_reason() }),
  }),
  output: z.object({ id: z.uuid(), households: z.array(z.uuid()) }),
});
