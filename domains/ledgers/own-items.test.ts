import { beforeAll, describe, expect, test } from 'vitest';
import { endItem } from '#domains/items/api.ts';
import type { TypedAnswers } from '#domains/items/model.ts';
import { listVisits } from '#domains/visits/api.ts';
import { readTallySheet } from '#domains/visits/sheet-api.ts';
import { readTable } from '#platform/sheets/read.ts';
import { mintId } from '#platform/uuid.ts';
import { openItems } from '#test/own-items.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import type { LedgerKind } from './model.ts';
import { takeIn } from './rig.ts';

const town = await openTown('cast');
const furukawa = town.as('furukawa');
const ogata = town.as('ogata');
const { add, optionsOf } = openItems(town);
const since = { starts_on: '2025-12-01' };
const cups = await add('お茶の杯数', 'number', { ...since, unit: '杯' });
const seen = await add('気づいたこと', 'choices', { ...since, options: ['郵便物', '食事', '寒さ'] });
const again = await add('次に行く日', 'date', since);
const ofSheets = { ...since, record: 'tally_sheet', facet: 'tally' } as const;
const helpers = await add('手伝った人', 'number', { ...ofSheets, unit: '人' });
const meal = await add('食事会', 'yes_no', ofSheets);
const options = await optionsOf(seen);
const answer = await optionsOf(meal);
let koga = '';
let number = '';

beforeAll(async () => {
  await furukawa.call(api.numberVisitors, { district_id: town.id('district:鳥飼') });
  const { visitors } = await furukawa.call(api.listVisitorNumbers, {});
  koga = visitors.find(({ post_id }) => post_id === town.id('post:koga'))?.number ?? '';
  const [row] = await town.look<{ number: string }>('select number from households where id = $1', [
    town.id('household:鳥飼:1'),
  ]);
  number = row?.number ?? '';
});

/** Sends a ledger and says of its columns what is offered. */
async function send(who: string, kind: LedgerKind, content: string): Promise<string> {
  const id = mintId();
  const file = { name: '台帳.csv', base64: Buffer.from(content).toString('base64') };
  await town.as(who).call(api.uploadLedger, { id, kind, month: null, file });
  const { offered } = await town.as(who).call(api.readLedgerFile, { id });
  await town.as(who).call(api.sayLedgerColumns, { id, columns: offered });
  return id;
}

const visits = (...rows: string[]) =>
  `${['日付,校区,世帯番号,訪問者番号,方法,結果,様子,お茶の杯数（杯）,気づいたこと,次に行く日', ...rows].join('\r\n')}\r\n`;
const at = (day: string) => `${day},鳥飼,${number},${koga},対面,会えた,変わりなし`;
const answersOn = async (day: string): Promise<(TypedAnswers | object)[]> =>
  (await town.as('koga').call(listVisits, { from: day, until: day })).visits.map(({ answers }) => answers);

