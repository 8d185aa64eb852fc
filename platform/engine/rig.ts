/** What the tests of the engine share: folders, processes of their own, and the ends those come to. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { vi } from 'vitest';
import * as z from 'zod';
import { findDataFolder } from './folder.ts';

// Real servers start and die in these tests, several at once and on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
export const isRoot = process.getuid?.() === 0;

/** A temporary folder that every account may pass through. */
export function makeOpenFolder(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'kanaeau-test-'));
  chmodSync(path, 0o755);
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A data folder as a start would choose it, in a temporary place. */
export function makeDataFolder(): Disposable & { path: string } {
  const parent = makeOpenFolder();
  const env = { KANAEAU_DATA: join(parent.path, 'data') };
  const { folder } = findDataFolder({ projectFolder, env, uid: process.getuid?.() });
  return { path: folder, [Symbol.dispose]: () => parent[Symbol.dispose]() };
}

const firstLine = z.union([
  z.object({ host: z.string(), port: z.int(), password: z.string(), adopted: z.boolean() }),
  z.object({ refused: z.string() }),
]);

/** Begins to start the engine in another process, under another account when one is given. */
export function beginElsewhere(
  dataFolder: string,
  options: { fast?: boolean; uid?: number; gid?: number } = {},
) {
  const { fast, ...account } = options;
  const program = fileURLToPath(new URL('./engine.child.ts', import.meta.url));
  return spawn(process.execPath, [program, dataFolder, projectFolder, fast ? 'fast' : 'safe'], {
    ...account,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Starts the engine in another process and waits for its first word. */
export async function startElsewhere(...where: Parameters<typeof beginElsewhere>) {
  const child = beginElsewhere(...where);
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { child, said: firstLine.parse(JSON.parse(line)) };
}

/** Signs in as the superuser. */
export async function signIn(at: { host: string; port: number; password: string }): Promise<pg.Client> {
  const client = new pg.Client({ ...at, user: 'postgres', database: 'kanaeau' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The process and everything below it, as they are now. */
export function treeOf(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const tree = [pid];
  for (const parent of tree) for (const [child, of] of pairs) if (of === parent && child) tree.push(child);
  return tree;
}

/** Ends processes as a power switch would, and waits for the first of them to be gone. */
export async function killAll(child: ChildProcess, pids: number[]): Promise<void> {
  const gone = once(child, 'exit');
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself since it was listed.
    }
  }
  await gone;
}
