import { defineEvent } from './event.ts';

/** A file of personal records is about to be handed over. */
export interface RecordsLeave {
  /** The name of the operation that was asked. */
  readonly operation: string;
  /** What it was asked, as the audit trail knows it. */
  readonly inputHash: Buffer;
  /** How many records are touched: the operation's `subjects`. */
  readonly persons: number;
}

/** Told for every operation declared `bulk`, before its file goes out. A listener that refuses keeps it back. */
export const recordsLeave = defineEvent<RecordsLeave>('records leave');
