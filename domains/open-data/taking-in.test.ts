import Encoding from 'encoding-japanese';
import { expect, test } from 'vitest';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import { sweepStandardFiles } from './jobs.ts';
import { splitCsv } from './machine-readable.ts';
import { type StandardSet, setForms } from './standard-sets.ts';

const town = await openTown('cast');
const planner = town.as('tsutsumi');
const [{ code = '', name = '' } = {}] = await town.look<{ code: string; name: string }>(
  'select code, name from towns',
);

async function send(set: StandardSet, bytes: Uint8Array | string) {
  const id = mintId();
  const base64 = Buffer.from(bytes).toString('base64');
  await planner.call(api.sendStandardFile, { id, set, file: { name: `${set}.csv`, base64 } });
  return { id, check: await planner.call(api.checkStandardFile, { id }) };
}
async function takeIn({ check }: { check: OutputOf<typeof api.checkStandardFile> }) {
  const import_id = mintId();
  const { id, hash, changed, gone } = check;
  await planner.call(api.importStandardFile, {
    ...{ id, import_id, hash, new: check.new, changed, gone, as_of: '2026-01-31', confirmed: true },
  });
  return import_id;
}
const shelterHead =
  '全国地方公共団体コード,ID,名称,名称_カナ,所在地_連結表記,所在地_都道府県,所在地_市区町村,緯度,経度,災害種別_洪水,想定収容人数';
const shelter = (cells: string) => `${code},${cells}`;
const good = [
  shelterHead,
  shelter(`1,見本小学校,ミホンショウガッコウ,福岡県${name}見本町1,福岡県,${name},33.3192,130.5083,1,300`),
  shelter(`2,見本中学校,ミホンチュウガッコウ,福岡県${name}見本町2,福岡県,${name},33.32,130.51,,450`),
].join('\r\n');
const rows = () => planner.call(api.listStandardRows, { set: 'shelters' });

test('a list is taken in as a whole, stands in the open file, and the same list again changes nothing', async () => {
  const sent = await send('shelters', good);
  expect(sent.check).toMatchObject({
    new: 2,
    changed: 0,
    same: 0,
    gone: 0,
    problem_count: 0,
    repair_count: 0,
  });
  expect((await rows()).rows).toHaveLength(0);
  await takeIn(sent);
  const before = await rows();
  expect(before).toMatchObject({ as_of: '2026-01-31' });
  const written = splitCsv(await (await town.app.request('/open-data/shelters.csv')).text());
  expect(written).toHaveLength(3);
  expect(written[0]).toEqual(setForms.shelters.columns.map((column) => column.name));
  const again = await send('shelters', good);
  expect(again.check).toMatchObject({ new: 0, changed: 0, same: 2, gone: 0 });
  await expectRefusal(takeIn(again), 'refused');
  // What Kanaeau writes is read back as what it was.
  const own = new Uint8Array(await (await town.app.request('/open-data/shelters.csv')).arrayBuffer());
  expect((await send('shelters', own)).check).toMatchObject({
    form: 'utf-8-bom',
    new: 0,
    changed: 0,
    same: 2,
    gone: 0,
    notes: [],
  });
  expect(await rows()).toEqual(before);
});

test('the traps of real files are put right, each named by row and column', async () => {
  const lost = code.slice(0, 5);
  const { check } = await send(
    'shelters',
    [
      '都道府県コード又は市区町村コード,NO,名称,名称_カナ,住所,所在地_連結表記,所在地_都道府県,所在地_市区町村,緯度,経度,電話番号,災害種別_洪水,想定収容人数',
      `${lost},1,見本小学校,みほんしょうがっこう,,,福岡県,福岡県${name}見本町1,130.5083,33.3192,942309173,○,"1,200人"`,
      `${code},3,見本高校,ﾐﾎﾝｺｳｺｳ,福岡県${name}見本町3,福岡県${name}見本町3,福岡県,${name},33.3,130.5,0942(30)9173,×,80`,
    ].join('\n'),
  );
  expect(check).toMatchObject({
    problem_count: 0,
    form: 'utf-8',
    new: 1,
    changed: 1,
    gone: 1,
    gone_names: ['見本中学校'],
  });
  const repaired = check.repairs.map(({ row, column, becomes }) => `${row}${column} ${becomes}`);
  expect(repaired.sort()).toEqual(
    [
      `2A ${code}`,
      '2D ミホンショウガッコウ',
      `2E 福岡県${name}見本町1`,
      `2H ${name}`,
      '2I 33.3192, 130.5083',
      '2K 0942309173',
      '2L 1',
      '2M 1200',
      '3D ミホンコウコウ',
      '3K 0942-30-9173',
      '3L ',
    ]
      .map((one) => one.replace('2E', '2F'))
      .sort(),
  );
  for (const { says, heading } of check.repairs) expect(`${heading}${says}`).not.toMatch(/undefined|null/);
  expect(check.notes.map(({ says }) => says).join()).toContain('BOM');
});

