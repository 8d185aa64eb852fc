import { scaleLinear } from 'd3-scale';
import * as m from '#messages';
import { formatFigure, formatNumber } from '#platform/figure.ts';
import { drawElement, drawLabel, drawPicture, ink } from './svg.ts';

/** Counts of one year by district and month, in the order the districts are always listed in: never ranked. */
export interface DistrictChart {
  id: string;
  title: string;
  rows: readonly { name: string; months: readonly (number | null)[] }[];
  unit: string;
}

const columns = 3;
const panel = { width: 220, height: 40, gap: 10 };
const bar = { left: 84, width: 7, step: 9, floor: 32, tallest: 26 };

/**
 * A small picture for each district: its name, its sum and a bar for each month. All share one scale, so that
 * the height of a bar says the count without colour.
 */
export function drawDistrictMonths(chart: DistrictChart): string {
  const perColumn = Math.ceil(chart.rows.length / columns);
  const height = scaleLinear()
    .domain([0, highestOf(chart) || 1])
    .range([0, bar.tallest]);
  const panels = chart.rows.map(({ name, months }, index) => {
    const left = Math.floor(index / perColumn) * (panel.width + panel.gap);
    const top = (index % perColumn) * panel.height;
    const floor = { x1: bar.left - 2, x2: bar.left + bar.step * months.length, y1: bar.floor, y2: bar.floor };
    return drawElement(
      'g',
      { transform: `translate(${left} ${top})` },
      drawLabel(name, 0, 16, { 'font-weight': 700 }),
      drawLabel(formatNumber(sumOf(months), 0), 0, 31, { fill: ink.quiet, 'font-size': 11 }),
      drawElement('line', { ...floor, stroke: ink.axis, 'stroke-width': 1 }),
      ...months.map((count, month) =>
        drawBar(height(count ?? 0), bar.left + month * bar.step, count === null),
      ),
    );
  });
  const picture = {
    id: chart.id,
    title: chart.title,
    description: describeDistricts(chart),
    width: columns * panel.width + (columns - 1) * panel.gap,
    height: perColumn * panel.height,
  };
  return drawPicture(picture, ...panels);
}

/** What the picture shows, in words: the sum of each district and the scale; the months stand in the table. */
export function describeDistricts(chart: DistrictChart): string {
  const sums = chart.rows.map(({ name, months }) =>
    m.ui_chart_sentence({ sentence: `${name} ${formatFigure(sumOf(months), 0, chart.unit)}` }),
  );
  return (
    m.ui_chart_districts_scale({ figure: formatFigure(highestOf(chart), 0, chart.unit) }) + sums.join('')
  );
}

/** A month without a sheet is an open ring on the line: nothing handed in is not zero. */
function drawBar(height: number, left: number, missing: boolean): string {
  if (missing) {
    const ring = { cx: left + bar.width / 2, cy: bar.floor - 4, r: 2, fill: 'none', stroke: ink.axis };
    return drawElement('circle', ring);
  }
  return drawElement('rect', { x: left, y: bar.floor - height, width: bar.width, height, fill: ink.figure });
}

function sumOf(months: readonly (number | null)[]): number {
  return months.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

function highestOf({ rows }: DistrictChart): number {
  return Math.max(0, ...rows.flatMap(({ months }) => months.map((count) => count ?? 0)));
}
