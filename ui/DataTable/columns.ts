import type { ReactNode } from 'react';

/** What a cell is worth to sorting, filtering and files; null is an empty cell. */
export type CellValue = string | number | null;

/** One column. The first column names the row. */
export interface Column<Row> {
  key: string;
  heading: string;
  /** What the cell says, as text or as a number. */
  value: (row: Row) => CellValue;
  /** What is drawn, when that is more than the text: a link, a badge. */
  cell?: (row: Row) => ReactNode;
  /** What it is sorted by, when that is not the text: a reading in kana, the order of a state. */
  order?: (row: Row) => CellValue;
  /** Found by, and taken along in the file, but drawn in no column of its own: another cell or the row's page says it. */
  fileOnly?: boolean;
  /** Figures stand to the right, so that digits stand below one another. */
  numeric?: boolean;
}

export interface Sorting {
  key: string;
  direction: 'ascending' | 'descending';
}

/** Whether a cell says a day, which is what it is ordered by: it is broken before its era, and not in the middle of a year. */
export function saysDay<Row>({ order, cell }: Column<Row>, row: Row): boolean {
  const by = cell ? null : order?.(row);
  return typeof by === 'string' && /^\d{4}-\d{2}-\d{2}/.test(by);
}

export function drawCell<Row>(column: Column<Row>, row: Row): ReactNode {
  if (column.cell) return column.cell(row);
  const value = column.value(row);
  return typeof value === 'number' ? value.toLocaleString('ja-JP') : value;
}
