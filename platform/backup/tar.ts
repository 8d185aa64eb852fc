import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** A file in a tar archive. */
export interface Entry {
  readonly name: string;
  readonly bytes: Buffer;
}

const block = 512;

/** One file as POSIX tar (ustar) writes it: a block about it, its bytes, and zeros up to the next whole block. */
export function writeEntry(name: string, bytes: Buffer, at: Date): Buffer {
  return Buffer.concat([writeHead(name, bytes.length, at), bytes, endOfEntry(bytes.length)]);
}

/** The zeros after so many bytes of a file. */
export function endOfEntry(size: number): Buffer {
  return Buffer.alloc(padding(size));
}

/** The block before a file's bytes, for files too large to be held whole: `size` of them and `endOfEntry` must follow. */
export function writeHead(name: string, size: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for tar`);
  const head = Buffer.alloc(block);
  const field = (text: string, from: number) => head.write(text, from, 'utf8');
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  field(name, 0);
  field(octal(0o600, 7), 100);
  field(octal(0, 7), 108);
  field(octal(0, 7), 116);
  field(octal(size, 11), 124);
  field(octal(Math.floor(at.getTime() / 1000), 11), 136);
  field(' '.repeat(8), 148);
  field('0', 156);
  field('ustar\x0000', 257);
  field(`${octal(sumOf(head), 6)} `, 148);
  return head;
}

/** What ends an archive. */
export const archiveEnd: Buffer = Buffer.alloc(2 * block);

/**
 * The files of an archive, one after the other, each held whole while it is looked at.
 *
 * @throws Error when the archive is damaged or ends before its end
 */
export async function* readEntries(archive: Readable): AsyncGenerator<Entry> {
  const take = openTaking(archive);
  for (;;) {
    const head = readHead(await take(block));
    if (head === null) return;
    const bytes = await take(head.size);
    await take(padding(head.size));
    yield { name: head.name, bytes };
  }
}

/**
 * Where each file of an archive that is not packed lies in it, read off the blocks between the files.
 *
 * @throws Error when the archive is damaged or ends before its end
 */
export async function listPlaces(
  archive: FileHandle,
): Promise<Map<string, { readonly from: number; readonly size: number }>> {
  const places = new Map<string, { from: number; size: number }>();
  const { size: whole } = await archive.stat();
  for (let at = 0; ; ) {
    if (at + block > whole) throw new Error('the archive ends too early');
    const { buffer } = await archive.read(Buffer.alloc(block), 0, block, at);
    const head = readHead(buffer);
    if (head === null) return places;
    places.set(head.name, { from: at + block, size: head.size });
    at += block + head.size + padding(head.size);
  }
}

/** What a block says of the file after it; null at the end of the archive. */
function readHead(head: Buffer): { name: string; size: number } | null {
  if (head.every((byte) => byte === 0)) return null;
  const text = (from: number, length: number) =>
    head
      .subarray(from, from + length)
      .toString('utf8')
      .replace(/[\0 ]+$/, '');
  const expected = Number.parseInt(text(148, 8), 8);
  head.fill(' ', 148, 156);
  if (sumOf(head) !== expected) throw new Error('damaged archive');
  return { name: text(0, 100), size: Number.parseInt(text(124, 12), 8) };
}

function sumOf(head: Buffer): number {
  return head.reduce((sum, byte) => sum + byte, 0);
}

function padding(size: number): number {
  return (block - (size % block)) % block;
}

function openTaking(archive: Readable): (size: number) => Promise<Buffer> {
  const chunks: AsyncIterator<Buffer> = archive[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  return async (size) => {
    const parts: Buffer[] = [held];
    let there = held.length;
    while (there < size) {
      const { done, value } = await chunks.next();
      if (done) throw new Error('the archive ends too early');
      parts.push(value);
      there += value.length;
    }
    const whole = Buffer.concat(parts);
    held = whole.subarray(size);
    return whole.subarray(0, size);
  };
}
