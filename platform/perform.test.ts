import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod';
import { openTown } from '../test/town.ts';
import { Database } from './db.ts';
import type { BoundOperation } from './domain.ts';
import { operation } from './operation.ts';
import { perform, performTogether } from './perform.ts';
import { sql } from './sql.ts';
import { mintId } from './uuid.ts';

const town = await openTown('empty');
const pool = new pg.Pool({ ...town.appLogin, max: 1, connectionTimeoutMillis: 1000 });
const database = new Database(pool, () => town.clock.now);
afterAll(() => database.close());

const declared = operation({
  route: 'GET /paper',
  summary: () => 'paper',
  may: 'anyone',
  audit: null,
  file: true,
  input: z.object({}),
  output: z.unknown(),
});

test('a file that is made later is made when the transaction is over, and is the answer', async () => {
  const reply = { name: 'paper.pdf', type: 'application/pdf', bytes: new Uint8Array([1, 2]) };
  // There is one connection: while the transaction held it, nobody else would get through.
  const handle: BoundOperation['handle'] = async () => async () => {
    await database.as({ kind: 'none' }, 'test', async () => undefined);
    return reply;
  };
  const bound = { name: 'paper', domain: 'test', declared, handle };
  expect(await perform(database, bound, { kind: 'none' }, {}, mintId())).toEqual(reply);
});

const written = operation({
  route: 'POST /words',
  summary: () => 'words',
  may: 'anyone',
  audit: null,
  input: z.object({
    words: z.string().default(''),
    more: z.record(z.string(), z.unknown()).default({}),
    version: z.int().default(1),
    day: z.iso.date().default('2026-02-02'),
  }),
  output: z.object({}),
});

test('what no column can hold is refused with a sentence, and is no bug', async () => {
  const handle: BoundOperation['handle'] = async (db, input) => {
    const { words, more, version, day } = written.input.parse(input);
    return db.one(
      z.object({}),
      sql`select ${words}::text, ${JSON.stringify(more)}::jsonb, ${version}::int, ${day}::date`,
    );
  };
  const bound = { name: 'words', domain: 'test', declared: written, handle };
  const write = (input: object) => perform(database, bound, { kind: 'none' }, input, mintId());
  expect(await write({ words: '𠮷野家', more: { words: ['髙'] } })).toEqual({});
  const half = '\ud842';
  for (const [field, input] of [
    ['words', { words: 'a\u0000' }],
    ['words', { words: half }],
    ['more.deep.0', { more: { deep: [`b${half}`] } }],
    ['more', { more: { 'c\u0000': 1 } }],
  ] as const) {
    await expect(write(input)).rejects.toMatchObject({
      code: 'invalid',
      fields: { [field]: expect.stringContaining('文字') },
    });
  }
  for (const input of [{ version: 2 ** 40 }, { day: '0000-01-01' }])
    await expect(write(input)).rejects.toMatchObject({ code: 'invalid' });
});

test('of several done together, one that breaks the connection does not hold up the others', async () => {
  const handle: BoundOperation['handle'] = async (db, input) => {
    const { words } = written.input.parse(input);
    if (words === 'broken') await db.run(sql`select pg_terminate_backend(pg_backend_pid())`);
    return {};
  };
  const bound = { name: 'words', domain: 'test', declared: written, handle };
  const calls = ['one', 'broken', 'two'].map((words) => ({ bound, raw: { words }, call: mintId() }));
  const outcomes = await performTogether(database, { kind: 'none' }, calls);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
