import { expect, test } from 'vitest';
import { addMember, closeHousehold, endMember } from '#domains/parties/api.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '../../test/town.ts';
import { readToday } from './api.ts';

const town = await openTown('cast');
const furukawa = town.as('furukawa');
const view = async (who: string) => (await town.as(who).call(readToday, {})).view;
const round = await town.look<{ household_id: string }>(
  'select household_id from household_assignments where post_id = $1 and ends_on is null order by 1',
  [town.id('post:koga')],
);
const [died = '', stays = ''] = round.map(({ household_id }) => household_id);

test('a death ends the round there; the visitor is told that one is gone, the gatherer which and why', async () => {
  expect(await view('koga')).toMatchObject({ left: null });
  await furukawa.call(closeHousehold, { id: died, closed_on: '2026-01-30', why: 'died' });
  const told = await view('koga');
  expect(told).toMatchObject({ left: { n: 1, last_on: '2026-01-30' } });
  expect(JSON.stringify(told)).not.toContain(died);
  expect(await view('furukawa')).toMatchObject({
    gone: [{ household_id: died, person: null, on: '2026-01-30', why: 'died' }],
  });
  expect(await view('kusano-lead')).toMatchObject({ gone: [] });
});

test('of two, the one who died is named to the gatherer, and the round goes on', async () => {
  const id = mintId();
  const person = { name: '見本 ふたり', kana: 'みほん ふたり', relation: 'spouse' } as const;
  await furukawa.call(addMember, { id, household_id: stays, ...person, starts_on: '2025-01-01' });
  await furukawa.call(endMember, { id, ends_on: '2026-02-01', why: 'died' });
  expect(await view('koga')).toMatchObject({ left: { n: 1 } });
  expect(await view('furukawa')).toMatchObject({
    gone: [{ household_id: stays, person: '見本 ふたり', why: 'died' }, { household_id: died }],
  });
});

test('a month later nobody is told any more', async () => {
  town.clock.now = new Date('2026-03-10T10:00:00+09:00');
  expect(await view('koga')).toMatchObject({ left: null });
  expect(await view('furukawa')).toMatchObject({ gone: [] });
});
