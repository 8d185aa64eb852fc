import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/**
 * Takes away the ledgers that were sent and not taken in within their day.
 *
 * @returns how many
 */
export function sweepLedgers(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'sweeper' }, 'sweepLedgers', (db) =>
    db.run(sql`delete from ledger_files where expires_at <= (select gate.now_of_call())`),
  );
}
