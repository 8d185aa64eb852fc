import pg from 'pg';
import { afterAll, expect, inject } from 'vitest';
import { idOf, plantSampleTown, sampleDay } from '#domains/sample-town.ts';
import type { Clock } from '#platform/act.ts';
import { hashSecret } from '#platform/credentials/secrets.ts';
import { openSite } from '#platform/credentials/site.ts';
import { Database } from '#platform/db.ts';
import type { BoundOperation } from '#platform/domain.ts';
import {
  fillPath,
  type InputOf,
  isCommand,
  methodOf,
  type Operation,
  type OutputOf,
} from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { migrate } from '../db/migrate.ts';
import { createApp } from '../server/app.ts';

/** A person at the door: every call goes through the real HTTP handler. */
export interface Caller {
  /** @throws RefusedCall */
  call<Op extends Operation>(op: Op, input: InputOf<Op>, callId?: string): Promise<OutputOf<Op>>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

export class RefusedCall extends Error {
  readonly code: string;
  readonly fields: Record<string, string>;
  constructor(code: string, message: string, fields: Record<string, string>) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}

export interface Town {
  readonly database: Database;
  readonly app: ReturnType<typeof createApp>;
  /** The town's clock; tests move it. */
  readonly clock: { now: Date };
  /** A post of the cast, by its key. */
  as(who: string): Caller;
  readonly anonymous: Caller;
  /** A browser of its own: nobody is signed in, and the cookies it is given are kept. */
  browser(): Caller;
  /** A program with a bearer token. */
  bearing(token: string): Caller;
  id(name: string): string;
  /** Looks past the gate, to say what is really there. For assertions only. */
  look<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  readonly owner: pg.ClientConfig;
  readonly appLogin: pg.ClientConfig;
}

const password = 'only-for-tests';

/**
 * A town of its own for a test file, cloned from one planted at most once a run. 'empty' is migrated only,
 * 'cast' has the people and households, 'sample' also the two years of records.
 */
export async function openTown(
  kind: TownKind = 'cast',
  operations?: readonly BoundOperation[],
): Promise<Town> {
  const { town, close } = await raiseTown(kind, operations);
  afterAll(close);
  return town;
}

export type TownKind = 'empty' | 'cast' | 'sample';

/** As `openTown`, for whoever says when the town is no longer wanted: so many at once a server does not bear. */
export async function raiseTown(
  kind: TownKind,
  operations?: readonly BoundOperation[],
): Promise<{ town: Town; close: () => Promise<void> }> {
  openSite({ sealingKey: Buffer.alloc(32, 7), origin: 'http://localhost:3000', name: '見本市' });
  const template = `${inject('run')}_${kind}`;
  const name = `${template}_${mintId().replaceAll('-', '')}`;
  await withAdmin(async (admin) => {
    await admin.query('select pg_advisory_lock(818283)');
    const { rows } = await admin.query('select 1 from pg_database where datname = $1', [template]);
    if (rows.length === 0) await makeTemplate(admin, template, kind);
    await admin.query(`create database ${name} template ${template} strategy file_copy`);
  });
  const owner = { ...inject('owner'), database: name };
  const appLogin = { ...owner, user: 'kanaeau_app', password };
  const pool = new pg.Pool({ ...appLogin, max: 6 });
  const clock = { now: new Date(`${sampleDay}T10:00:00+09:00`) };
  const database = new Database(pool, (() => clock.now) satisfies Clock);
  const app = createApp({
    database,
    ...(operations ? { operations } : {}),
    findTrouble: async () => null,
    rate: null,
    // Tests call as from a proxy that the town named.
    overTls: (c) => c.req.header('x-forwarded-proto') === 'https',
  });
  const spy = new pg.Client(owner);
  await spy.connect();
  const close = async () => {
    await database.close();
    await spy.end();
    await withAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
  };
  const caller = (headers: Record<string, string>): Caller => openCaller(askWith(app, headers));
  const town: Town = {
    database,
    app,
    clock,
    owner,
    appLogin,
    as: (who) => caller({ authorization: `Bearer test-token-${who}` }),
    anonymous: caller({}),
    browser: () => openBrowser(app),
    bearing: (token) => caller({ authorization: `Bearer ${token}` }),
    id: idOf,
    look: async (text, values) => (await spy.query(text, values)).rows,
  };
  return { town, close };
}

/** Asserts that a call is refused with this code, and hands over the refusal for a closer look. */
export async function expectRefusal(call: Promise<unknown>, code: string): Promise<RefusedCall> {
  const refused = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(RefusedCall);
  expect((refused as RefusedCall).code).toBe(code);
  return refused as RefusedCall;
}

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

export function askWith(app: Town['app'], headers: Record<string, string>): Ask {
  return async (path, init = {}) =>
    app.request(path, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } });
}

