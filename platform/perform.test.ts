import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod';
import { openTown } from '../test/town.ts';
import { Database } from './db.ts';
import type { BoundOperation } from './domain.ts';
import { operation } from './operation.ts';
import { perform } from './perform.ts';
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
