import { expect, test } from 'vitest';
import { idOfStandard } from '#domains/cases/assessment-standard.ts';
import { correctIntake, readIntake, receiveIntake } from '#domains/cases/intake-api.ts';
import { listItems } from '#domains/items/api.ts';
import { mintId } from '#platform/uuid.ts';
import { openItems } from '../own-items.ts';
import { readPdf } from '../paper.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { choose, fill, follow, keepFile, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 240_000 };
const window = town.as('nakajima');
const pets = await openItems(town).add('飼っている動物', 'choice', {
  record: 'intake',
  facet: 'consultation',
  options: ['犬', '猫'],
});

async function open(visitor: Visitor, summary: string | RegExp): Promise<void> {
  await visitor.tabTo(summary);
  await visitor.press('Enter');
}

async function press(visitor: Visitor, choice: string | RegExp): Promise<void> {
  await visitor.tabTo(choice);
  await visitor.press('Space');
}

/** Enters a group of radio buttons by keyboard and takes one. */
async function pick(visitor: Visitor, group: string | RegExp, choice: string): Promise<void> {
  const radio = visitor.page.getByRole('group', { name: group }).getByRole('radio', { name: choice });
  await radio.focus();
  await visitor.press('Space');
  expect(await radio.isChecked()).toBe(true);
}

test(
  'the form is filled in whole, printed, and of two who correct it the second sees both and decides',
  patient,
  async () => {
    const worker = await openBrowser(base, narrow);
    await signIn(worker, 'nakajima');
    await worker.open('/intakes/new');
    await fill(worker, /^困りごと/, '家賃が払えない');
    await open(worker, '仕事・住まい・健康保険・年金');
    await choose(worker, /^仕事(?!・)/, 'unemployed');
    await choose(worker, /^年金/, 'none');
    await open(worker, /^独自の項目/);
    await pick(worker, /飼っている動物/, '猫');
    await worker.expectAccessible('forms-receive-narrow');
    await follow(worker, '受け付ける');
    await said(worker, '相談を受け付けました。続けて書き足せます。');
    await worker.expectAccessible('forms-intake-narrow');
    const paper = await keepFile(worker, '受付票を印刷する（PDF）');
    for (const words of ['相談受付・申込票（同意なし）', '■失業・休職中', '■猫'])
      expect(readPdf(paper.bytes)).toContain(words);
    const [, client_id = '', id = ''] = /clients\/([^/]+)\/intakes\/([^/?]+)/.exec(worker.page.url()) ?? [];
    const at = { id, client_id, version: 1, identity_version: 1, contact_version: 1 };
    await window.call(correctIntake, { ...at, received_on: '2026-02-02', trouble: '家賃と電気代が払えない' });
    await fill(worker, /^困りごと/, '家賃が三か月払えない');
    await follow(worker, '保存する');
    await worker.page.getByRole('cell', { name: '家賃と電気代が払えない' }).waitFor();
    await worker.page.getByRole('cell', { name: '家賃が三か月払えない' }).waitFor();
    await worker.expectAccessible('forms-intake-conflict-narrow');
    expect((await window.call(readIntake, { id, client_id })).trouble).toBe('家賃と電気代が払えない');
    await follow(worker, '保存する');
    await said(worker, '保存しました。前の内容も残っています。');
    expect((await window.call(readIntake, { id, client_id })).trouble).toBe('家賃が三か月払えない');
    expect(await worker.page.getByLabel('困りごと').inputValue()).toBe('家賃が三か月払えない');
    await worker.open(`/intakes?i.${pets}.has=&column=${pets}`);
    await worker.page.getByRole('main').getByText('猫', { exact: true }).last().waitFor();
    await worker.expectAccessible('forms-intakes-narrow');
    await worker.open('/case-forms');
    await worker.expectAccessible('forms-blank-narrow');
  },
);

