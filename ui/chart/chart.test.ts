import { describe, expect, it } from 'vitest';
import { drawDistrictMonths } from './districts.ts';
import { drawMonthBars } from './months.ts';
import { describeSeries, drawSeries, type SeriesChart } from './series.ts';
import { ink } from './svg.ts';

const point = (fiscalYear: number, value: number, more = {}) => ({
  fiscalYear,
  value,
  breaksBefore: false,
  provisional: false,
  ...more,
});

const chart: SeriesChart = {
  id: 'a',
  title: '<見守り> & "訪問"',
  firstFiscalYear: 2020,
  lastFiscalYear: 2025,
  points: [point(2020, 50), point(2021, 55), point(2023, 61.25, { breaksBefore: true }), point(2024, 60)],
  baseline: null,
  target: { value: 70, fiscalYear: 2025 },
  decimals: 1,
  unit: '%',
};

const pathsOf = (svg: string) => [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, d = '']) => d);

describe('a series', () => {
  it('is not drawn through a change of method', () => {
    expect(pathsOf(drawSeries(chart))).toHaveLength(2);
    expect(drawSeries(chart)).toContain('調べ方が変わった');
  });

  it('that has one point is a point and no line', () => {
    const svg = drawSeries({ ...chart, points: [point(2024, 248933)], unit: '件', decimals: 0 });
    expect(pathsOf(svg)).toEqual([]);
    expect(svg).toContain('>248,933件<');
  });

  it('draws a value that may still move hollow, and says so', () => {
    const open = { ...chart, points: [point(2025, 60, { provisional: true })] };
    expect(drawSeries(open)).toMatch(/<circle [^>]*fill="#ffffff" stroke="#0017c1"/);
    expect(describeSeries(open)).toContain('令和7年度 60.0%（未確定）');
  });

  it('that nobody measured yet still shows its target', () => {
    const svg = drawSeries({ ...chart, points: [] });
    expect(svg).toContain('目標 70.0%');
    expect(svg).not.toContain('NaN');
  });

  it('says every point, in order, to those who do not see it', () => {
    const shuffled = { ...chart, points: chart.points.toReversed() };
    expect(describeSeries(shuffled)).toMatch(
      /令和2年度 50\.0%.*令和3年度 55\.0%.*令和5年度 61\.3%.*令和6年度 60\.0%/,
    );
  });
});

describe('every picture', () => {
  const months = Array.from({ length: 12 }, (_, index) => ({
    label: `${index + 1}月`,
    count: index === 3 ? null : index,
  }));
  const rows = [
    { name: '合川', months: months.map(({ count }) => count) },
    { name: '御井', months: months.map(() => 0) },
  ];
  const pictures = {
    series: drawSeries(chart),
    months: drawMonthBars({ id: 'b', title: '月', months, unit: '件' }),
    districts: drawDistrictMonths({ id: 'c', title: '校区', rows, unit: '件' }),
    empty: drawMonthBars({
      id: 'd',
      title: '月',
      months: months.map((month) => ({ ...month, count: null })),
      unit: '件',
    }),
  };

  it.each(Object.entries(pictures))('%s needs no style and names itself', (_, svg) => {
    expect(svg).not.toMatch(/<style|style=|class=|<script|href|NaN|Infinity/);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="(\w+)-title" aria-describedby="\1-desc"/);
    expect(svg).toMatch(/<title id="\w+-title">[^<]+<\/title><desc id="\w+-desc">[^<]+<\/desc>/);
  });

  it('writes text as text', () => {
    expect(pictures.series).toContain('&lt;見守り&gt; &amp; &quot;訪問&quot;');
  });

  it('tells a month without a sheet from a month with nothing', () => {
    expect(pictures.months).toContain('>－<');
    expect(pictures.districts.match(/<circle/g)).toHaveLength(1);
    expect(pictures.districts.match(/<rect/g)).toHaveLength(23);
  });

  it('has colours that stand out against white: 3:1 for what is drawn, 4.5:1 for what is written', () => {
    for (const [use, colour] of Object.entries(ink)) {
      expect(contrastWithWhite(colour), use).toBeGreaterThan(use === 'axis' ? 3 : 4.5);
    }
  });
});

/** The contrast ratio of WCAG 2.2. */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
