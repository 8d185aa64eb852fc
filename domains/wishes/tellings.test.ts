import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  acknowledgeConcern,
  answerMatch,
  closeMatch,
  endConcern,
  listConcerns,
  listWhoWaited,
  proposeMatch,
  raiseConcern,
  readMatch,
  registerParticipant,
  stopMatchOfConcern,
  tellWhoWaited,
  writeWish,
} from './api.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');

/** Two are asked, and what each answers, the giver first. */
async function ask(giver: string, receiver: string, answers: readonly ('yes' | 'no' | 'later' | null)[]) {
  const [offer_id, wish_id, match_id] = [mintId(), mintId(), mintId()];
  const says = { way: 'self', reach: 'town' } as const;
  await ogata.call(writeWish, {
    ...{ ...says, id: offer_id, participant_id: giver, side: 'offer', words: '凧を揚げられる' },
  });
  await ogata.call(writeWish, {
    ...{ ...says, id: wish_id, participant_id: receiver, side: 'wish', words: '凧を揚げたい' },
  });
  await ogata.call(proposeMatch, { id: match_id, legs: [{ offer_id, wish_id }] });
  for (const [n, participant_id] of [giver, receiver].entries()) {
    const answer = answers[n];
    if (answer) await ogata.call(answerMatch, { id: mintId(), match_id, participant_id, answer });
  }
  return match_id;
}
async function takePart(name: string): Promise<string> {
  const id = mintId();
  await ogata.call(registerParticipant, {
    ...{ id, name, kana: 'みほん', sort: 'resident', reached: 'となりの家を通して' },
  });
  return id;
}
const waiting = async (match_id?: string) =>
  (await ogata.call(listWhoWaited, match_id ? { match_id } : {})).waited;

test('who said yes or later is to be told when a match is passed over, and stands there until that is done', async () => {
  const [yes, no] = [await takePart('見本 はい'), await takePart('見本 いいえ')];
  const match_id = await ask(yes, no, ['yes', 'no']);
  expect(await waiting()).toEqual([]);
  await ogata.call(closeMatch, { id: match_id, outcome: 'passed_over' });
  expect(await waiting()).toMatchObject([
    {
      match_id,
      participant_id: yes,
      name: '見本 はい',
      reached: 'となりの家を通して',
      closed_on: '2026-02-02',
    },
  ]);
  const tell = { match_id, participant_id: yes, told_on: '2026-02-02', how: 'phone' } as const;
  await expectRefusal(ogata.call(tellWhoWaited, { ...tell, told_on: '2026-02-03' }), 'invalid');
  await expectRefusal(ogata.call(tellWhoWaited, { ...tell, participant_id: no }), 'not_found');
  await ogata.call(tellWhoWaited, tell);
  expect(await waiting()).toEqual([]);
  await ogata.call(tellWhoWaited, { ...tell, how: 'paper' });
  expect(await waiting(match_id)).toMatchObject([{ told_on: '2026-02-02', how: 'paper' }]);
});

test('beside a concern stands what else goes on with the same person, and each is stopped with one act', async () => {
  const person = await takePart('見本 気がかり');
  const others = [await takePart('見本 一'), await takePart('見本 二'), await takePart('見本 三')];
  const [first, second] = [
    await ask(others[0] ?? '', person, ['yes', 'yes']),
    await ask(others[1] ?? '', person, ['later', null]),
  ];
  const apart = await ask(others[2] ?? '', others[1] ?? '', ['yes', 'yes']);
  const id = mintId();
  await ogata.call(raiseConcern, { id, participant_id: person, match_id: first, words: '見本の心配' });
  const read = async () => (await ogata.call(listConcerns, {})).concerns.find((one) => one.id === id);
  expect((await read())?.going_on).toMatchObject([{ id: second, with: ['見本 気がかり', '見本 二'] }]);
  await expectRefusal(ogata.call(stopMatchOfConcern, { id, match_id: apart }), 'not_found');
  await ogata.call(stopMatchOfConcern, { id, match_id: second });
  expect((await read())?.going_on).toEqual([]);
  expect((await ogata.call(readMatch, { id: second })).outcome).toBe('stopped');
  await expectRefusal(ogata.call(stopMatchOfConcern, { id, match_id: second }), 'not_found');
  // Who waited hears the same sentence as ever, and is on the list for it.
  expect((await waiting(second)).map(({ name }) => name)).toEqual(['見本 二']);
  await ogata.call(acknowledgeConcern, { id });
  await ogata.call(endConcern, { id, result: '見本' });
  await expectRefusal(ogata.call(stopMatchOfConcern, { id, match_id: apart }), 'not_found');
});
