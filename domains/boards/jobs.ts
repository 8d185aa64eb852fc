import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/** Forgets the names at tables when their years are over: of members, of who said something, of who promised. The minutes stay. */
export function sweepBoardNames(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'sweeper' }, 'sweepBoardNames', async (db) => {
    const members = await db.run(sql`delete from board_members where forget_after < (select gate.today())`);
    const voices = await db.run(
      sql`update board_items set said_by = null where forget_after < (select gate.today()) and said_by is not null`,
    );
    const promises = await db.run(
      sql`update board_promises set who = null where forget_after < (select gate.today()) and who is not null`,
    );
    return members + voices + promises;
  });
}
