import { crc32 } from 'node:zlib';

/** A file of an archive. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1980-01-01, the first day the format knows: equal files make equal archives. */
const firstDay = 0x0021;
const namesAreUtf8 = 0x0800;

/** Files side by side in one zip archive, stored as they are: a PDF is compressed already. */
export function packFiles(files: readonly PackedFile[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const encoded = Buffer.from(name, 'utf8');
    const head = describe(encoded, bytes);
    const local = Buffer.concat([signature(0x04034b50), head, encoded, bytes]);
    directory.push(
      Buffer.concat([signature(0x02014b50), versionMadeBy, head, Buffer.alloc(10), uint32(at), encoded]),
    );
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, signature(0x06054b50), end]);
}

const versionMadeBy = Buffer.from([20, 0]);

/** What stands the same before a file and in the directory: from the version that is needed to the lengths. */
function describe(name: Buffer, bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(namesAreUtf8, 2);
  head.writeUInt16LE(firstDay, 8);
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(bytes.length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

function signature(value: number): Buffer {
  return uint32(value);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
