import * as m from '#messages';
import { SelectField } from '../fields/SelectField.tsx';
import { drawCell } from './columns.ts';
import type { ArrangedTable } from './TableGrid.tsx';

/** The same rows on a narrow screen: a card each, every value under its heading. */
export function TableCards<Row>({ caption, columns, rows, rowKey, sorting, onSort }: ArrangedTable<Row>) {
  const [first, ...others] = columns;
  if (!first) return null;
  return (
    <div className="grid gap-4">
      <SelectField
        name="sort"
        label={m.ui_table_sort()}
        width="full"
        emptyLabel={m.ui_table_sort_none()}
        choices={columns.map(({ key, heading }) => ({ value: key, label: heading }))}
        initial={sorting?.key}
        onChange={onSort}
      />
      <ul aria-label={caption} className="grid gap-3">
        {rows.map((row) => (
          <li key={rowKey(row)} className="rounded-8 border border-solid-gray-300 p-4">
            <p className="text-std-18B-160 [&_a]:inline-block [&_a]:py-2">{drawCell(first, row)}</p>
            <dl className="mt-2 grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-1">
              {others.map((column) => (
                <div key={column.key} className="contents">
                  <dt className="text-solid-gray-700">{column.heading}</dt>
                  <dd>{drawCell(column, row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </div>
  );
}
