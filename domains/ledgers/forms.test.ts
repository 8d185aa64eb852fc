import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixPeriod, listLaterAdditions } from '#domains/plan/api.ts';
import { encodeCsv } from '#platform/csv.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import { sweepLedgers } from './jobs.ts';
import { sendLedger as send, takeIn } from './rig.ts';

const town = await openTown('cast');
const rows = [
  ['日付', '校区', '世帯番号', '訪問者番号', '方法', '結果', '様子'],
  ['2026-01-05', '鳥飼', 'R6-0001', 'R7-V002', '対面', '会えた', '変わりなし'],
  ['2026-01-06', '鳥飼', 'R6-0002', 'R7-V002', '電話', '不在', ''],
];
const csv = rows.map((row) => row.join(',')).join('\r\n');

beforeAll(async () => {
  await town.as('furukawa').call(api.numberVisitors, { district_id: town.id('district:鳥飼') });
});

async function workbook(): Promise<Uint8Array> {
  const made = new ExcelJS.Workbook();
  const sheet = made.addWorksheet('1月');
  made.addWorksheet('白紙');
  for (const [day = '', ...rest] of rows)
    sheet.addRow([day.startsWith('2026') ? new Date(`${day}T00:00:00Z`) : day, ...rest]);
  sheet.addRow([]);
  sheet.addRow(['  ']);
  return new Uint8Array(await made.xlsx.writeBuffer());
}

describe('the same rows are read alike', () => {
  const forms: Record<string, () => Uint8Array | string | Promise<Uint8Array>> = {
    'as UTF-8': () => csv,
    'as UTF-8 with a byte order mark': () => encodeCsv(rows, 'utf-8'),
    'as Shift_JIS': () => encodeCsv(rows, 'cp932'),
    'with tabs': () => csv.replaceAll(',', '\t'),
    'with quotes and mixed line ends': () =>
      `${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\r\n\r\n,,,,,,\n`,
    'with trailing commas': () => rows.map((row) => `${row.join(',')},,`).join('\r\n'),
    'as a workbook with days': workbook,
    'with days of the era': () => csv.replaceAll('2026-01-0', 'R8.1.'),
    'with 令和8年 spelt out': () => csv.replaceAll(/2026-01-0(\d)/g, '令和8年1月$1日'),
    'with full-width letters and digits': () => csv.replace('R6-0001', 'Ｒ６－０００１'),
  };
  for (const [form, make] of Object.entries(forms)) {
    test(form, async () => {
      const id = await send(town, 'furukawa', 'visits', await make());
      const check = await town.as('furukawa').call(api.checkLedger, { id });
      expect(check.problems).toEqual([]);
      expect(check).toMatchObject({ read: 2, new: 2, known: 0 });
      expect(check.months).toEqual([
        { district: '鳥飼', month: '2026-01', rows: 2, new: 2, count: 2, before: null },
      ]);
    });
  }
});

test('what is written another way is taken in only when somebody has said that it is right', async () => {
  const text = csv.replace('R6-0001', 'R6-０００１').replace('電話', 'ｲﾝﾀｰﾎﾝ');
  const good = await send(town, 'furukawa', 'visits', text);
  const asks = await town.as('furukawa').call(api.checkLedger, { id: good });
  expect(asks.asks).toEqual([
    { kind: 'wide_digits', n: 1, places: ['C2'] },
    { kind: 'half_kana', n: 1, places: ['E3'] },
  ]);
  const { hash, new: fresh } = asks;
  const said = { id: good, import_id: mintId(), hash, new: fresh, received_from: '見本の会' };
  const refused = town.as('furukawa').call(api.importLedger, { ...said, confirmed: ['wide_digits'] });
  expect((await expectRefusal(refused, 'invalid')).fields.confirmed).toContain('半角カナを');
  await town.as('furukawa').call(api.importLedger, { ...said, confirmed: ['wide_digits', 'half_kana'] });
});

