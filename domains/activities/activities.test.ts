import { expect, test } from 'vitest';
import { recordVisit } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';

const town = await openTown('sample');
const { id } = town;
const tanaka = town.as('tanaka');
const chair = town.as('matsuo');
const month = '2026-01';
const of = { post_id: id('post:tanaka'), month };
const read = (who = tanaka) => who.call(api.readActivitySheet, { post: id('post:tanaka'), month });
type Read = Awaited<ReturnType<typeof read>>;
const sumOf = ({ tables }: Pick<Read, 'tables'>, code: string) =>
  tables.find((table) => table.code === code)?.sum;
const write = async (added: Record<string, number>, days: number[] = [6]) =>
  tanaka.call(api.writeActivitySheet, {
    id: mintId(),
    ...of,
    follows: (await read()).version,
    added,
    days,
  });
const handIn = async () =>
  tanaka.call(api.handInActivitySheet, { id: mintId(), ...of, follows: (await read()).version });

test('the month of the sample town is what its rows come to, counted without our query', async () => {
  const [visits] = await town.look<{ n: number; days: number }>(
    `select count(*)::int as n, count(distinct visited_on)::int as days from visits
     where post_id = $1 and visited_on between '2026-01-01' and '2026-01-31'`,
    [id('post:tanaka')],
  );
  const record = await read();
  expect(visits?.n).toBe(4);
  expect(sumOf(record, 'visits')).toEqual([visits?.n, 0, visits?.n]);
  expect(sumOf(record, 'days')).toEqual([visits?.days, 3, (visits?.days ?? 0) + 3]);
  expect(record.state).toBe('open');
});

test('content and field have to come to the same, and days are counted once', async () => {
  await write({ daily_support: 2, elderly: 1 });
  const refused = await expectRefusal(handIn(), 'invalid');
  expect(refused.message).toContain('内容別');
  expect(refused.message).toContain('2');
  await write({ daily_support: 2, elderly: 1, disabled: 1 }, [8, 8, 22, 6]);
  expect(sumOf(await read(), 'days')).toEqual([2, 1, 3]);
});

test('a visit under two hats counts once, under the hat that was worn', async () => {
  const before = sumOf(await read(), 'visits')?.[0];
  const [shared] = await town.look<{ household_id: string }>(
    `select household_id from household_assignments where post_id = $1 limit 1`,
    [id('post:tanaka-visitor')],
  );
  await town.as('tanaka-visitor').call(recordVisit, {
    id: mintId(),
    household_id: shared?.household_id ?? '',
    visited_on: '2026-01-08',
    channel: 'face',
    contact: 'met',
  });
  expect(sumOf(await read(), 'visits')?.[0]).toBe(before);
});

test('what is handed in does not move; the chair sends it back with a remark, and it is handed in again', async () => {
  await handIn();
  expect(await read()).toMatchObject({ state: 'handed_in', changed: false });
  const { sheet_id } = await read(chair);
  const back = { sheet_id: sheet_id ?? '', answer: 'sent_back' as const };
  await expectRefusal(chair.call(api.answerActivitySheet, back), 'invalid');
  await chair.call(api.answerActivitySheet, { ...back, words: '訪問が少ないようです（見本）' });
  expect(await read()).toMatchObject({ state: 'sent_back', answers: [{ answer: 'sent_back' }] });
  await write({ daily_support: 2, elderly: 2 });
  await handIn();
  expect((await read()).state).toBe('handed_in');
});
