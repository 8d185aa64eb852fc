import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import words from '../web/words.ja.json' with { type: 'json' };

const folder = resolve(import.meta.dirname, '..');
const built = join(folder, 'dist');
const stamp = join(built, 'stamp');
const rooms = ['domains', 'platform', 'ui', 'web', 'field', 'server', 'cli', 'scripts'];
const singles = [
  'package.json',
  'package-lock.json',
  'project.inlang/settings.json',
  'vite.config.ts',
  'vite.field.config.ts',
  'vite.server.config.ts',
];
const isSource = /\.(?:tsx?|json|css|html|svg)$/;
const isTest = /\.test\.tsx?$/;

/**
 * Compiles the words and builds the staff app (`dist/web`), the pocket app (`dist/field`) and the server (`dist/server`) unless both were built
 * from exactly these sources. `say` hears one sentence per step and nothing when there is nothing to do. Answers
 * whether it built. What was built before stays whole until the new build is.
 */
export async function buildWhenStale({ say }: { say: (sentence: string) => void }): Promise<boolean> {
  const sources = hashSources();
  if (isBuiltFrom(sources)) return false;
  await rm(stamp, { force: true });
  say(words.web_build_words);
  await run('scripts/messages.ts');
  say(words.web_build_apps);
  await run('scripts/build-apps.ts');
  await writeFile(stamp, sources);
  return true;
}

function isBuiltFrom(sources: string): boolean {
  const parts = [
    stamp,
    join(built, 'web'),
    join(built, 'field'),
    join(built, 'server'),
    join(folder, 'generated/messages'),
  ];
  return parts.every((part) => existsSync(part)) && readFileSync(stamp, 'utf8') === sources;
}

/** SHA-256 over path and content of every file that can end up in a build; tests and texts cannot. */
function hashSources(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...singles, ...rooms.flatMap(listSources)].sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex');
}

function listSources(room: string): string[] {
  return readdirSync(join(folder, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => isSource.test(file) && !isTest.test(file))
    .map((file) => join(room, file));
}

/** A step of its own process: what building takes of memory, a server that goes on after it does not keep. */
function run(script: string): Promise<void> {
  return new Promise((done, failed) => {
    const step = spawn(process.execPath, [join(folder, script)], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    step.once('error', failed);
    step.once('exit', (code) => (code === 0 ? done() : failed(new Error(`${script} ended with ${code}`))));
  });
}
