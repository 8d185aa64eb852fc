import { readItemCell } from '#domains/items/cells.ts';
import { checkAnswers } from '#domains/items/checking.ts';
import { type Item, isChosen, sayAnswer, type TypedAnswers } from '#domains/items/model.ts';
import * as m from '#messages';
import { type Cell, isBlank, letterOf, type Table } from '#platform/sheets/table.ts';
import type { WrittenColumn } from '#platform/sheets/write-workbook.ts';
import { sheetColumns, sheetHeadings } from './sheet-columns.ts';
import type { SheetProblem } from './sheets-api.ts';
import type { SheetItem } from './sheets-queries.ts';

/** An own item and the heading of its column in the sheet. */
export interface OwnColumn {
  readonly item: Item;
  readonly heading: string;
}

/** The columns of own items, in the order of the form; a heading that is taken already gets a number. */
export function ownColumns(asked: readonly Item[]): OwnColumn[] {
  const taken = new Set(sheetColumns.map((column) => sheetHeadings[column]()));
  return asked
    .filter(({ kind }) => kind !== 'section')
    .map((item) => {
      const { unit } = item;
      const label = unit === null ? item.label : m.items_label_with_unit({ label: item.label, unit });
      let heading = label;
      for (let n = 2; taken.has(heading); n++) heading = m.projects_sheet_own_again({ label, n });
      taken.add(heading);
      return { item, heading };
    });
}

/** @param list where the sheet finds what can be chosen, of an item of which one answer is chosen */
export function writeOwnColumn({ item, heading }: OwnColumn, list: string | undefined): WrittenColumn {
  return {
    heading,
    width: item.kind === 'lines' ? 40 : 20,
    open: true,
    numeric: item.kind === 'number',
    ...(list !== undefined && { choices: list }),
  };
}

/** Whether one answer of a list is chosen: a cell offers the list. Of several, the words stand apart by 、. */
export function offersList({ item: { kind } }: OwnColumn): boolean {
  return isChosen(kind) && kind !== 'choices';
}

/** How a column is filled in, for the second sheet. */
export function explainOwnColumn({ item }: OwnColumn): string {
  const { kind, hint, options } = item;
  const list = options.map(({ label }) => label).join(m.items_between());
  const how = kind === 'choices' ? [m.projects_sheet_own_choices({ list })] : isChosen(kind) ? [list] : [];
  return [...(hint === null ? [] : [hint]), ...how].join('\n') || m.projects_none();
}

/** Columns that hold something and are none of ours: what stands there would be lost without a word. */
export function nameStrangeColumns({ headings, rows }: Table, own: readonly OwnColumn[]): SheetProblem[] {
  const known = new Set([
    ...sheetColumns.map((column) => sheetHeadings[column]()),
    ...own.map(({ heading }) => heading),
  ]);
  return headings.flatMap((heading, i) =>
    heading === '' || known.has(heading) || rows.every(({ cells }) => isBlank(cells[i]))
      ? []
      : [{ cell: letterOf(i), sentence: m.projects_sheet_strange_column({ heading }) }],
  );
}

interface ReadOwn {
  /** As a form would type them; undefined where the sheet has no column of an own item. */
  readonly answers: TypedAnswers | undefined;
  readonly fields: { field: string; before: string | null; after: string | null }[];
  readonly problems: SheetProblem[];
}

/** What a project's row says to the own items. Of an item without a column, the answer stays as it is. */
export function readOwnCells(
  { headings }: Table,
  { n, cells }: { n: number; cells: readonly Cell[] },
  own: readonly OwnColumn[],
  { item, sentOn }: { item: SheetItem; sentOn: string },
): ReadOwn {
  const present = own.filter(({ heading }) => headings.includes(heading));
  if (present.length === 0) return { answers: undefined, fields: [], problems: [] };
  const problems: SheetProblem[] = [];
  const typed: TypedAnswers = {};
  for (const { item: one, heading } of own) {
    const at = headings.indexOf(heading);
    const before = item.own_answers[one.id] ?? [];
    const read =
      at < 0
        ? { typed: one.kind === 'choices' ? before.map(String) : (before[0] ?? null) }
        : readItemCell(one, isBlank(cells[at]) ? null : (cells[at] ?? null));
    if ('sentence' in read) problems.push({ cell: `${letterOf(at)}${n}`, sentence: read.sentence });
    else typed[one.id] = read.typed;
  }
  const asked = own.map((column) => column.item);
  const checked = checkAnswers(asked, typed, { from: sentOn, insists: false });
  const fields = own.flatMap(({ item: one, heading }) => {
    const sentence = checked.sentences[`answers.${one.id}`];
    const cell = `${letterOf(headings.indexOf(heading))}${n}`;
    if (sentence !== undefined) problems.push({ cell, sentence });
    const [before, after] = [item.own_answers[one.id], checked.answers[one.id]];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    return [{ field: one.id, before: sayAnswer(one, before), after: sayAnswer(one, after) }];
  });
  return { answers: typed, fields, problems };
}
