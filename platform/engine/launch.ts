import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, canReach, giveTo, spawnAs } from './account.ts';
import type { Binaries } from './binaries.ts';
import { giveToOwner } from './folder.ts';
import { removeShortFolder, shortFolderPrefix } from './leftover.ts';
import { bareEnvironment, hasStarted } from './program.ts';
import { commandLine } from './settings.ts';

/** A server process of ours, just started: it may not take connections yet. */
export interface Launched {
  readonly host: string;
  readonly port: number;
  /** Whether the process is still there. */
  alive(): boolean;
  /** What it has written to its log since it was started. */
  written(): string;
}

const socketPort = 5432;
/** The name of a Unix socket holds 107 bytes on Linux and 103 on macOS. */
const longestSocketName = 103;
const largestLog = 5_000_000;

export function logPath(dataFolder: string): string {
  return join(dataFolder, 'postgres.log');
}

/** Starts `postgres` on the cluster: on a Unix socket only, or on Windows on a random port of the loopback. */
export async function launchServer(from: {
  cluster: string;
  dataFolder: string;
  binaries: Binaries;
  account: Account | undefined;
  fast: boolean;
}): Promise<Launched> {
  const { cluster, binaries, account } = from;
  const windows = process.platform === 'win32';
  const host = windows ? '127.0.0.1' : socketFolder(cluster, account);
  const port = windows ? await freePort() : socketPort;
  const place = windows
    ? { listen_addresses: host, unix_socket_directories: '' }
    : { listen_addresses: '', unix_socket_directories: host, unix_socket_permissions: '0700' };

  const logFile = logPath(from.dataFolder);
  if (existsSync(logFile) && statSync(logFile).size > largestLog) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  giveToOwner(logFile);
  const begin = statSync(logFile).size;

  const child = spawn(
    binaries.postgres,
    [
      '-D',
      cluster,
      '-p',
      String(port),
      ...Object.entries(place).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ...commandLine(from.fast, binaries.version).args,
    ],
    {
      ...spawnAs(account),
      cwd: cluster,
      env: bareEnvironment(cluster),
      stdio: ['ignore', log, log],
      // A group of its own: Ctrl-C goes to us alone, and we end it after the last answer is written.
      detached: true,
      windowsHide: true,
    },
  );
  closeSync(log);
  child.unref();
  try {
    await hasStarted(child, account);
  } catch (error) {
    removeShortFolder(host);
    throw error;
  }
  return {
    host,
    port,
    alive: () => child.exitCode === null && child.signalCode === null,
    written: () => readFileSync(logFile).subarray(begin).toString('utf8'),
  };
}

/** The cluster's own folder (mode 700) where the name is short enough, else a new one like it among the temporary ones. */
function socketFolder(cluster: string, account: Account | undefined): string {
  const fits = (folder: string) =>
    Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) <= longestSocketName;
  if (fits(cluster)) return cluster;
  for (const parent of [tmpdir(), '/tmp', '/var/tmp', '/run']) {
    if (!existsSync(parent) || !fits(join(parent, `${shortFolderPrefix}XXXXXX`))) continue;
    if (account && !canReach(parent, account)) continue;
    try {
      const folder = mkdtempSync(join(parent, shortFolderPrefix));
      chmodSync(folder, 0o700);
      giveTo(account, folder);
      return folder;
    } catch {
      // Not writable: the next one.
    }
  }
  return cluster;
}

async function freePort(): Promise<number> {
  const asked = createServer();
  await new Promise<void>((resolve) => asked.listen(0, '127.0.0.1', resolve));
  const address = asked.address();
  await new Promise((resolve) => asked.close(resolve));
  return typeof address === 'object' && address ? address.port : socketPort;
}
