import * as z from 'zod';
import { takeTurns } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { findings, type PlanAct, planConferences, planKinds, planStates, whyNotPlan } from './plan-model.ts';

/** A plan (`p`) with its case, its person, what was done with it last, and what the city said to that. */
export const planTables = sql`support_plans p
  join bodies b on b.id = p.holder_id
  left join cases k on k.id = p.case_id
  left join clients c on c.id = p.client_id
  left join plan_closings e on e.plan_id = p.id
  left join lateral (select a.id, a.act from plan_acts a where a.plan_id = p.id
    order by a.acted_at desc, a.id desc limit 1) a on true
  left join support_decisions d on d.proposal_id = a.id and a.act = 'proposed'`;

/** How it stands follows from what was done; nobody sets it. */
export const stateOfPlan = sql`(case
  when e.plan_id is not null then e.outcome
  when a.act = 'started' then case when exists (select from plan_reviews r where r.plan_id = p.id)
    then 'reviewed' else 'in_support' end
  when d.decision is not null then case d.decision when 'yes' then 'decided' when 'no' then 'declined' else 'returned' end
  when a.act = 'proposed' then 'proposed'
  else 'draft' end)`;

/** What the conference that its kind needs said last of the plan as it is written now. */
export const findingOfPlan = sql`(select f.finding from plan_findings f
  where f.plan_id = p.id and f.about = 'plan' and f.version = p.version
    and f.conference_kind = case p.kind when 'self_support' then ${planConferences[0]} else ${planConferences[1]} end
  order by f.written_at desc, f.id desc limit 1)`;

/** Whether the actor works for the body that holds it. */
export const ownPlan = sql`coalesce(p.holder_id = any((select gate.bodies_worked_for())::uuid[]), false)`;

/** Who wrote a row, by name where the actor may know it. `account` is a column. */
export function nameOf(account: Sql): Sql {
  return sql`(select n.name from accounts n where n.id = ${account})`;
}

const standing = z.object({
  id: z.uuid(),
  case_id: z.uuid(),
  client_id: z.uuid(),
  holder_id: z.uuid(),
  holder_name: z.string(),
  own: z.boolean(),
  kind: z.enum(planKinds),
  state: z.enum(planStates),
  version: z.int(),
  trouble: z.string().nullable(),
  written_on: z.string(),
  starts_on: z.string().nullable(),
  ends_on: z.string().nullable(),
  agreed_on: z.string().nullable(),
  finding: z.enum(findings).nullable(),
  /** What was done with it last. */
  act_id: z.uuid().nullable(),
});
export type PlanStanding = z.output<typeof standing>;

/** A plan as it stands, held still until the commit, whoever is given it. */
export async function takePlan(db: Db, id: string): Promise<PlanStanding> {
  await takeTurns(db, id);
  return db.one(
    standing,
    sql`select p.id, p.case_id, p.client_id, p.holder_id, b.name as holder_name, ${ownPlan} as own, p.kind,
        ${stateOfPlan} as state, p.version, p.trouble, p.written_on, p.starts_on, p.ends_on, p.agreed_on,
        ${findingOfPlan} as finding, a.id as act_id
      from ${planTables} where p.id = ${id}`,
  );
}

/**
 * The same, of one's own body and in a state that allows the act.
 *
 * @throws Refusal `refused` with the sentence that the button says too
 */
export async function takeOwnPlan(db: Db, id: string, act: PlanAct): Promise<PlanStanding> {
  const plan = await takePlan(db, id);
  if (!plan.own) throw new Refusal('refused', m.cases_plan_refused_not_ours({ holder: plan.holder_name }));
  const why = whyNotPlan(act, plan.state);
  if (why !== null) throw new Refusal('refused', why);
  return plan;
}
