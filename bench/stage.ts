import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { idOf } from '#domains/sample-town.ts';
import { projectFolder } from '#platform/house.ts';
import { dropFloorTables, makeFloorTables } from './floor.ts';
import { findPostmaster, onServer } from './machine.ts';
import { type BenchServer, findLogins, giveToken, startServer } from './town.ts';

export const port = Number(process.env.BENCH_PORT ?? 3900);
/** How long one load lasts. */
export const seconds = Number(process.env.BENCH_SECONDS ?? 6);
/** The district of the visits that are recorded and listed, and its gatherer and visitor. */
export const torikai = idOf('district:鳥飼');

/** A town that runs, and the floor beside it on the same database. */
export interface Stage {
  readonly folder: string;
  readonly server: BenchServer;
  /** The town's processes: of ours, and of a PostgreSQL server on this machine. */
  readonly processes: readonly number[];
  readonly floorPort: number;
  readonly owner: pg.ClientConfig;
  readonly app: pg.ClientConfig;
  /** The owner's login, past the gate: a bench fills tables and looks at them. */
  readonly spy: pg.Client;
  /** Households that koga visits. */
  readonly doors: readonly string[];
  /** The secret of a bearer token for a post of the cast. */
  token(who: string): Promise<string>;
  bearer(who: string): Promise<Record<string, string>>;
}

/** The data folder of this run; gone when the process ends. */
export function makeFolder(): string {
  const base = mkdtempSync(join(tmpdir(), 'kanaeau-bench-'));
  chmodSync(base, 0o755);
  process.on('exit', () => rmSync(base, { recursive: true, force: true }));
  return join(base, 'data');
}

export async function openStage(folder: string): Promise<Stage & { close(): Promise<void> }> {
  const server = await startServer(folder, port);
  const { owner, app } = findLogins(folder);
  const spy = new pg.Client(owner);
  await spy.connect();
  await makeFloorTables(owner);
  const { floor, floorPort } = await startFloor(app, owner);
  const postmaster = onServer ? await findPostmaster(spy) : undefined;
  const processes = [server.child.pid, postmaster].filter((pid) => pid !== undefined);
  const { rows } = await spy.query('select household_id from household_assignments where post_id = $1', [
    idOf('post:koga'),
  ]);
  const tokens = new Map<string, Promise<string>>();
  const token = (who: string) => {
    const given = tokens.get(who) ?? giveToken(owner, who);
    tokens.set(who, given);
    return given;
  };
  return {
    ...{ folder, server, processes, floorPort, owner, app, spy, token },
    doors: rows.map((row) => row.household_id as string),
    bearer: async (who) => ({ authorization: `Bearer ${await token(who)}` }),
    async close() {
      floor.kill();
      await dropFloorTables(owner);
      await spy.end();
      await server.stop();
    },
  };
}

async function startFloor(
  app: pg.ClientConfig,
  owner: pg.ClientConfig,
): Promise<{ floor: ChildProcess; floorPort: number }> {
  const script = join(projectFolder, 'bench/floor-serve.ts');
  const floor = spawn(process.execPath, [script, JSON.stringify(app), JSON.stringify(owner)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const floorPort = await new Promise<number>((done) =>
    floor.stdout?.once('data', (text: Buffer) => done(Number(text.toString().trim()))),
  );
  return { floor, floorPort };
}
