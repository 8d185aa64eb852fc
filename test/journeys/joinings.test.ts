import { test } from 'vitest';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { choose, fill, follow, said, wearHat } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const patient = { timeout: 240_000 };

test(
  'from what a mother would like to a place that welcomes her: looked, tried, stayed, and the place is asked too',
  patient,
  async () => {
    const nakajima = await openBrowser(base);
    await signIn(nakajima, 'nakajima');
    await nakajima.page.goto(`${base}/cases/${town.id('case:nishida')}/joinings`);
    await said(nakajima, '本人の願い：「月に一度、気がねなく話せる場所に行く。」');
    await said(nakajima, '本人のことば：「次はわたしがお茶をいれます。」');
    await nakajima.expectAccessible('joinings');
    await nakajima.tabTo(/^歩みを書く/);
    await nakajima.press('Enter');
    await choose(nakajima, /^段階/, 'settled');
    await fill(nakajima, /^本人のことば/, '来月も行きます。');
    await follow(nakajima, '書く');
    await said(nakajima, '続けて通うことになった（定着）');
    await said(nakajima, '本人のことば：「来月も行きます。」');
    await follow(nakajima, '参加支援を始める');
    await fill(nakajima, /^本人の願い・目標/, '動画の編集なら、やってみたい');
    await follow(nakajima, '検索');
    await said(nakajima, '願いのことばに合う受入先');
    await said(nakajima, /合うわけ：/);
    await nakajima.expectAccessible('joinings-begin');
    await choose(nakajima, /^だれの/, town.id('client:wataru'));
    await follow(nakajima, 'この受入先で始める');
    await said(nakajima, '参加支援を始めました。');
    await follow(nakajima, '受入先に伝える');
    await nakajima.expectAccessible('joinings-tell');
    await nakajima.open('/welcoming-places');
    await nakajima.expectAccessible('places-list');
    await follow(nakajima, '家族の会 ひだまり（見本）');
    await fill(nakajima, /^したこと・聞いたこと/, 'お茶の当番のことで電話した。');
    await nakajima.page.getByRole('radio', { name: '電話', exact: true }).focus();
    await nakajima.page.keyboard.press('Space');
    await follow(nakajima, '記録する');
    await said(nakajima, '記録しました。');
    await nakajima.expectAccessible('places-one');
  },
);

test('a narrow screen shows a way and a place, and a new place is written down', patient, async () => {
  const ogata = await openBrowser(base, { width: 390, height: 844 });
  await signIn(ogata, 'ogata');
  await wearHat(ogata, '生活支援コーディネーター');
  await ogata.open('/welcoming-places/new');
  await fill(ogata, /^受入先の名前/, '見本文庫の本棚');
  await fill(ogata, /^ふりがな/, 'みほんぶんこ');
  await fill(ogata, /^そこでできること/, '本の並べかえができる');
  await ogata.expectAccessible('places-new-narrow');
  await follow(ogata, '保存する');
  await said(ogata, '受入先を保存しました。');
  await ogata.expectAccessible('places-one-narrow');
});
