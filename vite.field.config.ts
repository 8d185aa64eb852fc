import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { compressAssets } from './scripts/compress-assets.ts';
import { listEdition } from './scripts/list-edition.ts';
import { splitMessages } from './scripts/split-messages.ts';
import { writeWords } from './scripts/write-words.ts';

const folder = import.meta.dirname;

/** The pocket app: `field/` into `dist/field`, served below `/field/`, the folder its service worker may look after. */
export default {
  configFile: false,
  root: `${folder}/field`,
  base: '/field/',
  logLevel: 'error',
  publicDir: false,
  plugins: [
    splitMessages(folder),
    writeWords('field'),
    react(),
    tailwindcss(),
    listEdition(),
    compressAssets(),
  ],
  build: {
    outDir: `${folder}/dist/field`,
    emptyOutDir: true,
    // What an eight-year-old phone with a kept-up browser understands.
    target: ['chrome100', 'safari16'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { main: `${folder}/field/index.html`, worker: `${folder}/field/worker.ts` },
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
} satisfies InlineConfig;
