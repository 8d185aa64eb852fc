import { useEffect, useId, useRef, useState } from 'react';
import * as m from '#messages';
import { Button } from './Button.tsx';
import { ScrollRegion } from './ScrollRegion.tsx';

export interface ChartProps {
  title: string;
  /** What the picture says in a sentence; spoken instead of it. */
  summary: string;
  /** A whole `<svg>` element, drawn by us. */
  svg: string;
  /** The figures behind the picture; the first column names the row. */
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  source?: string;
}

/** A picture of figures, which are one press away as a table. */
export function Chart({ title, summary, svg, columns, rows, source }: ChartProps) {
  const [asTable, setAsTable] = useState(false);
  const captionId = useId();
  return (
    <figure aria-labelledby={captionId} className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <figcaption id={captionId} className="text-std-18B-160">
          {title}
        </figcaption>
        <span className="print:hidden">
          <Button look="text" onPress={() => setAsTable(!asTable)}>
            {asTable ? m.ui_chart_as_picture() : m.ui_chart_as_table()}
          </Button>
        </span>
      </div>
      {asTable ? (
        <FigureTable title={title} columns={columns} rows={rows} />
      ) : (
        <Picture title={title} svg={svg} summary={summary} />
      )}
      {source && <p className="text-solid-gray-700">{source}</p>}
    </figure>
  );
}

/** Pixels below which a picture is scrolled rather than made smaller, so that its words can be read. */
const leastWidth = 576;

// Parsed as XML and moved in, never assigned as HTML: what is not well-formed shows nothing and runs nothing.
function Picture({ title, svg, summary }: Pick<ChartProps, 'title' | 'svg' | 'summary'>) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    // What is drawn narrower needs no room to scroll in.
    const own = Number(picture.getAttribute('width')) || leastWidth;
    picture.style.minWidth = `${Math.min(own, leastWidth)}px`;
    frame.current?.replaceChildren(picture);
  }, [svg]);
  return (
    <ScrollRegion label={title}>
      <div ref={frame} role="img" aria-label={summary} className="[&>svg]:h-auto [&>svg]:max-w-full" />
    </ScrollRegion>
  );
}

function FigureTable({ title, columns, rows }: Pick<ChartProps, 'title' | 'columns' | 'rows'>) {
  return (
    <ScrollRegion label={title}>
      <table className="border-collapse">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={headCell}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells]) => (
            <tr key={head}>
              <th scope="row" className={headCell}>
                {head}
              </th>
              {cells.map((cell, index) => (
                <td
                  key={columns[index + 1]}
                  className="border border-solid-gray-300 px-3 py-2 text-right tabular-nums"
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const headCell = 'border border-solid-gray-300 bg-solid-gray-50 px-3 py-2 text-left text-std-16B-170';
