import { beforeAll, describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  addMatchLeg,
  makeMatchProposal,
  proposeMatch,
  readMatchProposal,
  readParticipant,
  recordReadiness,
  registerParticipant,
  setRoleNeeds,
  suggestMatches,
  writeWish,
} from './api.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const days = { met_on: '2026-01-20', vouched_by: '緒方（見本）' };

async function takePart(name: string): Promise<string> {
  const id = mintId();
  await ogata.call(registerParticipant, { id, name, kana: 'みほん', sort: 'resident' });
  return id;
}
async function say(participant_id: string, side: 'wish' | 'offer', words: string, tag: string) {
  const id = mintId();
  await ogata.call(writeWish, {
    ...{ id, participant_id, side, words, tags: [tag], way: 'self', reach: 'town', times: 3 },
  });
  return id;
}
const ready = (participant_id: string, need: 'interview' | 'training', tags: string[], more: object = {}) =>
  ogata.call(recordReadiness, { ...days, id: mintId(), participant_id, need, tags, ...more });

/** 話し相手 asks for an interview, 子どもと遊ぶ for an interview and training. One person offers both, somebody wishes for both. */
describe('somebody ready for one role', () => {
  let giver: string;
  let talks: { offer_id: string; wish_id: string };
  let plays: { offer_id: string; wish_id: string };
  const beside = async (id: string) => {
    const found = await ogata.call(suggestMatches, { id });
    const offers = found.suggestions.flatMap(({ legs }) => legs.map(({ offer }) => offer.id));
    return { ...found, offers };
  };
  const ask = (leg: { offer_id: string; wish_id: string }) =>
    ogata.call(proposeMatch, { id: mintId(), legs: [leg] });

  beforeAll(async () => {
    giver = await takePart('見本 ふたつ');
    const receiver = await takePart('見本 ねがい');
    await ogata.call(setRoleNeeds, { id: mintId(), tag: 'talking', needs: ['interview'] });
    await ogata.call(setRoleNeeds, { id: mintId(), tag: 'playing', needs: ['interview', 'training'] });
    talks = {
      offer_id: await say(giver, 'offer', '縁側で話し相手になれる', 'talking'),
      wish_id: await say(receiver, 'wish', '縁側で話し相手がほしい', 'talking'),
    };
    plays = {
      offer_id: await say(giver, 'offer', '竹馬で子どもと遊べる', 'playing'),
      wish_id: await say(receiver, 'wish', '竹馬で子どもと遊んでほしい', 'playing'),
    };
    await ready(giver, 'interview', ['talking']);
  });

  test('is suggested for it and not for the other, which is named with what is missing', async () => {
    expect((await beside(talks.wish_id)).offers).toContain(talks.offer_id);
    const waiting = await beside(plays.wish_id);
    expect(waiting.offers).not.toContain(plays.offer_id);
    expect(waiting.not_ready).toBe(1);
    expect(waiting.not_ready_for).toContainEqual({ tag: 'playing', needs: ['interview', 'training'] });
  });

  test('stands in no proposal for the other, cannot be added to one, and is not asked', async () => {
    const id = mintId();
    await ogata.call(makeMatchProposal, { id });
    const { legs } = await ogata.call(readMatchProposal, { id });
    expect(legs.map(({ offer }) => offer.id)).toContain(talks.offer_id);
    expect(legs.map(({ offer }) => offer.id)).not.toContain(plays.offer_id);
    const says = '見本 ふたつは、この役割の準備がまだです（子どもと遊ぶ: 面談、研修）。';
    expect((await expectRefusal(ogata.call(addMatchLeg, { id, ...plays }), 'refused')).message).toContain(
      says,
    );
    expect((await expectRefusal(ask(plays), 'refused')).message).toContain(says);
  });

  test('is ready for the other when all of it is met for that role, until the day it holds', async () => {
    await ready(giver, 'training', ['playing'], { until: '2026-02-10' });
    expect((await expectRefusal(ask(plays), 'refused')).message).toContain('（子どもと遊ぶ: 面談）');
    await ready(giver, 'interview', ['playing']);
    expect((await beside(plays.wish_id)).offers).toContain(plays.offer_id);
    const { readiness } = await ogata.call(readParticipant, { id: giver });
    expect(readiness.find(({ need }) => need === 'training')).toMatchObject({
      ...{ tags: ['playing'], vouched_by: '緒方（見本）', met_on: '2026-01-20', until: '2026-02-10' },
    });
    town.clock.now = new Date('2026-02-11T10:00:00+09:00');
    expect((await expectRefusal(ask(plays), 'refused')).message).toContain('（子どもと遊ぶ: 研修）');
    await ask(talks);
  });

  test('has it written for roles of the list alone, at least one, by somebody who confirmed it', async () => {
    await expectRefusal(ready(giver, 'interview', []), 'invalid');
    await expectRefusal(ready(giver, 'interview', ['ない']), 'invalid');
    await expectRefusal(ready(giver, 'interview', ['talking'], { vouched_by: ' ' }), 'invalid');
  });
});
