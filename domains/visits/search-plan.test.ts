import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { addItem } from '#domains/items/api.ts';
import type { Db } from '#platform/db.ts';
import { Sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '#test/town.ts';
import { listVisits as listing } from './api.ts';
import { listVisits } from './reading.ts';

/**
 * What few visits answered is found by the answer, whatever lies beside it. The wrong way through a grown town takes
 * seconds and hides in a small one, so the plan is read instead of the clock.
 */
const town = await openTown('sample');
const item = mintId();

beforeAll(async () => {
  await town.as('shiraishi').call(addItem, {
    id: item,
    record: 'visit',
    facet: 'visit',
    kind: 'number',
    label: '歩数',
    hint: null,
    unit: '歩',
    required: false,
    starts_on: '2026-02-02',
    options: [],
  });
  await town.look(
    `insert into visit_answers (visit_id, item_id, part, number, household_id, visited_on, post_id, holder_id, district_id)
     select v.id, $1, p, (row_number() over ())::int % 1000, v.household_id, v.visited_on, v.post_id, v.holder_id, v.district_id
     from visits v cross join generate_series(0, 19) p`,
    [item],
  );
  await town.look('analyze visit_answers');
});

async function planOf(who: string, items: string): Promise<string> {
  const post = { kind: 'post', post: town.id(`post:${who}`) } as const;
  return town.database.as(post, 'test', async (db, act) => {
    const asked: Sql[] = [];
    const all = async (_: unknown, query: Sql) => {
      asked.push(query);
      return [];
    };
    await listVisits({ ...db, all } as Db, listing.input.parse({ items }), act);
    const explained = new Sql(['explain (format json) ', ''], asked.slice(0, 1));
    const plan = await db.one(z.object({ 'QUERY PLAN': z.unknown() }), explained);
    return JSON.stringify(plan);
  });
}

describe('a visit that is looked for by a number', () => {
  for (const who of ['ogata', 'furukawa']) {
    test(`that few have is found by the index of the numbers, by ${who}`, async () => {
      const plan = await planOf(who, `${item}.from=7&${item}.until=7`);
      expect(plan).toContain('"Index Name":"visit_answers_numbers"');
    });
    test(`that many have is found in the order of the list, by ${who}`, async () => {
      const plan = await planOf(who, `${item}.from=0`);
      expect(plan).toContain('"Index Name":"visit_answers_found"');
    });
  }
});
