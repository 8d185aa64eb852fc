import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import { moveCase } from './case-commands.ts';
import { type CaseState, whyNotStep } from './case-model.ts';
import { readCaseStanding } from './case-standing.ts';
import { type PlanStanding, planTables, stateOfPlan } from './plan-reading.ts';

/**
 * Takes the case along where a plan goes, as far as the table of steps lets it. A case is a household's and has one state:
 * while another member's plan is open it stays where it is, since what is over for one is not over for all.
 *
 * @param path the steps one after the other; the first that cannot be taken ends it
 */
export async function takeCaseAlong(
  db: Db,
  { id, case_id }: Pick<PlanStanding, 'id' | 'case_id'>,
  path: readonly CaseState[],
  act: Act,
): Promise<void> {
  const others = await db.all(
    z.object({ id: z.uuid() }),
    sql`select p.id from ${planTables} where p.case_id = ${case_id} and p.id <> ${id}
      and ${stateOfPlan} not in ('ended', 'replanned', 'broken_off')`,
  );
  if (others.length > 0) return;
  for (const state of path) {
    if (whyNotStep(state, await readCaseStanding(db, case_id)) !== null) return;
    await moveCase(db, { id: mintId(), case_id, state, why: null, taken_on: null }, act);
  }
}
