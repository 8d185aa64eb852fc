import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { accountFor, spawnAs } from './account.ts';
import { startEngine } from './engine.ts';
import { findRunningServer } from './leftover.ts';
import {
  beginElsewhere,
  killAll,
  makeDataFolder,
  projectFolder,
  signIn,
  startElsewhere,
  treeOf,
} from './rig.ts';

const say = () => undefined;
const here = (dataFolder: string) => startEngine({ dataFolder, projectFolder, say });

async function started(dataFolder: string, fast = false) {
  const { child, said } = await startElsewhere(dataFolder, { fast });
  if ('refused' in said || child.pid === undefined) throw new Error(JSON.stringify(said));
  return { child, pid: child.pid, said };
}

test('kill -9 of the whole tree in the middle of writing loses nothing that was acknowledged', async () => {
  using data = makeDataFolder();
  let acknowledged = 0;
  for (let round = 1; round <= 3; round++) {
    const { child, pid, said } = await started(data.path);
    const writer = await signIn(said);
    await writer.query('create table if not exists visit (n int primary key)');
    const killed = pause(150).then(() => killAll(child, treeOf(pid)));
    const writing = (async () => {
      for (;;) {
        await writer.query('insert into visit select coalesce(max(n), 0) + 1 from visit');
        acknowledged++;
      }
    })();
    await expect(writing).rejects.toThrow();
    await killed;
  }
  const engine = await here(data.path);
  const reader = await signIn(engine);
  const { rows } = await reader.query('select count(*)::int as count, max(n) as last from visit');
  await reader.end();
  await engine.stop();
  expect(acknowledged).toBeGreaterThan(0);
  // One per round may have been written whose answer did not arrive any more.
  expect(rows[0].count).toBeGreaterThanOrEqual(acknowledged);
  expect(rows[0].count).toBeLessThanOrEqual(acknowledged + 3);
  expect(rows[0].last).toBe(rows[0].count);
});

test('kill -9 in the middle of the first start leaves nothing the next one stumbles over', async () => {
  using data = makeDataFolder();
  for (const after of [150, 350, 550]) {
    const child = beginElsewhere(data.path);
    await pause(after);
    await killAll(child, treeOf(child.pid ?? 0));
  }
  const engine = await here(data.path);
  await (await signIn(engine)).end();
  await engine.stop();
  expect(readdirSync(data.path).filter((name) => name.includes('.new'))).toEqual([]);
});

test('what still writes into a first start that was broken off is ended before its folder goes', async () => {
  using data = makeDataFolder();
  const unfinished = join(data.path, 'postgres.new-1');
  const script = 'while mkdir -p "$HOME/base"; do echo half > "$HOME/base/1"; done';
  const writer = spawn('/bin/sh', ['-c', script], {
    env: { PATH: process.env.PATH, HOME: unfinished },
    stdio: 'ignore',
    timeout: 30_000,
  });
  const ended = once(writer, 'exit');
  while (!existsSync(unfinished)) await pause(5);
  const engine = await here(data.path);
  await engine.stop();
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(readdirSync(data.path).filter((name) => name.includes('.new'))).toEqual([]);
});

test('kill -9 of the parent alone leaves a server that the next start takes over', async () => {
  using data = makeDataFolder();
  const { child, pid, said } = await started(data.path);
  await killAll(child, [pid]);
  const left = findRunningServer(join(data.path, 'postgres'));
  expect(left).toBeDefined();
  const engine = await here(data.path);
  expect(engine).toMatchObject({ adopted: true, password: said.password, host: said.host });
  await engine.stop();
  expect(findRunningServer(join(data.path, 'postgres'))).toBeUndefined();
});

test('a left-over server that was started otherwise is ended and started anew', async () => {
  using data = makeDataFolder();
  const { child, pid } = await started(data.path, true);
  await killAll(child, [pid]);
  const engine = await here(data.path);
  expect(engine.adopted).toBe(false);
  const client = await signIn(engine);
  expect((await client.query('show fsync')).rows).toEqual([{ fsync: 'on' }]);
  await client.end();
  await engine.stop();
});

test('kill -9 of the postmaster alone does not keep the next one from starting', async () => {
  using data = makeDataFolder();
  const { child, pid, said } = await started(data.path);
  const busy = await signIn(said);
  const ended = busy.query('do $$ begin for i in 1..2000000000 loop perform 1; end loop; end $$').then(
    () => 'ended',
    () => 'ended',
  );
  const server = findRunningServer(join(data.path, 'postgres'));
  await pause(100);
  process.kill(server?.pid ?? 0, 'SIGKILL');
  await killAll(child, [pid]);
  const engine = await here(data.path);
  expect(engine.adopted).toBe(false);
  expect(await ended).toBe('ended');
  await (await signIn(engine)).end();
  await engine.stop();
});

test('the pid of a dead server that a zombie or another program has now does not stop a start', async () => {
  using data = makeDataFolder();
  const cluster = join(data.path, 'postgres');
  await (await here(data.path)).stop();
  const account = accountFor(cluster);
  // PostgreSQL's own check believes every pid of its account that answers.
  const sleeper = spawn('sleep', ['60'], spawnAs(account));
  const { parent, zombie } = await makeZombie(join(data.path, '..', 'postgres'), account);
  for (const pid of [sleeper.pid, zombie]) {
    const noted = [pid, cluster, 1, 5432, cluster, '', '', 'ready   ', ''].join('\n');
    writeFileSync(join(cluster, 'postmaster.pid'), noted);
    writeFileSync(join(cluster, '.s.PGSQL.5432.lock'), noted);
    expect(findRunningServer(cluster)).toBeUndefined();
    const engine = await here(data.path);
    expect(engine.adopted).toBe(false);
    await engine.stop();
  }
  expect(sleeper.exitCode).toBeNull();
  for (const process of [sleeper, parent]) process.kill('SIGKILL');
});

/** A process named postgres that has ended and whose parent never asks how. */
async function makeZombie(program: string, account: ReturnType<typeof accountFor>) {
  copyFileSync('/bin/sleep', program);
  const script = `"$0" 0 & echo $!; exec sleep 60`;
  const parent: ChildProcess = spawn('/bin/sh', ['-c', script, program], {
    ...spawnAs(account),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(parent.stdout ?? parent, 'data');
  await pause(100);
  return { parent, zombie: Number(String(line).trim()) };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends the server with its parent', async (signal) => {
  using data = makeDataFolder();
  const { child } = await started(data.path, true);
  const ended = once(child, 'exit');
  const begin = performance.now();
  child.kill(signal);
  expect(await ended).toEqual([null, signal]);
  expect(performance.now() - begin).toBeLessThan(3000);
  expect(findRunningServer(join(data.path, 'postgres'))).toBeUndefined();
});
