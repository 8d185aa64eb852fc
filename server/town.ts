import { chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import pg from 'pg';
import * as m from '#messages';
import { plantSampleTown, sampleDay } from '#domains/sample-town.ts';
import { type Clock, startClock } from '#platform/act.ts';
import { keepSealingKey } from '#platform/credentials/sealing.ts';
import { openSite } from '#platform/credentials/site.ts';
import { Database } from '#platform/db.ts';
import { resolveConnections } from '#platform/engine/connections.ts';
import { type Engine, startEngine } from '#platform/engine/engine.ts';
import { findDataFolder } from '#platform/engine/folder.ts';
import { projectFolder } from '#platform/house.ts';
import { writeMetrics } from '#platform/metrics.ts';
import { Refusal } from '#platform/refusal.ts';
import { migrate } from '../db/migrate.ts';
import { createApp } from './app.ts';
import type { Saying } from './progress.ts';

export interface RunningTown {
  readonly address: string;
  readonly sample: boolean;
  /** No town has been founded yet: the first page asks for it. */
  readonly empty: boolean;
  stop(): Promise<void>;
}

/**
 * Brings up everything a town needs, in order: data folder, PostgreSQL, tables and gate, the sample town where
 * nothing else was asked for, and the doors. What was begun is taken down again when a later step fails.
 *
 * @throws Refusal with one sentence that says what to do
 */
export async function startTown({
  env,
  empty,
  saying,
}: {
  env: NodeJS.ProcessEnv;
  empty: boolean;
  saying: Saying;
}): Promise<RunningTown> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return await raise();
  } catch (error) {
    await stop();
    throw error;
  }

  async function raise(): Promise<RunningTown> {
    const { folder, kind, reason } = findDataFolder({ projectFolder, env, uid: process.getuid?.() });
    if (kind !== 'project') saying.say(reason);
    const engine = env.DATABASE_URL ? undefined : await startOwnEngine(folder);
    const { owner, app: login } = resolveConnections(env, engine, folder);
    await migrate(owner, typeof login.password === 'string' && login.user === 'kanaeau_app' ? login.password : undefined);
    const port = Number(env.PORT ?? 3000);
    const address = `http://localhost:${port}`;
    openSite({
      sealingKey: keepSealingKey(join(folder, 'sealing.key')),
      origin: env.KANAEAU_ORIGIN ?? address,
      name: m.server_site_name(),
    });
    const pool = new pg.Pool({ ...login, max: Number(env.KANAEAU_POOL ?? 8), idleTimeoutMillis: 30_000 });
    let town = await readTownRow(pool);
    if (!town && !empty) {
      await plantSampleTown(pool, { years: true, say: saying.progress });
      saying.done();
      town = await readTownRow(pool);
    }
    const database = new Database(pool, chooseClock(env, town?.sample_day ?? null));
    undo.push(() => database.close());
    const app = createApp({
      database,
      findTrouble: () => findTrouble(pool),
      rate: readRate(env),
    });
    const host = env.HOST ?? '127.0.0.1';
    const listener = getRequestListener(app.fetch);
    await listen(createServer(listener), { port, host });
    await listenOnSocket(app.fetch, folder);
    await listenForMetrics(Number(env.METRICS_PORT ?? port + 1), pool);
    engine?.announce(address);
    return { address, sample: town?.sample ?? false, empty: !town, stop };
  }

  async function startOwnEngine(dataFolder: string): Promise<Engine> {
    const engine = await startEngine({ dataFolder, projectFolder, say: saying.say });
    undo.push(() => engine.stop());
    return engine;
  }

  async function listen(server: ReturnType<typeof createServer>, where: object): Promise<void> {
    await new Promise<void>((done, fail) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        fail(error.code === 'EADDRINUSE' ? new Refusal('refused', m.server_port_taken(where as { port: number })) : error),
      );
      server.listen(where, done);
    });
    undo.push(
      () =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
    );
  }

  /** The terminal's door: whoever may open the data folder may use it. */
  async function listenOnSocket(fetch: (r: Request, env?: object) => Response | Promise<Response>, folder: string) {
    const path = join(folder, 'server.sock');
    rmSync(path, { force: true });
    const local = getRequestListener((request) => fetch(request, { local: true }));
    await listen(createServer(local), { path });
    chmodSync(path, 0o600);
    undo.push(async () => rmSync(path, { force: true }));
  }

  async function listenForMetrics(port: number, pool: pg.Pool): Promise<void> {
    const server = createServer((request, response) => {
      if (request.url !== '/metrics') return void response.writeHead(404).end();
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      response.end(
        writeMetrics({
          kanaeau_pool_connections: pool.totalCount,
          kanaeau_pool_waiting: pool.waitingCount,
          kanaeau_memory_bytes: process.memoryUsage.rss(),
        }),
      );
    });
    await listen(server, { port, host: '127.0.0.1' });
  }
}

async function readTownRow(pool: pg.Pool): Promise<{ sample: boolean; sample_day: string | null } | undefined> {
  const { rows } = await pool.query('select sample, sample_day from towns');
  return rows[0];
}

/** `KANAEAU_NOW` sets the clock; the sample town lives on its own day; a real town on today. */
function chooseClock(env: NodeJS.ProcessEnv, townDay: string | null): Clock {
  if (env.KANAEAU_NOW) return startClock(new Date(env.KANAEAU_NOW));
  if (townDay) {
    const time = new Date(Date.now() + 9 * 3600_000).toISOString().slice(11, 19);
    return startClock(new Date(`${townDay ?? sampleDay}T${time}+09:00`));
  }
  return () => new Date();
}

/** `KANAEAU_RATE`: calls a second and burst for one address, `50/400` when not set; `off` behind a proxy that limits. */
function readRate({ KANAEAU_RATE = '50/400' }: NodeJS.ProcessEnv): { perSecond: number; burst: number } | null {
  if (KANAEAU_RATE === 'off') return null;
  const [perSecond = 50, burst = 400] = KANAEAU_RATE.split('/').map(Number);
  return { perSecond, burst };
}

async function findTrouble(pool: pg.Pool): Promise<string | null> {
  try {
    await pool.query('select 1');
    return null;
  } catch {
    return m.server_trouble_database();
  }
}
