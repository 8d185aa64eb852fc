import { describe, expect, test } from 'vitest';
import { readTallySheet } from '#domains/visits/sheet-api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown, type Town } from '#test/town.ts';
import * as api from './api.ts';
import { columnsOf, sendLedger, takeIn } from './rig.ts';

const town = await openTown('cast');
const month = '2025-12';
const csv = (...rows: string[]) => `校区,年月,方法,件数\r\n${rows.join('\r\n')}\r\n`;

describe('a tally ledger', () => {
  test('is taken in as sheets, with a receipt, and what was sent is gone', async () => {
    const ogata = town.as('ogata');
    const id = await sendLedger(town, 'ogata', 'tally', csv('合川,2025年12月,対面,120', '合川,R7.12,電話,3'));
    const mixed = await ogata.call(api.checkLedger, { id });
    expect(mixed.problems.map(({ row, column, says }) => `${column}${row} ${says}`)).toEqual([
      'B2 和暦と西暦が混ざっています。ほかの行は和暦なので、和暦にそろえてください。',
    ]);
    const file = csv('合川,R7.12,対面,120', '合川,R7.12,電話,3', '草野校区,R7.12,電話,3');
    const other = await sendLedger(town, 'ogata', 'tally', file);
    const check = await ogata.call(api.checkLedger, { id: other });
    expect(check.problems.map(({ says }) => says)).toEqual([
      '草野のこの月は、1件ずつの記録で数えています。集計の台帳は取り込めません。集計票で数えるときは、先に数え方を変えてください。',
    ]);
    const good = await sendLedger(town, 'ogata', 'tally', csv('合川,R7.12,対面,120', '合川,R7.12,電話,3'));
    const taken = await takeIn(town, 'ogata', good);
    const receipt = await ogata.call(api.readLedgerImport, { id: taken });
    expect(receipt).toMatchObject({
      rows_read: 2,
      rows_new: 2,
      rows_known: 0,
      counted: 123,
      districts: ['合川'],
    });
    const sheet = await readSheet(town, '合川');
    expect(sheet.sheets.map(({ version, total, counted_by }) => ({ version, total, counted_by }))).toEqual([
      { version: 1, total: 123, counted_by: '見本の会' },
    ]);
    await expectRefusal(ogata.call(api.readLedgerFile, { id: good }), 'not_found');
  });

  test('the same file twice changes nothing', async () => {
    const file = csv('御井,2025/12,対面,10');
    await takeIn(town, 'ogata', await sendLedger(town, 'ogata', 'tally', file));
    const again = await sendLedger(town, 'ogata', 'tally', file);
    const check = await town.as('ogata').call(api.checkLedger, { id: again });
    expect(check).toMatchObject({ new: 0, known: 1, problem_count: 0 });
    const refused = await expectRefusal(takeIn(town, 'ogata', again), 'refused');
    expect(refused.message).toBe('新しい行がありません。この台帳の行は、すべて取り込まれています。');
    expect((await readSheet(town, '御井')).sheets).toHaveLength(1);
  });

  test('a corrected file makes the next version of what it changes, with a reason', async () => {
    await takeIn(
      town,
      'ogata',
      await sendLedger(
        town,
        'ogata',
        'tally',
        csv('京町,2025/12,対面,10', '日吉,2025/11,電話,1').replace('日吉', '南薫'),
      ),
    );
    const corrected = await sendLedger(
      town,
      'ogata',
      'tally',
      csv('京町,2025/12,対面,12', '京町,2025/12,電話,4'),
    );
    const check = await town.as('ogata').call(api.checkLedger, { id: corrected });
    expect(check).toMatchObject({ new: 2, known: 0, reasons: ['correction'] });
    expect(check.months).toEqual([
      { district: '京町', month: '2025-12', rows: 2, new: 2, count: 16, before: 10 },
    ]);
    const refused = await expectRefusal(takeIn(town, 'ogata', corrected), 'invalid');
    expect(Object.keys(refused.fields)).toEqual(['reason']);
    const taken = await takeIn(town, 'ogata', corrected, { reason: '書きまちがい' });
    expect((await town.as('ogata').call(api.readLedgerImport, { id: taken })).counted).toBe(6);
    const { sheets } = await readSheet(town, '京町');
    expect(sheets.map(({ total, reason }) => [total, reason])).toEqual([
      [16, '書きまちがい'],
      [10, null],
    ]);
  });

  test('a gatherer takes in the own district and no other', async () => {
    const id = await sendLedger(town, 'furukawa', 'tally', csv('合川,2025/12,対面,10'));
    const { problems } = await town.as('furukawa').call(api.checkLedger, { id });
    expect(problems.map(({ says }) => says)).toEqual([
      '今の役割で取りまとめる校区ではありません。この校区の行を消すか、担当の人に頼んでください。',
    ]);
    await expectRefusal(town.as('kusano-lead').call(api.readLedgerFile, { id }), 'not_found');
  });
});

test('columns are offered, said on the screen, and remembered for the body', async () => {
  const furukawa = town.as('furukawa');
  const text = '地区名,対象月,やり方,訪問回数\n鳥飼,2025/12,対面,1\n';
  const send = async () => {
    const id = mintId();
    const file = { name: '12月.csv', base64: Buffer.from(text).toString('base64') };
    await furukawa.call(api.uploadLedger, { id, kind: 'tally', file });
    return id;
  };
  const first = await send();
  const offered = await furukawa.call(api.readLedgerFile, { id: first });
  expect(offered.columns).toBeNull();
  expect(offered.remembered).toBe(false);
  expect(offered.offered).toMatchObject({
    district: '地区名',
    month: '対象月',
    channel: null,
    count: '訪問回数',
  });
  const refused = await expectRefusal(furukawa.call(api.checkLedger, { id: first }), 'refused');
  expect(refused.message).toBe('先に、どの列が何かを選んでください。');
  const lacking = furukawa.call(api.sayLedgerColumns, { id: first, columns: offered.offered });
  expect((await expectRefusal(lacking, 'invalid')).fields).toEqual({
    'columns.channel': '「方法」の列を選んでください。',
  });
  const columns = { ...offered.offered, channel: 'やり方' };
  await furukawa.call(api.sayLedgerColumns, { id: first, columns });
  const second = await furukawa.call(api.readLedgerFile, { id: await send() });
  expect(second).toMatchObject({ columns: null, remembered: true, offered: columns });
  expect(columnsOf('tally').channel).toBe('方法');
});

function readSheet(from: Town, district: string) {
  return from.as('ogata').call(readTallySheet, {
    district: from.id(`district:${district}`),
    group: from.id(`body:${district}`),
    month,
  });
}
