import * as m from '#messages';
import type { Cell } from '#platform/sheets/table.ts';
import { type Item, isChosen, type TypedAnswers } from './model.ts';

/** The item whose column a heading names: by its name, with or without its unit. Sections have no column. */
export function findItemOfHeading(items: readonly Item[], heading: string): Item | null {
  const named = items.filter(
    ({ kind, label, unit }) =>
      kind !== 'section' &&
      [label, ...(unit === null ? [] : [m.items_label_with_unit({ label, unit })])].some(
        (name) => fold(name) === fold(heading),
      ),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/**
 * What a cell of an imported table says to an item, as `checkAnswers` takes it, or the sentence it gets. Read is what a
 * file of this house says, and what people write for it: 3回 for a number, the words of a list, several apart by 、 or on
 * lines of their own; a day as 2026/2/1 or 2026年2月1日, whose era the caller reads. Nothing is guessed.
 */
export function readItemCell(
  asked: Item,
  cell: Cell,
): { typed: TypedAnswers[string] } | { sentence: string } {
  if (cell === null || cell === '') return { typed: null };
  const { kind, label } = asked;
  if (kind === 'date') return { typed: typeof cell === 'object' ? cell.day : plainDay(String(cell)) };
  if (typeof cell === 'object') return { sentence: m.items_cell_is_day({ label }) };
  const text = String(cell).trim();
  if (kind === 'number') return readNumber(asked, text);
  if (!isChosen(kind)) return { typed: text };
  return readChosen(asked, text);
}

/** 2026/2/1 and 2026年2月1日 as 2026-02-01, whatever stands between the figures; everything else as it stands, so that it gets its sentence. */
function plainDay(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const [, year, month = '', day = ''] = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(plain) ?? [];
  return year === undefined ? plain : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function readNumber({ label, unit }: Item, text: string): { typed: number } | { sentence: string } {
  const plain = fold(text).replaceAll(',', '');
  const figures = unit !== null && plain.endsWith(fold(unit)) ? plain.slice(0, -fold(unit).length) : plain;
  return /^-?\d+$/.test(figures) ? { typed: Number(figures) } : { sentence: m.items_field_number({ label }) };
}

function readChosen({ kind, label, options }: Item, text: string) {
  const whole = options.find((option) => fold(option.label) === fold(text));
  const words =
    whole || kind !== 'choices' ? [text] : text.split(/[、，,\r\n]+/).filter((word) => word.trim());
  const chosen = words.map((word) => options.find((option) => fold(option.label) === fold(word))?.id);
  const unknown = words.find((_, i) => chosen[i] === undefined);
  if (unknown !== undefined)
    return {
      sentence: m.items_cell_no_option({
        label,
        word: unknown.trim(),
        options: options.map((option) => option.label).join(m.items_between()),
      }),
    };
  const ids = chosen.filter((id) => id !== undefined);
  return { typed: kind === 'choices' ? ids : (ids[0] ?? null) };
}

/** Width, case and spaces do not tell two words apart. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
