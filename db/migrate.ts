import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { getConstructionPlans } from 'pg-boss';
import { projectFolder } from '#platform/house.ts';
import { rooms } from './order.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
}

/** The migrations since the first release, in order: `db/migrations/0002-what-changes.sql`. */
export function readMigrations(): Migration[] {
  const folder = join(projectFolder, 'db/migrations');
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort()
    .map((file) => ({
      number: Number(file.slice(0, 4)),
      name: file.slice(5, -4),
      text: readFileSync(join(folder, file), 'utf8'),
    }));
}

/** All `tables.sql` as they are now, in dependency order. */
export function readTables(): string {
  return readRooms('tables.sql');
}

/**
 * Brings a database to the present shape: roles, tables (a new town from `tables.sql`, an older one by its
 * missing migrations), then the gate's functions and policies, put up anew whenever their text has changed.
 * Several servers may start at once: the work is done under an advisory lock, in one transaction.
 *
 * @param owner a login that may create roles in the cluster and tables in the database
 * @param appPassword set for the login `kanaeau_app` when given
 */
export async function migrate(owner: pg.ClientConfig, appPassword?: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(717273)');
    await retryOnRace(() => client.query(readDb('roles.sql')));
    await client.query('begin');
    if (appPassword)
      await client.query(`alter role kanaeau_app login password ${pg.escapeLiteral(appPassword)}`);
    await client.query('grant create, usage on schema public to kanaeau_owner');
    const database = (await client.query('select current_database() as name')).rows[0].name;
    await client.query(`grant create on database ${pg.escapeIdentifier(database)} to kanaeau_owner`);
    await client.query('set local role kanaeau_owner');
    await bringTables(client);
    await bringRules(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function bringTables(client: pg.Client): Promise<void> {
  const migrations = readMigrations();
  const { rows } = await client.query("select to_regclass('public.schema_versions') is not null as there");
  if (!rows[0].there) {
    await client.query(`create table schema_versions (
      number integer primary key, name text not null, applied_at timestamptz not null default now());
      create table schema_rules (only_row boolean primary key default true check (only_row), hash text not null)`);
    await client.query(readTables());
    await client.query(jobTables());
    for (const { number, name } of migrations) await remember(client, number, name);
    return;
  }
  const applied = await client.query('select coalesce(max(number), 0) as newest from schema_versions');
  for (const { number, name, text } of migrations) {
    if (number <= applied.rows[0].newest) continue;
    await client.query(text);
    await remember(client, number, name);
  }
}

async function remember(client: pg.Client, number: number, name: string): Promise<void> {
  await client.query('insert into schema_versions (number, name) values ($1, $2)', [number, name]);
}

async function bringRules(client: pg.Client): Promise<void> {
  const rules = [
    readDb('rules.sql'),
    readRooms('gate.sql'),
    readRooms('policies.sql'),
    readDb('seal.sql'),
  ].join('\n');
  const hash = createHash('sha256').update(rules).digest('hex');
  const known = await client.query('select hash from schema_rules');
  if (known.rows[0]?.hash === hash) return;
  await client.query(rules);
  await client.query(
    'insert into schema_rules (hash) values ($1) on conflict (only_row) do update set hash = excluded.hash',
    [hash],
  );
}

/** The queue's own schema: the only one outside the gate, and it carries ids only. */
function jobTables(): string {
  return `${getConstructionPlans('pgboss')
    .replace(/^\s*BEGIN;/i, '')
    .replace(/COMMIT;?\s*$/i, '')};
    grant usage on schema pgboss to kanaeau_app;
    grant select, insert, update, delete on all tables in schema pgboss to kanaeau_app;
    grant execute on all functions in schema pgboss to kanaeau_app;`;
}

function readRooms(file: string): string {
  return rooms
    .map((room) => join(projectFolder, room, file))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

function readDb(file: string): string {
  return readFileSync(join(projectFolder, 'db', file), 'utf8');
}

/** Roles belong to the cluster: two databases made at the same moment may both try to create one. */
async function retryOnRace(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : '';
    if (code !== '23505' && code !== '42710' && code !== 'XX000') throw error;
    await work();
  }
}
