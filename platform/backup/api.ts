import * as z from 'zod';
import * as m from '#messages';
import { operation } from '../operation.ts';

/** Said before a backup is made, so that none is made in silence. */
export const announceBackup = operation({
  route: 'POST /backups',
  summary: m.backup_announce_summary,
  may: ['operator'],
  audit: 'backup.begun',
  input: z.object({}),
  output: z.object({}),
});

/** Said before everything a town owns is written out in open formats. */
export const announceOpenExport = operation({
  route: 'POST /open-exports',
  summary: m.backup_announce_export_summary,
  may: ['operator'],
  audit: 'town.exported',
  input: z.object({}),
  output: z.object({}),
});

/** Said in a town that was just made from an open export. */
export const announceOpenImport = operation({
  route: 'POST /open-imports',
  summary: m.backup_announce_import_summary,
  may: ['operator'],
  audit: 'town.imported',
  input: z.object({
    /** When the export was made. */
    made_at: z.iso.datetime({ error: () => m.backup_field_made_at() }),
  }),
  output: z.object({}),
});

/** Said in a town that was just made from a backup, as its first entry after those it brought along. */
export const announceRestore = operation({
  route: 'POST /restores',
  summary: m.backup_announce_restore_summary,
  may: ['operator'],
  audit: 'backup.restored',
  input: z.object({
    /** When the backup was made. */
    made_at: z.iso.datetime({ error: () => m.backup_field_made_at() }),
    /** The sealing key was lost: shared secrets of second factors were taken out. */
    without_key: z.boolean(),
    /** Keys of programs go on opening what they opened. */
    keep_tokens: z.boolean().default(false),
  }),
  output: z.object({}),
});
