import * as z from 'zod';
import * as m from '#messages';
import { operation } from '../operation.ts';

export const listAudit = operation({
  route: 'GET /audit',
  summary: m.audit_list_summary,
  may: ['auditor', 'administrator'],
  audit: 'audit.listed',
  input: z.object({
    from: z.iso.date({ error: () => m.audit_field_day() }).optional(),
    until: z.iso.date({ error: () => m.audit_field_day() }).optional(),
    account: z.uuid().optional(),
    /** A party, household or account whose record was touched. */
    subject: z.uuid().optional(),
    word: z.string().max(100).optional(),
    /** Number of the last entry of the page before. */
    after: z.string().regex(/^\d+$/).max(15).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  /** Sealed entries, newest first: who (ids), what (words), whose record (ids); never what was written. */
  output: z.object({
    entries: z.array(
      z.object({
        number: z.int(),
        at: z.string(),
        account_id: z.uuid().nullable(),
        post_id: z.uuid().nullable(),
        role: z.string().nullable(),
        body_id: z.uuid().nullable(),
        operation: z.string(),
        word: z.string(),
        outcome: z.string(),
        subjects: z.array(z.uuid()),
        call_id: z.uuid().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const verifyAudit = operation({
  route: 'GET /audit/verification',
  summary: m.audit_verify_summary,
  may: ['auditor', 'administrator', 'operator'],
  audit: 'audit.verified',
  input: z.object({
    /** The root exported earlier that the chain must go through. */
    root_batch: z.coerce
      .number({ error: () => m.audit_field_root() })
      .int()
      .positive()
      .optional(),
    root_hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: () => m.audit_field_root() })
      .optional(),
  }),
  output: z.object({
    sound: z.boolean(),
    batches: z.int(),
    entries: z.int(),
    /** Hash of the newest batch, hexadecimal; null while nothing has been sealed. */
    hash: z.string().nullable(),
    /** Rows that wait to be sealed. */
    waiting: z.int(),
    broken_batch: z.int().nullable(),
    sentence: z.string().nullable(),
  }),
});
