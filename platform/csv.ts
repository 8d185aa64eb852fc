import Encoding from 'encoding-japanese';
import * as m from '#messages';
import { Refusal } from './refusal.ts';

export type CsvCell = string | number | null;

/** UTF-8 is written with a byte order mark, so that Excel reads it; CP932 is what older office programs want. */
export const csvEncodings = ['utf-8', 'cp932'] as const;
export type CsvEncoding = (typeof csvEncodings)[number];

const byteOrderMark = '\u{FEFF}';
const startsFormula = /^[=+\-@＝＋－＠\t\r]./su;
const needsQuotes = /[",\r\n]/;

/**
 * Rows as CSV bytes (RFC 4180, CRLF after every row). Text that a spreadsheet would run as a formula is given a
 * leading apostrophe; numbers stay numbers. Refuses, naming the character, what CP932 cannot write.
 */
export function encodeCsv(
  rows: Iterable<readonly CsvCell[]>,
  encoding: CsvEncoding,
): Uint8Array<ArrayBuffer> {
  let text = '';
  for (const row of rows) text += `${row.map(writeCell).join(',')}\r\n`;
  return encoding === 'utf-8' ? new TextEncoder().encode(byteOrderMark + text) : encodeCp932(text);
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = startsFormula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function encodeCp932(text: string): Uint8Array<ArrayBuffer> {
  try {
    return convertToCp932(text);
  } catch {
    throw new Refusal('invalid', m.platform_csv_unencodable({ character: firstUnencodable(text) }));
  }
}

function firstUnencodable(text: string): string {
  // Whole graphemes: a variant selector is shown together with the character it belongs to.
  for (const { segment } of new Intl.Segmenter('ja').segment(text)) {
    try {
      convertToCp932(segment);
    } catch {
      return segment;
    }
  }
  throw new Error('CP932 refused a text whose characters it accepts one by one');
}

function convertToCp932(text: string): Uint8Array<ArrayBuffer> {
  const options = { to: 'SJIS', from: 'UNICODE', fallback: 'error' } as const;
  return Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), options));
}
