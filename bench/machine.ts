import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { findBinaries } from '#platform/engine/binaries.ts';
import { projectFolder } from '#platform/house.ts';

/** One line about the machine a result was measured on; nothing that says whose it is. */
export function describeMachine(): string {
  const { version } = findBinaries({
    ...{ projectFolder, dataFolder: tmpdir(), account: undefined },
    say: () => undefined,
  });
  const postgres = version.split('.', 2).join('.');
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, ${memory} GiB, Node ${process.versions.node}, PostgreSQL ${postgres}`;
}

/** Proportional set size of a process and all its descendants, MiB. Linux only. */
export function measureMemory(pid: number): number {
  const kib = familyOf(pid).reduce((sum, one) => sum + pssOf(one), 0);
  return Math.round(kib / 1024);
}

/** Milliseconds of processor time that a process and all its descendants have had so far. Linux only. */
export function measureProcessor(pid: number): number {
  return familyOf(pid).reduce((sum, one) => sum + ticksOf(one) * 10, 0);
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
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
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
