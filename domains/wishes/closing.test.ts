import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  answerMatch,
  closeMatch,
  listMatches,
  listWishes,
  proposeMatch,
  readMatch,
  readWishFigures,
  recordFulfilment,
  registerParticipant,
  takeBackFulfilment,
  writeWish,
} from './api.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');

async function write(side: 'wish' | 'offer', words: string, more: object = {}) {
  const [participant_id, id] = [mintId(), mintId()];
  const district_id = town.id('district:鳥飼');
  await ogata.call(registerParticipant, {
    ...{ id: participant_id, name: '見本 終わり', kana: 'みほん', sort: 'resident', district_id },
  });
  await ogata.call(writeWish, { id, participant_id, side, words, way: 'self', district_id, ...more });
  return { id, participant_id };
}

async function propose() {
  const [offer, wish, id] = [await write('offer', '見本の散歩'), await write('wish', '見本の散歩'), mintId()];
  await ogata.call(proposeMatch, { id, legs: [{ offer_id: offer.id, wish_id: wish.id }] });
  const answer = (participant_id: string) =>
    ogata.call(answerMatch, { match_id: id, id: mintId(), participant_id, answer: 'yes' });
  return { id, people: [offer.participant_id, wish.participant_id], answer };
}

test('a match is done only once everybody has agreed and something came true', async () => {
  const { id, people, answer } = await propose();
  const done = () => ogata.call(closeMatch, { id, outcome: 'done' });
  await expectRefusal(done(), 'refused');
  for (const who of people) await answer(who);
  await expectRefusal(done(), 'refused');
  const happened = { match_id: id, position: 1, happened_on: '2026-02-01', returned: false };
  const taken = mintId();
  await ogata.call(recordFulfilment, { ...happened, id: taken });
  await ogata.call(takeBackFulfilment, { id: taken, reason: '見本' });
  await expectRefusal(done(), 'refused');
  await ogata.call(recordFulfilment, { ...happened, id: mintId() });
  await done();
  expect((await ogata.call(readMatch, { id })).outcome).toBe('done');
});

test('what has waited longest stands first where it is asked for, page after page', async () => {
  const now = town.clock.now;
  const made: string[] = [];
  for (let hour = 3; hour > 0; hour--) {
    town.clock.now = new Date(now.getTime() - hour * 86_400_000);
    made.push((await propose()).id);
  }
  town.clock.now = now;
  const list = async (more: object) => ogata.call(listMatches, { first: 'longest', ...more });
  const whole = (await list({ limit: 200 })).matches.map(({ id }) => id);
  expect(whole.filter((id) => made.includes(id))).toEqual(made);
  const one = await list({ limit: 1 });
  const rest = await list({ limit: 200, after: one.next ?? '' });
  expect([...one.matches, ...rest.matches].map(({ id }) => id)).toEqual(whole);
});

test('figures read the words too, know which offer answers which wish, and leave out what is past its day', async () => {
  const read = async (more: object = {}) => {
    const said = await ogata.call(readWishFigures, more);
    return {
      offered: said.never_offered.map(({ tag }) => tag),
      wished: said.never_wished.map(({ tag }) => tag),
      open: said.waiting.find(({ side }) => side === 'wish')?.open ?? 0,
    };
  };
  const before = await read();
  expect(before.offered).not.toContain('watching');
  await write('wish', 'ときどき見守りに来てほしい');
  const missed = await read();
  expect([missed.offered.includes('watching'), missed.open - before.open]).toEqual([true, 1]);
  const elsewhere = await read({ district: town.id('district:草野') });
  expect([elsewhere.offered.includes('watching'), elsewhere.open]).toEqual([false, 0]);
  expect((await read({ district: town.id('district:鳥飼') })).offered).toContain('watching');
  // Who calls by telephone watches over somebody as well; nobody has to wish for a call.
  await write('offer', '電話で声かけができます');
  const answered = await read();
  expect([answered.offered.includes('watching'), answered.wished.includes('calling')]).toEqual([
    false,
    false,
  ]);
  await write('wish', '見本の昔', { until: '2026-02-03' });
  expect((await read()).open).toBe(answered.open + 1);
  town.clock.now = new Date(town.clock.now.getTime() + 2 * 86_400_000);
  expect((await read()).open).toBe(answered.open);
  expect(await town.as('tsutsumi').call(readWishFigures, {})).toEqual(await ogata.call(readWishFigures, {}));
});

test('what came true as often as was said waits no more, in lists and figures, until it is taken back', async () => {
  const open = async (who: 'ogata-coordinator' | 'tsutsumi') =>
    (await town.as(who).call(readWishFigures, {})).waiting.map(({ open: n }) => n);
  const offer = await write('offer', '見本のオルガン', { times: 2 });
  const [one, other] = [await write('wish', '見本のオルガン'), await write('wish', '見本のオルガン')];
  const [wishes, offers] = (await open('tsutsumi')) as [number, number];
  const listed = async (side: 'wish' | 'offer', state: 'waiting' | 'full' | 'closed') =>
    (await ogata.call(listWishes, { side, state, q: 'オルガン' })).wishes.map(({ id }) => id);
  const happen = async (wish: typeof one) => {
    const [match_id, id] = [mintId(), mintId()];
    await ogata.call(proposeMatch, { id: match_id, legs: [{ offer_id: offer.id, wish_id: wish.id }] });
    for (const { participant_id } of [offer, wish])
      await ogata.call(answerMatch, { match_id, id: mintId(), participant_id, answer: 'yes' });
    await ogata.call(recordFulfilment, { match_id, id, position: 1, happened_on: '2026-02-01' });
    return id;
  };
  await happen(one);
  expect(await open('tsutsumi')).toEqual([wishes - 1, offers]);
  expect([await listed('wish', 'waiting'), await listed('wish', 'full')]).toEqual([[other.id], [one.id]]);
  const last = await happen(other);
  expect(await open('tsutsumi')).toEqual([wishes - 2, offers - 1]);
  expect(await open('ogata-coordinator')).toEqual([wishes - 2, offers - 1]);
  expect([await listed('offer', 'waiting'), await listed('offer', 'full')]).toEqual([[], [offer.id]]);
  await ogata.call(takeBackFulfilment, { id: last, reason: '見本' });
  expect(await open('tsutsumi')).toEqual([wishes - 1, offers]);
  expect(await listed('wish', 'closed')).toEqual([]);
});
