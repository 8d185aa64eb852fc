import * as m from '#messages';
import { formatDay, formatFiscalYear } from '#platform/calendar.ts';
import { formatNumber } from '#platform/figure.ts';
import { type Block, cellOf, type Section, type Table } from '#platform/typesetting/paper.ts';
import { describeSeries, drawSeries, type SeriesChart } from '#ui/chart/series.ts';
import { stateWord, writeFigure, writeValue } from './figures.ts';
import type { EvaluationReport, ReportFigure } from './model.ts';

type Point = ReportFigure['series'][number];

/** For each figure a picture, and the table it is drawn from; null while the plan has no figures. */
export function seriesSection(report: EvaluationReport): Section | null {
  const blocks = report.figures.flatMap((figure): Block[] => {
    const chart = seriesOf(report, figure);
    return [
      {
        kind: 'figure',
        svg: drawSeries(chart),
        alternative: describeSeries(chart),
        caption: chart.title,
      },
      ...(figure.series.length > 0 ? [seriesTable(report, chart.title, figure)] : []),
    ];
  });
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

function seriesTable({ printedOn }: EvaluationReport, wording: string, figure: ReportFigure): Table {
  const rows = figure.series.map((point) => [
    cellOf(formatFiscalYear(point.fiscalYear), {
      head: true,
      notes: point.breaksBefore ? [m.reports_series_break()] : [],
    }),
    cellOf(writeValue(figure, point.value), { strong: true }),
    cellOf(point.target === null ? m.reports_not_set() : writeValue(figure, point.target)),
    cellOf(stateOf(point)),
    cellOf(point.from ?? m.reports_none()),
    cellOf(point.additions === null ? m.reports_none() : formatNumber(point.additions, 0)),
  ]);
  const counted = figure.series.some(({ additions }) => additions !== null);
  const named = figure.series.some(({ from }) => from !== null);
  const shown = [true, true, true, true, named, counted];
  const columns: Table['columns'] = [
    { head: m.reports_csv_era(), share: 18, align: 'start' },
    { head: m.reports_actual(), share: 16, align: 'end' },
    { head: m.reports_target(), share: 16, align: 'end' },
    { head: m.reports_csv_state(), share: 30, align: 'start' },
    { head: m.reports_series_from(), share: 24, align: 'start' },
    { head: m.reports_csv_additions(), share: 16, align: 'end' },
  ];
  return {
    kind: 'table',
    caption: m.reports_series_table({ indicator: wording }),
    columns: columns.filter((_, index) => shown[index]),
    rows: rows.map((row) => row.filter((_, index) => shown[index])),
    closing: [],
    dense: false,
    notes: figure.series.some(({ period }) => period.state === 'open')
      ? [m.reports_note_open({ date: formatDay(printedOn) })]
      : [],
  };
}

function stateOf({ kind, period: { state, since } }: Point): string {
  const words = { kind: kindWord(kind), state: stateWord(state) };
  return since === null
    ? m.reports_kind_and_state(words)
    : m.reports_kind_and_state_since({ ...words, since: formatDay(since) });
}

/** 調査 or 実績. */
export function kindWord(kind: Point['kind']): string {
  return kind === 'survey' ? m.reports_csv_kind_survey() : m.reports_csv_kind_result();
}
