import * as z from 'zod';
import { refuseUnknownCodes } from '#domains/codes/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { addDays, formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './acts-api.ts';
import { refuseBothValues } from './both-values.ts';
import { moveCase } from './case-commands.ts';
import { type CaseRelation, caseRelations, caseRelationWords } from './case-model.ts';
import { dayThatHasCome, readCaseFor } from './case-standing.ts';
import { stateAfterScreening } from './screening-model.ts';

/**
 * Writes the result of the screening with the schemes that were looked at, and takes the step that follows from it.
 *
 * @throws Refusal `refused` when the case is not at its beginning any more; `invalid` for a scheme that the town's list does not offer
 *   on that day
 */
export async function screenCase(db: Db, input: ParsedInputOf<typeof api.screenCase>, act: Act) {
  const screened_on = dayThatHasCome(input.screened_on, act, 'screened_on');
  const { state, holder_id } = await readCaseFor(db, 'screen', input.case_id);
  await refuseUnknownCodes(
    db,
    screened_on,
    [{ field: 'schemes', list: 'scheme', codes: input.schemes }],
    act,
  );
  const step = { case_id: input.case_id, why: null, taken_on: screened_on };
  if (state === 'received') await moveCase(db, { ...step, id: input.id, state: 'screening' }, act);
  await moveCase(
    db,
    {
      ...step,
      id: mintId(),
      state: stateAfterScreening[input.result],
      why: input.words?.slice(0, 500) ?? null,
    },
    act,
  );
  await db.run(
    sql`insert into case_screenings (id, case_id, result, schemes, words, screened_on, screened_by, screened_at, holder_id)
      values (${input.id}::uuid, ${input.case_id}::uuid, ${input.result}, ${input.schemes}::text[], ${input.words},
        ${screened_on}::date, ${act.actor.account}::uuid, ${act.now}, ${holder_id}::uuid)`,
  );
  return { id: input.id, case_id: input.case_id };
}

/** @throws Refusal `invalid` for what the town's list does not offer today */
export async function sayUrgency(db: Db, input: ParsedInputOf<typeof api.sayUrgency>, act: Act) {
  const { holder_id } = await readCaseFor(db, 'say_urgency', input.case_id);
  await refuseUnknownCodes(db, act.today, [{ field: 'kinds', list: 'urgency', codes: input.kinds }], act);
  await db.run(
    sql`insert into case_urgencies (id, case_id, kinds, words, said_by, said_at, holder_id)
      values (${input.id}::uuid, ${input.case_id}::uuid, ${input.kinds}::text[], ${input.words}, ${act.actor.account}::uuid,
        ${act.now}, ${holder_id}::uuid)`,
  );
  return { id: input.id, case_id: input.case_id };
}

/**
 * Names a post of the body that holds the case, from today on. A new lead takes the lead from whoever had it, who goes on
 * working on it.
 *
 * @throws Refusal `invalid` for a post of somebody else, or one that does not work with persons
 */
export async function nameCaseWorker(db: Db, input: ParsedInputOf<typeof api.nameCaseWorker>, act: Act) {
  const { holder_id } = await readCaseFor(db, 'name_worker', input.case_id);
  const { fits } = await db.one(
    z.object({ fits: z.boolean() }),
    sql`select exists (select from posts p where p.id = ${input.post_id}::uuid and p.body_id = ${holder_id}::uuid
      and p.role in ('intake_worker', 'case_coordinator')
      and p.starts_on <= ${act.today}::date and (p.ends_on is null or p.ends_on >= ${act.today}::date)) as fits`,
  );
  if (!fits) throw new Refusal('invalid', m.cases_refused_worker(), { post_id: m.cases_refused_worker() });
  const concerned = sql`w.case_id = ${input.case_id}::uuid and w.ends_on is null
    and (w.post_id = ${input.post_id}::uuid or (${input.leads}::boolean and w.leads))`;
  // What began today is changed; what began before ends yesterday and goes on today in its new way.
  await db.run(
    sql`with ended as (update case_workers w set ends_on = ${addDays(act.today, -1)}::date
        where ${concerned} and w.starts_on < ${act.today}::date
        returning w.post_id)
      insert into case_workers (case_id, post_id, leads, starts_on, named_by, named_at, holder_id)
      select ${input.case_id}::uuid, e.post_id, false, ${act.today}::date, ${act.actor.account}::uuid, ${act.now}, ${holder_id}::uuid
      from (select post_id from ended union select ${input.post_id}::uuid) e
      where not exists (select from case_workers o where o.case_id = ${input.case_id}::uuid and o.post_id = e.post_id
        and o.starts_on = ${act.today}::date)`,
  );
  await db.run(
    sql`update case_workers w set leads = ${input.leads} and w.post_id = ${input.post_id}::uuid, ends_on = null
      where w.case_id = ${input.case_id}::uuid and w.starts_on = ${act.today}::date
        and (w.post_id = ${input.post_id}::uuid or (${input.leads}::boolean and w.leads))`,
  );
  return { case_id: input.case_id };
}

