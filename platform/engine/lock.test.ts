import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findHolder, holdDataFolder } from './lock.ts';
import { killAll, makeDataFolder, startElsewhere, treeOf } from './rig.ts';

test('a folder is held once, by whom and where can be asked, and it is free again after', () => {
  using data = makeDataFolder();
  expect(findHolder(data.path)).toBeUndefined();
  const hold = holdDataFolder(data.path);
  expect(findHolder(data.path)).toEqual({ pid: process.pid, address: null });
  expect(() => holdDataFolder(data.path)).toThrow(`プロセス番号 ${process.pid}`);
  hold.announce('http://localhost:3000');
  expect(findHolder(data.path)).toEqual({ pid: process.pid, address: 'http://localhost:3000' });
  expect(() => holdDataFolder(data.path)).toThrow('http://localhost:3000 を開いてください');
  hold.release();
  expect(findHolder(data.path)).toBeUndefined();
  holdDataFolder(data.path).release();
});

test('the hold ends with its process, even when its pid is in use again', async () => {
  using data = makeDataFolder();
  const { child } = await startElsewhere(data.path, { fast: true });
  expect(findHolder(data.path)).toMatchObject({ pid: child.pid });
  await killAll(child, treeOf(child.pid ?? 0));
  const note = JSON.parse(readFileSync(join(data.path, 'server.json'), 'utf8'));
  writeFileSync(join(data.path, 'server.json'), JSON.stringify({ ...note, pid: process.ppid }));
  expect(findHolder(data.path)).toBeUndefined();
  holdDataFolder(data.path).release();
});
