import { describe, expect, test } from 'vitest';
import { withdrawProvision } from '#domains/consent/api.ts';
import { operations } from '#domains/index.ts';
import { numberVisitors } from '#domains/ledgers/api.ts';
import { sendLedger, takeIn } from '#domains/ledgers/rig.ts';
import { readFigures } from '#domains/plan/api.ts';
import { carryOutTransfer, endPost, givePost, inviteAccount } from '#domains/posts/api.ts';
import { handInTallySheet } from '#domains/visits/api.ts';
import { handOver, receiveHandover } from '#domains/visits/handover-api.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import { verifyChain } from '#platform/audit/verify.ts';
import { perform } from '#platform/perform.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '../../test/town.ts';
import { correctGroupMember } from '../groups/api.ts';
import * as api from './api.ts';
import { carryOutDisposals } from './jobs.ts';
import { type Kind, retentionClasses } from './model.ts';

const town = await openTown('sample');
const { id, look } = town;
const furukawa = town.as('furukawa');
const shiraishi = town.as('shiraishi');
const ogata = town.as('ogata');
const nobody = '（廃棄済み）';
const second = mintId();
const today = '2026-02-02';

/** Somebody whom neither the keeper nor the first planner is. */
async function makeSecondPlanner() {
  const account = mintId();
  await shiraishi.call(inviteAccount, {
    id: account,
    sign_in_name: 'mihon-2',
    name: '見本 二',
    kana: 'みほん',
  });
  const planner = { role: 'planner', body_id: id('body:地域福祉課'), starts_on: today } as const;
  await shiraishi.call(givePost, { id: second, account_id: account, ...planner });
}

async function approveAsSecond(list: string) {
  const bound = operations.find(({ declared }) => declared === api.approveDisposal);
  if (!bound) throw new Error('approveDisposal is not bound');
  await perform(town.database, bound, { kind: 'post', post: second }, { id: list }, mintId());
}

/** Lists everything that is due of a kind, has two others say yes, and carries it out. @returns what stood on it, and the record */
async function bringThrough(who: string, kind: Kind) {
  const list = mintId();
  const maker = town.as(who);
  const holder_id = who === 'ogata' ? id('body:青峰') : null;
  await maker.call(api.makeDisposal, { id: list, kind, holder_id });
  const { rows } = await maker.call(api.listDisposalRows, { id: list, limit: 200 });
  await maker.call(api.submitDisposal, { id: list });
  await approveAsSecond(list);
  await town.as(who === 'shiraishi' ? 'tsutsumi' : 'shiraishi').call(api.approveDisposal, { id: list });
  await carryOutDisposals(town.database);
  const { record, state } = await maker.call(api.readDisposal, { id: list });
  expect(state).toBe('carried_out');
  expect(record?.kept).toBe(0);
  expect(rows.every(({ says }) => says !== null)).toBe(true);
  return { rows, record };
}

const count = async (text: string, values: unknown[] = []) =>
  (await look<{ n: number }>(`select count(*)::int as n from ${text}`, values))[0]?.n;
const readFigure = async () =>
  (await town.as('tsutsumi').call(readFigures, { plan: 'kurume-1', indicator: 'visits' })).figures;

