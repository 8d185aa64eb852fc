import type { Column } from './columns.ts';

/** Hands the rows as they are shown to the browser as a CSV file: UTF-8 with a byte order mark, as Excel reads it. */
export async function saveCsv<Row>(name: string, rows: readonly Row[], columns: readonly Column<Row>[]) {
  const { encodeCsv } = await import('#platform/csv.ts');
  const head = columns.map((column) => column.heading);
  const body = rows.map((row) => columns.map((column) => column.value(row)));
  const file = new Blob([encodeCsv([head, ...body], 'utf-8')], { type: 'text/csv' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
