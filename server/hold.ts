import { join } from 'node:path';
import pg from 'pg';
import * as m from '#messages';
import { type Clock, startClock } from '#platform/act.ts';
import { keepSealingKey } from '#platform/credentials/sealing.ts';
import { openSite } from '#platform/credentials/site.ts';
import { resolveConnections } from '#platform/engine/connections.ts';
import { startEngine } from '#platform/engine/engine.ts';
import { findDataFolder } from '#platform/engine/folder.ts';
import { holdDataFolder } from '#platform/engine/lock.ts';
import { projectFolder } from '#platform/house.ts';

/** Where a town's data is, held by this process alone: the folder and the logins of its PostgreSQL. */
export interface Store {
  readonly folder: string;
  readonly owner: pg.PoolConfig;
  readonly login: pg.PoolConfig;
  /** Set for the application's login when it is ours to set. */
  readonly appPassword: string | undefined;
  announce(address: string): void;
}

/**
 * Takes the data folder and its PostgreSQL: the embedded one is started, a server is spoken to.
 *
 * @throws Refusal when the folder is held by another process, or cannot be used
 */
export async function openStore(
  env: NodeJS.ProcessEnv,
  say: (sentence: string) => void,
  onStop: (step: () => Promise<void> | void) => void,
): Promise<Store> {
  const { folder, kind, reason } = findDataFolder({ projectFolder, env, uid: process.getuid?.() });
  if (kind !== 'project') say(reason);
  const engine = env.DATABASE_URL ? undefined : await startEngine({ dataFolder: folder, projectFolder, say });
  const hold = engine ?? holdDataFolder(folder);
  onStop(() => ('release' in hold ? hold.release() : hold.stop()));
  const { owner, app: login } = resolveConnections(env, engine, folder);
  const ours = login.user === 'kanaeau_app' && typeof login.password === 'string';
  return {
    ...{ folder, owner, login, announce: (address) => hold.announce(address) },
    appPassword: ours ? (login.password as string) : undefined,
  };
}

export function openPool({ login }: Store, env: NodeJS.ProcessEnv): pg.Pool {
  return new pg.Pool({ ...login, max: Number(env.KANAEAU_POOL ?? 8), idleTimeoutMillis: 30_000 });
}

/** The key that seals shared secrets in the database; kept beside it, never in it. */
export function sealingKeyPath(dataFolder: string): string {
  return join(dataFolder, 'sealing.key');
}

/** Says what house this is to whatever proves who somebody is. */
export function openHouseSite({ folder }: Store, env: NodeJS.ProcessEnv, address: string): void {
  openSite({
    sealingKey: keepSealingKey(sealingKeyPath(folder)),
    origin: env.KANAEAU_ORIGIN ?? address,
    name: m.server_site_name(),
  });
}

export interface TownRow {
  readonly sample: boolean;
  readonly sample_day: string | null;
}

/** The town this database is for; undefined until it is founded. */
export async function readTownRow(pool: pg.Pool): Promise<TownRow | undefined> {
  const { rows } = await pool.query('select sample, sample_day from towns');
  return rows[0];
}

/** `KANAEAU_NOW` sets the clock; the sample town lives on its own day; a real town on today. */
export function chooseClock(env: NodeJS.ProcessEnv, sampleDay: string | null): Clock {
  if (env.KANAEAU_NOW) return startClock(new Date(env.KANAEAU_NOW));
  if (sampleDay === null) return () => new Date();
  const timeInTown = new Date(Date.now() + 9 * 3600_000).toISOString().slice(11, 19);
  return startClock(new Date(`${sampleDay}T${timeInTown}+09:00`));
}
