import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/** Forgets people who gave food and have not for as long as their names are kept; the lots stay, without them. */
export function sweepFoodDonors(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'sweeper' }, 'sweepFoodDonors', (db) =>
    db.run(sql`delete from food_donors where forget_after < (select gate.today())`),
  );
}
