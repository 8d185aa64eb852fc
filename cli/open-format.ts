import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as m from '#messages';
import { findDataFolder } from '#platform/engine/folder.ts';
import { findHolder } from '#platform/engine/lock.ts';
import { projectFolder } from '#platform/house.ts';
import { Refusal } from '#platform/refusal.ts';
import { mintId } from '#platform/uuid.ts';
import { packFolder } from '../db/open-archive.ts';
import { exportTown } from '../db/open-export.ts';
import { importTown } from '../db/open-import.ts';
import { openStore } from '../server/hold.ts';
import { findOperation } from './find.ts';
import { parseOptions, WrongUsage } from './flags.ts';
import { openLocalWay } from './open-way.ts';
import { announce } from './restore.ts';
import { needFile, openBar, say } from './say.ts';

/**
 * `export --out DIR`, or one file with `--out FILE.tar`: says so to the audit trail, then writes everything the town owns,
 * without its secrets.
 */
export async function exportOpenly(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { out } = parseOptions(args, { out: { type: 'string' } }).values;
  if (typeof out !== 'string') throw new WrongUsage(m.cli_wrong_needs({ flag: '--out' }));
  const target = resolve(out);
  const asFile = target.endsWith('.tar');
  if (asFile && existsSync(target)) throw new Refusal('refused', m.backup_file_exists({ file: target }));
  const folder = asFile ? `${target}.${process.pid}.folder` : target;
  const way = await openLocalWay(env);
  try {
    const owner = way.findOwner();
    await way.perform(findOperation('announceOpenExport'), {}, mintId());
    const at = new Date();
    const bar = openBar();
    const { manifest, files } = await exportTown({
      owner,
      folder,
      at,
      progress: (done, of) => bar.show(m.cli_export_working(), done / of),
    });
    if (asFile) await packFolder(folder, target, at);
    bar.done();
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(m.cli_export_done({ folder: target, tables: manifest.tables.length, rows, files }));
  } finally {
    // What was written on the way to the one file names people.
    if (asFile) await rm(folder, { recursive: true, force: true });
    await way.close();
  }
}

/** `import DIR` or `import FILE.tar`: what was exported, into a data folder or database where nothing is yet. */
export async function importOpenly(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const from = resolve(needFile(parseOptions(args, {}, true).positionals[0], 'DIR|FILE.tar'));
  const { folder } = findDataFolder({ projectFolder, env, uid: process.getuid?.() });
  if (findHolder(folder)) throw new Refusal('refused', m.cli_running());
  const undo: (() => Promise<void> | void)[] = [];
  try {
    const store = await openStore(env, say, (step) => undo.push(step));
    const bar = openBar();
    const { owner, appPassword } = store;
    const { manifest, audit } = await importTown({
      ...{ folder: from, owner, appPassword },
      progress: (done, of) => bar.show(m.cli_import_working(), done / of),
    });
    bar.done();
    await announce(store, 'announceOpenImport', { made_at: manifest.made_at }, env);
    if (audit.broken) say(m.cli_restore_broken({ sentence: audit.broken.sentence }));
    else say(m.cli_import_done({ town: manifest.town?.name ?? '', made_at: manifest.made_at }));
  } finally {
    for (const step of undo.reverse()) await step();
  }
}
