import { expect, test } from 'vitest';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { fill, follow, said } from './walk.ts';

const town = await openTown('sample');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 240_000 };

/** Enters a group of radio buttons and goes down to a choice. */
async function pick(visitor: Visitor, group: RegExp, choice: string) {
  const radio = visitor.page
    .getByRole('group', { name: group })
    .getByRole('radio', { name: choice, exact: true });
  const name = await radio.getAttribute('name');
  for (let i = 0; i < 150; i++) {
    const at = await visitor.page.evaluate(() => document.activeElement?.getAttribute('name'));
    if (at === name) break;
    await visitor.page.keyboard.press('Tab');
  }
  for (let i = 0; i < 10 && !(await radio.isChecked()); i++)
    await visitor.page.keyboard.press(i === 0 ? 'Space' : 'ArrowDown');
  expect(await radio.isChecked()).toBe(true);
}

test(
  'an 異変 at night says that nobody watches and whom to call; in the morning an officer takes it, and the visitor sees who',
  patient,
  async () => {
    town.clock.now = new Date('2026-02-02T20:00:00+09:00');
    const koga = await openBrowser(base, narrow);
    await signIn(koga, 'koga');
    await koga.open('/today');
    await follow(koga, /^見本鳥飼 はぎ/);
    await follow(koga, '異変がある');
    await said(koga, 'いまは職員が見ていません。');
    await koga.page.getByRole('link', { name: /0942-00-0119/ }).waitFor();
    await koga.expectAccessible('escalations-alarm-at-night-narrow');
    await pick(koga, /^会えたか/, '応答のみ');
    await follow(koga, '記録する');
    await said(koga, '緒方（見本）さんに届けました。まだ受け取られていません。');
    await koga.expectAccessible('escalations-raised-narrow');

    town.clock.now = new Date('2026-02-03T08:35:00+09:00');
    const ogata = await openBrowser(base);
    await signIn(ogata, 'ogata');
    await ogata.open('/today');
    await said(ogata, /^続いている知らせ/);
    await ogata.expectAccessible('escalations-today-of-officer');
    await follow(ogata, /^知らせをすべて見る/);
    await ogata.expectAccessible('escalations-list');
    await follow(ogata, /^見本鳥飼 はぎ/);
    await ogata.page.getByRole('heading', { level: 1, name: /見本鳥飼 はぎの知らせ/ }).waitFor();
    await follow(ogata, '受け取る');
    await said(ogata, /^引き継いで受け取る/);

    await follow(koga, 'いまの様子を確かめる');
    await said(koga, /緒方（見本）さんが受け取りました/);

    await fill(ogata, /^対応したこと/, '家族に電話し、病院に付き添ってもらった（見本）');
    await fill(ogata, /^知らせた人に伝える言葉/, 'ご家族と連絡がとれました（見本）');
    await follow(ogata, '対応したことを書く');
    await said(ogata, '書きました。');
    await ogata.expectAccessible('escalations-acting');
    await koga.open('/today');
    await said(koga, /ご家族と連絡がとれました/);
    await koga.expectAccessible('escalations-today-of-visitor-narrow');
    expect(await koga.page.getByText('病院').count()).toBe(0);
  },
);

test(
  'an administrator says when the office watches; a roster is read and printed by everybody; a rule is seen and switched off',
  patient,
  async () => {
    town.clock.now = new Date('2026-02-03T09:30:00+09:00');
    const shiraishi = await openBrowser(base);
    await signIn(shiraishi, 'shiraishi');
    await shiraishi.open('/office-hours');
    await said(shiraishi, /月火水木金曜日の08:30〜17:15/);
    await fill(shiraishi, /^休みの日/, '2027/1/11,成人の日\n2027/2/30,見本');
    await follow(shiraishi, '休みの日を入れる');
    await said(shiraishi, /2行目を読みとれません/);
    await shiraishi.expectAccessible('escalations-office-hours-refused');
    await fill(shiraishi, /^休みの日/, '2027/1/11,成人の日');
    await follow(shiraishi, '休みの日を入れる');
    await said(shiraishi, '休みの日を入れました。');

    const ogata = await openBrowser(base);
    await signIn(ogata, 'ogata');
    await ogata.open('/duties');
    await ogata.expectAccessible('escalations-duties');
    await ogata.open('/unmet-rules');
    await ogata.expectAccessible('escalations-rules');

    const koga = await openBrowser(base, narrow);
    await signIn(koga, 'koga');
    await koga.open('/duties');
    await said(koga, '0942-00-0110');
    await koga.expectAccessible('escalations-duties-narrow');
    await koga.open('/unmet-rules');
    await said(koga, '3回続けて不在のとき');
    await koga.expectAccessible('escalations-rules-narrow');
  },
);

test(
  'a visitor writes down how a household wishes to be looked in on; who gathers reads it, and sees who could stand in',
  patient,
  async () => {
    const koga = await openBrowser(base, narrow);
    await signIn(koga, 'koga');
    await koga.open(`/visits/new?household=${town.id('household:鳥飼:5')}`);
    await said(koga, /訪問の希望をまだ聞いていません/);
    await follow(koga, '訪問の希望を書く');
    await pick(koga, /^どのくらいの間で/, '月に1回くらい');
    await koga.expectAccessible('rounds-wish-narrow');
    await follow(koga, '訪問の希望を書く');
    await said(koga, '訪問の希望を書きました。');

    const furukawa = await openBrowser(base);
    await signIn(furukawa, 'furukawa');
    await furukawa.open('/round-agreements');
    await said(furukawa, '見守りは義務や責任を負うものではありません。できるときに、できる人が訪ねます。');
    await furukawa.expectAccessible('rounds-agreements');
    await furukawa.open(`/households/${town.id('household:鳥飼:5')}/visitors`);
    await said(furukawa, '代わりに訪ねられる人');
    await furukawa.expectAccessible('rounds-stand-ins');
  },
);
