import * as m from '#messages';
import { formatDay, formatFiscalYear, formatMonth, monthsOfFiscalYear } from '#platform/calendar.ts';
import { formatNumber } from '#platform/figure.ts';
import { type Block, type Cell, cellOf, type Section, type Table } from '#platform/typesetting/paper.ts';
import { describeDistricts, drawDistrictMonths } from '#ui/chart/districts.ts';
import { describeMonths, drawMonthBars, type MonthChart } from '#ui/chart/months.ts';
import { describeSeries, drawSeries, type SeriesChart } from '#ui/chart/series.ts';
import { sumMonths, type WrittenFigure, writeFigure } from './figures.ts';
import { type EvaluationReport, type ReportFigure, sumOfMonths } from './model.ts';

type Column = Table['columns'][number];
type DistrictMonths = NonNullable<ReportFigure['districtMonths']>;

/** The table of achievement, with the notes that its own rows call for and no others. */
export function achievementSection(report: EvaluationReport): Section {
  const written = report.figures.map((figure) => ({ figure, words: writeFigure(report, figure) }));
  const rows = written.map(({ figure, words }) => {
    const siblings = report.figures.filter(({ group }) => group === figure.group);
    const group = cellOf(words.group, { rows: siblings.length, head: true });
    return [...(siblings[0] === figure ? [group] : []), ...achievementCells(words, figure)];
  });
  const columns: Column[] = [
    { head: m.reports_measure_group(), share: 20, align: 'start' },
    { head: m.reports_indicator(), share: 25, align: 'start' },
    { head: m.reports_baseline(), share: 10, align: 'end' },
    { head: m.reports_target(), share: 13, align: 'end' },
    { head: m.reports_actual_year(), share: 18, align: 'end' },
    { head: m.reports_rate(), share: 10, align: 'end' },
    { head: m.reports_achieved_head(), share: 10, align: 'center' },
  ];
  const open = report.figures.some(({ actual }) => actual?.period.state === 'open');
  const notes = [
    ...(report.figures.some(({ baseline }) => baseline === null) ? [m.reports_note_baseline()] : []),
    m.reports_note_rate(),
    ...(written.some(({ words }) => words.margin !== null) ? [m.reports_note_margin()] : []),
    ...(open ? [m.reports_note_open({ date: formatDay(report.printedOn) })] : []),
    ...(report.figures.some(({ additions }) => additions.length > 0) ? [m.reports_note_additions()] : []),
  ];
  const caption = m.reports_achievement_caption();
  const table: Table = { kind: 'table', caption, columns, rows, closing: [], dense: false, notes };
  return { title: m.reports_achievement_title(), newPage: true, blocks: [table] };
}

/** One picture for each figure that has a value or a target. */
export function seriesSection(report: EvaluationReport): Section {
  const blocks = report.figures.map((figure): Block => {
    const chart = seriesOf(report, figure);
    return {
      kind: 'figure',
      svg: drawSeries(chart),
      alternative: describeSeries(chart),
      caption: chart.title,
    };
  });
  return { title: m.reports_series_title(), newPage: true, blocks };
}

/** Month by month and district by district, as pictures and as the table they are drawn from. */
export function districtsSection(report: EvaluationReport): Section | null {
  const blocks = report.figures.flatMap((figure) =>
    figure.districtMonths ? districtBlocks(report, figure, figure.districtMonths) : [],
  );
  return blocks.length > 0 ? { title: m.reports_districts_title(), newPage: true, blocks } : null;
}

function achievementCells(words: WrittenFigure, figure: ReportFigure): Cell[] {
  const additions = figure.additions.reduce((sum, { amount }) => sum + amount, 0);
  const underActual = [words.yearAndState, words.margin].filter((note) => note !== null);
  if (figure.additions.length > 0)
    underActual.push(m.reports_additions_count({ n: formatNumber(additions, 0) }));
  return [
    cellOf(words.wording),
    cellOf(words.baseline, { notes: words.baselineYear ? [words.baselineYear] : [] }),
    cellOf(words.target, { notes: words.targetYear ? [words.targetYear] : [] }),
    cellOf(words.actual, { strong: true, notes: underActual }),
    cellOf(words.rate),
    cellOf(words.achieved, { strong: figure.actual !== null }),
  ];
}

function seriesOf(report: EvaluationReport, figure: ReportFigure): SeriesChart {
  return {
    id: `series-${figure.code}`,
    title: writeFigure(report, figure).wording,
    firstFiscalYear: report.plan.firstFiscalYear,
    lastFiscalYear: report.plan.lastFiscalYear,
    points: figure.series.map(({ fiscalYear, value, breaksBefore, period }) => ({
      fiscalYear,
      value,
      breaksBefore,
      provisional: period.state === 'open',
    })),
    baseline: figure.baseline,
    target: figure.target,
    decimals: figure.decimals,
    unit: figure.unit,
  };
}

function districtBlocks(
  report: EvaluationReport,
  figure: ReportFigure,
  { fiscalYear, rows }: DistrictMonths,
): Block[] {
  const { wording } = writeFigure(report, figure);
  const heading = m.reports_districts_year({ indicator: wording, year: formatFiscalYear(fiscalYear) });
  const labels = monthsOfFiscalYear(fiscalYear).map(formatMonth);
  const sums = sumMonths(rows);
  const bars: MonthChart = {
    id: `months-${figure.code}`,
    title: m.reports_months_caption({ n: rows.length }),
    months: labels.map((label, month) => ({ label, count: sums[month] ?? null })),
    unit: figure.unit,
  };
  const panels = {
    id: `districts-${figure.code}`,
    title: m.reports_districts_caption(),
    rows,
    unit: figure.unit,
  };
  return [
    { kind: 'heading', text: heading },
    { kind: 'figure', svg: drawMonthBars(bars), alternative: describeMonths(bars), caption: bars.title },
    {
      kind: 'figure',
      svg: drawDistrictMonths(panels),
      alternative: describeDistricts(panels),
      caption: panels.title,
    },
    districtTable(figure, fiscalYear, rows, labels),
  ];
}

function districtTable(
  figure: ReportFigure,
  fiscalYear: number,
  rows: DistrictMonths['rows'],
  labels: string[],
): Table {
  const write = (count: number | null) => (count === null ? m.reports_none() : formatNumber(count, 0));
  const cellsOf = (months: readonly (number | null)[]) => [
    ...months.map((count) => cellOf(write(count))),
    cellOf(formatNumber(sumOfMonths(months), 0), { strong: true }),
  ];
  const inArea = (area: string) => rows.filter((row) => row.area === area);
  const body = rows.map((row, index) => [
    ...(rows[index - 1]?.area === row.area
      ? []
      : [cellOf(row.area, { rows: inArea(row.area).length, head: true })]),
    cellOf(row.name, { head: true }),
    ...cellsOf(row.months),
  ]);
  const all = sumMonths(rows);
  const missing = rows.some(({ months }) => months.includes(null));
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
    notes: missing ? [m.reports_months_note()] : [],
  };
}
