import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import * as m from '#messages';
import { Refusal } from '../refusal.ts';

/** An account of the operating system, by number. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const lastResort: Account = { uid: 65534, gid: 65534 };

/** The account `nobody` of this machine: from `/etc/passwd`, else from `id`, else 65534. */
export function findNobody(passwdFile = '/etc/passwd'): Account {
  try {
    const line = readFileSync(passwdFile, 'utf8')
      .split('\n')
      .find((one) => one.startsWith('nobody:'));
    const [, , uid, gid] = line?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
  } catch {
    // A machine without that file is asked by its own tool below.
  }
  const ask = (flag: string) => spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout?.trim();
  const [uid, gid] = [ask('-u'), ask('-g')];
  return uid && gid ? { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } : lastResort;
}

/**
 * Who the database runs as when this process is root, which PostgreSQL refuses to be: the owner of a cluster
 * that is already there, else `nobody`. Undefined for everyone else, who runs it as themselves.
 */
export function accountFor(cluster: string, uid = process.getuid?.()): Account | undefined {
  if (uid !== 0) return undefined;
  if (existsSync(cluster)) {
    const owner = statSync(cluster);
    if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  }
  return findNobody();
}

/** The part of spawn's options that changes the account; libuv wants a signed number and drops other groups. */
export function spawnAs(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid | 0, gid: account.gid | 0 } : {};
}

/** Gives a file or folder to the account. @throws Refusal where root may not do that (a container can forbid it). */
export function giveTo(account: Account | undefined, path: string): void {
  if (account) changeOwner(path, account.uid, account);
}

/** Lets the account pass through a folder of root's to what it knows the name of, without listing it. */
export function letPass(account: Account, folder: string): void {
  const unchanged = -1;
  changeOwner(folder, unchanged, account);
  chmodSync(folder, 0o710);
}

function changeOwner(path: string, uid: number, account: Account): void {
  try {
    chownSync(path, uid, account.gid);
  } catch {
    throw refuseSwitch(account);
  }
}

export function refuseSwitch(account: Account): Refusal {
  return new Refusal('refused', m.engine_cannot_switch_user({ uid: account.uid }));
}

/** The path itself when it is there, else the nearest one above it that is. */
export function nearestThere(path: string): string {
  let there = path;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  return there;
}

/**
 * Whether the account may enter the folder at `path`; of one that is not there yet, the nearest that is. Asked of
 * the kernel under that account, since modes alone do not tell about ACLs and mounts. Where the account cannot be
 * taken on at all, the answer is yes: starting the server then says what is the matter.
 */
export function canReach(path: string, account: Account): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'test -x "$0"', nearestThere(path)], {
    ...spawnAs(account),
    cwd: '/',
  });
  return asked.status === 0 || asked.error !== undefined;
}
