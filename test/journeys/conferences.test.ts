import { expect, test } from 'vitest';
import { draftPlan, proposePlan } from '#domains/cases/plan-api.ts';
import { openRig } from '#domains/conferences/rig.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { choose, fill, follow, keepFile, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const rig = openRig(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 300_000 };

async function tick(visitor: Visitor, name: RegExp): Promise<void> {
  await visitor.tabTo(name);
  await visitor.press('Space');
}

/** Goes to a list of which one is chosen, and down to the one with this name. */
async function pick(visitor: Visitor, first: RegExp, wanted: RegExp): Promise<void> {
  await tick(visitor, first);
  const chosen = () =>
    visitor.page
      .locator(':focus')
      .evaluate((radio: HTMLInputElement) => radio.labels?.[0]?.textContent ?? '');
  for (let i = 0; i < 10 && !wanted.test(await chosen()); i++) await visitor.press('ArrowDown');
  expect(await chosen()).toMatch(wanted);
}

/** Calls a sitting and adds an item of a kind, by keyboard. */
async function callItem(
  caller: Visitor,
  kinds: [RegExp, RegExp],
  title: string,
  client?: RegExp,
): Promise<void> {
  await caller.open('/conferences');
  await caller.expectAccessible('conferences-list');
  await follow(caller, '会合を開く');
  await fill(caller, /^場所/, '市役所 3階（見本）');
  await caller.expectAccessible('conferences-new');
  await follow(caller, 'この日に開く');
  await said(caller, '会合を開くことにしました');
  await follow(caller, '議題を加える');
  await pick(caller, ...kinds);
  if (client) await tick(caller, client);
  await fill(caller, /^議題の名/, title);
  await fill(caller, /^話し合いたいこと/, '近所から心配の声があった（見本）');
  await caller.expectAccessible('conferences-new-item');
  await follow(caller, '議題を加える');
  await said(caller, '議題を加えました');
}

test(
  'an unconsented item: nobody else sees its paper, and a month later its role sheet still stands',
  patient,
  async () => {
    const caller = await openBrowser(base);
    await signIn(caller, 'kakihara');
    await callItem(caller, [/^要対協/, /^支援会議社会/], '校区の方の見守り');
    const item = new URL(caller.page.url()).pathname;
    await tick(caller, /^永田（見本）（/);
    await follow(caller, '選んだ人を招く');
    await said(caller, '招きました');
    await said(caller, '永田（見本）の席を取り消す');
    await caller.expectAccessible('conferences-item-called');

    const centre = await openBrowser(base, narrow);
    await signIn(centre, 'nagata');
    await centre.open('/conferences');
    await centre.expectAccessible('conferences-list-narrow');
    await centre.open(new URL(await linkToSitting(caller)).pathname);
    await follow(centre, '説明を読んで確認する');
    await centre.expectAccessible('conferences-invitation-narrow');
    await follow(centre, '確認して議題を開く');
    await said(centre, '説明を読んだら、チェックを入れてください');
    await tick(centre, /^説明を読み、秘密を守ります/);
    await follow(centre, '確認して議題を開く');
    await said(centre, '守秘の確認を記録しました');
    await fill(centre, /^資料の名/, '訪ねたときの様子');
    await fill(centre, /^資料の内容/, 'かくしておく資料（見本）');
    await follow(centre, '資料を出す');
    await said(centre, '資料を出しました');
    await said(centre, '訪ねたときの様子（地域包括支援センター（見本））');
    await centre.expectAccessible('conferences-item-seat-narrow');

    await caller.open(new URL(await linkToSitting(caller)).pathname);
    await caller.expectAccessible('conferences-sitting');
    const { name } = await keepFile(caller, '議題と資料を全員分つくる（1人）');
    expect(name).toBe('会議資料_2026-02-02.zip');

    await caller.open(item);
    await said(caller, 'かくしておく資料（見本）');
    await follow(caller, '開いたことを記す');
    await said(caller, '記録はまだありません');
    await fill(caller, /^話し合ったこと・決めたこと/, '月に二度、声をかける');
    await follow(caller, '記録を保存する');
    await said(caller, '記録を保存しました');
    await choose(caller, /^だれが/, await seatOf('nagata', item));
    await fill(caller, /^何に気を配る/, '新聞がたまっていないか');
    await fill(caller, /^気づいたら知らせる先/, '地域福祉課');
    await follow(caller, '役割票に加える');
    await said(caller, '役割票に加えました');
    await caller.expectAccessible('conferences-item-held');
    await follow(caller, '議題を閉じる');
    await said(caller, '閉じた');

    // The coordinator knows of the sitting, as of every one; the item is not there for her.
    const other = await openBrowser(base);
    await signIn(other, 'nakajima');
    await other.open(item);
    await other.page.getByText('見つかりません').first().waitFor();
    await other.expectAccessible('conferences-item-not-there');

    town.clock.now = new Date('2026-03-05T10:00:00+09:00');
    const later = await openBrowser(base, narrow);
    await signIn(later, 'nagata');
    await later.open('/role-lines');
    await said(later, '新聞がたまっていないか');
    await later.expectAccessible('conferences-roles-narrow');
    await later.open(item);
    await said(later, '資料と記録は閉じられています');
    expect(await later.page.getByText('かくしておく資料').count()).toBe(0);
    await later.expectAccessible('conferences-item-closed-narrow');
    town.clock.now = new Date('2026-02-02T10:00:00+09:00');
  },
);

