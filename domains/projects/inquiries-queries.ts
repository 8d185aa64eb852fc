import * as z from 'zod';
import { dayIn } from '#domains/plan/author.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './inquiries-api.ts';
import { owingStates } from './model.ts';
import { ownAnswersOf } from './own-items.ts';
import { inquiryHead, itemState, type OwedAnswer, owedAnswer, type RunningInquiry } from './parts.ts';
import {
  bodyJson,
  headColumns,
  headTables,
  itemTables,
  measuresOfItem,
  newestAnswer,
  readHead,
  readRuleOf,
  stateOfItem,
} from './reading.ts';

type Board = OutputOf<typeof api.readInquiry>;

/** Every rule there was, the newest first. */
export async function listGradingRules(
  db: Db,
  _input: ParsedInputOf<typeof api.listGradingRules>,
  _act: Act,
): Promise<OutputOf<typeof api.listGradingRules>> {
  const rules = await db.all(
    api.listGradingRules.output.shape.rules.element,
    sql`select r.id, r.starts_year, r.grades, r.courses, r.how, r.measure_rule, ${dayIn(sql`r.written_at`)} as on
      from grading_rules r order by r.starts_year desc, r.written_at desc, r.id desc`,
  );
  return { rules };
}

/** Every inquiry, the newest year first, with how many of the projects this post sees stand where. */
export async function listInquiries(
  db: Db,
  _input: ParsedInputOf<typeof api.listInquiries>,
  act: Act,
): Promise<OutputOf<typeof api.listInquiries>> {
  const sees = act.actor.role === 'planner' || act.actor.role === 'section_worker';
  const heads = await db.all(
    inquiryHead,
    sql`select ${headColumns} from ${headTables} order by q.fiscal_year desc, pl.first_year desc, q.id`,
  );
  const counts = await db.all(
    z.object({ inquiry_id: z.uuid(), state: itemState, n: z.int() }),
    sql`select i.inquiry_id, ${stateOfItem} as state, count(*)::int as n from ${itemTables} group by 1, 2 order by 1, 2`,
  );
  return {
    inquiries: heads.map((head) => ({
      ...head,
      counts: sees
        ? Object.fromEntries(
            counts.filter(({ inquiry_id }) => inquiry_id === head.id).map(({ state, n }) => [state, n]),
          )
        : null,
    })),
  };
}

/** An inquiry on its way: every project with its state, every owner with what it owes, the sheets that came back. */
export async function readInquiry(
  db: Db,
  { id }: ParsedInputOf<typeof api.readInquiry>,
  _act: Act,
): Promise<Board> {
  const shape = api.readInquiry.output.shape;
  const inquiry = await readHead(db, id);
  const items = await db.all(
    shape.items.element,
    sql`select i.id, i.project_id, i.number, i.name, ${bodyJson} as body, ${measuresOfItem} as measures,
        ${stateOfItem} as state, ${dayIn(sql`coalesce(v.written_at, a.written_at)`)} as on, a.grade, a.course,
        ${ownAnswersOf(newestAnswer)} as own_answers
      from ${itemTables} where i.inquiry_id = ${id} order by i.number`,
  );
  const reminded = await db.all(
    z.object({ body_id: z.uuid(), n: z.int(), on: z.string() }),
    sql`select r.body_id, count(*)::int as n, ${dayIn(sql`max(r.written_at)`)} as on
      from reminders r where r.inquiry_id = ${id} group by r.body_id`,
  );
  const sheets = await db.all(
    shape.sheets.element,
    sql`select s.id, s.name, s.answered_by, ${dayIn(sql`s.written_at`)} as on,
        exists (select from answer_sheet_takings t where t.sheet_id = s.id) as taken
      from answer_sheets s where s.inquiry_id = ${id} order by s.written_at desc, s.id desc`,
  );
  return { inquiry, rule: await readRuleOf(db, id), items, owners: ownersOf(items, reminded), sheets };
}

/** The owners that were asked, in the order of their first project. */
function ownersOf(
  items: Board['items'],
  reminded: readonly { body_id: string; n: number; on: string }[],
): Board['owners'] {
  return [...Map.groupBy(items, ({ body }) => body.id).entries()].map(([id, own]) => {
    const reminder = reminded.find(({ body_id }) => body_id === id);
    return {
      body: { id, name: own[0]?.body.name ?? '' },
      asked: own.length,
      owing: own.filter(({ state }) => owingStates.includes(state)).length,
      reminders: reminder?.n ?? 0,
      reminded_on: reminder?.on ?? null,
    };
  });
}

/** What the actor's body still owes an answer to, what is due first at the top. */
export async function readOwedAnswers(db: Db): Promise<OwedAnswer[]> {
  return db.all(
    owedAnswer,
    sql`select i.id, i.name, ${stateOfItem} as state, q.id as inquiry_id, q.title, q.due_on,
        (select ${dayIn(sql`max(r.written_at)`)} from reminders r
          where r.inquiry_id = q.id and r.body_id = i.body_id) as reminded_on,
        (select v2.reason from answer_reviews v2 where v2.answer_id = a.id order by v2.number desc limit 1) as reason
      from ${itemTables} join inquiries q on q.id = i.inquiry_id
      where i.body_id = (select gate.actor_body()) and f.inquiry_id is null
        and coalesce(v.kind, a.state, 'waiting') in ('waiting', 'draft', 'returned')
      order by q.due_on, i.number`,
  );
}

/** Inquiries that are not fixed yet, with how many projects stand where. */
export async function readRunningInquiries(db: Db, act: Act): Promise<RunningInquiry[]> {
  const { inquiries } = await listInquiries(db, {}, act);
  return inquiries
    .filter(({ stage }) => stage === 'open')
    .map(({ id, title, due_on, counts }) => ({ id, title, due_on, counts: counts ?? {} }));
}