test('a no is kept alive by outreach, counts as work each time, and becomes a yes', patient, async () => {
  const [id, client_id] = [mintId(), mintId()];
  await window.call(receiveIntake, { id, client_id, name: '見本 ことわり', trouble: '家から出られない' });
  const worker = await openBrowser(base, narrow);
  await signIn(worker, 'nakajima');
  await worker.open(`/cases/new?client=${client_id}&intake=${id}`);
  await worker.expectAccessible('forms-open-case-narrow');
  await follow(worker, 'ケースを開く');
  await said(worker, 'ケースを開きました。');
  const [, case_id = ''] = /cases\/([^/?]+)/.exec(worker.page.url()) ?? [];
  await worker.open(`/cases/${case_id}/steps`);
  await press(worker, 'あてはまる制度が見当たらない');
  await pick(worker, /^スクリーニング/, '同意が得られず働きかけを続ける');
  await worker.expectAccessible('forms-screening-narrow');
  await follow(worker, '結果を書く');
  await said(worker, 'スクリーニングの結果を書きました。');
  for (const [outcome, words] of [
    ['会えなかった', '雨戸が閉まっていた（見本）'],
    ['いまは望まないとのこと', '「ほっておいて」（見本）'],
    ['つながりを保った', '季節のたよりを入れた（見本）'],
  ] as const) {
    await worker.open(`/cases/${case_id}/notes/new`);
    await pick(worker, /^方法/, '訪問');
    await pick(worker, /^相手/, '本人');
    await pick(worker, /^どうだったか/, outcome);
    await fill(worker, /^内容/, words);
    await follow(worker, '記録する');
    await said(worker, '支援経過を記録しました。');
  }
  await worker.open(`/cases/${case_id}/steps`);
  await said(worker, '「同意あり」へはまだ進めません。');
  await worker.expectAccessible('forms-steps-pending-narrow');
  await worker.open('/returns/consultations/2025');
  for (const row of ['会えなかった', 'いまは望まないとのこと', 'つながりを保った'])
    await worker.page.getByText(row).first().waitFor();
  await worker.expectAccessible('forms-counts-narrow');
  await worker.open(`/clients/${client_id}/consents/new`);
  await pick(worker, /返事/, '同意した');
  await press(worker, '久留米市社会福祉協議会');
  await pick(worker, /^聞き方/, '対面で口頭');
  await follow(worker, 'この返事を記録する');
  await said(worker, '返事を記録しました。');
  await worker.open(`/cases/${case_id}/steps`);
  await pick(worker, /^次の段階/, '同意あり');
  await follow(worker, '進める');
  await said(worker, '段階を進めました。');
  await worker.expectAccessible('forms-case-consented-narrow');
  for (const part of ['picture', 'members', 'handover', 'notes']) {
    await worker.open(`/cases/${case_id}/${part}`);
    await worker.expectAccessible(`forms-case-${part}-narrow`);
  }
});

test(
  'a planner sets what counts as new and what a return counts, from a day on and with a reason',
  patient,
  async () => {
    const planner = await openBrowser(base);
    await signIn(planner, 'tsutsumi');
    await planner.open('/intake-counting');
    await said(planner, '第1版（2015年4月1日');
    await pick(planner, /^同じ人がまた相談に来たとき/, '同じ人は、年度に1件と数える');
    await fill(planner, /^この日から/, '2026-02-02');
    await fill(planner, /^理由/, '市の決まりに合わせる');
    await follow(planner, '新規相談の数え方を改める');
    await said(planner, 'あしたから先の、いまの数え方より後の日付を入れてください。');
    await planner.expectAccessible('forms-counting-refused');
    await fill(planner, /^この日から/, '2026-04-01');
    await follow(planner, '新規相談の数え方を改める');
    await said(planner, '数え方を改めました。');
    await planner.page.getByRole('rowheader', { name: '第2版' }).waitFor();
    await planner.expectAccessible('forms-counting');
    await planner.open('/return-definitions/outreach');
    await planner.expectAccessible('forms-definition');
    await open(planner, '新しい版を書く（いまの内容から始まります）');
    await choose(planner, /^使い始める年度/, '2026');
    await fill(planner, /^理由/, '様式が変わった');
    await fill(planner, /^表1の名前/, '関わりを続けた人（新しい様式）');
    await planner.expectAccessible('forms-definition-new');
    await follow(planner, 'この数え方に改める');
    await said(planner, '数え方を改めました。選んだ年度から使います。');
    await planner.page.getByRole('heading', { name: '関わりを続けた人（新しい様式）' }).waitFor();
    const reader = await openBrowser(base, narrow);
    await signIn(reader, 'eguchi');
    await reader.open('/return-definitions/outreach');
    await reader.expectAccessible('forms-definition-narrow');
    await reader.open('/intake-counting');
    await reader.expectAccessible('forms-counting-narrow');
  },
);

test('a town that was founded before takes in the standard items it lacks', patient, async () => {
  const gift = idOfStandard(3);
  for (const table of ['item_wordings where item_id', 'items where id'])
    await town.look(`delete from ${table} = $1`, [gift]);
  const administrator = await openBrowser(base, narrow);
  await signIn(administrator, 'shiraishi');
  await administrator.open('/admin/items');
  await administrator.expectAccessible('forms-items-narrow');
  await follow(administrator, '標準のアセスメントの項目を確かめる・加える');
  await said(administrator, 'このまちにまだない標準の項目が1あります。');
  await administrator.expectAccessible('forms-standard-narrow');
  await follow(administrator, '標準のアセスメントの項目を加える');
  await said(administrator, '標準の項目は、すべて入っています。');
  const { items } = await window.call(listItems, { record: 'client' });
  expect(items.some(({ id }) => id === gift)).toBe(true);
});
