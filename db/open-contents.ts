import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import * as z from 'zod';
import * as m from '#messages';
import type { Manifest } from '#platform/backup/contents.ts';
import { readTableList } from '#platform/backup/snapshot.ts';
import { projectFolder } from '#platform/house.ts';

/** The first file of an open export: what it is, and which tables of which version are in it. */
export const openManifestName = 'kanaeau-export.json';
export const openManifest = z.object({
  format: z.literal('kanaeau-open-1'),
  made_at: z.iso.datetime(),
  town: z.object({ code: z.string(), name: z.string() }).nullable(),
  schema_version: z.int().positive(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int() })),
});
export type OpenManifest = z.infer<typeof openManifest>;

/**
 * What does not go out in the open: whatever opens the town (passwords, second factors, sessions, keys, codes), what is
 * only under way (calls, files not yet taken in, failed attempts). A town read back asks everybody to sign in anew.
 */
const leftOut: ReadonlySet<string> = new Set([
  'account_secrets',
  'passkeys',
  'passkey_challenges',
  'recovery_codes',
  'sessions',
  'tokens',
  'disclosure_codes',
  'wish_card_codes',
  'registration_codes',
  // Their letters' tokens follow from this house's key: whoever hears of notices says so to the new house.
  'notice_subscriptions',
  'notice_deliveries',
  // A secret of this house: whoever wants the own days elsewhere makes a new address.
  'calendar_addresses',
  'invitations',
  'sign_on_links',
  'sign_on_ceremonies',
  'sign_in_failures',
  'calls',
  'ledger_files',
  'standard_files',
]);

/** Tables whose `bytes` is a file of its own, named by the first column. */
const withFiles: ReadonlySet<string> = new Set([
  'tally_sheet_scans',
  'member_sheet_scans',
  'answer_sheets',
  'visit_photos',
]);

export function holdsFiles({ name }: { name: string }): boolean {
  return withFiles.has(name);
}

/** The tables of an open export, each with its columns. */
export async function listOpenTables(client: pg.Client): Promise<Manifest['tables']> {
  return (await readTableList(client)).filter(({ name }) => !leftOut.has(name));
}

/** By its name inside an export, with slashes. */
export const tableFile = (table: string) => `tables/${table}.csv`;

const meanings = z
  .object({ tables: z.record(z.string(), z.string()), columns: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(projectFolder, 'db/meanings.ja.json'), 'utf8')));

const field = z.object({
  table: z.string(),
  column: z.string(),
  type: z.string(),
  required: z.boolean(),
  refers_to: z.string().nullable(),
});

/** 表・項目の一覧: every table and column that goes out, its type, and what it means; read from the catalogue. */
export async function listFields(
  client: pg.Client,
  tables: Manifest['tables'],
): Promise<{ readonly headings: string[]; readonly rows: string[][] }> {
  const { rows } = await client.query(`select c.relname as table, a.attname as column,
      format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
      (select string_agg(k.confrelid::regclass::text, ' ' order by k.conname) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and k.conkey[1] = a.attnum) as refers_to
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname, a.attnum`);
  const names = new Set(tables.map(({ name }) => name));
  const fields = z.array(field).parse(rows.filter(({ table }) => names.has(table)));
  return {
    headings: [
      m.backup_open_table(),
      m.backup_open_table_meaning(),
      m.backup_open_column(),
      m.backup_open_column_meaning(),
      m.backup_open_type(),
      m.backup_open_required(),
      m.backup_open_refers(),
    ],
    rows: fields.map((one) => [
      one.table,
      meanings.tables[one.table] ?? '',
      one.column,
      meanings.columns[one.column] ?? '',
      one.type,
      one.required ? m.backup_open_yes() : '',
      one.refers_to ?? '',
    ]),
  };
}
