import pg from 'pg';
import * as z from 'zod';
import * as m from '#messages';
import { type Act, type Actor, type Clock, dayOf } from './act.ts';
import { closingText, enterCall, knownCalls } from './call-text.ts';
import { Refusal, refuseNotFound } from './refusal.ts';
import { type Sql, toStatement } from './sql.ts';

// A date is a string and a count is a number; nothing is turned into a local-time Date behind our back.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** A connection inside one transaction that already knows who acts. There is no other way to the data. */
export interface Db {
  /** All rows, each parsed where it leaves the query. */
  all<S extends z.ZodType>(row: S, query: Sql): Promise<z.output<S>[]>;
  /** Exactly one row; none is answered as not found. */
  one<S extends z.ZodType>(row: S, query: Sql): Promise<z.output<S>>;
  maybe<S extends z.ZodType>(row: S, query: Sql): Promise<z.output<S> | undefined>;
  /** The number of rows written. */
  run(query: Sql): Promise<number>;
  /** For libraries that speak to PostgreSQL themselves, inside this same transaction. */
  readonly driver: { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };
}

/** How a caller proves who they are. `post` acts without a proof: jobs, the terminal's local operator and tests. */
export type Credential =
  | { readonly kind: 'none' }
  | { readonly kind: 'session' | 'token'; readonly hash: Buffer }
  /** The secret address of a post's calendar: the server asks for its days, and for nothing else. */
  | { readonly kind: 'calendar'; readonly hash: Buffer }
  /** A resident's printed code: no account, one purpose. */
  | { readonly kind: 'key'; readonly hash: Buffer }
  | { readonly kind: 'post'; readonly post: string }
  /** A phone that kept a call until now; whose signature the call bears was checked where it was delivered. */
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'system'; readonly name: string };

/** What an earlier call with the same id did. */
export interface KnownCall {
  readonly operation: string;
  readonly inputHash: Buffer;
  readonly result: unknown;
}

/** What is written together with the commit: the audit row and the memory of the call. */
export interface Closing {
  readonly audit: AuditRow | null;
  readonly call: { readonly inputHash: Buffer; readonly result: unknown } | null;
}

export interface AuditRow {
  readonly word: string;
  readonly outcome: string;
  readonly subjects: readonly string[];
  readonly inputHash: Buffer | null;
}

/** What is done inside: its answer, and what is to be written beside it. */
export type Work<T> = (db: Db, act: Act, known: KnownCall | null) => Promise<{ answer: T; closing: Closing }>;

const entered = z.object({
  account_id: z.uuid().nullable(),
  post_id: z.uuid().nullable(),
  role: z.string().nullable(),
  body_id: z.uuid().nullable(),
  session_id: z.uuid().nullable(),
  finishing: z.boolean(),
  factor_needed: z.boolean(),
  known_operation: z.string().nullable(),
  known_hash: z.instanceof(Buffer).nullable(),
  known_result: z.unknown(),
});

const knownRows = z.array(
  z.object({
    call_id: z.uuid(),
    operation: z.string(),
    inputHash: z.instanceof(Buffer),
    result: z.unknown(),
  }),
);

export class Database {
  readonly pool: pg.Pool;
  readonly clock: Clock;

