import * as z from 'zod';
import { readStanding, refuseUnlessAllowed } from '#domains/parties/standing.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { addDays, formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './assignment-api.ts';
import { countedIn, worksThere } from './where-it-counts.ts';

/**
 * Assigns a household to a post: from then on that visitor has it on the round. A post of another body, such as a
 * commissioner's, gets a household only where its holder provides the facet "household" to that body.
 *
 * Named rounds of a group need the district's agreement; a commissioner's are the office's own. Nobody is assigned to a household
 * that does not wish to be looked in on.
 *
 * @throws Refusal `refused` when the post is not held at that time, is of another district or does no rounds, when
 *   the provision is missing (the sentence says which), or when the household is assigned to it already
 */
export async function assignHousehold(db: Db, input: ParsedInputOf<typeof api.assignHousehold>, act: Act) {
  const { starts_on, ends_on } = input;
  if (ends_on !== null && ends_on < starts_on) throw refuseEnd(m.visits_refused_assigned_until());
  const facts = await db.maybe(
    assigningFacts,
    sql`with facts as (
        select h.id as household_id, h.holder_id, h.district_id, p.id as post_id, hb.name as holder,
          pb.name as body, p.starts_on as held_from, p.ends_on as held_until,
          h.closed_on is null and h.merged_into is null
            and h.holder_id = any((select gate.holders_served_by_actor('household'))::uuid[]) as stands,
          p.role in ('visitor', 'commissioner', 'gatherer')
            and ${worksThere(sql`p`, sql`h.district_id`, countedIn(sql`h.district_id`, sql`${starts_on}::date`))} as fits,
          p.starts_on <= ${starts_on}::date
            and (p.ends_on is null or p.ends_on >= coalesce(${ends_on}::date, ${starts_on}::date)) as held,
          p.body_id = h.holder_id
            or exists (select from district_takeovers t where t.body_id = h.holder_id and t.into_body_id = p.body_id
              and t.starts_on <= ${starts_on}::date)
            or exists (select from provisions v
            where v.holder_id = h.holder_id and v.receiver_id = p.body_id and 'household' = any(v.facets)
              and v.starts_on <= ${starts_on}::date and (v.ends_on is null or v.ends_on >= ${starts_on}::date)
              and not exists (select from provision_withdrawals w where w.provision_id = v.id)) as provided,
          exists (select from household_assignments o
            where o.household_id = h.id and o.post_id = p.id
              and (o.ends_on is null or o.ends_on >= ${starts_on}::date)
              and (${ends_on}::date is null or o.starts_on <= ${ends_on}::date)) as assigned,
          p.role = 'commissioner' or coalesce((select r.agreed from round_agreements r
            where r.district_id = h.district_id and r.starts_on <= ${starts_on}::date
            order by r.starts_on desc, r.set_at desc, r.id desc limit 1), false) as agreed,
          coalesce((select w.wished from visit_wishes w where w.household_id = h.id order by w.heard_at desc limit 1),
            true) as wished
        from households h
        join bodies hb on hb.id = h.holder_id
        join posts p on p.id = ${input.post_id}::uuid
        join bodies pb on pb.id = p.body_id
        where h.id = ${input.household_id}::uuid),
      written as (insert into household_assignments (id, household_id, post_id, starts_on, ends_on, assigned_by,
          assigned_at, holder_id, district_id)
        select ${input.id}::uuid, household_id, post_id, ${starts_on}::date, ${ends_on}::date,
          (select gate.actor_account()), ${act.now}, holder_id, district_id
        from facts where stands and fits and held and provided and agreed and wished and not assigned
        on conflict (household_id, post_id) where ends_on is null do nothing
        returning id)
      select holder, body, held_from, held_until, stands, fits, held, provided, agreed, wished, exists (select from written) as written
      from facts`,
  );
  if (!facts) throw refuseNotFound();
  if (!facts.written) throw await explainNotAssigned(db, input.household_id, facts);
  return { id: input.id };
}

const assigningFacts = z.object({
  holder: z.string(),
  body: z.string(),
  held_from: z.string(),
  held_until: z.string().nullable(),
  stands: z.boolean(),
  fits: z.boolean(),
  held: z.boolean(),
  provided: z.boolean(),
  agreed: z.boolean(),
  wished: z.boolean(),
  written: z.boolean(),
});

async function explainNotAssigned(
  db: Db,
  household: string,
  facts: z.output<typeof assigningFacts>,
): Promise<Refusal> {
  if (!facts.stands) refuseUnlessAllowed(await readStanding(db, household), 'assign');
  if (!facts.fits) return new Refusal('refused', m.visits_refused_post_does_no_rounds());
  if (!facts.held) {
    const from = formatDay(facts.held_from);
    return new Refusal(
      'refused',
      facts.held_until === null
        ? m.visits_refused_post_from({ from })
        : m.visits_refused_post_term({ from, until: formatDay(facts.held_until) }),
    );
  }
  if (!facts.provided) return new Refusal('refused', m.visits_refused_not_provided(facts));
  if (!facts.agreed) return new Refusal('refused', m.visits_refused_not_agreed());
  if (!facts.wished) return new Refusal('refused', m.visits_refused_not_wished());
  return new Refusal('refused', m.visits_refused_assigned_already());
}

