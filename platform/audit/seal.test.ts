import pg from 'pg';
import { expect, test } from 'vitest';
import { openTown } from '../../test/town.ts';
import { Database } from '../db.ts';
import { leaveRow, leaveRows, signIn } from './rig.ts';
import { readAuditLag, sealAudit } from './seal.ts';
import { verifyChain } from './verify.ts';

const town = await openTown('empty');
const { database } = town;

const countSealed = async () =>
  (
    await town.look<{ n: number; ids: number; inbox: number }>(
      `select count(*)::int as n, count(distinct id)::int as ids,
      (select count(*)::int from audit_inbox) as inbox from audit_entries`,
    )
  )[0];

const verify = () =>
  database.as({ kind: 'system', name: 'sealer' }, 'verify', (db) => verifyChain(db.driver));

test('many writers and several sealers lose nothing and double nothing', async () => {
  const before = (await countSealed())?.n ?? 0;
  const pool = new pg.Pool({ ...town.appLogin, max: 12 });
  const crowd = new Database(pool, () => town.clock.now);
  let writing = true;
  const sealing = [1, 2].map(async () => {
    while (writing) await sealAudit(database, 50);
  });
  await Promise.all(Array.from({ length: 10 }, () => leaveRows(crowd, 100)));
  writing = false;
  await Promise.all(sealing);
  await sealAudit(database);
  await crowd.close();
  expect(await countSealed()).toEqual({ n: before + 1000, ids: before + 1000, inbox: 0 });
  expect(await verify()).toMatchObject({ broken: null, entries: before + 1000 });
});

test('a row whose transaction is still open is sealed after it commits, and never when it does not', async () => {
  await sealAudit(database);
  const before = (await countSealed())?.n ?? 0;
  const [slow, taken] = [await signIn(town.appLogin), await signIn(town.appLogin)];
  for (const client of [slow, taken]) {
    await client.query('begin');
    await client.query(
      `insert into audit_inbox (id, at, operation, word, outcome, subjects)
       values (gen_random_uuid(), '2026-02-02T01:00:00Z', 'recordVisit', 'slow', 'done', '{}')`,
    );
  }
  await leaveRow(database, 'quick');
  expect(await sealAudit(database)).toBe(1);
  await slow.query('commit');
  await taken.query('rollback');
  expect(await sealAudit(database)).toBe(1);
  expect(await countSealed()).toEqual({ n: before + 2, ids: before + 2, inbox: 0 });
  await Promise.all([slow.end(), taken.end()]);
  expect((await verify()).broken).toBeNull();
});

test('a sealer that dies in the middle leaves every row where it was', async () => {
  await leaveRows(database, 20);
  const before = await countSealed();
  // Stands in the sealer's way at its last step, so that it can be ended there.
  const guard = await signIn(town.owner);
  await guard.query('begin; lock table audit_batches in exclusive mode');
  const pool = new pg.Pool({ ...town.appLogin, max: 1, application_name: 'doomed sealer' });
  const doomed = new Database(pool, () => town.clock.now);
  const sealing = sealAudit(doomed).catch((error: unknown) => error);
  await expect
    .poll(() =>
      town.look(
        `select 1 from pg_stat_activity where application_name = 'doomed sealer' and wait_event_type = 'Lock'`,
      ),
    )
    .toHaveLength(1);
  await town.look(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed sealer'`,
  );
  expect(await sealing).toBeInstanceOf(Error);
  await guard.query('rollback');
  await guard.end();
  await doomed.close();
  expect(await countSealed()).toEqual(before);
  expect(await sealAudit(database)).toBe(20);
  expect(await verify()).toMatchObject({ broken: null });
});

test('a batch is no larger than asked for and is ordered by moment', async () => {
  await sealAudit(database);
  const late = town.clock.now;
  await leaveRow(database, 'later');
  town.clock.now = new Date(late.getTime() - 60_000);
  await leaveRow(database, 'earlier');
  town.clock.now = late;
  await leaveRows(database, 5);
  await sealAudit(database, 2);
  const sizes = await town.look<{ n: number }>(
    'select last_entry - first_entry + 1 as n from audit_batches order by number desc limit 4',
  );
  expect(sizes.map(({ n }) => Number(n))).toEqual([1, 2, 2, 2]);
  const words = await town.look<{ word: string }>(
    `select word from audit_entries where word in ('later', 'earlier') order by number`,
  );
  expect(words.map(({ word }) => word)).toEqual(['earlier', 'later']);
});

test('the lag is the age of the oldest row that waits', async () => {
  await sealAudit(database);
  expect(await readAuditLag(database)).toBe(0);
  await leaveRow(database, 'waits');
  const left = town.clock.now;
  town.clock.now = new Date(left.getTime() + 61_000);
  expect(await readAuditLag(database)).toBe(61);
  town.clock.now = left;
  await sealAudit(database);
  expect(await readAuditLag(database)).toBe(0);
});

test('nobody but the sealer takes a row out of the inbox or writes into the chain', async () => {
  await leaveRow(database, 'stays');
  const client = await signIn(town.appLogin);
  for (const text of [
    `insert into audit_batches values (99, now(), 1, 1, '\\x00', '\\x00')`,
    `insert into audit_entries (number, batch, id, at, operation, word, outcome, subjects)
      values (99999, 1, gen_random_uuid(), now(), 'x', 'x', 'done', '{}')`,
  ])
    await expect(client.query(text)).rejects.toThrow('row-level security');
  expect((await client.query('delete from audit_inbox')).rowCount).toBe(0);
  for (const table of ['audit_batches', 'audit_entries', 'audit_inbox'])
    await expect(
      client.query(`update ${table} set ${table === 'audit_batches' ? 'sealed_at' : 'at'} = now()`),
    ).rejects.toThrow('permission denied');
  await expect(client.query('delete from audit_entries')).rejects.toThrow('permission denied');
  await client.end();
});
