import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  addMatchLeg,
  closeWish,
  decideMatchLeg,
  declareConflict,
  makeMatchProposal,
  readMatchProposal,
  registerParticipant,
  reopenWish,
  setRoleNeeds,
  writeWish,
} from './api.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');

async function propose(more: object = {}) {
  const id = mintId();
  await ogata.call(makeMatchProposal, { id, ...more });
  return ogata.call(readMatchProposal, { id });
}
type Proposal = Awaited<ReturnType<typeof propose>>;
type Leg = Proposal['legs'][number];

const keyOf = ({ offer, wish }: Leg) => offer.id + wish.id;
const foundIn = ({ legs }: Proposal) => legs.filter(({ came_by }) => came_by === 'found').map(keyOf);
const find = ({ legs }: Proposal, key: string) => legs.find((leg) => keyOf(leg) === key);
const decide = (proposal: Proposal, key: string, decision: 'kept' | 'left_out' | 'open') =>
  ogata.call(decideMatchLeg, { id: proposal.id, position: find(proposal, key)?.position ?? 0, decision });

const first = await propose();
const [kept, out] = first.legs.filter(({ ring }) => ring === null).map(keyOf) as [string, string];

test('what was kept and left out still holds in the third proposal and the fourth, until it is taken back in', async () => {
  await decide(first, kept, 'kept');
  await decide(first, out, 'left_out');
  const second = await propose({ based_on: first.id });
  expect(find(second, kept)).toMatchObject({ came_by: 'found', decision: 'kept' });
  expect(find(second, out)).toMatchObject({ came_by: 'carried', decision: 'left_out', hindrance: null });
  expect(second.fulfilled).toBe(foundIn(second).length);
  const third = await propose({ based_on: second.id });
  expect(foundIn(third)).toContain(kept);
  expect(foundIn(third)).not.toContain(out);
  expect(find(third, kept)?.decision).toBe('kept');
  await decide(third, out, 'open');
  expect(
    (await ogata.call(readMatchProposal, { id: third.id })).legs.find((leg) => keyOf(leg) === out),
  ).toMatchObject({
    came_by: 'carried',
    decision: null,
  });
  const fourth = await propose({ based_on: third.id });
  expect(find(fourth, out)).toMatchObject({ came_by: 'found', decision: null });
  expect((await propose({ based_on: second.id })).legs.find((leg) => keyOf(leg) === out)?.decision).toBe(
    'left_out',
  );
});

test('what was kept and cannot be any more is named with the reason, and comes back when it can', async () => {
  const offer = find(first, kept)?.offer;
  await ogata.call(closeWish, { id: offer?.id ?? '', why: 'over' });
  const second = await propose({ based_on: first.id });
  expect(find(second, kept)).toMatchObject({ came_by: 'carried', decision: 'kept', hindrance: 'closed' });
  await ogata.call(reopenWish, { id: offer?.id ?? '' });
  const third = await propose({ based_on: second.id });
  expect(find(third, kept)).toMatchObject({ came_by: 'found', decision: 'kept', hindrance: null });
  await ogata.call(declareConflict, {
    id: mintId(),
    participant_id: find(first, kept)?.giver_id ?? '',
    other_id: find(first, kept)?.receiver_id ?? '',
    why: '見本',
  });
  expect(find(await propose({ based_on: third.id }), kept)?.hindrance).toBe('apart');
});

test('the points are told with what they are made of', async () => {
  const { parts, bonus_each, gives_and_receives, points } = first;
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.every((part) => part.points > 0)).toBe(true);
  const sum = parts.reduce((all, part) => all + part.points, 0);
  expect(sum + (bonus_each ?? 0) * gives_and_receives).toBe(points);
});

