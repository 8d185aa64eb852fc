import { buildWhenStale } from './build-when-stale.ts';

await buildWhenStale({ say: (sentence) => console.log(sentence) });
await import(new URL('../bench/main.ts', import.meta.url).href);
