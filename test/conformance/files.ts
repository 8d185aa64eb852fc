import ICAL from 'ical.js';
import { readOpenDirectory } from '#domains/open-data/api.ts';
import { findBreaches, type SaidOfTable, splitCsv } from '#domains/open-data/machine-readable.ts';
import { setForms, standardSets } from '#domains/open-data/standard-sets.ts';
import { listOpenings } from '#domains/places/openings.ts';
import { addDays } from '#platform/calendar.ts';
import type { Town } from '../town.ts';
import { type Outcome, readOpen } from './outcome.ts';

/** The standard lists against their column tables and the rules for machine-readable data. */
export async function checkStandardSets(town: Town): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const set of standardSets) {
    const what = `/open-data/${set}.csv`;
    const bytes = new Uint8Array(await (await readOpen(town, what)).arrayBuffer());
    const said = (await (await readOpen(town, `/open-data/${set}.json`)).json()) as SaidOfTable & {
      schema: Pick<SaidOfTable, 'fields'>;
    };
    const [headings = [], ...rows] = splitCsv(new TextDecoder().decode(bytes));
    const { columns } = setForms[set];
    const wrong: string[] = [];
    const notes: string[] = [];
    if (headings.join() !== columns.map(({ name }) => name).join())
      wrong.push('other columns than the table has');
    columns.forEach(({ name, need, kind }, at) => {
      if (!need || rows.every((row) => row[at] !== '')) return;
      // A reading that nobody has given is left blank: it is no reading that a rule can give.
      if (kind === 'kana') notes.push(`${name} is blank where no reading is known`);
      else wrong.push(`${name} is needed and blank somewhere`);
    });
    const base = { standard: '自治体標準オープンデータセット', what };
    outcomes.push({ ...base, against: 'domains/open-data/standard-columns.json', wrong, notes });
    const breaches = findBreaches(bytes, { ...said, fields: said.schema.fields });
    outcomes.push({
      ...{ standard: '行政データの機械可読性ルール', what, against: 'domains/open-data/machine-readable.ts' },
      wrong: breaches.map(({ rule, row, column }) => `${rule} (${row ?? ''} ${column ?? ''})`),
    });
  }
  return outcomes;
}

/** Every place's calendar, read back by ical.js: whole, and open on the very days on which the place is. */
export async function checkCalendars(town: Town): Promise<Outcome[]> {
  const { places, events } = await town.anonymous.call(readOpenDirectory, {});
  const wrong: string[] = [];
  for (const place of places) {
    const path = `/calendars/places/${place.id}.ics`;
    const text = await (await readOpen(town, path)).text();
    if (text.split('\r\n').some((line) => Buffer.byteLength(line) > 75))
      wrong.push(`${path}: a line is too long`);
    const read = new ICAL.Component(ICAL.parse(text));
    const entries = read.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    if (new Set(entries.map(({ uid }) => uid)).size !== entries.length)
      wrong.push(`${path}: an id stands twice`);
    const last = addDays(place.confirmed_on, 180);
    const wanted = listOpenings(place.times, place.days, place.confirmed_on, last)
      .filter(({ closed }) => !closed)
      .map(({ day, from }) => `${day}T${from}`);
    const own = events
      .filter(({ place_id }) => place_id === place.id)
      .map(({ held_on, from }) => `${held_on}T${from}`);
    const found = entries.flatMap((entry) => listDays(entry, last));
    const all = [...wanted, ...own].filter((at) => at.slice(0, 10) <= last);
    if (found.toSorted().join() !== all.toSorted().join())
      wrong.push(`${path}: other days than the place is open on`);
  }
  return [
    { standard: 'iCalendar (RFC 5545)', what: '/calendars/places/{id}.ics', against: 'ical.js 2.2.1', wrong },
  ];
}

function listDays(entry: ICAL.Event, last: string): string[] {
  if (!entry.isRecurring()) {
    const at = entry.startDate.toString().slice(0, 16);
    return at.slice(0, 10) <= last ? [at] : [];
  }
  const days: string[] = [];
  const steps = entry.iterator();
  for (let at = steps.next(); at && at.toString().slice(0, 10) <= last; at = steps.next())
    days.push(at.toString().slice(0, 16));
  return days;
}

/** Places on a map, by the rules of RFC 7946. */
export async function checkGeoJson(town: Town): Promise<Outcome[]> {
  const what = '/open-data/places.geojson';
  const response = await readOpen(town, what);
  const wrong: string[] = [];
  if (!response.headers.get('content-type')?.startsWith('application/geo+json'))
    wrong.push('another media type');
  const read = (await response.json()) as {
    type: unknown;
    crs?: unknown;
    town_code: unknown;
    features: readonly {
      type: unknown;
      id: unknown;
      geometry: { type: unknown; coordinates: readonly number[] } | null;
      properties: unknown;
    }[];
  };
  if (read.type !== 'FeatureCollection') wrong.push('no FeatureCollection');
  if (read.crs !== undefined) wrong.push('a coordinate system is named: RFC 7946 knows WGS 84 only');
  if (typeof read.town_code !== 'string') wrong.push('a code is no text: its zeros would be lost');
  const ids = new Set<unknown>();
  for (const { type, id, geometry, properties } of read.features) {
    if (type !== 'Feature' || geometry?.type !== 'Point') wrong.push(`${id}: no Feature with a Point`);
    const [east = Number.NaN, north = Number.NaN, ...more] = geometry?.coordinates ?? [];
    if (!(Math.abs(east) <= 180 && Math.abs(north) <= 90 && more.length === 0))
      wrong.push(`${id}: longitude, latitude`);
    if (!(east >= 122 && east <= 154)) wrong.push(`${id}: longitude does not come first`);
    if (typeof properties !== 'object' || properties === null) wrong.push(`${id}: no properties`);
    if (ids.has(id)) wrong.push(`${id} stands twice`);
    ids.add(id);
  }
  return [{ standard: 'GeoJSON (RFC 7946)', what, against: 'rules of RFC 7946', wrong }];
}
