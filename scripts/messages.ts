/** Turns every `words.<locale>.json` into typed functions under `generated/messages`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';

const root = join(import.meta.dirname, '..');

refuseTwiceTheSameWord();
await compile({
  project: './project.inlang',
  outdir: './generated/messages',
  outputStructure: 'locale-modules',
  strategy: ['globalVariable', 'baseLocale'],
  emitGitIgnore: false,
  emitPrettierIgnore: false,
  emitReadme: false,
  emitTsDeclarations: true,
});
// The compiler leaves a 30 s timer behind; the files are written, so the process may end.
process.exit(0);

/** The compiler does not come back from a key that stands in two files. */
function refuseTwiceTheSameWord(): void {
  const settings = JSON.parse(readFileSync(join(root, 'project.inlang/settings.json'), 'utf8'));
  const files = (settings['plugin.inlang.messageFormat'].pathPattern as string[]).map((pattern) =>
    pattern.replace('{locale}', 'ja'),
  );
  const seen = new Map<string, string>();
  for (const file of files) {
    for (const key of Object.keys(JSON.parse(readFileSync(join(root, file), 'utf8')))) {
      const other = seen.get(key);
      if (other) throw new Error(`${key} stands in ${other} and in ${file}`);
      seen.set(key, file);
    }
  }
}
