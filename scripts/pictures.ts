import { buildWhenStale } from './build-when-stale.ts';
import { run } from './run-step.ts';

/** Makes the README's pictures anew from the sample town. `pdftoppm` (poppler-utils) turns the paper into one. */
await buildWhenStale({ say: (sentence) => console.log(sentence) });
run('node_modules/vitest/vitest.mjs', ['run', 'test/pictures.ts'], { KANAEAU_PICTURES: 'docs/pictures' });
