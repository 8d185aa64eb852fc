import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import * as placesApi from '#domains/places/api.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '#test/town.ts';
import { listOpenFiles } from './api.ts';
import { findBreaches, type SaidOfTable, splitCsv } from './machine-readable.ts';
import { setForms, standardSets } from './standard-sets.ts';

const town = await openTown('cast');
const kitchen = town.id('place:kitchen');
const ogata = town.as('ogata-coordinator');

const get = async (path: string) => {
  const response = await town.app.request(path);
  expect(response.status, path).toBe(200);
  return response;
};
const csv = async (set: string) => {
  const bytes = new Uint8Array(await (await get(`/open-data/${set}.csv`)).arrayBuffer());
  const said = (await (await get(`/open-data/${set}.json`)).json()) as {
    encoding: string;
    byte_order_mark: boolean;
    as_of: string;
    schema: Pick<SaidOfTable, 'fields'>;
  };
  return { bytes, said: { ...said, fields: said.schema.fields } };
};
const cellsOf = async (set: string) => {
  const [headings = [], ...rows] = splitCsv(new TextDecoder().decode((await csv(set)).bytes));
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])));
};

test('every standard file has exactly the columns of its table, states its encoding and day, and keeps the rules for machine-readable data', async () => {
  for (const set of standardSets) {
    const { bytes, said } = await csv(set);
    expect(findBreaches(bytes, said), set).toEqual([]);
    expect(said.fields.map(({ name }) => name)).toEqual(setForms[set].columns.map(({ name }) => name));
    const fields = splitCsv(await (await get(`/open-data/${set}.fields.csv`)).text());
    expect(fields.slice(1).map((row) => row[1])).toEqual(setForms[set].columns.map(({ name }) => name));
  }
});

test('a place and its event stand in the standard lists with what may be shown of them', async () => {
  const facilities = await cellsOf('facilities');
  expect(facilities).toHaveLength(1);
  expect(facilities[0]).toMatchObject({
    名称: 'みんなの台所（見本）',
    都道府県名: '福岡県',
    電話番号: '0942-00-0000',
    利用可能日時特記事項: '第2・第4金曜 17:00〜19:30',
  });
  expect(facilities[0]?.住所).toMatch(/^福岡県.+鳥飼見本町1-2/);
  const [event] = await cellsOf('events');
  expect(event).toMatchObject({
    開始日: '2026-02-13',
    '料金(基本)': '500',
    定員: '3',
    主催者: '原さんと近所の人たち（見本）',
  });
});

test('the calendar of a place is read back by another program: its rule, its days off, its extra days, its events', async () => {
  await ogata.call(placesApi.addPlaceDay, {
    ...{ id: mintId(), place_id: kitchen, kind: 'closed', starts_on: '2026-02-27', ends_on: '2026-02-28' },
  });
  await ogata.call(placesApi.addPlaceDay, {
    ...{
      id: mintId(),
      place_id: kitchen,
      kind: 'extra',
      starts_on: '2026-02-14',
      from: '09:00',
      until: '10:30',
    },
    words: 'もちつき; 雨なら, 中で',
  });
  const response = await get(`/calendars/places/${kitchen}.ics`);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const text = await response.text();
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const open = events.find((one) => one.isRecurring());
  const days: string[] = [];
  const next = open?.iterator();
  for (let at = next?.next(); at && days.length < 7; at = next?.next()) days.push(at.toString().slice(0, 16));
  // Second and fourth Fridays since it was confirmed, without the one on which it is closed.
  expect(days).toEqual([
    '2025-12-12T17:00',
    '2025-12-26T17:00',
    '2026-01-09T17:00',
    '2026-01-23T17:00',
    '2026-02-13T17:00',
    '2026-03-13T17:00',
    '2026-03-27T17:00',
  ]);
  expect(events.map(({ summary }) => summary)).toContain('いろいろな国の麺を作る夕べ（見本）');
  expect(
    events.find(({ description }) => description === 'もちつき; 雨なら, 中で')?.startDate.toString(),
  ).toBe('2026-02-14T09:00:00');
  expect(open?.startDate.zone.tzid).toBe('Asia/Tokyo');
  expect((await town.app.request(`/calendars/places/${mintId()}.ics`)).status).toBe(404);
});

