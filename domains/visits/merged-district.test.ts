import { beforeAll, expect, test } from 'vitest';
import { endDistrict } from '#domains/districts/api.ts';
import { changeCountingMode } from '#domains/encounters/api.ts';
import { enrolGroupMembers, handInGroupMonth, writeMemberSheet } from '#domains/groups/api.ts';
import { checkLedger, listVisitorNumbers, numberVisitors } from '#domains/ledgers/api.ts';
import { sendLedger, takeIn } from '#domains/ledgers/rig.ts';
import { takeOverDistrict } from '#domains/posts/api.ts';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';

/** 草野 becomes part of 鳥飼 on 1 April. Whoever writes down what happened there, and however, it counts in one place. */
const town = await openTown('cast');
const { id } = town;
const furukawa = town.as('furukawa');
const [kusano, torikai] = [id('district:草野'), id('district:鳥飼')];
const household = id('household:草野:1');
const group = id('body:草野');
const said = { channel: 'face', contact: 'met' } as const;
const numbers = { door: '', described: '', koga: '', sakai: '' };

beforeAll(async () => {
  await town.as('kusano-lead').call(numberVisitors, { district_id: kusano });
  await furukawa.call(numberVisitors, { district_id: torikai });
  const merger = { id: kusano, kind: 'merged' as const, into: [torikai], starts_on: '2026-04-01' };
  await town.as('shiraishi').call(endDistrict, { ...merger, reason: '学校の統合' });
  await town.as('shiraishi').call(takeOverDistrict, { id: kusano, into_id: torikai, reason: '学校の統合' });
  town.clock.now = new Date('2026-06-10T10:00:00+09:00');
  const { visitors } = await furukawa.call(listVisitorNumbers, {});
  const numberOf = (who: string) =>
    visitors.find(({ post_id }) => post_id === id(`post:${who}`))?.number ?? '';
  const [door] = await town.look<{ number: string; described: string }>(
    "select number, kana || ',' || address as described from households where id = $1",
    [household],
  );
  Object.assign(numbers, { ...door, door: door?.number, koga: numberOf('koga'), sakai: numberOf('sakai') });
});

async function countedIn(visit: string): Promise<string | undefined> {
  const [row] = await town.look<{ district_id: string }>('select district_id from encounters where id = $1', [
    visit,
  ]);
  return row?.district_id;
}

async function recordOne(
  visited_on: string,
  post: string,
  more: Partial<InputOf<typeof api.recordVisit>> = {},
) {
  const visit = mintId();
  const input = {
    id: visit,
    household_id: household,
    visited_on,
    for_post: id(`post:${post}`),
    ...said,
    ...more,
  };
  await furukawa.call(api.recordVisit, input);
  return visit;
}

async function takeInOne(
  day: string,
  district: string,
  visitor: string,
  door = numbers.door,
): Promise<string> {
  const named = door === numbers.door ? '世帯番号' : '氏名カナ,住所';
  const file = `日付,校区,${named},訪問者番号,方法,結果\r\n${day},${district},${door},${visitor},電話,会えた\r\n`;
  const taken = await takeIn(town, 'furukawa', await sendLedger(town, 'furukawa', 'visits', file));
  const [row] = await town.look<{ visit_id: string }>(
    'select visit_id from ledger_rows where import_id = $1',
    [taken],
  );
  return row?.visit_id ?? '';
}

test('a visit before the merger counts where the household was, by hand as by ledger', async () => {
  const before = [
    await recordOne('2026-03-31', 'sakai'),
    await takeInOne('2026-03-31', '草野', numbers.sakai),
  ];
  expect(await Promise.all(before.map(countedIn))).toEqual([kusano, kusano]);
});

