import type pg from 'pg';
import type { PgBoss } from 'pg-boss';
import * as z from 'zod';
import type { Credential, Database, Db } from '../db.ts';
import { log } from '../log.ts';
import type { JobIds, QueuedJob } from './job.ts';

/** One queue for all jobs, so that one question to the database asks for all of them. */
const queue = 'town';

/** A job that fails comes again after 10 s, 20 s, … up to an hour; after eight times it stays as failed. */
const queueOptions = { retryLimit: 8, retryDelay: 10, retryBackoff: true, retryDelayMax: 3600 };

const payload = z.object({
  job: z.string(),
  post: z.uuid().nullable(),
  system: z.string().nullable(),
  ids: z.record(z.string(), z.string()),
});

let sender: PgBoss | undefined;

/**
 * Puts a job in the queue, in the same transaction as the change that asks for it: both come to be, or neither.
 * It will run as the post or the named part of the system given here, checked anew at that time.
 */
export async function enqueue(
  db: Db,
  job: QueuedJob,
  by: { readonly post: string } | { readonly system: string },
  ids: JobIds,
): Promise<void> {
  if (!sender) throw new Error(`${job.name} was asked for before the queue was opened`);
  const data: z.input<typeof payload> = { job: job.name, post: null, system: null, ids, ...by };
  await sender.send(queue, data, { db: db.driver });
}

/**
 * Opens the queue over the pool of the database and works on it. The library is loaded only now (16 MB, 75 ms):
 * a town without queued jobs does not pay for it.
 *
 * @param pollSeconds how often the database is asked: so long may a job lie before it is begun
 */
export async function openQueue(
  database: Database,
  jobs: readonly QueuedJob[],
  pollSeconds: number,
): Promise<{ stop(): Promise<void> }> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values as unknown[]) },
    schema: 'pgboss',
    // The migrator makes and upgrades the queue's tables; the pool's login may not.
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 120,
    monitorIntervalSeconds: 120,
    maintenanceIntervalSeconds: 3600,
    queueCacheIntervalSeconds: 3600,
    flowIntervalSeconds: 3600,
  });
  boss.on('error', (error) => log('queue_failed', { error: error.stack ?? error.message }));
  await boss.start();
  await boss.createQueue(queue, queueOptions);
  sender = boss;
  const known = new Map(jobs.map((job) => [job.name, job]));
  await boss.work(queue, { pollingIntervalSeconds: pollSeconds, batchSize: 1 }, async (taken) => {
    for (const { data } of taken) await runQueued(database, known, payload.parse(data));
  });
  return {
    async stop() {
      if (sender === boss) sender = undefined;
      await boss.stop({ graceful: true, timeout: 1_500, close: false });
    },
  };
}

async function runQueued(
  database: Database,
  known: ReadonlyMap<string, QueuedJob>,
  { job: name, post, system, ids }: z.output<typeof payload>,
): Promise<void> {
  const job = known.get(name);
  if (!job) throw new Error(`no job is called ${name}`);
  const by: Credential =
    post !== null
      ? { kind: 'post', post }
      : system !== null
        ? { kind: 'system', name: system }
        : { kind: 'none' };
  try {
    await job.run(database, ids, by);
  } catch (error) {
    log('job_failed', { job: name, error: error instanceof Error ? error.stack : String(error) });
    throw error;
  }
}

/** SQL for what waits in the queue: a backup takes it along. */
export const waitingInQueue = `select data, to_char(start_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as start_after
  from pgboss.job where name = '${queue}' and state in ('created', 'retry', 'active') order by created_on, id`;

/** Puts what waited in another town's queue into this one's. */
export async function fillQueue(
  client: pg.ClientBase,
  jobs: readonly { readonly data: unknown; readonly start_after: string }[],
): Promise<void> {
  if (jobs.length === 0) return;
  const options = JSON.stringify({ policy: 'standard', ...queueOptions });
  await client.query('select pgboss.create_queue($1, $2)', [queue, options]);
  for (const { data, start_after } of jobs) {
    await client.query(
      `insert into pgboss.job (name, data, start_after, retry_limit, retry_delay, retry_backoff, retry_delay_max, policy)
       select name, $2, $3, retry_limit, retry_delay, retry_backoff, retry_delay_max, policy from pgboss.queue where name = $1`,
      [queue, JSON.stringify(data), start_after],
    );
  }
}
