import * as z from 'zod';
import { type CodeList, wordingOn } from '#domains/codes/model.ts';
import { listCodes } from '#domains/codes/queries.ts';
import { authorOf, dayIn } from '#domains/plan/author.ts';
import type { Act } from '#platform/act.ts';
import { daysOfFiscalYear, fiscalYearOf } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { countTables } from './counting.ts';
import { usualTables } from './definitions.ts';
import { countedTable, filledTable, type ReturnCode, returnCodes } from './model.ts';

export { printReturn } from './print.ts';

/** The running year and the two before. */
export async function listReturns(
  db: Db,
  _input: ParsedInputOf<typeof api.listReturns>,
  act: Act,
): Promise<OutputOf<typeof api.listReturns>> {
  const newest = fiscalYearOf(act.today);
  const sent = await db.all(
    z.object({ code: z.string(), fiscal_year: z.int(), sent_on: z.string() }),
    sql`select r.code, r.fiscal_year, r.sent_on from submitted_returns r where ${ownReturn(act)}`,
  );
  const returns = [newest, newest - 1, newest - 2].flatMap((fiscal_year) =>
    returnCodes.map((code) => ({
      code,
      fiscal_year,
      sent_on: sent.find((one) => one.code === code && one.fiscal_year === fiscal_year)?.sent_on ?? null,
    })),
  );
  return { returns };
}

/** The town's returns for a planner, the own body's for a window. */
function ownReturn(act: Act) {
  return act.actor.role === 'planner' ? sql`r.body_id is null` : sql`r.body_id = (select gate.actor_body())`;
}

const definition = z.object({
  version: z.int(),
  starts_year: z.int().nullable(),
  note: z.string().nullable(),
  author: api.readReturn.output.shape.definition.shape.author,
  tables: z.array(countedTable),
});

/** What is counted in a year: the newest definition that had begun, or the usual one. */
export async function readDefinition(db: Db, code: ReturnCode, fiscalYear: number) {
  const found = await db.maybe(
    definition,
    sql`select d.version, d.starts_year, d.note, ${authorOf(sql`d`)} as author, d.tables
      from return_definitions d where d.code = ${code} and d.starts_year <= ${fiscalYear}::int
      order by d.version desc limit 1`,
  );
  return found ?? { version: 0, starts_year: null, note: null, author: null, tables: usualTables(code) };
}

export async function listReturnDefinitions(
  db: Db,
  { code }: ParsedInputOf<typeof api.listReturnDefinitions>,
  act: Act,
): Promise<OutputOf<typeof api.listReturnDefinitions>> {
  const written = await db.all(
    api.listReturnDefinitions.output.shape.definitions.element,
    sql`select d.version, d.starts_year, d.note, ${authorOf(sql`d`)} as author, ${dayIn(sql`d.written_at`)} as written_on,
        d.tables
      from return_definitions d where d.code = ${code} order by d.version desc`,
  );
  const usual = { version: 0, starts_year: null, note: null, author: null, written_on: null };
  const conferences = await db.all(
    api.listReturnDefinitions.output.shape.conferences.element,
    sql`select distinct on (k.code) k.code, k.name from conference_kinds k order by k.code, k.starts_on desc`,
  );
  const { entries } = await listCodes(db, {}, act);
  const listed = (list: CodeList) =>
    entries
      .filter((entry) => entry.list === list)
      .map((entry) => ({ code: entry.code, name: wordingOn(entry, act.today) }));
  return {
    definitions: [...written, { ...usual, tables: usualTables(code) }],
    conferences,
    ways: listed('way'),
    withs: listed('with_whom'),
  };
}

export async function readReturn(
  db: Db,
  { code, fiscal_year }: ParsedInputOf<typeof api.readReturn>,
  act: Act,
): Promise<OutputOf<typeof api.readReturn>> {
  const { tables, ...said } = await readDefinition(db, code, fiscal_year);
  return {
    code,
    fiscal_year,
    running: daysOfFiscalYear(fiscal_year).last >= act.today,
    body: act.actor.role === 'planner' ? null : await readBodyName(db),
    definition: said,
    tables: await countTables(db, tables, fiscal_year, act),
    submitted: await readSubmitted(db, code, fiscal_year, act),
  };
}

async function readBodyName(db: Db): Promise<string> {
  const { name } = await db.one(
    z.object({ name: z.string() }),
    sql`select name from bodies where id = (select gate.actor_body())`,
  );
  return name;
}

const kept = z.object({ content: z.object({ tables: z.array(filledTable) }) });

async function readSubmitted(db: Db, code: string, fiscalYear: number, act: Act) {
  const shape = api.readReturn.output.shape.submitted.unwrap();
  const found = await db.maybe(
    shape.omit({ tables: true }).extend(kept.shape),
    sql`select r.id, r.sent_to, r.sent_on, r.definition_version, ${authorOf(sql`r`)} as author,
        ${dayIn(sql`r.written_at`)} as on, r.content,
        coalesce((select json_agg(json_build_object('id', c.id, 'table_code', c.table_code, 'row_key', c.row_key,
            'column_code', c.column_code, 'was', c.was, 'now', c.now, 'reason', c.reason,
            'author', ${authorOf(sql`c`)}, 'on', ${dayIn(sql`c.written_at`)}) order by c.written_at, c.id)
          from return_corrections c where c.return_id = r.id), '[]') as corrections
      from submitted_returns r
      where r.code = ${code} and r.fiscal_year = ${fiscalYear}::int and ${ownReturn(act)}`,
  );
  if (!found) return null;
  const { content, ...rest } = found;
  return { ...rest, tables: content.tables };
}
