import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/**
 * Forgets late calls whose time is over, with what was decided of them.
 *
 * @returns how many
 */
export function sweepLateCalls(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'sweeper' }, 'sweepLateCalls', (db) =>
    db.run(sql`delete from late_calls where forget_after <= (select gate.now_of_call())`),
  );
}
