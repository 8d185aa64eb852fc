import * as z from 'zod';
import { authorColumns, authorValues, refuseUnlessWritten, takeTurns } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { countTables } from './counting.ts';
import { countedTable, filledTable, returnCodes, withLaterRows } from './model.ts';
import { readDefinition } from './queries.ts';

/**
 * Keeps what is counted at this moment as what was sent.
 *
 * @throws Refusal `refused` for a year of which it was sent already; `invalid` for a day to come
 */
export async function submitReturn(db: Db, input: ParsedInputOf<typeof api.submitReturn>, act: Act) {
  if (input.sent_on > act.today)
    throw new Refusal('invalid', m.returns_field_future(), { sent_on: m.returns_field_future() });
  const { version, tables } = await readDefinition(db, input.code, input.fiscal_year);
  const content = { tables: await countTables(db, tables, input.fiscal_year, act) };
  const body = act.actor.role === 'planner' ? null : act.actor.body;
  const written = await db.run(
    sql`insert into submitted_returns (id, code, fiscal_year, body_id, definition_version, content, sent_to, sent_on,
        written_at, ${authorColumns})
      values (${input.id}, ${input.code}, ${input.fiscal_year}, ${body}, ${version}, ${JSON.stringify(content)}::jsonb,
        ${input.sent_to}, ${input.sent_on}, ${act.now}, ${authorValues})
      on conflict do nothing`,
  );
  refuseUnlessWritten(written, m.returns_refused_sent(), 'sent_on');
  return { id: input.id };
}

/** @throws Refusal `invalid` for a cell that the return does not have, and for a figure that changes nothing */
export async function correctReturn(db: Db, input: ParsedInputOf<typeof api.correctReturn>, act: Act) {
  await takeTurns(db, input.return_id);
  const { body_id, code, fiscal_year, content, corrections } = await db.one(
    z.object({
      body_id: z.uuid().nullable(),
      code: z.enum(returnCodes),
      fiscal_year: z.int(),
      content: z.object({ tables: z.array(filledTable) }),
      corrections: z.array(z.object({ cell: z.string(), now: z.int() })),
    }),
    sql`select r.body_id, r.code, r.fiscal_year, r.content, coalesce((select jsonb_agg(jsonb_build_object('cell',
          c.table_code || '/' || coalesce(c.row_key, '') || '/' || c.column_code, 'now', c.now) order by c.written_at, c.id)
        from return_corrections c where c.return_id = r.id), '[]') as corrections
      from submitted_returns r where r.id = ${input.return_id}`,
  );
  const [table = '', row = '', column = ''] = input.cell.split('/');
  const { tables } = await readDefinition(db, code, fiscal_year);
  const now = await countTables(db, tables, fiscal_year, act);
  const sent = findCell(withLaterRows(content.tables, now), table, row, column);
  if (sent === undefined)
    throw new Refusal('invalid', m.returns_field_cell(), { cell: m.returns_field_cell() });
  const was = corrections.findLast(({ cell }) => cell === input.cell)?.now ?? sent;
  if (was === input.now)
    throw new Refusal('invalid', m.returns_refused_same(), { now: m.returns_refused_same() });
  await db.run(
    sql`insert into return_corrections (id, return_id, body_id, table_code, row_key, column_code, was, now, reason,
        written_at, ${authorColumns})
      values (${input.id}, ${input.return_id}, ${body_id}, ${table}, ${row || null}, ${column}, ${was}, ${input.now},
        ${input.reason}, ${act.now}, ${authorValues})`,
  );
  return { id: input.id };
}

/** The figure of a cell; null for one that is not recorded, nothing where there is no such cell. */
function findCell(
  tables: readonly z.output<typeof filledTable>[],
  code: string,
  row: string,
  column: string,
): number | null | undefined {
  const table = tables.find((one) => one.code === code);
  const at = table?.columns.findIndex((one) => one.code === column) ?? -1;
  if (!table || at < 0) return undefined;
  return (row === '' ? table.sum : table.rows.find(({ key }) => key === row)?.cells)?.[at];
}

/** @throws Refusal `refused` when somebody else has written a version meanwhile */
export async function defineReturn(db: Db, input: ParsedInputOf<typeof api.defineReturn>, act: Act) {
  await takeTurns(db, `return:${input.code}`);
  const { version } = await db.one(
    z.object({ version: z.int() }),
    sql`select coalesce(max(version), 0) as version from return_definitions where code = ${input.code}`,
  );
  if (version !== input.after_version) throw new Refusal('refused', m.returns_refused_version());
  await db.run(
    sql`insert into return_definitions (id, code, version, starts_year, tables, note, written_at, ${authorColumns})
      values (${input.id}, ${input.code}, ${version + 1}, ${input.starts_year},
        ${JSON.stringify(z.array(countedTable).parse(input.tables))}::jsonb, ${input.note}, ${act.now}, ${authorValues})`,
  );
  return { id: input.id };
}
