const formats = new Map<number, Intl.NumberFormat>();

/**
 * The one way a figure is written, on the screen, in CSV, HTML and PDF: rounded once, half away from zero,
 * with exactly `decimals` decimals, thousands separated, the unit right behind (`248,933件`, `61.3%`).
 */
export function formatFigure(value: number, decimals: number, unit: string): string {
  return `${formatNumber(value, decimals)}${unit}`;
}

/** `formatFigure` without the unit, for a column whose head names it. */
export function formatNumber(value: number, decimals: number): string {
  let format = formats.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat('ja-JP', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(decimals, format);
  }
  return format.format(value);
}

/** The number that `formatFigure` writes, for whoever calculates on with it. */
export function roundFigure(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
