import * as z from 'zod';
import { writeEncounter } from '#domains/encounters/commands.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';

/**
 * Records one visit: the visit, its encounter with who gave and who received, and the running count, in one
 * statement. A visit to an entry that was merged stays with the entry it was written for.
 *
 * @throws Refusal `invalid` for a day to come or a fixed year without a reason; `not_found` for a household
 *   outside the actor's reach
 */
export async function recordVisit(db: Db, input: ParsedInputOf<typeof api.recordVisit>, act: Act) {
  if (input.visited_on > act.today)
    throw new Refusal('invalid', m.visits_refused_future(), { visited_on: m.visits_refused_future() });
  const { written } = await db.one(
    z.object({ written: z.int() }),
    sql`with place as (
        select h.district_id, h.holder_id, p.id as post_id, p.role, p.body_id as group_id, a.party_id
        from households h
        join posts p on p.id = coalesce(${input.for_post}::uuid, (select gate.actor_post()))
          and p.starts_on <= ${input.visited_on}::date
          and (p.ends_on is null or p.ends_on >= ${input.visited_on}::date)
        left join accounts a on a.id = p.account_id
        where h.id = ${input.household_id}),
      ${writeEncounter({
        id: input.id,
        kind: 'visit',
        occurredOn: input.visited_on,
        channel: input.channel,
        contact: input.contact,
        recordedAt: act.now,
        lateReason: input.late_reason,
      })},
      visit as (insert into visits (id, household_id, visited_on, visited_at, minutes, channel, contact, condition,
          next_step, note, post_id, recorded_by, recorded_at, holder_id, district_id)
        select ${input.id}::uuid, ${input.household_id}::uuid, ${input.visited_on}::date, ${input.visited_at}::time,
          ${input.minutes}::int, ${input.channel}, ${input.contact}, ${input.condition}, ${input.next_step},
          ${input.note}, a.post_id, (select gate.actor_account()), ${act.now}, a.holder_id, a.district_id
        from allowed a),
      taking_part as (insert into encounter_parties (encounter_id, position, party_id, household_id, gave, received,
          holder_id, district_id, post_id)
        select ${input.id}::uuid, v.position, v.party_id, v.household_id, v.gave, v.received, a.holder_id,
          a.district_id, a.post_id
        from allowed a
        cross join lateral (values
          (1, a.party_id, null::uuid, true, false),
          (2, null::uuid, ${input.household_id}::uuid, false, true)) v(position, party_id, household_id, gave, received)),
      along as (insert into visit_companions (visit_id, post_id, holder_id, district_id, recorder_post_id)
        select ${input.id}::uuid, c.post_id, a.holder_id, a.district_id, a.post_id
        from allowed a cross join unnest(${input.companions}::uuid[]) c(post_id))
      select count(*)::int as written from allowed`,
  );
  if (written === 0) throw await explainNothingWritten(db, input);
  return { id: input.id };
}

async function explainNothingWritten(db: Db, input: ParsedInputOf<typeof api.recordVisit>): Promise<Refusal> {
  const seen = await db.maybe(
    z.object({ there: z.literal(true) }),
    sql`select true as there from households h
      join posts p on p.id = coalesce(${input.for_post}::uuid, (select gate.actor_post()))
      where h.id = ${input.household_id} and p.starts_on <= ${input.visited_on}::date
        and (p.ends_on is null or p.ends_on >= ${input.visited_on}::date)`,
  );
  if (!seen) return refuseNotFound();
  return new Refusal('invalid', m.visits_refused_fixed(), { late_reason: m.visits_field_late_reason() });
}
