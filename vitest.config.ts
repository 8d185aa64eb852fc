import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const databases = 'test/database/global.ts';

export default defineConfig({
  test: {
    environment: 'node',
    env: { KANAEAU_LOG: 'off' },
    testTimeout: 30_000,
    hookTimeout: 120_000,
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'dist/**', 'data/**', 'generated/**'],
    globalSetup: existsSync(databases) ? [databases] : [],
  },
});
