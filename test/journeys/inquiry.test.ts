import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { fixPeriod } from '#domains/plan/api.ts';
import { linkProject, listInquiries, makeAnswerSheet } from '#domains/projects/api.ts';
import { mintId } from '#platform/uuid.ts';
import { readPdf } from '../paper.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { fill, follow, keepFile, said } from './walk.ts';

const town = await openTown('sample');
const base = await serveTown(town);
const patient = { timeout: 240_000 };
const planner = town.as('tsutsumi');

/** Two projects of つながり支援課 and one of いきいき長寿課 go on in the second plan, whose first year is over. */
async function goOn() {
  for (const [number, measure] of [
    [101, 1],
    [102, 1],
    [105, 4],
  ]) {
    await planner.call(linkProject, {
      id: mintId(),
      project_id: town.id(`project:${number}`),
      to: `measure:${town.id(`next-measure:${measure}`)}`,
      starts_on: '2026-04-01',
    });
  }
  town.clock.now = new Date('2027-05-10T10:00:00+09:00');
}

function arrive({ page }: Visitor, heading: string | RegExp) {
  return page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
}

/** Radio buttons are one stop of the keyboard: the group is entered and the arrow keys choose. */
async function pick({ page }: Visitor, choice: string | RegExp) {
  const radio = page.getByRole('radio', { name: choice }).first();
  const name = await radio.getAttribute('name');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'));
  for (let i = 0; i < 150 && (await focused()) !== name; i++) await page.keyboard.press('Tab');
  for (let i = 0; i < 10 && !(await radio.isChecked()); i++)
    await page.keyboard.press(i === 0 ? 'Space' : 'ArrowDown');
  expect(await radio.isChecked()).toBe(true);
}

const partners = 'ともに動いた相手（見本）';

/** The town's own question to every owner, defined before the inquiry is sent. */
async function askPartners(tsutsumi: Visitor) {
  await tsutsumi.open('/admin/items');
  await follow(tsutsumi, '事業の回答に項目を加える');
  await arrive(tsutsumi, '事業の回答に項目を加える');
  await pick(tsutsumi, /^いくつでも選ぶ/);
  await fill(tsutsumi, /^項目の名前/, partners);
  await fill(tsutsumi, /^選択肢/, '町内の会\nとなりの学校\n市場の店');
  await tsutsumi.expectAccessible('projects-own-item');
  await follow(tsutsumi, '項目を加える');
  await said(tsutsumi, '項目を加えました。');
}

async function tick(visitor: Visitor, ...choices: string[]) {
  for (const choice of choices) {
    await visitor.tabTo(choice);
    await visitor.press('Space');
  }
}

async function answer(visitor: Visitor, results: string) {
  await fill(visitor, /^取組内容・実績/, results);
  await pick(visitor, /^B 計画どおり/);
  await pick(visitor, /^継続/);
  await pick(visitor, /^回答として出す/);
  await follow(visitor, '保存する');
  await said(visitor, 'の回答を保存しました。');
}

