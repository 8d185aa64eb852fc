import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import * as m from '#messages';
import type { Manifest } from '#platform/backup/contents.ts';
import { openSnapshot, readManifest } from '#platform/backup/snapshot.ts';
import { encodeCsv } from '#platform/csv.ts';
import { Refusal } from '#platform/refusal.ts';
import {
  holdsFiles,
  listFields,
  listOpenTables,
  type OpenManifest,
  openManifestName,
  tableFile,
} from './open-contents.ts';

/**
 * Writes everything a town owns into a folder, in formats that need no Kanaeau: a CSV file for each table (UTF-8 with BOM,
 * headings, an empty field for what is not there and `""` for an empty text), the scans and sheets as the files they came as, and
 * the list of tables and fields. All of it is of one moment. Secrets stay behind (open-contents.ts).
 *
 * @param from.owner the migrator's login, as for a backup
 * @throws Refusal when the folder is there and not empty
 */
export async function exportTown(from: {
  owner: pg.ClientConfig;
  folder: string;
  at: Date;
  progress?: (done: number, of: number) => void;
}): Promise<{ manifest: OpenManifest; files: number }> {
  const { folder } = from;
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 1) throw new Refusal('refused', m.backup_open_not_empty({ folder }));
  const client = new pg.Client(from.owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await openSnapshot(client);
    const { town, schema_version, made_at } = await readManifest(client, from.at, null);
    const tables = await listOpenTables(client);
    const written: OpenManifest['tables'] = [];
    let files = 0;
    for (const [i, table] of tables.entries()) {
      written.push({ ...table, rows: await writeTable(client, folder, table) });
      if (holdsFiles(table)) files += await writeFiles(client, folder, table.name);
      from.progress?.(i + 1, tables.length);
    }
    const { headings, rows } = await listFields(client, tables);
    await writeFile(join(folder, 'fields.csv'), encodeCsv([headings, ...rows], 'utf-8'), { mode: 0o600 });
    await writeFile(join(folder, 'README.txt'), `${m.backup_open_readme()}\n`, { mode: 0o600 });
    const manifest: OpenManifest = {
      format: 'kanaeau-open-1',
      made_at,
      town,
      schema_version,
      tables: written,
    };
    // Last, so that a folder without it is not whole.
    await writeFile(join(folder, openManifestName), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
    });
    return { manifest, files };
  } finally {
    await client.end();
  }
}

/** @returns the number of rows */
async function writeTable(
  client: pg.Client,
  folder: string,
  table: Manifest['tables'][number],
): Promise<number> {
  const columns = table.columns.map((column) =>
    holdsFiles(table) && column === 'bytes' ? `${pathOf(table)} as bytes` : pg.escapeIdentifier(column),
  );
  const target = createWriteStream(join(folder, tableFile(table.name)), { mode: 0o600 });
  target.write('﻿');
  const copy = client.query(
    copyTo(
      `copy (select ${columns.join(', ')} from public.${pg.escapeIdentifier(table.name)}) to stdout with (format csv, header)`,
    ),
  );
  await pipeline(copy, target);
  return copy.rowCount;
}

/** Where the file of a row lies: by its number, with the ending of the name it came under. What has no name is a photograph. */
function pathOf({ name, columns }: Manifest['tables'][number]): string {
  const ending = columns.includes('name')
    ? `coalesce(lower(substring(name from '\\.[A-Za-z0-9]{1,8}$')), '')`
    : `'.jpg'`;
  return `'files/${name}/' || ${pg.escapeIdentifier(columns[0] ?? '')} || ${ending}`;
}

async function writeFiles(client: pg.Client, folder: string, table: string): Promise<number> {
  await mkdir(join(folder, 'files', table), { recursive: true, mode: 0o700 });
  const [columns] = (await listOpenTables(client)).filter(({ name }) => name === table);
  const key = pg.escapeIdentifier(columns?.columns[0] ?? '');
  const path = columns ? pathOf(columns) : `''`;
  const { rows } = await client.query(`select ${key} as key, ${path} as path from ${table} order by 1`);
  for (const row of rows) {
    const one = await client.query(`select bytes from ${table} where ${key} = $1`, [row.key]);
    await writeFile(join(folder, row.path), one.rows[0].bytes, { mode: 0o600 });
  }
  return rows.length;
}
