import * as m from '#messages';
import { formatFiscalYear, formatMonth, monthsOfFiscalYear } from '#platform/calendar.ts';
import { formatNumber } from '#platform/figure.ts';
import { type Block, lineOf, type Section } from '#platform/typesetting/paper.ts';
import { describeDistricts, drawDistrictMonths } from '#ui/chart/districts.ts';
import { describeMonths, drawMonthBars, type MonthChart } from '#ui/chart/months.ts';
import { districtTable, writeCount } from './district-table.ts';
import { writeFigure } from './figures.ts';
import type { EvaluationReport, ReportByDistrict, ReportFigure } from './model.ts';

/**
 * Month by month and district by district, as pictures and as the table they are drawn from. What is left out is said
 * in its place: for a reader whose post may not see districts, and where cells would be small.
 */
export function districtsSection(report: EvaluationReport): Section | null {
  const blocks = report.figures.flatMap((figure) =>
    figure.byDistrict ? districtBlocks(report, figure, figure.byDistrict) : [],
  );
  if (report.figures.some(({ totalsOnly }) => totalsOnly))
    blocks.push({ kind: 'text', lines: [lineOf(m.reports_districts_withheld())], quiet: false });
  return blocks.length > 0 ? { title: m.reports_districts_title(), newPage: true, blocks } : null;
}

function districtBlocks(report: EvaluationReport, figure: ReportFigure, counted: ReportByDistrict): Block[] {
  const { fiscalYear, rows, months } = counted;
  const { wording } = writeFigure(report, figure);
  const small = months === null || rows.length === 0 || rows.some((row) => row.months === null);
  const note = m.reports_small_left_out({ n: figure.smallestShown });
  return [
    {
      kind: 'heading',
      text: m.reports_districts_year({ indicator: wording, year: formatFiscalYear(fiscalYear) }),
    },
    ...(months ? [monthBars(wording, figure, counted, months)] : []),
    ...districtPanels(wording, figure, counted),
    ...(small ? [{ kind: 'text' as const, lines: [lineOf(note)], quiet: true }] : []),
    ...(rows.length > 0 ? [districtTable(wording, figure, counted)] : []),
  ];
}

function monthBars(
  indicator: string,
  { code, unit }: ReportFigure,
  { fiscalYear, rows }: ReportByDistrict,
  months: readonly (number | null)[],
): Block {
  const places = rows.filter(({ name }) => name !== null);
  const bars: MonthChart = {
    id: `months-${code}`,
    title:
      places.length > 0
        ? m.reports_months_caption({ indicator, n: places.length })
        : m.reports_months_only({ indicator }),
    months: labelsOf(fiscalYear).map((label, month) => ({ label, count: months[month] ?? null })),
    unit,
  };
  return {
    kind: 'figure',
    svg: drawMonthBars(bars),
    alternative: describeMonths(bars),
    caption: bars.title,
    columns: [m.reports_csv_month(), m.reports_addition_amount()],
    rows: bars.months.map(({ label, count }) => [label, writeCount(count)]),
  };
}

/** The months of each district, where they may leave the house and have a name. */
function districtPanels(
  indicator: string,
  { code, unit }: ReportFigure,
  { fiscalYear, rows }: ReportByDistrict,
): Block[] {
  const places = rows.flatMap(({ name, months, total }) =>
    name === null || months === null ? [] : [{ name, months, total }],
  );
  if (places.length === 0) return [];
  const panels = {
    id: `districts-${code}`,
    title: m.reports_districts_caption({ indicator }),
    rows: places,
    unit,
  };
  return [
    {
      kind: 'figure',
      svg: drawDistrictMonths(panels),
      alternative: describeDistricts(panels),
      caption: panels.title,
      columns: [m.reports_district(), ...labelsOf(fiscalYear), m.reports_sum()],
      rows: places.map(({ name, months, total }) => [
        name,
        ...months.map(writeCount),
        formatNumber(total, 0),
      ]),
    },
  ];
}

function labelsOf(fiscalYear: number): string[] {
  return monthsOfFiscalYear(fiscalYear).map(formatMonth);
}
