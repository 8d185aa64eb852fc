import { expect, test } from 'vitest';
import { readGroupMonth } from '#domains/groups/api.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { fill, follow, said } from './walk.ts';

const town = await openTown('sample');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 120_000 };
const month = '2026-01';
const gridOf = (district: string) =>
  `/tally/${town.id(`district:${district}`)}/${month}/members?group=${town.id(`body:${district}`)}`;
const seen = (district: string) => ({ group: town.id(`body:${district}`), month });

test('the grid says who is missing, keeps row by row, and goes out as the sheet', patient, async () => {
  const ogata = await openBrowser(base);
  const { page } = ogata;
  await signIn(ogata, 'ogata');
  await ogata.open(gridOf('青峰'));
  await page.getByRole('heading', { name: '紙がまだの会員（9人）' }).waitFor();
  await ogata.expectAccessible('groups-grid');
  await ogata.tabTo('見本 とちのき 会って（対面）');
  await ogata.type('９');
  await ogata.press('Tab');
  await ogata.type('一');
  await ogata.press('ArrowDown');
  await said(ogata, '件数は0から99,999までの整数で入れてください。');
  await ogata.expectAccessible('groups-grid-refused');
  await ogata.press('ArrowUp');
  await ogata.type('1');
  await ogata.press('Enter');
  await page.getByRole('heading', { name: '紙がまだの会員（8人）' }).waitFor();
  await follow(ogata, /で出す$/);
  await said(ogata, '誰のとりまとめかを100字までで書いてください。');
  await fill(ogata, /^誰のとりまとめか/, '青峰ふれあいの会（見本）');
  await follow(ogata, /で出す$/);
  await said(ogata, /まだの会員が8人います/);
  await ogata.expectAccessible('groups-hand-in-refused');
  await ogata.tabTo(/^届いていない会員（8人）を除いて出す/);
  await ogata.press('Space');
  await follow(ogata, /で出す$/);
  await said(ogata, '青峰校区の集計票を受け取りました。');
  const { sheet, sum } = await town.as('ogata').call(readGroupMonth, seen('青峰'));
  expect(sheet?.counts).toEqual(sum);
  expect(sum.intercom).toBeGreaterThan(0);
});

test(
  'a group that never goes on line: its roll is pasted, its papers entered and photographed by the officer',
  patient,
  async () => {
    const ogata = await openBrowser(base, narrow);
    const { page } = ogata;
    await signIn(ogata, 'ogata');
    await ogata.open(`/groups/${town.id('district:水縄')}/members?group=${town.id('body:水縄')}`);
    await said(ogata, '会員はまだいません。');
    await fill(ogata, /^氏名とフリガナ/, '見本 もみじ、ミホン モミジ\n見本 やなぎ');
    await follow(ogata, '会員を加える');
    await said(ogata, 'フリガナを100字までで書いてください。');
    await ogata.expectAccessible('groups-members-refused-narrow');
    await fill(ogata, /^氏名とフリガナ/, '見本 もみじ、ミホン モミジ\n見本 やなぎ,ミホン ヤナギ');
    await follow(ogata, '会員を加える');
    await said(ogata, '会員を加えました。');
    await ogata.expectAccessible('groups-members-narrow');
    await follow(ogata, '見本 やなぎ');
    await fill(ogata, /^氏名(?!と)/, '見本 やなぎ川');
    await follow(ogata, '登録を直す');
    await said(ogata, '見本 やなぎ川');
    await follow(ogata, 'とりまとめ表を開く');
    await ogata.tabTo('見本 もみじ 会って（対面）');
    await ogata.type('4');
    await page.getByLabel('見本 もみじの紙の写真を付ける').setInputFiles({
      name: 'もみじ.png',
      mimeType: 'image/png',
      buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    });
    await said(ogata, '写真を見る');
    await page.getByLabel('見本 やなぎ川の紙の写真を付ける').setInputFiles({
      name: 'やなぎ川.png',
      mimeType: 'image/png',
      buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    });
    await said(ogata, '見本 やなぎ川（写真あり）');
    await said(ogata, /^写真あり、件数はまだ/);
    await ogata.expectAccessible('groups-grid-narrow');
    await ogata.tabTo('見本 やなぎ川 会って（対面）');
    await ogata.type('2');
    await ogata.press('Enter');
    await said(ogata, '全員の分がそろいました。');
  },
);

test(
  'the officer asks everyone who is missing in one press, prints the letters, and the group finds it on today',
  patient,
  async () => {
    const ogata = await openBrowser(base);
    const { page } = ogata;
    await signIn(ogata, 'ogata');
    await ogata.open(`/tally?month=${month}`);
    await said(ogata, /下田（2026年2月1日（令和8年2月1日）に「手紙で送る」でお願い済み）/);
    await ogata.expectAccessible('groups-ask');
    await follow(ogata, 'お願いする');
    await said(ogata, 'お願いの方法を選んでください。');
    await ogata.tabTo('画面に出す');
    await ogata.press('ArrowDown');
    await follow(ogata, 'お願いする');
    await said(ogata, 'お願いしました。');
    const waiting = page.waitForEvent('download');
    await follow(ogata, /^お願いの手紙を印刷する/);
    expect((await waiting).suggestedFilename()).toBe('令和8年1月分の集計票のお願い.pdf');
  },
);

test(
  'a gatherer writes a visitor’s paper line by line, and the visits are the visitor’s',
  patient,
  async () => {
    const furukawa = await openBrowser(base);
    const { page } = furukawa;
    await signIn(furukawa, 'furukawa');
    await furukawa.open(gridOf('鳥飼'));
    await furukawa.expectAccessible('groups-single');
    await follow(furukawa, '古賀（見本）の紙から書く');
    await furukawa.tabTo('1行目 日');
    await furukawa.type('40');
    await furukawa.press('Tab');
    await page.locator(':focus').selectOption({ index: 1 });
    await furukawa.press('Enter');
    await said(furukawa, /訪問した日/);
    await furukawa.expectAccessible('groups-paper-refused');
    await page.getByLabel('1行目　日').fill('２８');
    await page.getByLabel('1行目　日').press('Enter');
    await said(furukawa, '保存しました（開いて直す）');
    await furukawa.type('29');
    await furukawa.press('Tab');
    await page.locator(':focus').selectOption({ index: 2 });
    await page.getByLabel('2行目　会えたか').selectOption('absent');
    await page.getByLabel('2行目　会えたか').press('Enter');
    await page.getByLabel('3行目　日').waitFor();
    await furukawa.expectAccessible('groups-paper');
    const rows = await town.look(
      `select to_char(visited_on, 'DD') as day, contact, condition, post_id = $1 as hers, recorded_by = p.account_id as wrote
     from visits v join posts p on p.id = $2 order by recorded_at desc, visited_on desc limit 2`,
      [town.id('post:koga'), town.id('post:furukawa')],
    );
    expect(rows).toEqual([
      { day: '29', contact: 'absent', condition: null, hers: true, wrote: true },
      { day: '28', contact: 'met', condition: 'usual', hers: true, wrote: true },
    ]);
  },
);
