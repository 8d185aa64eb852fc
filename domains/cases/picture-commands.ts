import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { readCaseFor } from './case-standing.ts';
import type * as api from './picture-api.ts';

export async function addKin(db: Db, input: ParsedInputOf<typeof api.addKin>, act: Act) {
  const { holder_id } = await readCaseFor(db, 'picture', input.case_id);
  await db.run(
    sql`insert into case_kin (id, case_id, relation, called, sex, lives_in, died, written_by, written_at, holder_id)
      values (${input.id}::uuid, ${input.case_id}::uuid, ${input.relation}, ${input.called}, ${input.sex}, ${input.lives_in},
        ${input.died}, ${act.actor.account}::uuid, ${act.now}, ${holder_id}::uuid)`,
  );
  return { id: input.id, case_id: input.case_id };
}

/** @throws Refusal `refused` for somebody who is not in the case */
export async function addTie(db: Db, input: ParsedInputOf<typeof api.addTie>, act: Act) {
  const { holder_id } = await readCaseFor(db, 'picture', input.case_id);
  const added = await db.run(
    sql`insert into case_ties (id, case_id, client_id, kind, called, strength, flow, written_by, written_at, holder_id)
      select ${input.id}::uuid, ${input.case_id}::uuid, ${input.client_id}::uuid, ${input.kind}, ${input.called},
        ${input.strength}, ${input.flow}, ${act.actor.account}::uuid, ${act.now}, ${holder_id}::uuid
      where ${input.client_id}::uuid is null or exists (select from case_members m
        where m.case_id = ${input.case_id}::uuid and m.client_id = ${input.client_id}::uuid)`,
  );
  if (added === 0)
    throw new Refusal('refused', m.cases_refused_not_member(), { client_id: m.cases_refused_not_member() });
  return { id: input.id, case_id: input.case_id };
}

export async function takeOutOfPicture(db: Db, input: ParsedInputOf<typeof api.takeOutOfPicture>, act: Act) {
  const table = input.what === 'kin' ? sql`case_kin` : sql`case_ties`;
  const found = await db.one(
    z.object({ case_id: z.uuid() }),
    sql`select case_id from ${table} where id = ${input.id}::uuid`,
  );
  await readCaseFor(db, 'picture', found.case_id);
  await db.run(
    sql`update ${table} set taken_out_at = ${act.now} where id = ${input.id}::uuid and taken_out_at is null`,
  );
  return { id: input.id, case_id: found.case_id };
}
