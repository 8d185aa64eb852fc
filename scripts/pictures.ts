import { spawnSync } from 'node:child_process';
import { buildWhenStale } from './build.ts';

/** Makes the README's pictures anew from the sample town. */
await buildWhenStale({ say: (sentence) => console.log(sentence) });
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'test/pictures.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, KANAEAU_PICTURES: 'docs/pictures' },
  },
);
process.exit(status ?? 1);
