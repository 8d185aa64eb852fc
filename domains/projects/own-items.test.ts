import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { endItem, listItems, rewordItem } from '#domains/items/api.ts';
import { printProgress, readProgress } from '#domains/reports/progress-api.ts';
import { mintId } from '#platform/uuid.ts';
import { openItems } from '#test/own-items.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const planner = town.as('tsutsumi');
const owner = town.as('akiyama');
const inquiry_id = town.id('inquiry:2025');
const { add, optionsOf } = openItems(town);
// The inquiry was sent on 13 January.
const ofAnswers = { record: 'project_answer', facet: 'project', starts_on: '2026-01-01' } as const;

const people = await add('参加した人', 'number', { ...ofAnswers, unit: '人' });
const partners = await add('ともに取り組んだ相手', 'choices', {
  ...ofAnswers,
  options: ['自治会', '学校', '事業者'],
});
await add('来年も続けるか', 'yes_no', ofAnswers);
const seen = await optionsOf(partners);
const full = { state: 'answered', results: '見本の実績', grade: 'B', course: 'イ' } as const;

async function itemOf(number: number): Promise<string> {
  const { items } = await planner.call(api.readInquiry, { id: inquiry_id });
  return items.find((one) => one.number === number)?.id ?? '';
}
const versionsOf = async (id: string) => (await owner.call(api.readAskedProject, { id })).versions;
const save = (item_id: string, after_version: number, more: object) =>
  owner.call(api.saveAnswer, { id: mintId(), item_id, after_version, ...full, ...more });

describe('an own item of project answers', () => {
  test('is answered by the owner version by version; what is not said again comes along', async () => {
    const item_id = await itemOf(109);
    await save(item_id, 0, { answers: { [people]: 12, [partners]: [seen.学校, seen.自治会] } });
    await save(item_id, 1, { results: '書き直した' });
    await save(item_id, 2, { answers: { [people]: 15 } });
    expect((await versionsOf(item_id)).map(({ own_answers }) => own_answers)).toEqual([
      { [people]: [15] },
      { [people]: [12], [partners]: [seen.自治会, seen.学校] },
      { [people]: [12], [partners]: [seen.自治会, seen.学校] },
    ]);
    const { items } = await planner.call(api.readInquiry, { id: inquiry_id });
    expect(items.find(({ number }) => number === 109)?.own_answers).toEqual({ [people]: [15] });
  });

  test('is the one of the day of sending: one that began later is not asked, one that ended since is', async () => {
    const late = await add('あとから加えた', 'line', { ...ofAnswers, starts_on: '2026-01-14' });
    const item_id = await itemOf(120);
    const refused = await expectRefusal(save(item_id, 1, { answers: { [late]: 'x' } }), 'invalid');
    expect(refused.fields).toHaveProperty([`answers.${late}`]);
    const old = await add('途中で終えた', 'line', ofAnswers);
    await town.as('shiraishi').call(endItem, { id: old, ends_on: '2026-01-31', reason: '見本' });
    await save(item_id, 1, { answers: { [old]: '書けた' } });
    expect((await versionsOf(item_id))[0]?.own_answers).toEqual({ [old]: ['書けた'] });
  });

  test('that has to be answered is asked of an owner’s answer, not of a draft, nor of who writes for an owner', async () => {
    const wanted = await add('必ず書くこと', 'line', { ...ofAnswers, required: true });
    const item_id = await itemOf(126);
    const refused = await expectRefusal(save(item_id, 1, { answers: {}, grade: null }), 'invalid');
    expect(Object.keys(refused.fields).sort()).toEqual([`answers.${wanted}`, 'grade']);
    await save(item_id, 1, { answers: {}, state: 'draft' });
    await planner.call(api.saveAnswer, {
      id: mintId(),
      item_id,
      after_version: 2,
      ...full,
      answered_by: '電話で',
      answers: {},
    });
    await town.as('shiraishi').call(endItem, { id: wanted, ends_on: '2025-12-31', reason: '見本' });
  });

  test('is known to planners, section workers and administrators alone', async () => {
    const knows = async (who: string) =>
      (await town.as(who).call(listItems, { record: 'project_answer' })).items.length > 0;
    for (const who of ['tsutsumi', 'akiyama', 'shiraishi'])
      expect([who, await knows(who)]).toEqual([who, true]);
    for (const who of ['koga', 'furukawa', 'ogata']) expect([who, await knows(who)]).toEqual([who, false]);
  });
});

