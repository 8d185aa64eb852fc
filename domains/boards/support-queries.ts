import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { joinSql, limitTo, sql } from '#platform/sql.ts';
import * as api from './support-api.ts';

/** The newest entries first. */
export async function listSupports(
  db: Db,
  input: ParsedInputOf<typeof api.listSupports>,
  act: Act,
): Promise<OutputOf<typeof api.listSupports>> {
  const where = [sql`s.withdrawn_at is null`];
  if (input.district) where.push(sql`s.district_id = ${input.district}::uuid`);
  if (input.month) where.push(sql`date_trunc('month', s.supported_on)::date = ${`${input.month}-01`}::date`);
  if (input.kind) where.push(sql`s.kind = ${input.kind}`);
  if (input.after) where.push(sql`s.id < ${input.after}::uuid`);
  const found = await db.all(
    api.listSupports.output.shape.supports.element,
    sql`select s.id, s.district_id, d.name as district_name, s.sort, s.name, s.kind, s.supported_on, s.minutes, s.words, s.noticed,
        s.next_on, s.post_id = ${act.actor.post}::uuid as own
      from board_supports s join districts d on d.id = s.district_id
      where ${joinSql(where, sql` and `)} order by s.id desc ${limitTo(input.limit + 1)}`,
  );
  const supports = found.slice(0, input.limit);
  return { supports, next: found.length > input.limit ? (supports.at(-1)?.id ?? null) : null };
}
