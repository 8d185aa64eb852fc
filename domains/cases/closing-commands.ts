import * as z from 'zod';
import { refuseUnknownCodes } from '#domains/codes/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type { CaseState } from './case-model.ts';
import type * as api from './closing-api.ts';
import { takeCaseAlong } from './plan-case.ts';
import { refuseDay } from './plan-commands.ts';
import type { Outcome } from './plan-model.ts';
import { takeOwnPlan } from './plan-reading.ts';

/** Where a case goes when the one open plan in it is over. */
const caseAfter: Record<Outcome, CaseState> = {
  ended: 'ended',
  replanned: 'plan_draft',
  broken_off: 'discontinued',
};

/**
 * Writes the evaluation that ends a plan. What is evaluated are goals, never the person.
 *
 * @throws Refusal `invalid` while a goal is not said to be reached or not, unless it is broken off before support began
 */
export async function closePlan(db: Db, input: ParsedInputOf<typeof api.closePlan>, act: Act) {
  const plan = await takeOwnPlan(db, input.plan_id, 'close');
  refuseDay(input.closed_on, { from: plan.written_on, until: act.today }, 'closed_on');
  const began = plan.state === 'in_support' || plan.state === 'reviewed';
  if (!began && input.outcome === 'ended') {
    const says = m.cases_closing_refused_not_begun();
    throw new Refusal('invalid', says, { outcome: says });
  }
  const { closed_on, reason } = input;
  await refuseUnknownCodes(
    db,
    closed_on,
    [
      { field: 'reason', list: 'ending', codes: [reason] },
      { field: 'changes', list: 'change', codes: input.changes },
    ],
    act,
  );
  const goals = await db.all(
    z.object({ id: z.uuid() }),
    sql`select id from plan_goals where plan_id = ${plan.id} order by position`,
  );
  const said = new Set(input.attainments.map(({ goal_id }) => goal_id));
  const fields = goals.flatMap(({ id }, i) =>
    began && !said.has(id) ? [[`attainments.${i}.attained`, m.cases_closing_field_attained()]] : [],
  );
  if (fields.length > 0)
    throw new Refusal('invalid', m.cases_closing_field_attained(), Object.fromEntries(fields));
  await db.run(
    sql`insert into plan_closings (plan_id, outcome, closed_on, reason, changes, remains, own_words, found, afterwards,
        closed_by, post_id, closed_at, client_id, holder_id)
      values (${plan.id}, ${input.outcome}, ${input.closed_on}, ${input.reason}, ${input.changes}, ${input.remains},
        ${input.own_words}, ${input.found}, ${input.afterwards}, (select gate.actor_account()),
        (select gate.actor_post()), ${act.now}, ${plan.client_id}, ${plan.holder_id})`,
  );
  await db.run(
    sql`insert into goal_attainments (goal_id, plan_id, attained, words, client_id, holder_id)
      select g.id, g.plan_id, t.attained, t.words, g.client_id, g.holder_id
      from jsonb_to_recordset(${JSON.stringify(input.attainments)}::jsonb) t(goal_id uuid, attained text, words text)
      join plan_goals g on g.id = t.goal_id and g.plan_id = ${plan.id}`,
  );
  await takeCaseAlong(db, plan, ['evaluation', caseAfter[input.outcome]], act);
  return { id: plan.id, client_id: plan.client_id };
}
