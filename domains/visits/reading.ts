import * as z from 'zod';
import { modeInForce } from '#domains/encounters/tally.ts';
import { answersOf } from '#domains/items/answering.ts';
import { answeredLike, answerMatches, type ItemCondition } from '#domains/items/filter.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { joinSql, limitTo, planAnew, type Sql, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import type { Condition } from './model.ts';

type ListInput = ParsedInputOf<typeof api.listVisits>;

/** What every reading of a visit shows: `v` is the visit, joined with whose it was and where. */
const shownWith = (
  withdrawn: Sql,
) => sql`v.id, v.household_id, h.name as household_name, v.district_id, v.post_id, a.name as visitor_name,
  v.visited_on, to_char(v.visited_at, 'HH24:MI') as visited_at, v.minutes, v.channel, v.contact, v.condition, v.next_step,
  v.note, v.post_id = (select gate.actor_post()) as own, ${withdrawn} as withdrawn, v.version,
  ${answersOf(sql`visit_answers`, sql`a.visit_id = v.id`)} as answers`;
const joined = sql`left join households h on h.id = v.household_id
  left join posts p on p.id = v.post_id
  left join accounts a on a.id = p.account_id`;
/** The withdrawal `w`, where the visit may have been withdrawn. */
const withdrawals = {
  join: sql`left join encounter_withdrawals w on w.encounter_id = v.id`,
  is: sql`w.encounter_id is not null`,
};

/** Visits the actor may see, newest first, by key: the next page starts after (day, id) of the last row. */
export async function listVisits(
  db: Db,
  input: ListInput,
  act: Act,
): Promise<OutputOf<typeof api.listVisits>> {
  const withWithdrawn = input.withdrawn === 'with';
  const query = sql`select ${shownWith(withWithdrawn ? withdrawals.is : sql`false`)}
      from (select f.id, f.visited_on from (${reach(input, act)}) f
        order by f.visited_on desc, f.id desc ${limitTo(input.limit + 1)}) f
      join visits v on v.id = f.id
      ${joined}
      ${withWithdrawn ? withdrawals.join : sql``}
      order by v.visited_on desc, v.id desc`;
  // How many answers lie between two numbers or days is known of these numbers, and guessed of any.
  const ranged = input.items?.some(({ from, until }) => from !== undefined || until !== undefined);
  const found = await db.all(api.listVisits.output.shape.visits.element, ranged ? planAnew(query) : query);
  const visits = found.slice(0, input.limit);
  const last = visits.at(-1);
  return { visits, next: found.length > input.limit && last ? `${last.visited_on}_${last.id}` : null };
}

/**
 * Ids and days of the newest visits, taken from one index after the other: by household, by post or by district. The
 * gate's own condition is an "or" over all three, which no index can serve in order; so the reader's way in is said
 * here, and the gate decides each row it brings.
 */
function reach(input: ListInput, act: Act): Sql {
  const gathers =
    !act.actor.finishing && (act.actor.role === 'gatherer' || act.actor.role === 'council_officer');
  const [first, ...others] = input.items ?? [];
  if (gathers && first && !input.household && !input.post) return reachByAnswer(input, first, others);
  const where = [
    ...conditionsOf(input),
    ...answeredLike(sql`visit_answers`, sql`a.visit_id = v.id`, input.items ?? []),
  ];
  const from = (start: Sql): Sql => sql`select v.id, v.visited_on from visits v
    where ${joinSql([start, ...where], sql` and `)}
    order by v.visited_on desc, v.id desc ${limitTo(input.limit + 1)}`;
  if (input.household) {
    // Entries that were found to be one household are read as one.
    return sql`select v.* from (select ${input.household}::uuid as id
        union select h.id from households k join households h on h.opens_as = k.opens_as
        where k.id = ${input.household}::uuid) one
      cross join lateral (${from(sql`v.household_id = one.id`)}) v`;
  }
  if (input.post) return from(sql`v.post_id = ${input.post}::uuid`);
  if (gathers) {
    return sql`select v.* from unnest((select gate.districts_of_actor())) d(id)
      cross join lateral (${from(sql`v.district_id = d.id`)}) v`;
  }
  return sql`select v.* from unnest((select gate.households_of_actor())) h(id)
      cross join lateral (${from(sql`v.household_id = h.id`)}) v
    union (${from(sql`v.post_id = (select gate.actor_post())`)})`;
}

/**
 * By the first condition on an own item: what was answered so is read, the newest first, and not every visit. An answer
 * has the day and the gate of its visit, so that the visit itself is read only where something else is asked of it. All
 * that match have the one option or none: named first in the order, it lets the index over items and options serve a
 * number that many have, as the index of the numbers serves one that few have.
 */
