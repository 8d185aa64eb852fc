import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { suggestPlaces } from '../cases/place-api.ts';
import * as api from './api.ts';
import { listOpenings, writeTimes } from './openings.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const hara = town.as('hara');
const kitchen = town.id('place:kitchen');

async function write(more: object = {}) {
  const id = mintId();
  await ogata.call(api.writePlace, {
    ...{ id, name: '見本の花壇', kana: 'みほんのかだん', what: '花の水やりや植えかえ。見ているだけでもよい' },
    ...{
      district_id: town.id('district:鳥飼'),
      entry: 'just_come',
      run_by: '近所の三人',
      contact: 'ないしょの電話',
    },
    ...more,
  });
  return id;
}

test('a rule, a day off and an extra day make the days on which a place is open', () => {
  const rules = [
    { pattern: 'monthly', weekday: 5, nth: [2, 4], from: '17:00', until: '19:30' },
    { pattern: 'weekly', weekday: 2, nth: [], from: '10:00', until: '12:00' },
  ] as const;
  const days = [
    {
      kind: 'closed',
      starts_on: '2026-02-13',
      ends_on: '2026-02-17',
      from: null,
      until: null,
      words: '工事',
    },
    {
      kind: 'extra',
      starts_on: '2026-02-14',
      ends_on: '2026-02-14',
      from: '09:00',
      until: null,
      words: null,
    },
  ] as const;
  const open = listOpenings(
    [rules[0], rules[1]].map((r) => ({ ...r, nth: [...r.nth] })),
    days,
    '2026-02-09',
    '2026-02-28',
  );
  expect(open.map(({ day, closed }) => `${day}${closed ? ' closed' : ''}`)).toEqual([
    '2026-02-10',
    '2026-02-13 closed',
    '2026-02-14',
    '2026-02-17 closed',
    '2026-02-24',
    '2026-02-27',
  ]);
  expect(writeTimes([{ ...rules[0], nth: [2, 4] }], '雨の日は休み')).toBe(
    '第2・第4金曜 17:00〜19:30、雨の日は休み',
  );
});

test('a place is found by what one would like; what is old is marked and stays', async () => {
  const id = await write();
  const { places } = await ogata.call(api.listPlaces, { q: '花を育てたい' });
  expect(places.map((one) => one.id)).toContain(id);
  const clock = town.clock.now;
  town.clock.now = new Date('2026-08-10T10:00:00+09:00');
  const due = await ogata.call(api.listPlaces, { state: 'ask' });
  expect(due.places.find((one) => one.id === id)?.freshness).toBe('due');
  await ogata.call(api.askPlaces, { id: mintId(), places: [id], way: 'letter' });
  town.clock.now = new Date('2026-09-20T10:00:00+09:00');
  const later = await ogata.call(api.listPlaces, {});
  expect(later.places.find((one) => one.id === id)).toMatchObject({
    freshness: 'old',
    asked_on: '2026-08-10',
  });
  const letters = await ogata.fetch('/api/place-letters');
  expect(letters.status).toBe(200);
  await ogata.call(api.confirmPlace, { id });
  const now = await ogata.call(api.readPlace, { id });
  expect(now).toMatchObject({ freshness: 'fresh', asked_on: null });
  await ogata.call(api.setPlaceRule, { id: mintId(), months: 12, grace_days: 10 });
  expect((await ogata.call(api.listPlaces, {})).rule).toEqual({ months: 12, grace_days: 10 });
  town.clock.now = clock;
});

test('a host sees and keeps the own place, and no other', async () => {
  const other = await write();
  const { places } = await hara.call(api.listPlaces, {});
  expect(places.map((one) => one.id)).toEqual([kitchen]);
  await expectRefusal(hara.call(api.readPlace, { id: other }), 'not_found');
  await expectRefusal(hara.call(api.confirmPlace, { id: other }), 'not_found');
  const mine = await hara.call(api.readPlace, { id: kitchen });
  expect(mine).toMatchObject({ kept: true, named: true });
  await hara.call(api.addPlaceDay, {
    ...{ id: mintId(), place_id: kitchen, kind: 'closed', starts_on: '2026-03-13', words: '会館の工事' },
  });
  const theirs = await ogata.call(api.readPlace, { id: kitchen });
  expect(theirs.days).toHaveLength(1);
  expect(theirs).toMatchObject({ kept: true, named: false });
});

