import * as m from '#messages';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { sayConditions, type TownLists } from '../../conditions.ts';
import { type CountedTable, rowMarkWords } from '../../model.ts';
import { sayCounted } from '../../wording.ts';

interface DefinedTablesProps {
  tables: readonly CountedTable[];
  lists: TownLists;
}

/** The tables of a return as they are defined: what their rows are, and what each column counts. */
export function DefinedTables({ tables, lists }: DefinedTablesProps) {
  return tables.map((table) => (
    <div key={table.code} className="mb-8 grid gap-3">
      <h3 className="text-std-18B-160">{table.wording}</h3>
      <p>
        {m.returns_definition_rows({
          rows: table.rows === null ? m.returns_rows_none() : rowMarkWords[table.rows](),
        })}
      </p>
      <DataTable
        caption={m.returns_definition_columns_of({ table: table.wording })}
        rows={table.columns}
        rowKey={({ code }) => code}
        empty={{ says: m.returns_empty() }}
        columns={[
          { key: 'wording', heading: m.returns_label_column(), value: ({ wording }) => wording },
          { key: 'unit', heading: m.returns_label_unit(), value: ({ unit }) => unit },
          { key: 'counted', heading: m.returns_label_counted(), value: (column) => sayCounted(column) },
          {
            key: 'where',
            heading: m.returns_label_where(),
            value: (column) => sayConditions(column, lists) ?? m.returns_where_all(),
          },
        ]}
      />
    </div>
  ));
}
