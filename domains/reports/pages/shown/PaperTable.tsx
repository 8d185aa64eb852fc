import type { Cell, Column, Table } from '#platform/typesetting/paper.ts';
import { ScrollRegion } from '#ui/ScrollRegion.tsx';
import { Prose } from './Lines.tsx';
import { withKeys } from './with-keys.ts';

type Align = Column['align'];

/** A table with cells that span rows, in the order of the paper: it is read, not sorted. */
export function PaperTable({ table }: { table: Table }) {
  const { caption, columns, rows, closing, dense, notes } = table;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <div className="grid gap-3 print:block">
      <ScrollRegion label={caption}>
        <table className={`w-full min-w-176 border-collapse print:min-w-0 ${dense ? small : ''}`}>
          <caption className="pb-2 text-left text-std-18B-160">
            <span className="sticky left-0 inline-block max-w-[calc(100vw-3rem)]">{caption}</span>
          </caption>
          <colgroup>
            {withKeys(columns).map(({ key, item }) => (
              <col key={key} width={`${Math.round((item.share / whole) * 1000) / 10}%`} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {withKeys(columns).map(({ key, item }) => (
                <th key={key} scope="col" className={`${headLook} ${room(dense)} ${sides[item.align]}`}>
                  {item.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Rows rows={rows} columns={columns} dense={dense} />
          </tbody>
          {closing.length > 0 && (
            <tfoot className="border-t-2 border-solid-gray-800 print:table-row-group">
              <Rows rows={closing} columns={columns} dense={dense} />
            </tfoot>
          )}
        </table>
      </ScrollRegion>
      {notes.length > 0 && (
        <ul className="list-disc pl-6 text-solid-gray-700">
          {withKeys(notes).map(({ key, item }) => (
            <li key={key}>{item}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

const headLook = 'border-b-2 border-solid-gray-536 bg-solid-gray-50 text-dns-16B-130';
/** On paper 46 districts stand on one page. */
const small = 'tabular-nums print:text-[7.5pt]/[1.3] print:break-before-page print:[&_*]:text-[7.5pt]/[1.3]';
const sides: Record<Align, string> = { start: 'text-left', end: 'text-right', center: 'text-center' };

function room(dense: boolean): string {
  return dense ? 'px-1 py-1 whitespace-nowrap print:px-[2pt] print:py-[1.2pt]' : 'px-3 py-3';
}

interface RowsProps {
  rows: readonly (readonly Cell[])[];
  columns: readonly Column[];
  dense: boolean;
}

function Rows({ rows, columns, dense }: RowsProps) {
  return withKeys(placed(rows, columns.length)).map(({ key, item: row }) => (
    <tr key={key} className="border-b border-solid-gray-300 print:break-inside-avoid">
      {row.map(({ column, cell }) => (
        <TableCell key={column} cell={cell} align={columns[column]?.align ?? 'start'} dense={dense} />
      ))}
    </tr>
  ));
}

function TableCell({ cell, align, dense }: { cell: Cell; align: Align; dense: boolean }) {
  const { lines, notes, rows, columns, head, strong } = cell;
  const content = (
    <>
      <Prose lines={lines} />
      {withKeys(notes).map(({ key, item }) => (
        <p key={key} className="text-solid-gray-700 font-400">
          {item}
        </p>
      ))}
    </>
  );
  const look = `${room(dense)} ${sides[align]} align-top ${strong ? 'font-700' : 'font-400'} ${
    align === 'end' ? 'whitespace-nowrap tabular-nums' : ''
  }`;
  if (!head)
    return (
      <td rowSpan={rows} colSpan={columns} className={look}>
        {content}
      </td>
    );
  return (
    <th scope={rows > 1 ? 'rowgroup' : 'row'} rowSpan={rows} colSpan={columns} className={look}>
      {content}
    </th>
  );
}

/** Each cell with the column it begins in, which cells from rows above may push to the right. */
function placed(rows: RowsProps['rows'], width: number): { column: number; cell: Cell }[][] {
  const covered = Array.from({ length: width }, () => 0);
  return rows.map((row) => {
    let column = 0;
    const cells = row.map((cell) => {
      while ((covered[column] ?? 0) > 0) column++;
      const place = { column, cell };
      covered.fill(cell.rows, column, column + cell.columns);
      column += cell.columns;
      return place;
    });
    covered.forEach((left, index) => {
      covered[index] = Math.max(0, left - 1);
    });
    return cells;
  });
}
