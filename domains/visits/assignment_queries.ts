import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './assignment_api.ts';

/** Who looks in on which household, as far as the actor may see it, the newest assignment first. */
export async function listAssignments(
  db: Db,
  input: ParsedInputOf<typeof api.listAssignments>,
  _act: Act,
): Promise<OutputOf<typeof api.listAssignments>> {
  const row = api.listAssignments.output.shape.assignments.element;
  const household = input.household ?? null;
  const post = input.post ?? null;
  const after = input.after ?? null;
  const found = await db.all(
    row,
    sql`select a.id, a.household_id, h.name as household_name, h.number as household_number, a.post_id, p.role,
        c.name as person, b.name as body, a.starts_on, a.ends_on,
        (select e.why from household_assignment_endings e
          where e.assignment_id = a.id order by e.ended_at desc limit 1) as why_ended
      from household_assignments a
      left join households h on h.id = a.household_id
      left join posts p on p.id = a.post_id
      left join accounts c on c.id = p.account_id
      left join bodies b on b.id = p.body_id
      where (${household}::uuid is null or a.household_id in (
          select x.id from households x where x.id = ${household}::uuid or x.merged_into = ${household}::uuid))
        and (${post}::uuid is null or a.post_id = ${post}::uuid)
        and (${input.when} = 'all' or a.ends_on is null or a.ends_on >= (select gate.today()))
        and (${after}::uuid is null or a.id < ${after}::uuid)
      order by a.id desc
      limit ${input.limit + 1}`,
  );
  const page = found.slice(0, input.limit);
  const whole = household === null && post === null && after === null;
  return {
    assignments: page,
    next: found.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    unassigned: whole ? await countUnassigned(db) : null,
  };
}

async function countUnassigned(db: Db): Promise<number> {
  const { n } = await db.one(
    z.object({ n: z.number() }),
    sql`select count(*) as n from households h
      where h.merged_into is null and h.closed_on is null
        and not exists (select from household_assignments a join households x on x.id = a.household_id
          where coalesce(x.merged_into, x.id) = h.id
            and a.starts_on <= (select gate.today()) and (a.ends_on is null or a.ends_on >= (select gate.today())))`,
  );
  return n;
}
