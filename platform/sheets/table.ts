/** Largest file that is taken, in bytes: 10 MB. */
export const largestFile = 10 * 1024 * 1024;

/** Most rows and columns of a table; a town's month has a few thousand rows. */
export const mostRows = 50_000;
export const mostColumns = 60;

/** A day that a workbook keeps as a day, and not as text. */
export interface DayCell {
  readonly day: string;
}

/** What stands in a cell: text as it was typed, a number, a day, or nothing. */
export type Cell = string | number | DayCell | null;

export interface Row {
  /** As a spreadsheet counts: the first row is 1. */
  readonly n: number;
  /** As many as the table has columns. */
  readonly cells: readonly Cell[];
}

/** What keeps a table from being read as it stands, with its place and a sentence that says what to do. */
export interface Problem {
  readonly row: number | null;
  /** Index of the column, from 0. */
  readonly column: number | null;
  readonly says: string;
}

/** A file as a table: one row of headings, the rows below it, and everything about it that is not as it should be. */
export interface Table {
  readonly form: 'utf-8' | 'shift_jis' | 'xlsx';
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/** What a reader of one format hands on: rows as they are, before anybody asks whether they are a table. */
export interface Grid {
  readonly form: Table['form'];
  readonly rows: readonly { readonly n: number; readonly cells: readonly Cell[] }[];
  readonly problems: readonly Problem[];
}

/** A column as a spreadsheet names it: 0 is A, 26 is AA. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
