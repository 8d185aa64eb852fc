import { expect, test } from 'vitest';
import { channels } from '#domains/visits/model.ts';
import { handInTallySheet, readTallyMonth } from '#domains/visits/sheet-api.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { choose, fill, follow, said } from './walk.ts';

const town = await openTown('sample');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 120_000 };
const month = '2026-01';
const sheetOf = (district: string) =>
  `/tally/${town.id(`district:${district}`)}/${month}?group=${town.id(`body:${district}`)}`;

test(
  'an officer sees who is missing and hands in a sheet; the sum is there while one types',
  patient,
  async () => {
    const ogata = await openBrowser(base);
    const { page } = ogata;
    await signIn(ogata, 'ogata');
    await ogata.expectAccessible('visits-today-districts');
    await follow(ogata, '集計票の一覧を開く');
    await page.getByRole('heading', { name: 'まだ届いていない校区（5）' }).waitFor();
    await ogata.expectAccessible('visits-tally');
    await follow(ogata, '青峰');
    await fill(ogata, /^会って（対面）/, '１２０');
    await fill(ogata, /^電話/, '30');
    await said(ogata, '150件');
    await fill(ogata, /^手紙・ポスティング/, '十二');
    await page.getByLabel('紙の写真・PDF').setInputFiles({
      name: 'sheet.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('120'),
    });
    await follow(ogata, '集計票を出す');
    await said(ogata, '件数は0から99,999までの整数で入れてください。');
    await said(ogata, '誰から受け取った件数かを書いてください。');
    await ogata.expectAccessible('visits-sheet-refused');
    await fill(ogata, /^手紙・ポスティング/, '12');
    await fill(ogata, /^誰から受け取ったか/, '青峰校区ふれあいの会（見本）');
    await follow(ogata, '集計票を出す');
    await said(ogata, '紙の写真は JPEG、PNG、PDF のどれかにしてください。');
    await page.getByLabel('紙の写真・PDF').setInputFiles({
      name: '青峰1月.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 見本'),
    });
    await follow(ogata, '集計票を出す');
    await said(ogata, '青峰校区の集計票を受け取りました。');
    await page.getByRole('heading', { name: 'まだ届いていない校区（4）' }).waitFor();
    const { groups } = await town.as('ogata').call(readTallyMonth, { month });
    expect(groups.find(({ district_name }) => district_name === '青峰')?.sheet?.total).toBe(162);
  },
);

test(
  'a sheet is corrected with a reason; when somebody was quicker, both counts are shown',
  patient,
  async () => {
    const ogata = await openBrowser(base, narrow);
    await signIn(ogata, 'ogata');
    await ogata.open(sheetOf('合川'));
    await ogata.expectAccessible('visits-sheet-narrow');
    await follow(ogata, '集計票を出し直す');
    await fill(ogata, /^会って（対面）/, '500');
    await follow(ogata, '直した集計票を出す');
    await said(ogata, '出し直すときは、直した理由を書いてください。前の内容も残ります。');
    await ogata.expectAccessible('visits-sheet-correct-refused-narrow');
    await fill(ogata, /^出し直す理由/, '数えまちがい');
    await town.as('ogata').call(handInTallySheet, {
      id: town.id('sheet:合川:quicker'),
      district_id: town.id('district:合川'),
      group_id: town.id('body:合川'),
      month,
      follows: 1,
      counts: Object.fromEntries(channels.map((channel) => [channel, 7])),
      counted_by: '合川校区ふれあいの会（見本）',
      reason: '一枚もれていた',
    });
    await follow(ogata, '直した集計票を出す');
    await said(ogata, '今の内容: 7　あなたの入力: 500');
    await ogata.expectAccessible('visits-sheet-overtaken-narrow');
    await follow(ogata, '直した集計票を出す');
    await said(ogata, '合川校区の集計票を受け取りました。');
    await said(ogata, '第3版');
    await said(ogata, '一枚もれていた');
    await ogata.expectAccessible('visits-sheet-versions-narrow');
  },
);

test('changing over says what no longer counts, and does so only with a reason', patient, async () => {
  const ogata = await openBrowser(base);
  await signIn(ogata, 'ogata');
  await ogata.open(sheetOf('鳥飼'));
  await said(ogata, 'この校区のこの月は、1件ずつの記録で数えています。集計票は要りません。');
  await ogata.expectAccessible('visits-sheet-single');
  await follow(ogata, '数え方を変える');
  await said(ogata, /1件ずつの記録\d+件が数から外れます/);
  await follow(ogata, '集計票で数えることに変える');
  await said(ogata, '理由を500字までで書いてください。');
  await ogata.expectAccessible('visits-mode-refused');
  await fill(ogata, /^理由 ?※/, '校区で名前を持つことになったため');
  await choose(ogata, /^いつから/, '2025-03');
  await follow(ogata, '集計票で数えることに変える');
  await said(ogata, '確定した年度の数え方は変えられません。確定していない年度の月から始めてください。');
  await choose(ogata, /^いつから/, month);
  await follow(ogata, '集計票で数えることに変える');
  await said(ogata, '数え方を変えました。');
  await said(ogata, '集計票で数えているため、数には入っていません。');
  await ogata.expectAccessible('visits-mode-changed');
});

test('a planner reads the sheets and writes none', patient, async () => {
  const tsutsumi = await openBrowser(base, narrow);
  await signIn(tsutsumi, 'tsutsumi');
  await tsutsumi.expectAccessible('visits-today-plan-narrow');
  await tsutsumi.open(`/tally?month=${month}`);
  await tsutsumi.expectAccessible('visits-tally-narrow');
  await tsutsumi.open(sheetOf('下田'));
  await said(tsutsumi, 'この月の集計票は、まだ届いていません。');
  await tsutsumi.expectAccessible('visits-sheet-missing-narrow');
});
