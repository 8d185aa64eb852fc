import { expect, test } from 'vitest';
import { endDistrict } from '#domains/districts/api.ts';
import {
  enrolGroupMembers,
  listGroupMembers,
  readGroupMonth,
  writeMemberSheet,
} from '#domains/groups/api.ts';
import { numberVisitors } from '#domains/ledgers/api.ts';
import { sendLedger, takeIn } from '#domains/ledgers/rig.ts';
import { takeOverDistrict, tryTakeover } from '#domains/posts/api.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '#test/town.ts';
import * as api from './api.ts';

/** 草野 has become part of 鳥飼, and nobody has carried out the takeover (承継) yet: the round goes on meanwhile. */
const town = await openTown('cast');
const { id } = town;
const [kusano, torikai] = [id('district:草野'), id('district:鳥飼')];
const household = id('household:草野:1');
const lead = town.as('kusano-lead');
const said = { channel: 'face', contact: 'met' } as const;
const gap = { lead: mintId(), own: mintId(), ledger: '' };
const member = mintId();
const at = (day: string) => {
  town.clock.now = new Date(`${day}T10:00:00+09:00`);
};

async function countedIn(visit: string): Promise<unknown> {
  const [row] = await town.look('select district_id, group_id from encounters where id = $1', [visit]);
  return row;
}

test('between the merger and the takeover a visit is recorded as ever, and counts in the district that took its place', async () => {
  await lead.call(numberVisitors, { district_id: kusano });
  await lead.call(enrolGroupMembers, {
    ...{ group_id: id('body:草野'), district_id: kusano, starts_on: '2025-04-01' },
    members: [{ id: member, name: '見本 はる', kana: 'みほん はる' }],
  });
  await town.as('shiraishi').call(endDistrict, {
    ...{ id: kusano, kind: 'merged', into: [torikai] },
    ...{ starts_on: '2026-04-01', reason: '学校の統合' },
  });
  at('2026-04-10');
  const visit = { household_id: household, visited_on: '2026-04-05', ...said };
  await town.as('sakai').call(api.recordVisit, { ...visit, id: gap.own });
  await lead.call(api.recordVisit, { ...visit, id: gap.lead, for_post: id('post:sakai') });
  const [door] = await town.look<{ number: string; visitor: string }>(
    `select h.number, n.number as visitor from households h, visitor_numbers n where h.id = $1 and n.post_id = $2`,
    [household, id('post:sakai')],
  );
  const file = `日付,校区,世帯番号,訪問者番号,方法,結果\r\n2026-04-06,草野,${door?.number},${door?.visitor},電話,会えた\r\n`;
  const taken = await takeIn(town, 'kusano-lead', await sendLedger(town, 'kusano-lead', 'visits', file));
  const [row] = await town.look<{ visit_id: string }>(
    'select visit_id from ledger_rows where import_id = $1',
    [taken],
  );
  gap.ledger = row?.visit_id ?? '';
  for (const one of Object.values(gap))
    expect(await countedIn(one)).toEqual({ district_id: torikai, group_id: id('body:草野') });
});

test('they are read, corrected and withdrawn meanwhile by whoever could, and the month says how many there are', async () => {
  const change = { ...said, version: 1, visited_on: '2026-04-05', reason: '方法のまちがい' };
  await town.as('sakai').call(api.correctVisit, { ...change, id: gap.own, channel: 'phone' });
  await lead.call(api.correctVisit, { ...change, id: gap.lead, channel: 'intercom' });
  const extra = mintId();
  await lead.call(api.recordVisit, {
    ...{ id: extra, household_id: household, visited_on: '2026-04-07', for_post: id('post:sakai'), ...said },
  });
  await lead.call(api.withdrawVisit, { id: extra, version: 1, reason: '二重に書いた' });
  const { groups } = await lead.call(api.readTallyMonth, { month: '2026-04' });
  expect(groups.map(({ district_name, singles }) => [district_name, singles])).toEqual([['草野', 3]]);
  // The other group learns nothing of it before the takeover.
  const other = await town.as('furukawa').call(api.readTallyMonth, { month: '2026-04' });
  expect(other.groups.map(({ district_name, singles }) => [district_name, singles])).toEqual([['鳥飼', 0]]);
});

test('the takeover counts the members among what passes, and what was recorded meanwhile stays and can be corrected', async () => {
  const admin = town.as('shiraishi');
  const asked = { id: kusano, into_id: torikai };
  const { secret_trial } = await admin.call(tryTakeover, asked);
  expect(secret_trial).toMatchObject({ members: 1 });
  await admin.call(takeOverDistrict, { ...asked, reason: '学校の統合' });
  const furukawa = town.as('furukawa');
  const visit = await furukawa.call(api.readVisit, { id: gap.lead });
  await furukawa.call(api.correctVisit, {
    ...{ id: gap.lead, version: visit.version, visited_on: visit.visited_on, channel: 'face' },
    ...{ contact: 'met', note: '元気だった', reason: '書きもれ' },
  });
  expect(await countedIn(gap.lead)).toEqual({ district_id: torikai, group_id: id('body:草野') });
});

test('a member of the group goes on in the other group from the month after the merger, and stays readable in the first', async () => {
  const furukawa = town.as('furukawa');
  const { members } = await furukawa.call(listGroupMembers, { group: id('body:鳥飼') });
  const carried = members.find(({ name }) => name === '見本 はる');
  expect(carried).toMatchObject({ starts_on: '2026-04-01', ends_on: null });
  const before = await furukawa.call(listGroupMembers, { group: id('body:草野'), who: 'all' });
  expect(before.members).toMatchObject([{ id: member, number: 1, ends_on: '2026-03-31' }]);
  const rows = await town.look('select continues from group_members where id = $1', [carried?.id]);
  expect(rows).toEqual([{ continues: member }]);
  await furukawa.call(api.readTallyMonth, { month: '2026-04' });
  const month = { group: id('body:鳥飼'), month: '2026-04' };
  const grid = await furukawa.call(readGroupMonth, month);
  expect(grid.members.map(({ name }) => name)).toContain('見本 はる');
  const late = { id: mintId(), member_id: member, month: '2026-03', counts: { face: 1 } };
  await expect(furukawa.call(writeMemberSheet, late)).rejects.toMatchObject({ code: 'refused' });
});
