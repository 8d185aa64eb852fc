import { scaleBand, scaleLinear } from 'd3-scale';
import * as m from '#messages';
import { formatFigure, formatNumber } from '#platform/figure.ts';
import { drawElement, drawLabel, drawPicture, gridColour, ink } from './svg.ts';

/** Counts of one year by month; null where nothing was handed in. `id` has to be unique on the page. */
export interface MonthChart {
  id: string;
  title: string;
  months: readonly { label: string; count: number | null }[];
  unit: string;
}

const size = { width: 680, height: 216 };
const plot = { left: 64, right: 672, top: 22, bottom: 184 };

/** One bar a month with its count above it. The axis begins at zero. */
export function drawMonthBars(chart: MonthChart): string {
  const highest = Math.max(0, ...chart.months.map(({ count }) => count ?? 0));
  const x = scaleBand<number>()
    .domain(chart.months.map((_, index) => index))
    .range([plot.left, plot.right])
    .padding(0.28);
  const y = scaleLinear()
    .domain([0, highest || 1])
    .nice(4)
    .range([plot.bottom, plot.top]);
  const ticks = y.ticks(4).map((tick) => {
    const rule = {
      x1: plot.left,
      x2: plot.right,
      y1: y(tick),
      y2: y(tick),
      stroke: gridColour,
      'stroke-width': 1,
    };
    const place = { 'text-anchor': 'end', fill: ink.quiet };
    return drawElement('line', rule) + drawLabel(formatNumber(tick, 0), plot.left - 8, y(tick) + 4, place);
  });
  const bars = chart.months.map(({ label, count }, index) => {
    const left = x(index) ?? 0;
    const middle = left + x.bandwidth() / 2;
    const level = y(count ?? 0);
    const bar = { x: left, y: level, width: x.bandwidth(), height: plot.bottom - level, fill: ink.figure };
    const place = { 'text-anchor': 'middle', 'font-size': 11 };
    return (
      (count ? drawElement('rect', bar) : '') +
      drawLabel(count === null ? m.ui_chart_no_count() : formatNumber(count, 0), middle, level - 5, place) +
      drawLabel(label, middle, plot.bottom + 18, { 'text-anchor': 'middle', fill: ink.quiet })
    );
  });
  const floor = { x1: plot.left, x2: plot.right, y1: plot.bottom, y2: plot.bottom, stroke: ink.axis };
  const picture = { ...size, id: chart.id, title: chart.title, description: describeMonths(chart) };
  return drawPicture(picture, ...ticks, ...bars, drawElement('line', floor));
}

/** What the bars show, in words: every month. */
export function describeMonths({ months, unit }: MonthChart): string {
  return months
    .map(({ label, count }) =>
      m.ui_chart_sentence({
        sentence: `${label} ${count === null ? m.ui_chart_no_count_said() : formatFigure(count, 0, unit)}`,
      }),
    )
    .join('');
}
