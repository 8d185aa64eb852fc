import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { forgetAfter, type levels } from './model.ts';
import type * as api from './promise-api.ts';
import { openMeeting, refuseField } from './writing.ts';

/** @throws Refusal `not_found`; `refused` before the meeting took place, and for minutes that were confirmed */
export async function makePromise(db: Db, input: ParsedInputOf<typeof api.makePromise>, act: Act) {
  const meeting = await openMeeting(db, input.meeting_id, 'promise');
  if (input.until_on && input.until_on < meeting.held_on)
    throw refuseField('until_on', m.boards_field_promise_until());
  await db.run(
    sql`insert into board_promises (id, board_id, meeting_id, what, who, until_on, written_by, written_at, forget_after, district_id,
        holder_id)
      values (${input.id}::uuid, ${meeting.board_id}::uuid, ${meeting.id}::uuid, ${input.what}, ${input.who},
        ${input.until_on ?? null}::date, (select gate.actor_post()), ${act.now}, ${forgetAfter(act.today)}::date,
        ${meeting.district_id}::uuid, ${meeting.holder_id}::uuid)`,
  );
  return { id: input.id };
}

const standing = z.object({
  board_id: z.uuid(),
  district_id: z.uuid(),
  holder_id: z.uuid(),
  meeting_id: z.uuid(),
});

function requirePromise(db: Db, id: string) {
  return db.one(
    standing,
    sql`select board_id, district_id, holder_id, meeting_id from board_promises where id = ${id}::uuid and withdrawn_at is null`,
  );
}

/** @throws Refusal `not_found`; `refused` for a meeting whose minutes were confirmed; `invalid` for a change without words */
export async function tellOutcome(db: Db, input: ParsedInputOf<typeof api.tellOutcome>, act: Act) {
  const promise = await requirePromise(db, input.promise_id);
  if (input.meeting_id) {
    const meeting = await openMeeting(db, input.meeting_id, 'tell');
    if (meeting.board_id !== promise.board_id) throw new Refusal('not_found', m.platform_refused_not_found());
    // What was promised here is told of at another meeting.
    if (meeting.id === promise.meeting_id) throw new Refusal('refused', m.boards_refused_same_meeting());
  }
  if (input.outcome === 'changed' && input.words === null)
    throw refuseField('words', m.boards_field_changed());
  await db.run(
    sql`insert into promise_outcomes (id, promise_id, meeting_id, outcome, words, until_on, written_by, written_at, district_id, holder_id)
      values (${input.id}::uuid, ${input.promise_id}::uuid, ${input.meeting_id ?? null}::uuid, ${input.outcome}, ${input.words},
        ${input.until_on ?? null}::date, (select gate.actor_post()), ${act.now}, ${promise.district_id}::uuid, ${promise.holder_id}::uuid)`,
  );
  return { id: input.id };
}

/** What was written by mistake. @throws Refusal `not_found`; `refused` for minutes that were confirmed */
export async function withdrawPromise(db: Db, { id }: ParsedInputOf<typeof api.withdrawPromise>, act: Act) {
  const { meeting_id } = await requirePromise(db, id);
  await openMeeting(db, meeting_id, 'promise');
  await db.run(sql`update board_promises set withdrawn_at = ${act.now} where id = ${id}::uuid`);
  return { id };
}

/** How far something must go for the city to read it. */
const forTheCity: readonly (typeof levels)[number][] = ['city', 'public'];

/** @throws Refusal `invalid` without one thing to link; `not_found`; `refused` for what stays at the table, or is linked already */
export async function linkToMeasure(db: Db, input: ParsedInputOf<typeof api.linkToMeasure>, act: Act) {
  const { promise_id = null, group_id = null } = input;
  if ((promise_id === null) === (group_id === null)) throw new Refusal('invalid', m.boards_field_link());
  const { shown, district_id } = await db.one(
    z.object({ shown: z.string(), district_id: z.uuid() }),
    promise_id !== null
      ? sql`select shown, district_id from board_promises where id = ${promise_id}::uuid and withdrawn_at is null`
      : sql`select shown, district_id from helping_groups where id = ${group_id}::uuid`,
  );
  if (!(forTheCity as readonly string[]).includes(shown))
    throw new Refusal('refused', m.boards_refused_link());
  const written = await db.run(
    sql`insert into board_links (id, district_id, promise_id, group_id, measure_id, words, linked_by, linked_at)
      select ${input.id}::uuid, ${district_id}::uuid, ${promise_id}::uuid, ${group_id}::uuid, s.id, ${input.words},
        (select gate.actor_post()), ${act.now}
      from measures s where s.id = ${input.measure_id}::uuid and not exists (select from board_links k
        where k.measure_id = s.id and k.ended_at is null and coalesce(k.promise_id, k.group_id) = ${promise_id ?? group_id}::uuid)`,
  );
  if (written === 0) throw refuseField('measure_id', m.boards_field_measure());
  return { id: input.id };
}

/** @throws Refusal `not_found` */
export async function endLink(db: Db, { id }: ParsedInputOf<typeof api.endLink>, act: Act) {
  const written = await db.run(
    sql`update board_links set ended_at = ${act.now} where id = ${id}::uuid and ended_at is null`,
  );
  if (written === 0) throw new Refusal('not_found', m.platform_refused_not_found());
  return { id };
}
