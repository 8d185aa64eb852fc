import { expect, test } from 'vitest';
import { readPdf } from '../paper.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { fill, follow, keepFile, said } from './walk.ts';

const town = await openTown('sample');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 180_000 };

/** The report on screen, as a CSV and as a PDF, all three taken in the browser. */
async function takeForms(visitor: Visitor) {
  await visitor.open('/plans/kurume-1');
  await follow(visitor, '報告書');
  await visitor.page.getByRole('heading', { level: 1, name: /評価報告書$/ }).waitFor();
  const screen = ((await visitor.page.locator('main').textContent()) ?? '').replace(/[\s　]/g, '');
  const csv = (await keepFile(visitor, 'CSVを保存（Excelなど）')).bytes.toString('utf8');
  const pdf = readPdf((await keepFile(visitor, 'PDFを保存')).bytes);
  return { screen, csv, pdf };
}

test(
  'a late visit leaves 248,933 standing and shows as one more addition, with its reason',
  patient,
  async () => {
    const tsutsumi = await openBrowser(base);
    await signIn(tsutsumi, 'tsutsumi');
    const before = await takeForms(tsutsumi);
    for (const said of [before.screen, before.pdf])
      expect(said).toContain('248,933件R6実績・公表公表後の追加1件');

    const koga = await openBrowser(base, narrow);
    await signIn(koga, 'koga');
    await follow(koga, /^見本鳥飼 さくら/);
    await follow(koga, '気になることがあった');
    await fill(koga, /^訪問した日/, '2024-09-12');
    await follow(koga, '記録する');
    await said(koga, 'この月の年度は確定しています。');
    await koga.expectAccessible('plan-late-visit-narrow');
    await fill(koga, /^遅れた理由/, '手帳にだけ残っていたため（見本）');
    await follow(koga, '記録する');
    await said(koga, '見本鳥飼 さくらの訪問を記録しました');

    const after = await takeForms(tsutsumi);
    for (const said of [after.screen, after.pdf]) {
      expect(said).toContain('248,933件R6実績・公表公表後の追加2件');
      expect(said).toContain('手帳にだけ残っていたため（見本）');
    }
    expect(after.csv).toContain(',248933,件,"248,933件",実績,公表,');
    expect(after.csv).toContain('手帳にだけ残っていたため（見本）');

    await tsutsumi.open('/plans/kurume-1');
    await follow(tsutsumi, '248,933件');
    await said(tsutsumi, '確定のあとに届いた記録が 2件あります');
    await tsutsumi.page.getByRole('row', { name: /2024年9月.*手帳にだけ残っていたため/ }).waitFor();
    await tsutsumi.expectAccessible('plan-indicator-additions');
    await tsutsumi.open('/periods');
    await follow(tsutsumi, /^令和6年度/);
    await tsutsumi.page.getByRole('row', { name: /手帳にだけ残っていたため/ }).waitFor();
    await tsutsumi.expectAccessible('plan-period-published');
  },
);

test('in an open year one visit moves the figure by one on screen, in CSV and in PDF', patient, async () => {
  const tsutsumi = await openBrowser(base);
  await signIn(tsutsumi, 'tsutsumi');
  const inOpenYear = ({ screen, csv, pdf }: Awaited<ReturnType<typeof takeForms>>) => ({
    screen: /R7([\d,]+件)296,000件実績・未確定/.exec(screen)?.[1],
    pdf: /R7([\d,]+件)296,000件実績・未確定/.exec(pdf)?.[1],
    csv: /^成果指標の推移,[^\n]*見守り訪問[^\n]*,令和7年度,2025,,,(\d+),/m.exec(csv)?.[1],
  });
  const before = inOpenYear(await takeForms(tsutsumi));
  const count = Number(before.csv);
  expect(count).toBeGreaterThan(200_000);

  const koga = await openBrowser(base, narrow);
  await signIn(koga, 'koga');
  await follow(koga, /^見本鳥飼 はぎ/);
  await follow(koga, '変わりなし');
  await said(koga, '見本鳥飼 はぎの訪問を記録しました');

  const written = (n: number) => `${n.toLocaleString('ja-JP')}件`;
  const allSay = (n: number) => ({ screen: written(n), pdf: written(n), csv: String(n) });
  expect(before).toEqual(allSay(count));
  expect(inOpenYear(await takeForms(tsutsumi))).toEqual(allSay(count + 1));
  await tsutsumi.open('/plans/kurume-1');
  await follow(tsutsumi, '248,933件');
  await follow(tsutsumi, '表で見る');
  await tsutsumi.page.getByRole('row', { name: new RegExp(`令和7年度.*${written(count + 1)}`) }).waitFor();
});

test('a year is fixed and published when it is over; a button that is off says why', patient, async () => {
  const tsutsumi = await openBrowser(base);
  const { page } = tsutsumi;
  await signIn(tsutsumi, 'tsutsumi');
  await follow(tsutsumi, '年度の確定と公表');
  await tsutsumi.expectAccessible('plan-periods');
  await follow(tsutsumi, /^令和7年度/);
  await page.getByRole('heading', { level: 1, name: /^令和7年度/ }).waitFor();
  await tsutsumi.expectAccessible('plan-period-running');
  for (const act of ['確定する', '公表する']) {
    const button = page.getByRole('button', { name: new RegExp(`^令和7年度.*を${act}$`) });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    const reason = await button.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${reason}"]`).textContent()).toContain('まだ終わっていない年度です。');
    await tsutsumi.tabTo(new RegExp(`^令和7年度.*を${act}$`));
    await tsutsumi.press('Enter');
  }
  expect(await town.look('select 1 from period_fixings where fiscal_year = 2025')).toEqual([]);

  await tsutsumi.open('/periods');
  await follow(tsutsumi, /^令和5年度/);
  await said(tsutsumi, 'まだ確定していません。先に確定してください。');
  await tsutsumi.expectAccessible('plan-period-over');
  await follow(tsutsumi, /^令和5年度.*を確定する$/);
  await said(tsutsumi, '何をもって確定するかを500字までで書いてください。');
  await tsutsumi.expectAccessible('plan-period-refused');
  await fill(tsutsumi, /^確定の理由/, '全校区の集計票がそろったため（見本）');
  await follow(tsutsumi, /^令和5年度.*を確定する$/);
  await said(tsutsumi, '年度を確定しました。');
  await tsutsumi.expectAccessible('plan-period-fixed');
  await follow(tsutsumi, /^令和5年度.*を公表する$/);
  await page.getByRole('dialog', { name: /公表しますか$/ }).waitFor();
  await tsutsumi.expectAccessible('plan-publish-ask');
  await follow(tsutsumi, '公表する');
  await said(tsutsumi, '年度を公表しました。');
  expect(await page.getByRole('button', { name: /を公表する$/ }).count()).toBe(0);
  await tsutsumi.expectAccessible('plan-period-just-published');
});