function reachByAnswer(input: ListInput, first: ItemCondition, others: readonly ItemCondition[]): Sql {
  const more = input.channel || input.contact || input.condition;
  const where = [...conditionsOf(input), ...answeredLike(sql`visit_answers`, sql`a.visit_id = v.id`, others)];
  return sql`select f.* from unnest((select gate.districts_gathered())) d(id)
    cross join lateral (select v.id, v.visited_on
      from (select a.visit_id as id, a.visited_on, a.district_id, a.option_id${more ? sql`, x.channel, x.contact, x.condition` : sql``}
        from visit_answers a ${more ? sql`join visits x on x.id = a.visit_id` : sql``}
        where a.district_id = d.id and ${answerMatches(first)}) v
      ${where.length > 0 ? sql`where ${joinSql(where, sql` and `)}` : sql``}
      order by v.option_id desc, v.visited_on desc, v.id desc ${limitTo(input.limit + 1)}) f`;
}

/** Written out, so that the index over the few worrying visits serves. */
const ofCondition: Record<Condition, Sql> = {
  usual: sql`v.condition = 'usual'`,
  concern: sql`v.condition = 'concern'`,
  alarm: sql`v.condition = 'alarm'`,
};

function conditionsOf(input: ListInput): Sql[] {
  const where: Sql[] = [];
  if (input.district) where.push(sql`v.district_id = ${input.district}::uuid`);
  if (input.from) where.push(sql`v.visited_on >= ${input.from}::date`);
  if (input.until) where.push(sql`v.visited_on <= ${input.until}::date`);
  if (input.channel) where.push(sql`v.channel = ${input.channel}`);
  if (input.contact) where.push(sql`v.contact = ${input.contact}`);
  if (input.condition) where.push(ofCondition[input.condition]);
  if (input.withdrawn === 'without')
    where.push(sql`not exists (select from encounter_withdrawals w where w.encounter_id = v.id)`);
  const [day, id] = input.after?.split('_') ?? [];
  if (day && id) where.push(sql`(v.visited_on, v.id) < (${day}::date, ${id}::uuid)`);
  return where;
}

const readRow = api.readVisit.output.omit({ companions: true, versions: true, withdrawal: true }).extend({
  withdrawn_reason: z.string().nullable(),
  withdrawn_on: z.string().nullable(),
});

/** One visit with what it said before, who came along, and whether it counts. */
export async function readVisit(
  db: Db,
  input: ParsedInputOf<typeof api.readVisit>,
  _act: Act,
): Promise<OutputOf<typeof api.readVisit>> {
  const { withdrawn_reason, withdrawn_on, ...visit } = await db.one(
    readRow,
    sql`select ${shownWith(withdrawals.is)}, case when v.recorded_by <> p.account_id then r.name end as written_by_name,
        to_char(v.recorded_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as recorded_on, e.late_reason,
        w.reason as withdrawn_reason, to_char(w.withdrawn_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as withdrawn_on,
        v.post_id = (select gate.actor_post()) or ((select gate.actor_role()) in ('gatherer', 'council_officer')
          and v.district_id = any((select gate.districts_of_actor())::uuid[])
          and v.holder_id = any((select gate.holders_served_by_actor('visit'))::uuid[])) as changeable,
        exists (select from visit_photos f where f.visit_id = v.id) as has_photo,
        w.encounter_id is null and ${modeInForce(sql`cell`)} = 'single' as counts
      from visits v
      ${joined}
      ${withdrawals.join}
      left join accounts r on r.id = v.recorded_by
      left join encounters e on e.id = v.id
      cross join lateral (select v.district_id, coalesce(e.group_id, v.holder_id) as group_id, 'visit' as kind,
          date_trunc('month', v.visited_on)::date as month) cell
      where v.id = ${input.id}::uuid`,
  );
  const companions = await db.all(
    z.object({ post_id: z.uuid(), name: z.string().nullable() }),
    sql`select c.post_id, a.name from visit_companions c
      left join posts p on p.id = c.post_id
      left join accounts a on a.id = p.account_id
      where c.visit_id = ${input.id}::uuid
      order by c.post_id`,
  );
  const versions = await db.all(
    api.readVisit.output.shape.versions.element,
    sql`select version, said, reason, to_char(corrected_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as corrected_on
      from visit_versions where visit_id = ${input.id}::uuid
      order by version desc`,
  );
  const withdrawal =
    withdrawn_reason === null || withdrawn_on === null ? null : { reason: withdrawn_reason, withdrawn_on };
  return { ...visit, companions, versions, withdrawal };
}
