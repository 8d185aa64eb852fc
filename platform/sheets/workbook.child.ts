/**
 * A process of its own that reads one workbook and ends. Unpacking and reading hold the thread they run on, and a file
 * made to do harm takes this process down and nothing else. The only place that knows the library
 * (docs/decisions/0010-xlsx.md).
 */
import ExcelJS from 'exceljs';
import type { Cell } from './table.ts';
import { listParts } from './zip.ts';

/** What a cell can be that a table cannot take. */
type Odd = 'formula' | 'error';

export interface SheetRead {
  readonly name: string;
  readonly rows: { readonly n: number; readonly cells: Cell[] }[];
  readonly odd: { readonly row: number; readonly column: number; readonly what: Odd }[];
  /** Ranges such as A1:C1. */
  readonly merged: string[];
  readonly hiddenRows: number[];
  /** Indices from 0. */
  readonly hiddenColumns: number[];
}

export type WorkbookAnswer =
  | { readonly sheets: SheetRead[] }
  | {
      readonly refused:
        | 'too_large'
        | 'broken'
        | 'no_workbook'
        | 'open_document'
        | 'binary'
        | 'macros'
        | 'document';
    };

process.once('message', async (bytes: Uint8Array) => {
  const answer = await readWorkbook(Buffer.from(bytes));
  process.send?.(answer, () => process.exit());
});

async function readWorkbook(bytes: Buffer): Promise<WorkbookAnswer> {
  let parts: string[];
  try {
    parts = listParts(bytes);
  } catch (error) {
    return { refused: error instanceof RangeError ? 'too_large' : 'broken' };
  }
  const has = (name: string) => parts.some((part) => part === name || part.startsWith(name));
  if (has('content.xml')) return { refused: 'open_document' };
  if (has('xl/workbook.bin')) return { refused: 'binary' };
  if (has('xl/vbaProject.bin')) return { refused: 'macros' };
  if (has('word/') || has('ppt/')) return { refused: 'document' };
  if (!has('xl/workbook.xml')) return { refused: 'no_workbook' };
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer, {
      ignoreNodes: ['dataValidations', 'conditionalFormatting', 'drawing', 'picture', 'extLst', 'hyperlinks'],
    });
  } catch {
    return { refused: 'broken' };
  }
  return { sheets: workbook.worksheets.map(readSheet).filter(({ rows }) => rows.length > 0) };
}

function readSheet(sheet: ExcelJS.Worksheet): SheetRead {
  const rows: { n: number; cells: Cell[] }[] = [];
  const odd: { row: number; column: number; what: Odd }[] = [];
  const hiddenRows: number[] = [];
  const filledColumns = new Set<number>();
  sheet.eachRow({ includeEmpty: false }, (row, n) => {
    const cells: Cell[] = [];
    row.eachCell({ includeEmpty: false }, (cell, number) => {
      const column = number - 1;
      const what = oddIn(cell);
      if (what) odd.push({ row: n, column, what });
      while (cells.length < column) cells.push(null);
      cells.push(what ? String(cell.text) : readCell(cell));
      filledColumns.add(column);
    });
    if (cells.length === 0) return;
    rows.push({ n, cells });
    if (row.hidden) hiddenRows.push(n);
  });
  const merged = (sheet.model as { merges?: string[] }).merges ?? [];
  const hiddenColumns = [...filledColumns].filter((column) => sheet.getColumn(column + 1).hidden);
  return { name: sheet.name, rows, odd, merged, hiddenRows, hiddenColumns };
}

function oddIn({ type }: ExcelJS.Cell): Odd | null {
  if (type === ExcelJS.ValueType.Formula) return 'formula';
  return type === ExcelJS.ValueType.Error ? 'error' : null;
}

function readCell(cell: ExcelJS.Cell): Cell {
  const { value } = cell;
  if (value === null || value === undefined || cell.type === ExcelJS.ValueType.Merge) return null;
  if (value instanceof Date) return readDate(value);
  if (typeof value === 'number') {
    // 0012 by a format of zeros is what the person sees, and what is meant.
    const zeros = /^0{2,}$/.exec(cell.numFmt ?? '')?.[0].length;
    return zeros ? String(value).padStart(zeros, '0') : value;
  }
  return cell.text;
}

/** A day without an hour is a day; with one it is left as text, for the reader to ask about. */
function readDate(value: Date): Cell {
  if (Number.isNaN(value.getTime())) return '';
  const written = value.toISOString();
  return written.endsWith('T00:00:00.000Z')
    ? { day: written.slice(0, 10) }
    : written.slice(0, 16).replace('T', ' ');
}