test('rows of a fixed year need a reason and become later additions', async () => {
  await town.as('tsutsumi').call(fixPeriod, { fiscal_year: 2024, reason: '見本' });
  const late = csv.replaceAll('2026-01', '2024-06');
  const id = await send(town, 'furukawa', 'visits', late);
  expect((await town.as('furukawa').call(api.checkLedger, { id })).reasons).toEqual(['late']);
  expect((await expectRefusal(takeIn(town, 'furukawa', id), 'invalid')).fields.reason).toBeDefined();
  await takeIn(town, 'furukawa', id, { reason: '古い手帳が見つかった' });
  const { additions } = await town.as('furukawa').call(listLaterAdditions, { fiscal_year: 2024 });
  expect(additions.map(({ n, reason }) => [n, reason])).toEqual([
    [1, '古い手帳が見つかった'],
    [1, '古い手帳が見つかった'],
  ]);
});

test('of two who take in the same ledger at the same moment, one does', async () => {
  const text = csv.replaceAll('2026-01', '2025-11');
  const ids = [await send(town, 'furukawa', 'visits', text), await send(town, 'ogata', 'visits', text)];
  const [one, two] = await Promise.allSettled([
    takeIn(town, 'furukawa', ids[0] ?? ''),
    takeIn(town, 'ogata', ids[1] ?? ''),
  ]);
  expect([one?.status, two?.status].sort()).toEqual(['fulfilled', 'rejected']);
  const [count] = await town.look(
    "select count(*)::int as n from visits where visited_on between '2025-11-01' and '2025-11-30'",
  );
  expect(count).toEqual({ n: 2 });
});

test('one row of the trail speaks of the file, the import and its households', async () => {
  const id = await send(town, 'furukawa', 'visits', csv.replaceAll('2026-01', '2025-10'));
  const taken = await takeIn(town, 'furukawa', id);
  const trail = await town.look<{ subjects: string[] }>(
    `select subjects from audit_inbox where word = 'ledger.imported' and $1::uuid = any(subjects)`,
    [taken],
  );
  expect(trail).toHaveLength(1);
  expect(trail[0]?.subjects).toEqual(
    expect.arrayContaining([taken, town.id('household:鳥飼:1'), town.id('household:鳥飼:2')]),
  );
});

test('what was sent is sealed, thrown away when somebody says so, and gone after a day', async () => {
  const kept = await send(town, 'furukawa', 'visits', csv);
  const thrown = await send(town, 'furukawa', 'visits', csv);
  await town.as('furukawa').call(api.discardLedger, { id: thrown });
  const [row] = await town.look<{ sealed: Buffer }>('select sealed from ledger_files where id = $1', [kept]);
  expect(row?.sealed.includes('R6-0001')).toBe(false);
  const moved = await send(town, 'furukawa', 'visits', csv);
  await town.look('update ledger_files set sealed = $1 where id = $2', [row?.sealed, moved]);
  await expectRefusal(town.as('furukawa').call(api.checkLedger, { id: moved }), 'refused');
  await expectRefusal(town.as('furukawa').call(api.readLedgerFile, { id: thrown }), 'not_found');
  await expectRefusal(town.as('kusano-lead').call(api.discardLedger, { id: kept }), 'not_found');
  expect(await sweepLedgers(town.database)).toBe(0);
  const before = town.clock.now;
  town.clock.now = new Date(before.getTime() + 25 * 3_600_000);
  await expectRefusal(town.as('furukawa').call(api.checkLedger, { id: kept }), 'not_found');
  expect(await sweepLedgers(town.database)).toBeGreaterThan(0);
  expect(await town.look('select id from ledger_files')).toEqual([]);
  town.clock.now = before;
});

test('numbers count on within the body, and one that was given stays', async () => {
  const { visitors } = await town.as('furukawa').call(api.listVisitorNumbers, {});
  expect(visitors.map(({ number }) => number)).toEqual(['R7-V001', 'R7-V002', 'R7-V003']);
  expect(
    await town.as('furukawa').call(api.numberVisitors, { district_id: town.id('district:鳥飼') }),
  ).toEqual({
    posts: [],
  });
  const { visitors: others } = await town.as('kusano-lead').call(api.listVisitorNumbers, {});
  expect(others.every(({ number, district_name }) => number === null && district_name === '草野')).toBe(true);
});
