import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { compactTally } from '#domains/encounters/jobs.ts';
import { countEncounters, countRecorded } from '#domains/encounters/queries.ts';
import { idOf } from '#domains/sample-town.ts';
import { Database } from '#platform/db.ts';
import { projectFolder } from '#platform/house.ts';
import { mintId } from '#platform/uuid.ts';
import { dropFloorTables, makeFloorTables, writeFloorVisit } from './floor.ts';
import { middle, putLoad, ratio, type Shot } from './load.ts';
import { describeMachine, measureMemory, today } from './machine.ts';
import { findLogins, giveToken, startServer } from './town.ts';
import { countRows, fillVisits } from './volume.ts';

/**
 * `npm run bench`: every figure beside its floor, measured in the same run on the same database. It writes
 * `bench/results.md` and never fails because of a figure.
 */
const port = 3900;
const seconds = Number(process.env.BENCH_SECONDS ?? 6);
const base = mkdtempSync(join(tmpdir(), 'kanaeau-bench-'));
chmodSync(base, 0o755);
const folder = join(base, 'data');
const torikai = idOf('district:鳥飼');
const lines: string[] = [];
const say = (line: string) => {
  lines.push(line);
  console.log(line);
};

process.on('exit', () => rmSync(base, { recursive: true, force: true }));

const firstStart = await startServer(folder, port);
await firstStart.stop();

const starts: number[] = [];
for (let i = 0; i < 5; i++) {
  const started = await startServer(folder, port, { KANAEAU_POOL: '4' });
  starts.push(started.readyAfter);
  await started.stop();
}
const small = await startServer(folder, port, { KANAEAU_POOL: '4' });
await warm(small.port);
await pause(15_000);
const memory = measureMemory(small.child.pid ?? 0);
await small.stop();

