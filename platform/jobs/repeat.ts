import type { Database } from '../db.ts';
import { log } from '../log.ts';
import type { RecurringJob } from './job.ts';

/** First runs come soon after the start, and not all at the same moment. */
const firstRunMs = 1_000;

/** Runs the jobs over and over until stopped. A run that fails is logged; the next one comes all the same. */
export function repeatJobs(database: Database, jobs: readonly RecurringJob[]): { stop(): Promise<void> } {
  let stopped = false;
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();

  const runAfter = (job: RecurringJob, ms: number) => {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      const run = runOnce(database, job).finally(() => {
        running.delete(run);
        runAfter(job, job.everySeconds * 1000);
      });
      running.add(run);
    }, ms);
    // The doors keep the process up, not what may wait.
    timer.unref();
    timers.add(timer);
  };
  jobs.forEach((job, i) => {
    runAfter(job, Math.min(firstRunMs * (i + 1), job.everySeconds * 1000));
  });

  return {
    async stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      await Promise.all(running);
    },
  };
}

async function runOnce(database: Database, job: RecurringJob): Promise<void> {
  try {
    await job.run(database);
  } catch (error) {
    log('job_failed', { job: job.name, error: error instanceof Error ? error.stack : String(error) });
  }
}
