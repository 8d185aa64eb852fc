import * as z from 'zod';
import { authorOf, dayIn } from '#domains/plan/author.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './committee-api.ts';
import { gradeMeasures } from './measure-grades.ts';
import { readReadiness } from './readiness.ts';
import { bodyJson, measureName, otherPlansOfItem, readHead, readRuleOf } from './reading.ts';
import { correctionsOf } from './structure-queries.ts';

/** The newest gathering of an inquiry that this post may see, with what the committee said. */
export async function readGathering(
  db: Db,
  { id }: ParsedInputOf<typeof api.readGathering>,
  _act: Act,
): Promise<OutputOf<typeof api.readGathering>> {
  const inquiry = await readHead(db, id);
  const rule = await readRuleOf(db, id);
  const gathering = await db.maybe(
    z.object({ id: z.uuid(), number: z.int(), on: z.string(), fixed: z.boolean() }),
    sql`select g.id, g.number, ${dayIn(sql`g.written_at`)} as on,
        exists (select from inquiry_fixings f where f.gathering_id = g.id) as fixed
      from gatherings g where g.inquiry_id = ${id} order by g.number desc limit 1`,
  );
  const opinions = await readOpinions(db, id);
  if (!gathering) return { inquiry, rule, gathering: null, opinions };
  const shape = api.readGathering.output.shape.gathering.unwrap().shape;
  const answers = await db.all(
    shape.answers.element,
    sql`select i.id as item_id, i.project_id, i.number, i.name, ${bodyJson} as body,
        coalesce((select json_agg(k.measure_id) from inquiry_item_links k
          where k.item_id = i.id and k.measure_id is not null), '[]') as measures,
        ${otherPlansOfItem} as other_plans, g.state,
        case when g.answer_id is not null then json_build_object('results', g.results, 'amount', g.amount,
          'grade', g.grade, 'grade_reason', g.grade_reason, 'course', g.course, 'remarks', g.remarks) end as answer,
        coalesce((select json_agg(json_build_object('id', oa.own_item_id, 'said', oa.said, 'number', oa.number)
            order by oi.place)
          from gathered_own_answers oa join gathered_own_items oi using (gathering_id, own_item_id)
          where oa.gathering_id = g.gathering_id and oa.item_id = g.item_id), '[]') as own,
        ${correctionsOf} as corrections
      from gathered_answers g join inquiry_items i on i.id = g.item_id join bodies b on b.id = i.body_id
      where g.gathering_id = ${gathering.id} order by i.number`,
  );
  const measures = await db.all(
    shape.measures.element,
    sql`select s.id, s.number, g.name, g.grade, g.reason
      from gathered_measures g join measures s on s.id = g.measure_id
      where g.gathering_id = ${gathering.id} order by s.number`,
  );
  const own_items = await db.all(
    shape.own_items.element,
    sql`select own_item_id as id, section, label, unit, kind, options from gathered_own_items
      where gathering_id = ${gathering.id} order by place`,
  );
  const { number, on, fixed } = gathering;
  return {
    inquiry,
    rule,
    gathering: { number, on, fixed, own_items, answers, measures },
    opinions,
  };
}

/** What a planner needs to bring an inquiry before the committee, fix it and publish it. */
export async function readCommitteeWork(
  db: Db,
  { id }: ParsedInputOf<typeof api.readCommitteeWork>,
  _act: Act,
): Promise<OutputOf<typeof api.readCommitteeWork>> {
  const inquiry = await readHead(db, id);
  const rule = await readRuleOf(db, id);
  const measures = await gradeMeasures(db, id, rule);
  const { all, confirmed, yearFixed, ungraded } = await readReadiness(db, inquiry, rule, measures);
  const gatherings = await db.all(
    api.readCommitteeWork.output.shape.gatherings.element,
    sql`select g.number, ${dayIn(sql`g.written_at`)} as on,
        (select count(ga.answer_id)::int from gathered_answers ga where ga.gathering_id = g.id) as confirmed,
        (select count(*)::int from gathered_answers ga where ga.gathering_id = g.id) as all
      from gatherings g where g.inquiry_id = ${id} order by g.number desc`,
  );
  return {
    inquiry,
    rule,
    readiness: { all, confirmed, year_fixed: yearFixed, ungraded },
    gatherings,
    measures,
    opinions: await readOpinions(db, id),
  };
}

/** Opinions in the order of the meetings, about the whole before those about a measure. */
function readOpinions(db: Db, inquiry: string): Promise<api.Opinion[]> {
  return db.all(
    api.opinion,
    sql`select o.id, o.committee, o.met_on, o.opinion, g.number as gathering,
        case when s.id is not null then json_build_object('id', s.id, 'plan', mp.code, 'plan_name', mp.name, 'number', s.number,
          'name', ${measureName}) end as measure,
        coalesce((select json_agg(json_build_object('version', r.version, 'reply', r.reply, 'author', ${authorOf(sql`r`)},
          'on', ${dayIn(sql`r.written_at`)}) order by r.version desc) from opinion_replies r where r.opinion_id = o.id),
          '[]') as replies
      from committee_opinions o left join gatherings g on g.id = o.gathering_id
      left join measures s on s.id = o.measure_id left join plans mp on mp.id = s.plan_id
      where o.inquiry_id = ${inquiry} order by o.met_on, s.number nulls first, o.id`,
  );
}