test('places that show where they are are points of RFC 7946', async () => {
  // The sample's places stand at points that are nobody's building.
  const sample = (await (await get('/open-data/places.geojson')).json()) as {
    features: { geometry: { coordinates: number[] } }[];
  };
  expect(sample.features.map(({ geometry }) => geometry.coordinates)).toContainEqual([130.516, 33.311]);
  const { version } = await ogata.call(placesApi.readPlace, { id: kitchen });
  const place = await ogata.call(placesApi.readPlace, { id: kitchen });
  await ogata.call(placesApi.correctPlace, {
    ...{ id: kitchen, version, name: place.name, kana: place.kana, what: place.what, entry: 'just_come' },
    ...{
      run_by: place.run_by ?? '',
      address: place.address ?? '',
      public_contact: place.public_contact ?? '',
    },
    ...{
      district_id: place.district_id ?? undefined,
      times: place.times,
      access: place.access,
      languages: place.languages,
    },
    ...{ cost: place.cost ?? '', for_whom: place.for_whom ?? '', confirmed_with: 'はら' },
    ...{ latitude: 33.3192, longitude: 130.5083, shown: place.shown },
  });
  const response = await get('/open-data/places.geojson');
  expect(response.headers.get('content-type')).toContain('application/geo+json');
  const read = (await response.json()) as {
    type: string;
    town_code: unknown;
    crs?: unknown;
    features: { type: string; geometry: { type: string; coordinates: number[] }; properties: object }[];
  };
  expect(read.type).toBe('FeatureCollection');
  // Coordinate systems other than WGS 84 are no longer named; codes keep their zeros.
  expect(read.crs).toBeUndefined();
  expect(read.town_code).toMatch(/^\d{6}$/);
  for (const { type, geometry, properties } of read.features) {
    expect(type).toBe('Feature');
    expect(geometry.type).toBe('Point');
    const [east = 0, north = 0] = geometry.coordinates;
    expect(east).toBeGreaterThan(122);
    expect(north).toBeLessThan(46);
    expect(properties).toBeTypeOf('object');
  }
  expect(read.features[0]?.geometry.coordinates).toEqual([130.5083, 33.3192]);
});

test('nothing that is not published reaches any of the files: not the inside contact, not remarks, no place that is not shown, no guest', async () => {
  const id = mintId();
  await ogata.call(placesApi.writePlace, {
    ...{ id, name: 'かくれた花壇', kana: 'かくれたかだん', what: '花の水やり', address: 'ひみつ町1' },
    ...{ district_id: town.id('district:鳥飼'), entry: 'just_come', contact: 'ないしょの電話' },
  });
  const paths = [
    ...standardSets.map((set) => `/open-data/${set}.csv`),
    ...['/open-data', '/open-data/catalogue.json', '/open-data/places.geojson', '/hsds/services?full=true'],
    ...[
      '/hsds/organizations?full_service=true',
      '/hsds/service_at_locations?full=true',
      `/calendars/places/${kitchen}.ics`,
    ],
    ...['services', 'phones', 'locations', 'addresses', 'organizations'].map(
      (name) => `/hsds/tables/${name}.json`,
    ),
  ];
  for (const path of paths) {
    const text = await (await get(path)).text();
    for (const secret of ['かくれた', 'ひみつ町', 'ないしょ', '原さんの電話', 'ミン（見本）', id])
      expect(text.includes(secret), `${path} ${secret}`).toBe(false);
  }
  expect((await town.app.request(`/calendars/places/${id}.ics`)).status).toBe(404);
  expect((await town.app.request(`/hsds/services/${id}`)).status).toBe(404);
});

test('who has a file already is told that nothing has changed; what is changed comes at once', async () => {
  const first = await get('/open-data/facilities.csv');
  const tag = first.headers.get('etag') ?? '';
  const again = { headers: { 'if-none-match': tag } };
  expect((await town.app.request('/open-data/facilities.csv', again)).status).toBe(304);
  await ogata.call(placesApi.closePlace, { id: kitchen, why: '建てかえ' });
  const gone = await town.app.request('/open-data/facilities.csv', again);
  expect(gone.status).toBe(200);
  expect(await gone.text()).not.toContain('みんなの台所');
  const { files } = await town.anonymous.call(listOpenFiles, {});
  expect(files.find(({ set }) => set === 'facilities')).toMatchObject({ rows: 0, own: 0 });
});
