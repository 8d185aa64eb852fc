import { openChannels, readChannels } from '#domains/notices/channels.ts';
import { openMapTiles, readMapTiles } from '#domains/places/tiles.ts';
import { plantSampleTown } from '#domains/sample-town.ts';
import * as m from '#messages';
import { readAuditLag, sealAudit } from '#platform/audit/seal.ts';
import { openAddressReader, openTlsReader } from '#platform/caller-address.ts';
import { openSignOn, readSignOn } from '#platform/credentials/sign-on.ts';
import { Database } from '#platform/db.ts';
import { readCallDays } from '#platform/jobs/forget-calls.ts';
import { startJobs } from '#platform/jobs/start.ts';
import { migrate } from '../db/migrate.ts';
import { createApp } from './app.ts';
import { openLocalDoor, openMetricsDoor, openWebDoor } from './doors.ts';
import { chooseClock, openHouseSite, openPool, openStore, readTownRow } from './hold.ts';
import { listRecurringJobs } from './jobs.ts';
import type { Saying } from './progress.ts';

export interface RunningTown {
  readonly address: string;
  readonly sample: boolean;
  /** No town has been founded yet: the first page asks for it. */
  readonly empty: boolean;
  stop(): Promise<void>;
}

/** How the start is asked for: its environment, a new town instead of the sample, and who hears about it. */
export interface Starting {
  readonly env: NodeJS.ProcessEnv;
  readonly empty: boolean;
  readonly saying: Saying;
}

/** An audit trail that is not sealed for this long (seconds) is trouble. */
const longestLag = 60;

/**
 * Brings up everything a town needs, in order: data folder, PostgreSQL, tables and gate, the sample town where
 * nothing else was asked for, the doors and the jobs. What was begun is taken down again when a later step fails.
 *
 * @throws Refusal with one sentence that says what to do
 */
export async function startTown(starting: Starting): Promise<RunningTown> {
  const undo: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await raise(starting, (step) => undo.push(step))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function raise(
  { env, empty, saying }: Starting,
  onStop: (step: () => Promise<void> | void) => void,
): Promise<Omit<RunningTown, 'stop'>> {
  const callDays = readCallDays(env);
  const addressOf = openAddressReader(env.KANAEAU_TRUSTED_PROXIES);
  const overTls = openTlsReader(env.KANAEAU_TRUSTED_PROXIES);
  const store = await openStore(env, saying.say, onStop);
  await migrate(store.owner, store.appPassword);
  const pool = openPool(store, env);
  const port = Number(env.PORT ?? 3000);
  const address = `http://localhost:${port}`;
  openHouseSite(store, env, address);
  openSignOn(readSignOn(env));
  openChannels(readChannels(env));
  openMapTiles(readMapTiles(env));
  let town = await readTownRow(pool);
  if (!town && !empty) {
    await plantSampleTown(pool, { years: true, say: saying.progress });
    saying.done();
    town = await readTownRow(pool);
  }

  const database = new Database(pool, chooseClock(env, town?.sample_day ?? null));
  onStop(() => database.close());
  // What a stop left unsealed is sealed before anybody is told that the town is ready.
  await sealAudit(database);
  const findTrouble = () => lookForTrouble(database);
  const app = createApp({
    ...{ database, findTrouble, rate: readRate(env), addressOf, overTls },
    map: env.KANAEAU_MAP,
  });
  onStop(await openWebDoor(app, port, env.HOST ?? '127.0.0.1'));
  onStop(await openLocalDoor(app, store.folder));
  onStop(await openMetricsDoor(pool, Number(env.METRICS_PORT ?? port + 1)));
  const jobs = await startJobs(database, {
    recurring: listRecurringJobs(store.folder, callDays),
    queued: [],
  });
  onStop(() => jobs.stop());
  store.announce(address);
  return { address, sample: town?.sample ?? false, empty: !town };
}

/** `KANAEAU_RATE`: calls a second and burst for one address, `50/400` when not set; `off` behind a proxy that limits. */
function readRate({ KANAEAU_RATE = '50/400' }: NodeJS.ProcessEnv): {
  perSecond: number;
  burst: number;
} | null {
  if (KANAEAU_RATE === 'off') return null;
  const [perSecond = 50, burst = 400] = KANAEAU_RATE.split('/').map(Number);
  return { perSecond, burst };
}

async function lookForTrouble(database: Database): Promise<string | null> {
  try {
    return (await readAuditLag(database)) > longestLag ? m.server_trouble_audit() : null;
  } catch {
    return m.server_trouble_database();
  }
}
