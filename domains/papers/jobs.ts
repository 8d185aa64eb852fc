import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/**
 * Forgets rounds on paper whose time is over, with their lines; the visits that were written off them stay.
 *
 * @returns how many
 */
export function sweepRoundSheets(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'sweeper' }, 'sweepRoundSheets', (db) =>
    db.run(sql`delete from round_sheets where forget_after <= (select gate.now_of_call())`),
  );
}
