import { beforeEach, expect, test } from 'vitest';
import { tellWhoWasLongNotMet } from '#domains/escalations/jobs.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { listAbsences, readRound, recordVisit, takeAbsenceBack, tellAbsence } from './api.ts';

const town = await openTown('cast');
const monday = new Date('2026-02-02T10:00:00+09:00');
const [koga, furukawa] = [town.as('koga'), town.as('furukawa')];
const household = (n: number) => town.id(`household:鳥飼:${n}`);

beforeEach(() => {
  town.clock.now = monday;
});

const away = (n: number, starts_on: string, ends_on: string) => ({
  id: mintId(),
  household_id: household(n),
  ...{ starts_on, ends_on, why: 'hospital' as const },
});
const awayOnRound = async (n: number) =>
  (await koga.call(readRound, {})).households.find(({ household_id }) => household_id === household(n))?.away;
const toldOf = (n: number) =>
  town.look(`select id from escalations where household_id = $1 and level = 'unmet'`, [household(n)]);

test('a household that said it would be away stands so on the round until the day, and one press takes it back', async () => {
  const told = away(1, '2026-02-01', '2026-02-05');
  await koga.call(tellAbsence, told);
  expect(await awayOnRound(1)).toEqual({ id: told.id, until: '2026-02-05' });
  town.clock.now = new Date('2026-02-06T10:00:00+09:00');
  expect(await awayOnRound(1)).toBeNull();
  town.clock.now = new Date('2026-02-03T10:00:00+09:00');
  await furukawa.call(takeAbsenceBack, { id: told.id });
  await koga.call(takeAbsenceBack, { id: told.id });
  expect(await awayOnRound(1)).toBeNull();
  const { absences } = await koga.call(listAbsences, { household: household(1) });
  expect(absences).toMatchObject([{ id: told.id, taken_back: true, stands: false }]);
});

test('is not told for the past, backwards, or for more than a year, and not of a household out of reach', async () => {
  const none = { '2026-01-01': '2026-02-01', '2026-02-05': '2026-02-04', '2026-02-06': '2027-03-01' };
  for (const [from, until] of Object.entries(none))
    await expectRefusal(koga.call(tellAbsence, away(1, from, until)), 'invalid');
  await expectRefusal(town.as('sakai').call(tellAbsence, away(1, '2026-02-02', '2026-02-03')), 'not_found');
  const told = away(2, '2026-02-02', '2026-02-03');
  await koga.call(tellAbsence, told);
  await expectRefusal(town.as('sakai').call(takeAbsenceBack, { id: told.id }), 'not_found');
  expect((await town.as('sakai').call(listAbsences, { household: household(2) })).absences).toEqual([]);
});

test('nobody is told that nobody was met on days on which they were known to be away', async () => {
  await koga.call(tellAbsence, away(3, '2026-02-02', '2026-02-20'));
  const knock = (n: number) =>
    koga.call(recordVisit, {
      id: mintId(),
      household_id: household(n),
      visited_on: '2026-02-02',
      channel: 'face',
      contact: 'absent',
    });
  for (let times = 0; times < 3; times++) {
    await knock(3);
    await knock(4);
  }
  expect(await toldOf(3)).toHaveLength(0);
  expect(await toldOf(4)).toHaveLength(1);
});

test('nor for days, and these days do not count when they are back', async () => {
  for (const n of [5, 6])
    await koga.call(recordVisit, {
      ...{ id: mintId(), household_id: household(n), visited_on: '2026-02-02' },
      ...{ channel: 'face', contact: 'met' },
    });
  await koga.call(tellAbsence, away(5, '2026-02-10', '2026-03-01'));
  const days = async (day: string) => {
    town.clock.now = new Date(`${day}T10:00:00+09:00`);
    await tellWhoWasLongNotMet(town.database);
    return [(await toldOf(5)).length, (await toldOf(6)).length];
  };
  expect(await days('2026-04-02')).toEqual([0, 0]);
  expect(await days('2026-04-03')).toEqual([0, 1]);
  expect(await days('2026-04-22')).toEqual([0, 1]);
  expect(await days('2026-04-23')).toEqual([1, 1]);
});
