import { expect, test } from 'vitest';
import { sheetDistricts } from '#domains/encounters/fixtures.ts';
import { listGroupMembers, writeMemberSheet } from '#domains/groups/api.ts';
import { readTallyMonth } from '#domains/visits/sheet-api.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { choose, fill, follow, said } from './walk.ts';

/** February 2026, from an empty month to the last of the groups: one file for most, one wrong file, three late. */
const town = await openTown('sample');
town.clock.now = new Date('2026-03-03T10:00:00+09:00');
const base = await serveTown(town);
const month = '2026-02';
const late = ['青峰', '下田', '大橋'];
const inTime = sheetDistricts.filter((district) => !late.includes(district));
const ogata = town.as('ogata');

async function sendLedger(visitor: Visitor, name: string, lines: readonly string[]): Promise<void> {
  await visitor.tabTo(/^集計の台帳/);
  await visitor.press('Space');
  await choose(visitor, /^何月分の台帳か/, month);
  await visitor.page.getByLabel(/^台帳のファイル/).setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(['校区,年月,方法,件数', ...lines].join('\r\n')),
  });
  await follow(visitor, '送って列を選ぶ');
  await follow(visitor, 'この選び方で確かめる');
}

test('a month of all districts is gathered: a wrong file, the right one, three that are late', {
  timeout: 240_000,
}, async () => {
  const officer = await openBrowser(base);
  const { page } = officer;
  await signIn(officer, 'ogata');
  await officer.open(`/tally?month=${month}`);
  await page.getByRole('heading', { name: `まだ届いていない校区（${sheetDistricts.length}）` }).waitFor();

  const lines = inTime.map((district, i) => `${district},2026/2,対面,${100 + i}`);
  await officer.open('/ledgers');
  await sendLedger(officer, '2月分（まちがい）.csv', [
    ...lines,
    '存在しない校区,2026/2,対面,3',
    '合計,,,9999',
  ]);
  await said(officer, /直すところが\d+か所あります。.*1行も取り込んでいません。/);
  await officer.expectAccessible('month-wrong-file');
  await officer.open(`/tally?month=${month}`);
  await page.getByRole('heading', { name: `まだ届いていない校区（${sheetDistricts.length}）` }).waitFor();

  await officer.open('/ledgers');
  await sendLedger(officer, '2月分.csv', lines);
  await fill(officer, /^誰から受け取ったか/, '校区社協事務局（見本）');
  await follow(officer, `${lines.length}行を取り込む`);
  await page.getByRole('heading', { level: 1, name: '台帳の取り込み 受領書' }).waitFor();
  await officer.open(`/tally?month=${month}`);
  await page.getByRole('heading', { name: 'まだ届いていない校区（3）' }).waitFor();
  await officer.expectAccessible('month-three-late');

  await officer.tabTo('画面に出す');
  await officer.press('ArrowDown');
  await follow(officer, 'お願いする');
  await said(officer, 'お願いしました。');

  await gatherByGrid(officer);
  await handInByPhone(officer, '大橋', '大橋の会長から電話（見本）');
  await handInByPhone(officer, '下田', '下田の会長から紙（見本）');
  await said(officer, 'すべて届きました。');
  await officer.expectAccessible('month-complete');

  const { groups } = await ogata.call(readTallyMonth, { month });
  const sheets = groups.filter(({ mode }) => mode === 'sheet');
  expect(sheets.every(({ sheet }) => sheet !== null)).toBe(true);
  const expected = inTime.reduce((sum, _, i) => sum + 100 + i, 0) + 23 + 12 + 12;
  expect(sheets.reduce((sum, { sheet }) => sum + (sheet?.total ?? 0), 0)).toBe(expected);
});

/** 青峰: 22 papers lie there already, the last one is written by keyboard, and the grid goes out. */
async function gatherByGrid(officer: Visitor): Promise<void> {
  const { members } = await ogata.call(listGroupMembers, { group: town.id('body:青峰') });
  for (const { id } of members.slice(0, -1))
    await ogata.call(writeMemberSheet, { id: mintId(), member_id: id, month, counts: { face: 1 } });
  await follow(officer, '青峰');
  await follow(officer, 'とりまとめ表を開く');
  await officer.page.getByLabel('見本 りんどう 会って（対面）').focus();
  await officer.type('1');
  await officer.press('Enter');
  await said(officer, '全員の分がそろいました。');
  await fill(officer, /^誰のとりまとめか/, '青峰のまとめ役（見本）');
  await follow(officer, '確かめて23件で出す');
  await said(officer, '青峰校区の集計票を受け取りました。');
}

async function handInByPhone(officer: Visitor, district: string, from: string): Promise<void> {
  await follow(officer, district);
  await fill(officer, /^会って（対面）/, '12');
  await fill(officer, /^誰から受け取ったか/, from);
  await follow(officer, '集計票を出す');
  await said(officer, `${district}校区の集計票を受け取りました。`);
}
