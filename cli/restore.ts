import { resolve } from 'node:path';
import type pg from 'pg';
import { operatorPost } from '#domains/posts/model.ts';
import * as m from '#messages';
import { exportRoot } from '#platform/audit/root.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import type { Manifest } from '#platform/backup/contents.ts';
import { readManifestOf } from '#platform/backup/read.ts';
import type { RestoreReport } from '#platform/backup/restore.ts';
import { Database } from '#platform/db.ts';
import { findDataFolder } from '#platform/engine/folder.ts';
import { findHolder } from '#platform/engine/lock.ts';
import { projectFolder } from '#platform/house.ts';
import { perform } from '#platform/perform.ts';
import { Refusal } from '#platform/refusal.ts';
import { mintId } from '#platform/uuid.ts';
import { restoreTown } from '../db/restore.ts';
import { chooseClock, openPool, openStore, readTownRow, type Store, sealingKeyPath } from '../server/hold.ts';
import { readKeyPrint } from './backup.ts';
import { findOperation } from './find.ts';
import { parseOptions } from './flags.ts';
import { needFile, openBar, say } from './say.ts';

/**
 * `restore FILE`: into a data folder or database where nothing is yet. The sealing key has to be there before; with
 * `--without-key` what it sealed is taken out, and everybody sets up a new second factor. What opened the old town
 * without a password opens the new one no more; `--keep-tokens` spares the keys of programs.
 */
export async function restoreBackup(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const flags = { 'without-key': { type: 'boolean' }, 'keep-tokens': { type: 'boolean' } } as const;
  const { values, positionals } = parseOptions(args, flags, true);
  const withoutKey = values['without-key'] === true;
  const keepTokens = values['keep-tokens'] === true;
  const file = resolve(needFile(positionals[0], 'FILE'));
  const { folder } = findDataFolder({ projectFolder, env, uid: process.getuid?.() });
  if (findHolder(folder)) throw new Refusal('refused', m.cli_running());
  if (!withoutKey) checkKey(await readManifestOf(file), folder);
  const undo: (() => Promise<void> | void)[] = [];
  try {
    const store = await openStore(env, say, (step) => undo.push(step));
    const { owner, appPassword } = store;
    const bar = openBar();
    let ended = { sessions: 0, tokens: 0 };
    const report = await restoreTown({
      ...{ file, owner, appPassword },
      async afterFill(client) {
        if (withoutKey) await forgetSealed(client);
        ended = await endAccess(client, { keepTokens });
      },
      progress: (done, of) => bar.show(m.cli_restore_working(), done / of),
    });
    bar.done();
    const { made_at } = report.manifest;
    await announce(
      store,
      'announceRestore',
      { made_at, without_key: withoutKey, keep_tokens: keepTokens },
      env,
    );
    tellRestored(report);
    say(keepTokens ? m.cli_restore_tokens_kept(ended) : m.cli_restore_access_ended(ended));
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

/** @throws Refusal when the key of the backup's town is not in the data folder */
function checkKey({ key_print }: Manifest, folder: string): void {
  if (key_print === null) return;
  const key = sealingKeyPath(folder);
  const print = readKeyPrint(folder);
  if (print === null) throw new Refusal('refused', m.cli_restore_needs_key({ key }));
  if (print !== key_print) throw new Refusal('refused', m.cli_restore_other_key({ key }));
}

/** Nothing can open these any more: left in, they would shut out whoever holds them. */
async function forgetSealed(client: pg.Client): Promise<void> {
  await client.query(
    'update account_secrets set totp_secret = null, totp_pending = null, totp_last_step = null',
  );
  // Nor does anything stand in for a factor that is gone.
  await client.query(`delete from recovery_codes where account_id not in (select account_id from passkeys)`);
}

/**
 * The old town goes on existing, with its browsers and programs, and whoever holds a backup holds all of this: sessions
 * end, keys of programs and invitation codes that were open (perhaps used since) open nothing any more.
 */
async function endAccess(
  client: pg.Client,
  { keepTokens }: { keepTokens: boolean },
): Promise<{ sessions: number; tokens: number }> {
  const sessions = await client.query('update sessions set ended_at = now() where ended_at is null');
  await client.query('update invitations set used_at = now() where used_at is null');
  const tokens = keepTokens
    ? await client.query('select from tokens where ended_at is null')
    : await client.query('update tokens set ended_at = now() where ended_at is null');
  return { sessions: sessions.rowCount ?? 0, tokens: tokens.rowCount ?? 0 };
}

/** The first entry of the new town: what it was made from. */
export async function announce(
  store: Store,
  operation: 'announceRestore' | 'announceOpenImport',
  input: { made_at: string; without_key?: boolean; keep_tokens?: boolean },
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const pool = openPool(store, env);
  try {
    const town = await readTownRow(pool);
    const database = new Database(pool, chooseClock(env, town?.sample_day ?? null));
    const operator = { kind: 'post', post: operatorPost } as const;
    // What the backup brought unsealed comes before what is said now.
    await sealAudit(database);
    if (town) await perform(database, findOperation(operation), operator, input, mintId());
    await sealAudit(database);
    await exportRoot(database, store.folder);
  } finally {
    await pool.end();
  }
}

function tellRestored({ manifest: { made_at, town }, rows, audit }: RestoreReport): void {
  if (audit.broken) say(m.cli_restore_broken({ sentence: audit.broken.sentence }));
  else say(m.cli_restore_done({ town: town?.name ?? '', rows, made_at, entries: audit.entries }));
}
