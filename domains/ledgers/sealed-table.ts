import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { seal, unseal } from '#platform/credentials/sealing.ts';
import { currentSite } from '#platform/credentials/site.ts';
import type { Table } from '#platform/sheets/table.ts';

const pack = promisify(deflateRaw);
const unpack = promisify(inflateRaw);

/** A table as it lies in the database until it is taken in: packed, and sealed to the file it came in. */
export async function sealTable(table: Table, file: string): Promise<Buffer> {
  const packed = await pack(JSON.stringify(table), { level: 1 });
  return seal(currentSite().sealingKey, packed.toString('base64'), file);
}

/** @throws Error for a table of another file, or sealed with another key */
export async function unsealTable(sealed: Buffer, file: string): Promise<Table> {
  const packed = Buffer.from(unseal(currentSite().sealingKey, sealed, file), 'base64');
  return JSON.parse((await unpack(packed)).toString('utf8')) as Table;
}
