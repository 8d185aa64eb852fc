import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { authorColumns, authorValues, refuseUnlessWritten, takeTurns } from './author.ts';
import type * as api from './structure-api.ts';

/** @throws Refusal `refused` when the code is taken; `invalid` when the plan ends before it begins */
export async function createPlan(db: Db, input: ParsedInputOf<typeof api.createPlan>, act: Act) {
  if (input.last_year < input.first_year)
    throw new Refusal('invalid', m.plan_refused_years(), { last_year: m.plan_refused_years() });
  const written = await db.run(
    sql`insert into plans (id, code, name, vision, first_year, last_year, created_at)
      values (${input.id}, ${input.code}, ${input.name}, ${input.vision}, ${input.first_year}, ${input.last_year},
        ${act.now})
      on conflict on constraint plans_code do nothing`,
  );
  refuseUnlessWritten(written, m.plan_refused_code_taken(), 'code');
  await db.run(
    sql`insert into plan_owners (plan_id, body_id, plan_name, position)
      select ${input.id}::uuid, o.body_id, o.plan_name, o.position
      from unnest(${input.owners.map((o) => o.body_id)}::uuid[], ${input.owners.map((o) => o.plan_name)}::text[])
        with ordinality o(body_id, plan_name, position)`,
  );
  return { id: input.id };
}

/** @throws Refusal `refused` when the number is taken */
export async function addChallenge(db: Db, input: ParsedInputOf<typeof api.addChallenge>, _act: Act) {
  const written = await db.run(
    sql`insert into challenges (id, plan_id, number, wording)
      values (${input.id}, ${input.plan_id}, ${input.number}, ${input.wording})
      on conflict on constraint challenges_number do nothing`,
  );
  refuseUnlessWritten(written, m.plan_refused_number_taken({ number: input.number }), 'number');
  return { id: input.id };
}

/** @throws Refusal `refused` when the number is taken */
export async function addMeasureGroup(db: Db, input: ParsedInputOf<typeof api.addMeasureGroup>, _act: Act) {
  const written = await db.run(
    sql`insert into measure_groups (id, plan_id, number, name)
      values (${input.id}, ${input.plan_id}, ${input.number}, ${input.name})
      on conflict on constraint measure_groups_number do nothing`,
  );
  refuseUnlessWritten(written, m.plan_refused_number_taken({ number: input.number }), 'number');
  return { id: input.id };
}

/** @throws Refusal `refused` when the number is taken; `not_found` for a group of another plan */
export async function addMeasure(db: Db, input: ParsedInputOf<typeof api.addMeasure>, _act: Act) {
  const written = await db.run(
    sql`insert into measures (id, plan_id, group_id, number, name)
      values (${input.id}, ${input.plan_id}, ${input.group_id}, ${input.number}, ${input.name})
      on conflict on constraint measures_number do nothing`,
  );
  refuseUnlessWritten(written, m.plan_refused_number_taken({ number: input.number }), 'number');
  return { id: input.id };
}

/** Keeps how the book words or places a measure elsewhere. */
export async function addWording(db: Db, input: ParsedInputOf<typeof api.addWording>, _act: Act) {
  await db.run(
    sql`insert into measure_wordings (id, measure_id, place, wording, group_id)
      values (${input.id}, ${input.measure_id}, ${input.place}, ${input.wording}, ${input.group_id})`,
  );
  return { id: input.id };
}

/** @throws Refusal `refused` when the code is taken; `not_found` for a group of another plan */
export async function addIndicator(db: Db, input: ParsedInputOf<typeof api.addIndicator>, _act: Act) {
  const written = await db.run(
    sql`insert into indicators (id, plan_id, code, group_id, number, wording, unit, decimals, polarity, source)
      values (${input.id}, ${input.plan_id}, ${input.code}, ${input.group_id}, ${input.number}, ${input.wording},
        ${input.unit}, ${input.decimals}, ${input.polarity}, ${input.source})
      on conflict on constraint indicators_code do nothing`,
  );
  refuseUnlessWritten(written, m.plan_refused_code_taken(), 'code');
  return { id: input.id };
}

/**
 * Draws a link as a draft. A link that was taken away may be drawn again.
 *
 * @throws Refusal `refused` when the two are linked already; `not_found` when both ends are not of one plan, or the
 *   next measure is not of another
 */
export async function drawLink(db: Db, input: ParsedInputOf<typeof api.drawLink>, act: Act) {
  await takeTurns(db, input.measure_id);
  const { fitting, taken } = await db.one(
    z.object({ fitting: z.boolean(), taken: z.boolean() }),
    sql`select
        exists (select from challenges c where c.id = ${input.challenge_id} and c.plan_id = s.plan_id)
        or exists (select from measures n where n.id = ${input.next_measure_id} and n.plan_id <> s.plan_id) as fitting,
        exists (select from plan_links l
          where l.measure_id = s.id and l.challenge_id is not distinct from ${input.challenge_id}::uuid
            and l.next_measure_id is not distinct from ${input.next_measure_id}::uuid and l.state <> 'removed'
            and not exists (select from plan_links r where r.replaces = l.id)) as taken
      from measures s where s.id = ${input.measure_id}`,
  );
  if (!fitting) throw refuseNotFound();
  if (taken) throw new Refusal('refused', m.plan_refused_linked());
  await db.run(
    sql`insert into plan_links (id, challenge_id, measure_id, next_measure_id, state, note, drawn_on, ${authorColumns})
      values (${input.id}, ${input.challenge_id}, ${input.measure_id}, ${input.next_measure_id}, 'draft', ${input.note},
        ${act.today}, ${authorValues})`,
  );
  return { id: input.id };
}

/** Turns a draft into a decision: a new row with today's day and the post that decided. */
export async function decideLink(db: Db, input: ParsedInputOf<typeof api.decideLink>, act: Act) {
  return replaceLink(db, { id: input.id, replaces: input.replaces, state: 'decided', note: input.note }, act);
}

/** Takes a link away, draft or decided; what it was stays readable. */
export async function removeLink(db: Db, input: ParsedInputOf<typeof api.removeLink>, act: Act) {
  return replaceLink(
    db,
    { id: input.id, replaces: input.replaces, state: 'removed', note: input.reason },
    act,
  );
}

async function replaceLink(
  db: Db,
  link: { id: string; replaces: string; state: 'decided' | 'removed'; note: string | null },
  act: Act,
) {
  const before = await db.one(
    z.object({ state: z.string() }),
    sql`select state from plan_links where id = ${link.replaces}`,
  );
  const written = await db.run(
    sql`insert into plan_links (id, challenge_id, measure_id, next_measure_id, state, note, replaces, drawn_on,
        ${authorColumns})
      select ${link.id}::uuid, l.challenge_id, l.measure_id, l.next_measure_id, ${link.state}, ${link.note}, l.id,
        ${act.today}::date, ${authorValues}
      from plan_links l where l.id = ${link.replaces} and l.state <> 'removed' and l.state <> ${link.state}
      on conflict on constraint plan_links_replaces do nothing`,
  );
  if (written === 0)
    throw new Refusal(
      'refused',
      before.state === 'draft' ? m.plan_refused_link_changed() : m.plan_refused_link_state(),
    );
  return { id: link.id };
}
