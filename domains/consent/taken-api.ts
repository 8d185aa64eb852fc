import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';

/** What was taken along as a file or on paper, by whom and when: read from the audit trail. */
const logReaders = ['administrator', 'auditor'] as const;

const taken = z.object({
  number: z.int(),
  at: z.string(),
  account_id: z.uuid().nullable(),
  /** Null where the reader's post does not see names. */
  name: z.string().nullable(),
  role: z.string().nullable(),
  operation: z.string(),
  outcome: z.string(),
  /** Households, people or accounts whose records were in it; 0 for counts and empty forms. */
  records: z.int(),
});
export type Taken = z.output<typeof taken>;

const filter = z.object({
  from: z.iso.date({ error: () => m.consent_taken_field_day() }).optional(),
  until: z.iso.date({ error: () => m.consent_taken_field_day() }).optional(),
  account: z.uuid({ error: () => m.consent_taken_field_account() }).optional(),
  word: z.string().max(100).optional(),
});

export const listTaken = operation({
  route: 'GET /taken-files',
  summary: m.consent_taken_summary,
  may: logReaders,
  audit: 'taken_files.listed',
  input: filter.extend({
    /** Number of the last entry of the page before. */
    after: z.string().regex(/^\d+$/).max(15).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ taken: z.array(taken), next: z.string().nullable() }),
});

/** More rows than this are taken by part. */
export const mostTakenExported = 20_000;

export const exportTaken = operation({
  route: 'GET /taken-files-export',
  summary: m.consent_taken_export_summary,
  may: logReaders,
  audit: 'taken_files.exported',
  subjects: (_, { accounts }) => accounts,
  atOneMoment: true,
  file: true,
  bulk: true,
  input: filter.extend({ encoding: z.enum(['utf-8', 'cp932']).default('utf-8') }),
  output: z.object({ accounts: z.array(z.uuid()) }),
});

/** Words of the trail that say that something left the house; the table's index knows the same. */
export const takenWords = /(exported|printed|sheet_made|scan\.read|photo\.read)$|^backup\./;
