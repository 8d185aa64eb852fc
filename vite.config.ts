import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { compressAssets } from './scripts/compress-assets.ts';
import { listPermissions } from './scripts/list-permissions.ts';
import { splitMessages } from './scripts/split-messages.ts';
import { writeWords } from './scripts/write-words.ts';

const folder = import.meta.dirname;

/**
 * The staff app: `web/` into `dist/web`, every file named after its contents. Nothing is inlined into the page,
 * so that it runs under `Content-Security-Policy: default-src 'self'`.
 */
export default {
  configFile: false,
  root: `${folder}/web`,
  base: '/',
  logLevel: 'error',
  publicDir: false,
  plugins: [
    splitMessages(folder),
    listPermissions(folder),
    writeWords('web'),
    react(),
    tailwindcss(),
    compressAssets(),
  ],
  build: {
    outDir: `${folder}/dist/web`,
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: `${folder}/web/index.html`,
        // Pages of the server that show a map name these by the manifest.
        town: `${folder}/web/maps/town.ts`,
        place: `${folder}/web/maps/place.ts`,
        subscribe: `${folder}/web/push/subscribe.ts`,
        worker: `${folder}/web/push/worker.ts`,
      },
      output: {
        // Changes only with its packages, so a browser keeps it from one release of the app to the next.
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules\/(?:react|react-dom|react-router|scheduler)\// }],
        },
      },
    },
  },
} satisfies InlineConfig;
