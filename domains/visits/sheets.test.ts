import { describe, expect, test } from 'vitest';
import { changeCountingMode, readCountingModes } from '#domains/encounters/api.ts';
import { countEncounters } from '#domains/encounters/queries.ts';
import { fixPeriod } from '#domains/plan/api.ts';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import {
  handInTallySheet,
  readTallyMonth,
  readTallyScan,
  readTallySheet,
  readVisit,
  recordVisit,
} from './api.ts';

const town = await openTown('cast');
const rule = {
  kinds: ['visit'],
  roles: null,
  channels: null,
  contacts: null,
  sources: ['single', 'sheet'],
} as const;
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

function sheet(district: string, month: string, more: Partial<InputOf<typeof handInTallySheet>> = {}) {
  return {
    id: mintId(),
    district_id: town.id(`district:${district}`),
    group_id: town.id(`body:${district}`),
    month,
    counts: { face: 30, phone: 8 },
    counted_by: `${district}校区ふれあいの会`,
    ...more,
  };
}

async function countOf(month: string, district: string): Promise<number> {
  const planner = { kind: 'post', post: town.id('post:tsutsumi') } as const;
  const cells = await town.database.as(planner, 'test', (db) =>
    countEncounters(db, rule, { from: month, until: month }, ['district']),
  );
  return cells.find(({ district_id }) => district_id === town.id(`district:${district}`))?.n ?? 0;
}

const place = (district: string, month: string) => ({
  district: town.id(`district:${district}`),
  group: town.id(`body:${district}`),
  month,
});

describe('a tally sheet', () => {
  test('counts by channel; a corrected one counts only by what it changes, and both stay readable', async () => {
    const gatherer = town.as('ogata');
    await gatherer.call(handInTallySheet, sheet('荒木', '2025-10'));
    expect(await countOf('2025-10', '荒木')).toBe(38);
    const corrected = sheet('荒木', '2025-10', { follows: 1, counts: { face: 31 }, reason: '数えなおした' });
    await gatherer.call(handInTallySheet, corrected);
    expect(await countOf('2025-10', '荒木')).toBe(31);
    const read = await town.as('ogata').call(readTallySheet, place('荒木', '2025-10'));
    expect(read.sheets.map(({ version, total, reason }) => ({ version, total, reason }))).toEqual([
      { version: 2, total: 31, reason: '数えなおした' },
      { version: 1, total: 38, reason: null },
    ]);
  });

  test('handed in from two sides at once counts once, and the second one is told what stands there', async () => {
    const tries = [town.as('ogata'), town.as('ogata')].map((who, i) =>
      who.call(handInTallySheet, sheet('荒木', '2025-09', { counts: { face: 20 + i } })),
    );
    const done = await Promise.allSettled(tries);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const first = done[0]?.status === 'fulfilled' ? 20 : 21;
    expect(await countOf('2025-09', '荒木')).toBe(first);
    const refused = await expectRefusal(
      town.as('ogata').call(handInTallySheet, sheet('荒木', '2025-09', { counts: { face: 5 } })),
      'refused',
    );
    expect(refused.fields['counts.face']).toBe(`今の内容: ${first}　あなたの入力: 5`);
    expect(refused.message).toContain('荒木校区ふれあいの会');
  });

  test('is corrected only with a reason, never for a month to come, and never from a version that nobody handed in', async () => {
    const ogata = town.as('ogata');
    await ogata.call(handInTallySheet, sheet('荒木', '2025-08'));
    const bare = await expectRefusal(
      ogata.call(handInTallySheet, sheet('荒木', '2025-08', { follows: 1 })),
      'invalid',
    );
    expect(bare.fields).toHaveProperty('reason');
    await expectRefusal(ogata.call(handInTallySheet, sheet('荒木', '2026-03')), 'invalid');
    await expectRefusal(
      ogata.call(handInTallySheet, sheet('荒木', '2025-08', { follows: 7, reason: 'x' })),
      'refused',
    );
    expect(await countOf('2025-08', '荒木')).toBe(38);
  });

  test('is refused for another district, and where single visits count', async () => {
    await expectRefusal(town.as('furukawa').call(handInTallySheet, sheet('荒木', '2025-07')), 'not_found');
    const crossed = { ...sheet('荒木', '2025-07'), district_id: town.id('district:津福') };
    await expectRefusal(town.as('ogata').call(handInTallySheet, crossed), 'not_found');
    const refused = await expectRefusal(
      town.as('furukawa').call(handInTallySheet, sheet('鳥飼', '2025-07')),
      'refused',
    );
    expect(refused.message).toContain('1件ずつ');
  });

  test('keeps the scanned paper, which is what its bytes say, and shows it to those who gather alone', async () => {
    const scan = { name: '荒木 5月.png', base64: png.toString('base64') };
    const handed = sheet('荒木', '2025-05', { scan });
    await town.as('ogata').call(handInTallySheet, handed);
    const bytes = await town.as('ogata').call(readTallyScan, { id: handed.id });
    expect(Buffer.from(bytes as never)).toEqual(png);
    await expectRefusal(town.as('tsutsumi').call(readTallyScan, { id: handed.id }), 'not_allowed');
    await expectRefusal(town.as('furukawa').call(readTallyScan, { id: handed.id }), 'not_found');
    const read = await town.as('tsutsumi').call(readTallySheet, place('荒木', '2025-05'));
    expect(read.sheets[0]?.scan).toBeNull();
    const page = { name: '紙.png', base64: Buffer.from('<html>').toString('base64') };
    const refused = await expectRefusal(
      town.as('ogata').call(handInTallySheet, sheet('荒木', '2025-04', { scan: page })),
      'invalid',
    );
    expect(refused.fields.scan).toContain('PDF');
    const large = {
      name: '紙.png',
      base64: Buffer.concat([png, Buffer.alloc(4 * 1024 * 1024)]).toString('base64'),
    };
    await expectRefusal(
      town.as('ogata').call(handInTallySheet, sheet('荒木', '2025-04', { scan: large })),
      'invalid',
    );
  });

  test('shows by month who is in and who is missing', async () => {
    const month = await town.as('ogata').call(readTallyMonth, { month: '2025-10' });
    expect(month.groups).toHaveLength(46);
    const of = (district: string) => month.groups.find(({ district_name }) => district_name === district);
    expect(of('荒木')).toMatchObject({ mode: 'sheet', sheet: { version: 2, total: 31 } });
    expect(of('津福')).toMatchObject({ mode: 'sheet', sheet: null });
    expect(of('鳥飼')).toMatchObject({ mode: 'single', sheet: null });
    const own = await town.as('furukawa').call(readTallyMonth, { month: '2025-10' });
    expect(own.groups.map(({ district_name }) => district_name)).toEqual(['鳥飼']);
  });
});

