import { beforeAll, describe, expect, test } from 'vitest';
import { changeCountingMode } from '#domains/encounters/api.ts';
import { listEscalations } from '#domains/escalations/api.ts';
import { listVisits, recordVisit, withdrawVisit } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import { sendLedger, takeIn } from './rig.ts';

const town = await openTown('cast');
const heads = '日付,校区,世帯番号,訪問者番号,方法,結果,様子';
const csv = (...rows: string[]) => `${[heads, ...rows].join('\r\n')}\r\n`;
let koga = '';
let number = '';

beforeAll(async () => {
  await town.as('furukawa').call(api.numberVisitors, { district_id: town.id('district:鳥飼') });
  const { visitors } = await town.as('furukawa').call(api.listVisitorNumbers, {});
  koga = visitors.find(({ post_id }) => post_id === town.id('post:koga'))?.number ?? '';
  const [row] = await town.look<{ number: string }>('select number from households where id = $1', [
    town.id('household:鳥飼:1'),
  ]);
  number = row?.number ?? '';
});

describe('a visit ledger', () => {
  test('is taken in row by row, under the hat of the visitor and with who wrote it down', async () => {
    const file = csv(
      `2026/1/5,鳥飼,${number},${koga},対面,会えた,変わりなし`,
      `2026/1/5,鳥飼,${number},${koga},電話,不在,`,
    );
    const taken = await takeIn(town, 'furukawa', await sendLedger(town, 'furukawa', 'visits', file));
    const receipt = await town.as('furukawa').call(api.readLedgerImport, { id: taken });
    expect(receipt).toMatchObject({ rows_read: 2, rows_new: 2, rows_known: 0, counted: 2 });
    const { visits } = await town.as('koga').call(listVisits, { from: '2026-01-05', until: '2026-01-05' });
    expect(visits.map(({ channel, contact, condition, own }) => [channel, contact, condition, own])).toEqual(
      expect.arrayContaining([
        ['face', 'met', 'usual', true],
        ['phone', 'absent', null, true],
      ]),
    );
    const made = await town.look(
      `select e.role, e.post_id, v.recorded_by from encounters e join visits v using (id) where e.occurred_on = '2026-01-05'`,
    );
    const [{ account_id: writer } = { account_id: '' }] = await town.look<{ account_id: string }>(
      'select account_id from posts where id = $1',
      [town.id('post:furukawa')],
    );
    expect(made).toHaveLength(2);
    for (const row of made)
      expect(row).toEqual({ role: 'visitor', post_id: town.id('post:koga'), recorded_by: writer });
    const [tally] = await town.look(
      `select sum(n)::int as n from encounter_tally where month = '2026-01-01' and district_id = $1 and kind = 'visit'`,
      [town.id('district:鳥飼')],
    );
    expect(tally).toEqual({ n: 2 });
  });

  test('what somebody must hear of is told, as if it had come alone; what was longer ago is the past', async () => {
    const file = csv(
      `2026/1/20,鳥飼,${number},${koga},対面,会えた,異変`,
      `2026/1/21,鳥飼,${number},${koga},対面,会えた,気になる`,
      `2025/12/1,鳥飼,${number},${koga},対面,会えた,異変`,
    );
    await takeIn(town, 'furukawa', await sendLedger(town, 'furukawa', 'visits', file));
    const { escalations } = await town
      .as('furukawa')
      .call(listEscalations, { household: town.id('household:鳥飼:1') });
    expect(escalations.map(({ level, visitor_name }) => [level, visitor_name]).sort()).toEqual([
      ['alarm', '古賀（見本）'],
      ['concern', '古賀（見本）'],
    ]);
  });

  test('the same rows again change nothing; a third equal row is a third visit', async () => {
    const row = `2026/1/6,鳥飼,${number},${koga},対面,会えた,変わりなし`;
    await takeIn(town, 'furukawa', await sendLedger(town, 'furukawa', 'visits', csv(row, row)));
    const again = await sendLedger(town, 'furukawa', 'visits', csv(row, row));
    expect(await town.as('furukawa').call(api.checkLedger, { id: again })).toMatchObject({
      new: 0,
      known: 2,
    });
    const more = await sendLedger(town, 'furukawa', 'visits', csv(row, row, row));
    await takeIn(town, 'furukawa', more);
    expect(await countOn('2026-01-06')).toBe(3);
  });

  test('a visit that was recorded one by one is found and not recorded twice', async () => {
    await town.as('koga').call(recordVisit, {
      id: mintId(),
      household_id: town.id('household:鳥飼:1'),
      visited_on: '2026-01-07',
      channel: 'face',
      contact: 'met',
      condition: 'usual',
    });
    const rows = [
      `2026/1/7,鳥飼,${number},${koga},対面,会えた,変わりなし`,
      `2026/1/7,鳥飼,${number},${koga},電話,会えた,変わりなし`,
    ];
    const taken = await takeIn(town, 'furukawa', await sendLedger(town, 'furukawa', 'visits', csv(...rows)));
    expect(await town.as('furukawa').call(api.readLedgerImport, { id: taken })).toMatchObject({
      rows_new: 1,
      rows_known: 1,
    });
    await town.as('furukawa').call(api.withdrawLedgerImport, { id: taken, reason: '別の台帳だった' });
    expect(await countOn('2026-01-07')).toBe(1);
    const anew = await sendLedger(town, 'furukawa', 'visits', csv(...rows));
    expect(await town.as('furukawa').call(api.checkLedger, { id: anew })).toMatchObject({ new: 1, known: 1 });
  });

  test('a visit that somebody withdrew does not come back with the same file', async () => {
    const file = csv(`2026/1/8,鳥飼,${number},${koga},対面,会えた,変わりなし`);
    await takeIn(town, 'furukawa', await sendLedger(town, 'furukawa', 'visits', file));
    const { visits } = await town.as('koga').call(listVisits, { from: '2026-01-08', until: '2026-01-08' });
    const id = visits[0]?.id ?? '';
    await town.as('koga').call(withdrawVisit, { id, version: 1, reason: '訪ねていなかった' });
    const again = await sendLedger(town, 'furukawa', 'visits', file);
    expect(await town.as('furukawa').call(api.checkLedger, { id: again })).toMatchObject({
      new: 0,
      known: 1,
    });
  });

  test('names a household by kana and address where the row has no number', async () => {
    const [house] = await town.look<{ kana: string; address: string }>(
      'select kana, address from households where id = $1',
      [town.id('household:鳥飼:2')],
    );
    const file = `日付,校区,氏名カナ,住所,訪問者番号,方法,結果\n2026/1/9,鳥飼,${house?.kana},久留米市${house?.address},${koga},対面,会えた\n2026/1/9,鳥飼,ダレカ,見本町,${koga},対面,会えた\n2026/1/9,鳥飼,${house?.kana},見本町9,${koga},対面,会えた\n`;
    const id = await sendLedger(town, 'furukawa', 'visits', file);
    const { problems } = await town.as('furukawa').call(api.checkLedger, { id });
    expect(problems.map(({ row, says }) => `${row} ${says}`)).toEqual([
      '3 この氏名カナの世帯は、この校区にありません。読みを確かめるか、世帯番号を書いてください。',
      '4 この氏名カナの世帯はありますが、住所がちがいます。住所を確かめるか、世帯番号を書いてください。',
    ]);
  });

  test('is refused where the month counts by sheet, and takes nothing of the file', async () => {
    await town.as('furukawa').call(changeCountingMode, {
      id: mintId(),
      district_id: town.id('district:鳥飼'),
      group_id: town.id('body:鳥飼'),
      from_month: '2026-02',
      mode: 'sheet',
      reason: '見本',
    });
    const id = await sendLedger(
      town,
      'furukawa',
      'visits',
      csv(`2026/1/12,鳥飼,${number},${koga},対面,会えた,`, `2026/2/1,鳥飼,${number},${koga},対面,会えた,`),
    );
    const refused = await expectRefusal(takeIn(town, 'furukawa', id), 'refused');
    expect(refused.message).toBe(
      '直すところが1か所あるため、取り込みませんでした。1行も入っていません。ファイルを直して送り直してください。',
    );
    expect(await countOn('2026-01-12')).toBe(0);
    const { problems } = await town.as('furukawa').call(api.checkLedger, { id });
    expect(problems).toEqual([
      {
        row: 3,
        column: 'A',
        heading: '日付',
        found: '2026/2/1',
        says: '鳥飼のこの月は、集計票で数えています。訪問の台帳は取り込めません。1件ずつ数えるときは、先に数え方を変えてください。',
      },
    ]);
  });
});

async function countOn(day: string): Promise<number> {
  const [row] = await town.look<{ n: number }>(
    `select count(*)::int as n from visits v where visited_on = $1
       and not exists (select from encounter_withdrawals w where w.encounter_id = v.id)`,
    [day],
  );
  return row?.n ?? 0;
}
