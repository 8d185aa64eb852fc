import { beforeEach, expect, test } from 'vitest';
import {
  acceptInvitation,
  decideRenewal,
  endPost,
  givePost,
  inviteAccount,
  signIn,
} from '#domains/posts/api.ts';
import { samplePassword } from '#domains/posts/fixtures.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { recordVisit } from './api.ts';
import { assignHousehold } from './assignment-api.ts';
import * as api from './handover-api.ts';

const town = await openTown('cast');
const { id } = town;
const admin = town.as('shiraishi');
const furukawa = town.as('furukawa');
const at = (on: string) => new Date(`${on}T10:00:00+09:00`);
const household = id('household:鳥飼:1');

beforeEach(() => {
  town.clock.now = at('2026-02-02');
});

async function enter(sign_in_name: string) {
  const browser = town.browser();
  await browser.call(signIn, { sign_in_name, password: samplePassword });
  return browser;
}

/** A visitor whose term ends with March, with one household of the round and one visit that is not followed up. */
async function open(name: string) {
  const account = mintId();
  const person = { id: account, sign_in_name: name, name: `${name}（見本）`, kana: 'みほん' };
  const { secret_code } = await admin.call(inviteAccount, person);
  await town.browser().call(acceptInvitation, { code: secret_code ?? '', password: samplePassword });
  const post = mintId();
  await admin.call(givePost, {
    id: post,
    account_id: account,
    role: 'visitor',
    body_id: id('body:鳥飼'),
    district_id: id('district:鳥飼'),
    starts_on: '2024-04-01',
    ends_on: '2026-03-31',
  });
  await furukawa.call(assignHousehold, {
    id: mintId(),
    household_id: household,
    post_id: post,
    starts_on: '2026-02-01',
  });
  const browser = await enter(name);
  const visit = mintId();
  await browser.call(recordVisit, {
    id: visit,
    household_id: household,
    visited_on: '2026-02-02',
    channel: 'intercom',
    contact: 'absent',
    condition: 'concern',
    next_step: 'again',
  });
  return { account, post, browser, visit };
}

async function succeed(post: string, sign_in_name: string) {
  const { secret_codes } = await admin.call(decideRenewal, {
    role: 'visitor',
    ends_on: '2026-03-31',
    next_ends_on: '2028-03-31',
    decisions: [
      {
        post_id: post,
        decision: 'succeeded',
        successor: { sign_in_name, name: `${sign_in_name}（見本）`, kana: 'こうにん' },
      },
    ],
  });
  await town
    .browser()
    .call(acceptInvitation, { code: secret_codes?.[0]?.code ?? '', password: samplePassword });
}

test('what hangs on a post is listed: the round, and visits after which nobody was reached', async () => {
  const { post, browser, visit } = await open('hangs');
  const { promises, successor } = await browser.call(api.readPromises, { post });
  expect(promises).toMatchObject([
    { key: `household_${household}`, kind: 'household', household_name: expect.any(String) },
    {
      key: `visit_${visit}`,
      kind: 'worry',
      condition: 'concern',
      next_step: 'again',
      visited_on: '2026-02-02',
    },
  ]);
  expect(successor).toBeNull();
  await browser.call(recordVisit, {
    id: mintId(),
    household_id: household,
    visited_on: '2026-02-02',
    channel: 'face',
    contact: 'met',
  });
  const later = await browser.call(api.readPromises, { post });
  expect(later.promises.map(({ kind }) => kind)).toEqual(['household']);
});

test('the successor reads the words at once, what is about a household from the day it is on the own round, and signs', async () => {
  const { post, browser, visit } = await open('hands-over');
  await succeed(post, 'takes-over');
  const { successor } = await browser.call(api.readPromises, { post });
  expect(successor).toMatchObject({ name: 'takes-over（見本）', starts_on: '2026-04-01' });
  town.clock.now = at('2026-04-01');
  const leaving = await enter('hands-over');
  const handover = mintId();
  await leaving.call(api.handOver, {
    id: handover,
    post_id: post,
    words: 'お世話になりました',
    items: { [`household_${household}`]: '呼び鈴は長めに', [`visit_${visit}`]: '夕方なら会える' },
  });
  const taking = await enter('takes-over');
  expect((await taking.call(api.listHandovers, {})).handovers).toMatchObject([
    { handover, person: 'hands-over（見本）', received_on: null },
  ]);
  const read = await taking.call(api.readHandover, { id: handover });
  expect(read).toMatchObject({ words: 'お世話になりました', receivable: true, receipt: null });
  expect(read.promises.map(({ words }) => words)).toEqual(['呼び鈴は長めに']);
  await taking.call(api.receiveHandover, { id: handover });
  expect((await leaving.call(api.readHandover, { id: handover })).receipt).toEqual({
    received_on: '2026-04-01',
    received_for: 'takes-over（見本）',
    received_by: null,
  });
  await expectRefusal(leaving.call(api.handOver, { id: mintId(), post_id: post }), 'refused');
  await expectRefusal(taking.call(api.receiveHandover, { id: handover }), 'refused');
});

test('before the first day the successor opens nothing of it', async () => {
  const { post, browser } = await open('early');
  await succeed(post, 'waits');
  const handover = mintId();
  await browser.call(api.handOver, {
    id: handover,
    post_id: post,
    items: { [`household_${household}`]: '犬がいる' },
  });
  const waiting = await enter('waits');
  await expectRefusal(waiting.call(api.readHandover, { id: handover }), 'not_allowed');
});

test('a gatherer writes and receives for people who are never on line, and it says so', async () => {
  const { post } = await open('paper');
  await admin.call(endPost, { id: post, how: 'on_day', ends_on: '2026-02-28', reason: '転居' });
  expect((await furukawa.call(api.listHandovers, {})).handovers).toContainEqual(
    expect.objectContaining({ post_id: post, person: 'paper（見本）', handover: null }),
  );
  expect((await town.as('kusano-lead').call(api.listHandovers, {})).handovers).toEqual([]);
  const handover = mintId();
  await furukawa.call(api.handOver, { id: handover, post_id: post, words: '電話で聞きました' });
  const written = await furukawa.call(api.readHandover, { id: handover });
  expect(written).toMatchObject({ written_by: '古川（見本）', receivable: true });
  const nameless = await expectRefusal(furukawa.call(api.receiveHandover, { id: handover }), 'invalid');
  expect(nameless.fields).toHaveProperty('received_for');
  await furukawa.call(api.receiveHandover, { id: handover, received_for: '鳥飼 はなこ' });
  expect((await furukawa.call(api.readHandover, { id: handover })).receipt).toMatchObject({
    received_for: '鳥飼 はなこ',
    received_by: '古川（見本）',
  });
  await expectRefusal(town.as('kusano-lead').call(api.readHandover, { id: handover }), 'not_found');
  await expectRefusal(town.as('koga').call(api.readHandover, { id: handover }), 'not_found');
});

test('who gathers hands over the sheets that are missing too', async () => {
  const { promises } = await furukawa.call(api.readPromises, { post: id('post:furukawa') });
  const sheets = promises.filter(({ kind }) => kind === 'sheet').map(({ month }) => month);
  expect(sheets.every((month) => month !== null && month < '2026-02')).toBe(true);
  const handover = mintId();
  await furukawa.call(api.handOver, { id: handover, post_id: id('post:furukawa'), items: {} });
  expect((await furukawa.call(api.readHandover, { id: handover })).promises).toHaveLength(promises.length);
});
