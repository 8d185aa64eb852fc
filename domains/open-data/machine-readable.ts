/** A rule for machine-readable government data that a table does not keep, with the place. */
export interface Breach {
  readonly rule: string;
  readonly row: number | null;
  readonly column: string | null;
}

/** What a file says of itself beside the table. */
export interface SaidOfTable {
  readonly encoding: string;
  readonly byte_order_mark: boolean;
  readonly as_of: string;
  readonly fields: readonly { readonly name: string; readonly kind: string; readonly required: boolean }[];
}

/**
 * The rules for machine-readable government data (行政データの機械可読性ルール) that a CSV can keep or break: one table, one row of headings, no cell
 * joined with another, no blank or repeated headings, one value a cell, figures without units or separators, codes with their zeros, days as
 * YYYY-MM-DD, encoding and day stated.
 *
 * @param bytes the file as it is handed out
 */
export function findBreaches(bytes: Uint8Array, said: SaidOfTable): Breach[] {
  const breaches: Breach[] = [];
  const breach = (rule: string, row: number | null = null, column: string | null = null) =>
    breaches.push({ rule, row, column });
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (said.encoding !== 'UTF-8' || said.byte_order_mark !== marked) breach('the encoding is stated and true');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(said.as_of)) breach('the day is stated');
  const [headings = [], ...rows] = splitCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (headings.some((heading) => heading.trim() === '')) breach('no heading is blank', 1);
  if (new Set(headings).size !== headings.length) breach('no heading is repeated', 1);
  if (headings.join() !== said.fields.map(({ name }) => name).join())
    breach('the field list has the same columns', 1);
  for (const [at, cells] of rows.entries()) {
    const row = at + 2;
    if (cells.length !== headings.length) breach('every row has a cell for each column', row);
    if (cells.every((cell) => cell === '')) breach('no row is blank', row);
    for (const [i, { name, kind }] of said.fields.entries()) {
      const cell = cells[i] ?? '';
      if (cell === '') continue;
      if (/[\r\n]/.test(cell)) breach('a cell has one line', row, name);
      if (cell !== cell.trim()) breach('no blanks stand around a value', row, name);
      const wanted = shapes[kind];
      if (wanted && !wanted.test(cell)) breach(`a cell of the kind ${kind} is written as one`, row, name);
    }
  }
  return breaches;
}

const shapes: Readonly<Record<string, RegExp>> = {
  town_code: /^\d{6}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{2}:\d{2}$/,
  whole: /^\d+$/,
  flag: /^1$/,
  latitude: /^[2-4]\d\.?\d*$/,
  longitude: /^1[2-5]\d\.?\d*$/,
  phone: /^0[\d-]{8,13}$/,
  url: /^https?:\/\/\S+$/,
};

/** CSV as RFC 4180 has it, read apart from the reader of ledgers: a second opinion on what is written. */
export function splitCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === ',' || letter === '\n') {
      row.push(letter === '\n' ? cell.replace(/\r$/, '') : cell);
      cell = '';
      if (letter === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += letter;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}