await makeSecondPlanner();
const member = id('member:青峰:ゆず');
const months = 'member_sheet_counts c join member_sheets s on s.id = c.sheet_id where s.member_id = $1';
await ogata.call(correctGroupMember, {
  id: member,
  number: 22,
  name: '見本 ゆず',
  kana: 'ミホン ユズ',
  ends_on: '2026-02-01',
});
const scanned = mintId();
await ogata.call(handInTallySheet, {
  id: scanned,
  district_id: id('district:青峰'),
  group_id: id('body:青峰'),
  month: '2025-12',
  follows: 1,
  reason: '写しを添える',
  counts: { face: 1, intercom: 0, phone: 0, letter: 0, outside: 0, message: 0, gathering: 0 },
  counted_by: '見本 数え人',
  scan: { name: '紙.png', base64: Buffer.from('89504e470d0a1a0a0001fffe', 'hex').toString('base64') },
});
await furukawa.call(numberVisitors, { district_id: id('district:鳥飼') });
const [visitor] = await look<{ number: string }>('select number from visitor_numbers where post_id = $1', [
  id('post:koga'),
]);
const [home] = await look<{ number: string }>('select number from households where id = $1', [
  id('household:鳥飼:1'),
]);
const ledger = `日付,校区,世帯番号,訪問者番号,方法,結果,様子\r\n2026/1/5,鳥飼,${home?.number},${visitor?.number},対面,会えた,変わりなし\r\n`;
const receipt = await takeIn(town, 'furukawa', await sendLedger(town, 'furukawa', 'visits', ledger));
const handover = mintId();
await shiraishi.call(endPost, { id: id('post:koga'), how: 'at_once', reason: '見本さんの転居のため' });
await furukawa.call(handOver, { id: handover, post_id: id('post:koga'), words: '見本さんのこと' });
await furukawa.call(receiveHandover, { id: handover, received_for: '見本 後任' });
const provision = id('provision:鳥飼:民児協');
await furukawa.call(withdrawProvision, { id: provision, reason: '見本' });
const [ofHousehold, ofPeriod, asked] = [mintId(), mintId(), mintId()];
const period = { first_day: '2020-04-01', last_day: '2020-04-30' };
await furukawa.call(api.placeHold, {
  id: ofHousehold,
  kind: 'household',
  subject_id: id('household:鳥飼:1'),
  reason: '見本',
});
await furukawa.call(api.liftHold, { id: ofHousehold, reason: '見本' });
await shiraishi.call(api.placeHold, { id: ofPeriod, kind: 'period', ...period, reason: '見本' });
await shiraishi.call(api.liftHold, { id: ofPeriod, reason: '見本' });
const question = `exportHouseholds:200:${'0'.repeat(64)}`;
await furukawa.call(api.requestExport, { id: asked, asked: question, purpose: '見本' });
const transfer = mintId();
const rows =
  '異動,サインイン名,氏名,ふりがな,団体,役割,校区,開始日,終了日,理由\r\n開始,c0123,見本 四月,みほん しがつ,久留米市 地域福祉課,計画担当,,R8.4.1,,\r\n';
const file = { name: '見本さんの異動.csv', base64: Buffer.from(rows).toString('base64') };
await shiraishi.call(carryOutTransfer, { id: transfer, file });
for (const one of retentionClasses.filter((name) => name !== 'draft'))
  await shiraishi.call(api.setRetention, {
    id: mintId(),
    class: one,
    body_id: null,
    years: 0,
    starts_on: today,
    reason: '見本',
  });
const givenUp = mintId();
await ogata.call(api.makeDisposal, { id: givenUp, kind: 'sheet', holder_id: id('body:青峰') });
await ogata.call(api.giveUpDisposal, { id: givenUp, reason: '見本' });
const figures = await readFigure();
const kept = await count(months, [member]);
town.clock.now = new Date('2026-04-02T10:00:00+09:00');

describe('what a keeper lists', () => {
  test('a member who left loses the name and the paper; number and months stay', async () => {
    const { rows } = await bringThrough('ogata', 'group_member');
    expect(rows).toMatchObject([{ subject_id: member, event_on: '2026-02-01', says: '22 見本 ゆず' }]);
    expect(await look('select number, name, kana_key from group_members where id = $1', [member])).toEqual([
      { number: 22, name: nobody, kana_key: '' },
    ]);
    expect(await count('group_member_versions where member_id = $1', [member])).toBe(0);
    expect(await count(months, [member])).toBe(kept);
  });

  test('the scan of a sheet goes, the sheet and its counts stay', async () => {
    const { rows } = await bringThrough('ogata', 'scan');
    expect(rows.map(({ subject_id }) => subject_id)).toEqual([scanned]);
    expect(await count('tally_sheet_scans where sheet_id = $1', [scanned])).toBe(0);
    expect(await count('tally_sheet_counts where sheet_id = $1 and n = 1', [scanned])).toBe(1);
  });

  test('who counted a sheet, and what was noted on it, goes', async () => {
    const { rows, record } = await bringThrough('ogata', 'sheet');
    expect(record?.done).toBe(rows.length);
    expect(await look('select counted_by, note, reason from tally_sheets where id = $1', [scanned])).toEqual([
      { counted_by: nobody, note: null, reason: null },
    ]);
    expect(await readFigure()).toEqual(figures);
  });

  test('requests for sheets go', async () => {
    await bringThrough('ogata', 'request');
    expect(await count('sheet_requests where holder_id = $1', [id('body:青峰')])).toBe(0);
  });

  test('activity records of 民生委員 go, what their district sent stays', async () => {
    const { rows } = await bringThrough('shiraishi', 'activity_sheet');
    expect(rows.length).toBe(15);
    expect(await count('activity_sheets')).toBe(0);
    expect(await count('activity_answers')).toBe(0);
    expect(await count("activity_sendings where month = '2025-12-01'")).toBe(1);
  });

  test('a ledger’s receipt keeps its figures and loses whose it was; the visit stays', async () => {
    await bringThrough('furukawa', 'receipt');
    expect(
      await look('select received_from, file_name, rows_new from ledger_imports where id = $1', [receipt]),
    ).toEqual([{ received_from: nobody, file_name: nobody, rows_new: 1 }]);
    expect(await count('ledger_rows where import_id = $1', [receipt])).toBe(0);
    expect(
      await count("visits where visited_on = '2026-01-05' and household_id = $1", [id('household:鳥飼:1')]),
    ).toBeGreaterThan(0);
  });

  test('a hand-over that was received goes with its lines', async () => {
    const { rows } = await bringThrough('furukawa', 'handover');
    expect(rows.map(({ subject_id }) => subject_id)).toEqual([handover]);
    expect(await count('handover_items where handover_id = $1', [handover])).toBe(0);
    expect(await count('handovers where id = $1', [handover])).toBe(0);
  });

  test('a provision that was withdrawn goes, one that runs stays', async () => {
    await bringThrough('furukawa', 'provision');
    expect(await count('provisions where id = $1', [provision])).toBe(0);
    expect(await count('provisions where id = $1', [id('provision:鳥飼:社協')])).toBe(1);
  });

  test('a hold of a household that was lifted goes', async () => {
    await bringThrough('furukawa', 'hold');
    expect(await count('legal_holds where id = $1', [ofHousehold])).toBe(0);
    expect(await count('legal_holds where id = $1', [ofPeriod])).toBe(1);
  });
});

