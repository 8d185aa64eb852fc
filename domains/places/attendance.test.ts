import { expect, test } from 'vitest';
import { operations } from '#domains/index.ts';
import { perform } from '#platform/perform.ts';
import { mintId } from '#platform/uuid.ts';
import { readPdf } from '#test/paper.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import { codeOfRegistration } from './door-code.ts';
import { sweepGuests } from './jobs.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const hara = town.as('hara');
const planner = town.as('tsutsumi');
const kitchen = town.id('place:kitchen');
const noodles = town.id('place-event:noodles');

const counted = async () =>
  (
    await town.look<{ n: number }>(
      "select coalesce(sum(n), 0)::int as n from encounter_tally where kind = 'attendance'",
    )
  )[0]?.n ?? 0;
const on = (day: string) => hara.call(api.readPlaceDay, { id: kitchen, day });
const record = (held_on: string, more: object, who = hara) =>
  who.call(api.recordAttendance, { place_id: kitchen, held_on, ...more });
const registerFor = async (name: string, phone?: string) => {
  const id = mintId();
  await hara.call(api.register, { id, event_id: noodles, name, phone, way: 'phone' });
  return id;
};
const event = () => hara.call(api.readEvent, { id: noodles });
const showCard = async (code: string) => {
  const bound = operations.find(({ declared }) => declared === api.showCard);
  if (!bound) throw new Error('not among the operations');
  await perform(town.database, bound, { kind: 'system', name: 'letterbox' }, { code }, mintId());
};

test('a head count and names are one figure: names are among the heads, and a name found later counts nothing more', async () => {
  const before = await counted();
  await record('2026-01-09', { heads: 12 }, ogata);
  expect((await on('2026-01-09')).heads).toBe(12);
  expect(await counted()).toBe(before + 12);
  await record('2026-01-09', { others: '見本 はな\n見本 ｲﾁﾛｳ' });
  expect((await on('2026-01-09')).heads).toBe(12);
  expect(await counted()).toBe(before + 12);
  await expectRefusal(record('2026-01-09', { heads: 1 }), 'invalid');
  await record('2026-01-09', { heads: 10 });
  expect(await counted()).toBe(before + 10);
  const { people } = await on('2026-01-09');
  expect(people.filter(({ came }) => came !== null)).toHaveLength(2);
});

test('the same person, said twice in a day, counts once; who is unticked is taken back', async () => {
  const before = await counted();
  await record('2026-01-16', { others: '見本 はな\n見本はな' });
  const { people, heads } = await on('2026-01-16');
  expect(heads).toBe(1);
  const hana = people.find(({ came }) => came)?.guest_id ?? '';
  await record('2026-01-16', { came: [hana], seen: [hana] });
  expect(await counted()).toBe(before + 1);
  await record('2026-01-16', { came: [], seen: [hana] });
  expect(await counted()).toBe(before);
  await record('2026-01-16', { came: [hana] });
  expect(await counted()).toBe(before + 1);
  await expectRefusal(record('2026-02-03', { heads: 3 }), 'invalid');
});

test('an event fills; who gives up lets the next move up by itself, and it is said whom to call', async () => {
  const third = await registerFor('見本 三人目');
  const fourth = await registerFor('見本 四人目', '0942-00-0004');
  await registerFor('見本 五人目');
  await expectRefusal(registerFor('見本三人目'), 'refused');
  expect(await event()).toMatchObject({ placed: 3, waiting: 2 });
  await hara.call(api.cancelRegistration, { id: third });
  const after = await event();
  expect(after).toMatchObject({ placed: 3, waiting: 1 });
  expect(after.registrations.filter(({ to_call }) => to_call).map(({ id, phone }) => [id, phone])).toEqual([
    [fourth, '0942-00-0004'],
  ]);
  await hara.call(api.tellRegistration, { id: fourth });
  expect((await event()).registrations.some(({ to_call }) => to_call)).toBe(false);
  await expectRefusal(hara.call(api.cancelRegistration, { id: third }), 'refused');
  await hara.call(api.correctEvent, {
    ...{
      id: noodles,
      version: after.version,
      title: '麺の夕べ',
      held_on: '2026-02-13',
      from: '17:00',
      until: '20:00',
    },
    ...{ capacity: 4, shown: true },
  });
  expect(await event()).toMatchObject({ placed: 4, waiting: 0 });
});