describe('a visit ledger with own items', () => {
  test('is offered their columns by their names, and brings the answers with the visits', async () => {
    const id = await send('furukawa', 'visits', visits(`${at('2026/1/5')},3,"郵便物、寒さ",2026/1/12`));
    const { columns, items } = await furukawa.call(api.readLedgerFile, { id });
    expect(columns?.items).toEqual({
      [cups]: 'お茶の杯数（杯）',
      [seen]: '気づいたこと',
      [again]: '次に行く日',
    });
    expect(items.map((one) => one.id)).toEqual([cups, seen, again]);
    await takeIn(town, 'furukawa', id);
    expect(await answersOn('2026-01-05')).toEqual([
      { [cups]: [3], [seen]: [options.郵便物, options.寒さ], [again]: ['2026-01-12'] },
    ]);
  });

  test('remembers what was said of its columns, also that one stands for nothing', async () => {
    const content = visits(`${at('2026/1/6')},1,,`);
    const id = await send('furukawa', 'visits', content);
    const { offered } = await furukawa.call(api.readLedgerFile, { id });
    const columns = { ...offered, items: { ...offered.items, [cups]: null } };
    await furukawa.call(api.sayLedgerColumns, { id, columns });
    await takeIn(town, 'furukawa', id);
    expect(await answersOn('2026-01-06')).toEqual([{}]);
    const next = await send('furukawa', 'visits', visits(`${at('2026/1/7')},1,食事,`));
    const kept = await furukawa.call(api.readLedgerFile, { id: next });
    expect([kept.remembered, kept.columns?.items[cups]]).toEqual([true, null]);
    await furukawa.call(api.sayLedgerColumns, {
      id: next,
      columns: { ...kept.offered, items: { ...kept.offered.items, [cups]: 'お茶の杯数（杯）' } },
    });
  });

  test('names what cannot be kept by row and column, and asks before wide figures are read', async () => {
    await town.as('shiraishi').call(endItem, { id: again, ends_on: '2026-01-31', reason: '見本' });
    const rows = [
      `${at('2026/1/8')},たくさん,,`,
      `${at('2026/1/9')},２,大きな声,`,
      `${at('2026/2/1')},,,2026/2/8`,
      `${at('2026/1/10')},1,,13月1日`,
    ];
    const id = await send('furukawa', 'visits', visits(...rows));
    const check = await furukawa.call(api.checkLedger, { id });
    expect(check.problems.map(({ row, column, heading }) => [row, column, heading])).toEqual([
      [2, 'H', 'お茶の杯数（杯）'],
      [3, 'I', '気づいたこと'],
      [4, 'J', '次に行く日'],
      [5, 'J', '次に行く日'],
    ]);
    expect(check.problems[0]?.says).toBe('「お茶の杯数」には整数を入れてください。');
    expect(check.problems[2]?.says).toContain('この日には使わない項目です');
    expect(check.asks.map(({ kind, n }) => [kind, n])).toEqual([['wide_digits', 1]]);
    await expectRefusal(takeIn(town, 'furukawa', id), 'refused');
    expect(await answersOn('2026-01-09')).toEqual([]);
  });

  test('knows its rows again whatever they answer: a corrected answer is no new visit', async () => {
    await takeIn(town, 'furukawa', await send('furukawa', 'visits', visits(`${at('2026/1/14')},1,,`)));
    const id = await send('furukawa', 'visits', visits(`${at('2026/1/14')},2,寒さ,`));
    expect(await furukawa.call(api.checkLedger, { id })).toMatchObject({ new: 0, known: 1 });
    expect(await answersOn('2026-01-14')).toEqual([{ [cups]: [1] }]);
  });

  test('refuses one heading for two, and an item nobody asks', async () => {
    const id = await send('furukawa', 'visits', visits(`${at('2026/1/15')},1,,`));
    const { offered } = await furukawa.call(api.readLedgerFile, { id });
    const say = (items: Record<string, string>) =>
      furukawa.call(api.sayLedgerColumns, { id, columns: { ...offered, items } });
    const twice = await expectRefusal(say({ [cups]: '様子' }), 'invalid');
    expect(Object.keys(twice.fields)).toEqual([`columns.items.${cups}`]);
    await expectRefusal(say({ [helpers]: '気づいたこと' }), 'invalid');
  });
});

describe('a tally ledger with own items', () => {
  const tally = (...rows: string[]) =>
    `校区,年月,方法,件数,手伝った人（人）,食事会\r\n${rows.join('\r\n')}\r\n`;
  const sheets = async () =>
    (
      await ogata.call(readTallySheet, {
        district: town.id('district:合川'),
        group: town.id('body:合川'),
        month: '2025-12',
      })
    ).sheets.map(({ version, total, answers }) => ({ version, total, answers }));

  test('answers each sheet once, by any of its rows; the same file again changes nothing', async () => {
    const file = tally('合川,2025/12,対面,10,4人,', '合川,2025/12,電話,2,,はい');
    await takeIn(town, 'ogata', await send('ogata', 'tally', file));
    expect(await sheets()).toEqual([
      { version: 1, total: 12, answers: { [helpers]: [4], [meal]: [answer.はい] } },
    ]);
    const id = await send('ogata', 'tally', file);
    expect(await ogata.call(api.checkLedger, { id })).toMatchObject({ new: 0, known: 2, problem_count: 0 });
  });

  test('another answer is a correction with a reason; what is blank stays; taken back, all is as before', async () => {
    const id = await send('ogata', 'tally', tally('合川,2025/12,対面,10,5,'));
    expect(await ogata.call(api.checkLedger, { id })).toMatchObject({ new: 1, reasons: ['correction'] });
    const taken = await takeIn(town, 'ogata', id, { reason: '数え直した' });
    expect((await sheets())[0]).toEqual({
      version: 2,
      total: 12,
      answers: { [helpers]: [5], [meal]: [answer.はい] },
    });
    await ogata.call(api.withdrawLedgerImport, { id: taken, reason: 'ちがう月だった' });
    expect((await sheets())[0]).toEqual({
      version: 3,
      total: 12,
      answers: { [helpers]: [4], [meal]: [answer.はい] },
    });
  });

  test('two rows of a sheet that say it differently are named', async () => {
    const id = await send('ogata', 'tally', tally('合川,2025/12,対面,10,7,', '合川,2025/12,電話,2,8,'));
    const { problems } = await ogata.call(api.checkLedger, { id });
    expect(problems.map(({ row, column, says }) => [row, column, says])).toEqual([
      [3, 'E', '同じ校区・年月の2行目と違うことが書いてあります。どちらかに合わせてください。'],
    ]);
  });
});

test('the form to fill in has a column for each own item that is asked in its month', async () => {
  const headings = async (month: string) => {
    const form: unknown = await ogata.call(api.printLedgerForm, { kind: 'tally', month });
    return (await readTable(form as Uint8Array, '取り込み用の台帳')).headings.slice(4);
  };
  expect(await headings('2025-12')).toEqual(['手伝った人（人）', '食事会']);
  expect(await headings('2025-11')).toEqual([]);
});
