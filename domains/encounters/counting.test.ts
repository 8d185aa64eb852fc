import pg from 'pg';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { correctVisit, handInTallySheet, recordVisit, withdrawVisit } from '#domains/visits/api.ts';
import { channels } from '#domains/visits/model.ts';
import type { Db } from '#platform/db.ts';
import { type Sql, sql, toStatement } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown, RefusedCall, type Town } from '../../test/town.ts';
import { changeCountingMode } from './api.ts';
import { compactTally } from './jobs.ts';
import { countEncounters } from './queries.ts';

const anything = {
  kinds: ['visit'],
  roles: null,
  channels: null,
  contacts: null,
  sources: ['single', 'sheet'],
} as const;
const year = { from: '2025-04', until: '2026-03' };
const cellRow = z.object({ district_id: z.uuid(), month: z.string(), channel: z.string(), n: z.int() });

/** The same figure, counted row by row: encounters not withdrawn and newest sheets, each where its mode is in force. */
const byCounting = sql`
  with modes as (select distinct on (m.district_id, m.group_id, g.month) m.district_id, m.group_id, g.month::date as month, m.mode
    from counting_modes m
    cross join generate_series('2025-04-01'::date, '2026-03-01'::date, interval '1 month') g(month)
    where m.from_month <= g.month
    order by m.district_id, m.group_id, g.month, m.decided_at desc, m.id desc),
  rows as (
    select e.district_id, e.group_id, date_trunc('month', e.occurred_on)::date as month, e.channel, 'single' as source, 1 as n
    from encounters e
    where e.kind = 'visit' and e.occurred_on between '2025-04-01' and '2026-03-31'
      and not exists (select from encounter_withdrawals w where w.encounter_id = e.id)
    union all
    select s.district_id, s.group_id, s.month, c.channel, 'sheet', c.n
    from (select distinct on (district_id, group_id, month) * from tally_sheets order by district_id, group_id, month, version desc) s
    join tally_sheet_counts c on c.sheet_id = s.id
    where s.month between '2025-04-01' and '2026-03-01')
  select r.district_id, to_char(r.month, 'YYYY-MM') as month, r.channel, sum(r.n)::int as n
  from rows r left join modes m using (district_id, group_id, month)
  where r.source = coalesce(m.mode, 'single')
  group by 1, 2, 3 having sum(r.n) <> 0
  order by 2, 1, 3`;

/** A planner who looks at one moment: several statements of the same snapshot. */
async function lookOnce<T>(town: Town, work: (db: Pick<Db, 'all'>) => Promise<T>): Promise<T> {
  const client = new pg.Client(town.appLogin);
  await client.connect();
  await client.query('begin isolation level repeatable read');
  await client.query('select gate.enter_as_post($1, null, $2)', [town.id('post:tsutsumi'), town.clock.now]);
  const all = async <S extends z.ZodType>(row: S, query: Sql) =>
    (await client.query(toStatement(query))).rows.map((r) => row.parse(r));
  try {
    return await work({ all });
  } finally {
    await client.end();
  }
}

async function compareNow(town: Town): Promise<number> {
  return lookOnce(town, async (db) => {
    const counted = await countEncounters(db as Db, anything, year, ['district', 'month', 'channel']);
    const truth = await db.all(cellRow, byCounting);
    expect(counted).toEqual(truth);
    const grains = [
      await countEncounters(db as Db, anything, year),
      await countEncounters(db as Db, anything, year, ['month']),
      await countEncounters(db as Db, { ...anything, channels }, year, ['district']),
    ];
    const sum = truth.reduce((total, { n }) => total + n, 0);
    for (const cells of grains) expect(cells.reduce((total, { n }) => total + n, 0)).toBe(sum);
    return sum;
  });
}

