import * as m from '#messages';

const box =
  'min-h-12 rounded-8 border bg-white px-4 py-2 text-std-16N-170 text-solid-gray-800 hover:border-black';

/** How a text box, a list or a date looks, and whether something is wrong with it. */
export function boxLook(error: string | undefined): string {
  return `${box} ${error ? 'border-error-1' : 'border-solid-gray-600'}`;
}

export type FieldWidth = 'short' | 'medium' | 'full';

export const widths: Record<FieldWidth, string> = {
  short: 'w-full max-w-40',
  medium: 'w-full max-w-96',
  full: 'w-full',
};

/** Why a chosen file is not taken, by its name: larger than `maxBytes`, or with nothing in it. Nothing where it is. */
export function sayRefusedFile({ name, size }: File, maxBytes: number): string | undefined {
  if (size > maxBytes) return m.ui_file_too_large({ name, megabytes: Math.floor(maxBytes / 1_000_000) });
  return size === 0 ? m.ui_file_empty({ name }) : undefined;
}
