import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import {
  hearVisitWish,
  listRoundAgreements,
  listStandIns,
  listVisitWishes,
  readRound,
  recordVisit,
  setRoundAgreement,
} from './api.ts';
import { assignHousehold, endAssignment } from './assignment-api.ts';
import { handOver, readHandover } from './handover-api.ts';

const town = await openTown('cast');
const [koga, furukawa, ogata] = [town.as('koga'), town.as('furukawa'), town.as('ogata')];
const household = (n: number) => town.id(`household:鳥飼:${n}`);
const assign = (n: number, who: string, starts_on = '2026-02-02', ends_on: string | null = null) => ({
  id: mintId(),
  household_id: household(n),
  post_id: town.id(`post:${who}`),
  starts_on,
  ends_on,
});
const agreement = (agreed: boolean, starts_on: string) => ({
  id: mintId(),
  district_id: town.id('district:鳥飼'),
  agreed,
  starts_on,
  words: '校区社協の役員会で（見本）',
});

describe('a round', () => {
  test('says how each household wishes to be looked in on, and nothing of one that was not asked', async () => {
    await koga.call(hearVisitWish, {
      household_id: household(1),
      every: 'weekly',
      channel: 'phone',
      words: '夕方に',
      heard_on: '2026-02-01',
    });
    const { households } = await koga.call(readRound, {});
    const wish = (n: number) => households.find(({ household_id }) => household_id === household(n))?.wish;
    expect(wish(1)).toMatchObject({ wished: true, every: 'weekly', channel: 'phone', words: '夕方に' });
    expect(wish(5)).toBeNull();
    const { wishes } = await furukawa.call(listVisitWishes, { household: household(1) });
    expect(wishes.map(({ every }) => every)).toEqual(['weekly', 'two_weeks']);
  });

  test('is nobody’s where a household does not wish it: who is there stays, and nobody is assigned anew', async () => {
    town.clock.now = new Date('2026-02-02T10:05:00+09:00');
    const said = { household_id: household(6), heard_on: '2026-02-02' } as const;
    await koga.call(hearVisitWish, { ...said, every: 'not_wished' });
    const refused = await expectRefusal(
      furukawa.call(assignHousehold, assign(6, 'tanaka-visitor')),
      'refused',
    );
    expect(refused.message).toContain('望んでいません');
    const { households } = await koga.call(readRound, {});
    expect(households.map(({ household_id }) => household_id)).toContain(household(6));
    town.clock.now = new Date('2026-02-02T10:06:00+09:00');
    await koga.call(hearVisitWish, { ...said, every: 'as_needed' });
    await furukawa.call(assignHousehold, assign(6, 'tanaka-visitor'));
  });

  test('is given only from the day on which the district has agreed, except a commissioner’s', async () => {
    await furukawa.call(setRoundAgreement, agreement(false, '2026-03-01'));
    await furukawa.call(setRoundAgreement, agreement(true, '2026-04-01'));
    const march = await expectRefusal(
      furukawa.call(assignHousehold, assign(7, 'tanaka-visitor', '2026-03-10')),
      'refused',
    );
    expect(march.message).toContain('取り決め');
    await furukawa.call(assignHousehold, assign(7, 'tanaka', '2026-03-10'));
    await furukawa.call(assignHousehold, assign(7, 'tanaka-visitor', '2026-04-10'));
    const { agreements } = await koga.call(listRoundAgreements, {});
    expect(agreements.filter(({ holds }) => holds).map(({ starts_on }) => starts_on)).toEqual(['2024-04-01']);
  });

  test('wishes of another district are not there, and an agreement is written by who gathers there', async () => {
    const wish = { household_id: household(1), every: 'monthly', heard_on: '2026-02-02' } as const;
    await expectRefusal(town.as('sakai').call(hearVisitWish, wish), 'not_found');
    await expectRefusal(koga.call(hearVisitWish, { ...wish, heard_on: '2026-02-03' }), 'invalid');
    await expectRefusal(
      town.as('kusano-lead').call(setRoundAgreement, agreement(true, '2026-05-01')),
      'not_found',
    );
    expect((await town.as('sakai').call(listVisitWishes, { household: household(1) })).wishes).toEqual([]);
  });
});

describe('who could stand in', () => {
  test('is who knows the household and does not look in there now; nobody is assigned by it', async () => {
    expect((await furukawa.call(listStandIns, { household: household(8) })).stand_ins).toEqual([]);
    await koga.call(recordVisit, {
      id: mintId(),
      household_id: household(8),
      visited_on: '2026-01-20',
      channel: 'face',
      contact: 'met',
    });
    const given = assign(8, 'tanaka-visitor', '2026-01-01');
    await furukawa.call(assignHousehold, given);
    await furukawa.call(endAssignment, { id: given.id, ends_on: '2026-01-31' });
    const { stand_ins } = await ogata.call(listStandIns, { household: household(8) });
    expect(stand_ins).toEqual([
      {
        post_id: town.id('post:tanaka-visitor'),
        person: '田中（見本）',
        role: 'visitor',
        knows: 'looked_in_before',
        last_on: '2026-01-31',
      },
    ]);
  });
});

test('a hand-over says how each household wishes to be looked in on', async () => {
  const id = mintId();
  await furukawa.call(handOver, { id, post_id: town.id('post:koga'), words: '' });
  const { promises } = await furukawa.call(readHandover, { id });
  const first = promises.find(({ household_id }) => household_id === household(1));
  expect(first?.wish).toMatchObject({ every: 'weekly', words: '夕方に' });
});
