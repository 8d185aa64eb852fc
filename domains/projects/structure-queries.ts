import * as z from 'zod';
import { authorOf, dayIn } from '#domains/plan/author.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { linksOn, standingOn } from './owners.ts';
import { bodyJson, measureName, ownGathered } from './reading.ts';
import { wordingsOf } from './rule.ts';
import * as api from './structure-api.ts';

type Project = OutputOf<typeof api.readProject>;

/** Every other plan that projects are linked to, with how many are today. */
export async function listOtherPlans(
  db: Db,
  _input: ParsedInputOf<typeof api.listOtherPlans>,
  act: Act,
): Promise<OutputOf<typeof api.listOtherPlans>> {
  const other_plans = await db.all(
    api.listOtherPlans.output.shape.other_plans.element,
    sql`select op.id, op.name, op.legal_basis, op.first_year, op.last_year,
        (select count(*)::int from projects p where exists (select from ${linksOn(act.today)}
          and l.other_plan_id = op.id)) as projects
      from other_plans op order by op.name`,
  );
  return { other_plans };
}

/** Projects as they stand today, by number. */
export async function listProjects(
  db: Db,
  input: ParsedInputOf<typeof api.listProjects>,
  act: Act,
): Promise<OutputOf<typeof api.listProjects>> {
  const { measure = null, body = null, other_plan = null } = input;
  const rows = await db.all(
    api.listProjects.output.shape.projects.element,
    sql`select p.id, p.number, w.name, w.summary, p.starts_on, e.ends_on,
        case when b.id is not null then ${bodyJson} end as body,
        coalesce((select json_agg(json_build_object('id', s.id, 'plan', mp.code, 'plan_name', mp.name, 'number', s.number,
            'name', ${measureName}) order by mp.first_year, s.number)
          from measures s join plans mp on mp.id = s.plan_id
          where s.id in (select l.measure_id from ${linksOn(act.today)})), '[]') as measures,
        coalesce((select json_agg(json_build_object('id', op.id, 'name', op.name) order by op.name)
          from other_plans op where op.id in (select l.other_plan_id from ${linksOn(act.today)})), '[]') as other_plans
      from ${standingOn(act.today)}
      left join bodies b on b.id = o.body_id
      where p.number > ${input.after}
        and (${input.ended} = 'with' or e.ends_on is null or e.ends_on >= ${act.today}::date)
        and (${body}::uuid is null or o.body_id = ${body}::uuid)
        and (${measure}::uuid is null or exists (select from ${linksOn(act.today)} and l.measure_id = ${measure}::uuid))
        and (${other_plan}::uuid is null
          or exists (select from ${linksOn(act.today)} and l.other_plan_id = ${other_plan}::uuid))
      order by p.number limit ${input.limit + 1}`,
  );
  const page = rows.slice(0, input.limit);
  return { projects: page, next: rows.length > input.limit ? (page.at(-1)?.number ?? null) : null };
}

/** A project with every wording, owner and link it had, and its fixed years. */
export async function readProject(
  db: Db,
  { id }: ParsedInputOf<typeof api.readProject>,
  _act: Act,
): Promise<Project> {
  const shape = api.readProject.output.shape;
  const head = await db.one(
    api.readProject.output.pick({ id: true, number: true, starts_on: true, ending: true }),
    sql`select p.id, p.number, p.starts_on, case when e.project_id is not null then json_build_object(
        'ends_on', e.ends_on, 'reason', e.reason, 'author', ${authorOf(sql`e`)}) end as ending
      from projects p left join project_endings e on e.project_id = p.id where p.id = ${id}`,
  );
  const wordings = await db.all(
    shape.wordings.element,
    sql`select w.version, w.name, w.summary, ${authorOf(sql`w`)} as author, ${dayIn(sql`w.written_at`)} as on
      from project_wordings w where w.project_id = ${id} order by w.version desc`,
  );
  const owners = await db.all(
    shape.owners.element,
    sql`select o.id, ${bodyJson} as body, o.starts_on, ${authorOf(sql`o`)} as author
      from project_owners o join bodies b on b.id = o.body_id where o.project_id = ${id} order by o.starts_on desc`,
  );
  const links = await db.all(
    shape.links.element,
    sql`select l.id, case when s.id is not null then json_build_object('id', s.id, 'plan', mp.code, 'plan_name', mp.name, 'number', s.number,
          'name', ${measureName}) end as measure,
        case when op.id is not null then json_build_object('id', op.id, 'name', op.name) end as other_plan,
        l.starts_on, case when le.link_id is not null then json_build_object('ends_on', le.ends_on,
          'reason', le.reason) end as ending, ${authorOf(sql`l`)} as author
      from project_links l
      left join project_link_endings le on le.link_id = l.id
      left join measures s on s.id = l.measure_id left join plans mp on mp.id = s.plan_id
      left join other_plans op on op.id = l.other_plan_id
      where l.project_id = ${id} order by mp.first_year, s.number, op.name, l.starts_on`,
  );
  return { ...head, wordings, owners, links, years: await readYears(db, id) };
}

/** What was fixed of a project, year by year, in the words of the rule of each year. */
async function readYears(db: Db, project: string): Promise<Project['years']> {
  const { grade_wording, course_wording, ...year } = api.readProject.output.shape.years.element.shape;
  const rows = await db.all(
    z.object({ ...year, grades: wordingsOf, courses: wordingsOf }),
    sql`select q.fiscal_year, i.id as item_id, q.title, ${bodyJson} as body, r.grades, r.courses,
        json_build_object('results', g.results, 'amount', g.amount, 'grade', g.grade, 'grade_reason', g.grade_reason,
          'course', g.course, 'remarks', g.remarks) as answer, ${ownGathered} as own,
        ${correctionsOf} as corrections
      from inquiry_fixings f
      join inquiries q on q.id = f.inquiry_id
      join grading_rules r on r.id = q.rule_id
      join inquiry_items i on i.inquiry_id = q.id and i.project_id = ${project}
      join bodies b on b.id = i.body_id
      join gathered_answers g on g.gathering_id = f.gathering_id and g.item_id = i.id
      order by q.fiscal_year desc, q.id`,
  );
  return rows.map(({ grades, courses, ...row }) => ({
    ...row,
    grade_wording: grades.get(row.answer.grade ?? '') ?? null,
    course_wording: courses.get(row.answer.course ?? '') ?? null,
  }));
}

/** What was said beside a fixed answer, oldest first; `i` is the item. */
export const correctionsOf = sql`coalesce((select json_agg(json_build_object('correction', k.correction,
    'reason', k.reason, 'author', ${authorOf(sql`k`)}, 'on', ${dayIn(sql`k.written_at`)}) order by k.written_at, k.id)
  from answer_corrections k where k.item_id = i.id), '[]')`;
