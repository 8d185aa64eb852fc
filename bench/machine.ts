import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import pg from 'pg';
import { findBinaries } from '#platform/engine/binaries.ts';
import { projectFolder } from '#platform/house.ts';

/** Whether it is measured on a PostgreSQL server, in place of the embedded one. */
export const onServer = Boolean(process.env.DATABASE_URL);

/** One line about the machine a result was measured on; nothing that says whose it is. */
export async function describeMachine(): Promise<string> {
  const postgres = onServer ? `server ${await askVersion()}` : embeddedVersion();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, ${memory} GiB, Node ${process.versions.node}, PostgreSQL ${postgres}`;
}

function embeddedVersion(): string {
  const { version } = findBinaries({
    ...{ projectFolder, dataFolder: tmpdir(), account: undefined },
    say: () => undefined,
  });
  return version.split('.', 2).join('.');
}

async function askVersion(): Promise<string> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL ?? '' });
  await client.connect();
  const { rows } = await client.query('show server_version');
  await client.end();
  return (rows[0].server_version as string).split(' ')[0] ?? '';
}

/** The first process of the server that this connection speaks to; undefined where it is on another machine. Linux only. */
export async function findPostmaster(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query('select pg_backend_pid() as pid');
  try {
    const stat = readFileSync(`/proc/${rows[0].pid}/stat`, 'utf8');
    return stat.includes('(postgres)') ? parentOf(stat) : undefined;
  } catch {
    return undefined;
  }
}

function parentOf(stat: string): number {
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** Proportional set size of a process and all its descendants, MiB. Linux only. */
export function measureMemory(pid: number): number {
  const kib = familyOf(pid).reduce((sum, one) => sum + pssOf(one), 0);
  return Math.round(kib / 1024);
}

/** Milliseconds of processor time that these processes and all their descendants have had so far. Linux only. */
export function measureProcessor(pids: readonly number[]): number {
  return pids.flatMap(familyOf).reduce((sum, one) => sum + ticksOf(one) * 10, 0);
}

/** User and system time in hundredths of a second. */
function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

function pssOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+)/m)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function familyOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((n) => /^\d+$/.test(n))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = parentOf(stat);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It ended meanwhile.
    }
  }
  const family = [root];
  for (let i = 0; i < family.length; i++) family.push(...(children.get(family[i] as number) ?? []));
  return family;
}

export function today(): string {
  return execFileSync('date', ['+%Y-%m-%d']).toString().trim();
}
