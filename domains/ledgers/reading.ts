import * as m from '#messages';
import type { Cell, Row } from '#platform/sheets/table.ts';
import { type Findings, sayCell } from './findings.ts';
import { type AskedKind, type Field, fieldWords, isNeeded } from './model.ts';
import type { ReadDay, Style } from './read-day.ts';
import { askedOf, isTotalMark } from './writing.ts';

export type Read<T> = { readonly value: T; readonly asks?: readonly AskedKind[] } | { readonly says: string };

/** Reads one field of row after row. The same text is read once. */
export type FieldReader<T> = (row: Row) => T | null;

/**
 * @param read says of a cell what it is, or a sentence; never called for an empty one
 * @param asking whether half- and full-width writing has to be confirmed
 */
export function openField<T>(
  findings: Findings,
  field: Field,
  read: (cell: string | number | { readonly day: string }) => Read<T>,
  asking = true,
): FieldReader<T> {
  const known = new Map<string | number, Read<T>>();
  const asked = new Map<string | number, readonly AskedKind[]>();
  const needed = isNeeded(findings.kind, field);
  return (row) => {
    const cell = findings.cell(row, field);
    if (cell === null) {
      if (needed) findings.name(row.n, field, m.ledgers_blank({ field: fieldWords[field]() }));
      return null;
    }
    const key = typeof cell === 'object' ? cell.day : cell;
    let found = known.get(key);
    if (found === undefined) {
      found = read(cell);
      known.set(key, found);
      const written = asking && typeof cell === 'string' ? askedOf(cell) : [];
      if ('value' in found) asked.set(key, [...written, ...(found.asks ?? [])]);
    }
    if ('says' in found) {
      findings.name(row.n, field, found.says);
      return null;
    }
    for (const kind of asked.get(key) ?? []) findings.ask(kind, row.n, field);
    return found.value;
  };
}

/** A text field, as it stands. */
export function textOf(cell: Exclude<Cell, null>): string {
  return (sayCell(cell) ?? '').trim();
}

/**
 * Reads a column of days or months: 和暦 alone and western years alone are read, both in one column are named in every
 * row of the kind that is rarer.
 */
export function openDays<T>(
  findings: Findings,
  field: Field,
  rows: readonly Row[],
  read: (cell: Cell) => ReadDay<T>,
): FieldReader<T> {
  const styles = new Map<string, Style>();
  const count = { era: 0, western: 0 };
  const known = new Map<string, ReadDay<T>>();
  for (const row of rows) {
    const cell = findings.cell(row, field);
    const key = keyOf(cell);
    const found = known.get(key) ?? (cell === null ? { says: '' } : read(cell));
    known.set(key, found);
    if ('says' in found) continue;
    styles.set(key, found.style);
    count[found.style] += 1;
  }
  const odd: Style | null =
    count.era === 0 || count.western === 0 ? null : count.era < count.western ? 'era' : 'western';
  const says = odd === 'era' ? m.ledgers_mixed_era() : m.ledgers_mixed_western();
  return openField(findings, field, (cell) => {
    const found = known.get(keyOf(cell)) ?? read(cell);
    if ('says' in found) return found;
    return found.style === odd ? { says } : { value: found.value };
  });
}

function keyOf(cell: Cell): string {
  return typeof cell === 'object' && cell !== null ? `day ${cell.day}` : String(cell);
}

/** Names rows that hold a sum; they are no records. */
export function isTotalRow(findings: Findings, row: Row): boolean {
  const total = row.cells.some((cell) => typeof cell === 'string' && isTotalMark(cell));
  if (total) findings.name(row.n, null, m.ledgers_total_row());
  return total;
}
