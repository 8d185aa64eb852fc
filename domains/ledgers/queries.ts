import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { examine } from './examine.ts';
import { type OpenedFile, openFile } from './files.ts';
import { sayCell } from './findings.ts';
import { guessColumns, offerItems } from './guess.ts';
import { findLedgerItems } from './item-columns.ts';
import { ledgerColumns } from './model.ts';
import { progressOf } from './progress.ts';
import { unsealTable } from './sealed-table.ts';

export { printLedgerForm } from './form.ts';
export * from './import-queries.ts';
export { exportVisitorNumbers, listVisitorNumbers } from './numbers.ts';

/** What the actor's post has sent and not taken in, the newest first. */
export async function listLedgerFiles(
  db: Db,
  _input: ParsedInputOf<typeof api.listLedgerFiles>,
  _act: Act,
): Promise<OutputOf<typeof api.listLedgerFiles>> {
  const files = await db.all(
    api.listLedgerFiles.output.shape.files.element,
    sql`select id, kind, name, to_char(month, 'YYYY-MM') as month, rows, to_jsonb(uploaded_at) #>> '{}' as uploaded_at,
        to_jsonb(expires_at) #>> '{}' as expires_at
      from ledger_files where expires_at > (select gate.now_of_call())
      order by ledger_files.uploaded_at desc, id desc`,
  );
  return { files };
}

/** A ledger that was sent: its headings with their first cells, and what they may stand for. */
export async function readLedgerFile(
  db: Db,
  input: ParsedInputOf<typeof api.readLedgerFile>,
  _act: Act,
): Promise<OutputOf<typeof api.readLedgerFile>> {
  const file = await openFile(db, input.id);
  const table = await unsealTable(file.sealed, file.id);
  const remembered = await findRemembered(db, file);
  const items = await findLedgerItems(db, file.kind);
  return {
    id: file.id,
    kind: file.kind,
    name: file.name,
    month: file.month?.slice(0, 7) ?? null,
    rows: file.rows,
    uploaded_at: file.uploaded_at,
    expires_at: file.expires_at,
    headings: table.headings.map((heading, column) => ({
      heading,
      cells: table.rows.slice(0, 3).map(({ cells }) => sayCell(cells[column] ?? null) ?? ''),
    })),
    columns: file.columns,
    offered: remembered
      ? offerItems(remembered, table.headings, items)
      : guessColumns(file.kind, table.headings, items),
    items,
    remembered: remembered !== null,
  };
}

async function findRemembered(db: Db, { kind, headings }: OpenedFile) {
  const found = await db.maybe(
    z.object({ columns: ledgerColumns }),
    sql`select columns from ledger_columns
      where body_id = (select gate.actor_body()) and kind = ${kind} and headings = ${headings}::text[]`,
  );
  return found?.columns ?? null;
}

/** The dry run: what the ledger would become, and every problem by row and column. Nothing is written. */
export async function checkLedger(
  db: Db,
  input: ParsedInputOf<typeof api.checkLedger>,
  act: Act,
): Promise<OutputOf<typeof api.checkLedger>> {
  return (await examine(db, await openFile(db, input.id), act)).check;
}

/** How far an import under way has come. */
export async function readLedgerProgress(
  db: Db,
  input: ParsedInputOf<typeof api.readLedgerProgress>,
  _act: Act,
): Promise<OutputOf<typeof api.readLedgerProgress>> {
  await db.one(z.object({ id: z.uuid() }), sql`select id from ledger_files where id = ${input.id}::uuid`);
  return { progress: progressOf(input.id) };
}
