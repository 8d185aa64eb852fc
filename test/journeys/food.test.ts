import { expect, test } from 'vitest';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { choose, fill, follow, keepFile, said, wearHat } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const patient = { timeout: 240_000 };

async function tick(visitor: Visitor, label: RegExp): Promise<void> {
  await visitor.tabTo(label);
  await visitor.page.keyboard.press('Space');
}

test(
  'food is taken in, inspected and handed out, and somebody who agrees is introduced to a window',
  patient,
  async () => {
    const hara = await openBrowser(base, { width: 390, height: 844 });
    await signIn(hara, 'hara');
    await hara.open('/food');
    await hara.expectAccessible('food-narrow');
    await follow(hara, 'みんなの台所（見本）');
    await said(hara, /^期限の近いものから並んでいます/);
    await hara.expectAccessible('food-stock-narrow');
    await follow(hara, '受け入れる');
    await fill(hara, /^品物/, '見本の缶詰');
    await fill(hara, /^数(?!え)/, '24');
    await fill(hara, /^数え方/, '缶');
    await fill(hara, /^期限(?!の)/, '2026-12-31');
    await hara.expectAccessible('food-receive-narrow');
    await follow(hara, '受け入れを記録する');
    await said(hara, '受け入れました。次に検品をしてください。');
    await tick(hara, /^期限を見た/);
    await tick(hara, /^使用可/);
    await hara.expectAccessible('food-lot-narrow');
    await follow(hara, '検品を記録する');
    await said(hara, '検品を記録しました。');
    const kitchen = town.id('place:kitchen');
    await hara.open(`/places/${kitchen}/food/give?what=${encodeURIComponent('見本の缶詰')}&quantity=6`);
    await fill(hara, /^世帯の数/, '3');
    await tick(hara, /^石橋/);
    await hara.expectAccessible('food-give-narrow');
    await follow(hara, '手渡しを記録する');
    await said(hara, '手渡しを記録しました。');
    await follow(hara, '本人の同意を得て紹介する');
    await fill(hara, /^名前/, '石橋（見本）');
    await fill(hara, /^窓口に伝えること/, '階段がつらい。だれかと話したい。');
    await choose(hara, /^紹介する窓口/, town.id('body:生活自立支援センター'));
    await tick(hara, /^伝えることを本人に/);
    await hara.expectAccessible('food-introduce-narrow');
    await follow(hara, '窓口へ届ける');
    await said(hara, /窓口へ届けました。受付番号/);
    expect(await town.look('select 1 from food_handovers')).toHaveLength(11);
  },
);

test(
  'a recall begins with the mark on a label, is traced, printed, and answered by the place',
  patient,
  async () => {
    const ogata = await openBrowser(base);
    await signIn(ogata, 'ogata');
    await wearHat(ogata, '生活支援コーディネーター');
    await ogata.open('/food');
    await ogata.expectAccessible('food');
    await follow(ogata, '受入分');
    await fill(ogata, /^品物・製造者・記号/, 'MH-2503');
    await ogata.press('Enter');
    await said(ogata, '1件');
    await ogata.expectAccessible('food-lots');
    await follow(ogata, '回収を始める');
    await fill(ogata, /^回収の名前/, '見本カレーの回収');
    await fill(ogata, /^回収の理由/, '表示にないえびが入っていた');
    await ogata.expectAccessible('food-recall-new');
    await follow(ogata, '回収を始める');
    await said(ogata, '回収を始めました。行き先は下のとおりです。');
    await said(ogata, /みんなの台所（見本）：8世帯に渡りました/);
    expect(await ogata.page.getByText('石橋（見本）').count()).toBe(0);
    await ogata.expectAccessible('food-recall');
    const sheet = await keepFile(ogata, '印刷する（PDF）');
    expect(sheet.bytes.subarray(0, 5).toString()).toBe('%PDF-');

    const hara = await openBrowser(base, { width: 390, height: 844 });
    await signIn(hara, 'hara');
    await hara.open('/food');
    await follow(hara, '回収を見る');
    await said(hara, '石橋（見本）');
    await hara.expectAccessible('food-recall-place-narrow');
    await follow(hara, 'みんなの台所（見本）の返事をする');
    await fill(hara, /^知らせた世帯/, '7');
    await fill(hara, /^届かなかった世帯/, '1');
    await follow(hara, '返事をする');
    await said(hara, /知らせた 7世帯/);
    await ogata.open('/food-recalls');
    await said(ogata, /か所の返事待ち/);
    await ogata.expectAccessible('food-recalls');
  },
);
