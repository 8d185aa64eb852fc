import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import * as m from '#messages';
import { type Verdict, verifyChain } from '#platform/audit/verify.ts';
import { takeOffReferences } from '#platform/backup/restore.ts';
import { plainWriting } from '#platform/backup/snapshot.ts';
import { Refusal } from '#platform/refusal.ts';
import { migrate, newestVersion } from './migrate.ts';
import { type OpenSource, openSource } from './open-archive.ts';
import {
  holdsFiles,
  listOpenTables,
  type OpenManifest,
  openManifest,
  openManifestName,
  tableFile,
} from './open-contents.ts';

/**
 * Makes a town again from an open export, a folder or the one file made of it, in an empty database and in one transaction. Nobody can sign in to it before the
 * operator has made new invitations: what proves people is not in an export.
 *
 * @throws Refusal when it is none, of another version, or damaged; nothing is left behind then
 */
export async function importTown(from: {
  folder: string;
  owner: pg.ClientConfig;
  appPassword?: string | undefined;
  progress?: (done: number, of: number) => void;
}): Promise<{ manifest: OpenManifest; audit: Verdict }> {
  const { folder } = from;
  const source = await openSource(folder);
  try {
    return await importFrom(source, from);
  } finally {
    await source.close();
  }
}

async function importFrom(
  source: OpenSource,
  from: Parameters<typeof importTown>[0],
): ReturnType<typeof importTown> {
  const { folder } = from;
  const manifest = await readOpenManifest(source, folder);
  if (manifest.schema_version !== newestVersion())
    throw new Refusal('refused', m.backup_open_other_version({ folder }));
  let audit: Verdict | undefined;
  const fill = async (client: pg.Client) => {
    await fillTables(client, source, folder, manifest, from.progress).catch((error: unknown) => {
      const ofTheFiles =
        error instanceof pg.DatabaseError ? /^2[23]/.test(error.code ?? '') : isMissing(error);
      throw ofTheFiles ? new Refusal('refused', m.backup_open_unreadable({ folder })) : error;
    });
    audit = await verifyChain({ executeSql: (text, values) => client.query(text, values) });
  };
  await migrate(from.owner, from.appPassword, { filling: { version: newestVersion(), fill } });
  if (!audit) throw new Error('nothing was filled in');
  return { manifest, audit };
}

async function readOpenManifest(source: OpenSource, folder: string): Promise<OpenManifest> {
  try {
    return openManifest.parse(JSON.parse((await source.readWhole(openManifestName)).toString('utf8')));
  } catch {
    throw new Refusal('refused', m.backup_open_unreadable({ folder }));
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function fillTables(
  client: pg.Client,
  source: OpenSource,
  folder: string,
  manifest: OpenManifest,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<void> {
  await client.query(plainWriting);
  const here = await listOpenTables(client);
  const there = manifest.tables.map(({ name, columns }) => ({ name, columns }));
  // What is in the folder becomes SQL only where it says what the catalogue says.
  if (JSON.stringify(there) !== JSON.stringify(here))
    throw new Refusal('refused', m.backup_open_other_version({ folder }));
  const references = await takeOffReferences(client);
  for (const [i, table] of manifest.tables.entries()) {
    const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
    const copy = client.query(
      copyFrom(
        `copy public.${pg.escapeIdentifier(table.name)} (${columns}) from stdin with (format csv, header match)`,
      ),
    );
    await pipeline(source.read(tableFile(table.name)), withoutMark(), copy);
    if (copy.rowCount !== table.rows) throw new Refusal('refused', m.backup_open_unreadable({ folder }));
    if (holdsFiles(table)) await fillFiles(client, source, table);
    progress(i + 1, manifest.tables.length);
  }
  for (const { text } of references) await client.query(text);
  for (const { name } of here) await client.query(`analyze public.${pg.escapeIdentifier(name)}`);
}

/** The path that stood in the table becomes the file that lies there. */
async function fillFiles(
  client: pg.Client,
  source: OpenSource,
  table: OpenManifest['tables'][number],
): Promise<void> {
  const key = pg.escapeIdentifier(table.columns[0] ?? '');
  const { rows } = await client.query(
    `select ${key} as key, convert_from(bytes, 'UTF8') as path from ${table.name}`,
  );
  for (const row of rows) {
    const bytes = await source.readWhole(row.path);
    await client.query(`update ${table.name} set bytes = $1 where ${key} = $2`, [bytes, row.key]);
  }
}

/** Takes the byte order mark off the beginning: other programs want it, the database does not. */
function withoutMark(): Transform {
  let begun = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const marked = !begun && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
      begun = true;
      done(null, marked ? chunk.subarray(3) : chunk);
    },
  });
}
