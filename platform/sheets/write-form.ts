import type { Cell, Worksheet } from 'exceljs';
import { type Form, type FormBox, type FormTable, formColumns } from '../typesetting/form.ts';
import { newWorkbook, packWorkbook } from './write-workbook.ts';

/** Characters that one of the twelve columns holds in the sheet's type, Japanese ones counted as two. */
const columnWidth = 8;
const lineHeight = 15;
const edge = { style: 'thin', color: { argb: 'FF1A1A1A' } } as const;
const box = { top: edge, left: edge, bottom: edge, right: edge };
const tint = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8F1FE' } } as const;

/**
 * A form as a plain xlsx, without macros, links or formulas, that passes 無害化: the boxes of the printed page, each with its word
 * above it, on one sheet of A4 width. Text is written as text, also where it begins like a formula.
 */
export async function writeForm(form: Form, name: string): Promise<{ type: string; bytes: Uint8Array }> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet(name, {
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddHeader: `&R${(form.mark ?? '').replaceAll('&', '&&')}`, oddFooter: '&C&P / &N' },
  });
  sheet.columns = Array.from({ length: formColumns }, () => ({ width: columnWidth }));
  const title = writeLine(sheet, form.title);
  title.font = { bold: true, size: 14 };
  writeLine(sheet, [form.overline, ...form.corner, ...(form.mark === null ? [] : [form.mark])].join('　'));
  if (form.lead !== null) writeLine(sheet, form.lead);
  for (const part of form.parts) {
    if (part.heading !== null) writeLine(sheet, part.heading).font = { bold: true };
    if (part.kind === 'table') writeTable(sheet, part);
    else for (const row of part.rows) writeBoxes(sheet, row);
  }
  for (const note of form.notes) writeLine(sheet, note).font = { size: 8 };
  return packWorkbook(workbook);
}

/** A line over the whole width. */
function writeLine(sheet: Worksheet, text: string): Cell {
  const row = sheet.rowCount + 1;
  const cell = writeCell(sheet, row, 1, formColumns, text);
  sheet.getRow(row).height = heightOf([{ span: formColumns, text }]);
  return cell;
}

/** Two rows of the sheet: the words of the boxes, and what stands in them. */
function writeBoxes(sheet: Worksheet, row: readonly FormBox[]): void {
  const at = sheet.rowCount + 1;
  let column = 1;
  for (const piece of row) {
    const word = writeCell(sheet, at, column, piece.span, piece.label);
    frame(sheet, at, column, piece.span);
    word.fill = tint;
    word.font = { size: 8 };
    writeCell(sheet, at + 1, column, piece.span, textOf(piece));
    frame(sheet, at + 1, column, piece.span);
    column += piece.span;
  }
  const needed = heightOf(row.map((piece) => ({ span: piece.span, text: textOf(piece) })));
  const room = row.every((piece) => textOf(piece) === '')
    ? Math.max(...row.map((piece) => piece.room)) * 2.84
    : 0;
  sheet.getRow(at + 1).height = Math.max(needed, room);
}

function writeTable(sheet: Worksheet, table: FormTable): void {
  const rows = [table.columns.map(({ head }) => head), ...table.rows];
  for (const [i, cells] of rows.entries()) {
    const at = sheet.rowCount + 1;
    let column = 1;
    for (const [n, { span }] of table.columns.entries()) {
      const cell = writeCell(sheet, at, column, span, cells[n] ?? '');
      frame(sheet, at, column, span);
      if (i === 0) {
        cell.fill = tint;
        cell.font = { bold: true, size: 9 };
      }
      column += span;
    }
    const needed = heightOf(table.columns.map(({ span }, n) => ({ span, text: cells[n] ?? '' })));
    sheet.getRow(at).height = i > 0 && cells.every((cell) => cell === '') ? table.room * 2.84 : needed;
  }
}

function textOf({ lines, ticks }: FormBox): string {
  return [
    ...(ticks.length > 0 ? [ticks.map(({ mark, label }) => `${mark}${label}`).join('　')] : []),
    ...lines,
  ].join('\n');
}

function writeCell(sheet: Worksheet, row: number, column: number, span: number, text: string): Cell {
  if (span > 1) sheet.mergeCells(row, column, row, column + span - 1);
  const cell = sheet.getCell(row, column);
  cell.value = text;
  cell.numFmt = '@';
  cell.alignment = { vertical: 'top', wrapText: true };
  return cell;
}

function frame(sheet: Worksheet, row: number, column: number, span: number): void {
  for (let n = column; n < column + span; n++) sheet.getCell(row, n).border = box;
}

/** Points that a row needs, since a spreadsheet does not find the height of merged cells by itself. */
function heightOf(cells: readonly { span: number; text: string }[]): number {
  const lines = cells.map(({ span, text }) =>
    text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (span * columnWidth))), 0),
  );
  return Math.min(400, Math.max(1, ...lines) * lineHeight + 3);
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 256 ? 1 : 2), 0);
}
