import { compactTally } from '#domains/encounters/jobs.ts';
import { exportRoot } from '#platform/audit/root.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import type { QueuedJob, RecurringJob } from '#platform/jobs/job.ts';

/** What a running town does by itself. */
export function recurringJobs(dataFolder: string): RecurringJob[] {
  return [
    { name: 'sealAudit', everySeconds: 10, run: (database) => sealAudit(database) },
    { name: 'exportRoot', everySeconds: 60, run: (database) => exportRoot(database, dataFolder) },
    { name: 'compactTally', everySeconds: 300, run: compactTally },
  ];
}

/** What a command may ask to be done later. */
export const queuedJobs: readonly QueuedJob[] = [];
