import { expect, test } from 'vitest';
import { recordConsent, withdrawConsent } from '#domains/consent/consent-api.ts';
import { listProvisionsOfPerson } from '#domains/consent/person-api.ts';
import { readReturn } from '#domains/returns/api.ts';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { inventCase } from '#test/cases.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './joining-api.ts';
import * as places from './place-api.ts';
import { readCaseDay } from './task-api.ts';

const town = await openTown('cast');
const window = town.as('nakajima');
const ogata = town.as('ogata-coordinator');
const council = town.id('body:社協');

async function addPlace(who = ogata, more: Partial<InputOf<typeof places.addWelcomingPlace>> = {}) {
  const id = mintId();
  await who.call(places.addWelcomingPlace, {
    ...{ id, name: '見本の花壇', kana: 'みほんのかだん', what: '花の水やりや植えかえ。見ているだけでもよい' },
    district_id: town.id('district:鳥飼'),
    ...more,
  });
  return id;
}

async function begin(place_id: string) {
  const { id: case_id, son } = await inventCase(town);
  const id = mintId();
  await window.call(api.beginJoining, { case_id, id, client_id: son, place_id, wish: '花を育ててみたい' });
  const take = (step: 'look' | 'trial' | 'settled' | 'kept_up' | 'paused' | 'ended', said?: string) =>
    window.call(api.takeJoiningStep, { joining_id: id, id: mintId(), step, taken_on: '2026-02-02', said });
  const read = async () => (await window.call(api.listJoinings, { case_id })).joinings[0];
  return { id, case_id, son, take, read };
}

async function agree(person_id: string, facets: ('wish' | 'identity' | 'health')[], receivers = [council]) {
  const id = mintId();
  await window.call(recordConsent, {
    ...{ id, person_id, decision: 'given', text_version: '第1版', facets, receivers },
    ...{ way: 'spoken', given_on: '2026-02-01' },
  });
  return id;
}

const countOf = async (kind: string) =>
  (
    await town.look<{ n: number }>(
      'select coalesce(sum(n), 0)::int as n from encounter_tally where kind = $1',
      [kind],
    )
  )[0]?.n ?? 0;

test('a wish finds the place whose words answer it, with the reason; a place that closed is not among them', async () => {
  const id = await addPlace();
  const closed = await addPlace();
  await ogata.call(places.closeWelcomingPlace, { id: closed, why: '見本の工事' });
  const { places: found } = await window.call(places.suggestPlaces, { words: '花を育ててみたい' });
  expect(found.map((one) => one.id)).toContain(id);
  expect(found.map((one) => one.id)).not.toContain(closed);
  expect(found.find((one) => one.id === id)?.because.length).toBeGreaterThan(0);
  expect((await window.call(places.suggestPlaces, { words: '' })).places).toEqual([]);
  await ogata.call(places.confirmWelcomingPlace, { id: closed });
  expect((await window.call(places.readWelcomingPlace, { id: closed })).closed_on).toBeNull();
});

test('a way goes from looking to trying to staying; a rest needs no reason, and another try goes on from there', async () => {
  const before = await countOf('joining');
  const { take, read } = await begin(await addPlace());
  expect((await read())?.state).toBe('considering');
  await expectRefusal(take('settled'), 'refused');
  await take('look', '見ているだけなら');
  await take('trial');
  await take('paused');
  expect((await read())?.state).toBe('paused');
  await expectRefusal(take('kept_up'), 'refused');
  await take('trial', '水やりは好き');
  await take('settled');
  await take('kept_up');
  const way = await read();
  expect([way?.state, way?.steps.map(({ said }) => said)]).toEqual([
    'kept_up',
    ['見ているだけなら', null, null, '水やりは好き', null, null],
  ]);
  await take('ended');
  await expectRefusal(take('trial'), 'refused');
  // A rest and an end are no meetings.
  expect((await countOf('joining')) - before).toBe(5);
});

test('a place is told what the person agreed to, on a consent that names its body; when it is withdrawn, that shows', async () => {
  const { id, son, read } = await begin(await addPlace(ogata, { body_id: council }));
  const tell = (consent_id: string, facets: ('wish' | 'identity' | 'health')[]) =>
    window.call(api.tellPlace, {
      ...{ joining_id: id, id: mintId(), provision_id: mintId(), consent_id, facets },
      ...{ words: '花の世話をしてみたいそうです', told_on: '2026-02-02', ends_on: '2026-12-31' },
    });
  const consent = await agree(son, ['wish', 'identity']);
  await expectRefusal(tell(consent, ['health']), 'invalid');
  const elsewhere = await agree(son, ['wish'], [town.id('body:地域包括支援センター')]);
  await expectRefusal(tell(elsewhere, ['wish']), 'invalid');
  await tell(consent, ['wish']);
  const { provisions } = await window.call(listProvisionsOfPerson, { person: son });
  expect(provisions).toMatchObject([{ receiver: { id: council }, facets: ['wish'], consent_id: consent }]);
  expect((await read())?.tellings).toMatchObject([{ words: '花の世話をしてみたいそうです', stands: true }]);
  await window.call(withdrawConsent, { id: consent, way: 'spoken', words: '見本の撤回' });
  expect((await read())?.tellings).toMatchObject([{ stands: false }]);
});

test('where no body is known to run the place, nothing of the person is told there by a window', async () => {
  const { id, son } = await begin(await addPlace());
  await expectRefusal(
    window.call(api.tellPlace, {
      ...{ joining_id: id, id: mintId(), provision_id: mintId(), consent_id: await agree(son, ['wish']) },
      ...{ facets: ['wish'], words: '見本', told_on: '2026-02-02', ends_on: '2026-12-31' },
    }),
    'refused',
  );
});

