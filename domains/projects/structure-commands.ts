import * as z from 'zod';
import { authorColumns, authorValues, refuseUnlessWritten } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import { refuseBody } from './owners.ts';
import type * as api from './structure-api.ts';

/** Names another plan of the town, so that projects can be linked to it. */
export async function addOtherPlan(db: Db, input: ParsedInputOf<typeof api.addOtherPlan>, act: Act) {
  const { first_year, last_year } = input;
  if (first_year !== null && last_year !== null && last_year < first_year)
    throw new Refusal('invalid', m.projects_refused_years(), { last_year: m.projects_refused_years() });
  const added =
    await db.run(sql`insert into other_plans (id, name, legal_basis, first_year, last_year, written_at,
      ${authorColumns})
    values (${input.id}, ${input.name}, ${input.legal_basis}, ${first_year}, ${last_year}, ${act.now}, ${authorValues})
    on conflict on constraint other_plans_name do nothing`);
  refuseUnlessWritten(added, m.projects_refused_other_plan_taken(), 'name');
  return { id: input.id };
}

/**
 * Adds a project with its wording, its owner and what it belongs to.
 *
 * @throws Refusal `refused` for a number that is taken; `invalid` for an owner that answers no inquiries
 */
export async function addProject(db: Db, input: ParsedInputOf<typeof api.addProject>, act: Act) {
  await refuseBody(db, input.body_id);
  const added = await db.run(sql`insert into projects (id, number, starts_on, written_at, ${authorColumns})
    values (${input.id}, ${input.number}, ${input.starts_on}, ${act.now}, ${authorValues})
    on conflict on constraint projects_number do nothing`);
  refuseUnlessWritten(added, m.projects_refused_number_taken({ number: input.number }), 'number');
  await db.run(sql`insert into project_wordings (project_id, version, name, summary, written_at, ${authorColumns})
    values (${input.id}, 1, ${input.name}, ${input.summary}, ${act.now}, ${authorValues})`);
  await db.run(sql`insert into project_owners (id, project_id, body_id, starts_on, written_at, ${authorColumns})
    values (${mintId()}, ${input.id}, ${input.body_id}, ${input.starts_on}, ${act.now}, ${authorValues})`);
  const ends = [
    ...input.measure_ids.map((id) => ({ measure: id, plan: null })),
    ...input.other_plan_ids.map((id) => ({ measure: null, plan: id })),
  ];
  for (const end of ends)
    await writeLink(db, { id: mintId(), project: input.id, from: input.starts_on, ...end }, act);
  return { id: input.id };
}

/** Words a project anew; what it was called before stays readable, and what was asked keeps its wording. */
export async function rewordProject(db: Db, input: ParsedInputOf<typeof api.rewordProject>, act: Act) {
  const written = await db.run(
    sql`insert into project_wordings (project_id, version, name, summary, written_at, ${authorColumns})
      select ${input.project_id}::uuid, ${input.after_version + 1}::int, ${input.name}, ${input.summary}, ${act.now},
        ${authorValues}
      where ${input.after_version} = (select max(w.version) from project_wordings w
        where w.project_id = ${input.project_id})
      on conflict on constraint project_wordings_version do nothing`,
  );
  if (written === 0) throw new Refusal('refused', m.projects_refused_version());
  return {};
}

/** Gives a project to another owner from a day on. An inquiry that has been sent stays with whoever was asked. */
export async function moveProject(db: Db, input: ParsedInputOf<typeof api.moveProject>, act: Act) {
  await refuseBody(db, input.body_id);
  const moved = await db.run(
    sql`insert into project_owners (id, project_id, body_id, starts_on, written_at, ${authorColumns})
      select ${input.id}::uuid, p.id, ${input.body_id}::uuid, ${input.starts_on}::date, ${act.now}, ${authorValues}
      from projects p where p.id = ${input.project_id} and p.starts_on <= ${input.starts_on}::date
      on conflict on constraint project_owners_day do nothing`,
  );
  refuseUnlessWritten(moved, m.projects_refused_owner_day(), 'starts_on');
  return { id: input.id };
}

/** Links a project to one more measure or other plan from a day on. */
export async function linkProject(db: Db, input: ParsedInputOf<typeof api.linkProject>, act: Act) {
  const id = input.to.slice(input.to.indexOf(':') + 1);
  const end = input.to.startsWith('measure:') ? { measure: id, plan: null } : { measure: null, plan: id };
  const link = { id: input.id, project: input.project_id, from: input.starts_on, ...end };
  await writeLink(db, link, act);
  return { id: input.id };
}

async function writeLink(
  db: Db,
  link: { id: string; project: string; measure: string | null; plan: string | null; from: string },
  act: Act,
): Promise<void> {
  const { linked } = await db.one(
    z.object({ linked: z.boolean() }),
    sql`select exists (select from project_links l left join project_link_endings e on e.link_id = l.id
      where l.project_id = ${link.project} and l.measure_id is not distinct from ${link.measure}::uuid
        and l.other_plan_id is not distinct from ${link.plan}::uuid
        and (e.ends_on is null or e.ends_on >= ${link.from}::date)) as linked`,
  );
  if (linked) throw new Refusal('refused', m.projects_refused_linked(), { to: m.projects_refused_linked() });
  await db.run(
    sql`insert into project_links (id, project_id, measure_id, other_plan_id, starts_on, written_at, ${authorColumns})
      values (${link.id}, ${link.project}, ${link.measure}, ${link.plan}, ${link.from}, ${act.now}, ${authorValues})`,
  );
}

/** Ends a link; that there was one stays readable. */
export async function endProjectLink(db: Db, input: ParsedInputOf<typeof api.endProjectLink>, act: Act) {
  const ended = await db.run(
    sql`insert into project_link_endings (link_id, ends_on, reason, written_at, ${authorColumns})
      select l.id, ${input.ends_on}::date, ${input.reason}, ${act.now}, ${authorValues}
      from project_links l where l.id = ${input.link_id} and l.starts_on <= ${input.ends_on}::date
      on conflict (link_id) do nothing`,
  );
  refuseUnlessWritten(ended, m.projects_refused_ending(), 'ends_on');
  return {};
}

/** Ends a project: from the year after its last day no inquiry asks about it. */
export async function endProject(db: Db, input: ParsedInputOf<typeof api.endProject>, act: Act) {
  const ended = await db.run(
    sql`insert into project_endings (project_id, ends_on, reason, written_at, ${authorColumns})
      select p.id, ${input.ends_on}::date, ${input.reason}, ${act.now}, ${authorValues}
      from projects p where p.id = ${input.project_id} and p.starts_on <= ${input.ends_on}::date
      on conflict (project_id) do nothing`,
  );
  refuseUnlessWritten(ended, m.projects_refused_ending(), 'ends_on');
  return {};
}
