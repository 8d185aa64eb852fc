import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { idOf } from '#domains/sample-town.ts';
import { signIn } from '#platform/audit/rig.ts';
import { readThrough } from '#platform/backup/read.ts';
import { fillFromBackup } from '#platform/backup/restore.ts';
import { Database } from '#platform/db.ts';
import { projectFolder } from '#platform/house.ts';
import { sql } from '#platform/sql.ts';
import { openTown } from '../test/town.ts';
import { migrate, newestVersion, readMigrations } from './migrate.ts';
import { restoreTown } from './restore.ts';
import { makeEmptyDatabase, readRows } from './rig.ts';
import { readShape } from './shape.ts';

const town = await openTown('cast');
const next = newestVersion() + 1;
const olderTowns = join(projectFolder, 'test/older-towns');
const upgradeBy = (text: string) =>
  migrate(town.owner, undefined, { migrations: [...readMigrations(), { number: next, name: 'test', text }] });

/** How many households a post sees, through the gate. */
const countHouseholds = async (database: Database, who: string) =>
  database.as({ kind: 'post', post: idOf(`post:${who}`) }, 'test', (db) =>
    db.one(z.object({ n: z.int() }), sql`select count(*)::int as n from households`),
  );

test('an upgrade that fails leaves the town as it was, behind its gate', async () => {
  const client = await signIn(town.owner);
  const [rows, shape] = [await readRows(town.owner), await readShape(client)];
  const failing = `alter table households add column floor integer; update households set floor = 2; select 1 / 0`;
  await expect(upgradeBy(failing)).rejects.toThrow('division by zero');
  expect(await readRows(town.owner)).toEqual(rows);
  expect(await readShape(client)).toEqual(shape);
  await client.end();
});

test('an older town with data is upgraded: every row is reached, the others stay, the gate is up again', async () => {
  const client = await signIn(town.owner);
  const [rows, shape] = [await readRows(town.owner), await readShape(client)];
  const seen = await countHouseholds(town.database, 'koga');
  await upgradeBy('alter table households add column floor integer; update households set floor = 2');
  const [households] = await town.look<{ all: number; reached: number }>(
    'select count(*)::int as all, count(floor)::int as reached from households',
  );
  expect(households?.all).toBeGreaterThan(1);
  expect(households?.reached).toBe(households?.all);
  const after = await readRows(town.owner);
  expect(Object.keys(after).filter((table) => after[table] !== rows[table])).toEqual(['households']);
  const added = (await readShape(client)).filter((line) => !shape.includes(line));
  expect(added).toEqual([expect.stringContaining('column households.floor')]);
  expect(await countHouseholds(town.database, 'koga')).toEqual(seen);
  expect((await client.query('select max(number) as newest from schema_versions')).rows[0].newest).toBe(next);
  await client.end();
});

test('rows of an older release are put into the tables of that release, and upgraded from there', async () => {
  const owner = await makeEmptyDatabase(town.owner);
  const file = join(olderTowns, '0001.kanaeau');
  const text = 'alter table households add column floor integer; update households set floor = 2';
  await migrate(owner, undefined, {
    filling: { version: 1, fill: async (client) => void (await fillFromBackup(client, file)) },
    migrations: [...readMigrations(), { number: next, name: 'test', text }],
  });
  const client = await signIn(owner);
  const { rows } = await client.query(
    'select count(*)::int as all, count(floor)::int as reached from households',
  );
  expect(rows[0].reached).toBe(rows[0].all);
  expect(rows[0].all).toBe((await readThrough(file)).sums.households?.rows);
  const versions = await client.query('select number from schema_versions order by number');
  expect(versions.rows.map(({ number }) => number)).toEqual([
    ...readMigrations().map(({ number }) => number),
    next,
  ]);
  await client.end();
});

test.each(readdirSync(olderTowns).filter((file) => file.endsWith('.kanaeau')))(
  'the town kept in %s comes up in this release with all its rows',
  async (name) => {
    const file = join(olderTowns, name);
    const { manifest, sums } = await readThrough(file);
    expect(manifest.schema_version).toBe(Number(name.slice(0, 4)));
    const owner = await makeEmptyDatabase(town.owner);
    const restored = await restoreTown({ file, owner });
    expect(restored.audit).toMatchObject({ broken: null, entries: manifest.audit_root?.entries });

    const fresh = await makeEmptyDatabase(town.owner);
    await migrate(fresh);
    const [one, other] = [await signIn(owner), await signIn(fresh)];
    expect(await readShape(one)).toEqual(await readShape(other));
    const { rows } = await one.query('select count(*)::int as n from households');
    expect(rows[0].n).toBe(sums.households?.rows);
    await Promise.all([one.end(), other.end()]);

    const database = new Database(
      new pg.Pool({ ...town.appLogin, database: owner.database }),
      () => town.clock.now,
    );
    expect((await countHouseholds(database, 'koga')).n).toBeGreaterThan(0);
    await database.close();
  },
);
