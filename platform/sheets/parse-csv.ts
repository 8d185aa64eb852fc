import * as m from '#messages';
import { refuseFile } from './refuse.ts';

/** Rows of text; a blank line is a row without cells. Rows count as a spreadsheet shows them, not as lines of text. */
export type TextRows = string[][];

/** The character between cells: a tab where the first row has one outside quotes, otherwise a comma. */
export function findDelimiter(text: string): ',' | '\t' {
  const end = text.search(/[\r\n]/);
  const first = (end < 0 ? text : text.slice(0, end)).replaceAll(/"[^"]*"/g, '');
  return first.includes('\t') ? '\t' : ',';
}

/**
 * CSV as RFC 4180 has it; line ends of any kind, also mixed.
 *
 * @throws Refusal `invalid` when a quotation mark is opened and never closed, or something follows a closed one
 */
export function parseCsv(text: string, delimiter: ',' | '\t'): TextRows {
  const rows: TextRows = [];
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    rows.push(row.length === 1 && row[0] === '' ? [] : row);
    row = [];
  };
  while (at < text.length) {
    if (text[at] === '"') {
      const { value, next } = readQuoted(text, at, rows.length + 1);
      row.push(value);
      at = next;
      if (at < text.length && text[at] !== delimiter && text[at] !== '\r' && text[at] !== '\n')
        throw refuseFile(m.sheets_after_quote({ row: rows.length + 1 }));
    } else {
      const end = findEnd(text, at, delimiter);
      row.push(text.slice(at, end));
      at = end;
    }
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    endRow();
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  if (row.length > 0) endRow();
  return rows;
}

function readQuoted(text: string, start: number, row: number): { value: string; next: number } {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) throw refuseFile(m.sheets_open_quote({ row }));
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function findEnd(text: string, from: number, delimiter: string): number {
  const end = delimiter.charCodeAt(0);
  for (let at = from; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === end || letter === lineFeed || letter === carriageReturn) return at;
  }
  return text.length;
}
