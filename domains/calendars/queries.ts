import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';

/** So many days back a calendar still has what has passed. */
const daysBack = 31;

/** @throws never; whoever goes to no table and looks after no place has an empty one */
export async function readOwnCalendar(
  db: Db,
  _input: object,
  act: Act,
): Promise<OutputOf<typeof api.readOwnCalendar>> {
  const { shape } = api.readOwnCalendar.output;
  const since = sql`${act.today}::date - ${daysBack}::int`;
  const meetings = await db.all(
    shape.meetings.element,
    sql`select t.id, t.held_on, to_char(t.from_time, 'HH24:MI') as from, to_char(t.until_time, 'HH24:MI') as until, b.name, t.place,
        t.state = 'cancelled' as cancelled
      from board_meetings t join boards b on b.id = t.board_id where t.held_on >= ${since} order by t.held_on, t.from_time, t.id`,
  );
  const events = await db.all(
    shape.events.element,
    sql`select e.id, e.held_on, to_char(e.from_time, 'HH24:MI') as from, to_char(e.until_time, 'HH24:MI') as until, e.title as name,
        p.name as place, e.cancelled_at is not null as cancelled
      from place_events e join places p on p.id = e.place_id
      where e.place_id = any((select gate.places_hosted())::uuid[]) and e.held_on >= ${since} order by e.held_on, e.from_time, e.id`,
  );
  const places = await db.all(
    shape.places.element,
    sql`select p.id, p.name, p.what, p.address, p.latitude, p.longitude, p.times, p.times_words, p.confirmed_on,
        coalesce((select jsonb_agg(jsonb_build_object('kind', d.kind, 'starts_on', d.starts_on, 'ends_on', d.ends_on,
            'from', to_char(d.from_time, 'HH24:MI'), 'until', to_char(d.until_time, 'HH24:MI'), 'words', d.words)
            order by d.starts_on, d.from_time, d.id)
          from place_days d where d.place_id = p.id and d.withdrawn_at is null and d.ends_on >= p.confirmed_on), '[]') as days
      from places p where p.id = any((select gate.places_hosted())::uuid[]) and p.closed_on is null order by p.kana_key, p.id`,
  );
  return { meetings, events, places };
}

/** @throws never */
export async function readCalendarAddress(
  db: Db,
  _input: object,
  _act: Act,
): Promise<OutputOf<typeof api.readCalendarAddress>> {
  const address = await db.maybe(
    api.readCalendarAddress.output.shape.address.unwrap(),
    sql`select id, to_jsonb(made_at) #>> '{}' as made_at from calendar_addresses
      where post_id = (select gate.actor_post()) and ended_at is null`,
  );
  return { address: address ?? null };
}
