import { expect, test } from 'vitest';
import { endDistrict, listDistricts, openDistrict, renameDistrict } from '#domains/districts/api.ts';
import { describeDistrict } from '#domains/districts/model.ts';
import { listHouseholds, registerHousehold } from '#domains/parties/api.ts';
import { readIndicator } from '#domains/plan/api.ts';
import {
  listVisits,
  readRound,
  readTallyMonth,
  recordVisit,
  setRoundAgreement,
} from '#domains/visits/api.ts';
import { assignHousehold } from '#domains/visits/assignment-api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { samplePassword } from './fixtures.ts';

const town = await openTown('sample');
const { id } = town;
const admin = town.as('shiraishi');
const [kusano, yamamoto] = [id('district:草野'), id('district:山本')];
const at = (on: string) => new Date(`${on}T10:00:00+09:00`);
const districtNamed = async (district: string) =>
  (await admin.call(listDistricts, {})).districts.find((one) => one.id === district);
const figures = (cut: 'as_was' | 'today', year = '2024') =>
  town.as('tsutsumi').call(readIndicator, { plan: 'kurume-1', indicator: 'visits', year, cut });
const sumOf = (rows: readonly { total: number }[] = []) => rows.reduce((sum, { total }) => sum + total, 0);

async function enter(sign_in_name: string) {
  const browser = town.browser();
  await browser.call(api.signIn, { sign_in_name, password: samplePassword });
  return browser;
}

test('a name alone changes from a day on; what speaks of the time before goes on using the old one', async () => {
  const asked = { id: id('district:浮島'), name: '浮島東', kana: 'うきしまひがし', reason: '区画整理' };
  await expectRefusal(admin.call(renameDistrict, { ...asked, starts_on: '2026-04-01' }), 'invalid');
  await admin.call(renameDistrict, { ...asked, starts_on: '2026-02-01' });
  const district = await districtNamed(asked.id);
  expect(district).toMatchObject({
    name: '浮島東',
    ends_on: null,
    changes: [{ kind: 'renamed', name_before: '浮島' }],
  });
  if (!district) throw new Error('the district is gone');
  expect(describeDistrict(district, '2026-01-31')).toBe('浮島');
  expect(describeDistrict(district, '2026-02-01')).toBe('浮島東');
  const { districts } = await figures('as_was');
  expect(districts?.rows.map(({ name }) => name)).toContain('浮島');
  await expectRefusal(admin.call(renameDistrict, { ...asked, starts_on: '2026-01-31' }), 'invalid');
});

