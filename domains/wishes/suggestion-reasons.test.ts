import { expect, test } from 'vitest';
import { writeContribution } from '#domains/contributions/api.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '#test/town.ts';
import {
  answerMatch,
  proposeMatch,
  readMatch,
  recordFulfilment,
  registerParticipant,
  suggestMatches,
  takeBackFulfilment,
  writeWish,
} from './api.ts';
import type { Sort } from './model.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');

async function register(sort: Sort) {
  const id = mintId();
  await ogata.call(registerParticipant, { id, name: `見本 ${id.slice(-4)}`, kana: 'みほん', sort });
  return id;
}

async function write(participant_id: string, side: 'wish' | 'offer', words: string, times = 1) {
  const id = mintId();
  await ogata.call(writeWish, { id, participant_id, side, words, way: 'self', reach: 'town', times });
  return id;
}

async function happen(offer_id: string, wish_id: string, people: readonly string[]) {
  const [match_id, id] = [mintId(), mintId()];
  await ogata.call(proposeMatch, { id: match_id, legs: [{ offer_id, wish_id }] });
  for (const participant_id of people)
    await ogata.call(answerMatch, { match_id, id: mintId(), participant_id, answer: 'yes' });
  await ogata.call(recordFulfilment, { match_id, id, position: 1, happened_on: '2026-02-01' });
  return id;
}

test('whether it would be the first relation of its kind is said of each side, and of neither once both had one', async () => {
  const [company, person, other] = [
    await register('company'),
    await register('resident'),
    await register('resident'),
  ];
  const offer = await write(company, 'offer', '見本の水車の粉ひき', 5);
  const asks = async (wish: string) => {
    const { suggestions } = await ogata.call(suggestMatches, { id: wish });
    const leg = suggestions.flatMap(({ legs }) => legs).find((one) => one.offer.id === offer);
    return leg?.reasons.filter((reason) => reason.startsWith('new_kind'));
  };
  const wish = await write(person, 'wish', '見本の水車の粉ひき', 5);
  expect(await asks(wish)).toEqual(['new_kind_for_giver', 'new_kind_for_receiver']);
  const taken = await happen(offer, await write(other, 'wish', '見本の水車の粉ひき'), [company, other]);
  expect(await asks(wish)).toEqual(['new_kind_for_receiver']);
  await happen(offer, await write(person, 'wish', '見本の水車の粉ひき'), [company, person]);
  expect(await asks(wish)).toEqual([]);
  await ogata.call(takeBackFulfilment, { id: taken, reason: '見本' });
  expect(await asks(await write(other, 'wish', '見本の水車の粉ひき'))).toEqual(['new_kind_for_receiver']);
});

test('a contribution stands beside what was suggested from it, with its conditions and its end', async () => {
  const [company, person] = [await register('company'), await register('resident')];
  const offer_id = await write(company, 'offer', '見本の石うすを貸せる');
  const wish_id = await write(person, 'wish', '見本の石うすを使いたい');
  const read = async () => {
    const { suggestions } = await ogata.call(suggestMatches, { id: wish_id });
    return suggestions.flatMap(({ legs }) => legs).find(({ offer }) => offer.id === offer_id)?.giving;
  };
  expect(await read()).toBeNull();
  const id = mintId();
  await ogata.call(writeContribution, {
    ...{ id, offer_id, kinds: ['goods'], conditions: '取りに来られる人', insurance: 'not_needed' },
    ...{ starts_on: '2026-01-01', ends_on: '2026-02-03' },
  });
  const giving = { id, conditions: '取りに来られる人', starts_on: '2026-01-01', ends_on: '2026-02-03' };
  expect(await read()).toEqual({ ...giving, over: false });
  const match = mintId();
  await ogata.call(proposeMatch, { id: match, legs: [{ offer_id, wish_id }] });
  town.clock.now = new Date(town.clock.now.getTime() + 3 * 86_400_000);
  expect((await ogata.call(readMatch, { id: match })).legs.map((leg) => leg.giving)).toEqual([
    { ...giving, over: true },
  ]);
});
