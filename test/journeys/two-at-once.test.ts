import { expect, test } from 'vitest';
import { nameCase } from '#domains/cases/acts-api.ts';
import { rewordTheme } from '#domains/cases/gap-api.ts';
import {
  bringPaper,
  correctPaper,
  holdItem,
  moveConference,
  writeMinutes,
} from '#domains/conferences/api.ts';
import { openRig } from '#domains/conferences/rig.ts';
import { mintId } from '#platform/uuid.ts';
import { inventCase } from '../cases.ts';
import { inventClient } from '../clients.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { follow, said, wearHat } from './walk.ts';

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

test('of two who move a sitting or name a case the second sees both, and chooses by sending again', {
  timeout: 240_000,
}, async () => {
  const sitting = await rig.callSitting('kakihara');
  const convener = await openBrowser(base);
  await signIn(convener, 'kakihara');
  await convener.open(`/conferences/${sitting}`);
  const place = convener.page.getByLabel(/^場所/);
  await place.fill('あとの場所');
  const moved = { held_on: '2026-02-02', starts_at: '14:00', place: 'さきの場所' };
  await town.as('kakihara').call(moveConference, { id: sitting, version: 1, ...moved });
  await follow(convener, '日時・場所を変える');
  await said(convener, '今の内容: さきの場所　あなたの入力: あとの場所');
  expect(await place.inputValue()).toBe('あとの場所');
  await convener.expectAccessible('two-sitting');
  await follow(convener, '日時・場所を変える');
  await said(convener, '日時・場所を変えました。');
  await said(convener, /あとの場所/);

  const { id } = await inventCase(town, 'はじめの呼び名');
  const worker = await openBrowser(base);
  await signIn(worker, 'nakajima');
  await worker.open(`/cases/${id}/members`);
  const called = worker.page.getByRole('textbox', { name: /^呼び名/ });
  await called.fill('あとの呼び名');
  const naming = { case_id: id, called_before: 'はじめの呼び名', called: 'さきの呼び名' };
  await town.as('nakajima').call(nameCase, naming);
  const save = worker.page.getByRole('button', { name: '保存する' }).last();
  await save.click();
  await said(worker, 'いまは「さきの呼び名」です。入力は「あとの呼び名」でした。');
  // What stands now is being read meanwhile: until it has come, one is told once more.
  const name = () => town.look<{ called: string }>('select called from cases where id = $1', [id]);
  await expect.poll(() => save.click().then(name), { timeout: 20_000 }).toEqual([{ called: 'あとの呼び名' }]);
});

test('of two coordinators who reword a theme the second sees both, and chooses', {
  timeout: 240_000,
}, async () => {
  const id = mintId();
  await town.look(
    `insert into gap_themes (id, words, proposed_by, proposed_at, holder_id)
      values ($1, '夜の居場所（見本）', $2, '2026-02-01', $3)`,
    [id, town.id('account:eguchi'), town.id('body:社協')],
  );
  const coordinator = await openBrowser(base, { width: 390, height: 844 });
  const { page } = coordinator;
  await signIn(coordinator, 'ogata');
  await wearHat(coordinator, '生活支援コーディネーター');
  await coordinator.open('/themes');
  await page.getByText('地域の課題を言い換える').click();
  await page.getByLabel(/^見出し/).fill('あとの見出し');
  await page.getByLabel(/^言い換え/).fill('あとの言い方');
  const first = { title: 'さきの見出し', reworded: 'さきの言い方' };
  await town.as('ogata-coordinator').call(rewordTheme, { id, version: 1, ...first });
  await follow(coordinator, '言い換える');
  await expectBoth(coordinator, /^言い換え/, 'さきの言い方', 'あとの言い方');
  await coordinator.expectAccessible('two-theme-narrow');
  await follow(coordinator, '言い換える');
  await said(coordinator, '言い換えました。多機関協働が出すのを待ちます。');
  await said(coordinator, 'あとの見出し');
});
