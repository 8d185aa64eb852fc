import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/**
 * Forgets letters whose time is over, with what was decided of them.
 *
 * @returns how many
 */
export function sweepLetters(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'sweeper' }, 'sweepLetters', (db) =>
    db.run(sql`delete from letters where forget_after <= (select gate.now_of_call())`),
  );
}