/** A section fills in its sheet with a spreadsheet, and mails it back. */
async function fillSheet(bytes: Uint8Array, cells: Record<string, string | number>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = workbook.getWorksheet('回答');
  const headings = (sheet?.getRow(1).values ?? []) as string[];
  for (const [heading, value] of Object.entries(cells)) {
    const cell = sheet?.getRow(2).getCell(headings.indexOf(heading));
    if (cell) cell.value = value;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function bring(visitor: Visitor, name: string, buffer: Buffer) {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await visitor.tabTo(/^回答票のファイル/);
  await visitor.page.locator(':focus').setInputFiles({ name, mimeType, buffer });
  await fill(visitor, /^だれが、どうやって/, 'いきいき長寿課からメールで（見本）');
  await follow(visitor, '読み込んで確かめる');
  await visitor.page.getByRole('heading', { level: 1, name: `回答票「${name}」` }).waitFor();
}

test('a year’s inquiry goes from sending to the printed paper of the committee', patient, async () => {
  await goOn();
  const tsutsumi = await openBrowser(base);
  await signIn(tsutsumi, 'tsutsumi');
  await askPartners(tsutsumi);
  await follow(tsutsumi, '進捗の照会');
  await arrive(tsutsumi, '進捗の照会');
  await tsutsumi.expectAccessible('projects-inquiries');
  await follow(tsutsumi, '進捗の照会を送る');
  await arrive(tsutsumi, '進捗の照会を送る');
  await fill(tsutsumi, /^年度/, '2026');
  await fill(tsutsumi, /^件名/, '令和8年度の進捗（見本）');
  await tsutsumi.expectAccessible('projects-send');
  await follow(tsutsumi, '照会を送る');
  await said(tsutsumi, '回答期限を選んでください。');
  await fill(tsutsumi, /^回答期限/, '2027-06-11');
  await follow(tsutsumi, '照会を送る');
  await said(tsutsumi, '照会を送りました。');
  await said(tsutsumi, '未回答 3件');

  const akiyama = await openBrowser(base);
  await signIn(akiyama, 'akiyama');
  await said(akiyama, '2件の回答を待っています。');
  await akiyama.expectAccessible('projects-today-owner');
  await follow(akiyama, 'ご近所あいさつの輪');
  await arrive(akiyama, /^101.ご近所あいさつの輪$/);
  await akiyama.expectAccessible('projects-answer');
  await pick(akiyama, /^回答として出す/);
  await follow(akiyama, '保存する');
  await said(akiyama, '1年の取組内容と実績を書いてください。');
  await tick(akiyama, 'となりの学校', '市場の店');
  await answer(akiyama, '声をかけ合う人が増えた（見本）');

  await follow(tsutsumi, '所管課と督促');
  await arrive(tsutsumi, '所管課と督促');
  await tsutsumi.expectAccessible('projects-owners');
  await follow(tsutsumi, 'まだの所管課に督促する');
  await said(tsutsumi, '2の所管課に督促しました。');
  const letters = await keepFile(tsutsumi, '督促の手紙を作る（PDF）');
  expect(readPdf(letters.bytes)).toContain('お待ちしている事業');

  await tsutsumi.open('/inquiries');
  await follow(tsutsumi, '令和8年度の進捗（見本）');
  await arrive(tsutsumi, '令和8年度の進捗（見本）');
  await tsutsumi.expectAccessible('projects-board');
  await follow(tsutsumi, /^101.ご近所あいさつの輪$/);
  await arrive(tsutsumi, /^101.ご近所あいさつの輪$/);
  await said(tsutsumi, 'となりの学校、市場の店');
  await fill(tsutsumi, /^差し戻す理由/, '人数も書いてください（見本）');
  await follow(tsutsumi, '差し戻す');
  await said(tsutsumi, '差し戻しました。');
  await tsutsumi.expectAccessible('projects-answer-returned');

  await akiyama.open('/today');
  await said(akiyama, '差し戻しの理由：人数も書いてください（見本）');
  await said(akiyama, '計画担当から督促がありました。');
  await akiyama.expectAccessible('projects-today-reminded');
  await follow(akiyama, 'ご近所あいさつの輪');
  await arrive(akiyama, /^101.ご近所あいさつの輪$/);
  await answer(akiyama, '声をかけ合う人が30人増えた（見本）');
  await follow(akiyama, /^102.趣味の仲間さがし$/);
  await arrive(akiyama, /^102.趣味の仲間さがし$/);
  await answer(akiyama, '12回行った（見本）');

  await tsutsumi.open('/inquiries');
  await follow(tsutsumi, '令和8年度の進捗（見本）');
  await arrive(tsutsumi, '令和8年度の進捗（見本）');
  await follow(tsutsumi, /^101.ご近所あいさつの輪$/);
  for (const project of [/^101.ご近所あいさつの輪$/, /^102.趣味の仲間さがし$/]) {
    await arrive(tsutsumi, project);
    await follow(tsutsumi, '確認済みにする');
  }
  await arrive(tsutsumi, /^105.元気ポスト$/);

  const [inquiry] = (await planner.call(listInquiries, {})).inquiries;
  const inquiry_id = inquiry?.id ?? '';
  const made = (await planner.call(makeAnswerSheet, {
    inquiry_id,
    body: town.id('body:いきいき長寿課'),
  })) as Uint8Array;
  const filled = {
    '取組内容・実績': '24回行った（見本）',
    '決算額（円）': 350_000,
    今後の方向性: '継続',
    [partners]: 'となりの学校',
  };
  await tsutsumi.open(`/inquiries/${inquiry_id}/sheets`);
  await tsutsumi.expectAccessible('projects-sheets');
  await bring(tsutsumi, 'まちがい.xlsx', await fillSheet(made, { ...filled, 自己評価: 'とても良い' }));
  await said(tsutsumi, '自己評価「とても良い」は、評価のきまりにありません。');
  await tsutsumi.expectAccessible('projects-sheet-problems');
  await follow(tsutsumi, '回答票の一覧へ戻る');
  await arrive(tsutsumi, '回答票の読み込み');
  await bring(tsutsumi, '回答票.xlsx', await fillSheet(made, { ...filled, 自己評価: 'A 計画以上に進んだ' }));
  await said(tsutsumi, '24回行った（見本）');
  await tsutsumi.expectAccessible('projects-sheet-changes');
  await follow(tsutsumi, '1事業の回答を取り込む');
  await said(tsutsumi, '1事業の回答を取り込みました。');
  await follow(tsutsumi, /^105.元気ポスト$/);
  await arrive(tsutsumi, /^105.元気ポスト$/);
  await said(tsutsumi, '答えた人・方法：いきいき長寿課からメールで（見本）');
  await follow(tsutsumi, '確認済みにする');
  await said(tsutsumi, 'の回答を確認済みにしました。');

  await tsutsumi.open(`/inquiries/${inquiry_id}/committee`);
  await said(tsutsumi, 'この年度の数字がまだ確定していません。');
  await tsutsumi.expectAccessible('projects-committee');
  await follow(tsutsumi, 'とりまとめる');
  await said(tsutsumi, 'とりまとめました。');
  await fill(tsutsumi, /^委員会の名前/, '地域福祉推進委員会（見本）');
  await fill(tsutsumi, /^開かれた日/, '2027-05-10');
  await fill(tsutsumi, /^意見/, '続けてほしい（見本）');
  await follow(tsutsumi, '意見を保存する');
  await said(tsutsumi, '意見を保存しました。');
  await follow(tsutsumi, '意見に対する市の考え方を書く');
  await fill(tsutsumi, /^市の考え方/, '続けます（見本）');
  await follow(tsutsumi, '市の考え方を保存する');
  await said(tsutsumi, /^市の考え方 第1版/);
  await planner.call(fixPeriod, { fiscal_year: 2026, reason: '見本' });
  await tsutsumi.open(`/inquiries/${inquiry_id}/committee`);
  await follow(tsutsumi, '確定する');
  await tsutsumi.expectAccessible('projects-fix-ask');
  await follow(tsutsumi, '確定する（取り消せません）');
  await said(tsutsumi, '確定しました。');
  await follow(tsutsumi, '公表したことを記録する');
  await said(tsutsumi, '公表したことを記録しました。');

  await follow(tsutsumi, '進捗状況報告');
  await tsutsumi.page.getByRole('heading', { level: 1, name: /令和8年度 進捗状況報告$/ }).waitFor();
  await tsutsumi.expectAccessible('reports-progress');
  const pdf = await keepFile(tsutsumi, 'PDFを保存（A4横）');
  const text = readPdf(pdf.bytes);
  for (const words of [
    '声をかけ合う人が30人増えた（見本）',
    '350,000円',
    '続けてほしい（見本）',
    '続けます（見本）',
    `${partners}：となりの学校、市場の店`,
    `${partners}（確認した3事業のうち2事業が記入）`,
  ])
    expect(text).toContain(words);

  await akiyama.open('/today');
  await said(akiyama, '令和7年度 くるめ支え合うプラン進捗状況の照会');
  expect(await akiyama.page.getByText('令和8年度の進捗（見本）').count()).toBe(0);
});

test('rule, projects and other plans are kept by keyboard, and read by everybody', patient, async () => {
  const tsutsumi = await openBrowser(base);
  await signIn(tsutsumi, 'tsutsumi');
  await tsutsumi.open('/grading-rules');
  await tsutsumi.expectAccessible('projects-rules');
  await fill(tsutsumi, /^どの年度から/, '2027');
  await pick(tsutsumi, /^属する事業の自己評価を見て/);
  await follow(tsutsumi, 'きまりを保存する');
  await said(tsutsumi, 'きまりを保存しました。');
  await said(tsutsumi, '令和9年度からのきまり');
  await tsutsumi.open('/projects');
  await tsutsumi.expectAccessible('projects-list');
  await follow(tsutsumi, '事業を登録する');
  await arrive(tsutsumi, '事業を登録する');
  await tsutsumi.expectAccessible('projects-new');
  await tsutsumi.open(`/projects/${town.id('project:104')}`);
  await said(tsutsumi, '増し刷りの分を含んでいませんでした。');
  await tsutsumi.expectAccessible('projects-project');

  const noda = await openBrowser(base, { width: 390, height: 844 });
  await signIn(noda, 'noda');
  await noda.open('/other-plans');
  await said(noda, '社会福祉法第106条の5');
  await noda.expectAccessible('projects-other-plans-narrow');
  await noda.open('/plans/kurume-1/progress/2024');
  await noda.expectAccessible('reports-progress-narrow');
  await noda.open('/plans/kurume-1/progress/2025');
  await said(noda, 'この年度の進捗は、まだ確定していません。');
});
