import { describe, expect, test } from 'vitest';
import { endPost } from '#domains/posts/api.ts';
import type { FilledTable } from '#domains/returns/model.ts';
import { recordVisit } from '#domains/visits/api.ts';
import { assignHousehold } from '#domains/visits/assignment-api.ts';
import { readTable } from '#platform/sheets/read.ts';
import { mintId } from '#platform/uuid.ts';
import { bytesOf, readPdf } from '../../test/paper.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';

const town = await openTown('sample');
const { id, look } = town;
const tsutsumi = town.as('tsutsumi');
const chair = town.as('matsuo');
const december = '2025-12';
const sent = { post: id('post:tanaka'), month: december };
const inDistrict = { district: id('district:鳥飼'), month: december };

/** Every row of every table with its figures, as a workbook or a page has to show them. */
const linesOf = (tables: readonly FilledTable[]) =>
  tables.flatMap((table) => [
    ...table.rows.map(({ wording, cells }) => [table.wording, wording, ...cells]),
    [table.wording, '合計', ...table.sum],
  ]);

async function expectSameDigits(
  who: string,
  asked: Parameters<typeof print>[1],
  tables: readonly FilledTable[],
  named: string,
) {
  const book = await readTable(bytesOf(await print(who, { ...asked, format: 'xlsx' })), '件数');
  const width = Math.max(...tables.map(({ columns }) => columns.length)) + 2;
  const filled = linesOf(tables).map((line) => line.map((cell) => cell ?? '未記録'));
  expect(book.rows.map(({ cells }) => cells.slice(0, width).filter((cell) => cell !== null))).toEqual(filled);
  const about = await readTable(bytesOf(await print(who, { ...asked, format: 'xlsx' })), '説明');
  expect(about.rows.flatMap(({ cells }) => cells).join()).toContain(named);
  const pdf = readPdf(bytesOf(await print(who, { ...asked, format: 'pdf' })));
  expect(pdf).toContain(named.replace(/\s/g, ''));
  for (const [, wording, ...cells] of filled) {
    const digits = cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('ja-JP') : cell));
    expect(pdf).toContain(`${wording}${digits.join('')}`.replace(/\s/g, ''));
  }
}

const print = (who: string, asked: Parameters<typeof ask>[1]) => ask(who, asked);
const ask = (
  who: string,
  asked: {
    of: 'sheet' | 'district' | 'town' | 'visits';
    month: string;
    post?: string;
    district?: string;
    format?: 'pdf' | 'xlsx';
    copy?: 'public';
  },
) => town.as(who).call(api.printMonthEnd, asked);

describe('ふれあいの会’s month', () => {
  test('is what the rows come to, counted without our query, and the town’s year stays what it was', async () => {
    const month = '2026-01';
    const counted = await look<{ district_id: string; n: number }>(
      `with mode as (
         select distinct on (district_id, group_id) district_id, group_id, mode from counting_modes
         where kind = 'visit' and from_month <= '2026-01-01' order by district_id, group_id, decided_at desc, id desc),
       single as (
         select e.district_id, 1 as n from encounters e left join mode m using (district_id, group_id)
         where e.kind = 'visit' and e.role in ('visitor', 'gatherer') and e.occurred_on between '2026-01-01' and '2026-01-31'
           and coalesce(m.mode, 'single') = 'single'
           and not exists (select from encounter_withdrawals w where w.encounter_id = e.id)),
       sheet as (
         select s.district_id, c.n from tally_sheets s join tally_sheet_counts c on c.sheet_id = s.id
           join mode m on m.district_id = s.district_id and m.group_id = s.group_id
         where s.month = '2026-01-01' and m.mode = 'sheet' and not s.withdrawn and not exists (select from tally_sheets o
           where o.district_id = s.district_id and o.group_id = s.group_id and o.month = s.month and o.version > s.version))
       select district_id, sum(n)::int as n from (select * from single union all select * from sheet) every
       group by 1 having sum(n) > 0`,
    );
    const { table, definition } = await tsutsumi.call(api.readVisitMonth, { month });
    const total = table.columns.findIndex(({ code }) => code === 'total');
    const ours = table.rows
      .filter(({ cells }) => cells[total] !== null)
      .map(({ key, cells }) => ({ district_id: key, n: cells[total] }));
    const byDistrict = (a: { district_id: string }, b: { district_id: string }) =>
      a.district_id < b.district_id ? -1 : 1;
    expect(ours.sort(byDistrict)).toEqual(counted.sort(byDistrict));
    expect(table.sum[total]).toBe(counted.reduce((sum, { n }) => sum + n, 0));
    expect(definition.version).toBe(1);
    await expectSameDigits('tsutsumi', { of: 'visits', month }, [table], '第1版');
  });

  test('shows a gatherer the own district and no other', async () => {
    const { table } = await town.as('furukawa').call(api.readVisitMonth, { month: '2026-01' });
    expect(table.rows.map(({ wording }) => wording)).toEqual(['鳥飼']);
  });
});

