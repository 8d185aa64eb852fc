/** Turns every `words.<locale>.json` into typed functions under `generated/messages`; what it was made from it does not make again. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';

const root = join(import.meta.dirname, '..');

const settingsFile = join(root, 'project.inlang/settings.json');
const settings = JSON.parse(readFileSync(settingsFile, 'utf8'));
const patterns = settings['plugin.inlang.messageFormat'].pathPattern as string[];
const stamp = join(root, 'generated/messages/made-from.txt');
const madeFrom = hashSources();

const words = readWords();
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === madeFrom) process.exit(0);
await compile({
  project: './project.inlang',
  outdir: './generated/messages',
  outputStructure: 'locale-modules',
  strategy: ['globalVariable', 'baseLocale'],
  emitGitIgnore: false,
  emitPrettierIgnore: false,
  emitReadme: false,
  emitTsDeclarations: false,
});
writeFileSync(join(root, 'generated/messages/messages.d.ts'), declareWords());
writeFileSync(stamp, madeFrom);
// The compiler leaves a 30 s timer behind; the files are written, so the process may end.
process.exit(0);

/** Of the words in every language, the settings, the compiler and this file. */
function hashSources(): string {
  const hash = createHash('sha256');
  const sources = patterns.flatMap((pattern) =>
    (settings.locales as string[]).map((locale) => pattern.replace('{locale}', locale)),
  );
  for (const file of [settingsFile, import.meta.filename, join(root, 'package.json'), ...sources]) {
    const path = file.startsWith(root) ? file : join(root, file);
    hash.update(existsSync(path) ? readFileSync(path) : '').update('\0');
  }
  return hash.digest('hex');
}

/** By key, what stands in the first language. The compiler does not come back from a key that stands in two files. */
function readWords(): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  const from = new Map<string, string>();
  for (const file of patterns.map((pattern) => pattern.replace('{locale}', 'ja'))) {
    for (const [key, word] of Object.entries(JSON.parse(readFileSync(join(root, file), 'utf8')))) {
      const other = from.get(key);
      if (other) throw new Error(`${key} stands in ${other} and in ${file}`);
      from.set(key, file);
      read.set(key, String(word));
    }
  }
  return read;
}

/** Written here, since the compiler has a type checker write ten times as much, in three quarters of its time. */
function declareWords(): string {
  const lines = Array.from(words, ([key, word]) => {
    const names = new Set(Array.from(word.matchAll(/\{(\w+)\}/g), ([, name]) => `${name}: {}`));
    return `export declare const ${key}: (inputs${names.size === 0 ? '?: {}' : `: { ${[...names].join('; ')} }`}) => string;`;
  });
  return `${lines.join('\n')}\n`;
}