/** @throws Refusal `refused` for whoever leads: somebody else leads first */
export async function endCaseWorker(db: Db, input: ParsedInputOf<typeof api.endCaseWorker>, act: Act) {
  await readCaseFor(db, 'name_worker', input.case_id);
  const found = await db.maybe(
    z.object({ leads: z.boolean() }),
    sql`select w.leads from case_workers w where w.case_id = ${input.case_id}::uuid and w.post_id = ${input.post_id}::uuid
      and w.ends_on is null order by w.starts_on desc limit 1`,
  );
  if (!found) throw refuseNotFound();
  if (found.leads) throw new Refusal('refused', m.cases_refused_lead());
  await db.run(
    sql`update case_workers set ends_on = greatest(starts_on, ${act.today}::date)
      where case_id = ${input.case_id}::uuid and post_id = ${input.post_id}::uuid and ends_on is null`,
  );
  return { case_id: input.case_id };
}

/**
 * Says anew what somebody is to the household, whether they live in it, and until when the case was about them.
 *
 * @throws Refusal `not_found`; `refused` with fields when somebody else was first; `invalid` for a day to come
 */
export async function changeCaseMember(db: Db, input: ParsedInputOf<typeof api.changeCaseMember>, act: Act) {
  if (input.left_on !== null) dayThatHasCome(input.left_on, act, 'left_on');
  await readCaseFor(db, 'change_member', input.case_id);
  const changed = await db.run(
    sql`update case_members set relation = ${input.relation}, lives_in = ${input.lives_in}, left_on = ${input.left_on}::date
      where case_id = ${input.case_id}::uuid and client_id = ${input.client_id}::uuid and relation = ${input.relation_before}
        and lives_in = ${input.lives_in_before} and left_on is not distinct from ${input.left_on_before}::date`,
  );
  if (changed === 0) {
    const now = await db.one(
      z.object({ relation: z.enum(caseRelations), lives_in: z.boolean(), left_on: z.string().nullable() }),
      sql`select relation, lives_in, left_on from case_members
        where case_id = ${input.case_id}::uuid and client_id = ${input.client_id}::uuid`,
    );
    throw refuseBothValues(differing(sayMember(now), sayMember(input)));
  }
  return { case_id: input.case_id, client_id: input.client_id };
}

/** What a field holds, in words. */
type Said = Readonly<Record<string, string>>;

function sayMember(one: { relation: CaseRelation; lives_in: boolean; left_on: string | null }): Said {
  return {
    relation: caseRelationWords[one.relation](),
    lives_in: one.lives_in ? m.cases_yes() : m.cases_no(),
    left_on: one.left_on === null ? '' : formatDay(one.left_on),
  };
}

function differing(now: Said, typed: Said) {
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([field, value]) => now[field] !== value)
      .map(([field, value]) => [field, { now: now[field] ?? '', typed: value }]),
  );
}

/** @throws Refusal `not_found`; `refused` with both names when somebody else was first */
export async function nameCase(db: Db, input: ParsedInputOf<typeof api.nameCase>, _act: Act) {
  await readCaseFor(db, 'name', input.case_id);
  const named = await db.run(
    sql`update cases set called = ${input.called}
      where id = ${input.case_id}::uuid and called is not distinct from ${input.called_before}`,
  );
  if (named === 0) {
    const { called } = await db.one(
      z.object({ called: z.string().nullable() }),
      sql`select called from cases where id = ${input.case_id}::uuid`,
    );
    throw refuseBothValues({ called: { now: called ?? '', typed: input.called } });
  }
  return { case_id: input.case_id };
}
