import * as z from 'zod';
import { listItemsOf } from '#domains/items/answering.ts';
import { answers, sayAnswers } from '#domains/items/model.ts';
import { authorOf, dayIn } from '#domains/plan/author.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import * as api from './answers-api.ts';
import { ownAnswersOf } from './own-items.ts';
import {
  bodyJson,
  itemTables,
  measuresOfItem,
  otherPlansOfItem,
  ownGathered,
  readHead,
  readRuleOf,
  stateOfItem,
} from './reading.ts';
import { wordingsOf } from './rule.ts';
import { correctionsOf } from './structure-queries.ts';

type Item = OutputOf<typeof api.readAskedProject>;

const itemRow = api.readAskedProject.output
  .pick({
    id: true,
    project_id: true,
    number: true,
    name: true,
    summary: true,
    body: true,
    measures: true,
    other_plans: true,
    state: true,
    corrections: true,
    next_id: true,
  })
  .extend({ inquiry_id: z.uuid() });

/** A project of an inquiry: what is asked, what was said last year, and every version of the answer. */
export async function readAskedProject(
  db: Db,
  { id }: ParsedInputOf<typeof api.readAskedProject>,
  act: Act,
): Promise<Item> {
  const { inquiry_id, ...item } = await db.one(
    itemRow,
    sql`select i.id, i.inquiry_id, i.project_id, i.number, i.name, i.summary, ${bodyJson} as body,
        ${measuresOfItem} as measures, ${otherPlansOfItem} as other_plans, ${stateOfItem} as state,
        ${correctionsOf} as corrections,
        (select n.id from inquiry_items n where n.inquiry_id = i.inquiry_id and n.number > i.number
          order by n.number limit 1) as next_id
      from ${itemTables} where i.id = ${id}`,
  );
  const inquiry = await readHead(db, inquiry_id);
  const [last] = await readLastYear(db, sql`i.id = ${id}`, act);
  return {
    ...item,
    inquiry,
    rule: await readRuleOf(db, inquiry_id),
    last_year: last ? last.last_year : null,
    versions: await readVersions(db, id),
  };
}

function readVersions(db: Db, item: string): Promise<Item['versions']> {
  return db.all(
    api.readAskedProject.output.shape.versions.element,
    sql`select n.id, n.version, n.state, n.results, n.amount, n.grade, n.grade_reason, n.course, n.remarks, n.answered_by,
        ${ownAnswersOf(sql`n.id`)} as own_answers,
        case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as sheet,
        ${authorOf(sql`n`)} as author, ${dayIn(sql`n.written_at`)} as on,
        coalesce((select json_agg(json_build_object('kind', v.kind, 'reason', v.reason, 'author', ${authorOf(sql`v`)},
          'on', ${dayIn(sql`v.written_at`)}) order by v.number) from answer_reviews v where v.answer_id = n.id), '[]')
          as reviews
      from answers n left join answer_sheets s on s.id = n.sheet_id
      where n.item_id = ${item} order by n.version desc`,
  );
}

const lastRow = z.object({
  item_id: z.uuid(),
  fiscal_year: z.int(),
  fixed: z.boolean(),
  answer: api.readAskedProject.output.shape.last_year.unwrap().shape.answer,
  grades: wordingsOf,
  courses: wordingsOf,
  /** Of what was fixed. */
  own: api.readAskedProject.output.shape.last_year.unwrap().shape.own,
  own_answers: answers,
});

/**
 * What was said of the same projects in the year before: what was fixed or, while that year is not, the newest answer
 * that this post may see. `which` chooses the items, with the alias `i`.
 */
export async function readLastYear(
  db: Db,
  which: Sql,
  act: Act,
): Promise<{ item_id: string; last_year: NonNullable<Item['last_year']> }[]> {
  const rows = await db.all(
    lastRow,
    sql`select i.id as item_id, pq.fiscal_year, g.item_id is not null as fixed, r.grades, r.courses,
        case when g.item_id is not null then json_build_object('results', g.results, 'amount', g.amount,
          'grade', g.grade, 'grade_reason', g.grade_reason, 'course', g.course, 'remarks', g.remarks)
        else json_build_object('results', a.results, 'amount', a.amount, 'grade', a.grade,
          'grade_reason', a.grade_reason, 'course', a.course, 'remarks', a.remarks) end as answer,
        ${ownGathered} as own,
        ${ownAnswersOf(sql`l.id`)} as own_answers
      from inquiry_items i
      join inquiries q on q.id = i.inquiry_id
      join inquiry_items pi on pi.project_id = i.project_id
      join inquiries pq on pq.id = pi.inquiry_id and pq.fiscal_year = q.fiscal_year - 1
      join grading_rules r on r.id = pq.rule_id
      left join inquiry_fixings pf on pf.inquiry_id = pq.id
      left join gathered_answers g on g.gathering_id = pf.gathering_id and g.item_id = pi.id
      left join lateral (select * from answers a where a.item_id = pi.id and a.state = 'answered'
        order by a.version desc limit 1) a on true
      left join lateral (select a.id where g.item_id is null) l on true
      where ${which} and (g.answer_id is not null or a.id is not null)
      order by i.number, pq.id`,
  );
  const items = await listItemsOf(db, 'project_answer');
  return rows.map(({ item_id, grades, courses, own, own_answers, ...said }) => ({
    item_id,
    last_year: {
      ...said,
      own: said.fixed ? own : sayAnswers(items, own_answers, act.today),
      grade_wording: grades.get(said.answer.grade ?? '') ?? null,
      course_wording: courses.get(said.answer.course ?? '') ?? null,
    },
  }));
}
