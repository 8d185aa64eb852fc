import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import * as m from '#messages';
import { seal, unseal } from '#platform/credentials/sealing.ts';
import { currentSite } from '#platform/credentials/site.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Table } from '#platform/sheets/table.ts';

const pack = promisify(deflateRaw);
const unpack = promisify(inflateRaw);

/** A table as it lies in the database until it is taken in: packed, and sealed to the file it came in. */
export async function sealTable(table: Table, file: string): Promise<Buffer> {
  const packed = await pack(JSON.stringify(table), { level: 1 });
  return seal(currentSite().sealingKey, packed.toString('base64'), file);
}

/**
 * @throws Refusal `refused` for a table that was sealed with another key, as after a restore without it: it is sent again
 */
export async function unsealTable(sealed: Buffer, file: string): Promise<Table> {
  const packed = Buffer.from(openSealed(sealed, file), 'base64');
  return JSON.parse((await unpack(packed)).toString('utf8')) as Table;
}

function openSealed(sealed: Buffer, file: string): string {
  try {
    return unseal(currentSite().sealingKey, sealed, file);
  } catch {
    throw new Refusal('refused', m.ledgers_refused_other_key());
  }
}
