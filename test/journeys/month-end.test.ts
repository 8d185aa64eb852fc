import { expect, test } from 'vitest';
import { readActivityDistrict, readActivitySheet, readActivityTown } from '#domains/activities/api.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { choose, fill, follow, keepFile, said } from './walk.ts';

const town = await openTown('sample');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 240_000 };
const month = '2026-01';
const of = { post: town.id('post:tanaka'), month };
const sheetOf = (who: string) => `/activities/posts/${town.id(`post:${who}`)}/${month}`;
const district = town.id('district:鳥飼');
const districtPage = `/activities/districts/${district}/${month}`;
const ofTanaka = () => town.as('tanaka').call(readActivitySheet, of);

test('a 民生委員 reads the month and hands it in; nothing has to be typed', patient, async () => {
  const tanaka = await openBrowser(base, narrow);
  await signIn(tanaka, 'tanaka');
  await tanaka.open('/activities');
  await tanaka.expectAccessible('month-end-months-narrow');
  await follow(tanaka, '令和8年1月の活動記録を読んで提出する');
  await said(tanaka, '活動日数（日）');
  await tanaka.expectAccessible('month-end-sheet-narrow');
  // One who forgot something writes it; what does not come to the same is said, and nothing is lost.
  await follow(tanaka, '相談・会議・調査などを書く、書き直す');
  await fill(tanaka, /^1 在宅福祉/, '１');
  await tanaka.expectAccessible('month-end-write-narrow');
  await follow(tanaka, '書いた内容を保存する');
  await said(tanaka, '保存しました。まだ提出はしていません。');
  await follow(tanaka, 'この内容で提出する');
  await said(tanaka, /「相談・支援件数（内容別）」の計は4、「相談・支援件数（分野別）」の計は3です/);
  await tanaka.expectAccessible('month-end-unequal-narrow');
  await tanaka.open(sheetOf('tanaka'));
  await follow(tanaka, '相談・会議・調査などを書く、書き直す');
  await fill(tanaka, /^障害者に関すること/, '1');
  await follow(tanaka, '書いた内容を保存する');
  await said(tanaka, '保存しました。まだ提出はしていません。');
  await follow(tanaka, 'この内容で提出する');
  await said(tanaka, '提出済み（会長の確認待ち）');
  expect((await ofTanaka()).state).toBe('handed_in');
});

test('the chair sends one back with a word, checks everybody and sends the month', patient, async () => {
  const matsuo = await openBrowser(base);
  const { page } = matsuo;
  await signIn(matsuo, 'matsuo');
  await matsuo.open('/activities');
  await matsuo.expectAccessible('month-end-chair');
  await follow(matsuo, '令和8年1月の全員の記録を確認する');
  await page.getByRole('heading', { name: /鳥飼校区 活動記録/ }).waitFor();
  await matsuo.expectAccessible('month-end-district');
  await follow(matsuo, /^平田/);
  await said(matsuo, /松尾（見本）が平田（見本）さんの紙から入力/);
  await matsuo.expectAccessible('month-end-check');
  await follow(matsuo, '差し戻す');
  await follow(matsuo, 'ことばを添えて差し戻す');
  await said(matsuo, '何を直してほしいかを書いてください。');
  await fill(matsuo, /^直してほしいこと/, '行事は3件だったと思います（見本）');
  await follow(matsuo, 'ことばを添えて差し戻す');
  await said(matsuo, '平田（見本）さんに差し戻しました。');
  await follow(matsuo, /^平田/);
  await said(matsuo, '行事は3件だったと思います（見本）');
  await follow(matsuo, '平田（見本）さんの紙から入れる');
  await fill(matsuo, /^ロ 行事/, '3');
  await follow(matsuo, '書いた内容を保存する');
  await said(matsuo, '保存しました。まだ提出はしていません。');
  await follow(matsuo, 'この内容で提出する');
  await said(matsuo, '提出済み（会長の確認待ち）');
  for (const [who, name] of [
    ['hirata', '平田'],
    ['ishii', '石井'],
    ['tanaka', '田中'],
    ['matsuo', '松尾'],
  ] as const) {
    await matsuo.open(sheetOf(who));
    await follow(matsuo, 'この内容で確認する');
    await said(matsuo, `${name}（見本）さんの活動記録を確認しました。`);
  }
  await follow(matsuo, '校区の活動記録を市へ提出する');
  await said(matsuo, /に市へ提出$/);
  await matsuo.expectAccessible('month-end-district-sent');
  const { sent_on } = await town.as('matsuo').call(readActivityDistrict, { district, month });
  expect(sent_on).toBe('2026-02-02');
});