function openBrowser(app: Town['app']): Caller {
  const headers: Record<string, string> = {};
  const ask = askWith(app, headers);
  return openCaller(async (path, init) => {
    const response = await ask(path, init);
    const given = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    if (given.length > 0) headers.cookie = given.join('; ');
    return response;
  });
}

export function openCaller(ask: Ask): Caller {
  return {
    fetch: ask,
    async call(op, input, callId = mintId()) {
      const { path, rest } = fillPath(op, input);
      const command = isCommand(op);
      const query = new URLSearchParams();
      for (const [key, value] of Object.entries(rest)) {
        if (!command && value !== undefined && value !== null) query.append(key, String(value));
      }
      const response = await ask(`/api${path}${query.size > 0 ? `?${query}` : ''}`, {
        method: methodOf(op),
        ...(command
          ? {
              headers: { 'content-type': 'application/json', 'x-kanaeau-call': callId },
              body: JSON.stringify(rest),
            }
          : {}),
      });
      if (op.file && response.ok) return new Uint8Array(await response.arrayBuffer()) as never;
      const body = (await response.json()) as {
        error?: { code: string; message: string; fields?: Record<string, string> };
      };
      if (body.error) throw new RefusedCall(body.error.code, body.error.message, body.error.fields ?? {});
      return body as never;
    },
  };
}

async function makeTemplate(admin: pg.Client, template: string, kind: string): Promise<void> {
  await admin.query(`create database ${template}`);
  const owner = { ...inject('owner'), database: template };
  await migrate(owner, password);
  if (kind === 'empty') return;
  const pool = new pg.Pool({ ...owner, user: 'kanaeau_app', password, max: 2 });
  await plantSampleTown(pool, { years: kind === 'sample', say: () => undefined });
  await pool.end();
  await giveTestTokens(owner);
}

/** Every post of the cast gets a bearer token that only tests know; people get theirs from `createToken`. */
async function giveTestTokens(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  for (const who of cast) {
    await client.query(
      `insert into tokens (id, token_hash, account_id, post_id, name, created_at, expires_at)
       select $1, $2, p.account_id, p.id, 'test', '2024-04-01', '2099-01-01' from posts p where p.id = $3`,
      [mintId(), hashSecret(`test-token-${who}`), idOf(`post:${who}`)],
    );
  }
  await client.end();
}

/** The cast, by key. Who they are stands in docs and in domains/posts/fixtures.ts. */
export const cast = [
  'koga',
  'furukawa',
  'tanaka',
  'tanaka-visitor',
  'matsuo',
  'yoshida',
  'ogata',
  'ogata-coordinator',
  'nakajima',
  'nakano',
  'nagata',
  'eguchi',
  'eguchi-coordinator',
  'mori',
  'kakihara',
  'tsutsumi',
  'shiraishi',
  'shiraishi-audit',
  'noda',
  'sakai',
  'kusano-lead',
  'hara',
  'noda-chair',
  'akiyama',
] as const;

async function withAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client(inject('owner'));
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
