import * as z from 'zod';
import type { Database } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';

const row = z.object({ version: z.int() });

/**
 * Reads how often what anybody may read has changed. Whoever asks while a reading is under way waits for the next one, all
 * together: it begins after they asked, so that none of them is shown what was over by then, and the database is asked by one.
 */
export function openVersionReader(database: Database): () => Promise<number> {
  let under: Promise<number> | undefined;
  let next: Promise<number> | undefined;
  const read = () =>
    database.as({ kind: 'none' }, 'readPublicVersion', async (db) => {
      const { version } = await db.one(
        row,
        sql`select coalesce((select version from public_versions), 0) as version`,
      );
      return version;
    });
  const begin = (): Promise<number> => {
    const reading = read();
    under = reading;
    const over = () => {
      if (under === reading) under = undefined;
    };
    reading.then(over, over);
    return reading;
  };
  return () => {
    if (!under) return begin();
    if (!next) {
      const after = under.then(
        () => undefined,
        () => undefined,
      );
      const waiting = after.then(() => {
        if (next === waiting) next = undefined;
        return begin();
      });
      next = waiting;
    }
    return next;
  };
}
