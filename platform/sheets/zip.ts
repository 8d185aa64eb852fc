import { inflateRawSync } from 'node:zlib';

/** So much may the parts of a workbook come to when they are unpacked; more is not a town's ledger. */
const largestUnpacked = 200 * 1024 * 1024;
const mostParts = 2_000;

/**
 * The names of the parts in a zip archive. Every part is unpacked once and thrown away, with a limit, so that what an
 * archive says of its own sizes need not be believed.
 *
 * @throws RangeError when it comes to more than a ledger may; SyntaxError when it is no whole zip archive
 */
export function listParts(bytes: Buffer): string[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) throw new SyntaxError('no end of archive');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > mostParts) throw new RangeError('too many parts');
  let left = largestUnpacked;
  const names: string[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw new SyntaxError('broken archive');
    const nameLength = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength));
    left -= measurePart(bytes, at, left);
    if (left < 0) throw new RangeError('too large');
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}

function measurePart(bytes: Buffer, entry: number, most: number): number {
  const method = bytes.readUInt16LE(entry + 10);
  const packed = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if (local + 30 > bytes.length) throw new SyntaxError('broken archive');
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (from + packed > bytes.length) throw new SyntaxError('cut off');
  if (method === 0) return packed;
  try {
    return inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLarge ? new RangeError('too large') : new SyntaxError('broken part');
  }
}
