import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { limitTo, type Sql, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { readCode } from './model.ts';

export { printRoundSheet } from './print.ts';

const own = sql`s.post_id = (select gate.actor_post())`;

/** The newest first. */
export async function listRoundSheets(
  db: Db,
  input: ParsedInputOf<typeof api.listRoundSheets>,
  _act: Act,
): Promise<OutputOf<typeof api.listRoundSheets>> {
  const found = await db.all(
    api.listRoundSheets.output.shape.sheets.element,
    sql`select s.id, s.code, a.name as visitor_name, ${own} as own, s.made_on,
        (select count(*)::int from round_sheet_lines l where l.sheet_id = s.id) as lines,
        (select count(*)::int from round_sheet_entries e where e.sheet_id = s.id) as entered
      from round_sheets s left join posts p on p.id = s.post_id left join accounts a on a.id = p.account_id
      where ${input.after ?? null}::uuid is null or s.id < ${input.after ?? null}::uuid
      order by s.id desc ${limitTo(input.limit + 1)}`,
  );
  const sheets = found.slice(0, input.limit);
  return { sheets, next: found.length > input.limit ? (sheets.at(-1)?.id ?? null) : null };
}

/**
 * A sheet by the code that is printed on it: its lines, and beside each what the same visitor recorded there already.
 *
 * @throws Refusal `not_found`
 */
export async function readRoundSheet(
  db: Db,
  { code }: ParsedInputOf<typeof api.readRoundSheet>,
  _act: Act,
): Promise<OutputOf<typeof api.readRoundSheet>> {
  const sheet = await db.one(
    api.readRoundSheet.output.omit({ lines: true }),
    sql`select s.id, s.code, a.name as visitor_name, ${own} as own, s.made_on
      from round_sheets s left join posts p on p.id = s.post_id left join accounts a on a.id = p.account_id
      where s.code = ${readCode(code)} order by s.id limit 1`,
  );
  const lines = await db.all(
    api.readRoundSheet.output.shape.lines.element,
    sql`select l.n, h.opens_as as household_id, h.name as household_name, ${visitsOf(sql`l`, sql`h`)} as visits,
        case when e.visit_id is not null then jsonb_build_object('visit_id', e.visit_id, 'was_there', e.was_there,
          'entered_by_name', w.name, 'entered_on', (e.entered_at at time zone 'Asia/Tokyo')::date) end as entry
      from round_sheet_lines l
      join round_sheets s on s.id = l.sheet_id
      join households h on h.id = l.household_id
      left join round_sheet_entries e on e.sheet_id = l.sheet_id and e.n = l.n
      left join accounts w on w.id = e.entered_by
      where l.sheet_id = ${sheet.id}::uuid order by l.n`,
  );
  return { ...sheet, lines };
}

/** What the visitor of line `l` recorded at household `h`, from a month before the sheet was made. */
function visitsOf(l: Sql, h: Sql): Sql {
  return sql`coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'visited_on', v.visited_on, 'channel', v.channel,
        'contact', v.contact, 'condition', v.condition, 'note', v.note,
        'by_visitor', coalesce(v.recorded_by = (select p.account_id from posts p where p.id = v.post_id), false))
      order by v.visited_on desc, v.id desc)
    from visits v join households k on k.id = v.household_id
    where k.opens_as = ${h}.opens_as and v.post_id = ${l}.post_id and v.visited_on >= s.made_on - 31
      and not exists (select from encounter_withdrawals w where w.encounter_id = v.id)), '[]'::jsonb)`;
}

/** What stands on the paper of a sheet, for who prints it. */
export async function readSheetToPrint(db: Db, id: string) {
  const sheet = await db.one(
    z.object({
      code: z.string(),
      post_id: z.uuid(),
      visitor_name: z.string().nullable(),
      made_on: z.string(),
    }),
    sql`select s.code, s.post_id, a.name as visitor_name, s.made_on
      from round_sheets s left join posts p on p.id = s.post_id left join accounts a on a.id = p.account_id
      where s.id = ${id}::uuid`,
  );
  const lines = await db.all(
    z.object({ n: z.int(), household_id: z.uuid() }),
    sql`select l.n, h.opens_as as household_id from round_sheet_lines l join households h on h.id = l.household_id
      where l.sheet_id = ${id}::uuid order by l.n`,
  );
  return { ...sheet, lines };
}
