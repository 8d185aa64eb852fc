import { maskSmall } from '#domains/plan/model.ts';

type Months = readonly (number | null)[];

interface CountedRow {
  readonly name: string | null;
  readonly area: string | null;
  /** April first; null where nothing was handed in and nothing counted. */
  readonly months: Months;
}

/**
 * A year's count by district and month as far as it may leave the house: no cell that is small enough to point at
 * somebody. Where one is, all months of all districts are left out and their sums stay; a sum that is small takes its
 * whole list with it. Whole lists go, never single cells, so that nothing can be reckoned back from what is left.
 *
 * @param smallest the smallest count that the town shows
 */
export function leaveOutSmall(rows: readonly CountedRow[], smallest: number) {
  const totals = rows.map(({ months }) => sumOfMonths(months));
  const months = sumMonths(rows);
  const cellsMayLeave = !rows.some((row) => hasSmall(row.months, smallest));
  return {
    months: hasSmall(months, smallest) ? null : months,
    rows: hasSmall(totals, smallest)
      ? []
      : rows.map(({ name, area, months: own }, index) => ({
          name,
          area,
          months: cellsMayLeave ? [...own] : null,
          total: totals[index] ?? 0,
        })),
  };
}

/** The sum of what was handed in; months without anything add nothing. */
export function sumOfMonths(months: Months): number {
  return months.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** The sum of each month over all rows; null where no row has a count. */
function sumMonths(rows: readonly { months: Months }[]): (number | null)[] {
  return Array.from({ length: 12 }, (_, month) =>
    rows.reduce<number | null>((sum, { months }) => {
      const count = months[month] ?? null;
      return count === null ? sum : (sum ?? 0) + count;
    }, null),
  );
}

function hasSmall(counts: Months, smallest: number): boolean {
  return counts.some((count) => count !== null && maskSmall(count, smallest).masked);
}
