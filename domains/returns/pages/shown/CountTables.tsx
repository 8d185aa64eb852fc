import * as m from '#messages';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import type { FilledTable } from '../../model.ts';

/** The tables of a return; what nobody records yet is said to be so. */
export function CountTables({ tables }: { tables: readonly FilledTable[] }) {
  return tables.map((table) => (
    <div key={table.code} className="mb-8 grid gap-3">
      <h3 className="text-std-18B-160">{table.wording}</h3>
      <DataTable
        caption={table.wording}
        rows={[...table.rows, { key: 'sum', wording: m.returns_sum(), cells: table.sum }]}
        rowKey={({ key }) => key}
        empty={{ says: m.returns_empty() }}
        columns={[
          { key: 'row', heading: m.returns_csv_row(), value: ({ wording }) => wording },
          ...table.columns.map((column, i) => ({
            key: column.code,
            heading: m.returns_head(column),
            numeric: true,
            value: ({ cells }: { cells: (number | null)[] }) => sayCount(cells[i] ?? null),
          })),
        ]}
      />
      <details>
        <summary className="min-h-11 cursor-pointer py-2">{m.returns_how()}</summary>
        <ul className="list-disc pl-6">
          {table.columns.map((column, i) => (
            <li key={column.code}>
              {m.returns_note(column)}
              {(table.unnamed[i] ?? 0) > 0 && m.returns_unnamed({ n: table.unnamed[i] ?? 0 })}
            </li>
          ))}
        </ul>
      </details>
    </div>
  ));
}

function sayCount(count: number | null): string {
  return count === null ? m.returns_not_recorded() : count.toLocaleString('ja-JP');
}
