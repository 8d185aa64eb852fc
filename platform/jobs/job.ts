import type { Credential, Database } from '../db.ts';

/** Work that comes back by itself. Two may run at once (a second process), so it must bear its own twin. */
export interface RecurringJob {
  readonly name: string;
  /** From the end of one run to the beginning of the next. */
  readonly everySeconds: number;
  run(database: Database): Promise<unknown>;
}

/** What a job is about: ids by their name, nothing else. What they stand for is read, through the gate, when it runs. */
export type JobIds = Readonly<Record<string, string>>;

/** Work that somebody asked for. It may run twice when a process dies in it: it must be able to bear that. */
export interface QueuedJob {
  readonly name: string;
  /** @param by who asked, entered anew: what their post may no longer do, the job may not do either */
  run(database: Database, ids: JobIds, by: Credential): Promise<unknown>;
}
