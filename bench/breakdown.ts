import pg from 'pg';
import type * as z from 'zod';
import { operations } from '#domains/index.ts';
import { operatorPost } from '#domains/posts/model.ts';
import type { Act } from '#platform/act.ts';
import { hashSecret } from '#platform/credentials/secrets.ts';
import { type Credential, Database, type Db } from '#platform/db.ts';
import type { BoundOperation } from '#platform/domain.ts';
import { silenceLog } from '#platform/log.ts';
import { perform } from '#platform/perform.ts';
import { serveOperations } from '#platform/serve.ts';
import { mintId } from '#platform/uuid.ts';
import { listFloorVisits, writeFloorVisit } from './floor.ts';
import { fillFloor, floorList } from './list-visits.ts';
import { putLoad, type Shot } from './load.ts';
import { floorVisit, nextVisit, shotOfVisit } from './record-visits.ts';
import { port, type Stage, torikai } from './stage.ts';

/** One request, as a ladder: each step does all that the step before it does, and something more. */
interface Ladder {
  readonly title: string;
  readonly bound: BoundOperation;
  readonly who: string;
  readonly input: () => Record<string, unknown>;
  readonly shot: (headers: Record<string, string>) => Shot;
  readonly bareDriver: (pool: pg.Pool) => Promise<unknown>;
  readonly bareHttp: () => Shot;
}

/** Where the time of one W1 and one W2 request goes, one client, milliseconds. */
export async function breakDown(stage: Stage): Promise<string[]> {
  silenceLog();
  await fillFloor(stage);
  const list = (who: string, title: string): Ladder => ({
    title,
    bound: find('listVisits'),
    who,
    input: () => ({ limit: '50' }),
    shot: (headers) => ({ method: 'GET', path: '/api/visits?limit=50', headers }),
    bareDriver: (pool) => listFloorVisits(pool, torikai),
    bareHttp: floorList,
  });
  const ladders: Ladder[] = [
    {
      title: 'W1 record',
      bound: find('recordVisit'),
      who: 'koga',
      input: () => nextVisit(stage),
      shot: (headers) => shotOfVisit(stage, headers),
      bareDriver: (pool) => writeFloorVisit(pool, floorVisit(stage)),
      bareHttp: () => ({ method: 'POST', path: '/', body: JSON.stringify(floorVisit(stage)) }),
    },
    list('koga', 'W2 visitor'),
    list('furukawa', 'W2 gatherer'),
  ];
  const climbed: Record<string, string>[] = [];
  for (const ladder of ladders) climbed.push(await climb(stage, ladder));
  const steps = Object.keys(climbed[0] ?? {});
  return [
    '## Where the time of one request goes',
    '',
    'One client, milliseconds, median. Each line of the ladder does what the lines above it do and something more; in brackets, what',
    'it adds. All in one process but for the last line, which is the server itself.',
    '',
    `| | ${ladders.map(({ title }) => title).join(' | ')} |`,
    `|---|${ladders.map(() => '---|').join('')}`,
    ...steps.map((step) => `| ${step} | ${climbed.map((figures) => figures[step] ?? '').join(' | ')} |`),
  ];
}

async function climb(stage: Stage, ladder: Ladder): Promise<Record<string, string>> {
  const pool = new pg.Pool({ ...stage.app, max: 1 });
  const database = new Database(pool, () => new Date('2026-02-02T10:00:00+09:00'));
  const secret = await stage.token(ladder.who);
  const credential: Credential = { kind: 'token', hash: hashSecret(secret) };
  const headers = { authorization: `Bearer ${secret}` };
  const { bound } = ladder;
  const { name, declared } = bound;
  const app = serveOperations({
    ...{ database, operations: [bound], localPost: operatorPost, bodyLimit: 1_000_000 },
    addressOf: () => 'here',
    admitCaller: () => true,
    afterwards: (_, __, answer) => answer,
  });
  const handle = (db: Db, act: Act) => bound.handle(db, declared.input.parse(ladder.input()), act);
  const closing = {
    audit: { word: 'bench', outcome: 'done', subjects: stage.doors.slice(0, 1), inputHash: Buffer.alloc(32) },
    call: null,
  };
  const answer = await database.as(credential, name, handle);
  const rows = (answer as { visits?: unknown[] }).visits ?? [];
  const rowsSchema = (declared.output as z.ZodObject).shape.visits as z.ZodType | undefined;

  const trip = await median(() => pool.query({ name: 'trip', text: 'select 1', values: [] }));
  const gate = await median(() => database.as(credential, name, async () => undefined));
  const audited = await median(() =>
    database.enter(credential, name, mintId(), async () => ({ answer: undefined, closing })),
  );
  const worked = await median(() => database.as(credential, name, handle));
  const performed = await median(() => perform(database, bound, credential, ladder.input(), mintId()));
  const routed = await median(async () => {
    const { path, ...rest } = ladder.shot(headers);
    return (await app.request(path, rest)).text();
  });
  const parsed = rowsSchema ? await median(async () => rowsSchema.parse(rows)) : null;
  const written = await median(async () => JSON.stringify(answer));
  const driver = await median(() => ladder.bareDriver(pool));
  await pool.end();
  const floor = await putLoad(stage.floorPort, 1, 2, ladder.bareHttp);
  const whole = await putLoad(port, 1, 2, () => ladder.shot(headers));
  const step = (ms: number, before: number) => `${ms.toFixed(2)} (${(ms - before).toFixed(2)})`;
  return {
    'floor: driver alone': driver.toFixed(2),
    'floor: driver and `node:http`': floor.p50.toFixed(2),
    'one round trip': trip.toFixed(2),
    'begin, sign-in and gate, commit': step(gate, trip),
    'and what was asked for: statement, policies, rows parsed': step(worked, gate),
    'and checked, audited, remembered, on disk': step(performed, worked),
    'and routed and written as JSON': step(routed, performed),
    'and through HTTP': step(whole.p50, routed),
    'of these, one audit row alone, on disk': (audited - gate).toFixed(2),
    'of these, parsing the answer once': parsed === null ? '–' : parsed.toFixed(2),
    'of these, the answer as JSON': written.toFixed(3),
  };
}

function find(name: string): BoundOperation {
  const bound = operations.find((one) => one.name === name);
  if (!bound) throw new Error(`no operation is called ${name}`);
  return bound;
}

/** Of 200 runs after 50 that warm up, milliseconds. */
async function median(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < 250; i++) {
    const from = performance.now();
    await work();
    if (i >= 50) took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  return took[took.length / 2] ?? 0;
}
