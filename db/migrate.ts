import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import * as m from '#messages';
import { projectFolder } from '#platform/house.ts';
import { Refusal } from '#platform/refusal.ts';
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

/** Number of the last migration: the version of `tables.sql`. 0 before the first release. */
export function newestVersion(): number {
  return newestOf(readMigrations());
}

function newestOf(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.number ?? 0;
}

/** All `tables.sql` as they are now, in dependency order. */
function readTables(): string {
  return readRooms('tables.sql');
}

/** Rows that a new town begins with: tables as they were at a version, and who fills them before the gate is put up. */
export interface Filling {
  /** Number of the last migration the rows know of. */
  readonly version: number;
  fill(client: pg.Client): Promise<void>;
}

/**
 * Brings a database to the present shape: roles, tables (a new town from `tables.sql`, an older one by its
 * missing migrations), then the gate's functions and policies, put up anew whenever their text has changed.
 * Several servers may start at once: the work is done under an advisory lock, in one transaction.
 *
 * @param owner a login that may create roles in the cluster and tables in the database
 * @param appPassword set for the login `kanaeau_app` when given
 * @param with.filling what fills the tables when this is a new town that was an old one elsewhere
 * @param with.migrations all of them; another list than the release's is for tests
 * @throws Refusal when there is something to fill in, and the database is not empty
 */
