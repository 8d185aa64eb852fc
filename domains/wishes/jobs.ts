import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/**
 * Raises one notice for each concern that nobody has taken up when it is due, meant for its owner.
 *
 * @returns how many
 */
export function tellWhatNobodyTookUp(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'watcher' }, 'tellWhatNobodyTookUp', (db, act) =>
    db.run(
      sql`insert into concern_reminders (concern_id, due_at, meant_for_id, raised_at, holder_id)
        select concern_id, due_at, owner_post_id, ${act.now}, holder_id from gate.concerns_not_taken_up(${act.now})`,
    ),
  );
}