describe('a month that was sent', () => {
  test('has the same digits on the screen, in the workbook and on paper', async () => {
    const sheet = await chair.call(api.readActivitySheet, sent);
    await expectSameDigits('tanaka', { of: 'sheet', ...sent }, sheet.tables, '標準の数え方');
    const read = await tsutsumi.call(api.readActivityDistrict, inDistrict);
    expect(read.sheets).toEqual([]);
    await expectSameDigits('tsutsumi', { of: 'district', ...inDistrict }, read.tables, '標準の数え方');
    const { tables, districts } = await tsutsumi.call(api.readActivityTown, { month: december });
    await expectSameDigits('tsutsumi', { of: 'town', month: december }, tables, '標準の数え方');
    expect(districts.map(({ district_name, n, sheets }) => [district_name, n, sheets])).toEqual([
      ['草野', 1, null],
      ['鳥飼', 4, 4],
    ]);
  });

  test('is what everybody’s sheets and visits come to, counted without our query', async () => {
    const [rows] = await look<{ visits: number; content: number; days: number }>(
      `with newest as (select distinct on (post_id) * from activity_sheets where month = '2025-12-01'
         order by post_id, version desc),
       worked as (select post_id, d::int as day from newest, unnest(worked_days) d union
         select v.post_id, extract(day from v.visited_on)::int from visits v join newest n on n.post_id = v.post_id
         where v.visited_on between '2025-12-01' and '2025-12-31')
       select (select count(*) from visits v join newest n on n.post_id = v.post_id
           where v.visited_on between '2025-12-01' and '2025-12-31')::int
         + (select sum((added ->> 'visits_watch')::int) from newest)::int as visits,
         (select sum(n::int) from newest, jsonb_each_text(added) a(line, n)
           where line in ('elderly', 'disabled', 'children', 'field_other'))::int as content,
         (select count(*) from worked)::int as days`,
    );
    const { tables } = await tsutsumi.call(api.readActivityTown, { month: december });
    const sum = (code: string) => tables.find((table) => table.code === code)?.sum[0];
    expect([sum('visits'), sum('content'), sum('field'), sum('days')]).toEqual([
      rows?.visits,
      rows?.content,
      rows?.content,
      rows?.days,
    ]);
  });

  test('leaves small counts out of a copy for others', async () => {
    const copy = { of: 'town', month: december, copy: 'public', format: 'xlsx' } as const;
    const book = await readTable(bytesOf(await print('tsutsumi', copy)), '件数');
    const { tables } = await tsutsumi.call(api.readActivityTown, { month: december });
    const small = tables.filter(({ rows, sum }) =>
      [...rows.flatMap(({ cells }) => cells), ...sum].some((n) => n !== null && n > 0 && n < 10),
    );
    expect(small.length).toBeGreaterThan(0);
    const shown = new Set(book.rows.map(({ cells }) => cells[0]));
    expect(small.filter(({ wording }) => shown.has(wording))).toEqual([]);
  });

  test('is locked: only put right with a reason, what must be equal together, and both values stay', async () => {
    const before = await chair.call(api.readActivitySheet, sent);
    const writing = { id: mintId(), post_id: sent.post, month: december, follows: before.version, added: {} };
    await expectRefusal(town.as('tanaka').call(api.writeActivitySheet, writing), 'refused');
    const right = { sheet_id: before.sheet_id ?? '', reason: '見本' };
    const alone = { id: mintId(), ...right, cells: [{ line: 'home_care', now: 2 }] };
    expect((await expectRefusal(chair.call(api.correctActivitySheet, alone), 'invalid')).message).toContain(
      '分野別',
    );
    const both = [...alone.cells, { line: 'elderly', now: 5 }];
    await expectRefusal(
      chair.call(api.correctActivitySheet, { ...alone, cells: both, reason: ' ' }),
      'invalid',
    );
    await expectRefusal(
      town.as('tanaka').call(api.correctActivitySheet, { ...alone, cells: both }),
      'not_found',
    );
    await chair.call(api.correctActivitySheet, { ...alone, cells: both });
    const { tables, corrections } = await chair.call(api.readActivitySheet, sent);
    expect(tables).toEqual(before.tables);
    expect(corrections[0]?.cells).toEqual([
      { line: 'home_care', was: 1, now: 2 },
      { line: 'elderly', was: 4, now: 5 },
    ]);
    const district = await tsutsumi.call(api.readActivityDistrict, inDistrict);
    const content = district.tables.find(({ code }) => code === 'content');
    expect(content?.columns.map(({ code }) => code)).toEqual(['sent', 'now']);
    expect((content?.sum[1] ?? 0) - (content?.sum[0] ?? 0)).toBe(1);
    await expectSameDigits('tsutsumi', { of: 'district', ...inDistrict }, district.tables, '訂正');
  });
});

