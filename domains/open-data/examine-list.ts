import * as m from '#messages';
import { type Cell, isBlank, letterOf, type Table } from '#platform/sheets/table.ts';
import type { Finding } from './import-api.ts';
import { readStandardCell, splitCity } from './read-cell.ts';
import {
  keyOf,
  prefectureOf,
  type StandardCells,
  type StandardColumn,
  type StandardSet,
  setForms,
} from './standard-sets.ts';

/** A list as it is read: its rows, what keeps it out, what was put right, what should be known. */
export interface ExaminedList {
  readonly rows: readonly { readonly n: number; readonly key: string; readonly cells: StandardCells }[];
  readonly problems: readonly Finding[];
  readonly repairs: readonly Finding[];
  readonly notes: readonly Finding[];
}

interface Place {
  readonly n: number;
  readonly at: number | undefined;
}

/** Reads a list by the names of its columns, of whichever edition, and puts right what can be read in one way only. */
export function examineList(
  set: StandardSet,
  table: Table,
  town: { code: string; name: string },
): ExaminedList {
  const problems: Finding[] = [];
  const repairs: Finding[] = [];
  const notes: Finding[] = [];
  const about = (
    { n, at }: Place,
    found: string | null,
    says: string,
    becomes: string | null = null,
  ): Finding => ({
    row: n,
    column: at === undefined ? null : letterOf(at),
    heading: at === undefined ? null : (table.headings[at] ?? null),
    ...{ found, becomes, says },
  });
  for (const { row, column, says } of table.problems)
    problems.push({ ...about({ n: row ?? 1, at: column ?? undefined }, null, says), row });
  const { columns } = setForms[set];
  const places = findColumns(columns, table.headings, notes);
  const missing = columns.filter(
    ({ id, need }) => need && !places.has(id) && !['town_code', 'prefecture', 'city'].includes(id),
  );
  for (const { name } of missing)
    problems.push({
      row: null,
      column: null,
      heading: name,
      found: null,
      becomes: null,
      says: m.open_data_says_no_column({ name }),
    });
  const seen = new Map<string, number>();
  const rows = table.rows.map(({ n, cells: typed }) => {
    const cells: Record<string, string> = {};
    for (const column of columns) {
      const value = readOne(column, n, typed);
      if (value !== '') cells[column.id] = value;
    }
    completeRow(n, cells, typed);
    const key = keyOf(set, cells);
    const before = seen.get(key);
    if (before !== undefined)
      problems.push(
        about(
          { n, at: places.get(setForms[set].key[0] ?? '')?.[0] },
          key,
          m.open_data_says_twice({ row: before }),
        ),
      );
    seen.set(key, n);
    return { n, key, cells };
  });
  return { rows, problems, repairs, notes };

  /** The cell of a column; where it stands under two headings, both have to say the same. */
  function readOne(column: StandardColumn, n: number, typed: readonly Cell[]): string {
    const at = places.get(column.id) ?? [];
    let value = '';
    for (const one of at) {
      const cell = typed[one] ?? null;
      if (cell === null || isBlank(cell)) continue;
      const found = typeof cell === 'object' ? cell.day : String(cell);
      const read = readStandardCell(column.kind, cell, town);
      if ('says' in read) {
        problems.push(about({ n, at: one }, found, read.says));
        continue;
      }
      if (read.repaired) repairs.push(about({ n, at: one }, found, read.repaired, read.value));
      if (value !== '' && value !== read.value)
        problems.push(about({ n, at: one }, found, m.open_data_says_two_headings({ other: value })));
      else if (value === '' && one !== at[0])
        repairs.push(
          about({ n, at: one }, found, m.open_data_repaired_other_heading({ name: column.name }), read.value),
        );
      if (value === '') value = read.value;
    }
    return value;
  }

  /** What concerns several cells of a row: the town, where it lies, what has to be there. */
  function completeRow(n: number, cells: Record<string, string>, typed: readonly Cell[]): void {
    const place = (id: string): Place => ({ n, at: places.get(id)?.[0] });
    const has = (id: string) => columns.some((column) => column.id === id);
    if (cells.town_code && cells.town_code !== town.code)
      problems.push(
        about(place('town_code'), cells.town_code, m.open_data_says_other_town({ code: town.code })),
      );
    const fill = (id: string, value: string) => {
      const column = columns.find((one) => one.id === id);
      if (!column?.need || cells[id]) return;
      cells[id] = value;
      if (places.has(id)) repairs.push(about(place(id), null, m.open_data_repaired_filled(), value));
    };
    fill('town_code', town.code);
    splitWholeAddress(place, cells);
    fill('prefecture', prefectureOf(town.code));
    fill('city', town.name);
    if (cells.latitude && cells.longitude) turnRound(place, cells);
    else if (cells.latitude || cells.longitude)
      problems.push(about(place('latitude'), null, m.open_data_says_half_place()));
    for (const { id, name, need, kind } of columns) {
      if (!need || cells[id] || !places.has(id)) continue;
      const unread = (places.get(id) ?? []).some((at) => !isBlank(typed[at]));
      // What could not be read has been named already.
      if (unread) continue;
      const says = m.open_data_says_needed({ name });
      if (kind === 'kana') notes.push(about(place(id), null, m.open_data_note_kana()));
      else if (has(id)) problems.push(about(place(id), null, says));
    }
  }

  /** A whole address where only the town belongs. */
  function splitWholeAddress(place: (id: string) => Place, cells: Record<string, string>): void {
    const split = cells.city ? splitCity(cells.city, town.name) : null;
    if (!split) return;
    repairs.push(about(place('city'), cells.city ?? null, m.open_data_repaired_city(), split.city));
    if (!cells.address && split.whole !== split.city) {
      cells.address = split.whole;
      repairs.push(about(place('address'), null, m.open_data_repaired_address(), split.whole));
    }
    cells.city = split.city;
  }

  /** Japan lies between 20 and 46 degrees north, and 122 and 154 degrees east: the two cannot be taken for one another. */
  function turnRound(place: (id: string) => Place, cells: Record<string, string>): void {
    const [north, east] = [Number(cells.latitude), Number(cells.longitude)];
    const inJapan = (a: number, b: number) => a >= 20 && a <= 46 && b >= 122 && b <= 154;
    if (inJapan(north, east)) return;
    if (!inJapan(east, north)) {
      problems.push(about(place('latitude'), `${north}, ${east}`, m.open_data_says_not_in_japan()));
      return;
    }
    repairs.push(
      about(place('latitude'), `${north}, ${east}`, m.open_data_repaired_swapped(), `${east}, ${north}`),
    );
    [cells.latitude, cells.longitude] = [cells.longitude ?? '', cells.latitude ?? ''];
  }
}