test('a consented item finds a plan fit, and a kind is set by the city', patient, async () => {
  const client_id = await rig.know('見本 恵子', 'nakajima', '生活自立支援センター', ['社協']);
  const case_id = await rig.openCaseOf('nakajima', client_id);
  const plan_id = mintId();
  await town.as('nakajima').call(draftPlan, {
    id: plan_id,
    case_id,
    client_id,
    kind: 'self_support',
    trouble: '家計のこと',
    starts_on: '2026-02-02',
    ends_on: '2026-07-31',
    goals: [{ id: mintId(), span: 'long', words: '話せる場所がほしい' }],
    steps: [{ id: mintId(), what: '家計表をいっしょにつける', who: 'person' }],
  });
  await town.as('nakajima').call(proposePlan, { plan_id, id: mintId(), version: 1 });
  const worker = await openBrowser(base);
  await signIn(worker, 'nakajima');
  await callItem(worker, [/^地域ケア/, /^支援調整会議/], '恵子さんのプラン', /^見本 恵子（/);
  await follow(worker, '開いたことを記す');
  await choose(worker, /^どのプランについて/, plan_id);
  await tick(worker, /^適切である/);
  await worker.expectAccessible('conferences-finding');
  await follow(worker, '判断を記す');
  await said(worker, '判断を記しました');
  expect(await town.look('select finding from plan_findings where plan_id = $1', [plan_id])).toEqual([
    { finding: 'fit' },
  ]);

  const convener = await openBrowser(base, narrow);
  await signIn(convener, 'kakihara');
  await convener.open('/conference-kinds');
  await convener.expectAccessible('conferences-kinds-narrow');
  await fill(convener, /^符号/, 'sample');
  await fill(convener, /^会議の名/, '見本の会議');
  await fill(convener, /^根拠/, '見本の条例');
  await follow(convener, 'この日から、こう定める');
  await said(convener, '開く役割を一つ以上選んでください');
  await tick(convener, /^支援会議 主宰/);
  await follow(convener, 'この日から、こう定める');
  await said(convener, '会議の種類を定めました');
  await convener.open('/crossing-facts');
  await convener.expectAccessible('conferences-facts-narrow');
});

async function linkToSitting(caller: Visitor): Promise<string> {
  const href = await caller.page
    .getByRole('link', { name: / の会合$/ })
    .first()
    .getAttribute('href');
  return new URL(href ?? '', base).href;
}

async function seatOf(who: string, item: string): Promise<string> {
  const [seat] = await town.look<{ id: string }>(
    'select id from conference_seats where post_id = $1 and item_id = $2',
    [town.id(`post:${who}`), item.split('/').at(-1)],
  );
  return seat?.id ?? '';
}
