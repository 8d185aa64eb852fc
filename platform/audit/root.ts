import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import * as m from '#messages';
import type { Database } from '../db.ts';
import { Refusal } from '../refusal.ts';
import { sql } from '../sql.ts';
import { momentText } from './line.ts';

/** The newest batch, kept outside the database: whoever shortens or remakes the chain later contradicts it. */
export const auditRoot = z.object({
  batch: z.int().positive(),
  /** SHA-256 of the batch, hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Number of the batch's last entry: so many entries were sealed. */
  entries: z.int().positive(),
  /** UTC, `2026-02-02T01:00:00.000000Z`. */
  sealed_at: z.string(),
});
export type AuditRoot = z.infer<typeof auditRoot>;

export function rootPath(dataFolder: string): string {
  return join(dataFolder, 'audit-root.json');
}

/**
 * Writes the newest root into `audit-root.json` of the data folder, whole or not at all, when it has moved since.
 * @returns whether the file was written
 */
export async function exportRoot(database: Database, dataFolder: string): Promise<boolean> {
  const newest = await database.as({ kind: 'system', name: 'sealer' }, 'exportRoot', (db) =>
    db.maybe(
      auditRoot,
      sql`select number as batch, encode(hash, 'hex') as hash, last_entry as entries,
          ${momentText('sealed_at')} as sealed_at
        from audit_batches order by number desc limit 1`,
    ),
  );
  const file = rootPath(dataFolder);
  const text = `${JSON.stringify(newest, null, 2)}\n`;
  if (!newest || (existsSync(file) && readFileSync(file, 'utf8') === text)) return false;
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return true;
}

/** @throws Refusal when the file is not one that `exportRoot` wrote */
export function readRoot(file: string): AuditRoot {
  try {
    return auditRoot.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Refusal('refused', m.audit_root_unreadable({ file }));
  }
}
