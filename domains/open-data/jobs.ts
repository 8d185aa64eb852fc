import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/** Takes away the lists that were sent and not taken in within their day. @returns how many */
export function sweepStandardFiles(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'sweeper' }, 'sweepStandardFiles', (db) =>
    db.run(sql`delete from standard_files where expires_at <= (select gate.now_of_call())`),
  );
}
