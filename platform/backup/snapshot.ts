import pg from 'pg';
import type * as z from 'zod';
import { auditRoot } from '../audit/root.ts';
import { waitingInQueue } from '../jobs/queue.ts';
import { type Manifest, positions, waitingJobs } from './contents.ts';

/** Rows are written and read under these, whatever the server's own are. */
export const plainWriting = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8'`;

/** Begins the one transaction a backup is read in: everything as it was at one moment, behind everybody's gate. */
export async function openSnapshot(client: pg.Client): Promise<void> {
  await client.query(
    `begin isolation level repeatable read read only; set local role kanaeau_backup; ${plainWriting}`,
  );
}

export async function readManifest(client: pg.Client, at: Date, keyPrint: string | null): Promise<Manifest> {
  const { rows } = await client.query(`select current_setting('server_version') as server,
    (select coalesce(max(number), 0) from schema_versions) as version,
    (select json_build_object('code', code, 'name', name) from towns) as town,
    (select json_build_object('batch', number, 'hash', encode(hash, 'hex'), 'entries', last_entry,
        'sealed_at', to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
      from audit_batches order by number desc limit 1) as root`);
  const { server, version, town, root } = rows[0];
  return {
    format: 1,
    made_at: at.toISOString(),
    town,
    schema_version: version,
    server,
    tables: await readTableList(client),
    key_print: keyPrint,
    audit_root: auditRoot.nullable().parse(root),
  };
}

/** Every table of the town with the columns that are stored as given; what is computed is computed again. */
export async function readTableList(client: pg.Client): Promise<Manifest['tables']> {
  const { rows } =
    await client.query(`select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('schema_versions', 'schema_rules')
    group by c.relname order by c.relname`);
  return rows;
}

export async function readPositions(client: pg.Client): Promise<z.infer<typeof positions>> {
  const { rows } = await client.query(`select c.relname as "table", a.attname as "column",
      pg_get_serial_sequence('public.' || quote_ident(c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1, 2`);
  const found = [];
  for (const { table, column, sequence } of rows) {
    const position = await client.query(`select last_value as last, is_called as called from ${sequence}`);
    found.push({ table, column, ...position.rows[0] });
  }
  return positions.parse(found);
}

export async function readWaitingJobs(client: pg.Client): Promise<z.infer<typeof waitingJobs>> {
  const { rows } = await client.query(waitingInQueue);
  return waitingJobs.parse(rows);
}

/** The `COPY` of a table's rows, in either direction. */
export function copyText(
  { name, columns }: Manifest['tables'][number],
  direction: 'to stdout' | 'from stdin',
) {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const table = `public.${pg.escapeIdentifier(name)}`;
  return direction === 'to stdout'
    ? `copy (select ${list} from ${table}) to stdout`
    : `copy ${table} (${list}) from stdin`;
}
