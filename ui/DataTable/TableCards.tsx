import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import * as m from '#messages';
import { Button } from '../Button.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { drawCell } from './columns.ts';
import type { ArrangedTable } from './TableGrid.tsx';

/** Cards that stand there at once: what comes after a long list can still be reached. */
const atOnce = 20;

/** The same rows on a narrow screen: a card each, every value under its heading, so many at a time. */
export function TableCards<Row>(props: ArrangedTable<Row> & { toArrange: boolean }) {
  const { caption, columns, rows, rowKey, sorting, onSort, toArrange } = props;
  const [first, ...others] = columns;
  const [most, setMost] = useState(atOnce);
  const list = useRef<HTMLUListElement>(null);
  // The button may go with the press: whoever reads by ear or keyboard goes on with the first card that came.
  const showMore = () => {
    flushSync(() => setMost(most + atOnce));
    (list.current?.children[most] as HTMLElement | undefined)?.focus();
  };
  if (!first) return null;
  return (
    <div className="grid gap-4">
      {toArrange && (
        <SelectField
          name="sort"
          label={m.ui_table_sort()}
          width="full"
          emptyLabel={m.ui_table_sort_none()}
          choices={columns.map(({ key, heading }) => ({ value: key, label: heading }))}
          initial={sorting?.key}
          onChange={onSort}
        />
      )}
      <ul ref={list} aria-label={caption} className="grid gap-3">
        {rows.slice(0, most).map((row) => (
          <li key={rowKey(row)} tabIndex={-1} className="rounded-8 border border-solid-gray-300 p-4">
            <p className="text-std-18B-160 [&_a]:inline-block [&_a]:py-2">{drawCell(first, row)}</p>
            <dl className="mt-2 grid grid-cols-[fit-content(45%)_minmax(0,1fr)] gap-x-4 gap-y-1">
              {others.map((column) => {
                const drawn = drawCell(column, row);
                if (drawn === null || drawn === '') return null;
                return (
                  <div key={column.key} className="contents">
                    <dt className="text-solid-gray-700">{column.heading}</dt>
                    <dd>{drawn}</dd>
                  </div>
                );
              })}
            </dl>
          </li>
        ))}
      </ul>
      {rows.length > most && (
        <Button onPress={showMore}>
          {m.ui_table_more({ n: Math.min(atOnce, rows.length - most), left: rows.length - most })}
        </Button>
      )}
    </div>
  );
}
