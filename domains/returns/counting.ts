import * as z from 'zod';
import { listCodes } from '#domains/codes/queries.ts';
import type { Act } from '#platform/act.ts';
import { daysOfFiscalYear } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import type { CountedColumn, CountedTable, FilledTable } from './model.ts';
import { type Known, listKeys, sayCounted, sayKey } from './wording.ts';

const counted = z.object({
  n: z.int(),
  whole: z.boolean(),
  body_id: z.uuid().nullable(),
  value: z.string().nullable(),
  things: z.int(),
  persons: z.int(),
  unnamed: z.int(),
});
type Counted = z.output<typeof counted>;

/**
 * Counts the tables of a return in one question, through the gate: every body for a planner, the own for a window. Persons are
 * distinct within a body; over several bodies they are added, since bodies do not know one another's.
 */
export async function countTables(
  db: Db,
  tables: readonly CountedTable[],
  fiscalYear: number,
  act: Act,
): Promise<FilledTable[]> {
  const { first, last } = daysOfFiscalYear(fiscalYear);
  const found = await db.all(
    counted,
    sql`select q.n, q.whole, c.body_id, c.value, c.things, c.persons, c.unnamed
      from jsonb_to_recordset(${JSON.stringify(tables.flatMap(askTable))}::jsonb)
        q(n int, whole boolean, source text, conditions jsonb, by_mark text)
      cross join lateral gate.count_for_return(q.source, ${first}::date, ${last}::date, q.conditions, q.by_mark) c`,
  );
  const known: Known = {
    bodies: await readBodies(db, found),
    conferences: await readKinds(db),
    codes: (await listCodes(db, {}, act)).entries,
    day: last,
  };
  return tables.map((table, t) =>
    fillTable(
      table,
      table.columns.map((_, c) => found.filter(({ n }) => n === numberOf(t, c))),
      known,
    ),
  );
}

function numberOf(table: number, column: number): number {
  return table * 100 + column;
}

/** Every column as a whole and, where the rows are told apart by a mark, by that mark; by body comes with the whole. */
function askTable({ rows, columns }: CountedTable, t: number) {
  return columns.flatMap(({ source, where }, c) => {
    if (source === 'none') return [];
    const asked = { n: numberOf(t, c), source, conditions: where };
    const whole = { ...asked, whole: true, by_mark: null };
    return rows === null || rows === 'body' ? [whole] : [whole, { ...asked, whole: false, by_mark: rows }];
  });
}

async function readBodies(db: Db, found: readonly Counted[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(found.flatMap(({ body_id }) => (body_id === null ? [] : [body_id])))];
  const rows = await db.all(
    z.object({ id: z.uuid(), name: z.string() }),
    sql`select b.id, b.name from bodies b where b.id = any(${ids}::uuid[]) order by b.kana, b.id`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function readKinds(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.all(
    z.object({ code: z.string(), name: z.string() }),
    sql`select distinct on (k.code) k.code, k.name from conference_kinds k order by k.code, k.starts_on desc`,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

function fillTable(
  { code, wording, rows, columns }: CountedTable,
  counts: readonly (readonly Counted[])[],
  known: Known,
): FilledTable {
  const wholes = counts.map((of) => of.filter(({ whole }) => whole));
  const keyed = counts.map((of) =>
    of
      .filter(({ whole }) => whole === (rows === 'body'))
      .map((count) => ({ ...count, key: (rows === 'body' ? count.body_id : count.value) ?? 'unsaid' })),
  );
  const keys = rows === null ? [] : listKeys(rows, new Set(keyed.flat().map(({ key }) => key)), known);
  const add = (column: CountedColumn, of: readonly Counted[], show: 'things' | 'persons' | 'unnamed') =>
    column.source === 'none' ? null : of.reduce((sum, count) => sum + count[show], 0);
  return {
    code,
    wording,
    columns: columns.map((column) => ({
      code: column.code,
      wording: column.wording,
      unit: column.unit,
      counted: sayCounted(column),
    })),
    rows: keys.map((key) => ({
      key,
      wording: rows === null ? key : sayKey(rows, key, known),
      cells: columns.map((column, c) =>
        add(
          column,
          (keyed[c] ?? []).filter((count) => count.key === key),
          column.show,
        ),
      ),
    })),
    sum: columns.map((column, c) => add(column, wholes[c] ?? [], column.show)),
    unnamed: columns.map((column, c) => add(column, wholes[c] ?? [], 'unnamed')),
  };
}
