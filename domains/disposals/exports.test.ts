import { expect, test } from 'vitest';
import { operations } from '#domains/index.ts';
import { exportHouseholds } from '#domains/parties/api.ts';
import { closeAccount, givePost, inviteAccount } from '#domains/posts/api.ts';
import { perform } from '#platform/perform.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { carryOutDisposals } from './jobs.ts';

const town = await openTown('cast');
const furukawa = town.as('furukawa');
const shiraishi = town.as('shiraishi');

const fetchList = (who = 'furukawa', text = '見本') => town.as(who).call(exportHouseholds, { text });
const askedBy = async (who: string, text?: string) =>
  (await expectRefusal(fetchList(who, text), 'approval_needed')).fields.asked ?? '';

async function ask(asked: string): Promise<string> {
  const id = mintId();
  await furukawa.call(api.requestExport, { id, asked, purpose: '安否確認の訓練に使い、終わったら消す' });
  return id;
}
const decide = (who: string, id: string, approved: boolean, reason: string | null = null) =>
  town.as(who).call(api.decideExport, { id, approved, reason });

test('below the limit a list goes out as ever; from the limit on nothing goes without a second person', async () => {
  expect((await shiraishi.call(api.readExportLimit, {})).persons).toBe(100);
  await expect(fetchList()).resolves.toBeInstanceOf(Uint8Array);
  await shiraishi.call(api.setExportLimit, {
    id: mintId(),
    persons: 10,
    starts_on: '2026-02-02',
    reason: '見本',
  });
  expect(await askedBy('furukawa')).toMatch(/^exportHouseholds:\d\d+:[0-9a-f]{64}$/);
  const past = { id: mintId(), persons: 50, starts_on: '2026-02-01', reason: '見本' };
  await expectRefusal(shiraishi.call(api.setExportLimit, past), 'invalid');
});

test('a yes of somebody else is good for one file, of the same question, by who asked', async () => {
  const id = await ask(await askedBy('furukawa'));
  await askedBy('furukawa');
  await decide('tsutsumi', id, true);
  await expectRefusal(decide('shiraishi', id, true), 'refused');
  await askedBy('furukawa', '見本鳥飼');
  await askedBy('ogata');
  await expect(fetchList()).resolves.toBeInstanceOf(Uint8Array);
  await askedBy('furukawa');
  const { requests } = await furukawa.call(api.listExportRequests, {});
  expect(requests[0]).toMatchObject({ id, state: 'fetched', mine: true });
  const words = await town.look(
    "select outcome from audit_inbox where word = 'households.exported' order by at",
  );
  expect(words.map(({ outcome }) => outcome)).toContain('approval_needed');
});

test('nobody says yes to themselves, a no has a reason, and both grow old', async () => {
  await shiraishi.call(api.requestExport, {
    id: mintId(),
    asked: `exportTransferSheet:200:${'0'.repeat(64)}`,
    purpose: '見本',
  });
  const own = (await shiraishi.call(api.listExportRequests, {})).requests.find(({ mine }) => mine);
  await expectRefusal(decide('shiraishi', own?.id ?? '', true), 'refused');
  const declined = await ask(await askedBy('furukawa'));
  await expectRefusal(decide('shiraishi', declined, false), 'invalid');
  await decide('shiraishi', declined, false, '名前の要らない集計で足りる');
  await askedBy('furukawa');

  const asked = await askedBy('furukawa');
  const [late, forgotten] = [await ask(asked), await ask(asked)];
  await decide('tsutsumi', late, true);
  town.clock.now = new Date('2026-02-10T10:00:00+09:00');
  await askedBy('furukawa');
  await expectRefusal(decide('tsutsumi', forgotten, true), 'refused');
  const { requests } = await town.as('tsutsumi').call(api.listExportRequests, {});
  expect(requests.map(({ id, state }) => [id, state])).toEqual(
    expect.arrayContaining([
      [declined, 'declined'],
      [late, 'expired'],
      [forgotten, 'expired'],
    ]),
  );
});

test('others do not see what somebody asked for', async () => {
  expect((await town.as('kusano-lead').call(api.listExportRequests, {})).requests).toEqual([]);
});

test('a closed account that two others let go keeps its number and loses its name', async () => {
  town.clock.now = new Date('2026-02-10T10:00:00+09:00');
  const [account, other, post] = [mintId(), mintId(), mintId()];
  const person = { name: '見本 やめた', kana: 'みほん やめた' };
  await shiraishi.call(inviteAccount, { id: account, sign_in_name: 'mihon-yameta', ...person });
  await shiraishi.call(inviteAccount, { id: other, sign_in_name: 'mihon-keikaku', ...person });
  await shiraishi.call(givePost, {
    id: post,
    account_id: other,
    role: 'planner',
    body_id: town.id('body:地域福祉課'),
    starts_on: '2026-02-10',
  });
  await shiraishi.call(closeAccount, { id: account, reason: '見本' });
  const years = {
    id: mintId(),
    class: 'account',
    years: 0,
    starts_on: '2026-02-10',
    reason: '見本',
  } as const;
  await shiraishi.call(api.setRetention, years);
  town.clock.now = new Date('2026-04-02T10:00:00+09:00');
  const list = mintId();
  await shiraishi.call(api.makeDisposal, { id: list, kind: 'account' });
  await shiraishi.call(api.submitDisposal, { id: list });
  await expectRefusal(shiraishi.call(api.approveDisposal, { id: list }), 'refused');
  await town.as('tsutsumi').call(api.approveDisposal, { id: list });
  const bound = operations.find(({ declared }) => declared === api.approveDisposal);
  if (!bound) throw new Error('approveDisposal is not bound');
  await perform(town.database, bound, { kind: 'post', post }, { id: list }, mintId());
  expect(await carryOutDisposals(town.database)).toBe(1);
  const [row] = await town.look('select name, sign_in_name from accounts where id = $1', [account]);
  expect(row).toEqual({ name: '（廃棄済み）', sign_in_name: expect.stringMatching(/^destroyed-/) });
  expect(await town.look('select 1 from invitations where account_id = $1', [account])).toEqual([]);
});
