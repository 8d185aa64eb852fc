import { expect, test } from 'vitest';
import { takeOverIntakes } from '#domains/encounters/api.ts';
import * as encounters from '#domains/encounters/commands.ts';
import { compactTally } from '#domains/encounters/jobs.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown, type Town } from '../../test/town.ts';
import { fixPeriod } from './api.ts';

const intake = (day: string) => ({
  rows: [{ id: mintId(), occurred_on: day, channel: 'phone' as const, district_id: null }],
  late_reason: '遅れて届いた',
});

/** What counts, what was kept at the fixing (total and cells), and what came later, all from the tables themselves. */
async function readBalance(town: Town) {
  const [row] = await town.look<{ counts: number; kept: number; cells: number; later: number }>(
    `with kept as (select month, value from figure_snapshots where fiscal_year = 2024 and indicator_id = $1)
     select (select count(*)::int from encounters
        where kind = 'intake' and occurred_on < '2025-04-01') as counts,
      (select value::int from kept where month is null) as kept,
      (select sum(value)::int from kept where month is not null) as cells,
      (select coalesce(sum(n), 0)::int from later_additions where kind = 'intake') as later`,
    [town.id('indicator:intakes')],
  );
  return row;
}

test('a fixing waits for a record that is being written, and counts it', async () => {
  const town = await openTown('cast');
  let commit = () => {};
  let began = () => {};
  const started = new Promise<void>((done) => {
    began = done;
  });
  const post = { kind: 'post', post: town.id('post:nakajima') } as const;
  const writing = town.database.as(post, 'takeOverIntakes', async (db, act) => {
    await encounters.takeOverIntakes(db, intake('2024-05-10'), act);
    began();
    await new Promise<void>((done) => {
      commit = done;
    });
  });
  await started;
  let fixed = false;
  const fixing = town
    .as('tsutsumi')
    .call(fixPeriod, { fiscal_year: 2024, reason: '試験' })
    .then(() => {
      fixed = true;
    });
  await new Promise((done) => setTimeout(done, 150));
  expect(fixed).toBe(false);
  commit();
  await Promise.all([writing, fixing]);
  expect(await readBalance(town)).toEqual({ counts: 1, kept: 1, cells: 1, later: 0 });
});

test('with writers and the compactor at work, what was kept and what came later are what counts, to the row', async () => {
  const town = await openTown('cast');
  let going = true;
  let recorded = 0;
  const write = async () => {
    while (going) {
      const month = String(4 + (recorded++ % 9)).padStart(2, '0');
      await town.as('nakajima').call(takeOverIntakes, intake(`2024-${month}-15`));
    }
  };
  const compact = async () => {
    while (going) {
      await compactTally(town.database);
      await new Promise((done) => setTimeout(done, 10));
    }
  };
  const work = [write(), write(), write(), compact()];
  await new Promise((done) => setTimeout(done, 400));
  await town.as('tsutsumi').call(fixPeriod, { fiscal_year: 2024, reason: '試験' });
  await new Promise((done) => setTimeout(done, 300));
  going = false;
  await Promise.all(work);
  const balance = await readBalance(town);
  expect(balance?.later).toBeGreaterThan(0);
  expect(balance?.kept).toBe(balance?.cells);
  expect(balance?.counts).toBe((balance?.kept ?? 0) + (balance?.later ?? 0));
});
