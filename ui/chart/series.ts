import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import * as m from '#messages';
import { formatFiscalYear, formatFiscalYearShort } from '#platform/calendar.ts';
import { formatFigure, formatNumber } from '#platform/figure.ts';
import { drawElement, drawLabel, drawPicture, gridColour, ink } from './svg.ts';

export interface SeriesPoint {
  fiscalYear: number;
  value: number;
  /** The way of measuring changed before this point: the line is broken here. */
  breaksBefore: boolean;
  /** Not fixed yet: drawn hollow. */
  provisional: boolean;
}

/** An indicator over fiscal years, from `firstFiscalYear` to `lastFiscalYear` whether measured or not. */
export interface SeriesChart {
  id: string;
  title: string;
  firstFiscalYear: number;
  lastFiscalYear: number;
  points: readonly SeriesPoint[];
  baseline: { value: number; fiscalYear: number } | null;
  target: { value: number; fiscalYear: number } | null;
  decimals: number;
  unit: string;
}

const size = { width: 680, height: 216 };
const plot = { left: 64, right: 572, top: 18, bottom: 160 };

/** The series as an SVG: a line where consecutive points were measured alike, otherwise points. */
export function drawSeries(chart: SeriesChart): string {
  const x = scaleLinear()
    .domain(yearsOf(chart))
    .range([plot.left + 30, plot.right - 30]);
  const y = scaleLinear()
    .domain([0, highestOf(chart) * 1.12 || 1])
    .nice(4)
    .range([plot.bottom, plot.top]);
  const drawLine = line<SeriesPoint>(
    (point) => x(point.fiscalYear),
    (point) => y(point.value),
  );
  const lines = stretchesOf(sorted(chart.points))
    .filter((stretch) => stretch.length > 1)
    .map((stretch) =>
      drawElement('path', {
        d: drawLine(stretch) ?? '',
        fill: 'none',
        stroke: ink.figure,
        'stroke-width': 2,
      }),
    );
  return drawPicture(
    { ...size, id: chart.id, title: chart.title, description: describeSeries(chart) },
    ...y.ticks(4).map((tick) => drawTick(formatNumber(tick, Number.isInteger(tick) ? 0 : 1), y(tick))),
    ...everyYear(chart).map((year) => drawYear(year, x(year))),
    ...drawTarget(chart, y),
    ...drawBreaks(sorted(chart.points), x),
    ...lines,
    ...drawBaseline(chart, x, y),
    ...sorted(chart.points).map((point) => drawPoint(chart, point, x(point.fiscalYear), y)),
    drawLegend(chart),
  );
}

/** What the picture shows, in words: every point, then baseline and target. */
export function describeSeries({ points, baseline, target, decimals, unit }: SeriesChart): string {
  const written = (one: { value: number; fiscalYear: number }) => ({
    year: formatFiscalYear(one.fiscalYear),
    figure: formatFigure(one.value, decimals, unit),
  });
  const sentences = sorted(points).flatMap((point) => [
    ...(point.breaksBefore ? [m.ui_chart_break()] : []),
    point.provisional ? m.ui_chart_said_provisional(written(point)) : m.ui_chart_said(written(point)),
  ]);
  if (sentences.length === 0) sentences.push(m.ui_chart_nothing());
  if (baseline) sentences.push(m.ui_chart_said_baseline(written(baseline)));
  if (target) sentences.push(m.ui_chart_said_target(written(target)));
  return sentences.map((sentence) => m.ui_chart_sentence({ sentence })).join('');
}

type Scale = (value: number) => number;

function drawTick(label: string, y: number): string {
  return (
    drawElement('line', {
      x1: plot.left,
      x2: plot.right,
      y1: y,
      y2: y,
      stroke: gridColour,
      'stroke-width': 1,
    }) + drawLabel(label, plot.left - 8, y + 4, { 'text-anchor': 'end', fill: ink.quiet })
  );
}

function drawYear(year: number, x: number): string {
  return (
    drawElement('line', { x1: x, x2: x, y1: plot.bottom, y2: plot.bottom + 5, stroke: ink.axis }) +
    drawLabel(formatFiscalYearShort(year), x, plot.bottom + 20, { 'text-anchor': 'middle', fill: ink.quiet })
  );
}

function drawTarget({ target, decimals, unit }: SeriesChart, y: Scale): string[] {
  if (!target) return [];
  const level = y(target.value);
  const label = m.ui_chart_target({ figure: formatFigure(target.value, decimals, unit) });
  return [
    drawElement('line', {
      x1: plot.left,
      x2: plot.right,
      y1: level,
      y2: level,
      stroke: ink.target,
      'stroke-width': 2,
      'stroke-dasharray': '7 4',
    }),
    drawLabel(label, plot.right + 6, level + 4, { fill: ink.target }),
  ];
}

