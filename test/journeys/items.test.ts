import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listVisits } from '#domains/visits/api.ts';
import { openItems } from '../own-items.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { choose, fill, follow, said } from './walk.ts';

const town = await openTown('sample');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 180_000 };
const noticed = '気づいたこと（見本）';
const atDoor = '見本鳥飼 はぎ';

/** Goes by keyboard to a choice and takes it. Radio buttons are one stop: the first is entered, arrows go on. */
async function take(visitor: Visitor, name: string | RegExp, steps = 0) {
  await visitor.tabTo(name);
  for (let i = 0; i < steps; i++) await visitor.press('ArrowDown');
  if (steps === 0) await visitor.press('Space');
}

/** Unfolds what is folded under these words. */
async function unfold(visitor: Visitor, words: RegExp) {
  await visitor.tabTo(words);
  await visitor.press('Enter');
}

async function openDoor(koga: Visitor) {
  await koga.open('/visits/new');
  await follow(koga, new RegExp(`^${atDoor}`));
  await follow(koga, 'くわしく書く');
}

test(
  'an administrator adds a tick list to visits, sees how it will be asked, and puts it in order',
  patient,
  async () => {
    const shiraishi = await openBrowser(base);
    await signIn(shiraishi, 'shiraishi');
    await shiraishi.open('/admin/items');
    await said(shiraishi, '寒さへの備え（見本）');
    await shiraishi.expectAccessible('items-of-the-town');
    await follow(shiraishi, '訪問に項目を加える');
    await take(shiraishi, '文字（1行）', 6);
    await fill(shiraishi, /^項目の名前/, noticed);
    await follow(shiraishi, '項目を加える');
    await said(shiraishi, '選択肢を1行に一つずつ、40個までで書いてください。');
    await shiraishi.expectAccessible('items-new-refused');
    await fill(shiraishi, /^選択肢/, '郵便物がたまっている\n食事がとれていない\n部屋が寒い');
    await follow(shiraishi, '項目を加える');
    await said(shiraishi, '項目を加えました。');

    await follow(shiraishi, '訪問に項目を加える');
    await take(shiraishi, '文字（1行）', 2);
    await fill(shiraishi, /^項目の名前/, 'お茶の杯数（見本）');
    await fill(shiraishi, /^単位/, '杯');
    await follow(shiraishi, '項目を加える');
    await said(shiraishi, '項目を加えました。');
    await follow(shiraishi, '上へ：お茶の杯数（見本）');
    const placeOf = async (name: string) =>
      (await shiraishi.page.locator('ol li').allInnerTexts()).findIndex((text) => text.includes(name));
    await expect
      .poll(async () => (await placeOf('お茶の杯数（見本）')) < (await placeOf(noticed)), { timeout: 15_000 })
      .toBe(true);
    await unfold(shiraishi, /^独自の項目（3個）/);
    await shiraishi.expectAccessible('items-list');
  },
);

test('a visitor answers below the usual fields, and finds it with the visit', patient, async () => {
  const koga = await openBrowser(base, narrow);
  await signIn(koga, 'koga');
  await openDoor(koga);
  await koga.expectAccessible('items-door-folded-narrow');
  await unfold(koga, /^独自の項目（3個）/);
  await fill(koga, /^お茶の杯数/, 'たくさん');
  await take(koga, '郵便物がたまっている');
  await take(koga, '部屋が寒い');
  await follow(koga, '記録する');
  await said(koga, '「お茶の杯数（見本）」には整数を入れてください。');
  await koga.expectAccessible('items-door-refused-narrow');
  await fill(koga, /^お茶の杯数/, '２');
  await follow(koga, '記録する');
  await said(koga, `${atDoor}の訪問を記録しました`);
  const [visit] = (await town.as('koga').call(listVisits, { from: '2026-02-02' })).visits;
  await koga.open(`/visits/${visit?.id}`);
  await said(koga, '郵便物がたまっている、部屋が寒い');
  await said(koga, '2杯');
  await koga.expectAccessible('items-visit-narrow');
});

test('a gatherer finds the visits by it, sees it as a column and takes it along', patient, async () => {
  const furukawa = await openBrowser(base);
  const { page } = furukawa;
  await signIn(furukawa, 'furukawa');
  await furukawa.open('/visits');
  await unfold(furukawa, /^独自の項目で探す/);
  await furukawa.expectAccessible('items-filter');
  const cold = await page
    .getByLabel(noticed, { exact: true })
    .first()
    .locator('option', { hasText: '部屋が寒い' });
  await choose(furukawa, new RegExp(`^${noticed}$`), (await cold.getAttribute('value')) ?? '');
  await furukawa.tabTo('お茶の杯数（見本）');
  await furukawa.press('Space');
  await furukawa.press('Tab');
  await follow(furukawa, '検索');
  await page.getByRole('columnheader', { name: 'お茶の杯数（見本）（杯）' }).waitFor();
  await page.getByText('表示中 1件').or(page.getByText(/1件/)).first().waitFor();
  await furukawa.expectAccessible('items-found');
  const coming = page.waitForEvent('download');
  await follow(furukawa, '全件をCSVで保存（UTF-8）');
  const file = readFileSync(await (await coming).path(), 'utf8');
  expect(file.trim().split('\r\n')).toHaveLength(2);
  expect(file).toContain(`お茶の杯数（見本）（杯）,${noticed}`);
  expect(file).toContain('2,郵便物がたまっている、部屋が寒い');
});

