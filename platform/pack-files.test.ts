import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { packFiles } from './pack-files.ts';
import { listParts } from './sheets/zip.ts';

const first = Buffer.from('最初のファイル');
const files = [
  { name: '01_見本.pdf', bytes: first },
  { name: '02_empty.pdf', bytes: Buffer.alloc(0) },
];

test('an archive lists the names of its files as they are written', () => {
  expect(listParts(Buffer.from(packFiles(files)))).toEqual(['01_見本.pdf', '02_empty.pdf']);
});

test('a file lies in it as it is, behind its checksum and length', () => {
  const archive = Buffer.from(packFiles(files));
  const start = 30 + Buffer.byteLength('01_見本.pdf');
  expect(archive.readUInt32LE(14)).toBe(crc32(first));
  expect(archive.readUInt32LE(22)).toBe(first.length);
  expect(archive.subarray(start, start + first.length)).toEqual(first);
});

test('equal files make an equal archive', () => {
  expect(Buffer.compare(packFiles(files), packFiles(structuredClone(files)))).toBe(0);
});
