import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as m from '#messages';
import { Refusal } from '../refusal.ts';
import { type Account, accountFor, canReach, giveTo, letPass, nearestThere } from './account.ts';

/** Where root keeps data and binaries that `nobody` could not reach inside the project. */
export const outsideFolder = '/var/lib/kanaeau';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface DataFolder {
  /** Absolute path; it exists and can be written. */
  readonly folder: string;
  readonly kind: 'chosen' | 'project' | 'outside';
  /** A sentence that says where the data is and why there. */
  readonly reason: string;
}

/** The files of PostgreSQL inside a data folder. */
export function clusterFolder(dataFolder: string): string {
  return join(dataFolder, 'postgres');
}

/**
 * The folder of a town's data: `KANAEAU_DATA`, else `<project>/data`, else (root, with a project the database's
 * account cannot enter) `/var/lib/kanaeau/<hash of the project's path>`. Made when it is not there.
 * @throws Refusal when it cannot be used; a folder somebody asked for is never replaced by another.
 */
export function findDataFolder(from: {
  projectFolder: string;
  env: Environment;
  /** Of this process; undefined where there are no uids. */
  uid: number | undefined;
}): DataFolder {
  const project = realpathSync(from.projectFolder);
  const asked = from.env.KANAEAU_DATA?.trim();
  if (asked) {
    const folder = resolve(project, asked);
    const account = accountOf(folder, from.env, from.uid);
    const there = nearestThere(folder);
    if (!statSync(there).isDirectory()) {
      throw new Refusal('refused', m.engine_folder_not_a_folder({ folder: there }));
    }
    if (account && !canReach(folder, account)) {
      throw new Refusal('refused', m.engine_folder_unreachable({ folder, uid: account.uid }));
    }
    return {
      folder: makeUsable(folder, account),
      kind: 'chosen',
      reason: m.engine_folder_chosen({ folder }),
    };
  }

  const wanted = join(project, 'data');
  const account = accountOf(wanted, from.env, from.uid);
  if (!account || canReach(wanted, account)) {
    const folder = makeUsable(wanted, account);
    return { folder, kind: 'project', reason: m.engine_folder_project({ folder }) };
  }
  const folder = join(outsideFolder, createHash('sha256').update(project).digest('hex').slice(0, 12));
  makeUsable(folder, accountOf(folder, from.env, from.uid));
  return { folder, kind: 'outside', reason: m.engine_folder_outside({ folder, wanted }) };
}

/** What root writes into somebody's data folder stays theirs, so that they can start without root again. */
export function giveToOwner(file: string): void {
  if (process.getuid?.() !== 0) return;
  const owner = statSync(dirname(file));
  if (owner.uid !== 0) giveTo({ uid: owner.uid, gid: owner.gid }, file);
}

function accountOf(folder: string, env: Environment, uid: number | undefined): Account | undefined {
  return env.DATABASE_URL ? undefined : accountFor(clusterFolder(folder), uid);
}

function makeUsable(folder: string, account: Account | undefined): string {
  try {
    if (!existsSync(folder)) {
      makeParents(dirname(folder));
      mkdirSync(folder);
      // The database's account passes through the folder to its cluster and reads nothing else in it.
      if (account) letPass(account, folder);
      else chmodSync(folder, 0o700);
    }
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('refused', m.engine_folder_unwritable({ folder, cause: codeOf(error) }));
  }
  return folder;
}

/** Open to pass through, whatever the umask: the database's account has to. */
function makeParents(parent: string): void {
  if (existsSync(parent)) return;
  makeParents(dirname(parent));
  mkdirSync(parent);
  chmodSync(parent, 0o755);
}

/** The short code of a system error (`EACCES`), for the end of a sentence. */
export function codeOf(error: unknown): string {
  if (error instanceof Error) return 'code' in error ? String(error.code) : error.message;
  return String(error);
}
