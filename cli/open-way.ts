import { existsSync } from 'node:fs';
import type pg from 'pg';
import { operatorPost } from '#domains/posts/model.ts';
import * as m from '#messages';
import { exportRoot } from '#platform/audit/root.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import { Database } from '#platform/db.ts';
import { superuser } from '#platform/engine/cluster.ts';
import { resolveConnections } from '#platform/engine/connections.ts';
import { townDatabase } from '#platform/engine/engine.ts';
import { clusterFolder, findDataFolder } from '#platform/engine/folder.ts';
import { findRunningServer } from '#platform/engine/leftover.ts';
import { findHolder } from '#platform/engine/lock.ts';
import { readSecrets } from '#platform/engine/secrets.ts';
import { projectFolder } from '#platform/house.ts';
import { perform } from '#platform/perform.ts';
import { Refusal } from '#platform/refusal.ts';
import { migrate } from '../db/migrate.ts';
import { localDoorPath } from '../server/doors.ts';
import { chooseClock, openHouseSite, openPool, openStore, readTownRow } from '../server/hold.ts';
import type { OwnOptions } from './flags.ts';
import { openRemoteWay, openSocketWay } from './over-http.ts';
import type { Way } from './way.ts';

/** A way to the town of this machine's data folder, and the migrator's login of its PostgreSQL. */
export interface LocalWay extends Way {
  readonly folder: string;
  /** @throws Refusal when the running server's PostgreSQL is not the one this terminal knows of */
  findOwner(): pg.ClientConfig;
}

/** With a token over the network, otherwise as the operator of the data folder. */
export async function openWay(own: OwnOptions, env: NodeJS.ProcessEnv): Promise<Way> {
  const token = own.token ?? env.KANAEAU_TOKEN;
  if (token) return openRemoteWay(own.url ?? env.KANAEAU_URL ?? 'http://localhost:3000', token);
  return openLocalWay(env);
}

/** Speaks to the server that runs on the data folder, or opens the town itself when none does. */
export async function openLocalWay(env: NodeJS.ProcessEnv): Promise<LocalWay> {
  const { folder } = findDataFolder({ projectFolder, env, uid: process.getuid?.() });
  if (findHolder(folder))
    return {
      ...openSocketWay(localDoorPath(folder), folder),
      folder,
      findOwner: () => findOwnerOfRunning(env, folder),
    };
  if (!env.DATABASE_URL && !existsSync(clusterFolder(folder)))
    throw new Refusal('refused', m.cli_no_town({ folder }));
  return openTownItself(env);
}

function findOwnerOfRunning(env: NodeJS.ProcessEnv, folder: string): pg.ClientConfig {
  if (env.DATABASE_URL) return resolveConnections(env, undefined, folder).owner;
  const running = findRunningServer(clusterFolder(folder));
  if (!running) throw new Refusal('refused', m.cli_needs_url());
  const { host, port } = running;
  return { host, port, user: superuser, password: readSecrets(folder).superuser, database: townDatabase };
}

async function openTownItself(env: NodeJS.ProcessEnv): Promise<LocalWay> {
  const undo: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const store = await openStore(
      env,
      () => undefined,
      (step) => undo.push(step),
    );
    await migrate(store.owner, store.appPassword);
    const pool = openPool(store, env);
    undo.push(() => pool.end());
    const town = await readTownRow(pool);
    if (!town) throw new Refusal('refused', m.cli_no_town({ folder: store.folder }));
    openHouseSite(store, env, env.KANAEAU_ORIGIN ?? 'http://localhost:3000');
    const database = new Database(pool, chooseClock(env, town.sample_day));
    // Nobody else seals what is done here.
    undo.push(async () => {
      await sealAudit(database);
      await exportRoot(database, store.folder);
    });
    const operator = { kind: 'post', post: operatorPost } as const;
    return {
      folder: store.folder,
      findOwner: () => store.owner,
      perform: (bound, input, call) => perform(database, bound, operator, input, call),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
