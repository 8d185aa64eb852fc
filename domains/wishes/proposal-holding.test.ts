import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  addMatchLeg,
  closeWish,
  decideMatchLeg,
  makeMatchProposal,
  readMatchProposal,
  registerParticipant,
  reopenWish,
  writeWish,
} from './api.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');

async function takePart(name: string, most_a_month?: number): Promise<string> {
  const id = mintId();
  const more = most_a_month ? { most_a_month } : {};
  await ogata.call(registerParticipant, { id, name, kana: 'みほん', sort: 'resident', ...more });
  return id;
}

async function say(participant_id: string, side: 'wish' | 'offer', words: string, more: object = {}) {
  const id = mintId();
  await ogata.call(writeWish, { id, participant_id, side, words, way: 'self', reach: 'town', ...more });
  return id;
}

async function propose(more: object = {}) {
  const id = mintId();
  await ogata.call(makeMatchProposal, { id, ...more });
  return ogata.call(readMatchProposal, { id });
}

const add = (id: string, offer_id: string, wish_id: string) =>
  ogata.call(addMatchLeg, { id, offer_id, wish_id });
async function undo(id: string, offer_id: string) {
  const { legs } = await ogata.call(readMatchProposal, { id });
  const position = legs.find(({ offer }) => offer.id === offer_id)?.position ?? 0;
  await ogata.call(decideMatchLeg, { id, position, decision: 'open' });
}

test('a pair that asks more of an offer than is left is refused when it is added, naming the pair that has it', async () => {
  const offer = await say(await takePart('見本 朝顔'), 'offer', '蚊帳を一度だけ貸せる');
  const [one, other] = [await takePart('見本 桔梗'), await takePart('見本 萩')];
  const [first, second] = [await say(one, 'wish', '夏を涼しく'), await say(other, 'wish', '昔の夏を')];
  const { id } = await propose();
  await add(id, offer, first);
  const { message } = await expectRefusal(add(id, offer, second), 'refused');
  expect(message).toContain('見本 朝顔の「蚊帳を一度だけ貸せる」は、あと1回までです');
  expect(message).toContain('見本 朝顔 から 見本 桔梗 へ');
  expect(
    (await ogata.call(readMatchProposal, { id })).legs.filter((leg) => leg.offer.id === offer),
  ).toHaveLength(1);
  // In what goes back to it the first pair still holds, and so the second still does not.
  const next = await propose({ based_on: id });
  await expectRefusal(add(next.id, offer, second), 'refused');
  await undo(next.id, offer);
  await add(next.id, offer, second);
  const last = await propose({ based_on: next.id });
  expect(last.legs.find((leg) => leg.offer.id === offer)).toMatchObject({
    came_by: 'found',
    decision: 'kept',
    wish: { id: second },
  });
});

test('a pair beyond what somebody gives in a month is refused when it is added, and so is a ring of four', async () => {
  const giver = await takePart('見本 一度', 1);
  const offers = [await say(giver, 'offer', '杵を運べる'), await say(giver, 'offer', '臼を運べる')];
  const wish = await say(await takePart('見本 餅'), 'wish', '餅をつきたい', { times: 2 });
  const { id } = await propose();
  await add(id, offers[0] ?? '', wish);
  expect((await expectRefusal(add(id, offers[1] ?? '', wish), 'refused')).message).toContain(
    '見本 一度にお願いできるのは、今月あと1回までです',
  );
  const people = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => takePart(`見本 ${name}`)));
  const gives = await Promise.all(people.map((one) => say(one, 'offer', '古銭を見せられる')));
  const wants = await Promise.all(people.map((one) => say(one, 'wish', '火鉢にあたりたい')));
  for (const n of [0, 1, 2]) await add(id, gives[n] ?? '', wants[n + 1] ?? '');
  expect((await expectRefusal(add(id, gives[3] ?? '', wants[0] ?? ''), 'refused')).message).toContain(
    '輪は3人までです',
  );
});

test('a pair that a limit has come between since is refused when it is kept', async () => {
  const made = await propose();
  const leg = made.legs.find(({ ring }) => ring === null);
  const keep = () =>
    ogata.call(decideMatchLeg, { id: made.id, position: leg?.position ?? 0, decision: 'kept' });
  await ogata.call(closeWish, { id: leg?.wish.id ?? '', why: 'over' });
  expect((await expectRefusal(keep(), 'refused')).message).toContain('閉じられています');
  await ogata.call(reopenWish, { id: leg?.wish.id ?? '' });
  await keep();
  expect(
    (await ogata.call(readMatchProposal, { id: made.id })).legs[(leg?.position ?? 0) - 1]?.decision,
  ).toBe('kept');
});
