import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as m from '#messages';
import { archiveEnd, endOfEntry, listPlaces, writeHead } from '#platform/backup/tar.ts';
import { Refusal } from '#platform/refusal.ts';
import { openManifestName } from './open-contents.ts';

/** What an open export is read from: a folder, or one file (tar) with the same in it, which is not unpacked for that. */
export interface OpenSource {
  /** A file by its name inside, with slashes. Ends in an error with the code ENOENT where there is none. */
  read(name: string): Readable;
  readWhole(name: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** @throws Refusal when the file is no archive, or a damaged one */
export async function openSource(path: string): Promise<OpenSource> {
  if ((await stat(path)).isDirectory()) {
    const inside = (name: string) => {
      const file = resolve(path, name);
      if (!file.startsWith(resolve(path) + sep)) throw refuseMissing(name);
      return file;
    };
    return {
      read: (name) => createReadStream(inside(name)),
      readWhole: async (name) => readFile(inside(name)),
      close: async () => undefined,
    };
  }
  const archive = await open(path);
  const places = await listPlaces(archive).catch(async () => {
    await archive.close();
    throw new Refusal('refused', m.backup_open_unreadable({ folder: path }));
  });
  const read = (name: string) => {
    const place = places.get(name);
    if (!place) throw refuseMissing(name);
    if (place.size === 0) return Readable.from([]);
    return createReadStream(path, { start: place.from, end: place.from + place.size - 1 });
  };
  return {
    read,
    readWhole: async (name) => Buffer.concat(await read(name).toArray()),
    close: () => archive.close(),
  };
}

function refuseMissing(name: string): Error {
  return Object.assign(new Error(`${name} is not there`), { code: 'ENOENT' });
}

/**
 * Makes one file (tar, as every machine unpacks it) of a folder. It appears under its name only when it is whole.
 *
 * @throws Refusal when a file of that name is there
 */
export async function packFolder(folder: string, file: string, at: Date): Promise<void> {
  if (existsSync(file)) throw new Refusal('refused', m.backup_file_exists({ file }));
  const draft = `${file}.${process.pid}.part`;
  try {
    await pipeline(pack(folder, at), createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }));
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

async function* pack(folder: string, at: Date): AsyncGenerator<Buffer> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join('/'))
    .sort();
  // What it is comes first.
  for (const name of [openManifestName, ...names.filter((one) => one !== openManifestName)]) {
    const file = join(folder, name);
    const { size } = await stat(file);
    yield writeHead(name, size, at);
    yield* createReadStream(file);
    yield endOfEntry(size);
  }
  yield archiveEnd;
}