test('a chain is kept as one in its order, each of its pairs decided by itself, and its roles say what they ask for', async () => {
  const names = ['一', '二', '三'];
  const ids = names.map(() => mintId());
  for (const [n, id] of ids.entries())
    await ogata.call(registerParticipant, {
      id,
      name: `${names[n]}さん（見本）`,
      kana: 'みほん',
      sort: 'resident',
    });
  const says = { way: 'self', reach: 'town' } as const;
  const write = (n: number, side: 'wish' | 'offer', words: string) =>
    ogata.call(writeWish, { ...says, id: mintId(), participant_id: ids[n] ?? '', side, words });
  await write(0, 'offer', '尺八の吹き方をていねいに教えられる');
  await write(1, 'wish', '尺八の吹き方をていねいに教えてほしい');
  await write(1, 'offer', '琴の調弦のしかたを見せられる');
  await write(2, 'wish', '琴の調弦のしかたを見せてほしい');
  const made = await propose();
  const chain = made.legs.filter((leg) => leg.chain !== null && ids.includes(leg.giver_id));
  expect(chain.map(({ giver_id, receiver_id, place, ring }) => [giver_id, receiver_id, place, ring])).toEqual(
    [
      [ids[0], ids[1], 1, null],
      [ids[1], ids[2], 2, null],
    ],
  );
  expect(new Set(chain.map((leg) => leg.chain)).size).toBe(1);
  await decide(made, keyOf(chain[0] as Leg), 'left_out');
  const read = await ogata.call(readMatchProposal, { id: made.id });
  expect(chain.map((leg) => find(read, keyOf(leg))?.decision)).toEqual(['left_out', null]);
  const [tag] = chain[0]?.offer.hints ?? [];
  await ogata.call(setRoleNeeds, { id: mintId(), tag: tag ?? '', needs: ['interview', 'visible_place'] });
  expect(find(await ogata.call(readMatchProposal, { id: made.id }), keyOf(chain[0] as Leg))?.needs).toEqual([
    'interview',
    'visible_place',
  ]);
});

describe('a pair of the coordinator’s own', () => {
  const says = { way: 'self', reach: 'town' } as const;
  async function invent(side: 'wish' | 'offer', words: string, more: object = {}) {
    const [id, participant_id] = [mintId(), mintId()];
    await ogata.call(registerParticipant, {
      id: participant_id,
      name: '見本 加える',
      kana: 'みほん',
      sort: 'resident',
    });
    await ogata.call(writeWish, { ...says, id, participant_id, side, words, ...more });
    return { id, participant_id };
  }

  test('is added where nothing hinders it, holds in every later proposal, and is taken back', async () => {
    const offer = await invent('offer', '活版の名刺をしまってある');
    const wish = await invent('wish', 'なにか古いものを見たい');
    const made = await propose();
    const key = offer.id + wish.id;
    expect(find(made, key)).toBeUndefined();
    const pair = { id: made.id, offer_id: offer.id, wish_id: wish.id };
    await ogata.call(addMatchLeg, pair);
    await ogata.call(addMatchLeg, pair);
    const read = await ogata.call(readMatchProposal, { id: made.id });
    expect(read.legs.filter((leg) => keyOf(leg) === key)).toMatchObject([
      {
        came_by: 'added',
        decision: 'kept',
        giver_id: offer.participant_id,
        receiver_id: wish.participant_id,
        reasons: ['in_town', 'new_tie', 'new_kind_for_giver', 'new_kind_for_receiver'],
      },
    ]);
    expect(read.fulfilled).toBe(made.fulfilled);
    const second = await propose({ based_on: made.id });
    expect(find(second, key)).toMatchObject({ came_by: 'found', decision: 'kept' });
    const third = await propose({ based_on: second.id });
    expect(find(third, key)).toMatchObject({ came_by: 'found', decision: 'kept' });
    await decide(third, key, 'open');
    expect(find(await propose({ based_on: third.id }), key)).toBeUndefined();
  });

  test('is refused with the limit that stands between the two', async () => {
    const offer = await invent('offer', '活版の名刺を日曜に出せる', { days: [7] });
    const monday = await invent('wish', '月曜に古いものを見たい', { days: [1] });
    const made = await propose();
    const add = (wish_id: string, offer_id = offer.id, id = made.id) =>
      ogata.call(addMatchLeg, { id, offer_id, wish_id });
    expect((await expectRefusal(add(monday.id), 'refused')).message).toContain('曜日や時間帯が合いません');
    const apart = await invent('wish', '古いものを見たい');
    await ogata.call(declareConflict, {
      ...{ id: mintId(), participant_id: apart.participant_id, other_id: offer.participant_id, why: '見本' },
    });
    expect((await expectRefusal(add(apart.id), 'refused')).message).toContain('組み合わせない');
    const closed = await invent('wish', '古いものを見たい');
    await ogata.call(closeWish, { id: closed.id, why: 'over' });
    expect((await expectRefusal(add(closed.id), 'refused')).message).toContain('閉じられています');
    const district_id = town.id('district:鳥飼');
    const elsewhere = await invent('wish', '古いものを見たい', { district_id: town.id('district:草野') });
    const ofDistrict = await propose({ district_id });
    const there = await expectRefusal(add(elsewhere.id, offer.id, ofDistrict.id), 'refused');
    expect(there.message).toContain('この提案の校区');
    await expectRefusal(add(offer.id), 'invalid');
    await expectRefusal(add(apart.id, monday.id), 'invalid');
    await expectRefusal(add(apart.id, offer.id, mintId()), 'not_found');
    expect((await ogata.call(readMatchProposal, { id: made.id })).legs).toEqual(made.legs);
  });
});
