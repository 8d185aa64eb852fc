import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const barrel = '\0messages';
const single = '\0message:';

/**
 * Gives every message a module of its own in the browser build, so that a page carries only its own words. As
 * compiled, all words of the house would be one module and arrive with the first page.
 */
export function splitMessages(folder: string): Plugin {
  let words = new Map<string, string>();
  return {
    name: 'split-messages',
    enforce: 'pre',
    buildStart() {
      words = readMessages(join(folder, 'generated/messages/messages/ja.js'));
    },
    resolveId: (id) => (id === '#messages' ? barrel : id.startsWith(single) ? id : null),
    load(id) {
      if (id === barrel) return { code: listMessages(words.keys()), moduleSideEffects: false };
      const code = id.startsWith(single) && words.get(id.slice(single.length));
      return code ? { code, moduleSideEffects: false } : null;
    },
  };
}

function readMessages(file: string): Map<string, string> {
  const statements = readFileSync(file, 'utf8')
    .split(/^(?=export const )/m)
    .slice(1);
  return new Map(statements.map((code) => [/^export const (\w+)/.exec(code)?.[1] ?? '', code]));
}

function listMessages(names: Iterable<string>): string {
  return Array.from(names, (name) => `export { ${name} } from ${JSON.stringify(single + name)};`).join('\n');
}
