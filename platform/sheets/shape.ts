import * as m from '#messages';
import { refuseFile } from './refuse.ts';
import {
  type Cell,
  type Grid,
  isBlank,
  mostColumns,
  mostRows,
  type Problem,
  type Row,
  type Table,
} from './table.ts';

/** What text must not hold: control characters, and the mark that an earlier conversion left for what it could not read. */
const broken = /(?![\t\n\r])\p{Cc}|\ufffd/u;

/**
 * Rows as a table: the first row that is not blank has the headings. Named are headings that are missing or said twice,
 * a title above them, cells beside them, and an empty row with something below it, as between two tables.
 *
 * @throws Refusal `invalid` when there is no table: nothing at all, headings only, one column without a delimiter, or
 *   more rows than are taken
 */
export function shapeTable({ form, rows, problems: found }: Grid): Table {
  const filled = rows.filter(({ cells }) => !cells.every(isBlank));
  const [head, ...body] = filled;
  if (!head) throw refuseFile(m.sheets_empty());
  const width = lastFilled(head.cells) + 1;
  if (width < 2)
    throw refuseFile(
      body.length > 0 && body.some(({ cells }) => lastFilled(cells) > 0)
        ? m.sheets_title_row({ row: head.n })
        : m.sheets_no_table(),
    );
  if (body.length === 0) throw refuseFile(m.sheets_headings_only());
  if (body.length > mostRows) throw refuseFile(m.sheets_too_many_rows({ most: mostRows }));
  if (width > mostColumns) throw refuseFile(m.sheets_too_many_columns({ most: mostColumns }));
  const headings = Array.from({ length: width }, (_, i) => textOf(head.cells[i] ?? null));
  const problems: Problem[] = [...found, ...checkHeadings(headings, head.n)];
  const gap = body.find(({ n }, i) => n !== (body[i - 1] ?? head).n + 1);
  if (gap) problems.push({ row: gap.n, column: null, says: m.sheets_gap() });
  const kept = body.map(({ n, cells }): Row => {
    const beside = cells.findIndex((cell, i) => i >= width && !isBlank(cell));
    if (beside >= 0) problems.push({ row: n, column: beside, says: m.sheets_beside() });
    cells.forEach((cell, column) => {
      if (typeof cell === 'string' && broken.test(cell))
        problems.push({ row: n, column, says: m.sheets_broken_text() });
    });
    return { n, cells: cells.length === width ? cells : toWidth(cells, width) };
  });
  return { form, headings, rows: kept, problems: inOrder(problems) };
}

function toWidth(cells: readonly Cell[], width: number): Cell[] {
  return Array.from({ length: width }, (_, i) => cells[i] ?? null);
}

function checkHeadings(headings: readonly string[], row: number): Problem[] {
  return headings.flatMap((heading, column): Problem[] => {
    if (heading === '') return [{ row, column, says: m.sheets_blank_heading() }];
    if (headings.indexOf(heading) < column)
      return [{ row, column, says: m.sheets_same_heading({ heading }) }];
    return [];
  });
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.day : String(cell).trim();
}

function lastFilled(cells: readonly Cell[]): number {
  return cells.findLastIndex((cell) => !isBlank(cell));
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