function drawBaseline({ baseline, decimals, unit }: SeriesChart, x: Scale, y: Scale): string[] {
  if (!baseline) return [];
  const [left, level] = [x(baseline.fiscalYear), y(baseline.value)];
  const corners = `${left},${level - 7} ${left + 7},${level + 5} ${left - 7},${level + 5}`;
  const label = formatFigure(baseline.value, decimals, unit);
  return [
    drawElement('polygon', { points: corners, fill: '#ffffff', stroke: ink.axis, 'stroke-width': 2 }),
    drawLabel(label, left, level + 21, { 'text-anchor': 'middle', fill: ink.quiet }),
  ];
}

function drawPoint({ target, decimals, unit }: SeriesChart, point: SeriesPoint, x: number, y: Scale): string {
  const level = y(point.value);
  const targetIsJustAbove = target !== null && level - y(target.value) >= 0 && level - y(target.value) < 34;
  return (
    drawElement('circle', {
      cx: x,
      cy: level,
      r: 5,
      fill: point.provisional ? '#ffffff' : ink.figure,
      stroke: ink.figure,
      'stroke-width': 2,
    }) +
    drawLabel(formatFigure(point.value, decimals, unit), x, targetIsJustAbove ? level + 20 : level - 11, {
      'text-anchor': 'middle',
      'font-weight': 700,
    })
  );
}

function drawBreaks(points: readonly SeriesPoint[], x: Scale): string[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    if (!point.breaksBefore || !before) return [];
    const middle = (x(before.fiscalYear) + x(point.fiscalYear)) / 2;
    const line = {
      x1: middle,
      x2: middle,
      y1: plot.top,
      y2: plot.bottom,
      stroke: ink.axis,
      'stroke-dasharray': '2 3',
    };
    return [
      drawElement('line', line),
      drawLabel(m.ui_chart_break(), middle, plot.top - 6, { 'text-anchor': 'middle', fill: ink.quiet }),
    ];
  });
}

function drawLegend({ points, baseline, target }: SeriesChart): string {
  const level = size.height - 16;
  const dot = (fill: string) => (left: number) =>
    drawElement('circle', { cx: left + 8, cy: level, r: 5, fill, stroke: ink.figure, 'stroke-width': 2 });
  const entries: { mark: (left: number) => string; label: string; shown: boolean }[] = [
    { mark: dot(ink.figure), label: m.ui_chart_actual(), shown: points.some((point) => !point.provisional) },
    {
      mark: dot('#ffffff'),
      label: m.ui_chart_provisional(),
      shown: points.some((point) => point.provisional),
    },
    {
      mark: (left) =>
        drawElement('polygon', {
          points: `${left + 8},${level - 7} ${left + 15},${level + 5} ${left + 1},${level + 5}`,
          fill: '#ffffff',
          stroke: ink.axis,
          'stroke-width': 2,
        }),
      label: m.ui_chart_baseline(),
      shown: baseline !== null,
    },
    {
      mark: (left) =>
        drawElement('line', {
          x1: left,
          x2: left + 18,
          y1: level,
          y2: level,
          stroke: ink.target,
          'stroke-width': 2,
          'stroke-dasharray': '7 4',
        }),
      label: m.ui_chart_target_line(),
      shown: target !== null,
    },
  ];
  let left = plot.left;
  return entries
    .filter(({ shown }) => shown)
    .map(({ mark, label }) => {
      const entry = mark(left) + drawLabel(label, left + 24, level + 4, { fill: ink.quiet });
      left += 48 + label.length * 12;
      return entry;
    })
    .join('');
}

/** Runs of points that were measured in one way. */
function stretchesOf(points: readonly SeriesPoint[]): SeriesPoint[][] {
  const stretches: SeriesPoint[][] = [];
  for (const point of points) {
    const current = stretches.at(-1);
    if (current && !point.breaksBefore) current.push(point);
    else stretches.push([point]);
  }
  return stretches;
}

function sorted(points: readonly SeriesPoint[]): SeriesPoint[] {
  return points.toSorted((a, b) => a.fiscalYear - b.fiscalYear);
}

function highestOf({ points, baseline, target }: SeriesChart): number {
  return Math.max(0, baseline?.value ?? 0, target?.value ?? 0, ...points.map(({ value }) => value));
}

function yearsOf({ firstFiscalYear, lastFiscalYear, points, baseline }: SeriesChart): [number, number] {
  const years = [firstFiscalYear, lastFiscalYear, ...points.map(({ fiscalYear }) => fiscalYear)];
  if (baseline) years.push(baseline.fiscalYear);
  return [Math.min(...years), Math.max(...years)];
}

function everyYear(chart: SeriesChart): number[] {
  const [first, last] = yearsOf(chart);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
