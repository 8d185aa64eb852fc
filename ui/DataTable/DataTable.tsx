import { type ReactNode, useMemo, useState } from 'react';
import * as m from '#messages';
import { Button } from '../Button.tsx';
import { EmptyState, type EmptyStateProps } from '../EmptyState.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useNarrow } from '../use-narrow.ts';
import { arrangeRows, turnSorting } from './arrange.ts';
import type { Column, Sorting } from './columns.ts';
import { saveCsv } from './save-csv.ts';
import { TableCards } from './TableCards.tsx';
import { TableGrid } from './TableGrid.tsx';

export interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What is said, and what can be done, when there is nothing to list. */
  empty: EmptyStateProps;
  sortedBy?: Sorting;
  /** The name of the CSV file. Without it nothing can be taken out: for posts that may not export. */
  fileName?: string;
  /** On a narrow screen a card for each row, or a table that scrolls where columns are to be compared. */
  narrow?: 'cards' | 'scroll';
  /** Beside the tools of the table. */
  beside?: ReactNode;
}

/** So many rows are seen at a glance: nothing to search them by. */
const few = 5;

/** Rows that can be filtered, sorted, printed and taken along; what is taken along is what is shown. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, empty, fileName, narrow = 'cards' } = props;
  const [words, setWords] = useState('');
  const [sorting, setSorting] = useState<Sorting | null>(props.sortedBy ?? null);
  const toArrange = rows.length > few;
  const sought = toArrange ? words : '';
  const shown = useMemo(() => arrangeRows(rows, columns, sought, sorting), [rows, columns, sought, sorting]);
  const asCards = useNarrow() && narrow === 'cards';
  if (rows.length === 0) return <EmptyState {...empty} />;
  const table = {
    caption,
    columns: columns.filter((column) => !column.fileOnly),
    rows: shown,
    rowKey,
    sorting,
    onSort: (key: string) => setSorting(key === '' ? null : turnSorting(sorting, key)),
  };
  return (
    <div className="grid gap-3 print:block [&+section]:mt-10">
      <div className="flex flex-wrap items-end justify-between gap-3 print:hidden">
        {toArrange && (
          <div className="min-w-64 flex-1">
            <TextField name="filter" type="search" label={m.ui_table_filter()} onChange={setWords} />
          </div>
        )}
        <div className="ml-auto flex flex-wrap gap-3">
          {props.beside}
          <Button onPress={() => window.print()}>{m.ui_table_print()}</Button>
          {fileName && <Button onPress={() => saveCsv(fileName, shown, columns)}>{m.ui_table_csv()}</Button>}
        </div>
      </div>
      <p role="status">
        {shown.length === rows.length
          ? m.ui_table_count({ all: rows.length })
          : m.ui_table_count_filtered({ shown: shown.length, all: rows.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState says={m.ui_table_nothing_left()} />
      ) : asCards ? (
        <TableCards {...table} toArrange={toArrange} />
      ) : (
        <TableGrid {...table} />
      )}
    </div>
  );
}
