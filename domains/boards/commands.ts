import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { forgetAfter } from './model.ts';
import { goesTo, refuseField, requireBoard } from './writing.ts';

export * from './area-commands.ts';
export * from './calendar-commands.ts';
export * from './group-commands.ts';
export * from './item-commands.ts';
export * from './meeting-commands.ts';
export * from './promise-commands.ts';
export * from './support-commands.ts';

/** @throws Refusal `invalid` for a district out of scope; `refused` where it has a table */
export async function openBoard(db: Db, input: ParsedInputOf<typeof api.openBoard>, act: Act) {
  if (!(await goesTo(db, input.district_id))) throw refuseField('district_id', m.boards_field_district());
  const written = await db.run(
    sql`insert into boards (id, district_id, name, started_on, usual, opened_by, opened_at, holder_id)
      select ${input.id}::uuid, ${input.district_id}::uuid, ${input.name}, ${input.started_on}::date, ${input.usual},
        (select gate.actor_post()), ${act.now}, ${act.actor.body}::uuid
      where not exists (select from boards b where b.district_id = ${input.district_id}::uuid)`,
  );
  if (written === 0) throw new Refusal('refused', m.boards_refused_twice());
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` when somebody else has written meanwhile */
export async function correctBoard(db: Db, input: ParsedInputOf<typeof api.correctBoard>, _act: Act) {
  await requireBoard(db, input.id);
  const written = await db.run(
    sql`update boards set name = ${input.name}, started_on = ${input.started_on}::date, usual = ${input.usual}, version = version + 1
      where id = ${input.id}::uuid and version = ${input.version}`,
  );
  if (written === 0) throw new Refusal('refused', m.boards_refused_version());
  return { id: input.id };
}

/** @throws Refusal `not_found`; `invalid` for a term that ends before it begins */
export async function seatMember(db: Db, input: ParsedInputOf<typeof api.seatMember>, act: Act) {
  const board = await requireBoard(db, input.board_id);
  const ends_on = input.ends_on ?? null;
  if (ends_on !== null && ends_on < input.starts_on) throw refuseField('ends_on', m.boards_field_ends());
  await db.run(
    sql`insert into board_members (id, board_id, name, belongs, part, starts_on, ends_on, forget_after, written_by, written_at,
        district_id, holder_id)
      values (${input.id}::uuid, ${board.id}::uuid, ${input.name}, ${input.belongs}, ${input.part}, ${input.starts_on}::date,
        ${ends_on}::date, ${ends_on && forgetAfter(ends_on)}::date, (select gate.actor_post()), ${act.now}, ${board.district_id}::uuid,
        ${board.holder_id}::uuid)`,
  );
  return { id: input.id };
}

/** The term ends on a day; the name is forgotten some years after it. @throws Refusal `not_found`; `invalid` before it began */
export async function endSeat(db: Db, input: ParsedInputOf<typeof api.endSeat>, _act: Act) {
  const { starts_on } = await db.one(
    z.object({ starts_on: z.string() }),
    sql`select starts_on from board_members where id = ${input.id}::uuid`,
  );
  if (input.ends_on < starts_on) throw refuseField('ends_on', m.boards_field_ends());
  await db.run(
    sql`update board_members set ends_on = ${input.ends_on}::date, forget_after = ${forgetAfter(input.ends_on)}::date
      where id = ${input.id}::uuid`,
  );
  return { id: input.id };
}
