import { expect, test } from 'vitest';
import {
  readContribution,
  recordContributionResult,
  recordPermission,
  writeContribution,
} from '#domains/contributions/api.ts';
import {
  answerMatch,
  closeMatch,
  closeWish,
  listWishes,
  makeMatchProposal,
  proposeMatch,
  readParticipant,
  recordFulfilment,
  registerParticipant,
  takeBackFulfilment,
  writeThanks,
  writeWish,
} from '#domains/wishes/api.ts';
import { answerStory, draftStory, listStories, releaseStory } from '#domains/wishes/story-api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { carryOutDisposals } from './jobs.ts';
import type { Kind } from './model.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const { look } = town;

await town.as('shiraishi').call(api.setRetention, {
  ...{ id: mintId(), class: 'wish', body_id: null, years: 0, starts_on: '2026-02-02', reason: '見本' },
});

async function comeTrue() {
  const [giver, receiver, offer_id, wish_id, match_id, fulfilment_id] = Array.from({ length: 6 }, mintId) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  for (const [id, side, wish] of [
    [giver, 'offer', offer_id],
    [receiver, 'wish', wish_id],
  ] as const) {
    await ogata.call(registerParticipant, { id, name: '見本 期限', kana: 'みほん', sort: 'resident' });
    await ogata.call(writeWish, { id: wish, participant_id: id, side, words: '見本の期限', way: 'self' });
  }
  await ogata.call(proposeMatch, { id: match_id, legs: [{ offer_id, wish_id }] });
  for (const participant_id of [giver, receiver])
    await ogata.call(answerMatch, { match_id, id: mintId(), participant_id, answer: 'yes' });
  const happened = { match_id, id: fulfilment_id, position: 1, happened_on: '2026-02-02', returned: true };
  await ogata.call(recordFulfilment, happened);
  const twice = mintId();
  await ogata.call(recordFulfilment, { ...happened, id: twice });
  await ogata.call(takeBackFulfilment, { id: twice, reason: '見本の二度' });
  await ogata.call(writeThanks, {
    ...{ agreed_by: '見本', agreed_on: '2026-02-01' },
    fulfilment_id,
    id: mintId(),
    words: '見本のお礼',
    tells: 'report',
  });
  const story_id = mintId();
  await ogata.call(draftStory, { fulfilment_id, id: story_id, title: '見本の期限', words: '①と②' });
  for (const participant_id of [giver, receiver])
    await ogata.call(answerStory, {
      ...{ story_id, id: mintId(), participant_id, version: 1, layer: 'report' },
      ...{ shown_as: '見本', heard_how: 'read' },
    });
  await ogata.call(releaseStory, { story_id, id: mintId(), layer: 'report' });
  return { giver, receiver, offer_id, wish_id, match_id, story_id };
}

/** Lists what is due of a kind, has two others say yes, and carries it out. @returns what stood on it */
async function bringThrough(kind: Kind) {
  const id = mintId();
  await ogata.call(api.makeDisposal, { id, kind });
  const { rows } = await ogata.call(api.listDisposalRows, { id, limit: 200 });
  await ogata.call(api.submitDisposal, { id });
  for (const who of ['tsutsumi', 'shiraishi']) await town.as(who).call(api.approveDisposal, { id });
  await carryOutDisposals(town.database);
  expect((await ogata.call(api.readDisposal, { id })).record).toMatchObject({ kept: 0 });
  expect(rows.every(({ says }) => says !== null)).toBe(true);
  return rows.map(({ subject_id }) => subject_id);
}

const countDue = async (kind: Kind) => {
  const { due } = await ogata.call(api.countDue, {});
  return due?.find((one) => one.kind === kind);
};

