import { expect, test } from 'vitest';
import { givePost } from '#domains/posts/api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { acknowledgeConcern, endConcern, handOnConcern, listConcerns, raiseConcern } from './api.ts';
import { tellWhatNobodyTookUp } from './jobs.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const participant_id = town.id('participant:wataru');
const later = (hours: number) => {
  town.clock.now = new Date(town.clock.now.getTime() + hours * 3_600_000);
};

async function raise(hours: number) {
  const id = mintId();
  await ogata.call(raiseConcern, { id, participant_id, words: '見本の心配', hours });
  return id;
}
const listed = async () => (await ogata.call(listConcerns, {})).concerns;
const read = async (id: string) => (await listed()).find((one) => one.id === id);

test('a concern has its owner from the beginning, also one that is about no match', async () => {
  const id = await raise(24);
  const one = await read(id);
  expect([one?.owner, one?.match_id, one?.acknowledged_at, one?.late]).toEqual([
    '緒方（見本）',
    null,
    null,
    false,
  ]);
  await ogata.call(acknowledgeConcern, { id });
  await ogata.call(endConcern, { id, result: '見本' });
});

test('when its clock has run out it stands first, and is told of once', async () => {
  const [soon, late] = [await raise(24), await raise(4)];
  const taken = await raise(1);
  await ogata.call(acknowledgeConcern, { id: taken });
  expect(await tellWhatNobodyTookUp(town.database)).toBe(0);
  later(5);
  expect(await tellWhatNobodyTookUp(town.database)).toBe(1);
  expect(await tellWhatNobodyTookUp(town.database)).toBe(0);
  // What was taken up in time is due earlier, and is not late.
  expect((await listed()).map(({ id }) => id)).toEqual([late, taken, soon]);
  const one = await read(late);
  expect([one?.late, one?.reminded_at !== null, (await read(soon))?.reminded_at]).toEqual([true, true, null]);
  const [notice] = await town.look<{ same: boolean }>(
    'select r.meant_for_id = c.owner_post_id as same from concern_reminders r join safeguarding_concerns c on c.id = r.concern_id',
  );
  expect(notice?.same).toBe(true);
  for (const id of [soon, late, taken]) await ogata.call(endConcern, { id, result: '見本' });
});

test('is handed on to another coordinator of the body with a word why, who has to take it up', async () => {
  const id = await raise(24);
  await ogata.call(acknowledgeConcern, { id });
  const own = (await ogata.call(listConcerns, {})).coordinators;
  expect(own).toHaveLength(1);
  const hand = { concern_id: id, why: '見本: 明日から休むため' };
  await expectRefusal(
    ogata.call(handOnConcern, { ...hand, id: mintId(), post_id: own[0]?.post_id ?? '' }),
    'invalid',
  );
  const post_id = mintId();
  await town.as('shiraishi').call(givePost, {
    ...{ id: post_id, account_id: town.id('account:eguchi'), role: 'community_coordinator' },
    ...{ body_id: town.id('body:社協'), starts_on: '2026-02-01' },
  });
  await ogata.call(handOnConcern, { ...hand, id: mintId(), post_id });
  const one = await read(id);
  expect([one?.owner_post_id, one?.acknowledged_at, one?.late]).toEqual([post_id, null, false]);
  expect(one?.handed_on).toMatchObject([{ to: one?.owner, why: hand.why }]);
  expect(one?.owner).not.toBe(one?.handed_on[0]?.from);
  // A new day to take it up in, and a notice of its own when that is over.
  later(25);
  expect(await tellWhatNobodyTookUp(town.database)).toBe(1);
  // Neither to who is no coordinator of the body nor what has ended.
  await expectRefusal(
    ogata.call(handOnConcern, { ...hand, id: mintId(), post_id: town.id('post:tsutsumi') }),
    'invalid',
  );
  await ogata.call(endConcern, { id, result: '見本' });
  await expectRefusal(
    ogata.call(handOnConcern, { ...hand, id: mintId(), post_id: own[0]?.post_id ?? '' }),
    'not_found',
  );
});
