import { maskSmall, smallestShown } from '#domains/plan/model.ts';
import * as m from '#messages';
import { formatFiscalYear, formatMonth, monthsOfFiscalYear } from '#platform/calendar.ts';
import { formatNumber } from '#platform/figure.ts';
import {
  type Block,
  type Column,
  cellOf,
  lineOf,
  type Section,
  type Table,
} from '#platform/typesetting/paper.ts';
import { describeDistricts, drawDistrictMonths } from '#ui/chart/districts.ts';
import { describeMonths, drawMonthBars, type MonthChart } from '#ui/chart/months.ts';
import { sumMonths, writeFigure } from './figures.ts';
import { type EvaluationReport, type ReportFigure, sumOfMonths } from './model.ts';

type DistrictMonths = NonNullable<ReportFigure['districtMonths']>;
type Row = DistrictMonths['rows'][number];

/**
 * Month by month and district by district, as pictures and as the table they are drawn from. A reader whose post
 * may not see districts is told so in their place; null where the plan counts nothing.
 */
export function districtsSection(report: EvaluationReport): Section | null {
  const blocks = report.figures.flatMap((figure) =>
    figure.districtMonths ? districtBlocks(report, figure, figure.districtMonths) : [],
  );
  if (report.figures.some(({ totalsOnly }) => totalsOnly))
    blocks.push({ kind: 'text', lines: [lineOf(m.reports_districts_withheld())], quiet: false });
  return blocks.length > 0 ? { title: m.reports_districts_title(), newPage: true, blocks } : null;
}

function districtBlocks(
  report: EvaluationReport,
  figure: ReportFigure,
  { fiscalYear, rows }: DistrictMonths,
): Block[] {
  const { wording } = writeFigure(report, figure);
  const heading = m.reports_districts_year({ indicator: wording, year: formatFiscalYear(fiscalYear) });
  const labels = monthsOfFiscalYear(fiscalYear).map(formatMonth);
  const places = rows.flatMap((row) => (row.name === null ? [] : [{ ...row, name: row.name }]));
  const sums = sumMonths(rows);
  const bars: MonthChart = {
    id: `months-${figure.code}`,
    title: places.length > 0 ? m.reports_months_caption({ n: places.length }) : m.reports_months_only(),
    months: labels.map((label, month) => ({ label, count: sums[month] ?? null })),
    unit: figure.unit,
  };
  const panels = {
    id: `districts-${figure.code}`,
    title: m.reports_districts_caption(),
    rows: places,
    unit: figure.unit,
  };
  const byMonth: Block = {
    kind: 'figure',
    svg: drawMonthBars(bars),
    alternative: describeMonths(bars),
    caption: bars.title,
    columns: [m.reports_csv_month(), m.reports_addition_amount()],
    rows: bars.months.map(({ label, count }) => [label, writeCount(count)]),
  };
  const byDistrict: Block = {
    kind: 'figure',
    svg: drawDistrictMonths(panels),
    alternative: describeDistricts(panels),
    caption: panels.title,
    columns: [m.reports_district(), ...labels, m.reports_sum()],
    rows: places.map(({ name, months }) => [
      name,
      ...months.map(writeCount),
      formatNumber(sumOfMonths(months), 0),
    ]),
  };
  return [
    { kind: 'heading', text: heading },
    byMonth,
    ...(places.length > 0 ? [byDistrict] : []),
    districtTable(figure, fiscalYear, rows, labels),
  ];
}

function districtTable(
  figure: ReportFigure,
  fiscalYear: number,
  rows: readonly Row[],
  labels: readonly string[],
): Table {
  const cellsOf = (months: readonly (number | null)[]) => [
    ...months.map((count) => cellOf(writeCount(count))),
    cellOf(formatNumber(sumOfMonths(months), 0), { strong: true }),
  ];
  const inArea = (area: string | null) => rows.filter((row) => row.area === area);
  const body = rows.map((row, index) =>
    row.name === null
      ? [cellOf(m.reports_district_unknown(), { columns: 2, head: true }), ...cellsOf(row.months)]
      : [
          ...(rows[index - 1]?.area === row.area
            ? []
            : [cellOf(row.area ?? '', { rows: inArea(row.area).length, head: true })]),
          cellOf(row.name, { head: true }),
          ...cellsOf(row.months),
        ],
  );
  const all = sumMonths(rows);
  const missing = rows.some(({ months }) => months.includes(null));
  const small = rows.some(({ months }) => months.some((count) => maskSmall(count ?? 0).masked));
  return {
    kind: 'table',
    caption: m.reports_districts_table({ year: formatFiscalYear(fiscalYear), unit: figure.unit }),
    columns: [
      { head: m.reports_area(), share: 9, align: 'start' },
      { head: m.reports_district(), share: 10, align: 'start' },
      ...labels.map((head): Column => ({ head, share: 7, align: 'end' })),
      { head: m.reports_sum(), share: 9, align: 'end' },
    ],
    rows: body,
    closing: [[cellOf(m.reports_sum(), { columns: 2, head: true, strong: true }), ...cellsOf(all)]],
    dense: true,
    notes: [
      ...(missing ? [m.reports_months_note()] : []),
      ...(small ? [m.reports_small_note({ n: smallestShown })] : []),
    ],
  };
}

/** Nothing handed in is not zero. */
function writeCount(count: number | null): string {
  return count === null ? m.reports_none() : formatNumber(count, 0);
}
