import { type Sql, sql } from '#platform/sql.ts';
import type { WordedPart } from './model.ts';

/**
 * The wording of a part of a plan that holds: the newest version, or the one its row began with.
 *
 * @param plan the plan's id, as a column @param id the part's id, as a column @param first the wording of its row
 */
export function wordingNow(part: WordedPart, { plan, id, first }: { plan: Sql; id: Sql; first: Sql }): Sql {
  return sql`coalesce((select w.wording from plan_rewordings w
    where w.plan_id = ${plan} and w.part = ${part} and w.part_id = ${id} order by w.version desc limit 1), ${first})`;
}

/** Every part of a plan that can be reworded, with the wording it began with, in the order of the book. */
export function wordedPartsOf(plan: string): Sql {
  return sql`(
    select 1 as sort, 'vision' as part, id as part_id, 1 as number, null as body, vision as wording
      from plans where id = ${plan}::uuid
    union all select 2, 'owner', o.body_id, o.position, b.name, o.plan_name
      from plan_owners o join bodies b on b.id = o.body_id where o.plan_id = ${plan}::uuid
    union all select 3, 'challenge', id, number, null, wording from challenges where plan_id = ${plan}::uuid
    union all select 4, 'group', id, number, null, name from measure_groups where plan_id = ${plan}::uuid
    union all select 5, 'measure', id, number, null, name from measures where plan_id = ${plan}::uuid)`;
}
