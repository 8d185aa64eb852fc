import * as z from 'zod';
import * as m from '#messages';
import { type Channel, channels } from './model.ts';

const count = z
  .int({ error: () => m.visits_field_count() })
  .min(0, { error: () => m.visits_field_count() })
  .max(99_999, { error: () => m.visits_field_count() })
  .default(0);

/** 集計票の件数, by channel. What is left out is zero. */
export const sheetCounts = z.object({
  face: count,
  intercom: count,
  phone: count,
  letter: count,
  outside: count,
  message: count,
  gathering: count,
} satisfies Record<Channel, typeof count>);
export type SheetCounts = z.output<typeof sheetCounts>;

export function totalOf(counts: SheetCounts): number {
  return channels.reduce((sum, channel) => sum + counts[channel], 0);
}

/** The version that counts, of all that are kept, the newest first: null while the month's sheet is missing. */
export function standingOf<Version extends { readonly withdrawn: boolean }>(
  versions: readonly Version[],
): Version | null {
  const [newest] = versions;
  return newest && !newest.withdrawn ? newest : null;
}

/** Largest scanned paper, in bytes. */
export const scanLimit = 4 * 1024 * 1024;
export const scanTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type ScanType = (typeof scanTypes)[number];

/** What a file is by its first bytes, whatever its name says; null for anything a sheet is not scanned as. */
export function sniffScan(bytes: Uint8Array): ScanType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf';
  return null;
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, i) => bytes[i] === byte);
}
