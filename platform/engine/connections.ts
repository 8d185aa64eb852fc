import pg from 'pg';
import * as m from '#messages';
import { Refusal } from '../refusal.ts';
import type { Engine } from './engine.ts';
import type { Environment } from './folder.ts';
import { appPassword } from './secrets.ts';

/** The login role of the pool when nobody named another: it owns nothing and passes no policy by. */
export const appRole = 'kanaeau_app';

export interface Connections {
  /** For migrations: may create roles and owns the schema. */
  readonly owner: pg.PoolConfig;
  /** For everything else. */
  readonly app: pg.PoolConfig;
  /** Whether it is the PostgreSQL that came with us. */
  readonly embedded: boolean;
}

/**
 * Who signs in where. With `DATABASE_URL` and `DATABASE_OWNER_URL`: the first for the app, the second for
 * migrations. With `DATABASE_URL` alone it migrates, and the app signs in to the same database as `kanaeau_app`
 * with the data folder's password, which the migration gives to that role; so it is on the embedded engine.
 * `dataFolder` may be left out when there is an engine or when both addresses are given.
 */
export function resolveConnections(
  env: Environment,
  engine?: Engine,
  dataFolder = engine?.dataFolder,
): Connections {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = env;
  if (appUrl && ownerUrl) {
    return {
      owner: parseUrl('DATABASE_OWNER_URL', ownerUrl),
      app: parseUrl('DATABASE_URL', appUrl),
      embedded: false,
    };
  }
  if (ownerUrl) throw new Refusal('refused', m.engine_url_alone());

  if (!appUrl && !engine) throw new Error('neither DATABASE_URL nor a started engine');
  if (!dataFolder) throw new Error('the password of kanaeau_app is kept in a data folder, and none is given');
  const login = { user: appRole, password: appPassword(dataFolder) };
  if (appUrl) {
    const owner = parseUrl('DATABASE_URL', appUrl);
    return { owner, app: { ...owner, ...login }, embedded: false };
  }
  const { host, port, database, superuser: user, password } = engine as Engine;
  const place = { host, port, database };
  return { owner: { ...place, user, password }, app: { ...place, ...login }, embedded: true };
}

/** Read as `pg` itself reads it, with its defaults from `PGHOST`, `PGUSER` and so on. */
function parseUrl(name: string, connectionString: string): pg.PoolConfig {
  try {
    const read = new pg.Client({ connectionString });
    const { host, port, database, user, password, ssl } = read;
    return { host, port, database, user, password: password ?? undefined, ssl };
  } catch {
    throw new Refusal('refused', m.engine_url_unreadable({ name }));
  }
}
