import { buildWhenStale } from './build-when-stale.ts';

// Standard output belongs to answers.
await buildWhenStale({ say: (sentence) => console.error(sentence) });
await import(new URL('../dist/server/kanaeau.js', import.meta.url).href);
