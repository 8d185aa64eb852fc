import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { readCaseFor } from './case-standing.ts';
import type * as api from './task-api.ts';

/** @throws Refusal `invalid` for a post that does not work with persons at this body */
export async function setTask(db: Db, input: ParsedInputOf<typeof api.setTask>, act: Act) {
  const { holder_id } = await readCaseFor(db, 'set_task', input.case_id);
  const set = await db.run(
    sql`insert into case_tasks (id, case_id, words, due_on, post_id, set_by, set_at, holder_id)
      select ${input.id}::uuid, ${input.case_id}::uuid, ${input.words}, ${input.due_on}::date, p.id, ${act.actor.account}::uuid,
        ${act.now}, ${holder_id}::uuid
      from posts p where p.id = coalesce(${input.post_id}::uuid, (select gate.actor_post()))
        and p.body_id = ${holder_id}::uuid and p.role in ('intake_worker', 'case_coordinator')
        and (p.ends_on is null or p.ends_on >= ${act.today}::date)`,
  );
  if (set === 0)
    throw new Refusal('invalid', m.cases_refused_worker(), { post_id: m.cases_refused_worker() });
  return { id: input.id, case_id: input.case_id };
}

/** @throws Refusal `refused` when it is finished already */
export async function finishTask(db: Db, input: ParsedInputOf<typeof api.finishTask>, act: Act) {
  const task = await db.one(
    z.object({ case_id: z.uuid() }),
    sql`select case_id from case_tasks where id = ${input.id}::uuid`,
  );
  await readCaseFor(db, 'finish_task', task.case_id);
  const finished = await db.run(
    sql`update case_tasks set done_on = ${act.today}::date, outcome = ${input.outcome}, done_by = ${act.actor.account}::uuid
      where id = ${input.id}::uuid and done_on is null`,
  );
  if (finished === 0) throw new Refusal('refused', m.cases_refused_task_done());
  return { id: input.id, case_id: task.case_id };
}
