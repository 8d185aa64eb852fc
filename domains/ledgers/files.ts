import * as z from 'zod';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { ledgerColumns, ledgerKinds } from './model.ts';

const opened = z.object({
  id: z.uuid(),
  kind: z.enum(ledgerKinds),
  name: z.string(),
  form: z.string(),
  bytes: z.int(),
  hash: z.string(),
  /** First day of the month it is for. */
  month: z.string().nullable(),
  headings: z.array(z.string()),
  rows: z.int(),
  columns: ledgerColumns.nullable(),
  sealed: z.instanceof(Buffer),
  uploaded_at: z.string(),
  expires_at: z.string(),
});
export type OpenedFile = z.output<typeof opened>;

/**
 * A ledger that the actor's post has sent.
 *
 * @param held whether it is held until the transaction ends, so that nobody takes it in meanwhile
 * @throws Refusal `not_found` for another's, or one that is over
 */
export function openFile(db: Db, id: string, held = false): Promise<OpenedFile> {
  return db.one(
    opened,
    sql`select id, kind, name, form, bytes, encode(hash, 'hex') as hash, month, headings, rows, columns, sealed,
        to_jsonb(uploaded_at) #>> '{}' as uploaded_at, to_jsonb(expires_at) #>> '{}' as expires_at
      from ledger_files
      where id = ${id}::uuid and expires_at > (select gate.now_of_call()) ${held ? sql`for update` : sql``}`,
  );
}
