import { beforeEach, expect, test } from 'vitest';
import { listVisits, readRound, recordVisit } from '#domains/visits/api.ts';
import { assignHousehold, listAssignments } from '#domains/visits/assignment-api.ts';
import { mintId } from '#platform/uuid.ts';
import { type Caller, expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { samplePassword } from './fixtures.ts';

const town = await openTown('cast');
const admin = town.as('shiraishi');
const { id } = town;
const at = (on: string) => new Date(`${on}T10:00:00+09:00`);
const visitorIn = (district: string) => ({
  role: 'visitor' as const,
  body_id: id(`body:${district}`),
  district_id: id(`district:${district}`),
});
const ends_on = '2026-03-31';
const term = { role: 'visitor' as const, ends_on, next_ends_on: '2028-03-31' };

/** A visitor with a term that ends with the fiscal year and a household of the round, signed in. */
async function open(name: string, district = '鳥飼') {
  const account = mintId();
  const person = { id: account, sign_in_name: name, name: `${name}（見本）`, kana: 'みほん' };
  const { secret_code } = await admin.call(api.inviteAccount, person);
  await accept(secret_code ?? '');
  const post = mintId();
  await admin.call(api.givePost, {
    id: post,
    account_id: account,
    ...visitorIn(district),
    starts_on: '2024-04-01',
    ends_on,
  });
  const household = id(`household:${district}:1`);
  const lead = town.as(district === '鳥飼' ? 'furukawa' : 'kusano-lead');
  await lead.call(assignHousehold, {
    id: mintId(),
    household_id: household,
    post_id: post,
    starts_on: '2026-02-02',
  });
  return { account, post, household };
}

async function accept(code: string): Promise<Caller> {
  const browser = town.browser();
  await browser.call(api.acceptInvitation, { code, password: samplePassword });
  return browser;
}
/** Signs in on the day it is: a session does not last from one month to the next. */
async function enter(sign_in_name: string, post?: string): Promise<Caller> {
  const browser = town.browser();
  await browser.call(api.signIn, { sign_in_name, password: samplePassword });
  if (post) await browser.call(api.switchPost, { post });
  return browser;
}
const decide = (decisions: Parameters<typeof admin.call<typeof api.decideRenewal>>[1]['decisions']) =>
  admin.call(api.decideRenewal, { ...term, decisions });
const rowOf = async (post: string) =>
  (await admin.call(api.readRenewal, { role: 'visitor', ends_on })).posts.find((row) => row.id === post);
const roundOf = async (caller: Caller) =>
  (await caller.call(readRound, {})).households.map((h) => h.household_id);

beforeEach(() => {
  town.clock.now = at('2026-02-02');
});

test('terms that end on one day are listed, by district, with how far they are decided', async () => {
  await open('listed');
  await open('listed-kusano', '草野');
  expect((await admin.call(api.listRenewals, {})).renewals).toContainEqual({
    role: 'visitor',
    ends_on,
    posts: 2,
    undecided: 2,
    reappointed: 0,
    succeeded: 0,
    vacant: 0,
  });
  const { districts, posts } = await admin.call(api.readRenewal, {
    role: 'visitor',
    ends_on,
    district: id('district:草野'),
  });
  expect(districts.map(({ district, undecided }) => [district?.name, undecided])).toEqual([
    ['草野', 1],
    ['鳥飼', 1],
  ]);
  expect(posts).toMatchObject([{ account: { name: 'listed-kusano（見本）' }, state: 'undecided', terms: 1 }]);
});

test('who is re-appointed has the round on the first day of the new term as on the last of the old one', async () => {
  const { post, household } = await open('stays');
  await decide([{ post_id: post, decision: 'reappointed' }]);
  expect(await rowOf(post)).toMatchObject({ state: 'reappointed', terms: 2, ends_on: '2028-03-31' });
  for (const day of ['2026-03-31', '2026-04-01']) {
    town.clock.now = at(day);
    expect(await roundOf(await enter('stays'))).toEqual([household]);
  }
});

test('a successor has the round from the first day on; who leaves finishes the last entries', async () => {
  const { post, household } = await open('leaves');
  const { secret_codes } = await decide([
    {
      post_id: post,
      decision: 'succeeded',
      successor: { sign_in_name: 'follows', name: '後任（見本）', kana: 'こうにん' },
    },
  ]);
  expect(await rowOf(post)).toMatchObject({
    state: 'succeeded',
    successor: { name: '後任（見本）', starts_on: '2026-04-01' },
  });
  const successor = await accept(secret_codes?.[0]?.code ?? '');
  expect((await successor.call(api.readMe, {})).posts).toEqual([]);
  expect(await roundOf(await enter('leaves'))).toEqual([household]);
  town.clock.now = at('2026-04-01');
  expect(await roundOf(await enter('follows'))).toEqual([household]);
  const leaving = await enter('leaves');
  await leaving.call(recordVisit, {
    id: mintId(),
    household_id: household,
    visited_on: '2026-03-30',
    channel: 'phone',
    contact: 'met',
  });
  expect((await leaving.call(listVisits, {})).visits).toHaveLength(1);
  const { assignments } = await town.as('furukawa').call(listAssignments, { post, when: 'all' });
  expect(assignments).toMatchObject([{ ends_on: '2026-03-31', why_ended: 'succeeded' }]);
});

test('a vacancy keeps its round for who stands in, until a successor takes it over', async () => {
  const { post, household } = await open('vacant');
  await decide([{ post_id: post, decision: 'vacant' }]);
  const standIn = await open('stands-in');
  const acting = mintId();
  await admin.call(api.givePost, {
    id: acting,
    account_id: standIn.account,
    ...visitorIn('鳥飼'),
    starts_on: '2026-04-01',
    acting_for: post,
  });
  await decide([{ post_id: standIn.post, decision: 'reappointed' }]);
  expect((await town.as('furukawa').call(api.listVacancies, {})).vacancies).toMatchObject([
    { id: post, since: '2026-04-01', last_holder: 'vacant（見本）', acting: [{ post: acting }] },
  ]);
  expect((await town.as('kusano-lead').call(api.listVacancies, {})).vacancies).toEqual([]);
  town.clock.now = at('2026-04-10');
  expect(await roundOf(await enter('stands-in', acting))).toEqual([household]);
  const fill = { id: post, starts_on: '2026-05-01', ends_on: '2028-03-31' };
  const early = { ...fill, starts_on: '2026-03-01', successor: { sign_in_name: 'koga' } };
  expect((await expectRefusal(admin.call(api.fillVacancy, early), 'invalid')).fields).toHaveProperty(
    'starts_on',
  );
  const successor = { sign_in_name: 'fills', name: '新任（見本）', kana: 'しんにん' };
  const { secret_code } = await admin.call(api.fillVacancy, { ...fill, successor });
  await accept(secret_code ?? '');
  expect((await admin.call(api.listVacancies, {})).vacancies).toEqual([]);
  expect(await roundOf(await enter('stands-in', acting))).toEqual([household]);
  town.clock.now = at('2026-05-01');
  expect(await roundOf(await enter('fills'))).toEqual([household]);
  expect((await (await enter('stands-in', acting)).call(api.readMe, {})).finishing).toBe(true);
});

test('what is wrong is said beside its row, and nothing is decided then', async () => {
  const { post } = await open('first-row');
  const other = await open('second-row');
  const refused = await expectRefusal(
    decide([
      { post_id: post, decision: 'reappointed' },
      { post_id: other.post, decision: 'succeeded', successor: { sign_in_name: 'nobody-yet' } },
    ]),
    'invalid',
  );
  expect(Object.keys(refused.fields).sort()).toEqual([
    'decisions.1.successor.kana',
    'decisions.1.successor.name',
  ]);
  expect(refused.fields['decisions.1.successor.name']).toBe('second-row（見本）さん：名前を入れてください。');
  expect(await rowOf(post)).toMatchObject({ state: 'undecided' });
  await decide([{ post_id: post, decision: 'vacant' }]);
  const again = await expectRefusal(decide([{ post_id: post, decision: 'reappointed' }]), 'invalid');
  expect(again.fields['decisions.0.decision']).toContain('すでに「欠員」と決まっています');
});

test('a decision is taken back before its day: the post is undecided and has its round', async () => {
  const { post, household } = await open('taken-back');
  await decide([
    {
      post_id: post,
      decision: 'succeeded',
      successor: { sign_in_name: 'never', name: '来ない（見本）', kana: 'こない' },
    },
  ]);
  await admin.call(api.withdrawEnding, { id: post, reason: '続けることになった' });
  expect(await rowOf(post)).toMatchObject({ state: 'undecided', successor: null });
  await decide([{ post_id: post, decision: 'reappointed' }]);
  town.clock.now = at('2026-04-02');
  expect(await roundOf(await enter('taken-back'))).toEqual([household]);
  await expectRefusal(admin.call(api.withdrawEnding, { id: post, reason: 'もう一度' }), 'refused');
});