/** Which columns of the file stand for which of the set: its own heading first, then that of the other edition. */
function findColumns(
  columns: readonly StandardColumn[],
  headings: readonly string[],
  notes: Finding[],
): Map<string, number[]> {
  const places = new Map<string, number[]>();
  const known = new Set<number>();
  for (const { id, name, also } of columns) {
    const at = [name, ...also].flatMap((one) =>
      headings.flatMap((heading, i) => (fold(heading) === fold(one) ? [i] : [])),
    );
    if (at.length > 0) places.set(id, at);
    for (const one of at) known.add(one);
    const [first, ...others] = at;
    for (const one of others)
      notes.push(noteOf(one, headings, m.open_data_note_both({ name: headings[first ?? 0] ?? name })));
    if (others.length === 0 && first !== undefined && fold(headings[first] ?? '') !== fold(name))
      notes.push(noteOf(first, headings, m.open_data_note_edition({ name })));
  }
  headings.forEach((heading, at) => {
    if (!known.has(at) && heading !== '') notes.push(noteOf(at, headings, m.open_data_note_unknown()));
  });
  return places;
}

function noteOf(at: number, headings: readonly string[], says: string): Finding {
  return { row: null, column: letterOf(at), heading: headings[at] ?? null, found: null, becomes: null, says };
}

/** Width, spaces and brackets do not tell headings apart. */
function fold(heading: string): string {
  return heading
    .normalize('NFKC')
    .replaceAll(/[\s()[\]_\u3000]/g, '')
    .toLowerCase();
}