test('what is done with a place counts as work, is the body’s own, and only its keeper changes the place', async () => {
  const before = await countOf('place_support');
  const id = await addPlace();
  const done = { place_id: id, id: mintId(), supported_on: '2026-02-02', way: 'visit' } as const;
  await window.call(places.supportPlace, { ...done, words: '困っていることを聞いた' });
  expect((await countOf('place_support')) - before).toBe(1);
  expect((await window.call(places.readWelcomingPlace, { id })).supports).toHaveLength(1);
  expect((await ogata.call(places.readWelcomingPlace, { id })).supports).toEqual([]);
  const said = { id, version: 1, name: '見本', kana: 'みほん', what: '見本' };
  await expectRefusal(window.call(places.correctWelcomingPlace, said), 'refused');
  await ogata.call(places.correctWelcomingPlace, said);
  await expectRefusal(ogata.call(places.correctWelcomingPlace, said), 'refused');
});

test('another window knows nothing of the way, and learns of it with the plan alone', async () => {
  const { case_id, id, read } = await begin(await addPlace());
  const other = town.as('nagata');
  expect((await other.call(api.listJoinings, { case_id })).joinings).toEqual([]);
  await expectRefusal(
    other.call(api.takeJoiningStep, { joining_id: id, id: mintId(), step: 'look', taken_on: '2026-02-02' }),
    'not_found',
  );
  expect((await read())?.steps).toEqual([]);
});

test('the return for 参加支援 counts persons, plans, those who were linked, places and what was done with them', async () => {
  const read = async () =>
    (await town.as('tsutsumi').call(readReturn, { code: 'participation', fiscal_year: 2025 })).tables[0]?.sum;
  const before = await read();
  const place = await addPlace();
  const { take } = await begin(place);
  await take('look');
  await take('trial');
  await take('settled');
  const done = { place_id: place, id: mintId(), supported_on: '2026-02-02', way: 'phone' } as const;
  await ogata.call(places.supportPlace, { ...done, words: '見本' });
  const after = await read();
  expect(after?.map((count, i) => (count ?? 0) - (before?.[i] ?? 0))).toEqual([1, 0, 1, 1, 1]);
});

test('the day to look again comes up on Today, across cases, with what the place says; a step answers it', async () => {
  const now = town.clock.now;
  const place = await addPlace(window);
  const { id, case_id, take, read } = await begin(place);
  const ways = async (state: 'open' | 'ended' = 'open') =>
    (await window.call(api.listWaysToPlaces, { state, place })).ways;
  expect(await ways()).toMatchObject([
    {
      id,
      case_id,
      place_id: place,
      state: 'considering',
      there_since: null,
      next_look_on: null,
      place_says: null,
    },
  ]);
  await take('look');
  await window.call(api.takeJoiningStep, {
    ...{ joining_id: id, id: mintId(), step: 'trial', taken_on: '2026-02-02', next_look_on: '2026-02-05' },
  });
  const support = { place_id: place, id: mintId(), supported_on: '2026-02-02', way: 'phone' } as const;
  await window.call(places.supportPlace, { ...support, words: '楽しそうに水をやっている（見本）' });
  expect(await ways()).toMatchObject([
    {
      ...{ state: 'trial', there_since: '2026-02-02', next_look_on: '2026-02-05' },
      place_says: { on: '2026-02-02', words: '楽しそうに水をやっている（見本）' },
    },
  ]);
  const looks = async () =>
    (await window.call(readCaseDay, {})).looks.filter(({ joining_id }) => joining_id === id);
  expect(await looks()).toEqual([]);
  town.clock.now = new Date(now.getTime() + 3 * 86_400_000);
  expect(await looks()).toMatchObject([{ case_id, place_name: '見本の花壇', next_look_on: '2026-02-05' }]);
  const put = (next_look_on: string | null) => window.call(api.setNextLook, { joining_id: id, next_look_on });
  await expectRefusal(put('2026-02-01'), 'invalid');
  await put('2026-02-20');
  expect(await looks()).toEqual([]);
  const step = { joining_id: id, taken_on: '2026-02-05' };
  await expectRefusal(
    window.call(api.takeJoiningStep, { ...step, id: mintId(), step: 'settled', next_look_on: '2026-02-05' }),
    'invalid',
  );
  await window.call(api.takeJoiningStep, { ...step, id: mintId(), step: 'paused' });
  expect(await ways()).toMatchObject([{ state: 'paused', there_since: null, next_look_on: null }]);
  await window.call(api.takeJoiningStep, { ...step, id: mintId(), step: 'ended' });
  expect([(await ways()).length, (await ways('ended')).length]).toEqual([0, 1]);
  await expectRefusal(put('2026-03-01'), 'refused');
  await expectRefusal(town.as('eguchi').call(api.setNextLook, { joining_id: id }), 'not_found');
  expect((await read())?.next_look_on).toBeNull();
  town.clock.now = now;
});

test('a place that can take one takes one, and says so; whoever looks or rests takes no room', async () => {
  const place = await addPlace(ogata, { how_many: 1 });
  const [one, other] = [await begin(place), await begin(place)];
  await one.take('trial');
  await other.take('look');
  expect((await expectRefusal(other.take('trial'), 'refused')).message).toContain(
    '1人までで、いまこちらから1人',
  );
  await one.take('settled');
  const { how_many, there_now } = await window.call(places.readWelcomingPlace, { id: place });
  expect([how_many, there_now]).toEqual([1, 1]);
  expect((await ogata.call(places.readWelcomingPlace, { id: place })).there_now).toBeNull();
  await one.take('paused');
  await other.take('trial');
  await expectRefusal(one.take('trial'), 'refused');
});
