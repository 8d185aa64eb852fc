import { expect, test } from 'vitest';
import { setExportLimit, setRetention } from '#domains/disposals/api.ts';
import { carryOutDisposals } from '#domains/disposals/jobs.ts';
import { closeHousehold } from '#domains/parties/api.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { fill, follow, keepFile, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 180_000 };
const furukawa = town.as('furukawa');
const shiraishi = town.as('shiraishi');

const entries = await town.look<{ id: string; name: string; number: string }>(
  'select id, name, number from households where holder_id = $1 order by kana_key, id limit 3',
  [town.id('body:鳥飼')],
);
const [gone, left, held] = entries;
if (!gone || !left || !held) throw new Error('鳥飼 has fewer than three households in the sample town');
for (const { id } of entries)
  await furukawa.call(closeHousehold, { id, closed_on: '2025-03-31', why: 'died' });
await shiraishi.call(setRetention, {
  id: mintId(),
  class: 'watching',
  body_id: town.id('body:鳥飼'),
  years: 0,
  starts_on: '2026-02-02',
  reason: '見本',
});

test(
  'a gatherer holds one household back, lists what is due, leaves one out and submits',
  patient,
  async () => {
    const gatherer = await openBrowser(base);
    await signIn(gatherer, 'furukawa');
    await gatherer.open(`/households/${held.id}`);
    await follow(gatherer, '廃棄を止める');
    await gatherer.expectAccessible('disposals-hold-place');
    await fill(gatherer, /^理由/, '開示請求の答えが出るまで（見本）');
    await follow(gatherer, '廃棄を止める');
    await said(gatherer, `${held.number} ${held.name}`);
    await gatherer.expectAccessible('disposals-holds');

    await gatherer.open('/disposals');
    await gatherer.expectAccessible('disposals-due');
    await follow(gatherer, '一覧を作る');
    await said(gatherer, '廃棄の一覧：閉じた世帯');
    await gatherer.expectAccessible('disposals-made');
    expect(await gatherer.page.getByText(held.number).count()).toBe(0);
    await follow(gatherer, `除く：${left.number} ${left.name}`);
    await gatherer.expectAccessible('disposals-leave-out');
    await fill(gatherer, /^理由/, '家族から相談を受けているため（見本）');
    await follow(gatherer, 'この1件を除く');
    await said(gatherer, '家族から相談を受けているため（見本）');
    await follow(gatherer, '承認に出す');
    await said(gatherer, '承認に出したあとは変えられません。');
    await gatherer.expectAccessible('disposals-submitted');
  },
);

test('two others approve, it is carried out, and a record without names remains', patient, async () => {
  const planner = await openBrowser(base, narrow);
  await signIn(planner, 'tsutsumi');
  await planner.open('/disposals');
  await planner.expectAccessible('disposals-list-narrow');
  await follow(planner, '閉じた世帯');
  await said(planner, /今までの承認は0人です/);
  expect(await planner.page.getByText(gone.name).count()).toBe(0);
  await planner.expectAccessible('disposals-approve-narrow');
  await follow(planner, '廃棄を承認する');
  await said(planner, /今までの承認は1人です/);

  const administrator = await openBrowser(base);
  await signIn(administrator, 'shiraishi');
  await administrator.open('/disposals');
  await follow(administrator, '閉じた世帯');
  await follow(administrator, '廃棄を承認する');
  await said(administrator, /2人が承認しました/);
  await administrator.expectAccessible('disposals-approved');
  expect(await carryOutDisposals(town.database)).toBe(1);
  await administrator.page.reload();
  await said(administrator, 'だれの記録だったかは、どこにも残っていません。');
  await administrator.expectAccessible('disposals-record');
  await administrator.open('/retention');
  await administrator.expectAccessible('disposals-retention');
  await administrator.open('/legal-holds');
  await administrator.expectAccessible('disposals-holds-administrator');
  expect(await town.look('select 1 from households where id = $1', [gone.id])).toEqual([]);
});

test('a list of many is asked for, approved by somebody else, and kept once', patient, async () => {
  const limit = { id: mintId(), persons: 10, starts_on: '2026-02-02', reason: '見本' };
  await shiraishi.call(setExportLimit, limit);
  const gatherer = await openBrowser(base, narrow);
  await signIn(gatherer, 'furukawa');
  await gatherer.open('/households');
  await follow(gatherer, '全件をCSVで保存（UTF-8）');
  await said(gatherer, /ほかの人の承認が要ります/);
  await gatherer.expectAccessible('exports-refused-narrow');
  await follow(gatherer, '持ち出しを申し込む');
  await fill(gatherer, /^目的/, '安否確認の訓練に使い、終わったら消す（見本）');
  await gatherer.expectAccessible('exports-ask-narrow');
  await follow(gatherer, '申し込む');
  await said(gatherer, '承認待ち');

  const administrator = await openBrowser(base);
  await signIn(administrator, 'shiraishi');
  await administrator.open('/exports');
  await said(administrator, '安否確認の訓練に使い、終わったら消す（見本）');
  await administrator.expectAccessible('exports-decide');
  await follow(administrator, '持ち出しを承認する');
  await said(administrator, '承認済み');

  await gatherer.open('/households');
  const { bytes } = await keepFile(gatherer, '全件をCSVで保存（UTF-8）');
  expect(bytes.toString('utf8').trim().split('\r\n').length).toBeGreaterThan(10);
  await gatherer.open('/exports');
  await said(gatherer, '保存済み');
  await gatherer.expectAccessible('exports-fetched-narrow');
});