export async function migrate(
  owner: pg.ClientConfig,
  appPassword?: string,
  { filling, migrations = readMigrations() }: { filling?: Filling; migrations?: readonly Migration[] } = {},
): Promise<void> {
  const client = new pg.Client(owner);
  client.on('error', () => undefined); // whoever waits for the statement under way hears of it
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(717273)');
    await bringRoles(client, appPassword);
    await client.query('begin');
    await client.query('grant create, usage on schema public to kanaeau_owner');
    const database = (await client.query('select current_database() as name')).rows[0].name;
    await client.query(`grant create on database ${pg.escapeIdentifier(database)} to kanaeau_owner`);
    await client.query('set local role kanaeau_owner');
    // What a table does when its rows change is done at once: while it waits for the commit, the table cannot be altered.
    await client.query('set constraints all immediate');
    if (filling) await bringFilled(client, filling, migrations);
    await bringTables(client, migrations);
    await bringQueueAndRules(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function bringTables(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  const { rows } = await client.query("select to_regclass('public.schema_versions') is not null as there");
  if (!rows[0].there) return makeTables(client, newestOf(migrations), migrations);
  const applied = await client.query('select coalesce(max(number), 0) as newest from schema_versions');
  const missing = migrations.filter(({ number }) => number > applied.rows[0].newest);
  if (missing.length === 0) return;
  await liftGate(client);
  await runMigrations(client, missing);
}

/**
 * Opens the tables to their owner for the rest of the transaction: behind a forced gate a migration that changes
 * rows would find none and say nothing. The rules are forgotten, so that they are put up anew, forced.
 */
async function liftGate(client: pg.Client): Promise<void> {
  await client.query(`do $$
    declare r record;
    begin
      for r in select oid::regclass as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity loop
        execute format('alter table %s no force row level security', r.name);
      end loop;
    end $$;
    delete from schema_rules`);
}

async function bringFilled(
  client: pg.Client,
  { version, fill }: Filling,
  migrations: readonly Migration[],
): Promise<void> {
  const { rows } =
    await client.query(`select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p')) as occupied`);
  if (rows[0].occupied) throw new Refusal('refused', m.backup_target_not_empty());
  await makeTables(client, version, migrations);
  await fill(client);
}

/** Tables as they were at a version, without gate. The newest stand in `tables.sql`, the same and at one glance. */
async function makeTables(
  client: pg.Client,
  version: number,
  migrations: readonly Migration[],
): Promise<void> {
  await client.query(`create table schema_versions (
    number integer primary key, name text not null, applied_at timestamptz not null default now());
    create table schema_rules (only_row boolean primary key default true check (only_row), hash text not null)`);
  await client.query(await queueTables());
  const until = migrations.filter(({ number }) => number <= version);
  if (version < newestOf(migrations)) return runMigrations(client, until);
  await client.query(readTables());
  for (const { number, name } of until) await remember(client, number, name);
}

async function runMigrations(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  for (const { number, name, text } of migrations) {
    await client.query(text);
    await remember(client, number, name);
  }
}

/** The queue's tables follow the library's version; a newer one than ours is left alone. */
async function bringQueue(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select max(version) as version from pgboss.version');
  const plan = await queueTables();
  const ours = Number(/INSERT INTO pgboss\.version\(version\) VALUES \('(\d+)'\)/i.exec(plan)?.[1]);
  if (rows[0].version >= ours) return;
  const { getMigrationPlans } = await loadQueue();
  await client.query(withoutTransaction(getMigrationPlans('pgboss', rows[0].version)));
  await client.query(queueGrants);
}

async function remember(client: pg.Client, number: number, name: string): Promise<void> {
  await client.query('insert into schema_versions (number, name) values ($1, $2)', [number, name]);
}

/** Nothing is done, and the queue's library not even loaded (12 MB), where both are known to be as they should. */
async function bringQueueAndRules(client: pg.Client): Promise<void> {
  const rules = [
    readDb('rules.sql'),
    readRooms('gate.sql'),
    readRooms('policies.sql'),
    readDb('seal.sql'),
  ].join('\n');
  const hash = createHash('sha256').update(queueVersion()).update(rules).digest('hex');
  const known = await client.query('select hash from schema_rules');
  if (known.rows[0]?.hash === hash) return;
  await bringQueue(client);
  await client.query(rules);
  await client.query(
    'insert into schema_rules (hash) values ($1) on conflict (only_row) do update set hash = excluded.hash',
    [hash],
  );
}

/** The queue's own schema: the only one outside the gate, and it carries ids only. */
async function queueTables(): Promise<string> {
  const { getConstructionPlans } = await loadQueue();
  return `${withoutTransaction(getConstructionPlans('pgboss'))}; ${queueGrants}`;
}

const loadQueue = () => import('pg-boss');

/** The version of the queue's library that is installed. */
function queueVersion(): string {
  const entry = createRequire(join(projectFolder, 'package.json')).resolve('pg-boss');
  return readFileSync(join(dirname(dirname(entry)), 'package.json'), 'utf8');
}

const queueGrants = `grant usage on schema pgboss to kanaeau_app;
  grant select, insert, update, delete on all tables in schema pgboss to kanaeau_app;
  grant execute on all functions in schema pgboss to kanaeau_app;`;

/** The library's plans bring their own transaction; ours is already open. */
function withoutTransaction(plan: string): string {
  return plan.replace(/^\s*BEGIN;/i, '').replace(/COMMIT;?\s*$/i, '');
}

/** The file of that name of every room, and what a room has put beside it for length: `proofs-gate.sql` after `gate.sql`. */
function readRooms(file: string): string {
  return rooms
    .map((room) => join(projectFolder, room))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name === file || name.endsWith(`-${file}`))
        .sort((one, other) => one.length - other.length)
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    )
    .join('\n');
}

function readDb(file: string): string {
  return readFileSync(join(projectFolder, 'db', file), 'utf8');
}

/**
 * Roles belong to the cluster, and no lock of one database keeps another's migrator from them at the same moment. So
 * they are brought before the long transaction, each statement for itself, until nobody is in the way.
 */
async function bringRoles(client: pg.Client, appPassword: string | undefined): Promise<void> {
  await retryOnRace(() => client.query(readDb('roles.sql')));
  if (!appPassword) return;
  const password = pg.escapeLiteral(appPassword);
  await retryOnRace(() => client.query(`alter role kanaeau_app login password ${password}`));
}

/** What PostgreSQL answers who comes second to a row of its own catalogue: it is there, or it has just been changed. */
const raceCodes = ['23505', '42710', 'XX000'];

async function retryOnRace(work: () => Promise<unknown>): Promise<void> {
  for (let left = 20; ; left--) {
    try {
      await work();
      return;
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : '';
      if (left === 0 || !raceCodes.includes(code ?? '')) throw error;
      await pause(10 + Math.random() * 40);
    }
  }
}
