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
    globalSetup: ['test/database/global.ts'],
    projects: process.env.KANAEAU_PICTURES
      ? [{ extends: true, test: { include: ['test/pictures.ts'] } }]
      : [
          // A journey starts a house and a browser of its own, and is alone in its process.
          { extends: true, test: { name: 'journeys', include: ['test/journeys/**/*.test.ts'] } },
          // The rooms are read in once for many files: half of the time of a small file is reading them in.
          {
            extends: true,
            test: {
              name: 'rooms',
              isolate: false,
              include: ['**/*.test.{ts,tsx}'],
              exclude: ['**/node_modules/**', 'dist/**', 'data/**', 'generated/**', 'test/journeys/**'],
            },
          },
        ],
  },
});