test('a code without its leading zero is read where only one code fits; the code of another town is a problem', async () => {
  const { check } = await send(
    'shelters',
    `${shelterHead}\r\n92011,1,見本,ミホン,栃木県宇都宮市1,栃木県,宇都宮市,,,,`,
  );
  expect(check.repairs[0]).toMatchObject({ row: 2, column: 'A', found: '92011', becomes: '092011' });
  expect(check.problems).toMatchObject([{ row: 2, column: 'A', found: '092011' }]);
  await expectRefusal(takeIn({ check }), 'refused');
  expect((await rows()).rows).toHaveLength(2);
});

test('UTF-8 with and without its mark, Shift_JIS and UTF-16 say the same', async () => {
  const sjis = Uint8Array.from(
    Encoding.convert(Encoding.stringToCode(good), { to: 'SJIS', from: 'UNICODE' }),
  );
  const wide = Buffer.from(`\ufeff${good}`, 'utf16le');
  for (const [bytes, form] of [
    [`\ufeff${good}`, 'utf-8-bom'],
    [good, 'utf-8'],
    [sjis, 'shift_jis'],
    [wide, 'utf-16'],
  ] as const)
    expect((await send('shelters', bytes)).check, form).toMatchObject({
      form,
      same: 2,
      new: 0,
      problem_count: 0,
    });
});

test('what cannot be read in one way is a problem with its row and column, and nothing of the file is taken in', async () => {
  const { check } = await send(
    'events',
    [
      '都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,イベント名,イベント名_カナ,開始日,終了日,開始時間,終了時間,説明,場所名称,住所,緯度,経度,定員',
      `${code},1,福岡県,${name},見本の祭り,ミホンノマツリ,2026/3/1,2026-02-30,9時30分,25:00,見本,見本会館,福岡県${name}1,1.5,2.5,だいたい20`,
      `${code},1,福岡県,${name},,ミホン,2026-03-01,2026-03-01,10:00,12:00,見本,見本会館,福岡県${name}1,33.3,,`,
    ].join('\n'),
  );
  const named = check.problems.map(({ row, column }) => `${row}${column}`);
  for (const place of ['2H', '2J', '2N', '2P', '3B', '3E', '3N']) expect(named, place).toContain(place);
  expect(check.repairs.map(({ row, column, becomes }) => `${row}${column} ${becomes}`)).toEqual([
    '2G 2026-03-01',
    '2I 09:30',
  ]);
  await expectRefusal(takeIn({ check }), 'refused');
  expect((await planner.call(api.listStandardRows, { set: 'events' })).rows).toEqual([]);
});

test('two headings for one thing have to agree; a needed column that is missing is named', async () => {
  const { check } = await send(
    'population',
    '全国地方公共団体コード,地域コード,調査年月日,地域名,総人口,都道府県名,所在地_都道府県,世帯数（参考）\n' +
      `${code},01,2025-10-01,見本,1200,福岡県,佐賀県,500`,
  );
  expect(check.problems).toMatchObject([{ row: 2, column: 'G' }]);
  expect(check.notes.map(({ column }) => column)).toContain('H');
  const short = await send('population', `地域コード,地域名\n01,見本`);
  expect(short.check.problems.map(({ heading }) => heading)).toEqual(['調査年月日', '総人口']);
});

test('places that Kanaeau keeps itself are passed over when their list comes back', async () => {
  const own = new Uint8Array(await (await town.app.request('/open-data/facilities.csv')).arrayBuffer());
  const { check } = await send('facilities', own);
  expect(check).toMatchObject({ problem_count: 0, repair_count: 0, own: 1, new: 0, changed: 0, gone: 0 });
});

test('a column that is not confirmed in the standard can be left out, a confirmed one cannot', async () => {
  await planner.call(api.chooseStandardColumns, {
    id: mintId(),
    set: 'shelters',
    left_out: ['volcano', 'tsunami'],
  });
  const [headings = []] = splitCsv(await (await town.app.request('/open-data/shelters.csv')).text());
  expect(headings).not.toContain('災害種別_火山現象');
  expect(headings).toContain('災害種別_洪水');
  await expectRefusal(
    planner.call(api.chooseStandardColumns, { id: mintId(), set: 'shelters', left_out: ['flood'] }),
    'invalid',
  );
});

test('a list that waits is its sender’s alone, can be thrown away, and is swept away after a day', async () => {
  const { id } = await send('shelters', good);
  await expectRefusal(town.as('ogata-coordinator').call(api.checkStandardFile, { id }), 'not_allowed');
  await planner.call(api.discardStandardFile, { id });
  await expectRefusal(planner.call(api.checkStandardFile, { id }), 'not_found');
  await send('shelters', good);
  town.clock.now = new Date(town.clock.now.getTime() + 25 * 3_600_000);
  expect(await sweepStandardFiles(town.database)).toBeGreaterThan(0);
  expect((await planner.call(api.listStandardFiles, {})).waiting).toEqual([]);
});