const server = await startServer(folder, port);
const logins = findLogins(folder);
const spy = new pg.Client(logins.owner);
await spy.connect();
const version = (await spy.query('show server_version')).rows[0].server_version as string;
await makeFloorTables(logins.owner);
const floor = spawn(
  process.execPath,
  [join(projectFolder, 'bench/floor-serve.ts'), JSON.stringify(logins.app)],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
const floorPort = await new Promise<number>((done) =>
  floor.stdout?.once('data', (text: Buffer) => done(Number(text.toString().trim()))),
);
const koga = { authorization: `Bearer ${await giveToken(logins.owner, 'koga')}` };
const furukawa = { authorization: `Bearer ${await giveToken(logins.owner, 'furukawa')}` };
const doors = (
  await spy.query('select household_id from household_assignments where post_id = $1', [idOf('post:koga')])
).rows.map((row) => row.household_id as string);

say('# Bench results');
say('');
say(
  `Measured ${today()} with \`npm run bench\` on ${describeMachine(version)}. Load generator, server and database share`,
);
say('the machine. Each figure stands beside its floor of the same run; read ratios, not absolutes.');
say('');
say('## W1 Record a visit through the API');
say('');
say(
  'Ours: sign-in by token, gate, validation, visit, encounter, who took part, count, audit row, memory of the call, one',
);
say(
  'transaction. Floor: `node:http` + driver, one visit and one audit row. Bare driver: the same without HTTP, in this process.',
);
say('');
say('| clients | ours /s | p50 ms | p99 ms | HTTP floor /s | p50 ms | bare driver /s | ours ÷ HTTP floor |');
say('|---|---|---|---|---|---|---|---|');
let n = 0;
for (const clients of [1, 8, 32]) {
  await putLoad(port, clients, 1, ourVisit);
  await putLoad(floorPort, clients, 1, floorVisit);
  const rounds = [];
  for (let i = 0; i < 3; i++) {
    rounds.push({
      ours: await putLoad(port, clients, seconds / 3, ourVisit),
      floor: await putLoad(floorPort, clients, seconds / 3, floorVisit),
      driver: await driverRate(clients, seconds / 3),
    });
  }
  const ours = middle(rounds.map((r) => r.ours));
  const beside = middle(rounds.map((r) => r.floor));
  const driver = rounds.map((r) => r.driver).sort((a, b) => a - b)[1] ?? 0;
  say(
    `| ${clients} | ${ours.perSecond} | ${ours.p50} | ${ours.p99} | ${beside.perSecond} | ${beside.p50} | ${driver} | ${ratio(ours, beside)} |`,
  );
  if (ours.failed > 0) say(`| | ${ours.failed} failed | | | | | | |`);
}
say('\n## W2 List of 50 visits');
say('');
say('| reader | ours /s | p50 ms | HTTP floor /s | p50 ms | ours ÷ floor |');
say('|---|---|---|---|---|---|');
for (const [reader, headers] of [
  ['visitor, own round', koga],
  ['gatherer, district', furukawa],
] as const) {
  const list = (): Shot => ({ method: 'GET', path: '/api/visits?limit=50', headers });
  const bare = (): Shot => ({ method: 'GET', path: `/?district=${torikai}` });
  await fillFloor();
  await putLoad(port, 8, 1, list);
  const ours = await putLoad(port, 8, seconds, list);
  const beside = await putLoad(floorPort, 8, seconds, bare);
  say(
    `| ${reader} | ${ours.perSecond} | ${ours.p50} | ${beside.perSecond} | ${beside.p50} | ${ratio(ours, beside)} |`,
  );
}
floor.kill();
await dropFloorTables(logins.owner);

say('');
say('## W4 District × month of a year, by single visits in the town');
say('');
say(
  'Milliseconds of the counting query as the planner, row-level security on, median of 50, after compaction; the whole operation',
);
say('through HTTP beside it. Exact: the sum equals counting the rows.');
say('');
say(
  '| single visits | query ms | by channel too ms | operation ms | compaction s | sum | rows counted | exact |',
);
say('|---|---|---|---|---|---|---|---|');
const pool = new pg.Pool({ ...logins.app, max: 4 });
const database = new Database(pool, () => new Date('2026-02-02T10:00:00+09:00'));
const planner = { authorization: `Bearer ${await giveToken(logins.owner, 'tsutsumi')}` };
const rule = {
  kinds: ['visit'],
  roles: ['visitor', 'gatherer'],
  channels: null,
  contacts: null,
  sources: ['single', 'sheet'],
} as unknown as Parameters<typeof countEncounters>[1];
const year = { from: '2025-04', until: '2026-03' } as Parameters<typeof countEncounters>[2];
for (const target of [250_000, 1_000_000, 3_000_000]) {
  const there = await fillVisits(logins.owner, target);
  const from = performance.now();
  await compactTally(database);
  const compaction = Math.round((performance.now() - from) / 100) / 10;
  await spy.query('vacuum analyze encounter_tally');
  await spy.query('vacuum analyze encounter_totals');
  const plain = await medianOf(50, () =>
    asPlanner((db) => countEncounters(db, rule, year, ['district', 'month'])),
  );
  const byChannel = await medianOf(50, () =>
    asPlanner((db) => countEncounters(db, rule, year, ['district', 'month', 'channel'])),
  );
  const whole = await putLoad(port, 1, 3, () => ({
    method: 'GET',
    path: '/api/plans/kurume-1/indicators/visits?year=2025',
    headers: planner,
  }));
  const single = { ...rule, sources: ['single'] } as typeof rule;
  const cells = await asPlanner((db) => countRecorded(db, single, year));
  const sum = cells.reduce((all, cell) => all + cell.n, 0);
  const counted = await countRows(logins.owner);
  say(
    `| ${there} | ${plain} | ${byChannel} | ${whole.p50} | ${compaction} | ${sum} | ${counted} | ${sum === counted ? 'yes' : 'NO'} |`,
  );
}
await pool.end();

say('');
say('## W2 again, with 3 million visits in the town');
say('');
say('| reader | ours /s | p50 ms | p99 ms |');
say('|---|---|---|---|');
for (const [reader, headers] of [
  ['visitor, own round', koga],
  ['gatherer, district', furukawa],
] as const) {
  const big = await putLoad(port, 8, seconds, () => ({
    method: 'GET',
    path: '/api/visits?limit=50',
    headers,
  }));
  say(`| ${reader} | ${big.perSecond} | ${big.p50} | ${big.p99} |`);
}
await spy.end();
await server.stop();

say('');
say('## W6 Start and memory');
say('');
say(
  `First start with the sample town planted: ${(firstStart.readyAfter / 1000).toFixed(1)} s from process start to /readyz, assets built.`,
);
say(`Later starts, data there: ${starts.sort((a, b) => a - b).join(', ')} ms.`);
say(`Idle memory, PSS of all processes (server and PostgreSQL, pool of 4, without npm): ${memory} MiB.`);
writeFileSync(join(projectFolder, 'bench/results.md'), `${lines.join('\n')}\n`);
process.exit(0);

function ourVisit(): Shot {
  n += 1;
  return {
    method: 'POST',
    path: '/api/visits',
    headers: { ...koga, 'x-kanaeau-call': mintId() },
    body: JSON.stringify({
      id: mintId(),
      household_id: doors[n % doors.length],
      visited_on: '2026-02-01',
      channel: 'face',
      contact: 'met',
      condition: 'usual',
    }),
  };
}

function floorVisit(): Shot {
  n += 1;
  const visit = {
    id: mintId(),
    household_id: doors[n % doors.length],
    visited_on: '2026-02-01',
    district_id: torikai,
  };
  return { method: 'POST', path: '/', body: JSON.stringify(visit) };
}

async function driverRate(clients: number, forSeconds: number): Promise<number> {
  const bare = new pg.Pool({ ...logins.app, max: Math.min(clients, 8) });
  const end = performance.now() + forSeconds * 1000;
  let written = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        n += 1;
        const household_id = doors[n % doors.length] ?? '';
        await writeFloorVisit(bare, {
          id: mintId(),
          household_id,
          visited_on: '2026-02-01',
          district_id: torikai,
        });
        written += 1;
      }
    }),
  );
  await bare.end();
  return Math.round(written / forSeconds);
}

async function fillFloor(): Promise<void> {
  await spy.query(
    `insert into floor.visits (id, household_id, visited_on, channel, contact, condition, district_id)
     select v.id, v.household_id, v.visited_on, v.channel, v.contact, v.condition, v.district_id from visits v
     where v.district_id = $1 on conflict do nothing`,
    [torikai],
  );
  await spy.query('vacuum analyze floor.visits');
  await spy.query('vacuum analyze visits');
}

function asPlanner<T>(
  work: Parameters<Database['as']>[2] extends (db: infer D, ...rest: never[]) => unknown
    ? (db: D) => Promise<T>
    : never,
): Promise<T> {
  return database.as({ kind: 'post', post: idOf('post:tsutsumi') }, 'bench', (db) => work(db));
}

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

async function warm(on: number): Promise<void> {
  await putLoad(on, 4, 1, () => ({ method: 'GET', path: '/api/me' }));
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