describe('what an administrator lists', () => {
  test('who held an ended post is forgotten, the account and what was recorded under the post stay', async () => {
    const before = await count('visits where post_id = $1', [id('post:koga')]);
    await bringThrough('shiraishi', 'post');
    const [post] = await look(
      'select a.name, a.sign_in_name from posts p join accounts a on a.id = p.account_id where p.id = $1',
      [id('post:koga')],
    );
    expect(post).toEqual({ name: nobody, sign_in_name: 'destroyed-posts' });
    expect(await count('accounts where id = $1 and closed_at is null', [id('account:koga')])).toBe(1);
    for (const table of ['post_terms', 'post_endings', 'visitor_numbers', 'visitor_number_versions'])
      expect(await count(`${table} where post_id = $1`, [id('post:koga')])).toBe(0);
    expect(await count('visits where post_id = $1', [id('post:koga')])).toBe(before);
  });

  test('the record of a transfer goes, the posts it gave stay', async () => {
    const [row] = await look('select post_id from post_transfer_rows where transfer_id = $1', [transfer]);
    await bringThrough('shiraishi', 'transfer');
    expect(await count('post_transfers where id = $1', [transfer])).toBe(0);
    expect(await count('posts where id = $1', [row?.post_id])).toBe(1);
  });

  test('holds of periods, requests for exports and lists that are done go', async () => {
    await bringThrough('shiraishi', 'town_hold');
    expect(await count('legal_holds where holder_id is null')).toBe(0);
    await bringThrough('shiraishi', 'export');
    expect(await count('export_requests where id = $1', [asked])).toBe(0);
    const { rows } = await bringThrough('shiraishi', 'disposal');
    expect(rows.map(({ subject_id }) => subject_id).sort()).toEqual([givenUp, id('disposal:1')].sort());
    expect(await count('disposals where id = $1', [givenUp])).toBe(0);
    expect(await count('disposal_rows where disposal_id = $1', [givenUp])).toBe(0);
  });
});

test('of a published inquiry drafts, sheets and who answered go; what lay before the committee stays', async () => {
  const inquiry = id('inquiry:2024');
  const before = await look('select * from gathered_answers order by gathering_id, item_id');
  const { rows } = await bringThrough('tsutsumi', 'inquiry');
  expect(rows.map(({ subject_id }) => subject_id)).toEqual([inquiry]);
  expect(await look('select * from gathered_answers order by gathering_id, item_id')).toEqual(before);
  expect(await count('answers where inquiry_id = $1 and answered_by <> $2', [inquiry, nobody])).toBe(0);
  expect(await count('answer_reviews where inquiry_id = $1', [inquiry])).toBe(0);
  expect(await count('answer_sheets where inquiry_id = $1', [inquiry])).toBe(0);
  expect(await count('answers where inquiry_id = $1', [id('inquiry:2025')])).toBeGreaterThan(0);
});

test('after all of it the audit trail verifies, and 248,933 stands', async () => {
  await sealAudit(town.database);
  const driver = {
    executeSql: async (text: string, values?: unknown[]) => ({ rows: await look(text, values) }),
  };
  expect((await verifyChain(driver)).broken).toBe(null);
  expect(JSON.stringify(await readFigure())).toContain('248933');
  expect(await town.as('tsutsumi').call(api.countDue, {})).toEqual({ due: [] });
});
