import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../db.ts';
import type { QueuedJob, RecurringJob } from './job.ts';
import { openQueue } from './queue.ts';
import { repeatJobs } from './repeat.ts';

/** So long may a stop wait for work that is under way (ms). What is cut off then runs again after the next start. */
const patience = 2_000;

/** Everything of a town that runs later. The queue is opened only when there are jobs for it. */
export async function startJobs(
  database: Database,
  jobs: {
    readonly recurring: readonly RecurringJob[];
    readonly queued: readonly QueuedJob[];
    readonly pollSeconds?: number;
  },
): Promise<{ stop(): Promise<void> }> {
  const queue =
    jobs.queued.length > 0 ? await openQueue(database, jobs.queued, jobs.pollSeconds ?? 5) : undefined;
  const repeating = repeatJobs(database, jobs.recurring);
  return {
    async stop() {
      const ended = Promise.all([repeating.stop(), queue?.stop()]);
      await Promise.race([ended, pause(patience, undefined, { ref: false })]);
    },
  };
}
