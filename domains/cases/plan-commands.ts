import * as z from 'zod';
import { refuseUnknownCodes } from '#domains/codes/queries.ts';
import { takeTurns } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './plan-api.ts';
import { takeCaseAlong } from './plan-case.ts';
import { checkContent, keepPlanVersion, writeParts } from './plan-content.ts';
import { whyNotDecide, whyNotPropose } from './plan-model.ts';
import { type PlanStanding, planTables, stateOfPlan, takeOwnPlan, takePlan } from './plan-reading.ts';

const done = ({ id, client_id }: PlanStanding) => ({ id, client_id });

/**
 * Begins a plan. Of one person in a case one plan is open at a time; the next is a re-plan.
 *
 * @throws Refusal `refused` while another plan of the person is open; `not_found` for whoever is no member of the case
 */
export async function draftPlan(db: Db, input: ParsedInputOf<typeof api.draftPlan>, act: Act) {
  await takeTurns(db, input.client_id);
  await checkContent(db, input, act.today, act);
  const { holder_id, open, before } = await db.one(
    z.object({ holder_id: z.uuid(), open: z.int(), before: z.int() }),
    sql`select m.holder_id,
        (select count(*)::int from ${planTables} where p.case_id = m.case_id and p.client_id = m.client_id
          and ${stateOfPlan} not in ('ended', 'replanned', 'broken_off')) as open,
        (select count(*)::int from support_plans p where p.case_id = m.case_id and p.client_id = m.client_id) as before
      from case_members m
      where m.case_id = ${input.case_id} and m.client_id = ${input.client_id} and m.left_on is null
        and m.holder_id = any((select gate.bodies_worked_for())::uuid[])`,
  );
  if (open > 0) throw new Refusal('refused', m.cases_plan_refused_another());
  await db.run(
    sql`insert into support_plans (id, case_id, client_id, kind, number, trouble, written_on, starts_on, ends_on,
        next_review_on, written_by, post_id, written_at, holder_id)
      values (${input.id}, ${input.case_id}, ${input.client_id}, ${input.kind}, ${before}, ${input.trouble}, ${act.today},
        ${input.starts_on}, ${input.ends_on}, ${input.next_review_on}, (select gate.actor_account()),
        (select gate.actor_post()), ${act.now}, ${holder_id})`,
  );
  await writeParts(db, { ...input, holder_id });
  await takeCaseAlong(db, input, ['plan_draft'], act);
  return { id: input.id, client_id: input.client_id };
}

/**
 * Writes a plan anew. What it said before stays readable; what the person had agreed to was the version before, so the
 * agreement is asked for again.
 *
 * @throws Refusal `refused` once it has been put forward, and when somebody else has rewritten it meanwhile
 */
export async function rewritePlan(db: Db, input: ParsedInputOf<typeof api.rewritePlan>, act: Act) {
  const plan = await takeOwnPlan(db, input.plan_id, 'rewrite');
  if (plan.version !== input.version) throw new Refusal('refused', m.cases_plan_refused_version());
  await checkContent(db, input, plan.written_on, act);
  await keepPlanVersion(db, plan, act);
  await db.run(
    sql`update support_plans set kind = ${input.kind}, trouble = ${input.trouble}, starts_on = ${input.starts_on},
        ends_on = ${input.ends_on}, next_review_on = ${input.next_review_on}, agreed_way = null, agreed_on = null,
        version = version + 1
      where id = ${plan.id}`,
  );
  await writeParts(db, { ...input, id: plan.id, client_id: plan.client_id, holder_id: plan.holder_id });
  return done(plan);
}

/** @throws Refusal `invalid` for a day before the plan was written or to come, or a way that is not offered on that day */
export async function recordAgreement(db: Db, input: ParsedInputOf<typeof api.recordAgreement>, act: Act) {
  const plan = await takeOwnPlan(db, input.plan_id, 'agree');
  refuseDay(input.agreed_on, { from: plan.written_on, until: act.today }, 'agreed_on');
  const used = [{ field: 'agreed_way', list: 'consent_way', codes: [input.agreed_way] }] as const;
  await refuseUnknownCodes(db, input.agreed_on, used, act);
  await db.run(
    sql`update support_plans set agreed_way = ${input.agreed_way}, agreed_on = ${input.agreed_on} where id = ${plan.id}`,
  );
  return done(plan);
}

/** @throws Refusal `refused` for a plan that lacks something, and for a version that is not the newest */
export async function proposePlan(db: Db, input: ParsedInputOf<typeof api.proposePlan>, act: Act) {
  const plan = await takeOwnPlan(db, input.plan_id, 'propose');
  if (plan.version !== input.version) throw new Refusal('refused', m.cases_plan_refused_version());
  const ids = z.object({ id: z.uuid() });
  const why = whyNotPropose({
    ...plan,
    goals: await db.all(ids, sql`select id from plan_goals where plan_id = ${plan.id}`),
    steps: await db.all(ids, sql`select id from plan_steps where plan_id = ${plan.id}`),
  });
  if (why !== null) throw new Refusal('refused', why);
  await writeAct(db, plan, { id: input.id, act: 'proposed', acted_on: act.today, words: input.words }, act);
  await takeCaseAlong(db, plan, ['conference_review'], act);
  return done(plan);
}