test('the names of who registered stay with the place, unless the place entrusts them', async () => {
  const seen = await ogata.call(api.readEvent, { id: noodles });
  expect(seen).toMatchObject({ named: false, placed: 4, registrations: [] });
  await expectRefusal(ogata.call(api.listGuests, { id: kitchen }), 'refused');
  await expectRefusal(
    ogata.call(api.register, { id: mintId(), event_id: noodles, name: '見本', way: 'office' }),
    'refused',
  );
  const id = mintId();
  await hara.call(api.entrustNames, {
    ...{ id, place_id: kitchen, body_id: town.id('body:社協'), words: '電話の申し込みを受けてもらう' },
  });
  expect((await ogata.call(api.readEvent, { id: noodles })).registrations.length).toBeGreaterThan(3);
  await hara.call(api.takeNamesBack, { id });
  expect((await ogata.call(api.readEvent, { id: noodles })).registrations).toEqual([]);
});

test('a card shown at the door and a tick on the paper are one person who came', async () => {
  const clock = town.clock.now;
  const placed = (await event()).registrations.filter((one) => one.placed && !one.cancelled);
  const [card] = placed;
  const code = codeOfRegistration(card?.id ?? '');
  await showCard(code);
  expect(await town.look('select 1 from registration_marks')).toHaveLength(0);
  town.clock.now = new Date('2026-02-13T17:10:00+09:00');
  const page = await town.app.request(`/came/${code}`, { method: 'POST', body: new URLSearchParams({}) });
  expect(await page.text()).toContain('来たことを受け付けました');
  await showCard(code);
  expect(await town.look('select 1 from registration_marks')).toHaveLength(1);
  expect(await (await town.app.request('/came/0000-0000-0000-0000')).text()).toContain(
    'このカードは使えません',
  );
  const day = await on('2026-02-13');
  expect(day.people.filter((one) => one.card).map((one) => one.guest_id)).toEqual([card?.guest_id]);
  const came = [card?.guest_id ?? '', placed[1]?.guest_id ?? ''];
  await record('2026-02-13', { event_id: noodles, came, others: card?.name ?? '' });
  const { people, heads } = await on('2026-02-13');
  expect(heads).toBe(2);
  expect(people.flatMap((one) => one.came ?? []).sort()).toEqual(['card', 'list']);
  town.clock.now = clock;
});

test('a card that was printed before says at the door for how many it is now, and who waits is told so', async () => {
  const [id, family, waiting] = [mintId(), mintId(), mintId()];
  await hara.call(api.writeEvent, {
    ...{ id, place_id: kitchen, title: '人数の会（見本）', held_on: '2026-02-03' },
    ...{ from: '10:00', until: '12:00', capacity: 4 },
  });
  const register = (one: string, name: string, heads: number) =>
    hara.call(api.register, { id: one, event_id: id, name, heads, way: 'phone' });
  await register(family, '変わる家族（見本）', 2);
  await register(waiting, '待つ三人（見本）', 3);
  await hara.call(api.changeHeads, { id: family, heads: 4 }, mintId());
  const clock = town.clock.now;
  town.clock.now = new Date('2026-02-03T10:05:00+09:00');
  const show = async (card: string, came: boolean) =>
    (
      await town.app.request(`/came/${codeOfRegistration(card)}`, {
        ...(came ? { method: 'POST', body: new URLSearchParams({}) } : {}),
      })
    ).text();
  expect(await show(family, false)).toContain('4人で申し込んであります');
  for (const came of [false, true]) {
    const text = await show(waiting, came);
    expect(text).toContain('まだ空きを待っている申し込みです');
    expect(text).not.toContain('来たことを受け付けました');
  }
  await show(family, true);
  const { people } = await on('2026-02-03');
  expect(people.filter((one) => one.card).map(({ name, heads }) => [name, heads])).toEqual([
    ['変わる家族（見本）', 4],
  ]);
  town.clock.now = clock;
});

test('the figure says how often and how many, the same to whoever keeps the place and to whoever counts the town', async () => {
  const asked = { from: '2026-01-01', until: '2026-02-28' };
  const mine = await hara.call(api.readAttendanceFigures, asked);
  const theirs = await planner.call(api.readAttendanceFigures, asked);
  expect(theirs.heads).toBe(await counted());
  expect(mine.rows).toEqual(theirs.rows.filter(({ place_id }) => place_id === kitchen));
  expect(mine.rows[0]).toMatchObject({ heads: 13, people: 4, nameless: 8, days: 3 });
  expect(mine.definition.version).toBe(1);
});

