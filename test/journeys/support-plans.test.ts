import { expect, test } from 'vitest';
import { openCase } from '#domains/cases/case-api.ts';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from '../clients.ts';
import { readPdf } from '../paper.ts';
import { giveFacets } from '../plans.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { choose, fill, follow, keepFile, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const patient = { timeout: 300_000 };

/** Radio buttons are one stop of the keyboard: the group is entered and the arrow keys choose. */
async function pick({ page }: Visitor, choice: RegExp) {
  const radio = page.getByRole('radio', { name: choice }).first();
  const name = await radio.getAttribute('name');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'));
  for (let i = 0; i < 150 && (await focused()) !== name; i++) await page.keyboard.press('Tab');
  for (let i = 0; i < 10 && !(await radio.isChecked()); i++)
    await page.keyboard.press(i === 0 ? 'Space' : 'ArrowDown');
  expect(await radio.isChecked()).toBe(true);
}

async function tick(visitor: Visitor, name: RegExp): Promise<void> {
  await visitor.tabTo(name);
  await visitor.press('Space');
}

test('a plan is written, put forward, decided on, printed, evaluated and ended', patient, async () => {
  const client = await inventClient(town, '生活自立支援センター', { name: '見本 けい' });
  const case_id = mintId();
  await town.as('nakajima').call(openCase, { id: case_id, client_id: client });
  const window = await openBrowser(base);
  await signIn(window, 'nakajima');
  await window.open('/case-forms');
  await window.expectAccessible('cases-blank-forms');
  await window.open(`/cases/${case_id}/plans/new`);
  await window.expectAccessible('cases-new-plan');
  await fill(window, /^解決したい課題/, '月末に足りなくなる（見本）');
  await fill(window, /^目標（本人のことば）/, '使った分が分かる（見本）');
  await fill(window, /^実施すること/, '家計表を作る（見本）');
  await tick(window, /^家計改善支援/);
  await follow(window, 'プランを保存する');
  await said(window, 'プランを保存しました。');
  await said(window, 'プランの期間（始まりと終わり）を選んでください。');
  await window.expectAccessible('cases-plan-draft');
  await follow(window, 'プランを書き直す');
  await fill(window, /^期間の始まり/, '2026-02-02');
  await fill(window, /^期間の終わり/, '2026-07-31');
  await follow(window, 'プランを保存する');
  await said(window, 'プランを保存しました。');
  await follow(window, '本人の同意・申込を記録する');
  await pick(window, /^書面/);
  await follow(window, '同意を記録する');
  await said(window, '書面（2026年2月2日（令和8年2月2日））');
  await follow(window, '会議と決裁に出す');
  await said(window, '支援調整会議での確認がまだ記録されていません。');
  await window.expectAccessible('cases-plan-proposed');
  await follow(window, '会議での確認を記録する');
  await pick(window, /^適切である/);
  await follow(window, '会議の結果を記録する');
  await said(window, '市の支援決定を待っています。');
  await giveFacets(town, client, '地域福祉課', ['identity', 'plan']);

  const city = await openBrowser(base);
  await signIn(city, 'kakihara');
  await city.open('/support-plans?state=waiting');
  await city.expectAccessible('cases-plans-city');
  await follow(city, '見本 けい');
  await said(city, '使った分が分かる（見本）');
  await city.expectAccessible('cases-plan-city');
  await pick(city, /^支援を決定する/);
  await fill(city, /^決定の理由/, '会議の確認のとおり（見本）');
  await fill(city, /^決裁番号/, '見本1号');
  await follow(city, '支援決定を記録する');
  await said(city, '支援決定を記録しました。');

  await window.open('/support-plans');
  await window.expectAccessible('cases-plans');
  await follow(window, '見本 けい');
  await follow(window, '支援を始める');
  await said(window, '支援を始めた');
  const paper = await keepFile(window, 'プランを印刷（PDF）');
  for (const words of ['使った分が分かる（見本）', '■支援を決定する', '見本1号'])
    expect(readPdf(paper.bytes)).toContain(words);
  await follow(window, '統計システムへの転記シート');
  await said(window, 'まだまちが国のシステムと照らして確かめていません。');
  await window.expectAccessible('cases-copy-sheet');
  const { page } = window;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await follow(window, '解決したい課題をコピー');
  await said(window, '「解決したい課題」を写しました。');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('月末に足りなくなる（見本）');

  await window.open('/support-plans');
  await follow(window, '見本 けい');
  await follow(window, '評価（終結）シートを書く');
  await window.expectAccessible('cases-close-plan');
  await pick(window, /^終結$/);
  await choose(window, /^終結の理由/, 'reached');
  await follow(window, '評価シートを保存して、プランを終える');
  await said(window, '目標ごとに達成度を選んでください。');
  await pick(window, /^おおむね達成した/);
  await tick(window, /^家計がよくなった/);
  await fill(window, /^本人の感想/, '話せてよかった（見本）');
  await follow(window, '評価シートを保存して、プランを終える');
  await said(window, '評価（終結）シートを保存しました。');
  await window.expectAccessible('cases-plan-ended');
  const closing = await keepFile(window, '評価シートを印刷（PDF）');
  expect(readPdf(closing.bytes)).toContain('話せてよかった（見本）');
});

test('a return is counted, kept as it was sent and put right beside it', patient, async () => {
  const planner = await openBrowser(base);
  await signIn(planner, 'tsutsumi');
  await planner.open('/returns');
  await planner.expectAccessible('returns');
  await follow(planner, '包括的相談支援事業（令和7年度）');
  await said(planner, '団体別の相談');
  await planner.expectAccessible('returns-open');
  await fill(planner, /^提出先/, '国（見本）');
  await follow(planner, 'いまの数で提出したと記録する');
  await said(planner, '提出した数を残しました。');
  await planner.expectAccessible('returns-sent');
  await follow(planner, '提出後の訂正を記録する');
  await choose(planner, /^訂正する数字/, 'by_body//new');
  await fill(planner, /^訂正後/, '99');
  await fill(planner, /^理由/, '見本の数え直し');
  await follow(planner, '訂正を記録する');
  await said(planner, '見本の数え直し');
  const paper = await keepFile(planner, 'PDFを保存');
  expect(readPdf(paper.bytes)).toContain('見本の数え直し');
  await planner.open('/returns/participation/2025');
  await planner.open('/returns/participation/2025');
  await planner.page.getByRole('columnheader', { name: '受入先への支援' }).first().waitFor();
  await planner.open('/copy-order');
  await planner.expectAccessible('cases-copy-order');
  await tick(planner, /^国のシステムの画面と照らして確かめた/);
  await follow(planner, '順番を保存する');
  await said(planner, '順番を保存しました。');

  const window = await openBrowser(base, { width: 390, height: 844 });
  await signIn(window, 'nakajima');
  await window.open('/returns/outreach/2025');
  await said(window, '生活自立支援センターの分');
  await window.expectAccessible('returns-narrow');
  await window.open('/support-plans');
  await window.expectAccessible('cases-plans-narrow');
  await follow(window, '西田 恵子（見本）');
  await window.expectAccessible('cases-plan-narrow');
});
