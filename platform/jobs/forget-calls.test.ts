import { expect, test } from 'vitest';
import * as z from 'zod';
import { addBody } from '#domains/posts/api.ts';
import { openTown } from '../../test/town.ts';
import { sql } from '../sql.ts';
import { mintId } from '../uuid.ts';
import { forgetCalls, readCallDays } from './forget-calls.ts';

const town = await openTown('cast');
const shiraishi = town.as('shiraishi');
const dayMs = 86_400_000;
const begin = town.clock.now.getTime();
const goOn = (days: number) => {
  town.clock.now = new Date(begin + days * dayMs);
};
const addNamed = (name: string, call: string) =>
  shiraishi.call(addBody, { id: mintId(), kind: 'other', name, kana: 'みほん' }, call);

test('calls older than so many days are forgotten, and no others; what they did stays', async () => {
  const [old, young] = [mintId(), mintId()];
  await addNamed('見本の古い団体', old);
  goOn(10);
  await addNamed('見本の新しい団体', young);
  goOn(30.5);
  expect(await forgetCalls(town.database, 30)).toBeGreaterThan(0);
  const left = await town.look('select call_id from calls where call_id = any($1)', [[old, young]]);
  expect(left).toEqual([{ call_id: young }]);
  expect(await town.look("select 1 from bodies where name like '見本の%い団体'")).toHaveLength(2);
  expect(await forgetCalls(town.database, 30)).toBe(0);
});

test('whoever asks, a call of the last 72 hours is not forgotten', async () => {
  const call = mintId();
  await addNamed('見本のきのうの団体', call);
  const now = town.clock.now.getTime();
  const hours = (n: number) => {
    town.clock.now = new Date(now + n * 3_600_000);
  };
  hours(71);
  await forgetCalls(town.database, 0);
  expect(await town.look('select 1 from calls where call_id = $1', [call])).toHaveLength(1);
  hours(73);
  await forgetCalls(town.database, 0);
  expect(await town.look('select 1 from calls where call_id = $1', [call])).toEqual([]);
});

test('nobody else takes a call away, not even the caller', async () => {
  const call = mintId();
  await addNamed('見本の団体', call);
  const post = { kind: 'post', post: town.id('post:shiraishi') } as const;
  for (const who of [post, { kind: 'system', name: 'sealer' } as const]) {
    expect(await town.database.as(who, 'test', (db) => db.run(sql`delete from calls`))).toBe(0);
  }
  const seen = await town.database.as({ kind: 'system', name: 'forgetter' }, 'test', (db) =>
    db.all(z.object({ name: z.string() }), sql`select name from households`),
  );
  expect(seen).toEqual([]);
  expect(await town.look('select 1 from calls where call_id = $1', [call])).toHaveLength(1);
});

test('the days are a whole number, and more than a telephone may be without a signal', () => {
  expect(readCallDays({})).toBe(30);
  expect(readCallDays({ KANAEAU_CALL_DAYS: '90' })).toBe(90);
  for (const said of ['3', '0', '-1', '4.5', 'いつも']) {
    expect(() => readCallDays({ KANAEAU_CALL_DAYS: said })).toThrow('4 以上の整数');
  }
});
