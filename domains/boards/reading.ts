import type { Db } from '#platform/db.ts';
import { type Sql, sql } from '#platform/sql.ts';
import {
  type BoardItem,
  type BoardPromise,
  type ListedMeeting,
  readBoard,
  readMeeting,
} from './meeting-api.ts';

/** Meetings `t`, the newest first. */
export function readMeetings(db: Db, which: Sql): Promise<ListedMeeting[]> {
  return db.all(
    readBoard.output.shape.meetings.element,
    sql`select t.id, t.number, t.held_on, to_char(t.from_time, 'HH24:MI') as from, to_char(t.until_time, 'HH24:MI') as until, t.place,
        t.state, t.shown, t.next_on
      from board_meetings t where ${which} order by t.held_on desc, t.number desc`,
  );
}

/** What was said `i`, by kind and then as it was written down. */
export function readItems(db: Db, which: Sql): Promise<BoardItem[]> {
  return db.all(
    readMeeting.output.shape.items.element,
    sql`select i.id, i.kind, i.words, i.said_by, i.shown, i.version, i.meeting_id, (i.written_at at time zone 'Asia/Tokyo')::date as on
      from board_items i where i.withdrawn_at is null and ${which}
      order by array_position(array['agenda', 'theme', 'trouble', 'treasure', 'decision'], i.kind), i.written_at, i.id`,
  );
}

/** Promises `p`, the oldest first, each with what became of it last. */
export function readPromises(db: Db, which: Sql): Promise<BoardPromise[]> {
  return db.all(
    readMeeting.output.shape.promises.element,
    sql`select p.id, p.meeting_id, t.number, t.held_on as made_on, p.what, p.who, coalesce(o.until_on, p.until_on) as until_on, p.shown,
        o.outcome, o.words as outcome_words, coalesce(told.held_on, (o.written_at at time zone 'Asia/Tokyo')::date) as outcome_on,
        o.meeting_id as outcome_meeting_id,
        (select g.id from helping_groups g where g.promise_id = p.id order by g.written_at, g.id limit 1) as group_id,
        exists (select from board_links k where k.promise_id = p.id and k.ended_at is null) as linked
      from board_promises p join board_meetings t on t.id = p.meeting_id
      left join lateral (select x.* from promise_outcomes x where x.promise_id = p.id
        order by x.written_at desc, x.id desc limit 1) o on true
      left join board_meetings told on told.id = o.meeting_id
      where p.withdrawn_at is null and ${which}
      order by t.held_on, t.number, p.written_at, p.id`,
  );
}
