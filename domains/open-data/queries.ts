import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import { listPublishedPlaces } from '#domains/places/queries.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { limitTo, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { composeOpenTable, listAllRows } from './open-files.ts';
import { writeStandardRows } from './standard-rows.ts';
import { type StandardSet, standardSets } from './standard-sets.ts';

export * from './import-queries.ts';

type Directory = OutputOf<typeof api.readOpenDirectory>;

/** What is published of places and events, whole: the gate shows nothing else to anybody. */
export async function readOpenDirectory(db: Db, _input: object, act: Act): Promise<Directory> {
  const { town } = await readTown(db, {}, act);
  const days = await db.all(
    api.readOpenDirectory.output.shape.places.element.shape.days.element.extend({ place_id: z.uuid() }),
    sql`select y.place_id, y.kind, y.starts_on, y.ends_on, to_char(y.from_time, 'HH24:MI') as from,
        to_char(y.until_time, 'HH24:MI') as until, y.words
      from gate.place_days_published() y join gate.places_published() p on p.id = y.place_id
      where y.ends_on >= p.confirmed_on order by y.place_id, y.starts_on, y.from_time`,
  );
  const places: Directory['places'] = [];
  let after: string | undefined;
  do {
    const page = await listPublishedPlaces(db, { limit: 200, ...(after ? { after } : {}) }, act);
    for (const place of page.places)
      places.push({
        ...place,
        days: days.flatMap(({ place_id, ...day }) => (place_id === place.id ? [day] : [])),
      });
    after = page.next ?? undefined;
  } while (after);
  const events = await db.all(
    api.readOpenDirectory.output.shape.events.element,
    sql`select v.id, v.place_id, v.title, v.what, v.held_on, to_char(v.from_time, 'HH24:MI') as from,
        to_char(v.until_time, 'HH24:MI') as until, v.capacity, v.register_until, v.cost
      from gate.events_published() v order by v.held_on, v.from_time, v.id`,
  );
  const codes = await db.all(
    z.object({ list: z.string(), code: z.string(), label: z.string() }),
    sql`select list, code, label from gate.place_codes_named() order by list, code`,
  );
  const areas = await db.all(
    api.readOpenDirectory.output.shape.areas.element,
    sql`select code, name, as_of, source, population, households from gate.area_figures_published() order by code`,
  );
  const named = (wanted: string) =>
    codes.flatMap(({ list, code, label }) => (list === wanted ? [{ code, label }] : []));
  return {
    town: town && { code: town.code, name: town.name },
    today: act.today,
    places,
    events,
    areas,
    access: named('place_access'),
    languages: named('place_language'),
  };
}

export async function listStandardRows(
  db: Db,
  { set, after, limit }: ParsedInputOf<typeof api.listStandardRows>,
  _act: Act,
): Promise<OutputOf<typeof api.listStandardRows>> {
  const found = await db.all(
    api.listStandardRows.output.shape.rows.element,
    sql`select key, contents as cells from standard_rows where set = ${set} and key > ${after ?? ''} collate "C" order by key ${limitTo(limit + 1)}`,
  );
  const rows = found.slice(0, limit);
  const last = await db.maybe(
    z.object({ as_of: z.string() }),
    sql`select as_of from standard_imports where set = ${set} order by imported_at desc limit 1`,
  );
  return {
    rows,
    next: found.length > limit ? (rows.at(-1)?.key ?? null) : null,
    as_of: last?.as_of ?? null,
    left_out: await findLeftOut(db, set),
  };
}

/** Which unconfirmed columns of a set the town leaves out now. */
export async function findLeftOut(db: Db, set: StandardSet): Promise<string[]> {
  const chosen = await db.maybe(
    z.object({ left_out: z.array(z.string()) }),
    sql`select left_out from standard_column_choices where set = ${set} order by chosen_at desc, id desc limit 1`,
  );
  return chosen?.left_out ?? [];
}

export async function listOpenFiles(
  db: Db,
  _input: object,
  act: Act,
): Promise<OutputOf<typeof api.listOpenFiles>> {
  const directory = await readOpenDirectory(db, {}, act);
  const files: OutputOf<typeof api.listOpenFiles>['files'] = [];
  for (const set of standardSets) {
    const taken = await listAllRows((after) => listStandardRows(db, { set, after, limit: 1000 }, act));
    const table = composeOpenTable(set, directory, taken);
    const own = writeStandardRows(set, directory).length;
    const published = { facilities: directory.places.length, events: directory.events.length };
    files.push({
      ...{ set, own, as_of: table.as_of, rows: table.rows.length },
      without_address: set === 'facilities' || set === 'events' ? published[set] - own : 0,
      columns: table.columns.length,
      left_out: taken.left_out,
      blanks: table.columns.flatMap(({ id, name, need }) => {
        const rows = need ? table.rows.filter((cells) => !cells[id]).length : 0;
        return rows > 0 ? [{ name, rows }] : [];
      }),
    });
  }
  return { files };
}
