import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as m from '#messages';
import { Refusal } from '../refusal.ts';
import { type Account, canReach, giveTo, spawnAs } from './account.ts';
import type { Binaries } from './binaries.ts';
import { endThoseAtHome } from './leftover.ts';
import { bareEnvironment, runProgram } from './program.ts';

/** The login of the engine's own superuser: for migrations, never for the pool. */
export const superuser = 'postgres';

/**
 * Makes the cluster when there is none, under another name first, so that a start that is broken off leaves
 * nothing that looks finished.
 * @throws Refusal when it belongs to another account or to another version of PostgreSQL, or cannot be made.
 */
export async function prepareCluster(from: {
  cluster: string;
  binaries: Binaries;
  account: Account | undefined;
  password: string;
  fast: boolean;
  say: (sentence: string) => void;
}): Promise<{ made: boolean }> {
  const { cluster, binaries, account } = from;
  await removeUnfinished(cluster);
  if (existsSync(cluster)) {
    checkOwner(cluster, account);
    checkVersion(cluster, binaries);
    return { made: false };
  }

  if (account && !canReach(dirname(cluster), account)) {
    throw new Refusal('refused', m.engine_folder_unreachable({ folder: dirname(cluster), uid: account.uid }));
  }
  from.say(m.engine_first_start());
  const draft = `${cluster}.new-${process.pid}`;
  const passwordFile = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${from.password}\n`, { mode: 0o600 });
    for (const made of [draft, passwordFile]) giveTo(account, made);
    chmodSync(draft, 0o700);
    await runProgram(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        ...localeArguments(),
        '--encoding=UTF8',
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--no-instructions',
        ...(from.fast ? ['--no-sync'] : []),
      ],
      { account, home: draft },
    );
    renameSync(draft, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
  return { made: true };
}

/** Gives the superuser a new password with no server running, for a data folder whose `secrets.json` was lost. */
export function replacePassword(
  cluster: string,
  binaries: Binaries,
  account: Account | undefined,
  password: string,
) {
  spawnSync(binaries.postgres, ['--single', '-D', cluster, 'postgres'], {
    ...spawnAs(account),
    cwd: dirname(binaries.postgres),
    env: bareEnvironment(cluster),
    input: `alter role ${superuser} password '${password}'\n`,
  });
}

/**
 * `C.UTF-8` of the C library, where trigrams find Japanese; other systems do not have it and take the one
 * PostgreSQL brings.
 */
function localeArguments(): string[] {
  if (process.platform === 'linux') return ['--locale=C.UTF-8'];
  const own = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  return process.platform === 'darwin' ? [...own, '--lc-ctype=en_US.UTF-8'] : own;
}

async function removeUnfinished(cluster: string): Promise<void> {
  const beginning = `${basename(cluster)}.new-`;
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith(beginning)) continue;
    const unfinished = join(dirname(cluster), name);
    await endThoseAtHome(unfinished);
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function checkOwner(cluster: string, account: Account | undefined): void {
  if (account || !process.getuid) return;
  const { uid } = statSync(cluster);
  if (uid !== process.getuid()) {
    throw new Refusal('refused', m.engine_folder_of_another({ folder: dirname(cluster), uid }));
  }
}

function checkVersion(cluster: string, binaries: Binaries): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const needed = binaries.version.split('.')[0] ?? '';
  if (found !== needed) {
    throw new Refusal('refused', m.engine_version_differs({ folder: dirname(cluster), found, needed }));
  }
}