test('a match goes with all that came of it, then its wishes, then who took part; it counts on, and a hold keeps it', async () => {
  const one = await comeTrue();
  const proposal = mintId();
  await ogata.call(makeMatchProposal, { id: proposal });
  await ogata.call(closeMatch, { id: one.match_id, outcome: 'done' });
  for (const id of [one.offer_id, one.wish_id]) await ogata.call(closeWish, { id, why: 'fulfilled' });
  const before = await look(
    "select coalesce(sum(n), 0)::int as n from encounter_tally where kind = 'fulfilment'",
  );
  expect(await countDue('match')).toBeUndefined();
  town.clock.now = new Date('2026-04-02T10:00:00+09:00');

  const hold = mintId();
  const held = { kind: 'participant', subject_id: one.giver, reason: '見本の請求' } as const;
  await expectRefusal(town.as('nakajima').call(api.placeHold, { id: mintId(), ...held }), 'invalid');
  await ogata.call(api.placeHold, { id: hold, ...held });
  expect(await countDue('match')).toMatchObject({ n: 0, held: 1 });
  expect((await ogata.call(api.listHolds, {})).holds).toMatchObject([{ id: hold, says: '見本 期限' }]);
  await expectRefusal(town.as('nakajima').call(api.liftHold, { id: hold, reason: '見本' }), 'not_found');
  await ogata.call(api.liftHold, { id: hold, reason: '見本' });

  // A wish waits for its match, whoever takes part for the wishes.
  expect(await countDue('wish')).toBeUndefined();
  expect(await bringThrough('match')).toEqual([one.match_id]);
  const { stories } = await ogata.call(listStories, {});
  expect(stories.map(({ id }) => id)).not.toContain(one.story_id);
  expect(await look('select from fulfilment_withdrawals')).toEqual([]);
  expect(await look('select from thanks where words = $1', ['見本のお礼'])).toEqual([]);
  expect(
    await look("select coalesce(sum(n), 0)::int as n from encounter_tally where kind = 'fulfilment'"),
  ).toEqual(before);
  expect(await bringThrough('match_proposal')).toContain(proposal);
  expect(await bringThrough('wish')).toEqual(expect.arrayContaining([one.offer_id, one.wish_id]));
  const gone = await bringThrough('participant');
  expect(gone).toEqual(expect.arrayContaining([one.giver, one.receiver]));
  // Who has a wish that is open stays.
  expect(gone).not.toContain(town.id('participant:wataru'));
  await expectRefusal(ogata.call(readParticipant, { id: one.giver }), 'not_found');
  expect((await ogata.call(listWishes, {})).wishes.length).toBeGreaterThan(0);
  expect(await look('select from parties where id = any($1)', [[one.giver, one.receiver]])).toEqual([]);
});

test('what an organisation gave goes with its looking back and its permissions, once it has ended, and frees the offer', async () => {
  const [giver, offer_id, ended, still] = Array.from({ length: 4 }, mintId) as [
    string,
    string,
    string,
    string,
  ];
  await ogata.call(registerParticipant, { id: giver, name: '見本 会社', kana: 'みほん', sort: 'company' });
  const offer = {
    id: offer_id,
    participant_id: giver,
    side: 'offer',
    words: '見本の部屋',
    way: 'self',
  } as const;
  await ogata.call(writeWish, offer);
  const given = { offer_id, kinds: ['place' as const], insurance: 'own' as const };
  await ogata.call(writeContribution, {
    ...given,
    id: ended,
    starts_on: '2025-05-01',
    ends_on: '2025-12-31',
  });
  await ogata.call(writeContribution, { ...given, id: still, starts_on: '2026-03-01' });
  const said = { contribution_id: ended, said_on: '2026-03-01', said_by: '見本の担当' };
  const brought = { contribution_id: ended, looked_on: '2026-04-01', brought_giver: '見本の結果' };
  await ogata.call(recordContributionResult, { ...brought, id: mintId() });
  await ogata.call(recordPermission, { ...said, id: mintId(), allows: 'named', words: '見本の部屋' });
  await ogata.call(closeWish, { id: offer_id, why: 'taken_back' });
  const rows = (table: string) => look(`select from ${table} where contribution_id = $1`, [ended]);
  expect([
    (await rows('contribution_results')).length,
    (await rows('contribution_permissions')).length,
  ]).toEqual([1, 1]);
  // A contribution is kept from the year in which it ended and was looked back on last.
  expect(await countDue('contribution')).toBeUndefined();
  town.clock.now = new Date('2027-04-02T10:00:00+09:00');
  const hold = mintId();
  await ogata.call(api.placeHold, { id: hold, kind: 'participant', subject_id: giver, reason: '見本の請求' });
  expect(await countDue('contribution')).toMatchObject({ n: 0, held: 1 });
  await ogata.call(api.liftHold, { id: hold, reason: '見本' });
  // An offer that something was given of waits for it.
  expect(await bringThrough('wish').catch(() => [])).not.toContain(offer_id);
  const gone = await bringThrough('contribution');
  expect([gone.includes(ended), gone.includes(still)]).toEqual([true, false]);
  for (const table of ['contribution_results', 'contribution_permissions'])
    expect(await rows(table)).toEqual([]);
  await expectRefusal(ogata.call(readContribution, { id: ended }), 'not_found');
  expect((await ogata.call(readContribution, { id: still })).id).toBe(still);
});
