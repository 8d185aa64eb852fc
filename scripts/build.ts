import { buildWhenStale } from './build-when-stale.ts';

await buildWhenStale({ say: (sentence) => console.log(sentence) });
