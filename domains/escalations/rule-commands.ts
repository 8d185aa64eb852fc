import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './rule-api.ts';

/** @throws Refusal `not_found` for a district that is not there */
export async function setUnmetRule(db: Db, input: ParsedInputOf<typeof api.setUnmetRule>, act: Act) {
  const written = await db.run(
    sql`insert into unmet_rules (id, rule, district_id, n, set_by, set_at)
      select ${input.id}, ${input.rule}, d.id, ${input.n}::smallint, ${act.actor.account}, ${act.now}
      from (select ${input.district_id}::uuid as id) d
      where d.id is null or exists (select from districts x where x.id = d.id)`,
  );
  if (written === 0) throw refuseNotFound();
  return { id: input.id };
}

/** @throws Refusal `not_found` for a household outside the actor's reach */
export async function switchUnmet(db: Db, input: ParsedInputOf<typeof api.switchUnmet>, act: Act) {
  const written = await db.run(
    sql`insert into unmet_switches (household_id, set_at, quiet, why, set_by, post_id, holder_id, district_id)
      select h.id, ${act.now}, ${input.quiet}, ${input.why}, ${act.actor.account}, ${act.actor.post}, h.holder_id, h.district_id
      from households h where h.id = ${input.household_id}::uuid`,
  );
  if (written === 0) throw refuseNotFound();
  return { household_id: input.household_id };
}