describe('how a group’s month counts', () => {
  test('changes from a month on: what was recorded the other way stays and does not count', async () => {
    const visit = {
      id: mintId(),
      household_id: town.id('household:日吉:1'),
      for_post: town.id('post:gatherer:日吉'),
      visited_on: '2025-11-10',
      channel: 'face' as const,
      contact: 'met' as const,
    };
    const gatherer = town.as('ogata');
    await gatherer.call(recordVisit, visit);
    expect(await countOf('2025-11', '日吉')).toBe(1);
    const change = {
      district_id: town.id('district:日吉'),
      group_id: town.id('body:日吉'),
      mode: 'sheet' as const,
      reason: '名前を出さないことにした',
    };
    await gatherer.call(changeCountingMode, { ...change, id: mintId(), from_month: '2025-11' });
    expect(await countOf('2025-11', '日吉')).toBe(0);
    expect((await gatherer.call(readVisit, { id: visit.id })).counts).toBe(false);
    await gatherer.call(handInTallySheet, sheet('日吉', '2025-11'));
    expect(await countOf('2025-11', '日吉')).toBe(38);
    await expectRefusal(gatherer.call(handInTallySheet, sheet('日吉', '2025-10')), 'refused');
    const read = await gatherer.call(readTallySheet, place('日吉', '2025-11'));
    expect(read).toMatchObject({ mode: 'sheet', singles: { face: 1 } });
    town.clock.now = new Date('2026-02-02T11:00:00+09:00');
    await gatherer.call(changeCountingMode, {
      ...change,
      id: mintId(),
      mode: 'single',
      from_month: '2025-10',
    });
    expect(await countOf('2025-11', '日吉')).toBe(1);
    const { decisions } = await gatherer.call(readCountingModes, { district: change.district_id });
    expect(decisions.map(({ mode }) => mode)).toEqual(['single', 'sheet']);
  });

  test('is changed by who gathers there, and known to everybody in the district', async () => {
    const change = {
      id: mintId(),
      district_id: town.id('district:鳥飼'),
      group_id: town.id('body:鳥飼'),
      from_month: '2025-04',
      mode: 'sheet' as const,
      reason: 'x',
    };
    await expectRefusal(town.as('koga').call(changeCountingMode, change), 'not_allowed');
    await expectRefusal(town.as('kusano-lead').call(changeCountingMode, change), 'not_found');
    expect((await town.as('sakai').call(readCountingModes, {})).decisions).toEqual([]);
    expect((await town.as('tsutsumi').call(readCountingModes, {})).decisions.length).toBeGreaterThan(40);
  });

  test('is not changed for a fixed year, and a sheet that comes after the fixing is a later addition', async () => {
    await town.as('ogata').call(handInTallySheet, sheet('荒木', '2025-03'));
    await town.as('tsutsumi').call(fixPeriod, { fiscal_year: 2024, reason: '試験' });
    const change = {
      id: mintId(),
      district_id: town.id('district:荒木'),
      group_id: town.id('body:荒木'),
      mode: 'single' as const,
      reason: 'x',
    };
    const refused = await expectRefusal(
      town.as('ogata').call(changeCountingMode, { ...change, from_month: '2025-03' }),
      'invalid',
    );
    expect(refused.fields.from_month).toContain('確定');
    await town.as('ogata').call(changeCountingMode, { ...change, from_month: '2026-03' });
    await expectRefusal(town.as('ogata').call(handInTallySheet, sheet('荒木', '2025-02')), 'invalid');
    const late = { counts: { face: 3 }, reason: '遅れて届いた' };
    await town.as('ogata').call(handInTallySheet, sheet('荒木', '2025-02', late));
    await town
      .as('ogata')
      .call(
        handInTallySheet,
        sheet('荒木', '2025-03', { follows: 1, counts: { face: 29, phone: 8 }, reason: '数えなおした' }),
      );
    const additions = await town.look(
      "select to_char(month, 'YYYY-MM') as month, n, source from later_additions order by month",
    );
    expect(additions).toEqual([
      { month: '2025-02', n: 3, source: 'sheet' },
      { month: '2025-03', n: -1, source: 'sheet' },
    ]);
  });
});