test('a place that welcomes is one record: the window finds it, and a pause keeps it readable', async () => {
  const id = await write({ welcomes: 'yes', how_many: 2 });
  const window = town.as('nakajima');
  const { places } = await window.call(suggestPlaces, { words: '花を育ててみたい' });
  expect(places.map((one) => one.id)).toContain(id);
  const { version } = await ogata.call(api.readPlace, { id });
  await ogata.call(api.correctPlace, {
    ...{
      id,
      version,
      name: '見本の花壇',
      kana: 'みほんのかだん',
      what: '花の水やり',
      entry: 'call_first',
      welcomes: 'no',
    },
    ...{ district_id: town.id('district:鳥飼') },
  });
  expect((await ogata.call(api.readPlace, { id })).welcomes).toBe('paused');
  expect(
    (await window.call(suggestPlaces, { words: '花を育ててみたい' })).places.map((one) => one.id),
  ).not.toContain(id);
  await expectRefusal(window.call(api.listPlaces, {}), 'not_allowed');
});

test('anybody reads what may be shown, and nothing that stays inside', async () => {
  const hidden = await write({ shown: [] });
  const page = await write({ shown: ['page'], address: '見本町1-1', public_contact: '見本の電話' });
  const { places } = await town.anonymous.call(api.listPublishedPlaces, { limit: 200 });
  expect(places.map((one) => one.id)).not.toContain(hidden);
  const shown = await town.anonymous.call(api.readPublishedPlace, { id: page });
  expect(shown).toMatchObject({ name: '見本の花壇', run_by: null, address: null, contact: null });
  expect(JSON.stringify(shown)).not.toContain('ないしょ');
  await expectRefusal(town.anonymous.call(api.readPublishedPlace, { id: hidden }), 'not_found');
  const own = await town.anonymous.call(api.readPublishedPlace, { id: kitchen });
  expect(own.events.map(({ title }) => title)).toEqual([
    'いろいろな国の麺を作る夕べ（見本）',
    '日曜の夕ごはんをいっしょに作る会（見本）',
  ]);
});

test('a place of the whole town takes a host of any of the coordinator’s districts, who keeps its days', async () => {
  const id = await write({ district_id: undefined });
  const { posts } = await ogata.call(api.listHostPosts, {});
  const post_id = posts.find((one) => one.name.startsWith('原'))?.id ?? '';
  await ogata.call(api.nameHost, { id: mintId(), place_id: id, post_id });
  await hara.call(api.recordAttendance, {
    place_id: id,
    held_on: '2026-02-01',
    heads: 4,
    others: '見本 はな',
  });
  await hara.call(api.recordAttendance, { place_id: id, held_on: '2026-02-01', heads: 2 });
  expect((await hara.call(api.readPlaceDay, { id, day: '2026-02-01' })).heads).toBe(2);
});

test('who hosts a place is named by its coordinator, of its district, once; an end shuts at once', async () => {
  const id = await write();
  const { posts } = await ogata.call(api.listHostPosts, {});
  const post_id = posts.find((one) => one.name.startsWith('原'))?.id ?? '';
  const host = mintId();
  await ogata.call(api.nameHost, { id: host, place_id: id, post_id });
  await expectRefusal(ogata.call(api.nameHost, { id: mintId(), place_id: id, post_id }), 'refused');
  const elsewhere = await write({ district_id: town.id('district:草野') });
  await expectRefusal(ogata.call(api.nameHost, { id: mintId(), place_id: elsewhere, post_id }), 'invalid');
  expect((await hara.call(api.listPlaces, {})).places.map((one) => one.id)).toContain(id);
  await ogata.call(api.endHost, { id: host });
  await expectRefusal(hara.call(api.readPlace, { id }), 'not_found');
  await expectRefusal(ogata.call(api.endHost, { id: host }), 'not_found');
});
