import { expect, test } from 'vitest';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { choose, fill, follow, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const heard = '隣の人の家の明かりが、三日ついていない';
const goal = '買い物に自分で行けるようになる（見本）';

async function tick(visitor: Visitor, name: string | RegExp): Promise<void> {
  await visitor.tabTo(name);
  await visitor.press('Space');
}

/** Gives who it is and the plan, and nothing else, on the person's consent. */
async function give(window: Visitor, address: string, body: string): Promise<void> {
  await window.open(`${address}/provisions/new`);
  await choose(window, /^提供先/, town.id(`body:${body}`));
  await tick(window, /^本人の同意/);
  const consent = window.page
    .getByLabel(/もとになる同意/)
    .locator('option:not([value=""])')
    .first();
  await choose(window, /^もとになる同意/, (await consent.getAttribute('value')) ?? '');
  await tick(window, '連絡先（住所・電話）');
  await tick(window, '支援プラン・評価');
  await fill(window, /^いつまで/, '2026-08-31');
  await fill(window, /^渡す理由/, 'プランを一緒に進めるため');
  await follow(window, 'この内容で渡す');
  await said(window, '渡しました。');
}

test('a neighbour’s phone call becomes a plan that the person agreed to, the city decided on, and another window sees', {
  timeout: 90_000,
}, async () => {
  const window = await openBrowser(base);
  const { page } = window;
  await signIn(window, 'nakajima');
  // One field is enough to take the call in; the rest is filled in where it stands.
  await follow(window, '相談を受け付ける');
  await fill(window, /^困りごと/, heard);
  await follow(window, '受け付ける');
  await said(window, '相談を受け付けました。');
  await fill(window, /^氏名/, '見本 となり');
  await fill(window, /^来談者の氏名/, '古賀（見本）');
  await follow(window, '保存する');
  await page.getByRole('heading', { level: 1, name: /^見本 となり/ }).waitFor();
  await follow(window, '世帯のケースを開く');
  await follow(window, 'ケースを開く');
  await said(window, 'ケースを開きました。');
  const household = new URL(page.url()).pathname;

  // Only the person's own consent lets anything go further.
  const [{ id: person } = { id: '' }] = await town.look<{ id: string }>(
    `select id from clients where name = '見本 となり'`,
  );
  await window.open(`/clients/${person}/consents/new`);
  await tick(window, '同意した');
  await tick(window, '支援プラン・評価');
  await tick(window, '久留米市 地域福祉課');
  await tick(window, '地域包括支援センター（見本）');
  await tick(window, '書面');
  await follow(window, 'この返事を記録する');
  await said(window, '返事を記録しました。');

  await window.open(household);
  await follow(window, 'プランを作る');
  await fill(window, /^解決したい課題/, '足が痛くて買い物に行けない（見本）');
  await fill(window, /^目標（本人のことば）/, goal);
  await fill(window, /^実施すること/, '買い物にいっしょに行く（見本）');
  await fill(window, /^期間の始まり/, '2026-02-02');
  await fill(window, /^期間の終わり/, '2026-07-31');
  await follow(window, 'プランを保存する');
  await said(window, 'プランを保存しました。');
  const plan = new URL(page.url()).pathname;
  await follow(window, '本人の同意・申込を記録する');
  await tick(window, /^書面/);
  await follow(window, '同意を記録する');
  await follow(window, '会議と決裁に出す');
  await follow(window, '会議での確認を記録する');
  await tick(window, /^適切である/);
  await follow(window, '会議の結果を記録する');
  await said(window, '市の支援決定を待っています。');
  await give(window, `/clients/${person}`, '地域福祉課');
  await give(window, `/clients/${person}`, '地域包括支援センター');

  const city = await openBrowser(base);
  await signIn(city, 'kakihara');
  await city.open('/support-plans?state=waiting');
  await follow(city, '見本 となり');
  await tick(city, /^支援を決定する/);
  await fill(city, /^決定の理由/, '会議の確認のとおり（見本）');
  await follow(city, '支援決定を記録する');
  await said(city, '支援決定を記録しました。');

  const other = await openBrowser(base, { width: 390, height: 844 });
  await signIn(other, 'nagata');
  await other.open('/given');
  await follow(other, '見本 となり');
  await said(other, goal);
  await said(other, '支援を決定する');
  await other.expectAccessible('shared-plan-given-narrow');
  // The plan and the name: not the neighbour, not the neighbour's words, not the household's case as such.
  const seen = await other.page.locator('main').textContent();
  for (const untold of [heard, '古賀', '来談者']) expect(seen).not.toContain(untold);
  await other.open('/support-plans?state=all');
  await other.page.getByText('見本 となり').first().waitFor();
  await other.open(plan);
  await said(other, goal);
  await other.open(household);
  expect(await other.page.locator('main').textContent()).not.toContain(heard);
});
