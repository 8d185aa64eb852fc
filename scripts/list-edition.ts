import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import words from '../field/words.ja.json' with { type: 'json' };

const folder = '/field/';

/**
 * Tells the service worker of the pocket app which files make up this edition, under a name that changes with any of them,
 * and lays the app's manifest beside them.
 */
export function listEdition(): Plugin {
  return {
    name: 'list-edition',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: writeManifest(bundle) });
        const files = Object.values(bundle).filter(({ fileName }) => fileName !== 'worker.js');
        const hash = createHash('sha256');
        for (const file of files)
          hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
        const names = files
          .map(({ fileName }) => fileName)
          .filter((name) => name !== 'index.html')
          .map((name) => `${folder}${name}`);
        const edition = {
          name: hash.digest('hex').slice(0, 16),
          files: [
            folder,
            `${folder}manifest.webmanifest`,
            ...names.filter((name) => !name.endsWith('.webmanifest')),
          ],
        };
        const worker = bundle['worker.js'];
        if (worker?.type !== 'chunk') throw new Error('the pocket app has no worker.js');
        worker.code = worker.code.replaceAll('__EDITION__', JSON.stringify(edition));
      },
    },
  };
}

function writeManifest(bundle: Record<string, { fileName: string }>): string {
  const icon = Object.keys(bundle).find((name) => /icon-[\w-]+\.svg$/.test(name));
  return JSON.stringify({
    name: words.field_title,
    short_name: words.field_title,
    lang: 'ja',
    start_url: folder,
    scope: folder,
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#0017c1',
    icons: icon ? [{ src: `${folder}${icon}`, sizes: 'any', type: 'image/svg+xml' }] : [],
  });
}
