import { expect, test } from 'vitest';
import { bringPaper, correctPaper, holdItem, writeMinutes } from '#domains/conferences/api.ts';
import { openRig } from '#domains/conferences/rig.ts';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from '../clients.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { follow, said } from './walk.ts';

/** Two people write at once: the second sees both, and loses nothing. Where the first one wrote meanwhile is done past the page. */
const town = await openTown('cast');
const base = await serveTown(town);
const rig = openRig(town);

/** Both texts stand side by side, and what was typed stands in its field still. */
async function expectBoth(visitor: Visitor, label: RegExp, now: string, typed: string) {
  await said(visitor, 'ほかの人が先に書きかえています');
  const beside = visitor.page.getByRole('table', { name: 'ほかの人が先に書きかえています' });
  for (const words of [now, typed]) await beside.getByText(words).waitFor();
  expect(await visitor.page.getByRole('textbox', { name: label }).first().inputValue()).toBe(typed);
}

test('of two who answer one facet of an assessment the second sees both, and chooses', {
  timeout: 240_000,
}, async () => {
  const person = await inventClient(town, '生活自立支援センター', { name: '見本 ふたり' });
  const first = await openBrowser(base);
  await signIn(first, 'nakajima');
  const address = `/clients/${person}/assessment/wish`;
  await first.open(address);
  const second = await first.page.context().newPage();
  await second.goto(address);
  await second.getByRole('textbox').first().fill('山に登りたい');
  await second.getByRole('button', { name: '保存する' }).click();
  await second.getByText('山に登りたい').waitFor();
  await first.page.getByRole('textbox').first().fill('海を見たい');
  await follow(first, '保存する');
  await expectBoth(first, /./, '山に登りたい', '海を見たい');
  await first.expectAccessible('two-assessment');
  await follow(first, '保存する');
  await first.page.waitForURL(`**/clients/${person}/assessment`);
  await said(first, '海を見たい');
});

test('of two who correct a paper or write the minutes the second sees both, and chooses', {
  timeout: 240_000,
}, async () => {
  const item = await rig.addItem('kakihara', await rig.callSitting('kakihara'), 'support', {
    title: '見守り',
  });
  const kakihara = town.as('kakihara');
  const paper = { id: mintId(), title: '様子' };
  await kakihara.call(bringPaper, { ...paper, item_id: item, words: 'はじめの資料' });
  const writer = await openBrowser(base);
  const { page } = writer;
  await signIn(writer, 'kakihara');
  await writer.open(`/conference-items/${item}?paper=${paper.id}`);
  await page.getByLabel('資料の内容').first().fill('あとの資料');
  await kakihara.call(correctPaper, { ...paper, version: 1, words: 'さきの資料' });
  await follow(writer, '直す');
  await expectBoth(writer, /^資料の内容/, 'さきの資料', 'あとの資料');
  await writer.expectAccessible('two-paper');
  await follow(writer, '直す');
  await page.waitForURL(`**/conference-items/${item}`);
  await said(writer, 'あとの資料');

  await kakihara.call(holdItem, { id: item, held_on: '2026-02-02', present: [] });
  await writer.open(`/conference-items/${item}`);
  await page
    .getByLabel(/^話し合ったこと/)
    .first()
    .fill('あとの記録');
  await kakihara.call(writeMinutes, { item_id: item, id: mintId(), version: 0, words: 'さきの記録' });
  await follow(writer, '記録を保存する');
  await expectBoth(writer, /^話し合ったこと/, 'さきの記録', 'あとの記録');
  await writer.expectAccessible('two-minutes');
  await follow(writer, '記録を保存する');
  await said(writer, '記録を保存しました。');
  const label = page.getByRole('textbox', { name: /^話し合ったこと/ }).first();
  await expect.poll(() => label.inputValue()).toBe('あとの記録');
  expect(await page.getByText('ほかの人が先に書きかえています').count()).toBe(0);
});
