import type pg from 'pg';
import * as m from '#messages';
import { readManifestOf } from '#platform/backup/read.ts';
import { fillFromBackup, type RestoreReport } from '#platform/backup/restore.ts';
import { Refusal } from '#platform/refusal.ts';
import { migrate, newestVersion } from './migrate.ts';

/**
 * Makes a town again from a backup, in an empty database: the tables of the backup's version, its rows, the
 * migrations since, and the gate, in one transaction. Nothing is there before all of it is.
 *
 * @throws Refusal when the database is not empty, or the file is damaged or from a newer release
 */
export async function restoreTown(from: {
  file: string;
  owner: pg.ClientConfig;
  appPassword?: string | undefined;
  /** Does something to the rows before the gate is put up. */
  afterFill?: (client: pg.Client) => Promise<void>;
  progress?: (done: number, of: number) => void;
}): Promise<RestoreReport> {
  const { file } = from;
  const { schema_version: version } = await readManifestOf(file);
  if (version > newestVersion()) throw new Refusal('refused', m.backup_from_newer_release({ file }));
  let report: RestoreReport | undefined;
  const fill = async (client: pg.Client) => {
    report = await fillFromBackup(client, file, from.progress);
    await from.afterFill?.(client);
  };
  await migrate(from.owner, from.appPassword, { filling: { version, fill } });
  if (!report) throw new Error('nothing was filled in');
  return report;
}
