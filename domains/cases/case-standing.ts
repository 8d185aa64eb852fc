import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { type CaseAct, caseStates, whyNotWithCase } from './case-model.ts';
import { consentOf, handedOver } from './case-reading.ts';

const standing = z.object({
  id: z.uuid(),
  state: z.enum(caseStates),
  opened_on: z.string(),
  closed_on: z.string().nullable(),
  version: z.int(),
  holder_id: z.uuid(),
  holder_name: z.string(),
  own: z.boolean(),
  consented: z.int(),
  handed_over: z.boolean(),
});
export type StandingCase = z.output<typeof standing>;

/** A case as it stands. @throws Refusal `not_found` when the actor may not see it */
export function readCaseStanding(db: Db, id: string): Promise<StandingCase> {
  return db.one(
    standing,
    sql`select c.id, c.state, c.opened_on, c.closed_on, c.version, c.holder_id, b.name as holder_name,
        coalesce(c.holder_id = any((select gate.bodies_worked_for())::uuid[]), false) as own,
        (select count(*)::int from case_members m where m.case_id = c.id and m.left_on is null
          and ${consentOf(sql`m.client_id`)} = 'given') as consented,
        ${handedOver} as handed_over
      from cases c join bodies b on b.id = c.holder_id
      where c.id = ${id}::uuid`,
  );
}

/** A case with which an act is possible. @throws Refusal `not_found`, or `refused` with the sentence why not */
export async function readCaseFor(db: Db, act: CaseAct, id: string): Promise<StandingCase> {
  const found = await readCaseStanding(db, id);
  const sentence = whyNotWithCase(act, found);
  if (sentence) throw new Refusal('refused', sentence);
  return found;
}

/** A day that has come; today when none is said. @throws Refusal `invalid` at the field */
export function dayThatHasCome(day: string | null, act: Act, field: string): string {
  if (day === null || day <= act.today) return day ?? act.today;
  throw new Refusal('invalid', m.cases_refused_future(), { [field]: m.cases_refused_future() });
}
