import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { joinSql, limitTo, sql } from '#platform/sql.ts';
import * as api from './promise-api.ts';

/** The newest first; what one does not find is not said. */
export async function listTried(
  db: Db,
  input: ParsedInputOf<typeof api.listTried>,
  _act: Act,
): Promise<OutputOf<typeof api.listTried>> {
  const [day, id] = input.after?.split('_') ?? [];
  const where = [sql`true`];
  if (input.q)
    where.push(
      sql`search_form(t.words || E'\n' || coalesce(t.more, '')) like '%' || search_form(${input.q}) || '%'`,
    );
  if (input.what) where.push(sql`t.what = ${input.what}`);
  if (input.work) where.push(sql`${input.work} = any(t.works)`);
  if (input.district) where.push(sql`t.district_id = ${input.district}::uuid`);
  if (day && id) where.push(sql`(t.happened_on, t.id) < (${day}::date, ${id}::uuid)`);
  const found = await db.all(
    api.listTried.output.shape.tried.element,
    sql`select t.id, t.what, d.name as district_name, t.words, t.more, t.stage, t.outcome, t.happened_on
      from gate.tried() t join districts d on d.id = t.district_id
      where ${joinSql(where, sql` and `)} order by t.happened_on desc, t.id desc ${limitTo(input.limit + 1)}`,
  );
  const tried = found.slice(0, input.limit);
  const last = tried.at(-1);
  return { tried, next: found.length > input.limit && last ? `${last.happened_on}_${last.id}` : null };
}

/** By plan and measure, what tables did for it. */
export async function listEvidence(
  db: Db,
  input: ParsedInputOf<typeof api.listEvidence>,
  _act: Act,
): Promise<OutputOf<typeof api.listEvidence>> {
  const evidence = await db.all(
    api.listEvidence.output.shape.evidence.element,
    sql`select e.link_id, e.id, e.what, d.name as district_name, e.words, e.more, e.stage, e.outcome,
        e.happened_on, e.measure_id, p.name as plan, p.code as plan_code, s.number, s.name as measure, e.because,
        (e.linked_at at time zone 'Asia/Tokyo')::date as linked_on
      from gate.evidence() e join districts d on d.id = e.district_id join measures s on s.id = e.measure_id
      join plans p on p.id = s.plan_id
      where ${input.measure ? sql`e.measure_id = ${input.measure}::uuid` : sql`true`}
      order by p.first_year desc, s.number, d.sort, e.linked_at, e.link_id`,
  );
  return { evidence };
}
