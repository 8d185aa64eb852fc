import * as m from '#messages';
import { startsWith } from './decode.ts';

/** What a file is by its bytes, whatever its name says. `refused` carries the sentence. */
export type Sniffed = { readonly kind: 'text' | 'workbook' } | { readonly refused: string };

/** Beginnings of files that are no table. */
const others: readonly (readonly [readonly number[], () => string])[] = [
  [[0x25, 0x50, 0x44, 0x46], m.sheets_is_pdf],
  [[0xff, 0xd8, 0xff], m.sheets_is_picture],
  [[0x89, 0x50, 0x4e, 0x47], m.sheets_is_picture],
  [[0x47, 0x49, 0x46, 0x38], m.sheets_is_picture],
  [[0x49, 0x49, 0x2a, 0x00], m.sheets_is_picture],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], m.sheets_is_document],
  [[0x1f, 0x8b], m.sheets_is_archive],
  [[0x37, 0x7a, 0xbc, 0xaf], m.sheets_is_archive],
  [[0x52, 0x61, 0x72, 0x21], m.sheets_is_archive],
];

const olderOffice = [0xd0, 0xcf, 0x11, 0xe0];
const zip = [0x50, 0x4b];

export function sniffFile(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { refused: m.sheets_empty() };
  for (const [head, says] of others) if (startsWith(bytes, head)) return { refused: says() };
  if (startsWith(bytes, olderOffice)) return { refused: nameOlderOffice(bytes) };
  if (startsWith(bytes, zip)) return { kind: 'workbook' };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).replace(/^[^\x20-\x7e]+/, '');
  if (/^\s*<(?:!doctype html|html|head|table|meta)/i.test(head)) return { refused: m.sheets_is_web_page() };
  if (/^\s*<\?xml/i.test(head)) return { refused: m.sheets_is_xml() };
  if (/^\s*[{[]\s*["{[]/.test(head)) return { refused: m.sheets_is_json() };
  return { kind: 'text' };
}

/** Streams of the older format are named in UTF-16: an encrypted workbook is one of them, an .xls another. */
function nameOlderOffice(bytes: Uint8Array): string {
  const has = (name: string) => Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return m.sheets_is_locked();
  if (has('Workbook') || has('Book')) return m.sheets_is_xls();
  return m.sheets_is_document();
}
