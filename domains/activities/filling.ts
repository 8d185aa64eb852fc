import type { FilledTable } from '#domains/returns/model.ts';
import * as m from '#messages';
import { type ActivityRule, blocksFor, type Duty, daysCode, sayLine } from './model.ts';

/** What a month's record is made of: recorded visits by day of the month, and what was written on the sheet. */
export interface Month {
  readonly visits: readonly { readonly day: number; readonly n: number }[];
  readonly added: Readonly<Record<string, number>>;
  readonly days: readonly number[];
}

/** The place of the total in a record's tables. */
export const totalColumn = 2;

/** The record in its blocks: what came from the records, what was written, and both together. */
export function fillRecord(rule: ActivityRule, duty: Duty, { visits, added, days }: Month): FilledTable[] {
  const visited = visits.reduce((sum, { n }) => sum + n, 0);
  const tables = blocksFor(rule, duty).map(({ code, wording, unit, lines }): FilledTable => {
    const rows = lines.map((line) => {
      const recorded = line.code === rule.visits.line ? visited : 0;
      const written = added[line.code] ?? 0;
      return { key: line.code, wording: sayLine(line), cells: [recorded, written, recorded + written] };
    });
    return withSum({ code, wording, columns: recordColumns(unit), rows });
  });
  const onVisits = new Set(visits.map(({ day }) => day));
  const besides = new Set(days.filter((day) => !onVisits.has(day)));
  const sum = [onVisits.size, besides.size, onVisits.size + besides.size];
  const daysTable = { code: daysCode, wording: m.activities_block_days(), rows: [] };
  return [
    ...tables,
    { ...daysTable, columns: recordColumns(m.activities_unit_days()), sum, unnamed: [0, 0, 0] },
  ];
}

function recordColumns(unit: string) {
  return [
    {
      code: 'recorded',
      wording: m.activities_column_recorded(),
      unit,
      counted: m.activities_counted_recorded(),
    },
    { code: 'added', wording: m.activities_column_added(), unit, counted: m.activities_counted_added() },
    { code: 'total', wording: m.activities_column_total(), unit, counted: m.activities_counted_total() },
  ];
}

function withSum(table: Omit<FilledTable, 'sum' | 'unnamed'>): FilledTable {
  const sum = table.columns.map((_, c) => table.rows.reduce((all, { cells }) => all + (cells[c] ?? 0), 0));
  return { ...table, sum, unnamed: table.columns.map(() => 0) };
}

/** What a line came to; of the days, the line `days`. Nothing where there is no such line. */
export function totalOfLine(tables: readonly FilledTable[], line: string): number | undefined {
  const cells =
    line === daysCode
      ? tables.find(({ code }) => code === daysCode)?.sum
      : tables.flatMap(({ rows }) => rows).find(({ key }) => key === line)?.cells;
  return cells?.[totalColumn] ?? undefined;
}

/** Why a record cannot be handed in as it stands, as a sentence; null when it can. */
export function objectTo(rule: ActivityRule, tables: readonly FilledTable[]): string | null {
  const found = (code: string) => tables.find((table) => table.code === code);
  for (const [one, other] of rule.equal) {
    const [a, b] = [found(one), found(other)];
    if (!a || !b) continue;
    const [sumA, sumB] = [a.sum[totalColumn] ?? 0, b.sum[totalColumn] ?? 0];
    if (sumA !== sumB)
      return m.activities_refused_unequal({ one: a.wording, n: sumA, other: b.wording, of: sumB });
  }
  const anything = tables.some(({ code, sum }) => code !== daysCode && (sum[totalColumn] ?? 0) > 0);
  if (anything && totalOfLine(tables, daysCode) === 0) return m.activities_refused_no_days();
  return null;
}

/** Whether two fillings say the same figures, however they are worded. */
export function sameDigits(one: readonly FilledTable[], other: readonly FilledTable[]): boolean {
  const digits = (tables: readonly FilledTable[]) =>
    JSON.stringify(
      tables.map(({ code, rows, sum }) => [code, rows.map(({ key, cells }) => [key, cells]), sum]),
    );
  return digits(one) === digits(other);
}

/** A cell that was put right after the lock; both values stay. */
export interface Corrected {
  readonly line: string;
  readonly was: number;
  readonly now: number;
}

/** The same tables with what was put right, oldest first, in their totals. */
export function withCorrections(tables: readonly FilledTable[], cells: readonly Corrected[]): FilledTable[] {
  const difference = (line: string) =>
    cells.filter((one) => one.line === line).reduce((sum, { was, now }) => sum + now - was, 0);
  const change = (counts: readonly (number | null)[], by: number) =>
    counts.map((n, c) => (c === totalColumn ? (n ?? 0) + by : n));
  return tables.map((table) => {
    const rows = table.rows.map((row) => ({ ...row, cells: change(row.cells, difference(row.key)) }));
    const by = (table.code === daysCode ? [daysCode] : rows.map(({ key }) => key)).reduce(
      (sum, line) => sum + difference(line),
      0,
    );
    return { ...table, rows, sum: change(table.sum, by) };
  });
}

interface Part {
  readonly tables: readonly FilledTable[];
  readonly corrections: readonly Corrected[];
}

/**
 * Several records, or several districts, together: as they were sent, and as they are after what was put right. Lines that only some
 * are asked for add what there is.
 *
 * @param column the place of what is summed in the parts' tables: the total of a record, or the one column of a district
 */
export function addUp(parts: readonly Part[], column: number): FilledTable[] {
  const corrections = parts.flatMap((part) => part.corrections);
  // Who is asked for every block says in which order they stand.
  const fullest = [...parts].sort((a, b) => b.tables.length - a.tables.length);
  const codes = [...new Set(fullest.flatMap(({ tables }) => tables.map(({ code }) => code)))];
  const place = (code: string) => (code === daysCode ? 1 : 0);
  return codes
    .sort((a, b) => place(a) - place(b))
    .map((code): FilledTable => {
      const same = parts.flatMap(({ tables }) => tables.filter((table) => table.code === code));
      const rows = new Map<string, { wording: string; n: number }>();
      for (const { key, wording, cells } of same.flatMap((table) => table.rows))
        rows.set(key, { wording, n: (rows.get(key)?.n ?? 0) + (cells[column] ?? 0) });
      const now = (line: string, n: number) =>
        corrections.filter((one) => one.line === line).reduce((sum, one) => sum + one.now - one.was, n);
      const [head] = same;
      const unit = head?.columns[0]?.unit ?? '';
      const filled = [...rows].map(([key, { wording, n }]) => ({ key, wording, cells: [n, now(key, n)] }));
      const all = same.reduce((sum, table) => sum + (table.sum[column] ?? 0), 0);
      const sum =
        code === daysCode
          ? [all, now(daysCode, all)]
          : [all, filled.reduce((total, { cells }) => total + (cells[1] ?? 0), 0)];
      const both: FilledTable = {
        code,
        wording: head?.wording ?? code,
        columns: [
          { code: 'sent', wording: m.activities_column_total(), unit, counted: m.activities_counted_sum() },
          { code: 'now', wording: m.activities_column_now(), unit, counted: m.activities_counted_now() },
        ],
        rows: filled,
        sum,
        unnamed: [0, 0],
      };
      return corrections.length > 0 ? both : firstColumnOf(both);
    });
}

/** Without the column of what was put right. */
function firstColumnOf(table: FilledTable): FilledTable {
  return {
    ...table,
    columns: table.columns.slice(0, 1),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 1) })),
    sum: table.sum.slice(0, 1),
    unnamed: [0],
  };
}
