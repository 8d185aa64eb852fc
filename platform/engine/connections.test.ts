import { statSync } from 'node:fs';
import pg from 'pg';
import { expect, test } from 'vitest';
import { resolveConnections } from './connections.ts';
import { startEngine } from './engine.ts';
import { makeDataFolder, projectFolder } from './rig.ts';
import { appPassword, secretsPath } from './secrets.ts';

async function whoAmI(config: pg.PoolConfig) {
  const client = new pg.Client(config);
  await client.connect();
  const { rows } = await client.query('select current_user as name, current_database() as database');
  await client.end();
  return rows[0];
}

test('on the engine and on DATABASE_URL alone, the app signs in as kanaeau_app with the folder’s password', async () => {
  using data = makeDataFolder();
  const engine = await startEngine({
    dataFolder: data.path,
    projectFolder,
    say: () => undefined,
    fast: true,
  });
  const embedded = resolveConnections({}, engine);
  expect(embedded.embedded).toBe(true);

  const owner = new pg.Client(embedded.owner);
  await owner.connect();
  await owner.query(`create role kanaeau_app login password ${pg.escapeLiteral(appPassword(data.path))}`);
  await owner.end();

  const { host, password, port } = engine;
  const url = `postgres://postgres:${password}@${encodeURIComponent(host)}:${port}/kanaeau`;
  const served = resolveConnections({ DATABASE_URL: url }, undefined, data.path);
  expect(served.embedded).toBe(false);
  for (const { owner, app } of [embedded, served]) {
    expect(await whoAmI(owner)).toEqual({ name: 'postgres', database: 'kanaeau' });
    expect(await whoAmI(app)).toEqual({ name: 'kanaeau_app', database: 'kanaeau' });
  }
  await engine.stop();
});

test('with both addresses each is used for its own', () => {
  const env = {
    DATABASE_URL: 'postgres://app:one@db.example:6432/town',
    DATABASE_OWNER_URL: 'postgres://owner:two@db.example/town?sslmode=verify-full',
  };
  const { owner, app, embedded } = resolveConnections(env);
  expect(embedded).toBe(false);
  expect(app).toMatchObject({
    host: 'db.example',
    port: 6432,
    user: 'app',
    password: 'one',
    database: 'town',
    ssl: false,
  });
  expect(owner).toMatchObject({ host: 'db.example', port: 5432, user: 'owner', password: 'two', ssl: {} });
});

test('an address that cannot be read and an owner’s address alone are refused with a sentence', () => {
  using data = makeDataFolder();
  const resolve = (env: Record<string, string>) => () => resolveConnections(env, undefined, data.path);
  expect(resolve({ DATABASE_URL: 'postgres://[' })).toThrow('DATABASE_URL を読み取れません');
  expect(resolve({ DATABASE_OWNER_URL: 'postgres://o@db/t' })).toThrow('DATABASE_OWNER_URL だけ');
});

test('the app’s password is made once and only its owner can read it', () => {
  using data = makeDataFolder();
  const made = appPassword(data.path);
  expect(made).toMatch(/^[\w-]{32}$/);
  expect(appPassword(data.path)).toBe(made);
  expect(statSync(secretsPath(data.path)).mode & 0o777).toBe(0o600);
});
