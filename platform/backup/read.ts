import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type * as z from 'zod';
import * as m from '#messages';
import { Refusal } from '../refusal.ts';
import {
  jobsName,
  type Manifest,
  manifest,
  manifestName,
  positions,
  positionsName,
  type Sums,
  sums,
  sumsName,
  tableOfPart,
  waitingJobs,
} from './contents.ts';
import { readEntries } from './tar.ts';

/** Who hears what a backup holds, in its own order; tables come one after the other. */
export interface Hearing {
  begin?(manifest: Manifest): void;
  rows?(table: string, rows: Buffer): Promise<void>;
  end?(rest: { positions: z.infer<typeof positions>; jobs: z.infer<typeof waitingJobs> }): Promise<void>;
}

/** What a backup says of itself at its beginning. @throws Refusal when it is no backup */
export async function readManifestOf(file: string): Promise<Manifest> {
  try {
    for await (const { name, bytes } of openEntries(file)) {
      if (name === manifestName) return parse(manifest, bytes);
      break;
    }
    throw new Unreadable(manifestName);
  } catch (error) {
    if (isOfTheFile(error)) throw new Refusal('refused', m.backup_file_unreadable({ file }));
    throw error;
  }
}

/**
 * Reads a backup from its first to its last byte and compares what is there with its checksums.
 *
 * @throws Refusal when it is no backup, a newer kind of backup, or not whole
 */
export async function readThrough(
  file: string,
  hearing: Hearing = {},
): Promise<{ manifest: Manifest; sums: Sums; bytes: number }> {
  try {
    const { size } = await stat(file);
    return { ...(await readWhole(file, hearing)), bytes: size };
  } catch (error) {
    if (isOfTheFile(error)) throw new Refusal('refused', m.backup_file_unreadable({ file }));
    throw error;
  }
}

/** Something the file is to blame for; what those who listen have to say is theirs. */
class Unreadable extends Error {}

function isOfTheFile(error: unknown): boolean {
  if (error instanceof Unreadable) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^Z_|^(ENOENT|EISDIR|EACCES)$/.test(code);
}

async function readWhole(file: string, hearing: Hearing): Promise<{ manifest: Manifest; sums: Sums }> {
  const found = new Map<string, { hash: Hash; rows: number; bytes: number }>();
  const texts = new Map<string, Buffer>();
  let head: Manifest | undefined;
  for await (const { name, bytes } of openEntries(file)) {
    const table = tableOfPart(name);
    if (name === manifestName) {
      head = parse(manifest, bytes);
      hearing.begin?.(head);
    } else if (table !== undefined) {
      if (!head?.tables.some((one) => one.name === table)) throw new Unreadable(table);
      const seen = found.get(table) ?? { hash: createHash('sha256'), rows: 0, bytes: 0 };
      found.set(table, seen);
      seen.hash.update(bytes);
      seen.bytes += bytes.length;
      seen.rows += countLines(bytes);
      await hearing.rows?.(table, bytes);
    } else texts.set(name, bytes);
  }
  if (!head) throw new Unreadable(manifestName);
  const stated = parse(sums, texts.get(sumsName));
  for (const { name } of head.tables) {
    const { rows = 0, bytes = 0, hash = createHash('sha256') } = found.get(name) ?? {};
    const is = stated[name];
    if (is?.rows !== rows || is.bytes !== bytes || is.sha256 !== hash.digest('hex'))
      throw new Unreadable(name);
  }
  await hearing.end?.({
    positions: parse(positions, texts.get(positionsName)),
    jobs: parse(waitingJobs, texts.get(jobsName)),
  });
  return { manifest: head, sums: stated };
}

async function* openEntries(file: string) {
  const packed = createReadStream(file);
  const archive = createGunzip();
  packed.once('error', (error) => archive.destroy(error));
  packed.pipe(archive);
  try {
    const entries = readEntries(archive);
    for (;;) {
      const next = await entries.next().catch((error: Error) => {
        throw new Unreadable(error.message);
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    packed.destroy();
    archive.destroy();
  }
}

function parse<S extends z.ZodType>(schema: S, bytes: Buffer | undefined): z.output<S> {
  try {
    return schema.parse(JSON.parse(bytes?.toString('utf8') ?? ''));
  } catch {
    throw new Unreadable('unexpected content');
  }
}

/** `COPY` ends every row with a line feed and writes those inside of values as `\n`. */
function countLines(rows: Buffer): number {
  let count = 0;
  for (let at = rows.indexOf(10); at !== -1; at = rows.indexOf(10, at + 1)) count += 1;
  return count;
}
