import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { readTable } from './read.ts';

async function makeBook(rows: readonly (readonly (string | number | null)[])[], format?: string) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('台帳');
  for (const row of rows) sheet.addRow([...row]);
  if (format) sheet.getCell('A2').numFmt = format;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

test('a number that is shown with its zeros is read as it is shown', async () => {
  const shown = await readTable(
    await makeBook(
      [
        ['番号', '件数'],
        [12, 3],
      ],
      '0000',
    ),
  );
  expect(shown.rows).toEqual([{ n: 2, cells: ['0012', 3] }]);
  const plain = await readTable(
    await makeBook([
      ['番号', '件数'],
      [12, 3],
    ]),
  );
  expect(plain.rows).toEqual([{ n: 2, cells: [12, 3] }]);
});

test('blank rows below the table are no rows, and columns keep their letters', async () => {
  const table = await readTable(await makeBook([['a', 'b', 'c'], ['1', null, '3'], [], ['  ']]));
  expect(table.rows).toEqual([{ n: 2, cells: ['1', null, '3'] }]);
  expect(table.problems).toEqual([]);
});

test('workbooks are read one after the other; a third one at once is asked to come again', async () => {
  const book = await makeBook([
    ['a', 'b'],
    ['1', '2'],
  ]);
  const all = await Promise.allSettled([readTable(book), readTable(book), readTable(book)]);
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  await expect(readTable(book)).resolves.toMatchObject({ form: 'xlsx' });
});
