import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { idOf } from '#domains/sample-town.ts';
import { hashSecret } from '#platform/credentials/secrets.ts';
import { resolveConnections } from '#platform/engine/connections.ts';
import { clusterFolder } from '#platform/engine/folder.ts';
import { findRunningServer } from '#platform/engine/leftover.ts';
import { readSecrets } from '#platform/engine/secrets.ts';
import { projectFolder } from '#platform/house.ts';
import { mintId } from '#platform/uuid.ts';
import { serverCommand } from '../scripts/server-command.ts';
import { onServer } from './machine.ts';

export interface BenchServer {
  readonly child: ChildProcess;
  readonly port: number;
  /** Milliseconds from the start of the process to the first 200 of /readyz. */
  readonly readyAfter: number;
  stop(): Promise<void>;
}

/** Starts the built server on a data folder, as `npm start` does without npm, and waits until it is ready. */
export async function startServer(
  dataFolder: string,
  port: number,
  settings: Record<string, string> = {},
): Promise<BenchServer> {
  const from = performance.now();
  const child = spawn(process.execPath, [serverCommand.flag, join(projectFolder, serverCommand.script)], {
    env: {
      ...process.env,
      KANAEAU_DATA: dataFolder,
      PORT: String(port),
      KANAEAU_LOG: 'off',
      KANAEAU_RATE: 'off',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (r) => r.ok,
      () => false,
    );
    if (ready) break;
    await new Promise((done) => setTimeout(done, 10));
  }
  const readyAfter = Math.round(performance.now() - from);
  return {
    child,
    port,
    readyAfter,
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done());
        child.kill('SIGTERM');
      }),
  };
}

/** The owner's and the app's logins of the town a server has running on this data folder, or on `DATABASE_URL`. */
export function findLogins(dataFolder: string): { owner: pg.ClientConfig; app: pg.ClientConfig } {
  if (onServer) return resolveConnections(process.env, undefined, dataFolder);
  const running = findRunningServer(clusterFolder(dataFolder));
  if (!running) throw new Error('no PostgreSQL runs on the data folder');
  const secrets = readSecrets(dataFolder);
  const place = { host: running.host, port: running.port, database: 'kanaeau' };
  return {
    owner: { ...place, user: 'postgres', password: secrets.superuser },
    app: { ...place, user: 'kanaeau_app', password: secrets.app },
  };
}

/** A bearer token for a post of the cast. */
export async function giveToken(owner: pg.ClientConfig, who: string): Promise<string> {
  const secret = `bench-token-${who}`;
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(
    `insert into tokens (id, token_hash, account_id, post_id, name, created_at, expires_at)
     select $1, $2, p.account_id, p.id, 'bench', '2024-04-01', '2099-01-01' from posts p where p.id = $3`,
    [mintId(), hashSecret(secret), idOf(`post:${who}`)],
  );
  await client.end();
  return secret;
}
