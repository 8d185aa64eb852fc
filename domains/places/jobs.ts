import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/** Forgets the names of whom a place has not seen for as long as names are kept; what was counted stays, without them. */
export function sweepGuests(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'sweeper' }, 'sweepGuests', async (db) => {
    const written = await db.run(sql`delete from event_requests where forget_after < (select gate.today())`);
    return written + (await db.run(sql`delete from place_guests where forget_after < (select gate.today())`));
  });
}