test('a district is merged, its posts and records are taken over in one act that is tried first, and nothing is lost', async () => {
  const before = await figures('as_was');
  const households = (await town.as('kusano-lead').call(listHouseholds, {})).households
    .map((one) => one.id)
    .sort();
  const round = (await town.as('sakai').call(readRound, {})).households.map((one) => one.household_id);
  const merger = {
    id: kusano,
    kind: 'merged' as const,
    into: [yamamoto],
    starts_on: '2026-04-01',
    reason: '学校の統合',
  };
  await expectRefusal(
    admin.call(endDistrict, { ...merger, into: [yamamoto, id('district:大橋')] }),
    'invalid',
  );
  await expectRefusal(admin.call(api.tryTakeover, { id: kusano, into_id: yamamoto }), 'refused');
  await admin.call(endDistrict, merger);
  await expectRefusal(admin.call(endDistrict, merger), 'refused');

  const { secret_trial } = await admin.call(api.tryTakeover, { id: kusano, into_id: yamamoto });
  expect(secret_trial).toMatchObject({
    district: '草野',
    into: '山本',
    starts_on: '2026-04-01',
    households: households.length,
  });
  expect(secret_trial?.posts.map(({ name }) => name).sort()).toEqual([
    '吉田（見本）',
    '坂井（見本）',
    '樋口（見本）',
  ]);
  expect((await admin.call(api.listTakeovers, {})).takeovers).toEqual([]);
  await admin.call(api.takeOverDistrict, { id: kusano, into_id: yamamoto, reason: '学校の統合' });
  await expectRefusal(
    admin.call(api.takeOverDistrict, { id: kusano, into_id: yamamoto, reason: 'もう一度' }),
    'refused',
  );

  expect((await (await enter('matome-08')).call(listHouseholds, {})).households).toEqual([]);
  town.clock.now = at('2026-04-02');
  const gatherer = await enter('matome-08');
  const seen = (await gatherer.call(listHouseholds, {})).households.map((one) => one.id).sort();
  expect(seen).toEqual(households);
  expect((await gatherer.call(listVisits, {})).visits.length).toBeGreaterThan(0);
  const visitor = await enter('sakai');
  expect((await visitor.call(readRound, {})).households.map((one) => one.household_id).sort()).toEqual(
    round.sort(),
  );

  await visitor.call(recordVisit, {
    id: mintId(),
    household_id: round[0] ?? '',
    visited_on: '2026-04-02',
    channel: 'face',
    contact: 'met',
  });
  const [counted] = await town.look(
    'select district_id, group_id from encounters order by recorded_at desc limit 1',
  );
  expect(counted).toEqual({ district_id: yamamoto, group_id: id('body:山本') });
  const groups = (await gatherer.call(readTallyMonth, { month: '2026-04' })).groups;
  expect(groups.map(({ district_name }) => district_name)).toEqual(['山本']);
  const past = (await gatherer.call(readTallyMonth, { month: '2026-01' })).groups;
  expect(past.map(({ district_name }) => district_name)).toEqual(['山本', '草野']);

  const [was, today] = [await figures('as_was'), await figures('today')];
  expect(sumOf(was.districts?.rows)).toBe(248_933);
  expect(sumOf(today.districts?.rows)).toBe(248_933);
  const rowOf = (rows: typeof was, name: string) =>
    rows.districts?.rows.find((row) => row.name === name)?.total ?? 0;
  expect(was.districts?.rows.map(({ name }) => name)).toContain('草野（令和8年4月1日に山本校区と統合）');
  expect(today.districts?.rows.map(({ name }) => name)).not.toContain(
    '草野（令和8年4月1日に山本校区と統合）',
  );
  expect(rowOf(today, '山本')).toBe(rowOf(before, '山本') + rowOf(before, '草野'));
});

test('who gathers for both looks after households of either, and assigns them to posts that moved', async () => {
  const gatherer = await enter('matome-08');
  const household = mintId();
  await gatherer.call(registerHousehold, {
    id: household,
    district_id: yamamoto,
    holder_id: id('body:山本'),
    name: '見本 やまもと',
    kana: 'みほん やまもと',
    address: '見本町1',
    phone: null,
    cautions: [],
    members: [],
  });
  await gatherer.call(setRoundAgreement, {
    id: mintId(),
    district_id: yamamoto,
    agreed: true,
    starts_on: '2026-04-01',
    words: '見本',
  });
  const { posts } = await gatherer.call(api.listPosts, { role: 'visitor' });
  const moved = posts.find(({ account, state }) => account.name === '坂井（見本）' && state === 'current');
  expect(moved?.district?.name).toBe('山本');
  await gatherer.call(assignHousehold, {
    id: mintId(),
    household_id: household,
    post_id: moved?.id ?? '',
    starts_on: '2026-04-02',
  });
  const round = (await (await enter('sakai')).call(readRound, {})).households.map((one) => one.household_id);
  expect(round).toContain(household);
});

test('a split district keeps its years under its own name, and says what it became', async () => {
  const [west, east] = [mintId(), mintId()];
  for (const [district, code] of [
    [west, '101'],
    [east, '102'],
  ] as const)
    await admin.call(openDistrict, {
      id: district,
      code,
      name: `下田${code}`,
      kana: 'しもだ',
      area: '城島',
      sort: Number(code),
      starts_on: '2026-04-01',
    });
  await admin.call(endDistrict, {
    id: id('district:下田'),
    kind: 'split',
    into: [west, east],
    starts_on: '2026-04-01',
    reason: '人口の増加',
  });
  const { districts } = await figures('today');
  expect(districts?.rows.map(({ name }) => name)).toContain(
    '下田（令和8年4月1日に下田101校区・下田102校区に分割）',
  );
  expect(sumOf(districts?.rows)).toBe(248_933);
});
