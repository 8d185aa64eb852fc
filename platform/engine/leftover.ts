import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A PostgreSQL server that is running on a cluster, as its `postmaster.pid` says and the machine confirms. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  /** Folder of its Unix socket, or the address it listens on. */
  readonly host: string;
  /** It takes connections: not starting up, replaying its log or stopping. */
  readonly ready: boolean;
}

/**
 * The server that is running on this cluster. The pid in the file alone proves nothing: it may be a zombie that
 * nobody has reaped, or belong to another program by now.
 */
export function findRunningServer(cluster: string): RunningServer | undefined {
  const noted = readPostmasterFile(cluster);
  return noted && runsOn(cluster, noted.pid) ? noted : undefined;
}

/**
 * Removes what a dead server left behind and a new one would stumble over. PostgreSQL asks only whether the pid
 * answers, and a zombie's does. Its own check of the shared memory still stands behind this one.
 */
export function clearDeadServer(cluster: string): void {
  const noted = readPostmasterFile(cluster);
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  if (!noted?.host.startsWith('/')) return;
  for (const name of [`.s.PGSQL.${noted.port}`, `.s.PGSQL.${noted.port}.lock`]) {
    rmSync(join(noted.host, name), { force: true });
  }
  removeShortFolder(noted.host);
}

/** The name every socket folder outside the data folder starts with. */
export const shortFolderPrefix = 'kanaeau-socket-';

export function removeShortFolder(host: string): void {
  if (basename(host).startsWith(shortFolderPrefix)) rmSync(host, { recursive: true, force: true });
}

/** Ends backends whose postmaster was killed alone: they hold the shared memory a new server refuses to share. */
export function endOrphans(cluster: string): void {
  if (!existsSync('/proc/self/stat')) return;
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name) && runsOn(cluster, Number(name))) killIfThere(Number(name));
  }
}

/**
 * Ends whatever was started with this folder as its home (see `bareEnvironment`) and outlived who started it: an
 * initdb that goes on alone, and what it started, would go on writing while the folder is removed.
 */
export async function endThoseAtHome(folder: string): Promise<void> {
  if (!existsSync('/proc/self/environ')) return;
  for (const end = performance.now() + 5000; performance.now() < end; await pause(4)) {
    const left = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isAtHome(folder, name));
    if (left.length === 0) return;
    for (const pid of left) killIfThere(Number(pid));
  }
}

function isAtHome(folder: string, pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`HOME=${folder}`);
  } catch {
    // Somebody else's, or gone since it was listed.
    return false;
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself since it was found.
  }
}

/**
 * Stops the server on this cluster: open transactions are rolled back, then a checkpoint; when that takes longer
 * than 2.5 s, without it (the next start then replays the log, nothing acknowledged is lost).
 */
export async function stopServer(cluster: string, pgCtl: string): Promise<void> {
  const server = findRunningServer(cluster);
  if (!server) return;
  for (const [signal, patience] of [
    ['SIGINT', 2500],
    ['SIGQUIT', 6000],
    ['SIGKILL', 1000],
  ] as const) {
    signalServer(cluster, pgCtl, signal);
    for (const end = performance.now() + patience; performance.now() < end; await pause(4)) {
      if (!runsOn(cluster, server.pid)) return removeShortFolder(server.host);
    }
  }
}

/** Sends a signal to the server of this cluster, and to no other program that may have its pid by now. */
export function signalServer(cluster: string, pgCtl: string, signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): void {
  const server = findRunningServer(cluster);
  if (!server) return;
  if (process.platform === 'win32') {
    // Node ends a Windows process without asking it.
    spawnSync(pgCtl, ['kill', signal.slice(3), String(server.pid)]);
    return;
  }
  try {
    process.kill(server.pid, signal);
  } catch {
    // It ended in between.
  }
}

function readPostmasterFile(cluster: string): RunningServer | undefined {
  // Lines: pid, data folder, start, port, socket folder, listen address, shared memory, state.
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return {
    pid,
    port: Number(lines[3] || 5432),
    host: lines[4] || lines[5] || cluster,
    ready: lines[7]?.trim() === 'ready',
  };
}

function runsOn(cluster: string, pid: number): boolean {
  if (!existsSync('/proc/self/stat')) return runsByName(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold anything, so the state is looked for behind the last one.
    const state = stat.charAt(stat.lastIndexOf(')') + 2);
    if (state === 'Z' || state === 'X') return false;
    if (!stat.includes('(postgres)')) return false;
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

/** Without /proc (macOS, Windows) the program's name must do; whether it is ours shows when we connect. */
function runsByName(pid: number): boolean {
  if (process.platform === 'win32') {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  }
  const [state = '', program = ''] = spawnSync('ps', ['-o', 'state=,comm=', '-p', String(pid)], {
    encoding: 'utf8',
  })
    .stdout.trim()
    .split(/\s+/);
  return state !== '' && !state.startsWith('Z') && basename(program) === 'postgres';
}
