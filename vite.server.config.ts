import { existsSync } from 'node:fs';
import type { InlineConfig } from 'vite';

const folder = import.meta.dirname;
const doors = { main: `${folder}/server/main.ts`, kanaeau: `${folder}/cli/main.ts` };

/**
 * The server and the terminal as plain JavaScript in `dist/server`, since Node runs `.ts` but not `.tsx`.
 * Packages stay outside. A `.tsx` of the server names its own JSX: `@jsxImportSource hono/jsx` on its first line.
 */
export default {
  configFile: false,
  root: folder,
  logLevel: 'error',
  publicDir: false,
  ssr: { external: true },
  build: {
    ssr: true,
    outDir: `${folder}/dist/server`,
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(doors).filter(([, file]) => existsSync(file))),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
} satisfies InlineConfig;
