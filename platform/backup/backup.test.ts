import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { restoreTown } from '../../db/restore.ts';
import { makeEmptyDatabase, readRows } from '../../db/rig.ts';
import { readShape } from '../../db/shape.ts';
import { openTown } from '../../test/town.ts';
import { leaveRows, signIn } from '../audit/rig.ts';
import { sealAudit } from '../audit/seal.ts';
import { verifyChain } from '../audit/verify.ts';
import { Database } from '../db.ts';
import { startEngine } from '../engine/engine.ts';
import { findDataFolder } from '../engine/folder.ts';
import { projectFolder } from '../house.ts';
import { backupTown } from './make.ts';
import { readThrough } from './read.ts';

const town = await openTown('cast');
await leaveRows(town.database, 30);
await sealAudit(town.database, 10);
await leaveRows(town.database, 3);

const folder = mkdtempSync(join(tmpdir(), 'kanaeau-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'town.kanaeau');
const report = await backupTown({ owner: town.owner, file, at: town.clock.now, keyPrint: null });

test('a town is written into one file and comes out of it with every row, counter, rule and the audit chain equal', async () => {
  expect(report.manifest.town).toEqual(expect.objectContaining({ code: '402036' }));
  expect(report.manifest.audit_root).toMatchObject({ batch: expect.any(Number), hash: expect.any(String) });
  expect(statSync(file).mode & 0o777).toBe(0o600);

  const target = await makeEmptyDatabase(town.owner);
  const restored = await restoreTown({ file, owner: target });
  expect(restored.rows).toBe(report.rows);
  expect(restored.audit).toMatchObject({ broken: null });
  expect(await readRows(target)).toEqual(await readRows(town.owner));
  const [one, other] = [await signIn(town.owner), await signIn(target)];
  expect(await readShape(other)).toEqual(await readShape(one));
  await Promise.all([one.end(), other.end()]);

  const pool = new pg.Pool({ ...town.appLogin, database: target.database });
  const database = new Database(pool, () => town.clock.now);
  expect(await sealAudit(database)).toBe(3);
  const verdict = await database.as({ kind: 'system', name: 'sealer' }, 'verify', (db) =>
    verifyChain(db.driver, report.manifest.audit_root ?? undefined),
  );
  expect(verdict).toMatchObject({ broken: null });
  await database.close();
});

test('only the migrator’s login becomes the reader of backups; the application’s reads no secret', async () => {
  const client = await signIn(town.appLogin);
  await expect(client.query('set role kanaeau_backup')).rejects.toThrow('permission denied');
  await expect(client.query('select * from account_secrets')).rejects.toThrow('permission denied');
  await client.end();
});

test('a backup is of one moment, also while people go on writing', async () => {
  const writer = leaveRows(town.database, 200);
  const moving = join(folder, 'moving.kanaeau');
  const moved = await backupTown({ owner: town.owner, file: moving, at: town.clock.now, keyPrint: null });
  await writer;
  const restored = await restoreTown({ file: moving, owner: await makeEmptyDatabase(town.owner) });
  expect(restored.rows).toBe(moved.rows);
  expect(restored.audit.broken).toBeNull();
});

test('what waits in the queue comes along', async () => {
  const job = { job: 'note', post: null, system: 'sealer', ids: { sheet: 'a' } };
  await town.look(`select pgboss.create_queue('town', '{"policy": "standard"}')`);
  await town.look(`insert into pgboss.job (name, data) values ('town', $1)`, [JSON.stringify(job)]);
  const waiting = join(folder, 'waiting.kanaeau');
  await backupTown({ owner: town.owner, file: waiting, at: town.clock.now, keyPrint: null });
  const target = await makeEmptyDatabase(town.owner);
  await restoreTown({ file: waiting, owner: target });
  const client = await signIn(target);
  const { rows } = await client.query('select name, data, state, retry_limit from pgboss.job');
  expect(rows).toEqual([{ name: 'town', data: job, state: 'created', retry_limit: 8 }]);
  await client.end();
});

test('a backup never writes over another', async () => {
  const again = backupTown({ owner: town.owner, file, at: town.clock.now, keyPrint: null });
  await expect(again).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('上書きしません'),
  });
});

