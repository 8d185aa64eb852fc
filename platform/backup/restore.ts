import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import * as m from '#messages';
import { type Verdict, verifyChain } from '../audit/verify.ts';
import { fillQueue } from '../jobs/queue.ts';
import { Refusal } from '../refusal.ts';
import type { Manifest } from './contents.ts';
import { type Hearing, readThrough } from './read.ts';
import { copyText, plainWriting, readTableList } from './snapshot.ts';

export interface RestoreReport {
  readonly manifest: Manifest;
  readonly rows: number;
  /** What the audit trail says of itself, against the root in the backup. */
  readonly audit: Verdict;
}

/**
 * Puts the rows of a backup into empty tables of its version that have no gate yet, within the caller's
 * transaction, as the owner of the tables. References are taken off before and put back, and checked, after.
 *
 * @throws Refusal when the file is not whole or does not fit these tables; then nothing may be committed
 */
export async function fillFromBackup(
  client: pg.Client,
  file: string,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<RestoreReport> {
  await client.query(plainWriting);
  const here = await readTableList(client);
  const references = await takeOffReferences(client);
  const loading = openLoading(client, file, here, progress);
  const { manifest, sums } = await readThrough(file, loading).catch((error: unknown) => {
    loading.abandon();
    throw blameFile(error, file);
  });
  for (const { text } of references)
    await client.query(text).catch((error: unknown) => {
      throw blameFile(error, file);
    });
  for (const { name } of here) await client.query(`analyze public.${pg.escapeIdentifier(name)}`);
  const root = manifest.audit_root ?? undefined;
  const audit = await verifyChain({ executeSql: (text, values) => client.query(text, values) }, root);
  return { manifest, audit, rows: Object.values(sums).reduce((n, { rows }) => n + rows, 0) };
}

/** What PostgreSQL refuses as a value (22…) or as a reference (23…) is damage that came before its checksum. */
function blameFile(error: unknown, file: string): unknown {
  const ofValues = error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '');
  return ofValues ? new Refusal('refused', m.backup_file_unreadable({ file })) : error;
}

function openLoading(
  client: pg.Client,
  file: string,
  here: Manifest['tables'],
  progress: (done: number, of: number) => void,
): Hearing & { abandon(): void } {
  let open: { table: string; copy: ReturnType<typeof copyFrom> } | undefined;
  let done = 0;
  const close = async () => {
    if (!open) return;
    const { copy } = open;
    open = undefined;
    copy.end();
    await finished(copy);
  };
  return {
    begin(manifest) {
      // What is in the file becomes SQL only where it says what the catalogue says.
      if (JSON.stringify(manifest.tables) !== JSON.stringify(here))
        throw new Refusal('refused', m.backup_tables_differ({ file }));
    },
    async rows(table, rows) {
      if (open?.table !== table) {
        await close();
        const place = here.findIndex(({ name }) => name === table);
        const columns = here[place];
        if (!columns) throw new Refusal('refused', m.backup_tables_differ({ file }));
        progress(Math.max(done, place), here.length);
        done = Math.max(done, place);
        const copy = client.query(copyFrom(copyText(columns, 'from stdin')));
        copy.on('error', () => undefined); // heard where it is written to
        open = { table, copy };
      }
      const { copy } = open;
      await new Promise<void>((done, fail) => copy.write(rows, (error) => (error ? fail(error) : done())));
    },
    async end({ positions, jobs }) {
      await close();
      for (const { table, column, last, called } of positions) {
        await client.query('select setval(pg_get_serial_sequence($1, $2), $3, $4)', [
          `public.${pg.escapeIdentifier(table)}`,
          column,
          last,
          called,
        ]);
      }
      await fillQueue(client, jobs);
      progress(here.length, here.length);
    },
    /** Ends a table that is under way, or the connection would wait for its rows for ever. */
    abandon() {
      open?.copy.destroy();
    },
  };
}

/** Rows of all tables come in one by one, so references can only be kept at the end. Answers how to put them back. */
export async function takeOffReferences(client: pg.Client): Promise<{ text: string }[]> {
  const { rows } = await client.query(`select format('alter table %s', conrelid::regclass) as "table",
      quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by oid`);
  for (const { table, name } of rows) await client.query(`${table} drop constraint ${name}`);
  return rows.map(({ table, name, definition }) => ({
    text: `${table} add constraint ${name} ${definition}`,
  }));
}
