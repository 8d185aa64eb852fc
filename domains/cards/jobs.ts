import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/** Forgets notes whose time is over, with what was decided of them, and cards that opened nothing for thirty days. */
export async function sweepWishNotes(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'sweeper' }, 'sweepWishNotes', async (db) => {
    const notes = await db.run(sql`delete from wish_notes where forget_after <= (select gate.now_of_call())`);
    const cards = await db.run(
      sql`delete from wish_cards where expires_at <= (select gate.now_of_call()) - interval '30 days'`,
    );
    return notes + cards;
  });
}
