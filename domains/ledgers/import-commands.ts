import { firstDayOf } from '#domains/encounters/model.ts';
import { handInTallySheets } from '#domains/visits/hand-in-many.ts';
import { recordVisits } from '#domains/visits/record-many.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { idList, plainList, sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './api.ts';
import { type Examined, examine } from './examine.ts';
import { type OpenedFile, openFile } from './files.ts';
import { askedWords } from './model.ts';
import { forgetProgress, tellProgress } from './progress.ts';
import { takeInHouseholds } from './take-in-households.ts';

type ImportInput = ParsedInputOf<typeof api.importLedger>;

/**
 * Takes a ledger in: all of it or nothing. What is written is what the dry run showed; if the town has changed since, it
 * is looked at again first. Rows that are known are passed over, so that the same file twice changes nothing. What was
 * sent goes; the receipt stays.
 *
 * @throws Refusal `refused` when there is a problem, something to be confirmed, nothing new, or the dry run no longer
 *   holds; `invalid` for a missing reason
 */
export async function importLedger(db: Db, input: ImportInput, act: Act) {
  // One ledger after the other: two that hold the same rows would otherwise both find them new.
  await db.run(sql`select pg_advisory_xact_lock(717278)`);
  const file = await openFile(db, input.id, true);
  const examined = await examine(db, file, act);
  refuseUnlessReady(examined, input);
  await keepImport(db, file, examined, input, act);
  await takeInSheets(db, examined, input, act);
  let households: string[];
  try {
    await takeInVisits(db, examined, input, act);
    households = await takeInHouseholdsOf(db, examined, input, act);
  } finally {
    forgetProgress(input.id);
  }
  await db.run(sql`delete from ledger_files where id = ${input.id}::uuid`);
  const visited = examined.visits.map(({ door }) => door.id);
  return { id: input.import_id, households: [...new Set([...visited, ...households])] };
}

function refuseUnlessReady({ check }: Examined, input: ImportInput): void {
  if (check.problem_count > 0)
    throw new Refusal('refused', m.ledgers_refused_problems({ n: check.problem_count }));
  if (check.new === 0) throw new Refusal('refused', m.ledgers_refused_nothing_new());
  if (check.hash !== input.hash || check.new !== input.new)
    throw new Refusal('refused', m.ledgers_refused_changed({ n: check.new }));
  const open = check.asks.find(({ kind }) => !input.confirmed.includes(kind));
  if (open) {
    const sentence = m.ledgers_refused_unconfirmed({ what: askedWords[open.kind]({ n: open.n }) });
    throw new Refusal('invalid', sentence, { confirmed: sentence });
  }
  if (check.reasons.length > 0 && input.reason === null)
    throw new Refusal('invalid', m.ledgers_refused_reason(), { reason: m.ledgers_refused_reason() });
}

async function keepImport(
  db: Db,
  file: OpenedFile,
  { check, counted, districts }: Examined,
  input: ImportInput,
  act: Act,
): Promise<void> {
  const months = check.months.map(({ month }) => month).sort();
  await db.run(sql`insert into ledger_imports (id, kind, file_name, file_form, file_bytes, file_hash, received_from, reason,
      rows_read, rows_new, rows_known, counted, first_month, last_month, district_ids, body_id, post_id, imported_by,
      imported_at)
    values (${input.import_id}::uuid, ${file.kind}, ${file.name}, ${file.form}, ${file.bytes},
      ${Buffer.from(file.hash, 'hex')}, ${input.received_from}, ${check.reasons.length > 0 ? input.reason : null},
      ${check.read}, ${check.new}, ${check.known}, ${counted}, ${firstOf(months[0])}::date, ${firstOf(months.at(-1))}::date,
      ${districts}::uuid[], (select gate.actor_body()), (select gate.actor_post()), (select gate.actor_account()),
      ${act.now}::timestamptz)`);
}

function firstOf(month: string | undefined): string | null {
  return month === undefined ? null : firstDayOf(month);
}

async function takeInSheets(db: Db, { sheets }: Examined, input: ImportInput, act: Act): Promise<void> {
  if (sheets.length === 0) return;
  const written = sheets.map((sheet) => ({ ...sheet, id: mintId(), answersOf: sheet.follows }));
  const said = { countedBy: input.received_from, note: m.ledgers_sheet_note(), reason: input.reason };
  await handInTallySheets(db, written, said, act);
  await db.run(sql`insert into ledger_sheets (import_id, sheet_id, holder_id, district_id)
    select ${input.import_id}::uuid, s.* from unnest(${written.map(({ id }) => id)}::uuid[],
      ${written.map(({ group }) => group)}::uuid[], ${written.map(({ district }) => district)}::uuid[]) s`);
}

/** Rows written with one statement: a file of any length takes no more memory, and its progress can be told. */
const atOnce = 2_000;

async function takeInVisits(db: Db, { visits }: Examined, input: ImportInput, act: Act): Promise<void> {
  for (let from = 0; from < visits.length; from += atOnce) {
    tellProgress(input.id, from, visits.length);
    const rows = visits.slice(from, from + atOnce).map((row) => ({
      ...row,
      visit: typeof row.standing === 'object' ? row.standing.visit : mintId(),
    }));
    const made = rows.filter(({ standing }) => standing === 'new');
    await recordVisits(
      db,
      made.map((row) => ({
        id: row.visit,
        household: row.door.id,
        post: row.visitor.post_id,
        on: row.day,
        channel: row.channel,
        contact: row.contact,
        condition: row.condition,
        note: row.note,
        answers: row.answers,
      })),
      input.reason,
      act,
    );
    await db.run(sql`insert into ledger_rows (import_id, row, key, visit_id, made, holder_id, district_id)
      select ${input.import_id}::uuid, r.* from unnest(${plainList(rows.map(({ n }) => n))}::int[],
        ${idList(rows.map(({ key }) => key))}::uuid[], ${idList(rows.map(({ visit }) => visit))}::uuid[],
        ${plainList(rows.map(({ standing }) => standing === 'new'))}::boolean[],
        ${idList(rows.map(({ door }) => door.holder_id))}::uuid[],
        ${idList(rows.map(({ door }) => door.district_id))}::uuid[]) r`);
  }
}

async function takeInHouseholdsOf(
  db: Db,
  { households }: Examined,
  input: ImportInput,
  act: Act,
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < households.length; from += atOnce) {
    tellProgress(input.id, from, households.length);
    const rows = households.slice(from, from + atOnce);
    ids.push(...(await takeInHouseholds(db, input.import_id, rows, input.reason, act)));
  }
  return ids;
}
