import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { listPermissions } from './scripts/list-permissions.ts';

export default defineConfig({
  plugins: [listPermissions(import.meta.dirname)],
  test: {
    environment: 'node',
    env: { KANAEAU_LOG: 'off' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One core is left to PostgreSQL and the browser only where there are more than two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    include: process.env.KANAEAU_PICTURES ? ['test/pictures.ts'] : ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'dist/**', 'data/**', 'generated/**'],
    globalSetup: ['test/database/global.ts'],
  },
});
