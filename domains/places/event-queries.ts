import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './event-api.ts';

/** An event, who registered in the order they came, and who moved up and has to be called. @throws Refusal `not_found` */
export function readEvent(
  db: Db,
  { id }: ParsedInputOf<typeof api.readEvent>,
  _act: Act,
): Promise<OutputOf<typeof api.readEvent>> {
  return db.one(
    api.readEvent.output,
    sql`select e.id, e.place_id, p.name as place_name, e.title, e.what, e.held_on, to_char(e.from_time, 'HH24:MI') as from,
        to_char(e.until_time, 'HH24:MI') as until, e.capacity, e.register_until, e.cost, e.shown, e.cancelled_why, e.version,
        coalesce(e.place_id = any((select gate.places_named())::uuid[]), false) as named, n.placed, n.waiting,
        (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'guest_id', r.guest_id, 'name', g.name, 'phone', g.phone, 'way', r.way, 'heads', r.heads,
            'more_heads', r.more_heads, 'reaching', q.reaching, 'words', q.words,
            'registered_at', r.registered_at, 'placed', r.placed_at is not null,
            'to_call', r.placed_at is not null and r.told_at is null and r.cancelled_at is null,
            'cancelled', r.cancelled_at is not null) order by r.registered_at, r.id), '[]')
          from event_registrations r left join place_guests g on g.id = r.guest_id
          left join event_requests q on q.id = r.id where r.event_id = e.id) as registrations,
        (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'name', h.name, 'heads', h.heads, 'reaching', h.reaching, 'words', h.words,
            'held_back', h.held_back, 'received_at', h.received_at) order by h.received_at, h.id), '[]')
          from event_requests h where h.event_id = e.id and h.held_back is not null and h.decided_at is null and h.given_up_at is null) as held
      from place_events e join places p on p.id = e.place_id cross join gate.registrations_of(e.id) n where e.id = ${id}::uuid`,
  );
}
