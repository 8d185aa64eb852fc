import * as m from '#messages';
import { refuseFile } from './refuse.ts';

/**
 * Bytes as text: UTF-8 if they are UTF-8 throughout, otherwise Shift_JIS (CP932). Everything else is named.
 *
 * @throws Refusal `invalid` for another encoding, or for bytes that are none
 */
export function decodeText(bytes: Uint8Array): { text: string; form: 'utf-8' | 'shift_jis' } {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) throw refuseFile(m.sheets_utf16());
  if (bytes.includes(0)) throw refuseFile(m.sheets_nul());
  if (bytes.includes(0x1b)) throw refuseFile(m.sheets_iso2022());
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, form: 'utf-8' };
  const sjis = tryDecode(bytes, 'shift_jis');
  if (isRatherEuc(bytes, sjis)) throw refuseFile(m.sheets_euc());
  if (sjis === null) throw refuseFile(explainUnreadable(bytes));
  return { text: sjis, form: 'shift_jis' };
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    // A byte order mark is taken off by the decoder.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** EUC-JP read as Shift_JIS gives half-width kana and little else, or nothing at all. */
function isRatherEuc(bytes: Uint8Array, asSjis: string | null): boolean {
  const euc = tryDecode(bytes, 'euc-jp');
  if (euc === null) return false;
  if (asSjis === null) return true;
  const japanese = asSjis.match(/[^ -~\s]/g)?.length ?? 0;
  const half = asSjis.match(/[\uff61-\uff9f]/g)?.length ?? 0;
  return half * 2 > japanese && /[\u3040-\u30ff\u4e00-\u9fff]/.test(euc);
}

/** Where it is neither: the first line that is nothing, or the first that is not as the lines before it. */
function explainUnreadable(bytes: Uint8Array): string {
  let from = 0;
  let line = 1;
  let form: string | null = null;
  while (from < bytes.length) {
    const end = bytes.indexOf(10, from);
    const part = bytes.subarray(from, end < 0 ? bytes.length : end);
    const isUtf8 = tryDecode(part, 'utf-8') !== null;
    if (!isUtf8 && tryDecode(part, 'shift_jis') === null) return m.sheets_unreadable_line({ row: line });
    const own = part.every((byte) => byte < 0x80) ? null : isUtf8 ? 'utf-8' : 'shift_jis';
    if (own !== null && form !== null && own !== form) return m.sheets_mixed_encodings({ row: line });
    form ??= own;
    from = end < 0 ? bytes.length : end + 1;
    line += 1;
  }
  return m.sheets_unreadable();
}

export function startsWith(bytes: Uint8Array, head: readonly number[], at = 0): boolean {
  return head.every((byte, i) => bytes[at + i] === byte);
}
