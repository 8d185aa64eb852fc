import * as m from '#messages';
import { formatFiscalYear, formatMonth, monthsOfFiscalYear } from '#platform/calendar.ts';
import { formatNumber } from '#platform/figure.ts';
import { type Cell, type Column, cellOf, type Table } from '#platform/typesetting/paper.ts';
import type { ReportByDistrict, ReportFigure } from './model.ts';

type Row = ReportByDistrict['rows'][number];

/** The districts of a year with their months, or with their sums where months would be small. */
export function districtTable(figure: ReportFigure, { fiscalYear, months, rows }: ReportByDistrict): Table {
  const detailed = months !== null && rows.every((row) => row.months !== null);
  const cellsOf = (counts: readonly (number | null)[] | null, total: number) => [
    ...(detailed ? (counts ?? []).map((count) => cellOf(writeCount(count))) : []),
    cellOf(formatNumber(total, 0), { strong: true }),
  ];
  const all = rows.reduce((sum, { total }) => sum + total, 0);
  const words = { year: formatFiscalYear(fiscalYear), unit: figure.unit };
  const missing = detailed && rows.some((row) => row.months?.includes(null));
  const labels = detailed ? monthsOfFiscalYear(fiscalYear).map(formatMonth) : [];
  return {
    kind: 'table',
    caption: detailed ? m.reports_districts_table(words) : m.reports_districts_sums(words),
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
    closing: [[cellOf(m.reports_sum(), { columns: 2, head: true, strong: true }), ...cellsOf(months, all)]],
    dense: true,
    notes: missing ? [m.reports_months_note()] : [],
  };
}

/** Nothing handed in is not zero. */
export function writeCount(count: number | null): string {
  return count === null ? m.reports_none() : formatNumber(count, 0);
}

/** The name of a row; the first of each area begins with the area's cell, which spans its districts. */
function headOf({ name, area }: Row, before: Row | undefined, rows: readonly Row[]): Cell[] {
  if (name === null) return [cellOf(m.reports_district_unknown(), { columns: 2, head: true })];
  const district = cellOf(name, { head: true });
  if (before?.area === area) return [district];
  const inArea = rows.filter((row) => row.name !== null && row.area === area);
  return [cellOf(area ?? '', { rows: inArea.length, head: true }), district];
}
