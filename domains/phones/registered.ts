import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

/** Whether a phone of this id was ever registered, for whoever stands at the door; nothing is written of the question. */
export function isRegistered(database: Database, phone: string): Promise<boolean> {
  return database.as({ kind: 'system', name: 'courier' }, 'isRegistered', async (db) => {
    return (await db.run(sql`select from phones where id = ${phone}::uuid`)) > 0;
  });
}