function refuseEnd(sentence: string): Refusal {
  return new Refusal('invalid', sentence, { ends_on: sentence });
}

/**
 * Ends an assignment on a day, which may be to come. What a visitor recorded stays.
 *
 * @throws Refusal `refused` when it is over already
 */
export async function endAssignment(db: Db, input: ParsedInputOf<typeof api.endAssignment>, act: Act) {
  const found = await db.maybe(
    z.object({ household_id: z.uuid(), begun: z.boolean(), over: z.boolean(), written: z.boolean() }),
    sql`with facts as (select id, household_id, ends_on, starts_on - 1 <= ${input.ends_on}::date as begun,
          coalesce(ends_on < (select gate.today()), false) as over
        from household_assignments where id = ${input.id}::uuid),
      ended as (update household_assignments a set ends_on = ${input.ends_on}::date
        from facts where a.id = facts.id and facts.begun and not facts.over
        returning a.id, a.ends_on, facts.ends_on as ends_on_before, a.holder_id, a.district_id),
      ending as (${keepEndings(input.why, act)})
      select household_id, begun, over, exists (select from ended) as written from facts`,
  );
  if (!found) throw refuseNotFound();
  if (found.written) return { id: input.id, household_id: found.household_id };
  refuseUnlessAllowed(await readStanding(db, found.household_id), 'assign');
  if (found.over) throw new Refusal('refused', m.visits_refused_assignment_over());
  throw refuseEnd(m.visits_refused_assigned_until());
}

/** The expression that keeps why the rows `ended` ended. */
function keepEndings(why: api.AssignmentEnd, act: Act): Sql {
  return sql`insert into household_assignment_endings (assignment_id, ends_on, why, ended_by, ended_at, holder_id,
      district_id, ends_on_before)
    select id, ends_on, ${why}, (select gate.actor_account()), ${act.now}, holder_id, district_id, ends_on_before from ended`;
}

/** Listens to the end of a post: its round ends with it. Runs as the administrator, who sees these rows only. */
export async function endAssignmentsOfPost(
  db: Db,
  { post, ends_on }: { readonly post: string; readonly ends_on: string },
  act: Act,
): Promise<void> {
  await db.run(endAssignmentsWhere(sql`post_id = ${post}::uuid`, ends_on, 'post_ended', act));
}

/** Listens to a post being followed by another: its round passes to the successor, from that one's first day. */
export async function passRoundOn(
  db: Db,
  {
    post,
    successor,
    starts_on,
  }: { readonly post: string; readonly successor: string; readonly starts_on: string },
  act: Act,
): Promise<void> {
  const passing = await db.all(
    z.object({ id: z.uuid() }),
    sql`select id from household_assignments
      where post_id = ${post}::uuid and (ends_on is null or ends_on >= ${starts_on}::date) order by id`,
  );
  await db.run(sql`insert into household_assignments (id, household_id, post_id, starts_on, ends_on, assigned_by, assigned_at,
      holder_id, district_id)
    select n.new_id, a.household_id, ${successor}::uuid, greatest(a.starts_on, ${starts_on}::date), a.ends_on,
      (select gate.actor_account()), ${act.now}, a.holder_id, a.district_id
    from unnest(${passing.map(({ id }) => id)}::uuid[], ${passing.map(() => mintId())}::uuid[]) n(old_id, new_id)
    join household_assignments a on a.id = n.old_id`);
  await db.run(endAssignmentsWhere(sql`post_id = ${post}::uuid`, addDays(starts_on, -1), 'succeeded', act));
}

/** Listens to the end of a post being withdrawn: what ended with it goes on as it was. */
export async function resumeAssignmentsOfPost(
  db: Db,
  { post, ended_on }: { readonly post: string; readonly ended_on: string },
): Promise<void> {
  await db.run(sql`update household_assignments a set ends_on = e.ends_on_before
    from (select distinct on (assignment_id) assignment_id, ends_on, ends_on_before, why
      from household_assignment_endings order by assignment_id, ended_at desc) e
    where a.post_id = ${post}::uuid and e.assignment_id = a.id and e.why in ('post_ended', 'succeeded')
      and e.ends_on = a.ends_on and a.ends_on >= least(${ended_on}::date, a.starts_on - 1)`);
}

/** Listens to households that moved away or were closed: nobody looks in on them any longer. */
export async function endAssignmentsOfHouseholds(
  db: Db,
  { households, on }: { readonly households: readonly string[]; readonly on: string },
  act: Act,
): Promise<void> {
  await db.run(
    endAssignmentsWhere(sql`household_id = any(${[...households]}::uuid[])`, on, 'household_closed', act),
  );
}

/** One that has not begun on that day never begins. */
function endAssignmentsWhere(condition: Sql, on: string, why: api.AssignmentEnd, act: Act): Sql {
  return sql`with old as (select id, ends_on from household_assignments
      where ${condition} and (ends_on is null or ends_on > ${on}::date)),
    ended as (update household_assignments a set ends_on = greatest(${on}::date, a.starts_on - 1)
      from old where a.id = old.id
      returning a.id, a.ends_on, old.ends_on as ends_on_before, a.holder_id, a.district_id)
    ${keepEndings(why, act)}`;
}
