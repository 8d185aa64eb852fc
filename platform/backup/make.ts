import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import * as m from '#messages';
import { Refusal } from '../refusal.ts';
import {
  jobsName,
  type Manifest,
  manifestName,
  positionsName,
  type Sums,
  sumsName,
  tablePart,
} from './contents.ts';
import { readThrough } from './read.ts';
import { copyText, openSnapshot, readManifest, readPositions, readWaitingJobs } from './snapshot.ts';
import { archiveEnd, writeEntry } from './tar.ts';

/** Rows are held back until there are so many bytes of them, or their table ends. */
const partSize = 4 * 1024 * 1024;

export interface BackupReport {
  readonly manifest: Manifest;
  readonly rows: number;
  /** Size of the file. */
  readonly bytes: number;
}

/**
 * Writes a town into one file: a gzipped tar with every table as `COPY` text, of one moment, with checksums. The
 * file appears under its name only when it is whole, was read again and held what was written.
 *
 * @param from.owner the migrator's login: it alone can become the reader of backups
 * @param from.keyPrint tells the town's sealing key from others, see `printOf`
 * @param from.progress hears how many of the tables are done
 * @throws Refusal when a file of that name is there, or it cannot be written
 */
export async function backupTown(from: {
  owner: pg.ClientConfig;
  file: string;
  at: Date;
  keyPrint: string | null;
  progress?: (done: number, of: number) => void;
}): Promise<BackupReport> {
  const { file } = from;
  if (existsSync(file)) throw new Refusal('refused', m.backup_file_exists({ file }));
  const draft = `${file}.${process.pid}.part`;
  const client = new pg.Client(from.owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await openSnapshot(client);
    const target = await open(draft, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      throw new Refusal('refused', m.backup_file_unwritable({ file, cause: error.code ?? error.message }));
    });
    try {
      const archive = Readable.from(packTown(client, from));
      await pipeline(archive, createGzip(), target.createWriteStream({ flush: true }));
      const { manifest, sums, bytes } = await readThrough(draft);
      await rename(draft, file);
      return { manifest, bytes, rows: Object.values(sums).reduce((n, { rows }) => n + rows, 0) };
    } finally {
      await target.close();
      await rm(draft, { force: true });
    }
  } finally {
    await client.end();
  }
}

async function* packTown(
  client: pg.Client,
  { at, keyPrint, progress }: Pick<Parameters<typeof backupTown>[0], 'at' | 'keyPrint' | 'progress'>,
): AsyncGenerator<Buffer> {
  const json = (name: string, content: unknown) =>
    writeEntry(name, Buffer.from(`${JSON.stringify(content, null, 2)}\n`), at);
  const manifest = await readManifest(client, at, keyPrint);
  yield json(manifestName, manifest);
  const sums: Sums = {};
  for (const [i, table] of manifest.tables.entries()) {
    const hash = createHash('sha256');
    let [bytes, part] = [0, 0];
    const copy = client.query(copyTo(copyText(table, 'to stdout')));
    for await (const rows of gather(copy)) {
      hash.update(rows);
      bytes += rows.length;
      part += 1;
      yield writeEntry(tablePart(table.name, part), rows, at);
    }
    sums[table.name] = { rows: copy.rowCount, bytes, sha256: hash.digest('hex') };
    progress?.(i + 1, manifest.tables.length);
  }
  yield json(positionsName, await readPositions(client));
  yield json(jobsName, await readWaitingJobs(client));
  yield json(sumsName, sums);
  yield archiveEnd;
}

/** By this a key is known again, and no more than that: it is 32 random bytes. */
export function printOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}

/** Small pieces put together into larger ones. */
async function* gather(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size < partSize) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}
