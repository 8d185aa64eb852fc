import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/**
 * Lets those move up who wait for an event, in the order in which they registered, as far as there is room. The event's row is held
 * meanwhile, so that two who give up at once let two move up, and nobody twice.
 */
export async function moveUp(db: Db, event: string, act: Act): Promise<void> {
  await db.run(sql`select from place_events where id = ${event}::uuid for update`);
  await db.run(
    sql`with room as (select e.capacity - (select count(*) from event_registrations r
          where r.event_id = e.id and r.placed_at is not null and r.cancelled_at is null) as left_over, e.capacity
        from place_events e where e.id = ${event}::uuid and e.cancelled_at is null),
      next as (select r.id, row_number() over (order by r.registered_at, r.id) as turn from event_registrations r
        where r.event_id = ${event}::uuid and r.placed_at is null and r.cancelled_at is null)
      update event_registrations r set placed_at = ${act.now} from next, room
      where r.id = next.id and (room.capacity is null or next.turn <= room.left_over)`,
  );
}
