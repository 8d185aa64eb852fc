/**
 * `npm run pack [-- --out FOLDER]`: one archive that starts on a machine of the same kind which has neither Node nor a
 * PostgreSQL nor a way to a registry (LGWAN 接続系). It holds what was built, what it needs to run, and two
 * commands: `./start` and `./kanaeau`.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import words from '../cli/words.ja.json' with { type: 'json' };
import { buildWhenStale } from './build-when-stale.ts';
import { serverCommand } from './server-command.ts';

const folder = resolve(import.meta.dirname, '..');
const rooms = [
  'cli',
  'db',
  'dist',
  'docs',
  'domains',
  'generated',
  'platform',
  'project.inlang/settings.json',
  'scripts',
  'server',
  'LICENSE',
  'README.md',
  'README.ja.md',
  'package.json',
];
/** Packages that are only asked for while the staff app is built. */
const building = [
  /^(@tailwindcss\/)?vite$|^@vitejs\/|^tailwindcss$|tailwind-theme-plugin$|^@inlang\//,
  /^react(-dom|-router)?$|^@simplewebauthn\/browser$/,
];

interface Locked {
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
}

const { values } = parseArgs({ options: { out: { type: 'string', default: folder } } });
const { name, version, dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const packed = `${name}-${version}-${process.platform}-${process.arch}`;

await buildWhenStale({ say: (sentence) => console.log(sentence) });
mkdirSync(resolve(values.out), { recursive: true });
const staging = mkdtempSync(join(resolve(values.out), 'packing-'));
try {
  const target = join(staging, packed);
  for (const room of rooms) {
    cpSync(join(folder, room), join(target, room), {
      recursive: true,
      filter: (path) => !/\.test\.tsx?$|docs\/pictures/.test(path),
    });
  }
  const wanted = Object.keys(dependencies).filter((one) => !building.some((pattern) => pattern.test(one)));
  for (const path of closeOver(wanted)) {
    cpSync(join(folder, path), join(target, path), { recursive: true, verbatimSymlinks: true });
  }
  writeCommand(join(target, 'start'), serverCommand.script, serverCommand.flag);
  writeCommand(join(target, 'kanaeau'), 'dist/server/kanaeau.js');
  const file = join(resolve(values.out), `${packed}.tar.gz`);
  const { status } = spawnSync('tar', ['-I', 'gzip -3', '-cf', file, '-C', staging, packed], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  const megabytes = Math.round(statSync(file).size / 1_000_000);
  console.log(words.cli_packed.replace('{file}', file).replace('{size}', String(megabytes)));
} finally {
  rmSync(staging, { recursive: true, force: true });
}

/** The folders of these packages and of everything they need, as the lock file lays them out. */
function closeOver(names: readonly string[]): Set<string> {
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(
    readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'),
  );
  const found = new Set<string>();
  const visit = (one: string, from: string): void => {
    const path = resolvePackage(one, from, packages);
    if (path === null || found.has(path)) return;
    found.add(path);
    const { dependencies, optionalDependencies, peerDependencies } = packages[path] ?? {};
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      visit(next, path);
  };
  for (const one of names) visit(one, '');
  return found;
}

/** Nearest `node_modules` upward that holds the package; null where this kind of machine has no use for it. */
function resolvePackage(one: string, from: string, packages: Record<string, Locked>): string | null {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
    const path = base === '' ? `node_modules/${one}` : `${base}/node_modules/${one}`;
    if (path in packages) return path;
    if (base === '') return null;
  }
}

/** `cd` is not wanted: file names on the command line are meant from where the person stands. */
function writeCommand(file: string, script: string, flag = ''): void {
  writeFileSync(
    file,
    `#!/bin/sh\nhere=$(cd "$(dirname "$0")" && pwd)\nexec "$here/node_modules/node/bin/node" ${flag} "$here/${script}" "$@"\n`,
  );
  chmodSync(file, 0o755);
}
