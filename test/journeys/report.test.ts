import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { samplePassword } from '#domains/posts/fixtures.ts';
import { nextCode } from '../authenticator.ts';
import { readPdf } from '../paper.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, type Visitor } from './browser.ts';
import { keepFile } from './walk.ts';

const town = await openTown('sample');
const base = await serveTown(town);
const report = '/plans/kurume-1/report';

async function signInTo(visitor: Visitor, who: string, path: string) {
  await visitor.open(`/sign-in?to=${path}`);
  await visitor.tabTo(/^サインイン名/);
  await visitor.type(who);
  await visitor.tabTo(/^パスワード/);
  await visitor.type(samplePassword);
  await visitor.press('Enter');
  await visitor.page.getByLabel(/確認コード/).waitFor();
  await visitor.tabTo(/^確認コード/);
  await visitor.type(await nextCode(who));
  await visitor.press('Enter');
}

test('a planner reads the evaluation and keeps it as PDF, CSV and HTML without a mouse', {
  timeout: 90_000,
}, async () => {
  const visitor = await openBrowser(base);
  const { page } = visitor;
  await signInTo(visitor, 'tsutsumi', '/plans/kurume-1');
  await page.getByRole('heading', { level: 1, name: /第1期/ }).waitFor();
  await visitor.tabTo('報告書');
  await visitor.press('Enter');
  await page.getByRole('heading', { level: 1, name: /評価報告書$/ }).waitFor();
  const row = page.getByRole('row', { name: /見守り訪問活動件数.*未達成/ });
  expect(await row.textContent()).toContain('248,933件R6実績・公表公表後の追加 1件');
  await visitor.expectAccessible('reports-evaluation');

  const pdf = await keepFile(visitor, 'PDFを保存');
  expect(pdf.name).toMatch(/評価報告書_2026-02-02\.pdf$/);
  expect(readPdf(pdf.bytes)).toContain('248,933件R6実績・公表公表後の追加1件');
  await page.getByText('を保存しました').waitFor();
  const csv = await keepFile(visitor, 'CSVを保存（Excelなど）');
  expect(csv.bytes.toString('utf8')).toContain(',248933,件,"248,933件",実績,公表,');
  const html = await keepFile(visitor, 'HTMLを保存');
  const kept = await page.context().newPage();
  await kept.setContent(html.bytes.toString('utf8'));
  await expectTableOnOnePage(kept);
});

test('on a narrow screen wide tables move, and the page does not', { timeout: 90_000 }, async () => {
  const visitor = await openBrowser(base, { width: 390, height: 844 });
  await signInTo(visitor, 'noda', report);
  await visitor.page.getByText('計画担当の役割で見られます').first().waitFor();
  await visitor.expectAccessible('reports-evaluation-narrow');
  expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

/** The table of 46 districts with its sums, printed on A4 (margins 20 mm and 18 mm, 96 pixels to the inch). */
async function expectTableOnOnePage(page: Page) {
  const mm = 96 / 25.4;
  await page.setViewportSize({ width: Math.floor(174 * mm), height: 900 });
  await page.emulateMedia({ media: 'print' });
  const table = await page.locator('table.dense').first().boundingBox();
  expect(table?.width).toBeLessThanOrEqual(174 * mm);
  expect(table?.height).toBeLessThanOrEqual(257 * mm);
}
