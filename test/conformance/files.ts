import ICAL from 'ical.js';
import { listShownBoards, readShownBoard } from '#domains/boards/api.ts';
import { makeCalendarAddress, readOwnCalendar } from '#domains/calendars/api.ts';
import { listDistricts } from '#domains/districts/api.ts';
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
    const entries = await readEntries(town, path, wrong);
    const last = addDays(place.confirmed_on, 180);
    const wanted = listOpenings(place.times, place.days, place.confirmed_on, last)
      .filter(({ closed }) => !closed)
      .map(({ day, from }) => `${day}T${from}`);
    const own = events
      .filter(({ place_id }) => place_id === place.id)
      .map(({ held_on, from }) => `${held_on}T${from}`);
    const held = entries.filter((entry) => !isCancelled(entry));
    const found = held.flatMap((entry) => listDays(entry, last));
    const all = [...wanted, ...own].filter((at) => at.slice(0, 10) <= last);
    if (found.toSorted().join() !== all.toSorted().join())
      wrong.push(`${path}: other days than the place is open on`);
  }
  return [
    { standard: 'iCalendar (RFC 5545)', what: '/calendars/places/{id}.ics', against: 'ical.js 2.2.1', wrong },
  ];
}

/** 催し of the town and of each of its districts, read back by ical.js: those still to come, and what was called off as such. */
export async function checkEventCalendars(town: Town): Promise<Outcome[]> {
  const wrong: string[] = [];
  const { districts } = await town.anonymous.call(listDistricts, {});
  const { events, places } = await town.anonymous.call(readOpenDirectory, {});
  const seen = new Set<string>();
  for (const district of [undefined, ...districts.map(({ id }) => id)]) {
    const path = `/calendars/events.ics${district ? `?district=${district}` : ''}`;
    const entries = await readEntries(town, path, wrong);
    const wanted = events
      .filter(
        ({ place_id }) => !district || places.some((p) => p.id === place_id && p.district_id === district),
      )
      .map(({ id, held_on, from }) => `${id}@kanaeau ${held_on}T${from}`);
    const found = entries
      .filter((entry) => !isCancelled(entry))
      .map(({ uid, startDate }) => `${uid} ${startDate.toString().slice(0, 16)}`);
    if (found.toSorted().join() !== wanted.toSorted().join())
      wrong.push(`${path}: other events than are published`);
    for (const entry of entries.filter(isCancelled)) seen.add(entry.uid);
  }
  if (seen.size === 0) wrong.push('nothing that was called off is seen as such');
  const standard = 'iCalendar (RFC 5545)';
  return [{ standard, what: '/calendars/events.ics?district={id}', against: 'ical.js 2.2.1', wrong }];
}

/** 推進会議 that show their days, read back by ical.js: when each meets, called off or not. */
export async function checkBoardCalendars(town: Town): Promise<Outcome[]> {
  const what = '/calendars/boards/{id}.ics';
  const wrong: string[] = [];
  const { boards } = await town.anonymous.call(listShownBoards, {});
  if (boards.length === 0) wrong.push('no table shows its days');
  for (const { id } of boards) {
    const { days } = await town.anonymous.call(readShownBoard, { id });
    const entries = await readEntries(town, what.replace('{id}', id), wrong);
    const found = entries.map(
      (entry) => `${entry.uid} ${entry.startDate.toString().slice(0, 16)} ${isCancelled(entry)}`,
    );
    const wanted = days.map(
      ({ id, held_on, from, cancelled }) => `${id}@kanaeau ${held_on}T${from} ${cancelled}`,
    );
    if (found.toSorted().join() !== wanted.toSorted().join())
      wrong.push(`${id}: other days than the table shows`);
  }
  return [{ standard: 'iCalendar (RFC 5545)', what, against: 'ical.js 2.2.1', wrong }];
}

/** 予定表 of a post, read back by ical.js: its meetings, as the post reads them itself. */
export async function checkOwnCalendar(town: Town): Promise<Outcome[]> {
  const wrong: string[] = [];
  const noda = town.as('noda-chair');
  const { secret_token } = await noda.call(makeCalendarAddress, { id: town.id('calendar:conformance') });
  const { meetings } = await noda.call(readOwnCalendar, {});
  const entries = await readEntries(town, `/calendars/own/${secret_token}.ics`, wrong);
  const found = entries.map(({ uid, startDate }) => `${uid} ${startDate.toString().slice(0, 16)}`);
  const wanted = meetings.map(({ id, held_on, from }) => `${id}@kanaeau ${held_on}T${from}`);
  if (wanted.length === 0) wrong.push('there is no meeting to be read');
  if (found.toSorted().join() !== wanted.toSorted().join()) wrong.push('other days than the post has');
  const standard = 'iCalendar (RFC 5545)';
  return [{ standard, what: '/calendars/own/{secret}.ics', against: 'ical.js 2.2.1', wrong }];
}

/** お知らせ as a calendar, read back by ical.js: each is an entry of a whole day. */
export async function checkNoticeCalendar(town: Town): Promise<Outcome[]> {
  const what = '/notices/calendar.ics';
  const wrong: string[] = [];
  const feed = await (await readOpen(town, '/notices/feed.atom')).text();
  const entries = await readEntries(town, what, wrong);
  const wanted = [...feed.matchAll(/<id>urn:uuid:([^<]+)/g)].map(([, id]) => `${id}@kanaeau true`);
  const found = entries.map(({ uid, startDate }) => `${uid} ${startDate.isDate}`);
  if (wanted.length === 0) wrong.push('there is no notice to be read');
  if (found.toSorted().join() !== wanted.toSorted().join())
    wrong.push('other notices than stand in the feed');
  return [{ standard: 'iCalendar (RFC 5545)', what, against: 'ical.js 2.2.1', wrong }];
}

/** The entries of a calendar as another program reads them; what is wrong with the file as such is said. */
async function readEntries(town: Town, path: string, wrong: string[]): Promise<ICAL.Event[]> {
  const text = await (await readOpen(town, path)).text();
  if (text.split('\r\n').some((line) => Buffer.byteLength(line) > 75))
    wrong.push(`${path}: a line is too long`);
  const entries = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));
  if (new Set(entries.map(({ uid }) => uid)).size !== entries.length)
    wrong.push(`${path}: an id stands twice`);
  for (const { uid, component, startDate } of entries) {
    if (!component.getFirstPropertyValue('dtstamp')) wrong.push(`${path}: ${uid} has no stamp`);
    if (!startDate.isDate && startDate.zone.tzid !== 'Asia/Tokyo')
      wrong.push(`${path}: ${uid} is in another zone`);
  }
  return entries;
}

function isCancelled({ component }: ICAL.Event): boolean {
  return component.getFirstPropertyValue('status') === 'CANCELLED';
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
