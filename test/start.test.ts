import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeDataFolder } from '#platform/engine/rig.ts';
import { projectFolder } from '#platform/house.ts';

/** The built server as `npm start` runs it. */
const port = 4_300 + (process.pid % 300);
const place = makeDataFolder();
const begun: ChildProcess[] = [];
afterAll(async () => {
  for (const server of begun.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  place[Symbol.dispose]();
});

function start(env: Record<string, string>) {
  const server = spawn(process.execPath, [join(projectFolder, 'dist/server/main.js'), '--empty'], {
    env: { PATH: process.env.PATH, KANAEAU_DATA: place.path, KANAEAU_LOG: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  begun.push(server);
  const said = { out: '', refused: '' };
  server.stdout.on('data', (text) => (said.out += text));
  server.stderr.on('data', (text) => (said.refused += text));
  const ended = once(server, 'close').then(([code]) => ({ ...said, code }));
  return { said, ended };
}

test('a second server on the same data is refused with one sentence that says where the first one is', async () => {
  const first = start({ PORT: String(port) });
  await expect.poll(() => first.said.out, { timeout: 60_000, interval: 100 }).toContain(`localhost:${port}`);
  const second = await start({ PORT: String(port + 2) }).ended;
  expect(second.code).toBe(1);
  expect(second.refused.trimEnd().split('\n')).toHaveLength(1);
  expect(second.refused).toContain(`http://localhost:${port}`);
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect(await ready.text()).toBe('ok');
}, 120_000);

test('what is set wrongly is refused with one sentence before anything is started', async () => {
  const refused = await start({ KANAEAU_CALL_DAYS: '2', KANAEAU_DATA: join(place.path, 'never') }).ended;
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.refused.trimEnd().split('\n')).toHaveLength(1);
  expect(refused.refused).toContain('KANAEAU_CALL_DAYS');
}, 120_000);
