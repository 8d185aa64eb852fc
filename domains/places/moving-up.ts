import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/** Lets those move up who wait for an event, in the order in which they registered, as far as there is room. */
export async function moveUp(db: Db, event: string): Promise<void> {
  await db.run(sql`select gate.move_up(${event}::uuid)`);
}
