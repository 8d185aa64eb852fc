import { describe, expect, test } from 'vitest';
import { countEncounters } from '#domains/encounters/queries.ts';
import { readGroupMonth } from '#domains/groups/api.ts';
import { listSheetRequests, requestSheets } from '#domains/groups/request-api.ts';
import { fixPeriod } from '#domains/plan/api.ts';
import { handInTallySheet, readTallyMonth, readTallySheet } from '#domains/visits/sheet-api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import { sendLedger, takeIn } from './rig.ts';

const town = await openTown('cast');
const ogata = town.as('ogata');
const reason = '別の月の台帳だった';
const rule = {
  kinds: ['visit'],
  roles: null,
  channels: null,
  contacts: null,
  sources: ['single', 'sheet'],
} as const;

const placeOf = (district: string) => ({
  district_id: town.id(`district:${district}`),
  group_id: town.id(`body:${district}`),
});

async function takeInTally(
  district: string,
  month: string,
  n: number,
  why: string | null = null,
): Promise<string> {
  const file = `校区,年月,方法,件数\r\n${district},${month},対面,${n}\r\n`;
  return takeIn(town, 'ogata', await sendLedger(town, 'ogata', 'tally', file), { reason: why });
}

async function countOf(district: string, month: string): Promise<number> {
  const planner = { kind: 'post', post: town.id('post:tsutsumi') } as const;
  const cells = await town.database.as(planner, 'test', (db) =>
    countEncounters(db, rule, { from: month, until: month }, ['district']),
  );
  return cells.find(({ district_id }) => district_id === town.id(`district:${district}`))?.n ?? 0;
}

function readSheet(district: string, month: string) {
  const { district_id, group_id } = placeOf(district);
  return ogata.call(readTallySheet, { district: district_id, group: group_id, month });
}

async function standsIn(district: string, month: string): Promise<number | null> {
  const { groups } = await ogata.call(readTallyMonth, { month });
  return (
    groups.find(({ district_id }) => district_id === town.id(`district:${district}`))?.sheet?.total ?? null
  );
}

describe('a tally ledger that is taken back', () => {
  test('leaves a month that nobody had handed in missing, and its figure as it was before', async () => {
    const taken = await takeInTally('荘島', '2025-12', 10);
    expect([await standsIn('荘島', '2025-12'), await countOf('荘島', '2025-12')]).toEqual([10, 10]);
    await ogata.call(api.withdrawLedgerImport, { id: taken, reason });
    expect([await standsIn('荘島', '2025-12'), await countOf('荘島', '2025-12')]).toEqual([null, 0]);
    const { sheets } = await readSheet('荘島', '2025-12');
    expect(sheets.map((one) => [one.version, one.withdrawn, one.total, one.reason])).toEqual([
      [2, true, 0, reason],
      [1, false, 10, null],
    ]);
    const grid = await ogata.call(readGroupMonth, { group: town.id('body:荘島'), month: '2025-12' });
    expect(grid.sheet).toBeNull();
    const receipt = await ogata.call(api.readLedgerImport, { id: taken });
    expect(receipt.withdrawal?.reason).toBe(reason);
    await expectRefusal(ogata.call(api.withdrawLedgerImport, { id: taken, reason: '二度目' }), 'refused');
  });

  test('lets the group be asked for the month again', async () => {
    const taken = await takeInTally('御井', '2025-12', 4);
    const ask = { month: '2025-12', way: 'letter' as const, words: null };
    const requests = () => [{ id: mintId(), ...placeOf('御井') }];
    await expectRefusal(ogata.call(requestSheets, { ...ask, requests: requests() }), 'refused');
    await ogata.call(api.withdrawLedgerImport, { id: taken, reason });
    await ogata.call(requestSheets, { ...ask, requests: requests() });
    const waiting = await ogata.call(listSheetRequests, { month: '2025-12' });
    expect(waiting.requests.map(({ district_id }) => district_id)).toEqual([town.id('district:御井')]);
  });

  test('lets the month be handed in anew, by hand or by ledger, as if nothing had been there', async () => {
    await ogata.call(api.withdrawLedgerImport, { id: await takeInTally('南薫', '2025-12', 3), reason });
    const sheet = { ...placeOf('南薫'), month: '2025-12', counts: { face: 5 }, counted_by: '南薫' };
    const stale = ogata.call(handInTallySheet, { id: mintId(), ...sheet, follows: 2, reason: '直した' });
    await expectRefusal(stale, 'refused');
    await ogata.call(handInTallySheet, { id: mintId(), ...sheet });
    expect([await standsIn('南薫', '2025-12'), await countOf('南薫', '2025-12')]).toEqual([5, 5]);

    await ogata.call(api.withdrawLedgerImport, { id: await takeInTally('篠山', '2025-12', 3), reason });
    await ogata.call(api.withdrawLedgerImport, { id: await takeInTally('篠山', '2025-12', 6), reason });
    await takeInTally('篠山', '2025-12', 7);
    const { sheets } = await readSheet('篠山', '2025-12');
    expect(sheets.map((one) => [one.version, one.withdrawn])).toEqual([
      [5, false],
      [4, true],
      [3, false],
      [2, true],
      [1, false],
    ]);
    expect(await countOf('篠山', '2025-12')).toBe(7);
  });

  test('puts back what stood there before', async () => {
    await takeInTally('京町', '2025-12', 10);
    const taken = await takeInTally('京町', '2025-12', 12, '書きまちがい');
    await ogata.call(api.withdrawLedgerImport, { id: taken, reason });
    expect([await standsIn('京町', '2025-12'), await countOf('京町', '2025-12')]).toEqual([10, 10]);
  });

  test('leaves what was fixed standing, and says as a later addition what it took back', async () => {
    const before = await takeInTally('荒木', '2025-02', 8);
    await town.as('tsutsumi').call(fixPeriod, { fiscal_year: 2024, reason: '試験' });
    const late = await takeInTally('荒木', '2025-03', 9, '遅れて届いた');
    const additions = () =>
      town.look(
        `select to_char(month, 'MM') as month, sum(n)::int as n from later_additions group by 1 order by 1`,
      );
    expect(await additions()).toEqual([{ month: '03', n: 9 }]);
    await ogata.call(api.withdrawLedgerImport, { id: late, reason });
    await ogata.call(api.withdrawLedgerImport, { id: before, reason });
    expect(await additions()).toEqual([
      { month: '02', n: -8 },
      { month: '03', n: 0 },
    ]);
    expect([await standsIn('荒木', '2025-02'), await standsIn('荒木', '2025-03')]).toEqual([null, null]);
  });
});
