import { hash } from 'node:crypto';
import { toKey } from '#domains/ledgers/known.ts';

/** An id that follows from what it is the id of, so that it is the same in every file and on every day. */
export function deriveId(what: string): string {
  return toKey(hash('sha256', `open-data ${what}`, 'hex'));
}
