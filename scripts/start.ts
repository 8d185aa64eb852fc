import { buildWhenStale } from './build-when-stale.ts';

await buildWhenStale({ say: (sentence) => console.log(sentence) });
await import(new URL('../dist/server/main.js', import.meta.url).href);
