import pg from 'pg';
import type * as z from 'zod';
import type { listCases as listCasesApi } from '#domains/cases/case-api.ts';
import { listCases } from '#domains/cases/case-queries.ts';
import { idOf } from '#domains/sample-town.ts';
import { Database } from '#platform/db.ts';
import { floorList } from './list-visits.ts';
import { putLoad, ratio, type Shot } from './load.ts';
import { port, type Stage, seconds } from './stage.ts';

const window = idOf('body:生活自立支援センター');
const worker = idOf('post:nakajima');
const asked: z.output<typeof listCasesApi.input> = { state: 'open', limit: 50 };

/**
 * W2 for cases: 50 of 5,000 and of 50,000 cases by last contact, for a worker of the body that holds them, beside the very same
 * statement past row-level security.
 */
export async function listManyCases(stage: Stage): Promise<string[]> {
  const lines = ['| cases | gate p50 ms | past the gate p50 ms | gate ÷ past |', '|---|---|---|---|'];
  for (const total of [5_000, 50_000]) {
    await fillCases(stage, total);
    const [gated, past] = [await timeList(stage.app), await timeList(stage.owner)];
    lines.push(`| ${total.toLocaleString('en')} | ${gated} | ${past} | ${(gated / past).toFixed(2)} |`);
  }
  return ['## W2 List of 50 cases', '', ...lines];
}

/**
 * W3: a case with its members and thirty notes, audited, beside the HTTP floor; and beside a plain service that reads the very
 * same case without a gate, so that what the gate costs and what the case costs can be told apart.
 */
export async function readOneCase(stage: Stage): Promise<string[]> {
  await fillNotes(stage);
  const headers = await stage.bearer('nakajima');
  const id = idOf('case:nishida');
  const read = (): Shot => ({ method: 'GET', path: `/api/cases/${id}`, headers });
  const plainly = (): Shot => ({ method: 'GET', path: `/?case=${id}` });
  await expectNotes(`http://127.0.0.1:${port}/api/cases/${id}`, headers);
  await expectNotes(`http://127.0.0.1:${stage.floorPort}/?case=${id}`, {});
  await putLoad(port, 8, 1, read);
  await putLoad(stage.floorPort, 8, 1, plainly);
  const ours = await putLoad(port, 8, seconds, read);
  const plain = await putLoad(stage.floorPort, 8, seconds, plainly);
  const floor = await putLoad(stage.floorPort, 8, seconds, floorList);
  return [
    '## W3 One case with 30 notes and its members',
    '',
    'HTTP floor: 50 rows of one table. Plain service: `node:http` + driver, the same case by eight statements past row-level security,',
    'and an audit row.',
    '',
    '| ours /s | p50 ms | p99 ms | HTTP floor /s | p50 ms | ours ÷ HTTP floor | plain service /s | p50 ms | ours ÷ plain service |',
    '|---|---|---|---|---|---|---|---|---|',
    `| ${ours.perSecond} | ${ours.p50} | ${ours.p99} | ${floor.perSecond} | ${floor.p50} | ${ratio(ours, floor)} | ${plain.perSecond} | ${plain.p50} | ${ratio(ours, plain)} |`,
  ];
}

/** Both are measured with the case they are to read. */
async function expectNotes(url: string, headers: Record<string, string>): Promise<void> {
  const { notes } = (await (await fetch(url, { headers })).json()) as { notes: unknown[] };
  if (notes.length < 30) throw new Error(`${url} answered ${notes.length} notes`);
}

async function timeList(login: pg.ClientConfig): Promise<number> {
  const pool = new pg.Pool({ ...login, max: 1 });
  const database = new Database(pool, () => new Date('2026-02-02T10:00:00+09:00'));
  const took: number[] = [];
  for (let i = 0; i < 60; i++)
    await database.as({ kind: 'post', post: worker }, 'bench', async (db, act) => {
      const began = performance.now();
      await listCases(db, asked, act);
      took.push(performance.now() - began);
    });
  await database.close();
  took.splice(0, 10);
  return Math.round((took.sort((a, b) => a - b)[25] ?? 0) * 100) / 100;
}

async function fillCases({ spy }: Stage, total: number): Promise<void> {
  await spy.query(
    `with wanted as (select gen_random_uuid() as id, n from generate_series((select count(*)::int from cases) + 1, $1) n),
      party as (insert into parties (id, kind, holder_id, retention_class) select id, 'person', $2, 'case' from wanted),
      client as (insert into clients (id, name, registered_by, registered_at, holder_id)
        select id, '見本 ' || n, $3, '2026-01-01', $2 from wanted),
      entry as (insert into cases (id, number, state, opened_on, last_note_on, closed_on, opened_by, opened_at, holder_id)
        select id, '見本-' || n, case when n % 3 = 0 then 'ended' else 'active' end, '2020-01-01', date '2020-01-01' + n % 2200,
          case when n % 3 = 0 then date '2026-01-01' end, $3, '2020-01-01', $2 from wanted)
    insert into case_members (case_id, client_id, relation, joined_on, holder_id)
      select id, id, 'self', '2020-01-01', $2 from wanted`,
    [total, window, idOf('account:nakajima')],
  );
  await spy.query('vacuum analyze cases');
  await spy.query('vacuum analyze case_members');
  await spy.query('vacuum analyze clients');
}

async function fillNotes({ spy }: Stage): Promise<void> {
  await spy.query(
    `insert into case_notes (id, case_id, client_id, noted_on, way, with_whom, outcome, words, written_by, post_id, written_at, holder_id)
      select gen_random_uuid(), $1, $2, date '2025-11-01' + n, 'phone', 'person', 'spoke', repeat('見本の経過。', 20), $3, $4, '2026-01-01', $5
      from generate_series(1, 30) n`,
    [idOf('case:nishida'), idOf('client:keiko'), idOf('account:nakajima'), worker, window],
  );
}
