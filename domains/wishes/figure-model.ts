import { maskSmall } from '#domains/plan/model.ts';
import * as m from '#messages';

/** 叶え合いの数 of a year, in the order in which they are read. */
export const wishFigures = [
  'came_true',
  'gave',
  'received',
  'both',
  'new_ties',
  'new_ties_of_bodies',
  'new_ties_with_places',
] as const;
export type WishFigure = (typeof wishFigures)[number];

export const wishFigureWords: Record<WishFigure, { label: () => string; count: (n: number) => string }> = {
  came_true: { label: m.wishes_figure_came_true, count: (n) => m.wishes_n({ n }) },
  gave: { label: m.wishes_figure_gave, count: (n) => m.wishes_n_people({ n }) },
  received: { label: m.wishes_figure_received, count: (n) => m.wishes_n_people({ n }) },
  both: { label: m.wishes_figure_both, count: (n) => m.wishes_n_people({ n }) },
  new_ties: { label: m.wishes_figure_new_ties, count: (n) => m.wishes_n_ties({ n }) },
  new_ties_of_bodies: { label: m.wishes_figure_new_ties_of_bodies, count: (n) => m.wishes_n_ties({ n }) },
  new_ties_with_places: { label: m.wishes_figure_new_ties_with_places, count: (n) => m.wishes_n_ties({ n }) },
};

/** 数え方 of new relations, by version; a change is a new version, and the old ones stay readable. */
const tiesDefinitions: readonly (() => string)[] = [m.wishes_ties_definition_1];
export const tiesVersion = tiesDefinitions.length;

/** How new relations were counted by that version. */
export function wordTies(version: number): string {
  return tiesDefinitions[version - 1]?.() ?? '';
}

/** Of which other figures one is a part: what is left of those must not be small either. */
const wholes: Partial<Record<WishFigure, readonly WishFigure[]>> = {
  both: ['gave', 'received'],
  new_ties_of_bodies: ['new_ties'],
};

/**
 * The figures as they may lie before a committee: null where one is small enough to point at somebody, or where
 * what is left of a figure that it is a part of would be.
 *
 * @param smallest the smallest count that the town shows
 */
export function leaveOutSmallFigures(figures: Readonly<Record<WishFigure, number>>, smallest: number) {
  const isSmall = (count: number) => maskSmall(count, smallest).masked;
  return wishFigures.map((figure) => {
    const value = figures[figure];
    const left = (wholes[figure] ?? []).map((whole) => figures[whole] - value);
    return { figure, value: [value, ...left].some(isSmall) ? null : value };
  });
}
