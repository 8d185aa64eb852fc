import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { type Cell, isBlank, letterOf, type Table } from '#platform/sheets/table.ts';
import type { checkLedger } from './api.ts';
import {
  type AskedKind,
  askedKinds,
  type ColumnName,
  type LedgerColumns,
  type LedgerKind,
  mostListed,
} from './model.ts';

export type Check = OutputOf<typeof checkLedger>;
type Problem = Check['problems'][number];

/** Places that are named of what has to be confirmed. */
const mostPlaces = 5;

/** What is wrong with a file and what has to be confirmed, gathered while its rows are read. */
export class Findings {
  readonly #table: Table;
  readonly #columns: ReadonlyMap<ColumnName, number>;
  readonly #problems: (Problem & { readonly at: number })[] = [];
  /** Cells of which the reader of the table has said what is wrong; nothing more is said of those. */
  readonly #broken = new Set<string>();
  readonly #asks = new Map<AskedKind, { n: number; places: string[] }>();
  readonly kind: LedgerKind;
  count = 0;

  constructor(kind: LedgerKind, table: Table, { items, ...columns }: LedgerColumns) {
    this.kind = kind;
    this.#table = table;
    const entries = [
      ...Object.entries(columns),
      ...Object.entries(items).map(([id, heading]) => [`items.${id}`, heading] as const),
    ] as [ColumnName, string | null][];
    this.#columns = new Map(
      entries.flatMap(([field, heading]) => {
        const index = heading === null ? -1 : table.headings.indexOf(heading);
        return index < 0 ? [] : [[field, index] as const];
      }),
    );
    for (const { row, column, says } of table.problems) {
      this.#add(row, column, says);
      if (row !== null && column !== null) this.#broken.add(`${row} ${column}`);
    }
  }

  /** What stands in a row for a field; null where nothing does, or no column stands for it. */
  cell(row: Table['rows'][number], field: ColumnName): Cell {
    const index = this.#columns.get(field);
    const cell = index === undefined ? null : (row.cells[index] ?? null);
    return isBlank(cell) ? null : cell;
  }

  /** Whether a column stands for it. */
  has(field: ColumnName): boolean {
    return this.#columns.has(field);
  }

  name(row: number, field: ColumnName | null, says: string): void {
    const column = field === null ? null : (this.#columns.get(field) ?? null);
    if (this.#broken.size > 0 && this.#broken.has(`${row} ${column}`)) return;
    this.#add(row, column, says);
  }

  ask(kind: AskedKind, row: number, field: ColumnName): void {
    const asked = this.#asks.get(kind) ?? { n: 0, places: [] };
    asked.n += 1;
    if (asked.places.length < mostPlaces) asked.places.push(this.#place(row, field));
    this.#asks.set(kind, asked);
  }

  /** The problems in the order of the rows, as far as they are listed. */
  get problems(): Problem[] {
    return this.#problems
      .sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || a.at - b.at)
      .map(({ at: _, ...problem }) => problem);
  }

  get asks(): Check['asks'] {
    return askedKinds.flatMap((kind) => {
      const asked = this.#asks.get(kind);
      return asked ? [{ kind, ...asked }] : [];
    });
  }

  #add(row: number | null, column: number | null, says: string): void {
    this.count += 1;
    if (this.#problems.length >= mostListed) return;
    const heading = column === null ? null : (this.#table.headings[column] ?? null);
    const letter = column === null ? null : letterOf(column);
    this.#problems.push({
      row,
      column: letter,
      heading,
      found: this.#found(row, column),
      says,
      at: column ?? -1,
    });
  }

  #found(row: number | null, column: number | null): string | null {
    if (row === null || column === null) return null;
    // Rows are in order, and nearly always without gaps: the first guess is right.
    const first = this.#table.rows[0]?.n ?? 0;
    const guess = this.#table.rows[row - first];
    const found = guess?.n === row ? guess : this.#table.rows.find(({ n }) => n === row);
    return sayCell(found?.cells[column] ?? null);
  }

  #place(row: number, field: ColumnName): string {
    const column = this.#columns.get(field);
    return m.ledgers_place({ row, column: column === undefined ? '' : letterOf(column) });
  }
}

/** A cell as it is shown; null for an empty one. */
export function sayCell(cell: Cell): string | null {
  if (cell === null) return null;
  return typeof cell === 'object' ? cell.day : String(cell);
}
