import { expect, test } from 'vitest';
import { writeEvaluation } from '#domains/plan/api.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { fill, follow, said } from './walk.ts';

const town = await openTown('sample');
const base = await serveTown(town);
const patient = { timeout: 120_000 };

/** 堤さん at the plan of the sample town, from the menu. */
async function goToPlan(size?: { width: number; height: number }) {
  const visitor = await openBrowser(base, size);
  await signIn(visitor, 'tsutsumi');
  await follow(visitor, '計画と評価');
  await heading(visitor, '計画');
  return visitor;
}

function heading({ page }: Visitor, name: string | RegExp) {
  return page.getByRole('heading', { level: 1, name }).waitFor();
}

test(
  'from the tree to a figure, its definition, its districts and months, and the rows behind',
  patient,
  async () => {
    const tsutsumi = await goToPlan();
    const { page } = tsutsumi;
    await tsutsumi.expectAccessible('plan-plans');
    await follow(tsutsumi, /（第1期）を開く$/);
    await heading(tsutsumi, /第1期/);
    for (const part of ['課題（8）', '分類と取組項目（13）'])
      await page.getByRole('heading', { level: 2, name: part }).waitFor();
    await tsutsumi.expectAccessible('plan-tree');
    await follow(tsutsumi, '248,933件');
    await heading(tsutsumi, /見守り訪問活動件数/);
    await page.getByText('訪問').first().waitFor();
    await page.getByRole('heading', { level: 2, name: '数え方' }).waitFor();
    await tsutsumi.expectAccessible('plan-indicator');
    await follow(tsutsumi, '表で見る');
    await page.getByRole('row', { name: /令和7年度.*未確定/ }).waitFor();
    await tsutsumi.expectAccessible('plan-indicator-table');

    const cells = page.getByRole('table', { name: '校区と月ごとの件数' });
    const cell = cells.getByRole('row', { name: /^合川/ }).getByRole('link').first();
    const count = (await cell.textContent()) ?? '';
    await follow(tsutsumi, count);
    await heading(tsutsumi, '数字のもとになった記録');
    const counted = page.getByRole('definition').filter({ hasText: `${count}件` });
    await counted.first().waitFor();
    await page
      .getByRole('row', { name: /2024年4月/ })
      .first()
      .waitFor();
    await tsutsumi.expectAccessible('plan-rows-cell');
    await follow(tsutsumi, '指標に戻る');
    await heading(tsutsumi, /見守り訪問活動件数/);
  },
);

test(
  'a target is written anew, one of a fixed year is not, and the one before stays readable',
  patient,
  async () => {
    const tsutsumi = await goToPlan();
    const { page } = tsutsumi;
    await follow(tsutsumi, '248,933件');
    await follow(tsutsumi, '目標や値を入れる');
    await heading(tsutsumi, /^目標や値を入れる/);
    await tsutsumi.expectAccessible('plan-indicator-edit');
    await fill(tsutsumi, /^年度/, '2024');
    await fill(tsutsumi, /^目標/, '300000');
    await tsutsumi.press('Enter');
    await said(tsutsumi, '確定した年度の目標は変えられません。');
    await tsutsumi.expectAccessible('plan-target-refused');
    expect(await page.getByRole('textbox', { name: /^目標/ }).inputValue()).toBe('300000');
    await fill(tsutsumi, /^年度/, '2025');
    await tsutsumi.tabTo('保存する');
    await tsutsumi.press('Enter');
    await said(tsutsumi, '保存しました。');
    await page
      .getByRole('link', { name: /見守り訪問活動件数/ })
      .first()
      .focus();
    await tsutsumi.press('Enter');
    await page.getByText('300,000件　令和7年度').first().waitFor();
    const written = page.getByRole('table', { name: /について書かれたこと$/ });
    for (const target of ['300,000件', '296,000件'])
      await written.getByRole('row', { name: new RegExp(`目標.*${target}`) }).waitFor();
    await tsutsumi.expectAccessible('plan-indicator-targets');
  },
);