test('a figure read at any moment is what counting the rows would give, whoever writes meanwhile', {
  timeout: 120_000,
}, async () => {
  const town = await openTown('cast');
  const rounds = 14;
  let going = true;
  const day = (k: number) =>
    `2025-${String(4 + (k % 9)).padStart(2, '0')}-${String(1 + (k % 27)).padStart(2, '0')}`;

  const visits = async (who: string, key: string, start: number) => {
    for (let k = 0; k < rounds; k++) {
      const visit = {
        id: mintId(),
        household_id: town.id(`household:${key}`),
        visited_on: day(start + k),
        channel: channels[(start + k) % channels.length] ?? 'face',
        contact: 'met' as const,
      };
      await town.as(who).call(recordVisit, visit);
      if (k % 3 > 0) {
        const to = {
          ...visit,
          visited_on: day(start + k * 2),
          channel: 'phone' as const,
          version: 1,
          reason: '直した',
        };
        await town.as(who).call(correctVisit, to);
      }
      if (k % 4 === 0)
        await town.as(who).call(withdrawVisit, { id: visit.id, version: k % 3 > 0 ? 2 : 1, reason: '二重' });
    }
  };
  const sheets = async (district: string) => {
    for (let k = 0; k < rounds; k++) {
      const sheet = {
        id: mintId(),
        district_id: town.id(`district:${district}`),
        group_id: town.id(`body:${district}`),
        month: day(k >> 1).slice(0, 7),
        follows: k % 2,
        counts: { face: 10 + k, letter: k % 2 ? 0 : 3 },
        counted_by: '見本',
        reason: k % 2 ? '数えなおした' : null,
      };
      // Refused while the month counts single visits.
      await town
        .as('ogata')
        .call(handInTallySheet, sheet)
        .catch((error: unknown) => {
          if (!(error instanceof RefusedCall) || error.code !== 'refused') throw error;
        });
    }
  };
  const changeOver = async (district: string) => {
    for (let k = 0; k < 6; k++) {
      town.clock.now = new Date(town.clock.now.getTime() + 1000);
      await town.as('ogata').call(changeCountingMode, {
        id: mintId(),
        district_id: town.id(`district:${district}`),
        group_id: town.id(`body:${district}`),
        from_month: day(k * 2).slice(0, 7),
        mode: k % 2 ? 'single' : 'sheet',
        reason: '試験',
      });
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const compact = async () => {
    while (going) await compactTally(town.database);
  };
  const sums: number[] = [];
  const look = async () => {
    while (going) sums.push(await compareNow(town));
  };

  const watching = [compact(), compact(), look()];
  await Promise.all([
    visits('koga', '鳥飼:3', 0),
    visits('koga', '鳥飼:4', 5),
    visits('sakai', '草野:1', 2),
    visits('furukawa', '鳥飼:5', 9),
    sheets('荒木'),
    sheets('津福'),
    changeOver('鳥飼'),
    changeOver('荒木'),
  ]);
  going = false;
  await Promise.all(watching);
  await compactTally(town.database);
  expect(sums.length).toBeGreaterThan(3);
  expect(await compareNow(town)).toBeGreaterThan(0);
  expect(await town.look('select count(*)::int as n from encounter_tally')).toEqual([{ n: 0 }]);
});

test('the compactor neither waits for a writer nor makes one wait', async () => {
  const town = await openTown('cast');
  // What the cast's own records left is folded away first.
  await compactTally(town.database);
  const before = await compareNow(town);
  const visit = {
    household_id: town.id('household:鳥飼:3'),
    visited_on: '2026-01-15',
    channel: 'face' as const,
    contact: 'met' as const,
  };
  await town.as('koga').call(recordVisit, { ...visit, id: mintId() });
  const writer = new pg.Client(town.owner);
  await writer.connect();
  await writer.query('begin');
  await writer.query(
    `insert into encounter_tally (month, district_id, group_id, kind, channel, contact, role, source, n)
     select month, district_id, group_id, kind, channel, contact, role, source, n from encounter_tally`,
  );
  expect(await compactTally(town.database)).toBe(1);
  const folding = new pg.Client(town.owner);
  await folding.connect();
  await folding.query('begin');
  await folding.query('delete from encounter_tally');
  await town.as('koga').call(recordVisit, { ...visit, id: mintId() });
  await folding.query('rollback');
  await writer.query('rollback');
  expect(await compareNow(town)).toBe(before + 2);
  await writer.end();
  await folding.end();
});
