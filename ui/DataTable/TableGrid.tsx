import * as m from '#messages';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { type Column, drawCell, type Sorting, saysDay } from './columns.ts';

export interface ArrangedTable<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sorting: Sorting | null;
  onSort: (key: string) => void;
}

/** So many rows stand in the page as they are: who reads them does not look for a second bar to scroll. */
const rowsInSight = 20;

/** The table as a table: its head sticks, a press on a heading sorts. */
export function TableGrid<Row>({ caption, columns, rows, rowKey, sorting, onSort }: ArrangedTable<Row>) {
  return (
    <ScrollRegion label={caption} tall={rows.length > rowsInSight}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell
                key={column.key}
                column={column}
                sorted={sorting?.key === column.key ? sorting.direction : undefined}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-solid-gray-300 hover:bg-solid-gray-50">
              {columns.map((column, index) => {
                const Cell = index === 0 ? 'th' : 'td';
                return (
                  <Cell
                    key={column.key}
                    scope={index === 0 ? 'row' : undefined}
                    className={`${cellLook} ${index === 0 || saysDay(column, row) ? 'break-keep' : ''} ${column.numeric ? 'text-right tabular-nums' : 'text-left'}`}
                  >
                    {drawCell(column, row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

// A link in a cell is as tall as the cell, so that a finger finds it.
const cellLook = 'px-3 py-3 align-top font-400 [&_a]:-my-2.5 [&_a]:inline-block [&_a]:py-2.5';

interface HeadCellProps<Row> {
  column: Column<Row>;
  sorted: Sorting['direction'] | undefined;
  onSort: (key: string) => void;
}

const arrows = { ascending: '▲', descending: '▼', none: '' };

function HeadCell<Row>({ column, sorted, onSort }: HeadCellProps<Row>) {
  return (
    <th
      scope="col"
      aria-sort={sorted}
      className={`sticky top-0 z-10 border-b-2 print:static border-solid-gray-536 bg-solid-gray-50 ${column.numeric ? 'text-right' : 'text-left'}`}
    >
      <button
        type="button"
        title={m.ui_table_sort_by({ heading: column.heading })}
        className="inline-flex min-h-11 cursor-pointer items-center gap-1 px-3 py-2 text-left text-dns-16B-130 break-keep hover:underline -outline-offset-4! print:hidden"
        onClick={() => onSort(column.key)}
      >
        {column.heading}
        <span aria-hidden="true" className="w-4 text-dns-14N-120">
          {arrows[sorted ?? 'none']}
        </span>
      </button>
      {/* A browser repeats the head on every sheet of paper, but leaves its buttons empty. */}
      <span className="hidden px-3 print:inline">{column.heading}</span>
    </th>
  );
}
