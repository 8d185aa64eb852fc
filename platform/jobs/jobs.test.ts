import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { openTown } from '../../test/town.ts';
import { leaveRow } from '../audit/rig.ts';
import type { Credential } from '../db.ts';
import { sql } from '../sql.ts';
import type { JobIds, QueuedJob } from './job.ts';
import { enqueue } from './queue.ts';
import { startJobs } from './start.ts';

const town = await openTown('empty');
const { database } = town;
const sealer = { kind: 'system', name: 'sealer' } as const;
const post = '018f0000-0000-7000-8000-000000000001';

/** Opens the queue with one job that notes what it was given. */
async function openNotes(work?: () => Promise<void>) {
  const ran: { ids: JobIds; by: Credential }[] = [];
  const note: QueuedJob = {
    name: 'note',
    async run(_, ids, by) {
      ran.push({ ids, by });
      await work?.();
    },
  };
  const jobs = await startJobs(database, { recurring: [], queued: [note], pollSeconds: 0.5 });
  onTestFinished(() => jobs.stop());
  return { ran, note, jobs };
}

test('a job is in the queue when its change commits, and never when it does not; it runs as who asked', async () => {
  const { ran, note } = await openNotes();
  await database.as(sealer, 'test', (db) => enqueue(db, note, { post }, { sheet: 'a' }));
  await database.as(sealer, 'test', (db) => enqueue(db, note, { system: 'sealer' }, { sheet: 'b' }));
  const failing = database.as(sealer, 'test', async (db) => {
    await enqueue(db, note, { post }, { sheet: 'never' });
    throw new Error('the change fails');
  });
  await expect(failing).rejects.toThrow('the change fails');
  await expect.poll(() => ran.length, { timeout: 5_000 }).toBe(2);
  expect(ran).toEqual([
    { ids: { sheet: 'a' }, by: { kind: 'post', post } },
    { ids: { sheet: 'b' }, by: { kind: 'system', name: 'sealer' } },
  ]);
  const [left] = await town.look<{ n: number }>(
    `select count(*)::int as n from pgboss.job where state <> 'completed'`,
  );
  expect(left?.n).toBe(0);
}, 10_000);

test('a job that fails waits to be tried again', async () => {
  const { ran, note } = await openNotes(() => Promise.reject(new Error('not today')));
  await database.as(sealer, 'test', (db) => enqueue(db, note, { post }, { sheet: 'again' }));
  await expect.poll(() => ran.length, { timeout: 5_000 }).toBe(1);
  await expect
    .poll(() => town.look(`select 1 from pgboss.job where state = 'retry' and start_after > now()`))
    .toHaveLength(1);
}, 10_000);

test('nothing can be asked for while no queue is open', async () => {
  const { note, jobs } = await openNotes();
  await jobs.stop();
  const asking = database.as(sealer, 'test', (db) => enqueue(db, note, { post }, {}));
  await expect(asking).rejects.toThrow('before the queue was opened');
});

test('a recurring job runs over and over, also after a run that fails', async () => {
  let runs = 0;
  const counting = {
    name: 'counting',
    everySeconds: 0.02,
    run: async () => {
      runs += 1;
      if (runs === 1) throw new Error('the first one fails');
    },
  };
  const jobs = await startJobs(database, { recurring: [counting], queued: [] });
  await expect.poll(() => runs).toBeGreaterThan(2);
  await jobs.stop();
  const stopped = runs;
  await new Promise((done) => setTimeout(done, 60));
  expect(runs).toBe(stopped);
});

test('a stop waits for a run that is under way, but not for ever', async () => {
  let begun = false;
  const endless = {
    name: 'endless',
    everySeconds: 0.01,
    run() {
      begun = true;
      return new Promise(() => undefined);
    },
  };
  const jobs = await startJobs(database, { recurring: [endless], queued: [] });
  await expect.poll(() => begun).toBe(true);
  const started = performance.now();
  await jobs.stop();
  expect(performance.now() - started).toBeLessThan(2_500);
}, 10_000);

test('the queue is outside the gate and says nothing about anybody', async () => {
  await leaveRow(database, 'any');
  const names = await database.as(sealer, 'test', (db) =>
    db.all(z.object({ data: z.record(z.string(), z.unknown()) }), sql`select data from pgboss.job`),
  );
  for (const { data } of names) expect(Object.keys(data).sort()).toEqual(['ids', 'job', 'post', 'system']);
});