  constructor(pool: pg.Pool, clock: Clock) {
    this.pool = pool;
    this.clock = clock;
    // A connection that breaks fails the statement that is under way, or is replaced at the next use.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Runs `work` in one transaction as that actor, without audit: what is heard outside goes through `perform`. */
  as<T>(credential: Credential, operation: string, work: (db: Db, act: Act) => Promise<T>): Promise<T> {
    return this.enter(credential, operation, null, async (db, act) => ({
      answer: await work(db, act),
      closing: { audit: null, call: null },
    }));
  }

  /**
   * One transaction in three round trips: enter (begin and learn who acts), the work, and the closing (audit,
   * call, commit). `atOneMoment`: all statements see the database as it was at the first (repeatable read).
   */
  async enter<T>(
    credential: Credential,
    operation: string,
    call: string | null,
    work: Work<T>,
    atOneMoment = false,
  ): Promise<T> {
    return this.hold(async (client) => {
      const now = this.clock();
      const beginning = `begin${atOneMoment ? ' isolation level repeatable read' : ''}`;
      const row = await beginAs(client, beginning, enterCall(credential, call, now));
      const act = toAct(row, now, operation, call);
      const { answer, closing } = await work(openDb(client), act, toKnown(row));
      await client.query(`${closingText(closing, act, call)}commit`);
      return answer;
    });
  }

  /**
   * Several calls of one caller in one transaction: entered once and kept by one commit. Each stands or falls by itself, in
   * the order they come; what one of them wrote is there for the next. What each did before is asked once for all of them: a
   * call that stands twice among them finds what the first did, and whoever does one of them elsewhere meanwhile is met
   * as a twin.
   *
   * @throws when nobody enters or nothing could be kept; no call has been done then
   */
  async enterForMany<T>(
    credential: Credential,
    calls: readonly { operation: string; call: string; work: Work<T> }[],
  ): Promise<PromiseSettledResult<T>[]> {
    return this.hold(async (client) => {
      const now = this.clock();
      const row = await beginAs(client, 'begin', enterCall(credential, null, now));
      const asked = await queryAll(
        client,
        `${knownCalls(calls.map(({ call }) => call))}; savepoint one_call`,
      );
      const known = new Map(knownRows.parse(asked[0]?.rows).map(({ call_id, ...did }) => [call_id, did]));
      const results: PromiseSettledResult<T>[] = [];
      for (const { operation, call, work } of calls) {
        const act = toAct(row, now, operation, call);
        try {
          const { answer, closing } = await work(openDb(client), act, known.get(call) ?? null);
          await client.query(
            `${closingText(closing, act, call)}release savepoint one_call; savepoint one_call`,
          );
          if (closing.call) known.set(call, { operation, ...closing.call });
          results.push({ status: 'fulfilled', value: answer });
        } catch (error) {
          await client.query('rollback to savepoint one_call');
          results.push({ status: 'rejected', reason: translateError(error) });
        }
      }
      await client.query('commit');
      return results;
    });
  }

  /** A connection for one transaction; what throws is rolled back. */
  private async hold<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken = false;
    try {
      return await work(client);
    } catch (error) {
      try {
        await client.query('rollback');
      } catch {
        broken = true;
      }
      throw translateError(error);
    } finally {
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

function openDb(client: pg.PoolClient): Db {
  const ask = async (query: Sql) => client.query(toStatement(query));
  const all: Db['all'] = async (row, query) => {
    const { rows } = await ask(query);
    return arrayOf(row).parse(rows);
  };
  return {
    all,
    async one(row, query) {
      const [first] = await all(row, query);
      if (first === undefined) throw refuseNotFound();
      return first;
    },
    async maybe(row, query) {
      const [first] = await all(row, query);
      return first;
    },
    async run(query) {
      return (await ask(query)).rowCount ?? 0;
    },
    driver: { executeSql: async (text, values) => client.query(text, values) },
  };
}

const arrays = new WeakMap<z.ZodType, z.ZodArray>();

/** All rows are parsed in one go. */
function arrayOf<S extends z.ZodType>(row: S): z.ZodArray<S> {
  const known = arrays.get(row);
  if (known) return known as z.ZodArray<S>;
  const array = z.array(row);
  arrays.set(row, array);
  return array;
}

type Entered = z.output<typeof entered>;

/** Several statements in one round trip. */
async function queryAll(client: pg.PoolClient, text: string): Promise<pg.QueryResult[]> {
  return (await client.query(text)) as unknown as pg.QueryResult[];
}

async function beginAs(client: pg.PoolClient, beginning: string, entrance: string): Promise<Entered> {
  const [, found] = await queryAll(client, `${beginning}; select * from ${entrance}`);
  // A post that is not there, or whose account is closed, has nobody in it.
  if (!found?.rows[0]) throw new Refusal('not_signed_in', m.platform_refused_not_signed_in());
  return entered.parse(found.rows[0]);
}

function toAct(row: Entered, now: Date, operation: string, call: string | null): Act {
  return { actor: toActor(row), now, today: dayOf(now), call: call ?? '', operation };
}

function toActor(row: Entered): Actor {
  return {
    account: row.account_id,
    post: row.post_id,
    role: row.role,
    body: row.body_id,
    session: row.session_id,
    finishing: row.finishing,
    factorNeeded: row.factor_needed,
  };
}

function toKnown(row: Entered): KnownCall | null {
  if (row.known_operation === null || row.known_hash === null) return null;
  return { operation: row.known_operation, inputHash: row.known_hash, result: row.known_result };
}

/** A call that raced with its own twin: the other one has committed, so trying again finds it. */
export class TwinCall extends Error {}

/** A number or a day that no column can hold (SQLSTATE): only what was asked brings one. */
const beyondEveryColumn = ['22003', '22008'];

/** What PostgreSQL refuses, said as the gate says it: a hidden row and a missing row answer alike. */
function translateError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  if (error.code === '23505' && error.constraint === 'calls_pkey') return new TwinCall();
  if (error.code === '23505' && error.constraint?.endsWith('_pkey'))
    return new Refusal('id_taken', m.platform_refused_id_taken());
  if (error.code === '42501' && error.message.includes('row-level security')) return refuseNotFound();
  if (error.code === '23503') return refuseNotFound();
  if (error.code && beyondEveryColumn.includes(error.code))
    return new Refusal('invalid', m.platform_refused_unreadable());
  return error;
}
