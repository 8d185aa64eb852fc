import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { resolveConnections } from '#platform/engine/connections.ts';
import { startEngine } from '#platform/engine/engine.ts';
import { findDataFolder } from '#platform/engine/folder.ts';
import { projectFolder } from '#platform/house.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A login that may create databases and roles: the embedded engine's, `DATABASE_OWNER_URL`'s or `DATABASE_URL`'s. */
    owner: { host: string; port: number; user: string; password: string; database: string };
    /** Keeps the databases of one run apart from those of another on the same server. */
    run: string;
  }
}

/** One PostgreSQL for the whole run; every test file clones a town out of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = `kanaeau_${process.pid}`;
  project.provide('run', run);
  const url = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (url) {
    const { owner } = resolveConnections({ DATABASE_OWNER_URL: url, DATABASE_URL: url });
    project.provide('owner', plain(owner));
    return () => dropDatabases(plain(owner), run);
  }
  const base = mkdtempSync(join(findRoom(), 'kanaeau-test-'));
  chmodSync(base, 0o755);
  const { folder } = findDataFolder({
    projectFolder,
    env: { KANAEAU_DATA: join(base, 'data') },
    uid: process.getuid?.(),
  });
  const engine = await startEngine({ dataFolder: folder, projectFolder, say: () => undefined, fast: true });
  project.provide('owner', {
    host: engine.host,
    port: engine.port,
    user: engine.superuser,
    password: engine.password,
    database: engine.database,
  });
  return async () => {
    await engine.stop();
    rmSync(base, { recursive: true, force: true });
  };
}

/** In memory, where there is enough: a database is some hundreds of files, and making them is most of cloning a town. */
function findRoom(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= 4 * 2 ** 30 ? memory : tmpdir();
}

function plain(config: pg.PoolConfig) {
  return {
    host: config.host ?? 'localhost',
    port: config.port ?? 5432,
    user: config.user ?? 'postgres',
    password: typeof config.password === 'string' ? config.password : '',
    database: config.database ?? 'postgres',
  };
}

async function dropDatabases(owner: ReturnType<typeof plain>, run: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  const { rows } = await client.query('select datname from pg_database where datname like $1', [`${run}%`]);
  for (const { datname } of rows)
    await client.query(`drop database ${pg.escapeIdentifier(datname)} with (force)`);
  await client.end();
}
