import * as m from '#messages';
import { formatDay, formatFiscalYear, formatFiscalYearShort } from '#platform/calendar.ts';
import { formatNumber } from '#platform/figure.ts';
import { type Block, type Cell, cellOf, type Section, type Table } from '#platform/typesetting/paper.ts';
import { describeSeries, drawSeries, type SeriesChart } from '#ui/chart/series.ts';
import { stateWord, writeFigure, writeValue } from './figures.ts';
import type { EvaluationReport, ReportFigure } from './model.ts';

type Point = ReportFigure['series'][number];

/** All values in one table, then a picture for each figure; null while the plan has no figures. */
export function seriesSection(report: EvaluationReport): Section | null {
  const pictures = report.figures.map((figure): Block => {
    const chart = seriesOf(report, figure);
    return {
      kind: 'figure',
      svg: drawSeries(chart),
      alternative: describeSeries(chart),
      caption: chart.title,
      columns: [m.reports_csv_era(), m.reports_actual(), m.reports_target()],
      rows: figuresOf(figure),
    };
  });
  const measured = report.figures.some(({ series }) => series.length > 0);
  const blocks = measured ? [seriesTable(report), ...pictures] : pictures;
  return blocks.length > 0 ? { title: m.reports_series_title(), newPage: true, blocks } : null;
}

function seriesOf(report: EvaluationReport, figure: ReportFigure): SeriesChart {
  const { baseline } = figure;
  return {
    id: `series-${figure.code}`,
    title: writeFigure(report, figure).wording,
    firstFiscalYear: report.plan.firstFiscalYear,
    lastFiscalYear: report.plan.lastFiscalYear,
    points: figure.series.flatMap(({ fiscalYear, value, breaksBefore, period }) =>
      value === null ? [] : [{ fiscalYear, value, breaksBefore, provisional: period.state === 'open' }],
    ),
    baseline:
      baseline && baseline.fiscalYear !== null ? { ...baseline, fiscalYear: baseline.fiscalYear } : null,
    target: figure.target,
    decimals: figure.decimals,
    unit: figure.unit,
  };
}

/** What the picture shows: the years that were measured, and the year that has a target only. */
function figuresOf(figure: ReportFigure): string[][] {
  const { series, target } = figure;
  const rows = series.map((point) => [
    formatFiscalYear(point.fiscalYear),
    writeValue(figure, point.value),
    point.target === null ? m.reports_not_set() : writeValue(figure, point.target),
  ]);
  if (target && !series.some(({ fiscalYear }) => fiscalYear === target.fiscalYear))
    rows.push([
      formatFiscalYear(target.fiscalYear),
      m.reports_not_measured(),
      writeValue(figure, target.value),
    ]);
  return rows;
}

function seriesTable(report: EvaluationReport): Table {
  const rows = report.figures.flatMap((figure) =>
    figure.series.map((point, index) => [
      ...(index === 0
        ? [cellOf(writeFigure(report, figure).wording, { rows: figure.series.length, head: true })]
        : []),
      ...pointCells(figure, point),
    ]),
  );
  const open = report.figures.some(({ series }) => series.some(({ period }) => period.state === 'open'));
  return {
    kind: 'table',
    caption: m.reports_series_table(),
    columns: [
      { head: m.reports_indicator(), share: 30, align: 'start' },
      { head: m.reports_csv_era(), share: 9, align: 'start' },
      { head: m.reports_actual(), share: 17, align: 'end' },
      { head: m.reports_target(), share: 17, align: 'end' },
      { head: m.reports_csv_state(), share: 20, align: 'start' },
      { head: m.reports_series_from(), share: 20, align: 'start' },
      { head: m.reports_csv_additions(), share: 13, align: 'end' },
    ],
    rows,
    closing: [],
    dense: false,
    notes: open ? [m.reports_note_open({ date: formatDay(report.printedOn) })] : [],
  };
}

function pointCells(figure: ReportFigure, point: Point): Cell[] {
  const { fiscalYear, value, target, kind, period, from, additions, breaksBefore } = point;
  return [
    cellOf(formatFiscalYearShort(fiscalYear), { notes: breaksBefore ? [m.reports_series_break()] : [] }),
    cellOf(writeValue(figure, value), { strong: true }),
    cellOf(target === null ? m.reports_not_set() : writeValue(figure, target)),
    cellOf(m.reports_kind_and_state({ kind: kindWord(kind), state: stateWord(period.state) })),
    cellOf(from ?? m.reports_none()),
    cellOf(additions === null ? m.reports_none() : formatNumber(additions, 0)),
  ];
}

/** 調査 or 実績. */
export function kindWord(kind: Point['kind']): string {
  return kind === 'survey' ? m.reports_csv_kind_survey() : m.reports_csv_kind_result();
}