test('a visit after it counts in the district that took its place, whichever of the two names a ledger says', async () => {
  const after = [
    await recordOne('2026-04-02', 'koga'),
    // A line of a paper brings the time and the condition along.
    await recordOne('2026-04-02', 'koga', { visited_at: '10:30', condition: 'usual' }),
    await takeInOne('2026-04-02', '草野', numbers.koga),
    await takeInOne('2026-04-03', '鳥飼', numbers.koga, numbers.described),
  ];
  expect(await Promise.all(after.map(countedIn))).toEqual([torikai, torikai, torikai, torikai]);
  const cells = await town.look(
    `select district_id, group_id, sum(n)::int as n from encounter_tally where month = '2026-04-01' group by 1, 2`,
  );
  expect(cells).toEqual([{ district_id: torikai, group_id: id('body:鳥飼'), n: 4 }]);
  const homes = await town.look('select distinct district_id from visits where id = any($1::uuid[])', [
    after,
  ]);
  expect(homes).toEqual([{ district_id: kusano }]);
});

test('a visit whose day is corrected over the merger counts where that day counts', async () => {
  const visit = await recordOne('2026-05-01', 'koga');
  const input = { id: visit, version: 1, visited_on: '2026-05-02', reason: '日付のまちがい', ...said };
  await furukawa.call(api.correctVisit, input);
  expect(await countedIn(visit)).toBe(torikai);
  const early = await recordOne('2026-03-30', 'sakai');
  const refused = furukawa.call(api.correctVisit, { ...input, id: early, visited_on: '2026-04-02' });
  // The post that visited ended with the district.
  await expectRefusal(refused, 'invalid');
});

test('the sheet of a month after it, its grid and its ledger are those of the district that took its place', async () => {
  for (const place of [kusano, torikai])
    await furukawa.call(changeCountingMode, {
      id: mintId(),
      district_id: place,
      group_id: place === kusano ? group : id('body:鳥飼'),
      from_month: '2026-03',
      mode: 'sheet',
      reason: '紙で数える',
    });
  const says = 'この校区は、この月には鳥飼校区になっています。鳥飼校区の集計票に入れてください。';
  const sheet = (month: string) => ({
    id: mintId(),
    group_id: group,
    district_id: kusano,
    month,
    counted_by: '草野',
  });
  const counts = { face: 2 };
  const refused = await expectRefusal(
    furukawa.call(api.handInTallySheet, { ...sheet('2026-05'), counts }),
    'refused',
  );
  expect(refused.message).toBe(says);
  await furukawa.call(api.handInTallySheet, { ...sheet('2026-03'), counts });

  const member = mintId();
  const members = [{ id: member, name: '見本', kana: 'みほん' }];
  const place = { group_id: group, district_id: kusano };
  await furukawa.call(enrolGroupMembers, { ...place, starts_on: '2025-04-01', members });
  const paper = { id: mintId(), member_id: member, month: '2026-05', counts };
  expect((await expectRefusal(furukawa.call(writeMemberSheet, paper), 'refused')).message).toBe(says);
  const grid = { ...sheet('2026-05'), leaves_out: true };
  await expectRefusal(furukawa.call(handInGroupMonth, grid), 'refused');

  const rows = ['草野,2026-05,対面,3', '鳥飼,2026-05,対面,4'];
  const file = await sendLedger(town, 'furukawa', 'tally', `校区,年月,方法,件数\r\n${rows.join('\r\n')}\r\n`);
  const { problems } = await furukawa.call(checkLedger, { id: file });
  expect(problems.map((one) => [one.row, one.says])).toEqual([[2, says]]);
  const own = await sendLedger(town, 'furukawa', 'tally', `校区,年月,方法,件数\r\n${rows[1]}\r\n`);
  await takeIn(town, 'furukawa', own);
  const sheets = await town.look(
    `select district_id, n from encounter_tally where month >= '2026-03-01' and source = 'sheet' order by month, n`,
  );
  expect(sheets.filter(({ n }) => n !== 0)).toEqual([
    { district_id: kusano, n: 2 },
    { district_id: torikai, n: 4 },
  ]);
});
