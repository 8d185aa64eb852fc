import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { joinSql, sql } from '#platform/sql.ts';
import * as api from './assignment-api.ts';

/** Who looks in on which household, as far as the actor may see it, the newest assignment first. */
export async function listAssignments(
  db: Db,
  input: ParsedInputOf<typeof api.listAssignments>,
  act: Act,
): Promise<OutputOf<typeof api.listAssignments>> {
  const row = api.listAssignments.output.shape.assignments.element;
  const conditions = [
    isVisitor(act) ? sql`a.post_id = any((select gate.posts_of_actor())::uuid[])` : sql`true`,
  ];
  if (input.household)
    conditions.push(sql`a.household_id = any(array(select x.id from households x
      where x.opens_as = (select k.opens_as from households k
        where k.id = ${input.household}::uuid)))`);
  if (input.post) conditions.push(sql`a.post_id = ${input.post}::uuid`);
  if (input.when === 'today') conditions.push(sql`(a.ends_on is null or a.ends_on >= (select gate.today()))`);
  if (input.after) conditions.push(sql`a.id < ${input.after}::uuid`);
  const found = await db.all(
    row,
    sql`with picked as materialized (select a.* from household_assignments a
        where ${joinSql(conditions, sql` and `)} order by a.id desc limit ${input.limit + 1})
      select a.id, a.household_id, h.name as household_name, h.number as household_number, a.post_id, p.role,
        c.name as person, b.name as body, a.starts_on, a.ends_on,
        (select e.why from household_assignment_endings e
          where e.assignment_id = a.id and e.ends_on = a.ends_on order by e.ended_at desc limit 1) as why_ended
      from picked a
      left join households h on h.id = a.household_id
      left join posts p on p.id = a.post_id
      left join accounts c on c.id = p.account_id
      left join bodies b on b.id = p.body_id
      order by a.id desc`,
  );
  const page = found.slice(0, input.limit);
  return { assignments: page, next: found.length > input.limit ? (page.at(-1)?.id ?? null) : null };
}

/** Visitors are led to their own round; which rows they see is the gate's to decide all the same. */
function isVisitor({ actor }: Act): boolean {
  return actor.role === 'visitor' || actor.role === 'commissioner';
}
