import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  answerMatch,
  closeMatch,
  declareConflict,
  endConcern,
  listWishes,
  proposeMatch,
  raiseConcern,
  recordFulfilment,
  registerParticipant,
  setRoleNeeds,
  suggestMatches,
  takeBackFulfilment,
  writeWish,
} from './api.ts';
import type { Hindrance } from './hindrance.ts';
import { hindranceWords } from './hindrance.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');

async function register(name: string, district = '鳥飼') {
  const id = mintId();
  const district_id = town.id(`district:${district}`);
  await ogata.call(registerParticipant, { id, name, kana: 'みほん', sort: 'resident', district_id });
  return id;
}

async function write(participant_id: string, side: 'wish' | 'offer', words: string, more: object = {}) {
  const id = mintId();
  await ogata.call(writeWish, { id, participant_id, side, words, way: 'self', ...more });
  return id;
}

/** Somebody who would like to be driven, and somebody who drives; words that nothing else in the town shares. */
async function meet(mark: string, wished: object = {}, offered: object = {}) {
  const [receiver, giver] = [await register(`見本 ${mark} 一`), await register(`見本 ${mark} 二`)];
  const wish_id = await write(receiver, 'wish', `${mark}を習いたい`, { reach: 'own_district', ...wished });
  const offer_id = await write(giver, 'offer', `${mark}を教えられる`, { reach: 'own_district', ...offered });
  return { receiver, giver, wish_id, offer_id };
}

const propose = async ({ offer_id, wish_id }: { offer_id: string; wish_id: string }) => {
  const id = mintId();
  await ogata.call(proposeMatch, { id, legs: [{ offer_id, wish_id }] });
  return id;
};
const offersBeside = async (wish_id: string) => {
  const found = await ogata.call(suggestMatches, { id: wish_id });
  return { ...found, ids: found.suggestions.flatMap(({ legs }) => legs.map(({ offer }) => offer.id)) };
};
async function expectHindered(pair: { offer_id: string; wish_id: string }, why: Hindrance) {
  expect((await offersBeside(pair.wish_id)).ids).not.toContain(pair.offer_id);
  expect((await expectRefusal(propose(pair), 'refused')).message).toBe(hindranceWords[why]());
}

test('what came true as often as was said is not even looked at beside another, until that is taken back', async () => {
  const pair = await meet('投網打ち');
  const other = await write(await register('見本 投網打ち 三'), 'wish', '投網打ちを習いたい');
  const looked = async () => (await offersBeside(other)).looked_at;
  const before = await looked();
  const match_id = await propose(pair);
  for (const participant_id of [pair.receiver, pair.giver])
    await ogata.call(answerMatch, { match_id, id: mintId(), participant_id, answer: 'yes' });
  expect(await looked()).toBe(before);
  const id = mintId();
  await ogata.call(recordFulfilment, { match_id, id, position: 1, happened_on: '2026-02-01' });
  expect(await looked()).toBe(before - 1);
  await ogata.call(takeBackFulfilment, { id, reason: '見本' });
  expect(await looked()).toBe(before);
});

describe('what was asked and did not come together', () => {
  test('is not suggested again, is counted, and may be asked once more on purpose', async () => {
    const pair = await meet('縄文土器づくり');
    expect((await offersBeside(pair.wish_id)).ids).toEqual([pair.offer_id]);
    const match = await propose(pair);
    expect(await offersBeside(pair.wish_id)).toMatchObject({ ids: [], asked_before: 1 });
    await expectRefusal(propose(pair), 'refused');
    await ogata.call(closeMatch, { id: match, outcome: 'passed_over' });
    expect(await offersBeside(pair.wish_id)).toMatchObject({ ids: [], asked_before: 1 });
    await propose(pair);
  });
});

describe('an open concern about somebody', () => {
  test('keeps them out of every suggestion and every new match until it has ended', async () => {
    const pair = await meet('尺八の吹きかた');
    const id = mintId();
    await ogata.call(raiseConcern, { id, participant_id: pair.giver, words: '見本の心配', hours: 24 });
    await expectHindered(pair, 'concern');
    expect((await ogata.call(suggestMatches, { id: pair.offer_id })).waits_for).toBe('concern');
    await ogata.call(endConcern, { id, result: '話を聞いた。' });
    expect((await offersBeside(pair.wish_id)).ids).toEqual([pair.offer_id]);
    await propose(pair);
  });
});

describe('what was to be until a day', () => {
  test('is not suggested after it, and says so in the list', async () => {
    const pair = await meet('紙すきの手順', {}, { until: '2026-02-05' });
    expect((await offersBeside(pair.wish_id)).ids).toEqual([pair.offer_id]);
    const before = town.clock.now;
    town.clock.now = new Date('2026-02-06T10:00:00+09:00');
    await expectHindered(pair, 'over');
    expect((await ogata.call(suggestMatches, { id: pair.offer_id })).waits_for).toBe('until');
    const { wishes } = await ogata.call(listWishes, { side: 'offer', q: '紙すき' });
    expect(wishes.map(({ id, over }) => [id, over])).toEqual([[pair.offer_id, true]]);
    town.clock.now = before;
  });
});

describe('a match is looked at again when it is asked for', () => {
  test('for days that exclude one another', async () => {
    await expectHindered(await meet('竹かごの編みかた', { days: [1] }, { days: [2] }), 'time');
  });

  test('for what the role asks of whoever takes it on', async () => {
    const pair = await meet('機織りの手ほどき', { tags: ['driving'] }, { tags: ['driving'] });
    expect((await offersBeside(pair.wish_id)).ids).toContain(pair.offer_id);
    await ogata.call(setRoleNeeds, { id: mintId(), tag: 'driving', needs: ['interview'] });
    expect((await offersBeside(pair.wish_id)).ids).not.toContain(pair.offer_id);
    expect((await expectRefusal(propose(pair), 'refused')).message).toContain('送迎・車に乗せる: 面談');
  });

  test('for the cap of whoever gives, three a month where none was set', async () => {
    const first = await meet('藍染めのこつ', {}, { times: 9 });
    const again = async () => {
      const receiver = await register('見本 藍染め');
      return { ...first, wish_id: await write(receiver, 'wish', '藍染めのこつを習いたい') };
    };
    await propose(first);
    for (let n = 0; n < 2; n++) await propose(await again());
    const fourth = await again();
    await expectHindered(fourth, 'no_room');
    expect((await offersBeside(fourth.wish_id)).resting).toBe(1);
  });

  test('for two who are declared apart at the two ends of a chain', async () => {
    const [one, two, three] = [
      await register('見本 ア'),
      await register('見本 イ'),
      await register('見本 ウ'),
    ];
    const legs = [
      {
        offer_id: await write(one, 'offer', '琴を弾ける'),
        wish_id: await write(two, 'wish', '琴を聞きたい'),
      },
      {
        offer_id: await write(two, 'offer', '笛を吹ける'),
        wish_id: await write(three, 'wish', '笛を聞きたい'),
      },
    ];
    await ogata.call(declareConflict, { id: mintId(), participant_id: one, other_id: three, why: '見本' });
    const { message } = await expectRefusal(ogata.call(proposeMatch, { id: mintId(), legs }), 'refused');
    expect(message).toBe(hindranceWords.apart());
  });
});
