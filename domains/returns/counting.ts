import * as z from 'zod';
import { noteOutcomeWords, noteWayWords, noteWithWords } from '#domains/cases/note-model.ts';
import { reasons, sayCode } from '#domains/cases/plan-codes.ts';
import * as m from '#messages';
import { daysOfFiscalYear } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import {
  type CountedColumn,
  type CountedTable,
  type FilledTable,
  type RowMark,
  sourceWords,
} from './model.ts';

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
): Promise<FilledTable[]> {
  const { first, last } = daysOfFiscalYear(fiscalYear);
  const asked = tables.flatMap(({ rows, columns }, t) =>
    columns.flatMap((column, c) =>
      column.source === 'none'
        ? []
        : [
            { n: t * 100 + c, whole: true, source: column.source, conditions: column.where, by_mark: null },
            ...(rows === null || rows === 'body'
              ? []
              : [
                  {
                    n: t * 100 + c,
                    whole: false,
                    source: column.source,
                    conditions: column.where,
                    by_mark: rows,
                  },
                ]),
          ],
    ),
  );
  const found = await db.all(
    counted,
    sql`select q.n, q.whole, c.body_id, c.value, c.things, c.persons, c.unnamed
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        q(n int, whole boolean, source text, conditions jsonb, by_mark text)
      cross join lateral gate.count_for_return(q.source, ${first}::date, ${last}::date, q.conditions, q.by_mark) c`,
  );
  const bodies = await readBodies(db, found);
  return tables.map((table, t) =>
    fillTable(table, (c) => found.filter(({ n }) => n === t * 100 + c), bodies),
  );
}

async function readBodies(db: Db, found: readonly Counted[]): Promise<Map<string, string>> {
  const ids = [...new Set(found.flatMap(({ body_id }) => (body_id === null ? [] : [body_id])))];
  const rows = await db.all(
    z.object({ id: z.uuid(), name: z.string() }),
    sql`select b.id, b.name from bodies b where b.id = any(${ids}::uuid[]) order by b.kana, b.id`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function fillTable(
  { code, wording, rows, columns }: CountedTable,
  countsOf: (column: number) => Counted[],
  bodies: ReadonlyMap<string, string>,
): FilledTable {
  const keyed = columns.map((_, c) =>
    countsOf(c).flatMap((count) =>
      rows === 'body'
        ? [{ ...count, key: count.body_id ?? '' }]
        : count.whole
          ? []
          : [{ ...count, key: count.value ?? 'unsaid' }],
    ),
  );
  const keys = rows === null ? [] : orderKeys(rows, new Set(keyed.flat().map(({ key }) => key)), bodies);
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
      wording: rows === 'body' ? (bodies.get(key) ?? key) : sayMark(rows, key),
      cells: columns.map((column, c) =>
        addUp(
          column,
          (keyed[c] ?? []).filter((count) => count.key === key),
        ),
      ),
    })),
    sum: columns.map((column, c) =>
      addUp(
        column,
        countsOf(c).filter(({ whole }) => whole),
      ),
    ),
    unnamed: columns.map((column, c) =>
      column.source === 'none'
        ? null
        : countsOf(c)
            .filter(({ whole }) => whole)
            .reduce((sum, { unnamed }) => sum + unnamed, 0),
    ),
  };
}

function addUp({ source, show }: CountedColumn, counts: readonly Counted[]): number | null {
  return source === 'none' ? null : counts.reduce((sum, count) => sum + count[show], 0);
}

/** What a column counts, in words, as the screen explains it. */
function sayCounted({ source, show }: CountedColumn): string {
  const what = sourceWords[source]();
  if (source === 'none') return what;
  return show === 'persons' ? m.returns_counted_persons({ what }) : m.returns_counted_things({ what });
}

/** Words in the order of their list; what no list knows comes after, what was not said last. */
function orderKeys(
  mark: RowMark | null,
  keys: ReadonlySet<string>,
  bodies: ReadonlyMap<string, string>,
): string[] {
  const known = mark === 'body' ? [...bodies.keys()] : Object.keys(wordsOf(mark));
  const rank = (key: string) => (key === 'unsaid' ? 9_999 : known.includes(key) ? known.indexOf(key) : 9_000);
  return [...keys].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function wordsOf(mark: RowMark | null): Record<string, () => string> {
  switch (mark) {
    case 'way':
      return noteWayWords;
    case 'outcome':
      return noteOutcomeWords;
    case 'with_whom':
      return noteWithWords;
    case 'reason':
      return Object.fromEntries(reasons.map(({ code, word }) => [code, word]));
    case 'standing':
      return { new: m.returns_standing_new, continuing: m.returns_standing_continuing };
    default:
      return {};
  }
}

function sayMark(mark: RowMark | null, key: string): string {
  if (key === 'unsaid') return m.returns_unsaid();
  if (mark === 'reason') return sayCode(reasons, key);
  return wordsOf(mark)[key]?.() ?? key;
}
