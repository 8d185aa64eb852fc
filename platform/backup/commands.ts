import type { Db } from '../db.ts';

/** What happens is the entry in the audit trail; the terminal makes the file over the migrator's login. */
export async function announceBackup(_db: Db): Promise<Record<string, never>> {
  return {};
}

export async function announceRestore(_db: Db): Promise<Record<string, never>> {
  return {};
}

export async function announceOpenExport(_db: Db): Promise<Record<string, never>> {
  return {};
}

export async function announceOpenImport(_db: Db): Promise<Record<string, never>> {
  return {};
}