test(
  'an item that has ended is not asked any more, and what was answered is still read',
  patient,
  async () => {
    const shiraishi = await openBrowser(base);
    await signIn(shiraishi, 'shiraishi');
    await shiraishi.open('/admin/items');
    await follow(shiraishi, noticed);
    await shiraishi.expectAccessible('items-item');
    await follow(shiraishi, '使う期間を決める');
    await fill(shiraishi, /^最後に使う日/, '2026-02-01');
    await fill(shiraishi, /^理由/, '決まった項目で足りるため（見本）');
    await shiraishi.expectAccessible('items-ending');
    await follow(shiraishi, 'この期間にする');
    await said(shiraishi, 'この項目は使うのを終えています。');
    await follow(shiraishi, '言い回しを直す');
    await fill(shiraishi, /^項目の名前/, '気づいた様子（見本）');
    await follow(shiraishi, '直した言い回しを保存する');
    await said(shiraishi, '言い回しを直しました。前の言い回しも残っています。');
    await shiraishi.expectAccessible('items-ended');

    const koga = await openBrowser(base, narrow);
    await signIn(koga, 'koga');
    await openDoor(koga);
    await unfold(koga, /^独自の項目（2個）/);
    expect(await koga.page.getByText('郵便物がたまっている').count()).toBe(0);
    const [visit] = (await town.as('koga').call(listVisits, { from: '2026-02-02' })).visits;
    await koga.open(`/visits/${visit?.id}`);
    await said(koga, '気づいた様子（見本）（2026年2月1日まで）');
    await said(koga, '郵便物がたまっている、部屋が寒い');
    await koga.expectAccessible('items-visit-ended-narrow');
  },
);

test(
  'a household answers by facet: at the door nobody sees what belongs to the reason',
  patient,
  async () => {
    const { add } = openItems(town);
    await add('玄関までの道（見本）', 'line', { record: 'household', facet: 'household' });
    await add('見守りを始めた日（見本）', 'date', { record: 'household', facet: 'watching' });
    await add('手伝った人（見本）', 'number', { record: 'tally_sheet', facet: 'tally', unit: '人' });
    const household = town.id('household:鳥飼:2');
    const furukawa = await openBrowser(base);
    await signIn(furukawa, 'furukawa');
    await furukawa.open(`/households/${household}/items`);
    await fill(furukawa, /^玄関までの道/, '裏から（見本）');
    await furukawa.expectAccessible('items-household-answer');
    await follow(furukawa, '保存する');
    await said(furukawa, '独自の項目を保存しました。');
    await furukawa.open(`/households/${household}/items?facet=watching`);
    await fill(furukawa, /^見守りを始めた日/, '2025-11-01');
    await follow(furukawa, '保存する');
    await said(furukawa, '裏から（見本）');
    await said(furukawa, '2025年11月1日（令和7年11月1日）');
    await furukawa.expectAccessible('items-household');
    await furukawa.open(`/households/${household}/history`);
    await said(furukawa, /独自の項目に答えた/);
    await furukawa.expectAccessible('items-household-history');
    await furukawa.open('/households/new');
    await furukawa.expectAccessible('items-household-new');

    const koga = await openBrowser(base, narrow);
    await signIn(koga, 'koga');
    await koga.open(`/households/${household}`);
    await said(koga, '裏から（見本）');
    expect(await koga.page.getByText('見守りを始めた日').count()).toBe(0);
    await koga.expectAccessible('items-household-narrow');

    const ogata = await openBrowser(base);
    await signIn(ogata, 'ogata');
    await ogata.open(`/tally/${town.id('district:青峰')}/2026-02?group=${town.id('body:青峰')}`);
    await fill(ogata, /^会って（対面）/, '12');
    await unfold(ogata, /^独自の項目（2個）/);
    await fill(ogata, /^手伝った人/, '4');
    await fill(ogata, /^誰から/, '青峰校区（見本）');
    await ogata.expectAccessible('items-sheet');
    await follow(ogata, '集計票を出す');
    await said(ogata, '青峰校区の集計票を受け取りました。');
    await unfold(ogata, /^列に出す独自の項目/);
    await ogata.tabTo('手伝った人（見本）');
    await ogata.press('Space');
    await follow(ogata, '検索');
    await ogata.page.getByRole('columnheader', { name: /手伝った人/ }).waitFor();
    await ogata.expectAccessible('items-tally');
  },
);