export async function takeBackPlan(db: Db, input: ParsedInputOf<typeof api.takeBackPlan>, act: Act) {
  const plan = await takeOwnPlan(db, input.plan_id, 'take_back');
  await writeAct(db, plan, { id: input.id, act: 'taken_back', acted_on: act.today, words: input.words }, act);
  await takeCaseAlong(db, plan, ['plan_draft'], act);
  return done(plan);
}

/** @throws Refusal `invalid` for a day to come */
export async function recordFinding(db: Db, input: ParsedInputOf<typeof api.recordFinding>, act: Act) {
  const plan = await takeOwnPlan(db, input.plan_id, 'find');
  refuseDay(input.held_on, { until: act.today }, 'held_on');
  await db.run(
    sql`insert into plan_findings (id, plan_id, about, version, conference_kind, held_on, item_id, finding, words,
        written_by, post_id, written_at, client_id, holder_id)
      values (${input.id}, ${plan.id}, 'plan', ${plan.version}, ${input.conference_kind}, ${input.held_on},
        ${input.item_id}, ${input.finding}, ${input.words}, (select gate.actor_account()), (select gate.actor_post()),
        ${act.now}, ${plan.client_id}, ${plan.holder_id})`,
  );
  return done(plan);
}

/**
 * 支援決定. A yes needs the finding of the conference and the person's agreement; a plan can be sent back without them.
 *
 * @throws Refusal `refused` with what is missing; `not_found` for a plan that is not given to the city section
 */
export async function decideSupport(db: Db, input: ParsedInputOf<typeof api.decideSupport>, act: Act) {
  const plan = await takePlan(db, input.plan_id);
  const why = whyNotDecide(
    input.decision === 'yes' ? plan : { ...plan, finding: 'fit', agreed_on: plan.written_on },
  );
  if (why !== null) throw new Refusal('refused', why);
  const decided_on = input.decided_on ?? act.today;
  refuseDay(decided_on, { from: plan.written_on, until: act.today }, 'decided_on');
  await db.run(
    sql`insert into support_decisions (id, proposal_id, plan_id, client_id, plan_holder_id, decision, reason, number,
        decided_on, decided_by, post_id, decided_at, holder_id)
      values (${input.id}, ${plan.act_id}, ${plan.id}, ${plan.client_id}, ${plan.holder_id}, ${input.decision},
        ${input.reason}, ${input.number}, ${decided_on}, (select gate.actor_account()), (select gate.actor_post()),
        ${act.now}, (select gate.actor_body()))`,
  );
  return done(plan);
}

export async function startSupport(db: Db, input: ParsedInputOf<typeof api.startSupport>, act: Act) {
  const plan = await takeOwnPlan(db, input.plan_id, 'start');
  refuseDay(input.acted_on, { from: plan.written_on, until: act.today }, 'acted_on');
  await writeAct(db, plan, { id: input.id, act: 'started', acted_on: input.acted_on, words: null }, act);
  await takeCaseAlong(db, plan, ['decided', 'in_support'], act);
  return done(plan);
}

/** @throws Refusal `invalid` for a day to come, or a next one that is not later */
export async function reviewPlan(db: Db, input: ParsedInputOf<typeof api.reviewPlan>, act: Act) {
  const plan = await takeOwnPlan(db, input.plan_id, 'review');
  refuseDay(input.reviewed_on, { from: plan.written_on, until: act.today }, 'reviewed_on');
  if (input.next_on !== null && input.next_on <= input.reviewed_on)
    throw new Refusal('invalid', m.cases_plan_field_next_on(), { next_on: m.cases_plan_field_next_on() });
  await db.run(
    sql`insert into plan_reviews (id, plan_id, reviewed_on, words, next_on, written_by, post_id, written_at, client_id,
        holder_id)
      values (${input.id}, ${plan.id}, ${input.reviewed_on}, ${input.words}, ${input.next_on},
        (select gate.actor_account()), (select gate.actor_post()), ${act.now}, ${plan.client_id}, ${plan.holder_id})`,
  );
  if (input.next_on !== null)
    await db.run(sql`update support_plans set next_review_on = ${input.next_on} where id = ${plan.id}`);
  return done(plan);
}

/** Refuses a day outside of what is possible, with a sentence under its field. */
export function refuseDay(
  on: string,
  { from, until }: { from?: string; until: string },
  field: string,
): void {
  const says =
    on > until
      ? m.cases_plan_field_future()
      : from !== undefined && on < from
        ? m.cases_plan_field_too_early()
        : null;
  if (says !== null) throw new Refusal('invalid', says, { [field]: says });
}

interface NewAct {
  readonly id: string;
  readonly act: 'proposed' | 'taken_back' | 'started';
  readonly acted_on: string;
  readonly words: string | null;
}

async function writeAct(
  db: Db,
  plan: PlanStanding,
  { id, act, acted_on, words }: NewAct,
  { now }: Act,
): Promise<void> {
  await db.run(
    sql`insert into plan_acts (id, plan_id, act, version, acted_on, words, acted_by, post_id, acted_at, client_id, holder_id)
      values (${id}, ${plan.id}, ${act}, ${plan.version}, ${acted_on}, ${words}, (select gate.actor_account()),
        (select gate.actor_post()), ${now}, ${plan.client_id}, ${plan.holder_id})`,
  );
}
