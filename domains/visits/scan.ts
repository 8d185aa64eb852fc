import * as m from '#messages';
import { Refusal } from '#platform/refusal.ts';
import { type ScanType, scanLimit, sniffScan } from './sheet-model.ts';

/**
 * The photographed or scanned paper that travels with a sheet.
 *
 * @throws Refusal `invalid` for more than 4 MB, or for what is neither jpeg, png nor pdf by its bytes
 */
export function openScan({ base64 }: { base64: string }): { type: ScanType; bytes: Buffer } {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > scanLimit) refuse(m.visits_refused_scan_size());
  const type = sniffScan(bytes);
  if (type === null) refuse(m.visits_refused_scan_type());
  return { type, bytes };
}

function refuse(sentence: string): never {
  throw new Refusal('invalid', sentence, { scan: sentence });
}
