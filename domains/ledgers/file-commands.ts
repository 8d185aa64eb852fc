import { createHash } from 'node:crypto';
import { firstDayOf } from '#domains/encounters/model.ts';
import type { Item } from '#domains/items/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { readTable } from '#platform/sheets/read.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { openFile } from './files.ts';
import { findLedgerItems } from './item-columns.ts';
import {
  fieldsOf,
  fieldWords,
  isNeeded,
  keptForHours,
  type LedgerColumns,
  type LedgerKind,
} from './model.ts';
import { sealTable } from './sealed-table.ts';

/**
 * Reads a ledger and keeps it, sealed, until it is taken in or thrown away, at most a day. Nothing of it is entered yet.
 *
 * @throws Refusal `invalid` for a file that is no table, or a month to come
 */
export async function uploadLedger(db: Db, input: ParsedInputOf<typeof api.uploadLedger>, act: Act) {
  // A list of households is of no month.
  const month = input.kind === 'households' ? null : input.month;
  if (month && firstDayOf(month) > act.today) refuse('month', m.ledgers_month_to_come());
  const bytes = Buffer.from(input.file.base64, 'base64');
  // Our own form carries the lists it offers on a second sheet.
  const table = await readTable(bytes, m.ledgers_form_sheet());
  const expires = new Date(act.now.getTime() + keptForHours * 3_600_000);
  await db.run(sql`insert into ledger_files (id, kind, name, form, bytes, hash, month, headings, rows, sealed, body_id,
      post_id, uploaded_by, uploaded_at, expires_at)
    values (${input.id}::uuid, ${input.kind}, ${input.file.name}, ${table.form}, ${bytes.length},
      ${createHash('sha256').update(bytes).digest()}, ${month && firstDayOf(month)}::date,
      ${table.headings}::text[], ${table.rows.length}, ${await sealTable(table, input.id)}, (select gate.actor_body()),
      (select gate.actor_post()), (select gate.actor_account()), ${act.now}::timestamptz, ${expires}::timestamptz)`);
  return { id: input.id };
}

/**
 * Which column stands for what. It is remembered for the body, by the headings of the file.
 *
 * @throws Refusal `invalid` for a heading that is not there, one said twice, or a field without a column
 */
export async function sayLedgerColumns(db: Db, input: ParsedInputOf<typeof api.sayLedgerColumns>, act: Act) {
  const { kind, headings } = await openFile(db, input.id);
  refuseUnlessComplete(kind, headings, input.columns, await findLedgerItems(db, kind));
  const columns = JSON.stringify(input.columns);
  await db.run(sql`update ledger_files set columns = ${columns}::jsonb where id = ${input.id}::uuid`);
  await db.run(sql`insert into ledger_columns (body_id, kind, headings, columns, said_by, said_at)
    values ((select gate.actor_body()), ${kind}, ${headings}::text[], ${columns}::jsonb, (select gate.actor_account()),
      ${act.now}::timestamptz)
    on conflict (body_id, kind, headings) do update
      set columns = excluded.columns, said_by = excluded.said_by, said_at = excluded.said_at`);
  return { id: input.id };
}

function refuseUnlessComplete(
  kind: LedgerKind,
  headings: readonly string[],
  columns: LedgerColumns,
  items: readonly Item[],
): void {
  const wrong: Record<string, string> = {};
  // What a heading stands for, in words.
  const taken = new Map<string, string>();
  for (const field of fieldsOf[kind]) {
    const heading = columns[field];
    const name = `columns.${field}`;
    if (heading === null) {
      if (isNeeded(kind, field)) wrong[name] = m.ledgers_needs_column({ field: fieldWords[field]() });
      continue;
    }
    const sentence = refuseHeading(heading, headings, taken);
    if (sentence !== null) wrong[name] = sentence;
    taken.set(heading, fieldWords[field]());
  }
  for (const [id, heading] of Object.entries(columns.items)) {
    const item = items.find((one) => one.id === id);
    const sentence = heading === null ? null : refuseHeading(heading, headings, taken);
    if (!item) wrong[`columns.items.${id}`] = m.items_refused_unknown();
    else if (sentence !== null) wrong[`columns.items.${id}`] = sentence;
    if (item && heading !== null) taken.set(heading, item.label);
  }
  const household = columns.household !== null || (columns.kana !== null && columns.address !== null);
  if (kind === 'visits' && !household) wrong['columns.household'] = m.ledgers_needs_household();
  if (Object.keys(wrong).length > 0) throw new Refusal('invalid', m.ledgers_refused_columns(), wrong);
}

function refuseHeading(
  heading: string,
  headings: readonly string[],
  taken: ReadonlyMap<string, string>,
): string | null {
  const other = taken.get(heading);
  if (!headings.includes(heading)) return m.ledgers_no_such_heading({ heading });
  return other === undefined ? null : m.ledgers_heading_taken({ field: other });
}

/** Throws away what was sent and not taken in. */
export async function discardLedger(db: Db, input: ParsedInputOf<typeof api.discardLedger>, _act: Act) {
  const gone = await db.run(sql`delete from ledger_files where id = ${input.id}::uuid`);
  if (gone === 0) throw refuseNotFound();
  return { id: input.id };
}

function refuse(field: string, sentence: string): never {
  throw new Refusal('invalid', sentence, { [field]: sentence });
}
