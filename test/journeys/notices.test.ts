import { expect, test } from 'vitest';
import { readPdf } from '../paper.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { fill, follow, keepFile, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);

test('a notice is rewritten until it is easy, its readings confirmed, and printed for the 回覧板', {
  timeout: 300_000,
}, async () => {
  const akiyama = await openBrowser(base);
  const { page } = akiyama;
  await signIn(akiyama, 'akiyama');
  await akiyama.open('/notice-desk');
  await akiyama.expectAccessible('notices');
  await follow(akiyama, /^地域共生ワークショップ/);
  await follow(akiyama, 'やさしい日本語で書く');
  await said(akiyama, /文が長い/);
  await said(akiyama, /むずかしい言葉: 「ワークショップ」/);
  await akiyama.expectAccessible('notices-hard');
  await fill(akiyama, /^題名/, 'みんなで 話す 会（みほん）');
  await fill(akiyama, /^本文/, '2月20日の 午後2時から はじめます。\n来たい 人は どうぞ 来て ください。');
  await said(akiyama, 'むずかしいところは見つかりません。');
  await akiyama.expectAccessible('notices-easy');
  await follow(akiyama, '保存する');
  await said(akiyama, '保存しました。');
  await follow(akiyama, 'ふりがなを確かめる');
  await said(akiyama, '「話」の読み');
  await akiyama.expectAccessible('notices-readings');
  const boxes = await page.getByRole('checkbox').count();
  expect(boxes).toBeGreaterThan(6);
  // One that is left out is asked for again, and nothing typed is lost.
  for (let n = 1; n < boxes; n++) {
    await akiyama.tabTo(/、これでよい$/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
  }
  await follow(akiyama, '確かめたふりがなを付ける');
  await said(akiyama, '読みを見て、よければ印を付けてください。');
  await page.locator(`input[name="readings.${boxes - 1}.confirmed"]`).focus();
  await page.keyboard.press('Space');
  await follow(akiyama, '確かめたふりがなを付ける');
  await said(akiyama, 'ふりがなを付けました。');
  await akiyama.expectAccessible('notices-notice');
  await follow(akiyama, '公開する');
  await said(akiyama, '公開しました。');
  const leaflet = await keepFile(akiyama, '回覧板の一枚（やさしい日本語、A4のPDF）');
  expect(leaflet.name).toBe('お知らせ_みんなで話す会（みほん）.pdf');
  expect(readPdf(leaflet.bytes)).toContain('はな');
  await akiyama.open('/notice-words');
  await akiyama.expectAccessible('notices-words');

  const anybody = await openBrowser(base, { width: 390, height: 844 });
  for (const language of ['ja', 'ja-easy', 'vi']) {
    await anybody.page.goto(`${base}/notices?lang=${language}`);
    await anybody.expectAccessible(`notices-public-${language}-narrow`);
  }
  await anybody.page.goto(`${base}/notices/${town.id('notice:workshop')}?lang=ja-easy`);
  await anybody.page.locator('ruby', { hasText: '話' }).first().waitFor();
  await anybody.expectAccessible('notices-public-one-narrow');
});
