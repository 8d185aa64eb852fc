import { createHash } from 'node:crypto';
import * as m from '#messages';
import type { BoundOperation } from '#platform/domain.ts';
import type { Caller, Town } from '../town.ts';
import { askAbout, type IdsByTable, type Pool } from './questions.ts';

export interface Difference {
  readonly who: string;
  readonly question: string;
  readonly before: string;
  readonly after: string;
}

/** One actor's answers to all questions, as bytes with request ids taken out. */
export type Answers = ReadonlyMap<string, string>;

const atOnce = 3;

/** @param known answers of this actor in a town that does not change; what is asked anew is added */
export async function collectAnswers(
  caller: Caller,
  operations: readonly BoundOperation[],
  pool: Pool,
  known = new Map<string, string>(),
): Promise<Answers> {
  const answers = new Map<string, string>();
  for (const bound of operations)
    for (const [question, answer] of await askOperation(caller, bound, pool, known))
      answers.set(question, answer);
  return answers;
}

/** Whether two towns answer one actor's questions differently: asked until the first answer that does. */
export async function seesDifference(
  { before, after, known }: { before: Caller; after: Caller; known: Map<string, string> },
  operations: readonly BoundOperation[],
  pool: Pool,
): Promise<boolean> {
  for (const bound of operations) {
    const [first, second] = [
      await askOperation(before, bound, pool, known),
      await askOperation(after, bound, pool),
    ];
    if (findDifferences('', first, second).length > 0) return true;
  }
  return false;
}

/**
 * A few questions are under way at once: most of the time of one is spent waiting for the database. A post that an operation
 * is not for is told so before the question is looked at or anything is read (`admit`, which permissions.test.ts asks of every
 * operation and post): one question is as good as all of them.
 */
async function askOperation(
  caller: Caller,
  bound: BoundOperation,
  pool: Pool,
  known = new Map<string, string>(),
): Promise<Answers> {
  const questions = askAbout(bound, pool);
  const ask = async (one: string) => {
    if (!known.has(one)) known.set(one, await readAnswer(caller, one));
  };
  const [first, ...more] = questions;
  if (first === undefined) return new Map();
  await ask(first);
  if (known.get(first)?.includes(m.platform_refused_not_allowed()))
    return new Map([[first, known.get(first) ?? '']]);
  for (let n = 0; n < more.length; n += atOnce) await Promise.all(more.slice(n, n + atOnce).map(ask));
  return new Map(questions.map((question) => [question, known.get(question) ?? '']));
}

async function readAnswer(caller: Caller, question: string): Promise<string> {
  const response = await caller.fetch(question);
  const type = response.headers.get('content-type') ?? '';
  const bytes = Buffer.from(await response.arrayBuffer());
  const body = type.startsWith('application/json')
    ? bytes.toString('utf8').replace(/"request":"[^"]+"/g, '"request":""')
    : createHash('sha256').update(bytes).digest('hex');
  return `${response.status} ${type} ${body}`;
}

export function findDifferences(who: string, before: Answers, after: Answers): Difference[] {
  const differences: Difference[] = [];
  for (const [question, answer] of after) {
    const old = before.get(question);
    if (old !== undefined && old !== answer) differences.push({ who, question, before: old, after: answer });
  }
  return differences;
}

/** Ids of every table of a town, for the pool. */
export async function listIds(town: Town): Promise<Map<string, string[]>> {
  const tables = await town.look<{ table_name: string }>(
    `select table_name from information_schema.columns where table_schema = 'public' and column_name = 'id'
      and data_type = 'uuid' and table_name <> 'audit_inbox' order by table_name`,
  );
  const ids = new Map<string, string[]>();
  for (const { table_name } of tables) {
    const rows = await town.look<{ id: string }>(`select id from ${table_name} order by id`);
    ids.set(
      table_name,
      rows.map((row) => row.id),
    );
  }
  return ids;
}

/**
 * Few ids of each table, those that both towns have and those that only the second has.
 *
 * @param few how many of a table: three hidden ones and two shared ones, unless told
 */
export function poolFrom(
  before: IdsByTable,
  after: IdsByTable,
  words: string[],
  few = { hidden: 3, shared: 2 },
): Pool {
  const shared = new Map<string, string[]>();
  const hidden = new Map<string, string[]>();
  for (const [table, ids] of after) {
    const old = new Set(before.get(table));
    shared.set(table, ids.filter((id) => old.has(id)).slice(0, few.shared));
    hidden.set(table, ids.filter((id) => !old.has(id)).slice(0, few.hidden));
  }
  return { shared, hidden, words };
}
