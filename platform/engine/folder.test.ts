import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findNobody } from './account.ts';
import { startEngine } from './engine.ts';
import { findDataFolder } from './folder.ts';
import { isRoot, makeOpenFolder, projectFolder, signIn } from './rig.ts';

const uid = process.getuid?.();
const refusedWith = (text: string | RegExp) =>
  expect.objectContaining({ name: 'Refusal', message: expect.stringMatching(text) });

test('data lies in the project, closed to others', () => {
  using project = makeOpenFolder();
  const found = findDataFolder({ projectFolder: project.path, env: {}, uid });
  const folder = join(project.path, 'data');
  expect(found).toEqual({ folder, kind: 'project', reason: expect.stringContaining(folder) });
  expect(statSync(folder).mode & 0o007).toBe(0);
});

test('in a project nobody else may enter, root keeps data outside and says so, everyone else inside', async () => {
  using project = makeOpenFolder();
  chmodSync(project.path, 0o700);
  const found = findDataFolder({ projectFolder: project.path, env: {}, uid });
  using _ = { [Symbol.dispose]: () => rmSync(found.folder, { recursive: true, force: true }) };
  if (isRoot) {
    expect(found.folder).toMatch(/^\/var\/lib\/kanaeau\/[0-9a-f]{12}$/);
    expect(found).toMatchObject({
      kind: 'outside',
      reason: expect.stringContaining(join(project.path, 'data')),
    });
    expect(existsSync(join(project.path, 'data'))).toBe(false);
    expect(statSync(found.folder).mode & 0o007).toBe(0);
  } else {
    expect(found).toMatchObject({ kind: 'project', folder: join(project.path, 'data') });
  }
  expect(findDataFolder({ projectFolder: project.path, env: {}, uid })).toEqual(found);

  const engine = await startEngine({
    dataFolder: found.folder,
    projectFolder,
    say: () => undefined,
    fast: true,
  });
  await (await signIn(engine)).end();
  await engine.stop();
});

test('with DATABASE_URL nobody else has to enter, so data stays in the project', () => {
  using project = makeOpenFolder();
  chmodSync(project.path, 0o700);
  const env = { DATABASE_URL: 'postgres://town@db.example/town' };
  expect(findDataFolder({ projectFolder: project.path, env, uid }).kind).toBe('project');
});

test('KANAEAU_DATA is taken as it is, and from the project when it is relative', () => {
  using project = makeOpenFolder();
  for (const asked of [join(project.path, 'town', 'one'), 'town/one']) {
    const found = findDataFolder({ projectFolder: project.path, env: { KANAEAU_DATA: asked }, uid });
    expect(found).toMatchObject({ kind: 'chosen', folder: join(project.path, 'town', 'one') });
  }
});

test('KANAEAU_DATA that cannot work is refused with a sentence and not replaced', () => {
  using project = makeOpenFolder();
  const find = (asked: string) => () =>
    findDataFolder({ projectFolder: project.path, env: { KANAEAU_DATA: asked }, uid });
  const file = join(project.path, 'file');
  writeFileSync(file, '');
  expect(find(file)).toThrow(refusedWith('フォルダーではありません'));
  expect(find(join(file, 'data'))).toThrow(refusedWith(`${file} はフォルダーではありません`));
  expect(find('/proc/kanaeau')).toThrow(refusedWith('書き込めません'));

  const closed = join(project.path, 'closed');
  mkdirSync(closed);
  chmodSync(closed, isRoot ? 0o700 : 0o500);
  expect(find(join(closed, 'data'))).toThrow(refusedWith(isRoot ? '入れません' : '書き込めません'));
  expect(existsSync(join(closed, 'data'))).toBe(false);
});

test('root runs data that an account already has under that account', () => {
  using project = makeOpenFolder();
  chmodSync(project.path, 0o700);
  mkdirSync(join(project.path, 'data', 'postgres'), { recursive: true });
  if (isRoot) {
    // Someone whose project it is: closed to nobody, open to them.
    for (const folder of ['', 'data', 'data/postgres']) chownSync(join(project.path, folder), 4242, 4242);
  }
  expect(findDataFolder({ projectFolder: project.path, env: {}, uid }).kind).toBe('project');
});

test('nobody is looked up by name', () => {
  using folder = makeOpenFolder();
  const passwd = join(folder.path, 'passwd');
  writeFileSync(passwd, 'root:x:0:0::/root:/bin/sh\nnobody:x:99:98::/:/sbin/nologin\n');
  expect(findNobody(passwd)).toEqual({ uid: 99, gid: 98 });
  writeFileSync(passwd, 'nobody:*:-2:-2::/:/usr/bin/false\n');
  expect(findNobody(passwd)).toEqual({ uid: 4294967294, gid: 4294967294 });
});
