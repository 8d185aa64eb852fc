import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Db } from '#platform/db.ts';
import { bindDomain } from '#platform/domain.ts';
import { operation } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { createApp } from '../../server/app.ts';
import { askWith, openCaller, openTown, type Town } from '../town.ts';
import { listChanges } from './changes.ts';
import { collectAnswers, findDifferences, listIds, poolFrom } from './compare.ts';

/**
 * The comparison must be seen to fail before its silence means anything: here are operations that leak on purpose,
 * one of each kind, through functions that look past the gate.
 */
const anyRow = z.object({ value: z.string() });
const text = () => 'leak';
const leaky = (route: `GET /${string}`, input: z.ZodObject = z.object({})) =>
  operation({
    route,
    summary: text,
    may: 'signed_in',
    audit: null,
    input,
    output: z.object({ found: z.array(z.string()) }),
  });

const api = {
  leakRow: leaky('GET /leaks/row'),
  leakCount: leaky('GET /leaks/count'),
  leakOrder: leaky('GET /leaks/order'),
  leakError: leaky('GET /leaks/error/:id', z.object({ id: z.uuid() })),
  leakSearch: leaky('GET /leaks/search', z.object({ text: z.string().optional() })),
};

async function ask(db: Db, query: ReturnType<typeof sql>) {
  return { found: (await db.all(anyRow, query)).map((row) => row.value) };
}

const handlers = {
  leakRow: (db: Db) => ask(db, sql`select name as value from gate.leak_households() order by name`),
  leakCount: (db: Db) => ask(db, sql`select count(*)::text as value from gate.leak_households()`),
  // Shows only what is public, in an order that hidden rows decide.
  leakOrder: (db: Db) =>
    ask(
      db,
      sql`select d.name as value from districts d
        order by (select max(h.registered_at) from gate.leak_households() h where h.district_id = d.id) nulls first,
          d.code`,
    ),
  // Says nothing, but says it differently.
  leakError: async (db: Db, input: unknown) => {
    const { id } = z.object({ id: z.uuid() }).parse(input);
    const { found } = await ask(
      db,
      sql`select id::text as value from gate.leak_households() where id = ${id}`,
    );
    throw found.length > 0 ? new Refusal('not_allowed', '見本') : refuseNotFound();
  },
  // Finds visible districts by the names of hidden households.
  leakSearch: (db: Db, input: unknown) => {
    const { text: wanted = '' } = z.object({ text: z.string().optional() }).parse(input);
    return ask(
      db,
      sql`select d.name as value from districts d where exists (select from gate.leak_households() h
        where h.district_id = d.id and h.name like '%' || ${wanted} || '%') order by d.code`,
    );
  },
};
const leaks = bindDomain('leaks', api, handlers);

async function openLeakyTown(): Promise<Town> {
  const town = await openTown('cast', leaks);
  await town.look(`create function gate.leak_households() returns setof households
    stable security definer language sql set search_path = public as 'select * from households'`);
  await town.look('grant execute on function gate.leak_households() to kanaeau_app');
  return town;
}

describe('a planted leak is found', async () => {
  const plain = await openLeakyTown();
  const changed = await openLeakyTown();
  const change = listChanges()[0];
  await change?.make(await asWhole(changed));
  const pool = poolFrom(await listIds(plain), await listIds(changed), ['見本', 'かくれ']);

  for (const leak of leaks) {
    test(`${leak.name}`, async () => {
      const before = await collectAnswers(plain.as('koga'), [leak], pool);
      const after = await collectAnswers(changed.as('koga'), [leak], pool);
      expect(findDifferences('koga', before, after).length).toBeGreaterThan(0);
    });
  }
});

/** The same database behind the town's real operations, to make the change with. */
async function asWhole(town: Town): Promise<Town> {
  const app = createApp({ database: town.database, findTrouble: async () => null, rate: null });
  return {
    ...town,
    app,
    as: (who) => openCaller(askWith(app, { authorization: `Bearer test-token-${who}` })),
  };
}
