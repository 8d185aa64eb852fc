import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const planner = town.as('tsutsumi');
const owner = town.as('akiyama');
const inquiry_id = town.id('inquiry:2025');
const body = town.id('body:こども応援課');

type Edit = (sheet: ExcelJS.Worksheet, column: (heading: string) => number) => void;

const make = (of: string = inquiry_id) =>
  planner.call(api.makeAnswerSheet, { inquiry_id: of, body }) as Promise<Uint8Array>;

async function edit(bytes: Uint8Array, ...edits: Edit[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = workbook.getWorksheet('回答');
  if (!sheet) throw new Error('no sheet of answers');
  const headings = sheet.getRow(1).values as string[];
  for (const one of edits) one(sheet, (heading) => headings.indexOf(heading));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Types into the row of a project. */
function typing(number: number, cells: Record<string, string | number | null>): Edit {
  return (sheet, column) =>
    sheet.eachRow((row) => {
      if (row.getCell(column('事業番号')).value !== number) return;
      for (const [heading, value] of Object.entries(cells)) row.getCell(column(heading)).value = value;
    });
}

async function bring(bytes: Uint8Array) {
  const id = mintId();
  const file = { name: '回答票.xlsx', base64: Buffer.from(bytes).toString('base64') };
  await planner.call(api.bringAnswerSheet, { id, inquiry_id, file, answered_by: 'こども応援課からメールで' });
  return planner.call(api.readAnswerSheet, { id });
}

const filled = {
  '取組内容・実績': '=1+1 と書いた',
  自己評価: 'B',
  今後の方向性: '継続',
  '決算額（円）': '１２，０００円',
};

describe('the sheet of an owner', () => {
  test('has a row for each of its projects, last year beside, and says how it is filled in', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await make()) as unknown as ArrayBuffer);
    const [answers, how] = workbook.worksheets;
    expect([answers?.name, how?.name]).toEqual(['回答', '記入のしかた']);
    const row = answers?.getRow(2).values as string[];
    expect(row[3]).toBe('放課後の居場所');
    expect(row[4]).toContain('【見本】「放課後の居場所」では、');
    expect(answers?.rowCount).toBe(4);
    expect(answers?.getCell('A2').protection?.locked ?? true).toBe(true);
    expect(answers?.getCell('G2').protection?.locked).toBe(false);
    expect(JSON.stringify(how?.getSheetValues())).toContain('計画以上に進んだ');
  });

  test('is made for its own section alone', async () => {
    const own = (await owner.call(api.makeAnswerSheet, { inquiry_id })) as Uint8Array;
    expect(own.length).toBeGreaterThan(5_000);
    await expectRefusal(owner.call(api.makeAnswerSheet, { inquiry_id, body }), 'not_found');
  });
});

describe('a sheet that came back', () => {
  test('shows what it would change, and changes nothing before it is taken in', async () => {
    const sheet = await bring(await edit(await make(), typing(112, filled)));
    expect(sheet.problems).toEqual([]);
    expect(sheet.body?.name).toContain('こども応援課');
    expect(sheet.unchanged).toBe(2);
    expect(sheet.changes).toMatchObject([{ number: 112, after_version: 0 }]);
    expect(sheet.changes[0]?.fields).toContainEqual({ field: 'amount', before: null, after: 12_000 });
    expect(sheet.changes[0]?.fields).toContainEqual({
      field: 'grade',
      before: null,
      after: 'B 計画どおり進んだ',
    });
    const item = () => planner.call(api.readAskedProject, { id: sheet.changes[0]?.item_id ?? '' });
    expect((await item()).versions).toEqual([]);
    await planner.call(api.takeInAnswerSheet, { sheet_id: sheet.id });
    const [version] = (await item()).versions;
    expect(version).toMatchObject({
      results: '=1+1 と書いた',
      grade: 'B',
      amount: 12_000,
      answered_by: 'こども応援課からメールで',
      sheet: { name: '回答票.xlsx' },
      author: { role: 'planner' },
    });
    await expectRefusal(planner.call(api.takeInAnswerSheet, { sheet_id: sheet.id }), 'refused');
  });

  test('that is older than what stands is refused, with the project it is about', async () => {
    const old = await make();
    const { items } = await planner.call(api.readInquiry, { id: inquiry_id });
    const item_id = items.find(({ number }) => number === 131)?.id ?? '';
    const answer = { results: '見本', state: 'draft', answered_by: '電話' } as const;
    await planner.call(api.saveAnswer, { id: mintId(), item_id, after_version: 0, ...answer });
    const sheet = await bring(await edit(old, typing(108, filled)));
    expect(sheet.problems).toEqual([
      { cell: 'A4', sentence: expect.stringContaining('「ともに学ぶ日」は、この回答票を') },
    ]);
    expect(sheet.changes).toEqual([]);
    await expectRefusal(planner.call(api.takeInAnswerSheet, { sheet_id: sheet.id }), 'refused');
  });

  test('of another inquiry, of nothing we made, or with two owners in it is refused', async () => {
    const other = await bring(await make(town.id('inquiry:2024')));
    expect(other.problems.map(({ cell }) => cell)).toEqual(['A2', 'A3', 'A4']);
    expect((await bring(Buffer.from('見本'))).problems).toHaveLength(1);
    const renamed = await edit(await make(), (sheet, column) => {
      sheet.getRow(1).getCell(column('自己評価')).value = '評価';
    });
    expect((await bring(renamed)).problems[0]?.sentence).toContain('自己評価');
  });

  test.each([
    ['自己評価', 'すばらしい', 'I'],
    ['今後の方向性', '様子見', 'K'],
    ['決算額（円）', '約12万', 'H'],
    ['取組内容・実績', null, 'G'],
  ])('with %s left as %s is named by its cell', async (heading, value, letter) => {
    const sheet = await bring(await edit(await make(), typing(108, { ...filled, [heading]: value })));
    expect(sheet.problems.map(({ cell }) => cell)).toEqual([`${letter}2`]);
  });

  test('with a row twice, a formula or a merged cell is not taken in', async () => {
    const twice = await edit(await make(), (sheet) => {
      sheet.addRow([...(sheet.getRow(2).values as string[]).slice(1)]);
    });
    expect((await bring(twice)).problems[0]?.sentence).toContain('行が2つあります');
    const formula = await edit(await make(), (sheet) => {
      sheet.getCell('H2').value = { formula: '1+1' } as ExcelJS.CellFormulaValue;
    });
    expect((await bring(formula)).problems[0]).toMatchObject({ cell: 'H2' });
    const merged = await edit(await make(), (sheet) => sheet.mergeCells('G2:G3'));
    expect((await bring(merged)).problems.length).toBeGreaterThan(0);
  });

  test('that writes over a confirmed answer is refused', async () => {
    const { items } = await planner.call(api.readInquiry, { id: inquiry_id });
    const item = items.find(({ number }) => number === 108);
    await planner.call(api.confirmAnswer, { id: mintId(), item_id: item?.id ?? '', version: 1 });
    const sheet = await bring(await edit(await make(), typing(108, filled)));
    expect(sheet.problems[0]?.sentence).toContain('確認済みです');
  });
});
