import * as m from '#messages';
import { type CsvCell, encodeCsv } from '#platform/csv.ts';
import type { OutputOf } from '#platform/operation.ts';
import type { listStandardRows } from './api.ts';
import { type Directory, writeStandardRows } from './standard-rows.ts';
import {
  type cellKinds,
  columnsWritten,
  keyOf,
  type StandardCells,
  type StandardColumn,
  type StandardSet,
  setWords,
} from './standard-sets.ts';

/** Under which terms the town's open files may be used; a town that needs others says so in its own catalogue. */
export const licence = {
  id: 'CC-BY-4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/deed.ja',
} as const;

/** One open table: what stands in it, and what has to be known of it. */
export interface OpenTable {
  readonly set: StandardSet;
  readonly columns: readonly StandardColumn[];
  readonly rows: readonly StandardCells[];
  /** 時点: the day for which it holds. */
  readonly as_of: string;
}

type Taken = OutputOf<typeof listStandardRows>;

/** What the town has taken in of a set, page after page. */
export async function listAllRows(ask: (after: string | undefined) => Promise<Taken>): Promise<Taken> {
  const first = await ask(undefined);
  const rows = [...first.rows];
  for (let { next } = first; next !== null; ) {
    const page = await ask(next);
    rows.push(...page.rows);
    next = page.next;
  }
  return { ...first, rows, next: null };
}

/** A set as it is published: what Kanaeau keeps itself, then what was taken in and is not its own. */
export function composeOpenTable(set: StandardSet, directory: Directory, taken: Taken): OpenTable {
  const own = writeStandardRows(set, directory);
  const keys = new Set(own.map((cells) => keyOf(set, cells)));
  const said = new Set(taken.rows.map(({ key }) => key));
  // A list of how many live where says more than the sum that Kanaeau knows; of a place Kanaeau itself knows more.
  const rows =
    set === 'population'
      ? [...taken.rows.map(({ cells }) => cells), ...own.filter((cells) => !said.has(keyOf(set, cells)))]
      : [...own, ...taken.rows.flatMap(({ key, cells }) => (keys.has(key) ? [] : [cells]))];
  return {
    set,
    columns: columnsWritten(set, taken.left_out),
    rows,
    // What is written from Kanaeau's own holds today; a list that was taken in holds for the day it names.
    as_of:
      own.length > 0 && set !== 'population'
        ? directory.today
        : newestDay(rows, taken.as_of, directory.today),
  };
}

/** A list holds for the day it names; sums that were entered one by one for the newest of theirs. */
function newestDay(rows: readonly StandardCells[], asOf: string | null, today: string): string {
  const days = [asOf, ...rows.map(({ counted_on }) => counted_on)].filter((day) => typeof day === 'string');
  return days.toSorted().at(-1) ?? today;
}

/** UTF-8 with a byte order mark, one row of headings, one row for each: as the standard has it. */
export function writeOpenCsv({ columns, rows }: OpenTable): Uint8Array<ArrayBuffer> {
  return encodeCsv(
    [
      columns.map(({ name }) => name),
      ...rows.map((cells) => columns.map((column) => writeCell(column, cells[column.id]))),
    ],
    'utf-8',
  );
}

/** Numbers are written as numbers, so that none is taken for words; everything else as it stands. */
function writeCell({ kind }: StandardColumn, cell: string | undefined): CsvCell {
  if (cell === undefined) return null;
  const numeric = kind === 'whole' || kind === 'latitude' || kind === 'longitude';
  return numeric && /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell;
}

const kindSays: Record<(typeof cellKinds)[number], () => string> = {
  town_code: m.open_data_kind_town_code,
  id: m.open_data_kind_text,
  prefecture: m.open_data_kind_text,
  city: m.open_data_kind_text,
  address: m.open_data_kind_text,
  text: m.open_data_kind_text,
  kana: m.open_data_kind_text,
  phone: m.open_data_kind_text,
  url: m.open_data_kind_text,
  weekdays: m.open_data_kind_text,
  day: m.open_data_kind_day,
  time: m.open_data_kind_time,
  whole: m.open_data_kind_whole,
  flag: m.open_data_kind_flag,
  latitude: m.open_data_kind_degree,
  longitude: m.open_data_kind_degree,
};

/** 項目定義: what each column means, as a table of its own beside the file. */
export function writeFieldList({ columns }: OpenTable): Uint8Array<ArrayBuffer> {
  const head = [
    m.open_data_field_no(),
    m.open_data_field_name(),
    m.open_data_field_kind(),
    m.open_data_field_need(),
    m.open_data_field_meaning(),
    m.open_data_field_source(),
  ];
  return encodeCsv(
    [
      head,
      ...columns.map(({ name, kind, need, meaning, source }, at) => [
        at + 1,
        name,
        kindSays[kind](),
        need ? m.open_data_needed() : m.open_data_optional(),
        meaning,
        sourceOf(source),
      ]),
    ],
    'utf-8',
  );
}

function sourceOf(source: StandardColumn['source']): string {
  return source === 'mem' ? m.open_data_source_memory() : m.open_data_source_seen({ source });
}

/** What has to be known of a file, for programs: encoding, day, licence, columns. */
export function describeTable(table: OpenTable, origin: string): object {
  const { set, columns, rows, as_of } = table;
  return {
    name: set,
    title: setWords[set](),
    path: `${origin}/open-data/${set}.csv`,
    fields: `${origin}/open-data/${set}.fields.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'UTF-8',
    byte_order_mark: true,
    line_terminator: 'CRLF',
    as_of,
    licence,
    rows: rows.length,
    schema: {
      fields: columns.map(({ name, kind, need, meaning, source }) => ({
        name,
        kind,
        required: need,
        description: meaning,
        source,
      })),
    },
  };
}