test('a database that is not empty is left alone', async () => {
  const before = await readRows(town.owner);
  const onto = restoreTown({ file, owner: town.owner });
  await expect(onto).rejects.toMatchObject({ message: expect.stringContaining('すでに記録があります') });
  expect(await readRows(town.owner)).toEqual(before);
});

test.each([
  ['cut short', (whole: Buffer) => whole.subarray(0, whole.length - 2_000)],
  [
    'with a byte turned over',
    (whole: Buffer) => Buffer.from(whole).fill(~whole.readUInt8(9_000), 9_000, 9_001),
  ],
  [
    'with a row changed and packed anew',
    (whole: Buffer) => {
      const archive = gunzipSync(whole);
      const at = archive.indexOf('visit.recorded');
      return gzipSync(archive.fill('v', at, at + 14));
    },
  ],
  ['that is something else', () => Buffer.from('%PDF-1.7')],
])('a file %s is refused, and the database stays empty', async (_, change) => {
  const damaged = join(folder, 'damaged.kanaeau');
  writeFileSync(damaged, change(readFileSync(file)));
  await expect(readThrough(damaged)).rejects.toMatchObject({ code: 'refused' });
  const target = await makeEmptyDatabase(town.owner);
  await expect(restoreTown({ file: damaged, owner: target })).rejects.toMatchObject({
    message: expect.stringContaining('読み取れません'),
  });
  const client = await signIn(target);
  const { rows } = await client.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace`,
  );
  expect(rows).toEqual([]);
  await client.end();
});

test('a backup of a newer release is refused', async () => {
  const archive = gunzipSync(readFileSync(file));
  const newer = join(folder, 'newer.kanaeau');
  const text = archive.toString('latin1').replace(/"schema_version": \d/, '"schema_version":99');
  writeFileSync(newer, gzipSync(Buffer.from(text, 'latin1')));
  await expect(restoreTown({ file: newer, owner: town.owner })).rejects.toMatchObject({
    message: expect.stringContaining('新しい版'),
  });
});

/** Another cluster: the server of `KANAEAU_OTHER_DATABASE_URL`, else a second embedded engine. */
async function openElsewhere(): Promise<pg.ClientConfig> {
  const url = process.env.KANAEAU_OTHER_DATABASE_URL;
  if (url) {
    const { host, port, user, password } = new pg.Client({ connectionString: url });
    return { host, port, user, password: password ?? '' };
  }
  const parent = mkdtempSync(join(tmpdir(), 'kanaeau-elsewhere-'));
  chmodSync(parent, 0o755);
  const env = { KANAEAU_DATA: join(parent, 'data') };
  const { folder: dataFolder } = findDataFolder({ projectFolder, env, uid: process.getuid?.() });
  const engine = await startEngine({ dataFolder, projectFolder, say: () => undefined, fast: true });
  onTestFinished(async () => {
    await engine.stop();
    rmSync(parent, { recursive: true, maxRetries: 5 });
  });
  return { host: engine.host, port: engine.port, user: engine.superuser, password: engine.password };
}

test('a town moves to another cluster and back, and nothing of it has changed', async () => {
  const abroad = await makeEmptyDatabase(await openElsewhere());
  await restoreTown({ file, owner: abroad });
  const back = join(folder, 'back.kanaeau');
  await backupTown({ owner: abroad, file: back, at: town.clock.now, keyPrint: null });
  const home = await makeEmptyDatabase(town.owner);
  const restored = await restoreTown({ file: back, owner: home });
  expect(restored.audit.broken).toBeNull();
  expect(await readRows(home)).toEqual(await readRows(abroad));
  expect(await contentsOf(back)).toEqual(await contentsOf(file));
});

/** The checksums of all tables. Rows have no order of their own, so both are read from databases filled alike. */
async function contentsOf(backup: string) {
  return (await readThrough(backup)).sums;
}
