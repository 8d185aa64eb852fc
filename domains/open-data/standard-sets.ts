import * as z from 'zod';
import * as m from '#messages';
import prefectures from './prefectures.json' with { type: 'json' };
import written from './standard-columns.json' with { type: 'json' };

/** 自治体標準オープンデータセット: the sets that Kanaeau reads and writes. */
export const standardSets = ['facilities', 'events', 'shelters', 'population'] as const;
export type StandardSet = (typeof standardSets)[number];

export const setWords: Record<StandardSet, () => string> = {
  facilities: m.open_data_set_facilities,
  events: m.open_data_set_events,
  shelters: m.open_data_set_shelters,
  population: m.open_data_set_population,
};

/** What may stand in a cell, and how. */
export const cellKinds = [
  'town_code',
  'id',
  'prefecture',
  'city',
  'address',
  'text',
  'kana',
  'phone',
  'url',
  'weekdays',
  'day',
  'time',
  'whole',
  'flag',
  'latitude',
  'longitude',
] as const;
export type CellKind = (typeof cellKinds)[number];

const standardColumn = z.object({
  id: z.string(),
  /** The heading, as the standard has it. */
  name: z.string(),
  kind: z.enum(cellKinds),
  /** Which published file it was seen in; `mem`: written from memory, so that a town may leave it out. */
  source: z.enum(['O2', 'O5', 'O6', 'O7', 'mem']),
  meaning: z.string(),
  need: z.boolean().default(false),
  /** What the same column is called in the other edition of the standard. */
  also: z.array(z.string()).default([]),
});
export type StandardColumn = z.output<typeof standardColumn>;

interface SetForm {
  /** Ids of the columns that tell one row from another. */
  readonly key: readonly string[];
  readonly columns: readonly StandardColumn[];
}

/** The columns of each set, in their order. */
export const setForms: Readonly<Record<StandardSet, SetForm>> = z
  .record(z.enum(standardSets), z.object({ key: z.array(z.string()), columns: z.array(standardColumn) }))
  .parse(written);

/** One row of a set: what stands in each column, by the column's id. What is blank is left out. */
export type StandardCells = Readonly<Record<string, string>>;

/** What tells a row from the others of its set. */
export function keyOf(set: StandardSet, cells: StandardCells): string {
  return setForms[set].key.map((id) => cells[id] ?? '').join(' ');
}

/** The columns that a town writes: all of the standard's, but what it has chosen to leave out of the unconfirmed ones. */
export function columnsWritten(set: StandardSet, leftOut: readonly string[]): readonly StandardColumn[] {
  return setForms[set].columns.filter(({ id, source }) => source !== 'mem' || !leftOut.includes(id));
}

/** The prefecture a local government lies in, by the first two digits of its code. */
export function prefectureOf(townCode: string): string {
  return prefectures[Number(townCode.slice(0, 2)) - 1] ?? '';
}

export const prefectureNames: readonly string[] = prefectures;
