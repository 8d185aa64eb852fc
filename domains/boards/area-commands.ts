import { listDistricts } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './area-api.ts';
import { readLines } from './area-lines.ts';
import { goesTo, refuseField } from './writing.ts';

/**
 * All lines or none. An older entry of the same day stays, and no longer counts.
 *
 * @throws Refusal `invalid`, saying which lines were not understood; for a day to come
 */
export async function enterAreaFigures(db: Db, input: ParsedInputOf<typeof api.enterAreaFigures>, act: Act) {
  if (input.as_of > act.today) throw refuseField('as_of', m.boards_field_past());
  const { districts } = await listDistricts(db);
  const { rows, wrong } = readLines(input.lines, districts);
  if (wrong.length > 0)
    throw refuseField('lines', m.boards_refused_lines({ lines: wrong.join(m.boards_comma()) }));
  if (rows.length === 0) throw refuseField('lines', m.boards_field_lines());
  const entries = rows.map((row) => ({ ...row, id: mintId() }));
  await db.run(
    sql`insert into area_figures (id, district_id, as_of, source, population, children, aged, old_aged, households, entered_by, entered_at)
      select r.id, r.district_id, ${input.as_of}::date, ${input.source}, r.population, r.children, r.aged, r.old_aged, r.households,
        (select gate.actor_post()), ${act.now}
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        r(id uuid, district_id uuid, population int, children int, aged int, old_aged int, households int)`,
  );
  return { id: input.id };
}

/** @throws Refusal `invalid` for a district out of scope, or a day to come */
export async function writeTie(db: Db, input: ParsedInputOf<typeof api.writeTie>, act: Act) {
  if (!(await goesTo(db, input.district_id))) throw refuseField('district_id', m.boards_field_district());
  if (input.since_on > act.today) throw refuseField('since_on', m.boards_field_past());
  await db.run(
    sql`insert into body_ties (id, district_id, one, other, what, since_on, written_by, written_at)
      values (${input.id}::uuid, ${input.district_id}::uuid, ${input.one}, ${input.other}, ${input.what}, ${input.since_on}::date,
        (select gate.actor_post()), ${act.now})`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found` */
export async function endTie(db: Db, { id }: ParsedInputOf<typeof api.endTie>, act: Act) {
  const written = await db.run(
    sql`update body_ties set ended_on = ${act.today}::date where id = ${id}::uuid and ended_on is null`,
  );
  if (written === 0) throw new Refusal('not_found', m.platform_refused_not_found());
  return { id };
}
