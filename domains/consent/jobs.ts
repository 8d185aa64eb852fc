import type { Database } from '#platform/db.ts';
import { askBackAfterBases } from './returning.ts';

/**
 * Asks for the copies where a lawful basis ran out before what stood on it.
 *
 * @returns how many provisions
 */
export function askBackWhereBasesRanOut(database: Database): Promise<number> {
  return database.as({ kind: 'system', name: 'watcher' }, 'askBackWhereBasesRanOut', askBackAfterBases);
}