test(
  'evaluations are written for a group and the whole, a carry-on too, and the version before stays',
  patient,
  async () => {
    const tsutsumi = await goToPlan();
    const { page } = tsutsumi;
    await tsutsumi.open('/plans/kurume-1');
    await follow(tsutsumi, '評価');
    await heading(tsutsumi, /の評価$/);
    await tsutsumi.expectAccessible('plan-evaluation');
    const before = await page.getByRole('article').nth(2).locator('p').first().textContent();
    const texts = [
      ['関係を豊かにする　評価', '見本：集まる場が増えた。'],
      ['全体　評価', '見本：全体の評価。'],
      [/^全体.*につなげよう$/, '見本：つなげたいこと。'],
    ] as const;
    for (const [title, body] of texts) {
      await tsutsumi.open(`/plans/kurume-1/evaluation/${addressOf(title)}`);
      await heading(tsutsumi, title);
      await fill(tsutsumi, /^文章/, body);
      await follow(tsutsumi, /^第\d版として保存する$/);
      await said(tsutsumi, '新しい版を保存しました。');
      await page.getByText(body).waitFor();
    }
    await tsutsumi.open('/plans/kurume-1/evaluation/1-evaluation');
    await page
      .getByText(before ?? 'nothing')
      .first()
      .waitFor();
    await page.getByRole('heading', { level: 3, name: /^第1版/ }).waitFor();
    await tsutsumi.expectAccessible('plan-text');

    await town.as('tsutsumi').call(writeEvaluation, {
      id: mintId(),
      plan_id: town.id('plan:kurume-1'),
      group_id: town.id('group:1'),
      kind: 'evaluation',
      after_version: 2,
      body: '見本：別の画面で書いた版。',
    });
    await fill(tsutsumi, /^文章/, '見本：あとから書いた文章。');
    await follow(tsutsumi, '第3版として保存する');
    await said(tsutsumi, 'ほかの人が先に新しい版を書きました。');
    expect(await page.getByLabel(/^文章/).inputValue()).toBe('見本：あとから書いた文章。');
    await tsutsumi.expectAccessible('plan-text-overtaken');
  },
);

function addressOf(title: string | RegExp): string {
  if (String(title).includes('関係')) return '1-evaluation';
  return String(title).includes('つなげ') ? 'whole-carry_on' : 'whole-evaluation';
}

test('a wording of the plan is put anew, and the one before stays readable', patient, async () => {
  const tsutsumi = await goToPlan();
  const { page } = tsutsumi;
  await tsutsumi.open('/plans/kurume-1');
  await follow(tsutsumi, '文言');
  await heading(tsutsumi, /の文言$/);
  await tsutsumi.expectAccessible('plan-wordings');
  await follow(tsutsumi, '課題 3');
  await heading(tsutsumi, '課題 3');
  const before = await page.getByLabel(/^新しい文言/).inputValue();
  await fill(tsutsumi, /^新しい文言/, '');
  await follow(tsutsumi, '第2版として保存する');
  await said(tsutsumi, '1字から300字までで書いてください。');
  await fill(tsutsumi, /^新しい文言/, '見本：改めた課題');
  await fill(tsutsumi, /^改める理由/, '策定委員会の意見を受けて（見本）');
  await tsutsumi.press('Enter');
  await said(tsutsumi, '文言を改めました。前の文言も残っています。');
  await page.getByRole('row', { name: /課題 3.*見本：改めた課題.*2.*計画担当/ }).waitFor();
  await follow(tsutsumi, '課題 3');
  await page.getByRole('heading', { level: 3, name: '第1版　はじめの文言' }).waitFor();
  await page.getByText(before, { exact: true }).waitFor();
  await tsutsumi.expectAccessible('plan-wording');
  await follow(tsutsumi, /（第1期）$/);
  await page.getByText('見本：改めた課題').first().waitFor();
});

test('how small a count is shown is set from a day on, with a reason', patient, async () => {
  const tsutsumi = await goToPlan();
  await follow(tsutsumi, '小さい数の表し方');
  await heading(tsutsumi, '小さい数の表し方');
  await said(tsutsumi, 'まだ変えていません。');
  await tsutsumi.expectAccessible('plan-smallest');
  await fill(tsutsumi, /^いくつ未満/, '2');
  await fill(tsutsumi, /^理由/, '審議会の答申（見本）');
  await follow(tsutsumi, '決まりを変える');
  await said(tsutsumi, '3から100までの整数で入れてください。');
  await tsutsumi.expectAccessible('plan-smallest-refused');
  await fill(tsutsumi, /^いくつ未満/, '5');
  await follow(tsutsumi, '決まりを変える');
  await said(tsutsumi, '決まりを変えました。');
  await said(tsutsumi, '5未満の件数は、そのままでは示しません。');
  await tsutsumi.page.getByRole('row', { name: /2026年2月2日.*5未満.*審議会/ }).waitFor();
  await tsutsumi.expectAccessible('plan-smallest-set');
});
