import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './round-api.ts';

/** @throws Refusal `not_found` for a district whose group the actor does not keep records for */
export async function setRoundAgreement(
  db: Db,
  input: ParsedInputOf<typeof api.setRoundAgreement>,
  act: Act,
) {
  const written = await db.run(
    sql`insert into round_agreements (id, district_id, group_id, agreed, starts_on, words, set_by, set_at)
      select ${input.id}, b.district_id, b.id, ${input.agreed}, ${input.starts_on}::date, ${input.words}, ${act.actor.account}, ${act.now}
      from bodies b where b.kind = 'district_council' and b.district_id = ${input.district_id}::uuid
        and b.district_id = any((select gate.districts_gathered())::uuid[])
        and b.id = any((select gate.holders_served_by_actor('household'))::uuid[])
      order by b.sort limit 1`,
  );
  if (written === 0) throw refuseNotFound();
  return { id: input.id };
}

/**
 * What a household said about being looked in on. Not wishing it is an answer like any other: nobody is assigned anew then.
 *
 * @throws Refusal `invalid` for a day to come; `not_found` for a household outside the actor's reach
 */
export async function hearVisitWish(db: Db, input: ParsedInputOf<typeof api.hearVisitWish>, act: Act) {
  if (input.heard_on > act.today)
    throw new Refusal('invalid', m.visits_field_wish_on(), { heard_on: m.visits_field_wish_on() });
  const wished = input.every !== 'not_wished';
  const written = await db.run(
    sql`insert into visit_wishes (household_id, heard_at, wished, every, channel, words, heard_on, heard_by, post_id, holder_id,
        district_id)
      select h.id, ${act.now}, ${wished}, ${wished ? input.every : null}, ${wished ? input.channel : null}, ${input.words},
        ${input.heard_on}::date, ${act.actor.account}, ${act.actor.post}, h.holder_id, h.district_id
      from households h where h.id = ${input.household_id}::uuid`,
  );
  if (written === 0) throw refuseNotFound();
  return { household_id: input.household_id };
}
