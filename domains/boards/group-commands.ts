import * as z from 'zod';
import { refuseUnknownCodes } from '#domains/codes/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './group-api.ts';
import { goesTo, refuseField } from './writing.ts';

type Said = Omit<ParsedInputOf<typeof api.correctHelpingGroup>, 'id' | 'version'>;

const saidColumns = sql`name, works, what, days, helpers, insurance, charge, charge_words, contact, public_contact, shown`;
const saidValues = (said: Said) =>
  sql`${said.name}, ${said.works}::text[], ${said.what}, ${said.days}, ${said.helpers ?? null}::smallint, ${said.insurance},
    ${said.charge}, ${said.charge_words}, ${said.contact}, ${said.public_contact}, ${said.shown}`;

/** @throws Refusal `invalid` for a district out of scope, an unknown work, a promise of elsewhere, a day to come */
export async function writeHelpingGroup(
  db: Db,
  input: ParsedInputOf<typeof api.writeHelpingGroup>,
  act: Act,
) {
  if (!(await goesTo(db, input.district_id))) throw refuseField('district_id', m.boards_field_district());
  await refuseUnknownWorks(db, input.works, act);
  if (input.stage_since > act.today) throw refuseField('stage_since', m.boards_field_past());
  const promise = input.promise_id
    ? await db.maybe(
        z.object({ district_id: z.uuid() }),
        sql`select district_id from board_promises where id = ${input.promise_id}::uuid and withdrawn_at is null`,
      )
    : null;
  if (input.promise_id && promise?.district_id !== input.district_id)
    throw refuseField('promise_id', m.boards_field_group_promise());
  await db.run(
    sql`insert into helping_groups (id, district_id, promise_id, stage, stage_since, written_by, written_at, holder_id, ${saidColumns})
      values (${input.id}::uuid, ${input.district_id}::uuid, ${input.promise_id ?? null}::uuid, ${input.stage},
        ${input.stage_since}::date, (select gate.actor_post()), ${act.now}, ${act.actor.body}::uuid, ${saidValues(input)})`,
  );
  await writeStep(
    db,
    { id: mintId(), group_id: input.id, stage: input.stage, since_on: input.stage_since, words: null },
    act,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `invalid`; `refused` when somebody else has written meanwhile */
export async function correctHelpingGroup(
  db: Db,
  input: ParsedInputOf<typeof api.correctHelpingGroup>,
  act: Act,
) {
  const group = await requireGroup(db, input.id);
  // A work that has left the list may stay with a group that has it.
  await refuseUnknownWorks(
    db,
    input.works.filter((work) => !group.works.includes(work)),
    act,
  );
  const written = await db.run(
    sql`update helping_groups set (${saidColumns}) = (select ${saidValues(input)}), version = version + 1
      where id = ${input.id}::uuid and version = ${input.version}`,
  );
  if (written === 0) throw new Refusal('refused', m.boards_refused_version());
  return { id: input.id };
}

/** @throws Refusal `not_found`; `invalid` for a day to come, or before the step before */
export async function stepHelpingGroup(db: Db, input: ParsedInputOf<typeof api.stepHelpingGroup>, act: Act) {
  const group = await requireGroup(db, input.group_id);
  if (input.since_on > act.today) throw refuseField('since_on', m.boards_field_past());
  if (input.since_on < group.stage_since) throw refuseField('since_on', m.boards_field_step_day());
  await writeStep(db, input, act);
  await db.run(
    sql`update helping_groups set stage = ${input.stage}, stage_since = ${input.since_on}::date, version = version + 1
      where id = ${input.group_id}::uuid`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `invalid` for a month to come */
export async function writeIncome(db: Db, input: ParsedInputOf<typeof api.writeIncome>, act: Act) {
  const group = await requireGroup(db, input.group_id);
  if (`${input.month}-01` > act.today) throw refuseField('month', m.boards_field_past_month());
  await db.run(
    sql`insert into helping_group_income (id, group_id, month, kind, amount, words, written_by, written_at, district_id)
      values (${input.id}::uuid, ${input.group_id}::uuid, ${`${input.month}-01`}::date, ${input.kind}, ${input.amount}, ${input.words},
        (select gate.actor_post()), ${act.now}, ${group.district_id}::uuid)`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found` */
export async function withdrawIncome(db: Db, { id }: ParsedInputOf<typeof api.withdrawIncome>, act: Act) {
  const written = await db.run(
    sql`update helping_group_income set withdrawn_at = ${act.now} where id = ${id}::uuid and withdrawn_at is null`,
  );
  if (written === 0) throw new Refusal('not_found', m.platform_refused_not_found());
  return { id };
}

function requireGroup(db: Db, id: string) {
  return db.one(
    z.object({ district_id: z.uuid(), stage_since: z.string(), works: z.array(z.string()) }),
    sql`select district_id, stage_since, works from helping_groups where id = ${id}::uuid`,
  );
}

function writeStep(db: Db, step: ParsedInputOf<typeof api.stepHelpingGroup>, act: Act): Promise<number> {
  return db.run(
    sql`insert into helping_group_stages (id, group_id, stage, since_on, words, written_by, written_at, district_id)
      select ${step.id}::uuid, g.id, ${step.stage}, ${step.since_on}::date, ${step.words}, (select gate.actor_post()), ${act.now},
        g.district_id
      from helping_groups g where g.id = ${step.group_id}::uuid`,
  );
}

function refuseUnknownWorks(db: Db, works: readonly string[], act: Act): Promise<void> {
  return refuseUnknownCodes(db, act.today, [{ field: 'works', list: 'helping_work', codes: works }], act);
}
