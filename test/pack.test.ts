import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { killAll, makeDataFolder, treeOf } from '#platform/engine/rig.ts';
import { projectFolder } from '#platform/house.ts';

/** `npm run pack`, and the archive on a machine that has neither Node nor PostgreSQL nor a registry. */
const place = mkdtempSync(join(tmpdir(), 'kanaeau-pack-'));
const data = makeDataFolder();
const port = 4950 + (process.pid % 40);
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
  data[Symbol.dispose]();
});

test('the packed archive starts a new town where there is no Node, and answers', {
  timeout: 240_000,
}, async () => {
  chmodSync(place, 0o755);
  const pack = spawnSync(process.execPath, [join(projectFolder, 'scripts/pack.ts'), '--out', place], {
    encoding: 'utf8',
  });
  expect(pack.stderr).toBe('');
  const archives = readdirSync(place);
  expect(archives).toEqual([expect.stringMatching(/^kanaeau-.+\.tar\.gz$/)]);
  spawnSync('tar', ['-xzf', join(place, archives[0] ?? ''), '-C', place]);
  const installed = join(place, (archives[0] ?? '').replace('.tar.gz', ''));
  expect(existsSync(join(installed, 'node_modules/vite'))).toBe(false);

  // The only outside command on the path: what the start itself is written with.
  const bare = join(place, 'bin');
  mkdirSync(bare);
  symlinkSync('/usr/bin/dirname', join(bare, 'dirname'));
  const server = spawn('/bin/sh', [join(installed, 'start'), '--empty'], {
    cwd: '/',
    env: { PATH: bare, HOME: place, PORT: String(port), KANAEAU_DATA: data.path },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  try {
    expect(await askUntilReady()).toBe(true);
    const page = await fetch(`http://localhost:${port}/`);
    expect(await page.text()).toContain('/assets/');
  } finally {
    await killAll(server, treeOf(server.pid ?? 0));
  }
});

async function askUntilReady(): Promise<boolean> {
  for (const end = Date.now() + 90_000; Date.now() < end; await new Promise((go) => setTimeout(go, 200))) {
    const answer = await fetch(`http://localhost:${port}/readyz`).catch(() => null);
    if (answer?.ok) return true;
  }
  return false;
}
