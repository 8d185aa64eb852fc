import * as z from 'zod';
import { takeTurns } from '#domains/plan/author.ts';
import * as m from '#messages';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { isAllowed, type MeetingAct, states } from './model.ts';

/** What is wrong with one field. */
export function refuseField(field: string, sentence: string): Refusal {
  return new Refusal('invalid', sentence, { [field]: sentence });
}

/** A table the actor goes to. @throws Refusal `not_found` */
export function requireBoard(db: Db, id: string) {
  return db.one(
    z.object({ id: z.uuid(), district_id: z.uuid(), holder_id: z.uuid() }),
    sql`select id, district_id, holder_id from boards where id = ${id}::uuid`,
  );
}

const refusals: Record<MeetingAct, () => string> = {
  change: m.boards_refused_change,
  cancel: m.boards_refused_cancel,
  hold: m.boards_refused_hold,
  write: m.boards_refused_write,
  promise: m.boards_refused_promise,
  tell: m.boards_refused_tell,
  draft: m.boards_refused_draft,
  confirm: m.boards_refused_confirm,
  share: m.boards_refused_share,
};

/** A meeting to act on, until the commit nobody else's. @throws Refusal `not_found`; `refused` in a state that does not allow it */
export async function openMeeting(db: Db, id: string, act: MeetingAct) {
  await takeTurns(db, id);
  const meeting = await db.one(
    z.object({
      id: z.uuid(),
      board_id: z.uuid(),
      district_id: z.uuid(),
      holder_id: z.uuid(),
      held_on: z.string(),
      state: z.enum(states),
      version: z.int(),
    }),
    sql`select id, board_id, district_id, holder_id, held_on, state, version from board_meetings where id = ${id}::uuid`,
  );
  if (!isAllowed(act, meeting.state)) throw new Refusal('refused', refusals[act]());
  return meeting;
}

/** Whether the actor goes to the table of a district. */
export async function goesTo(db: Db, district: string): Promise<boolean> {
  const { goes } = await db.one(
    z.object({ goes: z.boolean() }),
    sql`select coalesce(${district}::uuid = any((select gate.districts_of_boards())::uuid[]), false) as goes`,
  );
  return goes;
}
