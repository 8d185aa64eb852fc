import { expect, test } from 'vitest';
import { readTable } from './read.ts';
import { writeWorkbook } from './write-workbook.ts';

const columns = [
  { heading: '番号', width: 8, numeric: true },
  { heading: '名前', width: 20, open: true, choices: '言葉!$A$2:$A$3' },
];

test('what is written is read back as the same table, and text that looks like a formula is text', async () => {
  const { bytes } = await writeWorkbook([
    {
      name: '回答',
      columns,
      rows: [
        [1, '=1+1'],
        [2, '0012'],
        [3, null],
      ],
      guarded: true,
      head: '見本',
    },
  ]);
  const { headings, rows, problems } = await readTable(bytes);
  expect(problems).toEqual([]);
  expect(headings).toEqual(['番号', '名前']);
  expect(rows.map(({ cells }) => cells)).toEqual([
    [1, '=1+1'],
    [2, '0012'],
    [3, null],
  ]);
});

test('the same content is the same file, without macros, links or formulas', async () => {
  const make = () => writeWorkbook([{ name: '表', columns, rows: [[1, '−']] }]);
  const one = await make();
  // An archive counts in steps of two seconds.
  await new Promise((done) => setTimeout(done, 2_100));
  const other = await make();
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  expect(Buffer.from(one.bytes).toString('latin1')).not.toMatch(/vbaProject|externalLink|calcChain/);
});
