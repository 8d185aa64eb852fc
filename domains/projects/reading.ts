import { dayIn } from '#domains/plan/author.ts';
import { wordingNow } from '#domains/plan/wordings.ts';
import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { type InquiryHead, inquiryHead, type Rule, rule } from './parts.ts';

/** The name of a measure as it is worded now; `s` is the measure. */
export const measureName = wordingNow('measure', { plan: sql`s.plan_id`, id: sql`s.id`, first: sql`s.name` });

/** The measures an item belongs to as JSON, in the order of the plans; `i` is the item. */
export const measuresOfItem = sql`coalesce((select json_agg(json_build_object('id', s.id, 'plan', mp.code, 'plan_name', mp.name,
    'number', s.number, 'name', ${measureName}) order by mp.first_year, s.number)
  from inquiry_item_links k join measures s on s.id = k.measure_id join plans mp on mp.id = s.plan_id
  where k.item_id = i.id), '[]')`;

export const otherPlansOfItem = sql`coalesce((select json_agg(json_build_object('id', op.id, 'name', op.name) order by op.name)
  from inquiry_item_links k join other_plans op on op.id = k.other_plan_id where k.item_id = i.id), '[]')`;

/** Columns of an inquiry in short: `q` the inquiry, `f` its fixing, `u` its publication, `pl` its plan. */
export const headColumns = sql`q.id, q.fiscal_year, q.title, q.instruction, q.due_on, ${dayIn(sql`q.written_at`)} as sent_on,
  json_build_object('id', pl.id, 'code', pl.code, 'name', pl.name) as plan,
  case when u.inquiry_id is not null then 'published' when f.inquiry_id is not null then 'fixed' else 'open' end as stage,
  ${dayIn(sql`f.written_at`)} as fixed_on, ${dayIn(sql`u.written_at`)} as published_on`;

export const headTables = sql`inquiries q join plans pl on pl.id = q.plan_id
  left join inquiry_fixings f on f.inquiry_id = q.id left join inquiry_publications u on u.inquiry_id = q.id`;

export async function readHead(db: Db, id: string): Promise<InquiryHead> {
  return db.one(inquiryHead, sql`select ${headColumns} from ${headTables} where q.id = ${id}`);
}

/** The rule an inquiry was sent under. */
export async function readRuleOf(db: Db, inquiry: string): Promise<Rule> {
  return db.one(
    rule,
    sql`select r.id, r.starts_year, r.grades, r.courses, r.how, r.measure_rule
      from grading_rules r join inquiries q on q.rule_id = r.id where q.id = ${inquiry}`,
  );
}

/**
 * The items of inquiries with the newest version of their answer (`a`) and the newest review of it (`v`), for posts that
 * see answers on their way.
 */
export const itemTables: Sql = sql`inquiry_items i
  join bodies b on b.id = i.body_id
  left join inquiry_fixings f on f.inquiry_id = i.inquiry_id
  left join inquiry_publications u on u.inquiry_id = i.inquiry_id
  left join lateral (select a.* from answers a where a.item_id = i.id order by a.version desc limit 1) a on true
  left join lateral (select v.kind, v.written_at from answer_reviews v where v.answer_id = a.id
    order by v.number desc limit 1) v on true`;

/** The state of an item of `itemTables`. */
export const stateOfItem: Sql = sql`case when u.inquiry_id is not null then 'published'
  when f.inquiry_id is not null then 'fixed' else coalesce(v.kind, a.state, 'waiting') end`;

/** What a gathered answer `g` says to the town's own items, in the words of then, as JSON. */
export const ownGathered: Sql = sql`coalesce((select json_agg(json_build_object('label', oi.label,
    'said', array_to_string(oa.said, ${m.items_between()})) order by oi.place)
  from gathered_own_answers oa join gathered_own_items oi using (gathering_id, own_item_id)
  where oa.gathering_id = g.gathering_id and oa.item_id = g.item_id), '[]')`;

/** The id of the newest version of an item of `itemTables`, by a name that a statement inside another can use. */
export const newestAnswer: Sql = sql`(select n.id from answers n where n.item_id = i.id order by n.version desc limit 1)`;

/** Json of a body with the alias `b`. */
export const bodyJson: Sql = sql`json_build_object('id', b.id, 'name', b.name)`;
