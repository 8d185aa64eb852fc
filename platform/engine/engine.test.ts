import { chownSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findNobody } from './account.ts';
import { startEngine } from './engine.ts';
import { findRunningServer } from './leftover.ts';
import {
  killAll,
  makeDataFolder,
  makeOpenFolder,
  projectFolder,
  signIn,
  startElsewhere,
  treeOf,
} from './rig.ts';
import { secretsPath } from './secrets.ts';

const say = () => undefined;

test('a first start makes an empty database and a later start finds what was written in it', async () => {
  using data = makeDataFolder();
  const first = await startEngine({ dataFolder: data.path, projectFolder, say });
  const writing = await signIn(first);
  await writing.query("create table wish (said text); insert into wish values ('話をしたい')");
  await writing.end();
  await first.stop();
  expect(findRunningServer(join(data.path, 'postgres'))).toBeUndefined();

  const begin = performance.now();
  const later = await startEngine({ dataFolder: data.path, projectFolder, say });
  expect(performance.now() - begin).toBeLessThan(2000);
  expect(later).toMatchObject({ adopted: false, version: expect.stringMatching(/^\d+\.\d+/) });
  const reading = await signIn(later);
  expect((await reading.query('select said from wish')).rows).toEqual([{ said: '話をしたい' }]);
  await reading.end();
  const stopping = performance.now();
  await later.stop();
  await later.stop();
  expect(performance.now() - stopping).toBeLessThan(3000);
});

test('the server keeps to its socket, asks for the password and is safe unless it is told to be fast', async () => {
  using data = makeDataFolder();
  const settings = `select current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
    current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as waits,
    current_setting('timezone') as zone, current_setting('server_encoding') as encoding, 'あ' ~ '\\w' as letters`;
  const ask = async (fast: boolean) => {
    const engine = await startEngine({ dataFolder: data.path, projectFolder, say, fast });
    const client = await signIn(engine);
    const { rows } = await client.query(settings);
    await client.end();
    await expect(signIn({ ...engine, password: 'wrong' })).rejects.toMatchObject({ code: '28P01' });
    await engine.stop();
    return rows[0];
  };
  const same = { listens: '', zone: 'UTC', encoding: 'UTF8', letters: true };
  expect(await ask(false)).toEqual({ ...same, fsync: 'on', pages: 'on', waits: 'on' });
  expect(await ask(true)).toEqual({ ...same, fsync: 'off', pages: 'off', waits: 'off' });
  expect(statSync(secretsPath(data.path)).mode & 0o777).toBe(0o600);
  expect(statSync(join(data.path, 'postgres')).mode & 0o777).toBe(0o700);
});

test('a second server on the same data is refused with the address of the first', async () => {
  using data = makeDataFolder();
  const first = await startElsewhere(data.path, { fast: true });
  expect(first.said).toMatchObject({ adopted: false });
  const second = startEngine({ dataFolder: data.path, projectFolder, say, fast: true });
  await expect(second).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining(
      `http://localhost:3000 を開いてください（プロセス番号 ${first.child.pid}）`,
    ),
  });
  await killAll(first.child, treeOf(first.child.pid ?? 0));
});

test('an ordinary account runs it as itself', async () => {
  using parent = makeOpenFolder();
  const { uid, gid } = process.getuid?.() === 0 ? findNobody() : { uid: undefined, gid: undefined };
  const folder = join(parent.path, 'data');
  mkdirSync(folder, { mode: 0o700 });
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  const own = await startElsewhere(folder, { fast: true, ...(uid === undefined ? {} : { uid, gid }) });
  expect(own.said).toMatchObject({ adopted: false, host: join(folder, 'postgres') });
  expect(statSync(join(folder, 'postgres')).uid).toBe(uid ?? process.getuid?.());
  await killAll(own.child, treeOf(own.child.pid ?? 0));

  // Root may come by later and leaves it as it was.
  const again = await startEngine({ dataFolder: folder, projectFolder, say, fast: true });
  await again.stop();
  for (const name of ['server.lock', 'postgres.log', 'secrets.json']) {
    expect(statSync(join(folder, name)).uid).toBe(uid ?? process.getuid?.());
  }
});

test('a data folder with a long name gets its socket elsewhere, and it is cleared away', async () => {
  using parent = makeOpenFolder();
  const dataFolder = join(parent.path, '校区'.repeat(20), 'data');
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
  const engine = await startEngine({ dataFolder, projectFolder, say, fast: true });
  expect(engine.host).not.toContain(parent.path);
  expect(statSync(engine.host).mode & 0o777).toBe(0o700);
  await (await signIn(engine)).end();
  await engine.stop();
  const next = await startEngine({ dataFolder, projectFolder, say, fast: true });
  expect(next.host).not.toBe(engine.host);
  await next.stop();
  expect([engine.host, next.host].filter(existsSync)).toEqual([]);
});

test('a first start that was broken off is begun again', async () => {
  using data = makeDataFolder();
  mkdirSync(join(data.path, 'postgres.new-1', 'base'), { recursive: true });
  writeFileSync(join(data.path, 'postgres.new-1.password'), 'half');
  const engine = await startEngine({ dataFolder: data.path, projectFolder, say, fast: true });
  await engine.stop();
  expect(existsSync(join(data.path, 'postgres.new-1'))).toBe(false);
  expect(existsSync(join(data.path, 'postgres.new-1.password'))).toBe(false);
});

test('lost passwords are replaced and damaged ones are refused', async () => {
  using data = makeDataFolder();
  const first = await startEngine({ dataFolder: data.path, projectFolder, say, fast: true });
  await first.stop();
  rmSync(secretsPath(data.path));
  const second = await startEngine({ dataFolder: data.path, projectFolder, say, fast: true });
  expect(second.password).not.toBe(first.password);
  await (await signIn(second)).end();
  await second.stop();
  writeFileSync(secretsPath(data.path), '{}');
  await expect(startEngine({ dataFolder: data.path, projectFolder, say })).rejects.toMatchObject({
    code: 'refused',
  });
});

test('data of another PostgreSQL version is refused and left alone', async () => {
  using data = makeDataFolder();
  const engine = await startEngine({ dataFolder: data.path, projectFolder, say, fast: true });
  await engine.stop();
  writeFileSync(join(data.path, 'postgres', 'PG_VERSION'), '17\n');
  await expect(startEngine({ dataFolder: data.path, projectFolder, say })).rejects.toMatchObject({
    message: expect.stringContaining('PostgreSQL 17'),
  });
});
