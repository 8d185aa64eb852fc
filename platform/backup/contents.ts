import * as z from 'zod';
import { auditRoot } from '../audit/root.ts';

/** The names of what is in a backup beside the tables. */
export const manifestName = 'kanaeau-backup.json';
export const positionsName = 'positions.json';
export const jobsName = 'jobs.json';
export const sumsName = 'sums.json';

/** Part `n` of a table's rows, as `COPY … TO` writes them (text). */
export function tablePart(table: string, n: number): string {
  return `tables/${table}/${String(n).padStart(6, '0')}.copy`;
}

/** The table that a part belongs to; undefined for anything else. */
export function tableOfPart(name: string): string | undefined {
  return /^tables\/([a-z0-9_]+)\/\d{6}\.copy$/.exec(name)?.[1];
}

/** What comes first: what this is, and what to make before the rows can be put in. */
export const manifest = z.object({
  /** Of this arrangement of files. */
  format: z.literal(1),
  made_at: z.iso.datetime(),
  town: z.object({ code: z.string(), name: z.string() }).nullable(),
  /** Number of the last migration that the tables have seen. */
  schema_version: z.int().nonnegative(),
  /** Of PostgreSQL, for the curious: the rows do not depend on it. */
  server: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  /** Of the key that opens what is sealed in here; the key itself is kept elsewhere. Null where none was known. */
  key_print: z.string().nullable(),
  /** The newest batch of the audit trail. */
  audit_root: auditRoot.nullable(),
});
export type Manifest = z.infer<typeof manifest>;

/** Where the counters of identity columns stand. */
export const positions = z.array(
  z.object({ table: z.string(), column: z.string(), last: z.int(), called: z.boolean() }),
);

/** What waits in the queue. */
export const waitingJobs = z.array(z.object({ data: z.unknown(), start_after: z.string() }));

/** What comes last; without it the backup is not whole. */
export const sums = z.record(
  z.string(),
  z.object({ rows: z.int(), bytes: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
);
export type Sums = z.infer<typeof sums>;
