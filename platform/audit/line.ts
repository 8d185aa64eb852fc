import { createHash, type Hash } from 'node:crypto';
import { Sql, sql } from '../sql.ts';

/**
 * One sealed entry as text: the JSON array of its columns in this order, written as `json_build_array` writes it
 * (`", "` between values), and a line feed. The moment is UTC with six decimals, the hash is hexadecimal. SQL for
 * a row of `audit_entries`; what was sealed and what is verified is made by this one expression.
 */
export const entryLine = sql`json_build_array(number, batch, id, ${momentText('at')}, account_id, post_id, role,
  body_id, operation, word, outcome, subjects, call_id, encode(input_hash, 'hex'))::text || chr(10)`;

/** SQL for the text of a moment: `2026-02-02T01:00:00.000000Z`. */
export function momentText(column: 'at' | 'sealed_at'): Sql {
  return new Sql([`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`], []);
}

/** A batch without its entries. Numbers start at 1; moments are texts as `momentText` writes them. */
export interface BatchHead {
  readonly number: number;
  readonly sealedAt: string;
  readonly firstEntry: number;
  readonly lastEntry: number;
}

/** What the first batch follows. */
export const beginning: Buffer = Buffer.alloc(32);

/**
 * The hash of a batch, to be fed with its entries' lines in order of their number: SHA-256 over the hash of the
 * batch before (32 bytes), the JSON array of the head with a line feed, and the lines.
 */
export function beginHash(previous: Buffer, { number, sealedAt, firstEntry, lastEntry }: BatchHead): Hash {
  const head = JSON.stringify([number, sealedAt, firstEntry, lastEntry]);
  return createHash('sha256').update(previous).update(`${head}\n`);
}
