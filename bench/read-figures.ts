import pg from 'pg';
import { compactTally } from '#domains/encounters/jobs.ts';
import { countEncounters, countRecorded } from '#domains/encounters/queries.ts';
import { idOf } from '#domains/sample-town.ts';
import { Database, type Db } from '#platform/db.ts';
import { putLoad } from './load.ts';
import { port, type Stage } from './stage.ts';
import { countRows, fillVisits, grownTown } from './volume.ts';

const rule = {
  kinds: ['visit'],
  roles: ['visitor', 'gatherer'],
  channels: null,
  contacts: null,
  sources: ['single', 'sheet'],
} as unknown as Parameters<typeof countEncounters>[1];
const year = { from: '2025-04', until: '2026-03' } as Parameters<typeof countEncounters>[2];

/** W4: district × month of a year, as the planner, at 250,000, 1 and 3 million single visits. */
export async function readFigures(stage: Stage): Promise<string[]> {
  const lines = [
    '## W4 District × month of a year, by single visits in the town',
    '',
    'Milliseconds of the counting query as the planner, row-level security on, median of 50, after compaction; the whole operation',
    'through HTTP beside it. Exact: the sum equals counting the rows.',
    '',
    '| single visits | query ms | by channel too ms | operation ms | compaction s | sum | rows counted | exact |',
    '|---|---|---|---|---|---|---|---|',
  ];
  const pool = new pg.Pool({ ...stage.app, max: 4 });
  const database = new Database(pool, () => new Date('2026-02-02T10:00:00+09:00'));
  const asPlanner = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    database.as({ kind: 'post', post: idOf('post:tsutsumi') }, 'bench', (db) => work(db));
  const headers = await stage.bearer('tsutsumi');
  for (const target of [250_000, 1_000_000, grownTown]) {
    const there = await fillVisits(stage.owner, target);
    const from = performance.now();
    await compactTally(database);
    const compaction = Math.round((performance.now() - from) / 100) / 10;
    await stage.spy.query('vacuum analyze encounter_tally');
    await stage.spy.query('vacuum analyze encounter_totals');
    const plain = await medianOf(50, () =>
      asPlanner((db) => countEncounters(db, rule, year, ['district', 'month'])),
    );
    const byChannel = await medianOf(50, () =>
      asPlanner((db) => countEncounters(db, rule, year, ['district', 'month', 'channel'])),
    );
    const whole = await putLoad(port, 1, 3, () => ({
      method: 'GET',
      path: '/api/plans/kurume-1/indicators/visits?year=2025',
      headers,
    }));
    const single = { ...rule, sources: ['single'] } as typeof rule;
    const cells = await asPlanner((db) => countRecorded(db, single, year));
    const sum = cells.reduce((all, cell) => all + cell.n, 0);
    const counted = await countRows(stage.owner);
    lines.push(
      `| ${there} | ${plain} | ${byChannel} | ${whole.p50} | ${compaction} | ${sum} | ${counted} | ${sum === counted ? 'yes' : 'NO'} |`,
    );
  }
  await pool.end();
  return lines;
}

/** Milliseconds of the middle one of so many runs. */
async function medianOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const from = performance.now();
    await work();
    took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  return Math.round((took[Math.floor(times / 2)] ?? 0) * 100) / 100;
}