describe('the chair', () => {
  const january = { district: id('district:鳥飼'), month: '2026-01' };

  test('sends nothing while somebody is missing; a month of zeros is handed in like any other', async () => {
    const sending = { id: mintId(), district_id: january.district, month: january.month };
    const refused = await expectRefusal(chair.call(api.sendActivityMonth, sending), 'refused');
    expect(refused.message).toContain('田中');
    const zeros = await chair.call(api.readActivitySheet, { post: id('post:hirata'), month: december });
    expect(zeros.state).toBe('sent');
    expect(zeros.tables.every(({ sum }) => sum.every((n) => n === 0))).toBe(true);
    expect(zeros.entered).toMatchObject({ by_self: false, by_name: '松尾（見本）' });
  });

  test('is of one district; 主任児童委員 have no block that is not asked of them', async () => {
    const other = { post: id('post:yoshida'), month: january.month };
    await expectRefusal(chair.call(api.readActivitySheet, other), 'not_found');
    await expectRefusal(
      town.as('tanaka').call(api.readActivitySheet, { ...other, post: id('post:ishii') }),
      'not_found',
    );
    const child = await chair.call(api.readActivitySheet, { post: id('post:ishii'), month: january.month });
    expect(child.tables.map(({ code }) => code)).toEqual(['content', 'field', 'other', 'liaison', 'days']);
    const area = await chair.call(api.readActivitySheet, { post: id('post:tanaka'), month: january.month });
    expect(area.tables.map(({ code }) => code)).toContain('visits');
  });
});

test('a rule that takes other hats in counts a visit under two hats once; it begins in a month to come', async () => {
  const { usual } = await tsutsumi.call(api.listActivityRules, {});
  const rule = { ...usual, visits: { ...usual.visits, hats: ['commissioner' as const, 'visitor' as const] } };
  const setting = { id: mintId(), after_version: 0, from_month: '2026-02', rule, note: '見本' };
  await expectRefusal(tsutsumi.call(api.setActivityRule, setting), 'invalid');
  await tsutsumi.call(api.setActivityRule, { ...setting, from_month: '2026-03' });
  town.clock.now = new Date('2026-03-31T20:00:00+09:00');
  const homes = await look<{ id: string }>(
    'select household_id as id from household_assignments where post_id = $1 order by 1',
    [id('post:tanaka')],
  );
  const [one = '', two = ''] = homes.map((home) => home.id);
  for (const household_id of [one, two])
    await town.as('furukawa').call(assignHousehold, {
      id: mintId(),
      household_id,
      post_id: id('post:tanaka-visitor'),
      starts_on: '2026-03-01',
    });
  const visit = (who: string, household_id: string, day: string) =>
    town.as(who).call(recordVisit, {
      id: mintId(),
      household_id,
      visited_on: day,
      channel: 'face',
      contact: 'met',
    });
  await visit('tanaka', one, '2026-03-05');
  await visit('tanaka-visitor', one, '2026-03-05');
  await visit('tanaka-visitor', two, '2026-03-06');
  const read = await town
    .as('tanaka')
    .call(api.readActivitySheet, { post: id('post:tanaka'), month: '2026-03' });
  expect(read.tables.find(({ code }) => code === 'visits')?.sum).toEqual([2, 0, 2]);
  expect(read.visit_days).toEqual([5, 6]);
  expect(read.rule).toEqual({ version: 1, from_month: '2026-03' });
});

test('who leaves in the middle of a month still hands it in', async () => {
  await town.as('shiraishi').call(endPost, {
    ...{ id: id('post:yoshida'), how: 'on_day' as const, ends_on: '2026-03-31', reason: '見本' },
  });
  town.clock.now = new Date('2026-04-02T10:00:00+09:00');
  const yoshida = town.as('yoshida');
  const of = { post_id: id('post:yoshida'), month: '2026-03' };
  const added = { own_work: 2 };
  await yoshida.call(api.writeActivitySheet, { id: mintId(), ...of, added, days: [3, 4] });
  await yoshida.call(api.handInActivitySheet, { id: mintId(), ...of, follows: 1 });
  const { state } = await yoshida.call(api.readActivitySheet, { post: of.post_id, month: of.month });
  expect(state).toBe('handed_in');
});