test('after the lock the chair puts right what was wrong, and both values stay', patient, async () => {
  const matsuo = await openBrowser(base, narrow);
  await signIn(matsuo, 'matsuo');
  await matsuo.open(sheetOf('tanaka'));
  await follow(matsuo, /^提出した数を訂正する/);
  await choose(matsuo, /^訂正する項目（1）/, 'home_care');
  await fill(matsuo, /^正しい数（1）/, '2');
  await choose(matsuo, /^訂正する項目（2）/, 'elderly');
  await fill(matsuo, /^正しい数（2）/, '4');
  await follow(matsuo, '訂正を残す');
  await said(matsuo, '理由を書いてください。');
  await matsuo.expectAccessible('month-end-correct-narrow');
  await fill(matsuo, /^理由/, '相談を1件書きもらしていた（見本）');
  await follow(matsuo, '訂正を残す');
  await said(matsuo, /1 在宅福祉 1→2、高齢者に関すること 3→4。理由：相談を1件/);
  await matsuo.open(districtPage);
  await said(matsuo, '訂正後');
  await matsuo.expectAccessible('month-end-district-corrected-narrow');
});

test(
  'the city sees which districts are in, the town’s sum and ふれあいの会’s month, and keeps them',
  patient,
  async () => {
    const tsutsumi = await openBrowser(base);
    const { page } = tsutsumi;
    await signIn(tsutsumi, 'tsutsumi');
    await tsutsumi.open('/activities');
    await tsutsumi.expectAccessible('month-end-sums');
    await follow(tsutsumi, /^市全体 活動記録 令和8年1月/);
    await said(tsutsumi, /うち、1校区がまだです。/);
    await tsutsumi.expectAccessible('month-end-town');
    const { tables } = await town.as('tsutsumi').call(readActivityTown, { month });
    const content = tables.find(({ code }) => code === 'content');
    const field = tables.find(({ code }) => code === 'field');
    expect(content?.sum).toEqual(field?.sum);
    await page.getByText(String(content?.sum[1])).first().waitFor();
    const workbook = await keepFile(tsutsumi, 'Excelを保存');
    expect(workbook.name).toBe('市全体 活動記録 令和8年1月.xlsx');
    const paper = await keepFile(tsutsumi, 'PDFを保存');
    expect(paper.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await tsutsumi.open(`/visit-months/${month}`);
    await said(tsutsumi, /の定義 第1版/);
    await tsutsumi.expectAccessible('month-end-visits');
    await tsutsumi.open('/activity-rules');
    await tsutsumi.expectAccessible('month-end-rules');
    await choose(tsutsumi, /^使い始める月/, '2026-04');
    await tsutsumi.tabTo(/^ふれあいの会 会員/);
    await tsutsumi.press('Space');
    await fill(tsutsumi, /^理由/, '市の手引きに合わせる（見本）');
    await follow(tsutsumi, 'この数え方に改める');
    await said(tsutsumi, /活動記録の数え方 第1版（令和8年4月/);
  },
);

test('the administrator says who chairs', patient, async () => {
  const shiraishi = await openBrowser(base, narrow);
  await signIn(shiraishi, 'shiraishi');
  await shiraishi.open('/commissioner-duties');
  await shiraishi.expectAccessible('month-end-duties-narrow');
  await choose(shiraishi, /^だれの役目か/, town.id('post:hirata'));
  await shiraishi.tabTo(/^この校区の会長/);
  await shiraishi.press('Space');
  await follow(shiraishi, '役目を決める');
  await said(shiraishi, '役目を決めました。');
});
