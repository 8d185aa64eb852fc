import * as m from '#messages';
import { formatFiscalYear, formatMonth, monthsOfFiscalYear } from '#platform/calendar.ts';
import { formatNumber } from '#platform/figure.ts';
import { type Cell, type Column, cellOf, type Table } from '#platform/typesetting/paper.ts';
import type { ReportByDistrict, ReportFigure } from './model.ts';

type Row = ReportByDistrict['rows'][number];
type Months = readonly (number | null)[];

/** The districts of a year with their months; by area and with their sums alone where months would be small. */
export function districtTable(indicator: string, figure: ReportFigure, counted: ReportByDistrict): Table {
  const { fiscalYear, months, rows } = counted;
  const words = { indicator, year: formatFiscalYear(fiscalYear), unit: figure.unit };
  const detailed = rows.flatMap((row) => (row.months === null ? [] : [{ ...row, months: row.months }]));
  return months !== null && detailed.length === rows.length
    ? tableOfMonths(m.reports_districts_table(words), fiscalYear, months, detailed)
    : tableOfSums(m.reports_districts_sums(words), rows);
}

function tableOfMonths(
  caption: string,
  fiscalYear: number,
  months: Months,
  rows: readonly (Row & { months: Months })[],
): Table {
  const labels = monthsOfFiscalYear(fiscalYear).map(formatMonth);
  const cellsOf = (counts: Months, total: number) => [
    ...counts.map((count) => cellOf(writeCount(count))),
    cellOf(formatNumber(total, 0), { strong: true }),
  ];
  const closing = cellOf(m.reports_sum(), { columns: 2, head: true, strong: true });
  return {
    kind: 'table',
    caption,
    columns: [
      { head: m.reports_area(), share: 9, align: 'start' },
      { head: m.reports_district(), share: 10, align: 'start' },
      ...labels.map((head): Column => ({ head, share: 7, align: 'end' })),
      { head: m.reports_sum(), share: 9, align: 'end' },
    ],
    rows: rows.map((row, index) => [
      ...headOf(row, rows[index - 1], rows),
      ...cellsOf(row.months, row.total),
    ]),
    closing: [[closing, ...cellsOf(months, sumOf(rows))]],
    dense: true,
    notes: rows.some((row) => row.months.includes(null)) ? [m.reports_months_note()] : [],
  };
}

function tableOfSums(caption: string, rows: readonly Row[]): Table {
  const areas = Map.groupBy(rows, ({ area }) => area);
  const listOf = (districts: readonly Row[]) =>
    districts
      .flatMap(({ name, total }) =>
        name === null ? [] : [m.reports_district_count({ district: name, count: formatNumber(total, 0) })],
      )
      .join(m.reports_list_separator());
  return {
    kind: 'table',
    caption,
    columns: [
      { head: m.reports_area(), share: 16, align: 'start' },
      { head: m.reports_districts_listed(), share: 70, align: 'start' },
      { head: m.reports_sum(), share: 14, align: 'end' },
    ],
    rows: [...areas].map(([area, districts]) => [
      cellOf(area ?? m.reports_district_unknown(), { head: true }),
      cellOf(listOf(districts) || m.reports_none()),
      cellOf(formatNumber(sumOf(districts), 0), { strong: true }),
    ]),
    closing: [
      [
        cellOf(m.reports_sum(), { columns: 2, head: true, strong: true }),
        cellOf(formatNumber(sumOf(rows), 0), { strong: true }),
      ],
    ],
    dense: false,
    notes: [],
  };
}

/** Nothing handed in is not zero. */
export function writeCount(count: number | null): string {
  return count === null ? m.reports_none() : formatNumber(count, 0);
}

function sumOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { total }) => sum + total, 0);
}

/** The name of a row; the first of each area begins with the area's cell, which spans its districts. */
function headOf({ name, area }: Row, before: Row | undefined, rows: readonly Row[]): Cell[] {
  if (name === null) return [cellOf(m.reports_district_unknown(), { columns: 2, head: true })];
  const district = cellOf(name, { head: true });
  if (before?.area === area) return [district];
  const inArea = rows.filter((row) => row.name !== null && row.area === area);
  return [cellOf(area ?? '', { rows: inArea.length, head: true }), district];
}
