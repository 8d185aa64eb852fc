import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import * as m from '#messages';
import { Refusal } from '../refusal.ts';
import { type Account, accountFor } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { prepareCluster, replacePassword, superuser } from './cluster.ts';
import { clusterFolder } from './folder.ts';
import { guardAgainstExit } from './guard.ts';
import { launchServer, logPath } from './launch.ts';
import { clearDeadServer, endOrphans, findRunningServer, signalServer, stopServer } from './leftover.ts';
import { holdDataFolder } from './lock.ts';
import { connectWhenReady } from './ready.ts';
import { readSecrets, secretsPath } from './secrets.ts';
import { commandLine } from './settings.ts';

/** The database the town lives in. */
export const townDatabase = 'kanaeau';

/** A running PostgreSQL of our own, and our hold on its data folder. */
export interface Engine {
  /** Folder of the Unix socket, or `127.0.0.1` on Windows. `pg` takes either as its host. */
  readonly host: string;
  readonly port: number;
  readonly superuser: string;
  readonly password: string;
  /** Exists, and is empty after the first start. */
  readonly database: string;
  readonly dataFolder: string;
  /** Of the server, `18.4`. */
  readonly version: string;
  /** It was still running from before and has been taken over. */
  readonly adopted: boolean;
  /** Tells a second server, in its refusal, where this one is. */
  announce(address: string): void;
  /** Ends the server and gives the data folder back. Does nothing the second time. */
  stop(): Promise<void>;
}

interface Place {
  readonly dataFolder: string;
  readonly cluster: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly password: string;
  readonly fast: boolean;
  readonly say: (sentence: string) => void;
}

/**
 * Starts the PostgreSQL that came with us on a data folder (see `findDataFolder`), or takes over one that is
 * still running there. `fast` gives up safety against power loss: for tests only.
 * @throws Refusal when somebody else works with the folder, or when it cannot run here.
 */
export async function startEngine(from: {
  dataFolder: string;
  projectFolder: string;
  /** Called with sentences for the person who waits. */
  say: (sentence: string) => void;
  fast?: boolean;
}): Promise<Engine> {
  const { dataFolder, say, fast = false } = from;
  const hold = holdDataFolder(dataFolder);
  try {
    const cluster = clusterFolder(dataFolder);
    const account = accountFor(cluster);
    const binaries = findBinaries({ projectFolder: from.projectFolder, dataFolder, account, say });
    const secretsLost = existsSync(cluster) && !existsSync(secretsPath(dataFolder));
    const { superuser: password } = readSecrets(dataFolder);
    const place: Place = { dataFolder, cluster, binaries, account, password, fast, say };

    await prepareCluster(place);
    if (secretsLost) {
      await stopServer(cluster, binaries.pgCtl);
      clearDeadServer(cluster);
      replacePassword(cluster, binaries, account, password);
    }

    const guard = guardAgainstExit(
      () => signalServer(cluster, binaries.pgCtl, 'SIGINT'),
      () => stopServer(cluster, binaries.pgCtl),
    );
    try {
      const { client, adopted } = (await adoptServer(place)) ?? (await startServer(place));
      const version = await openTown(client);
      if (!fast) say(m.engine_for_a_real_town());
      const { host, port } = client;
      let stopped: Promise<void> | undefined;
      const end = async () => {
        await stopServer(cluster, binaries.pgCtl);
        guard.release();
        hold.release();
      };
      return {
        ...{ host, port, superuser, password, database: townDatabase, dataFolder, version, adopted },
        announce: hold.announce,
        stop() {
          // Kept, since by a second call the folder may be somebody else's.
          stopped ??= end();
          return stopped;
        },
      };
    } catch (error) {
      await stopServer(cluster, binaries.pgCtl);
      guard.release();
      throw error;
    }
  } catch (error) {
    hold.release();
    throw error;
  }
}

/** A server that outlived its parent is taken over, if it was started as we would start it, else ended. */
async function adoptServer(place: Place): Promise<{ client: pg.Client; adopted: true } | undefined> {
  const { cluster, binaries, say } = place;
  const server = findRunningServer(cluster);
  if (server) {
    const client = await signIn(place, server, () => findRunningServer(cluster) !== undefined);
    const mark = await client?.query("select current_setting('kanaeau.mark', true) as mark");
    if (client && mark?.rows[0]?.mark === commandLine(place.fast, binaries.version).mark) {
      say(m.engine_adopted());
      return { client, adopted: true };
    }
    await client?.end();
    await stopServer(cluster, binaries.pgCtl);
  }
  clearDeadServer(cluster);
  return undefined;
}

async function startServer(place: Place): Promise<{ client: pg.Client; adopted: false }> {
  for (let attempt = 1; ; attempt++) {
    const launched = await launchServer(place);
    const client = await signIn(place, launched, launched.alive);
    if (client) return { client, adopted: false };

    const fatal =
      launched
        .written()
        .split('\n')
        .findLast((line) => /FATAL|PANIC/.test(line)) ?? '';
    if (attempt < 10 && /shared memory block|lock file/.test(fatal)) {
      // What a killed server left is going away, or has to be helped to.
      await pause(100);
      if (attempt > 3) endOrphans(place.cluster);
      clearDeadServer(place.cluster);
      continue;
    }
    const cause = fatal.replace(/^.*(FATAL|PANIC): +/, '') || m.engine_no_answer();
    throw new Refusal('refused', m.engine_did_not_start({ cause, log: logPath(place.dataFolder) }));
  }
}

async function signIn(place: Place, at: { host: string; port: number }, alive: () => boolean) {
  const { host, port } = at;
  const login = { host, port, user: superuser, password: place.password, database: 'postgres' };
  try {
    return await connectWhenReady(place.cluster, login, alive, place.say);
  } catch {
    throw new Refusal('refused', m.engine_password_differs({ file: secretsPath(place.dataFolder) }));
  }
}

/** Makes the town's database the first time, and answers the server's version. */
async function openTown(client: pg.Client): Promise<string> {
  try {
    const { rows } = await client.query(
      "select current_setting('server_version') as version, exists (select from pg_database where datname = $1) as made",
      [townDatabase],
    );
    if (!rows[0]?.made) await client.query(`create database ${pg.escapeIdentifier(townDatabase)}`);
    return String(rows[0]?.version);
  } finally {
    await client.end();
  }
}
