import { noteOutcomeWords } from '#domains/cases/note-model.ts';
import { type CodeEntry, type CodeList, labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatMonth } from '#platform/calendar.ts';
import { type CountedColumn, type FilledTable, type RowMark, sourceWords } from './model.ts';

/** What the rows of a return can be called: bodies in their order, and the town's lists on the last day of the year. */
export interface Known {
  readonly bodies: ReadonlyMap<string, string>;
  readonly codes: readonly CodeEntry[];
  /** Kinds of conference by their code. */
  readonly conferences: ReadonlyMap<string, string>;
  readonly day: string;
}

/** Marks whose values are codes of a list. */
const lists: Partial<Record<RowMark, CodeList>> = {
  worry: 'worry',
  route: 'route',
  reason: 'ending',
  way: 'way',
  with_whom: 'with_whom',
};

const words: Partial<Record<RowMark, Record<string, () => string>>> = {
  work: { new: m.returns_work_new, again: m.returns_work_again, ...noteOutcomeWords },
  outcome: noteOutcomeWords,
  standing: { new: m.returns_standing_new, continuing: m.returns_standing_continuing },
};

/** The rows in the order of their list; what no list knows comes after, what was not said last. */
export function listKeys(
  mark: RowMark,
  keys: ReadonlySet<string>,
  { bodies, codes, conferences }: Known,
): string[] {
  const list = lists[mark];
  const order =
    mark === 'body' || mark === 'conference'
      ? [...(mark === 'body' ? bodies : conferences).keys()]
      : list
        ? codes.filter((entry) => entry.list === list).map(({ code }) => code)
        : Object.keys(words[mark] ?? {});
  const place = (key: string) =>
    key === 'unsaid' ? Infinity : order.includes(key) ? order.indexOf(key) : order.length;
  return [...keys].sort((a, b) => Math.sign(place(a) - place(b)) || (a < b ? -1 : 1));
}

export function sayKey(mark: RowMark, key: string, { bodies, codes, conferences, day }: Known): string {
  if (key === 'unsaid') return m.returns_unsaid();
  if (mark === 'body') return bodies.get(key) ?? key;
  if (mark === 'month') return formatMonth(key);
  if (mark === 'conference') return conferences.get(key) ?? key;
  const list = lists[mark];
  return list ? labelOf(codes, list, key, day) : (words[mark]?.[key]?.() ?? key);
}

/** What a column counts, as the screen explains it. */
export function sayCounted({ source, show }: CountedColumn): string {
  const what = sourceWords[source]();
  if (source === 'none') return what;
  return show === 'persons' ? m.returns_counted_persons({ what }) : m.returns_counted_things({ what });
}

/** Which definition; version 0 is the one that nobody has looked at yet. */
export function sayDefinition(version: number): string {
  return version === 0 ? m.returns_definition_usual() : m.returns_definition_of({ version });
}

/** 「表 ・ 行 ・ 列」 of a cell that was put right. */
export function sayCell(
  tables: readonly FilledTable[],
  { table_code, row_key, column_code }: { table_code: string; row_key: string | null; column_code: string },
): string {
  const table = tables.find(({ code }) => code === table_code);
  const row =
    row_key === null ? m.returns_sum() : (table?.rows.find(({ key }) => key === row_key)?.wording ?? row_key);
  const column = table?.columns.find(({ code }) => code === column_code)?.wording ?? column_code;
  return m.returns_cell({ table: table?.wording ?? table_code, row, column });
}
