import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './run-step.ts';

/**
 * The whole suite: what `check` looks at, then every test on a real PostgreSQL and in a real browser. What
 * the machine lacks for it is installed from Debian where that is allowed, and named where it is not. Ends with
 * a line that counts.
 */
const long = process.argv.includes('--long');

provide('chromium', ['/usr/bin/chromium'], ['chromium', 'fonts-noto-cjk']);
run('scripts/check.ts', []);
run('scripts/build.ts', []);
run(
  'node_modules/vitest/vitest.mjs',
  ['run', '--config', 'vitest.config.ts', '--reporter=default', '--reporter=./test/counting-reporter.ts'],
  {
    KANAEAU_TEST_LONG: long ? '1' : '',
  },
);

function provide(what: string, paths: string[], packages: string[]): void {
  if (paths.some((path) => existsSync(path))) return;
  const root = process.getuid?.() === 0;
  if (!root || !existsSync('/usr/bin/apt-get')) {
    process.stderr.write(`${what} がありません。先に入れてください: apt-get install ${packages.join(' ')}\n`);
    process.exit(1);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
  const { status } = spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  if (status !== 0) process.exit(status ?? 1);
}
