import type { FilledTable } from '#domains/returns/model.ts';
import * as m from '#messages';

const number = 'py-1.5 pl-3 text-right whitespace-nowrap tabular-nums';

/** The blocks of a record, one below the other in the same columns. Lines that came to nothing are not repeated: they are zero. */
export function RecordTables({ caption, tables }: { caption: string; tables: readonly FilledTable[] }) {
  const [first] = tables;
  if (!first) return <p>{m.activities_no_tables()}</p>;
  const { columns } = first;
  return (
    <div className="grid max-w-176 gap-3">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-solid-gray-420">
            <th scope="col" className="py-1.5 text-left">
              {m.activities_label_line()}
            </th>
            {columns.map(({ code, wording }) => (
              <th key={code} scope="col" className={`${number} min-w-14`}>
                {wording}
              </th>
            ))}
          </tr>
        </thead>
        {tables.map((table) => (
          <tbody key={table.code} className="border-b border-solid-gray-420">
            <tr className="bg-solid-gray-50">
              <th scope="rowgroup" className="py-1.5 text-left text-std-16B-170">
                {m.returns_head({ wording: table.wording, unit: table.columns[0]?.unit ?? '' })}
              </th>
              {columns.map(({ code }, c) => (
                <td key={code} className={`${number} text-std-16B-170`}>
                  {(table.sum[c] ?? 0).toLocaleString('ja-JP')}
                </td>
              ))}
            </tr>
            {table.rows
              .filter(({ cells }) => cells.some((n) => n !== 0))
              .map(({ key, wording, cells }) => (
                <tr key={key}>
                  <th scope="row" className="py-1.5 pl-4 text-left font-400">
                    {wording}
                  </th>
                  {columns.map(({ code }, c) => (
                    <td key={code} className={number}>
                      {(cells[c] ?? 0).toLocaleString('ja-JP')}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
      <p>{m.activities_zeros_say()}</p>
      <details>
        <summary className="min-h-11 cursor-pointer py-2">{m.returns_how()}</summary>
        <ul className="list-disc pl-6">
          {columns.map((column) => (
            <li key={column.code}>{m.returns_note(column)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
