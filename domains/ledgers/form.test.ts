import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { openTown } from '#test/town.ts';
import * as api from './api.ts';
import { sendLedger } from './rig.ts';

const town = await openTown('cast');

test('a tally form that was filled in is read without a question', async () => {
  const bytes = await town.as('ogata').call(api.printLedgerForm, { kind: 'tally', month: '2025-12' });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const [sheet, words] = workbook.worksheets;
  expect(words?.getCell('A2').text).toBe('会って（対面）');
  expect(sheet?.getCell('A2').text).toBe('合川');
  // 42 districts count by sheet, each with seven channels.
  expect(sheet?.rowCount).toBe(1 + 42 * 7);
  sheet?.eachRow((row, n) => {
    if (n > 1) row.getCell(4).value = n;
  });
  const filled = new Uint8Array(await workbook.xlsx.writeBuffer());
  const id = await sendLedger(town, 'ogata', 'tally', filled, { month: '2025-12', name: '集計の台帳.xlsx' });
  const check = await town.as('ogata').call(api.checkLedger, { id });
  expect(check.problems).toEqual([]);
  expect(check).toMatchObject({ read: 42 * 7, new: 42 * 7, asks: [] });
});

test('a form that is sent back empty is named as empty', async () => {
  const bytes = await town.as('furukawa').call(api.printLedgerForm, { kind: 'visits' });
  const sent = sendLedger(town, 'furukawa', 'visits', bytes as unknown as Uint8Array, {
    name: '訪問の台帳.xlsx',
  });
  await expect(sent).rejects.toThrow('見出しの行だけで、下に1行もありません。');
});