test('who comes to a place of the whole town counts in no district, and can be taken back', async () => {
  const id = mintId();
  await ogata.call(api.writePlace, {
    ...{
      id,
      name: '見本のオンラインひろば',
      kana: 'みほんのおんらいんひろば',
      what: '話す',
      entry: 'just_come',
    },
  });
  const before = await counted();
  await record('2026-01-20', { place_id: id, heads: 7 }, ogata);
  await record('2026-01-20', { place_id: id, heads: 5 }, ogata);
  expect(await counted()).toBe(before + 5);
  const asked = { from: '2026-01-01', until: '2026-02-28' };
  for (const who of [ogata, planner]) {
    const { rows } = await who.call(api.readAttendanceFigures, asked);
    expect(rows.find(({ place_id }) => place_id === id)).toMatchObject({ heads: 5, district_name: null });
  }
  expect((await planner.call(api.readAttendanceFigures, asked)).heads).toBe(await counted());
});

test('somebody is named as not seen for long only with consent, by a rule that is set and can be switched off', async () => {
  const { guests, weeks } = await hara.call(api.listGuests, { id: kitchen });
  expect(weeks).toBeNull();
  const hana = guests.find(({ name }) => name === '見本 はな')?.id ?? '';
  const missed = async () =>
    (await hara.call(api.listGuests, { id: kitchen })).guests.filter((one) => one.missed).map(({ id }) => id);
  await hara.call(api.setAbsenceRule, { id: mintId(), place_id: kitchen, weeks: 2 });
  expect(await missed()).toEqual([]);
  await hara.call(api.recordGuestConsent, { id: mintId(), guest_id: hana, decision: 'given' });
  expect(await missed()).toEqual([hana]);
  await hara.call(api.recordGuestConsent, { id: mintId(), guest_id: hana, decision: 'withdrawn' });
  expect(await missed()).toEqual([]);
  await hara.call(api.recordGuestConsent, { id: mintId(), guest_id: hana, decision: 'given' });
  await hara.call(api.setAbsenceRule, { id: mintId(), place_id: kitchen });
  expect(await missed()).toEqual([]);
});

test('a name that is struck out, or forgotten, leaves the count as it was', async () => {
  const before = await hara.call(api.readAttendanceFigures, {});
  const { guests } = await hara.call(api.listGuests, { id: kitchen });
  await hara.call(api.strikeGuest, { id: guests.find(({ name }) => name === '見本 はな')?.id ?? '' });
  const clock = town.clock.now;
  town.clock.now = new Date('2029-04-01T10:00:00+09:00');
  expect(await sweepGuests(town.database)).toBeGreaterThan(0);
  expect(await town.look('select 1 from place_guests')).toHaveLength(0);
  town.clock.now = clock;
  const after = await hara.call(api.readAttendanceFigures, {});
  expect(after.heads).toBe(before.heads);
  expect(after.rows[0]?.people).toBe(0);
});

test('an event that is called off takes no more people, and papers are made of what is there', async () => {
  const id = mintId();
  await hara.call(api.writeEvent, {
    ...{ id, place_id: kitchen, title: '見本の会', held_on: '2026-02-20', from: '10:00', until: '12:00' },
  });
  await expectRefusal(
    hara.call(api.writeEvent, {
      ...{
        id: mintId(),
        place_id: kitchen,
        title: '見本',
        held_on: '2026-02-20',
        from: '12:00',
        until: '10:00',
      },
    }),
    'invalid',
  );
  expect((await hara.fetch(`/api/place-events/${id}/cards`)).status).toBe(409);
  const registration = mintId();
  await hara.call(api.register, { id: registration, event_id: id, name: '見本 はな', way: 'host' });
  for (const path of [`/api/place-events/${id}/cards`, `/api/places/${kitchen}/name-list?on=2026-02-20`]) {
    const paper = await hara.fetch(path);
    expect([path, paper.status, paper.headers.get('content-type')]).toEqual([path, 200, 'application/pdf']);
    // A page is not begun for a line of its own.
    if (path.includes('name-list'))
      expect(readPdf(new Uint8Array(await paper.arrayBuffer()))).toMatch(/処分してください[\s\S]*1\/1/);
  }
  await hara.call(api.cancelEvent, { id, why: '大雨のため' });
  await expectRefusal(
    hara.call(api.register, { id: mintId(), event_id: id, name: '見本', way: 'host' }),
    'refused',
  );
});
