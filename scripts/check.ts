import { run } from './run-step.ts';

/** `npm run check`: everything that can be said of the code without running it. */
run('scripts/messages.ts', []);
run('node_modules/typescript/bin/tsc', []);
run('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings']);
run('node_modules/knip/bin/knip.js', ['--no-progress', '--no-config-hints']);
