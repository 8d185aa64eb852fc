import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './meeting-api.ts';
import { isOpen } from './model.ts';
import { readItems, readPromises } from './reading.ts';

/**
 * A meeting, what was promised there, and what was promised before it and has to be told of.
 *
 * @throws Refusal `not_found`
 */
export async function readMeeting(
  db: Db,
  { id }: ParsedInputOf<typeof api.readMeeting>,
  _act: Act,
): Promise<OutputOf<typeof api.readMeeting>> {
  const meeting = await db.one(
    api.readMeeting.output.omit({ items: true, promises: true, carried: true, waiting: true }),
    sql`select t.id, t.number, t.held_on, to_char(t.from_time, 'HH24:MI') as from, to_char(t.until_time, 'HH24:MI') as until, t.place,
        t.state, t.shown, t.board_id, b.name as board_name, t.district_id, d.name as district_name, t.version, t.attendance, t.photos_ok,
        t.next_on
      from board_meetings t join boards b on b.id = t.board_id join districts d on d.id = t.district_id where t.id = ${id}::uuid`,
  );
  const before = await readPromises(
    db,
    sql`p.board_id = ${meeting.board_id}::uuid and p.meeting_id <> ${id}::uuid and t.number < ${meeting.number}`,
  );
  return {
    ...meeting,
    items: await readItems(db, sql`i.meeting_id = ${id}::uuid`),
    promises: await readPromises(db, sql`p.meeting_id = ${id}::uuid`),
    carried: before.filter((one) => isOpen(one.outcome) || one.outcome_meeting_id === id),
    waiting: await readItems(db, sql`i.board_id = ${meeting.board_id}::uuid and i.meeting_id is null`),
  };
}