describe('the answer sheet', () => {
  const body = town.id('body:こども応援課');

  async function edit(change: (sheet: ExcelJS.Worksheet, column: (heading: string) => number) => void) {
    const made = (await planner.call(api.makeAnswerSheet, { inquiry_id, body })) as Uint8Array;
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(made as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('回答');
    if (!sheet) throw new Error('no sheet of answers');
    const headings = sheet.getRow(1).values as string[];
    change(sheet, (heading) => headings.indexOf(heading));
    const file = Buffer.from(await workbook.xlsx.writeBuffer());
    const id = mintId();
    await planner.call(api.bringAnswerSheet, {
      id,
      inquiry_id,
      file: { name: '回答票.xlsx', base64: file.toString('base64') },
      answered_by: 'メールで',
    });
    return planner.call(api.readAnswerSheet, { id });
  }

  test('has a column for each own item, says how it is filled in, and is read back from', async () => {
    const sheet = await edit((answers, column) => {
      const row = answers.getRow(3);
      row.getCell(column('取組内容・実績')).value = '見本';
      row.getCell(column('自己評価')).value = 'B';
      row.getCell(column('今後の方向性')).value = '継続';
      row.getCell(column('参加した人（人）')).value = '１２人';
      row.getCell(column('ともに取り組んだ相手')).value = '学校、事業者';
      row.getCell(column('来年も続けるか')).value = 'はい';
    });
    expect(sheet.problems).toEqual([]);
    expect(sheet.changes[0]?.fields).toContainEqual({ field: partners, before: null, after: '学校、事業者' });
    await planner.call(api.takeInAnswerSheet, { sheet_id: sheet.id });
    const { versions } = await planner.call(api.readAskedProject, { id: sheet.changes[0]?.item_id ?? '' });
    expect(versions[0]?.own_answers).toMatchObject({ [people]: [12], [partners]: [seen.学校, seen.事業者] });
    const again = await edit(() => undefined);
    expect([again.changes, again.unchanged]).toEqual([[], 3]);
  });

  test('names what cannot be read by its cell, and a column it does not know', async () => {
    const sheet = await edit((answers, column) => {
      answers.getRow(2).getCell(column('参加した人（人）')).value = '約20';
      answers.getRow(2).getCell(column('ともに取り組んだ相手')).value = '学校、大学';
      answers.getRow(1).getCell(column('来年も続けるか')).value = '来年は';
      answers.getRow(2).getCell(column('来年も続けるか')).value = 'はい';
    });
    expect(sheet.problems.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('「来年は」は、この回答票の列ではありません。'),
      '「参加した人」には整数を入れてください。',
      expect.stringContaining('「ともに取り組んだ相手」に「大学」という選択肢はありません。'),
    ]);
    expect(sheet.problems.every(({ cell }) => cell !== null)).toBe(true);
  });
});

test('the committee’s paper shows own answers as they were worded when it was gathered', async () => {
  const item_id = await itemOf(109);
  await save(item_id, 3, { answers: { [people]: 15, [partners]: [seen.学校, seen.事業者] } });
  await planner.call(api.confirmAnswer, { id: mintId(), item_id, version: 4 });
  await planner.call(api.gatherAnswers, { id: mintId(), inquiry_id });
  await planner.call(rewordItem, { id: partners, version: 1, label: '新しい言い回し' });
  const asked = { plan: 'kurume-1', year: 2025 };
  const { paper } = await town.as('noda').call(readProgress, asked);
  const text = JSON.stringify(paper);
  expect(text).toContain('参加した人：15人');
  expect(text).toContain('ともに取り組んだ相手：学校、事業者');
  expect(text).not.toContain('新しい言い回し');
  expect(text).toContain('ともに取り組んだ相手（確認した9事業のうち1事業が記入）');
  const csv = new TextDecoder().decode(
    (await planner.call(printProgress, { ...asked, format: 'csv' })) as Uint8Array,
  );
  const [head = '', ...rows] = csv.split('\r\n');
  expect(head).toContain('参加した人（人）');
  expect(rows.find((row) => row.includes('外国につながる人の台所'))).toContain(',15,');
  expect((await owner.call(api.readAskedProject, { id: item_id })).versions[0]?.own_answers).toMatchObject({
    [people]: [15],
  });
});
