import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import { unsealTable } from '#domains/ledgers/sealed-table.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { type ExaminedList, examineList } from './examine-list.ts';
import * as api from './import-api.ts';
import { keyOf, type StandardCells, type StandardSet, standardSets } from './standard-sets.ts';

/** Findings that are listed; all of them are counted. */
const mostListed = 300;

const waiting = z.object({
  id: z.uuid(),
  set: z.enum(standardSets),
  name: z.string(),
  form: z.string(),
  hash: z.string(),
  sealed: z.instanceof(Buffer),
});

/** What a list that waits would come to. */
export interface Comparison {
  readonly file: z.output<typeof waiting>;
  readonly examined: ExaminedList;
  readonly fresh: readonly { key: string; cells: StandardCells }[];
  readonly changed: readonly { key: string; cells: StandardCells }[];
  readonly same: number;
  readonly own: number;
  readonly gone: readonly { key: string; cells: StandardCells }[];
}

/**
 * Reads a list that the actor has sent and lays it beside the town's. The dry run and the import are this one function.
 *
 * @throws Refusal `not_found` for another's, or one that is over; `refused` while there is no town
 */
export async function compareList(db: Db, id: string, act: Act): Promise<Comparison> {
  const file = await db.one(
    waiting,
    sql`select id, set, name, form, encode(hash, 'hex') as hash, sealed from standard_files
      where id = ${id}::uuid and expires_at > (select gate.now_of_call())`,
  );
  const { town } = await readTown(db, {}, act);
  if (!town) throw new Refusal('refused', m.open_data_refused_no_town());
  const examined = examineList(file.set, await unsealTable(file.sealed, file.id), town);
  const own = await findOwnIds(db, file.set);
  const stands = new Map(
    (
      await db.all(
        z.object({ key: z.string(), cells: z.record(z.string(), z.string()) }),
        sql`select key, contents as cells from standard_rows where set = ${file.set} order by key`,
      )
    ).map((row) => [row.key, row]),
  );
  const said = examined.rows.filter(({ cells }) => !own.has(cells.id ?? ''));
  const keys = new Set(said.map(({ key }) => key));
  const differs = ({ key, cells }: { key: string; cells: StandardCells }) =>
    JSON.stringify(sorted(stands.get(key)?.cells ?? {})) !== JSON.stringify(sorted(cells));
  const fresh = said.filter(({ key }) => !stands.has(key));
  const changed = said.filter((row) => stands.has(row.key) && differs(row));
  return {
    ...{ file, examined, fresh, changed },
    same: said.length - fresh.length - changed.length,
    own: examined.rows.length - said.length,
    gone: [...stands.values()].filter(({ key }) => !keys.has(key)),
  };
}

function sorted(cells: StandardCells) {
  return Object.entries(cells).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Ids of what Kanaeau keeps itself and writes into the list: a file that brings them back changes nothing of them. */
async function findOwnIds(db: Db, set: StandardSet): Promise<Set<string>> {
  if (set !== 'facilities' && set !== 'events') return new Set();
  const from = set === 'facilities' ? sql`gate.places_published()` : sql`gate.events_published()`;
  const rows = await db.all(z.object({ id: z.uuid() }), sql`select id from ${from} p`);
  return new Set(rows.map(({ id }) => id));
}

export async function checkStandardFile(
  db: Db,
  { id }: ParsedInputOf<typeof api.checkStandardFile>,
  act: Act,
): Promise<OutputOf<typeof api.checkStandardFile>> {
  const { file, examined, fresh, changed, same, own, gone } = await compareList(db, id, act);
  const { problems, repairs, notes } = examined;
  const formNote = formNotes[file.form]?.();
  return {
    ...{ id, set: file.set, name: file.name, form: file.form, hash: file.hash },
    read: examined.rows.length,
    new: fresh.length,
    changed: changed.length,
    ...{ same, own },
    gone: gone.length,
    gone_names: gone.slice(0, 20).map(({ cells }) => cells.name ?? cells.area ?? keyOf(file.set, cells)),
    problems: problems.slice(0, mostListed),
    problem_count: problems.length,
    repairs: repairs.slice(0, mostListed),
    repair_count: repairs.length,
    notes: [
      ...(formNote
        ? [{ row: null, column: null, heading: null, found: null, becomes: null, says: formNote }]
        : []),
      ...notes.slice(0, mostListed),
    ],
  };
}

/** What is said of how the bytes were to be read, where it is not what the standard wants. */
const formNotes: Readonly<Record<string, () => string>> = {
  'utf-8': m.open_data_note_no_mark,
  'utf-16': m.open_data_note_utf16,
  shift_jis: m.open_data_note_shift_jis,
  xlsx: m.open_data_note_xlsx,
};

export async function listStandardFiles(
  db: Db,
  _input: object,
  _act: Act,
): Promise<OutputOf<typeof api.listStandardFiles>> {
  const { shape } = api.listStandardFiles.output;
  return {
    waiting: await db.all(
      shape.waiting.element,
      sql`select id, set, name, rows, to_jsonb(expires_at) #>> '{}' as expires_at from standard_files
        where expires_at > (select gate.now_of_call()) order by sent_at desc`,
    ),
    imports: await db.all(
      shape.imports.element,
      sql`select id, set, file_name, file_form, as_of, rows_read, rows_new, rows_changed, rows_gone, repairs,
          to_jsonb(imported_at) #>> '{}' as imported_at
        from standard_imports order by imported_at desc, id limit 100`,
    ),
  };
}
