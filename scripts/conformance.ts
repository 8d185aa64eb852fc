import { resolve } from 'node:path';
import { run } from './run-step.ts';

/** `npm run conformance -- DIR`: holds what is given to others against the schemas in DIR and writes docs/conformance.md anew. */
const [folder] = process.argv.slice(2);
run('scripts/messages.ts', []);
run('node_modules/vitest/vitest.mjs', ['run', 'test/conformance/conformance.test.ts'], {
  KANAEAU_WRITE_CONFORMANCE: '1',
  ...(folder ? { KANAEAU_SCHEMAS: resolve(folder) } : {}),
});
