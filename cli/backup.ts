import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as m from '#messages';
import { backupTown, printOf } from '#platform/backup/make.ts';
import { mintId } from '#platform/uuid.ts';
import { sealingKeyPath } from '../server/hold.ts';
import { findOperation } from './find.ts';
import { parseOptions, WrongUsage } from './flags.ts';
import { openLocalWay } from './open-way.ts';
import { openBar, say } from './say.ts';

/** `backup --out FILE`: says so to the audit trail, then writes the file over the migrator's login. */
export async function makeBackup(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { out } = parseOptions(args, { out: { type: 'string' } }).values;
  if (typeof out !== 'string') throw new WrongUsage(m.cli_wrong_needs({ flag: '--out' }));
  const file = resolve(out);
  const way = await openLocalWay(env);
  try {
    const owner = way.findOwner();
    await way.perform(findOperation('announceBackup'), {}, mintId());
    const bar = openBar();
    const report = await backupTown({
      owner,
      file,
      at: new Date(),
      keyPrint: readKeyPrint(way.folder),
      progress: (done, of) => bar.show(m.cli_backup_working(), done / of),
    });
    bar.done();
    const megabytes = (report.bytes / 1e6).toFixed(1);
    const entries = report.manifest.audit_root?.entries ?? 0;
    say(m.cli_backup_done({ file, rows: report.rows, megabytes, entries }));
    say(m.cli_backup_key({ key: sealingKeyPath(way.folder) }));
  } finally {
    await way.close();
  }
}

/** By what the data folder's sealing key is known again; null where there is none. */
export function readKeyPrint(folder: string): string | null {
  const key = sealingKeyPath(folder);
  return existsSync(key) ? printOf(readFileSync(key)) : null;
}
