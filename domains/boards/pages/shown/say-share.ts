import * as m from '#messages';

/** A part of the people who live somewhere, in percent with one decimal; null where it is not known. */
export function sayShare(part: number | null, population: number): string | null {
  if (part === null || population === 0) return null;
  return m.boards_percent({ n: ((part / population) * 100).toFixed(1) });
}
