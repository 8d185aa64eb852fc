import { expect, test } from 'vitest';
import { recordConsent, withdrawConsent } from '#domains/consent/consent-api.ts';
import {
  answerMatch,
  closeWish,
  listConcerns,
  proposeMatch,
  readParticipant,
  readWish,
  recordFulfilment,
  registerParticipant,
  suggestMatches,
  writeWish,
} from '#domains/wishes/api.ts';
import { mintId } from '#platform/uuid.ts';
import { inventCase } from '#test/cases.ts';
import { inventClient } from '#test/clients.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  listPassedWishes,
  listPassedWishesOfCase,
  listWishReferrals,
  listWithdrawnWishes,
  passWishOn,
  raiseConcernAtWindow,
  takeWishReferral,
} from './referral-api.ts';

const town = await openTown('cast');
const nakajima = town.as('nakajima');
const ogata = town.as('ogata-coordinator');
const council = town.id('body:社協');

async function agree(client: string, facets: ('wish' | 'consultation')[], receivers = [council]) {
  const id = mintId();
  await nakajima.call(recordConsent, {
    id,
    person_id: client,
    decision: 'given',
    text_version: '第1版',
    facets,
    receivers,
    way: 'spoken',
    given_on: '2026-02-01',
  });
  return id;
}

function pass(client_id: string, consent_id: string, id = mintId()) {
  return nakajima.call(passWishOn, {
    ...{ client_id, consent_id, id, receiver_id: council, name: 'わたるさん', kana: 'わたる' },
    ...{ reached: '母の電話を通して', side: 'wish', words: '見本の天体望遠鏡をのぞきたい' },
  });
}

const waiting = async () => (await ogata.call(listWishReferrals, {})).referrals.map(({ words }) => words);

test('a wish goes to the coordinators with consent alone, and becomes a wish of theirs', async () => {
  const client = await inventClient(town, '生活自立支援センター', { name: '見本 航一' });
  const other = await agree(client, ['consultation']);
  await expectRefusal(pass(client, other), 'invalid');
  const elsewhere = await agree(client, ['wish'], [town.id('body:地域包括支援センター')]);
  await expectRefusal(pass(client, elsewhere), 'invalid');
  const id = mintId();
  await pass(client, await agree(client, ['wish']), id);
  expect(await waiting()).toEqual(['見本の天体望遠鏡をのぞきたい']);
  expect((await nakajima.call(listPassedWishes, { client_id: client })).referrals).toMatchObject([
    { receiver_name: expect.stringContaining('社会福祉協議会'), open: true },
  ]);
  await expectRefusal(town.as('nagata').call(listWishReferrals, {}), 'not_allowed');
  const taken = { id, wish_id: mintId(), participant_id: mintId() };
  await ogata.call(takeWishReferral, taken);
  const wish = await ogata.call(readWish, { id: taken.wish_id });
  expect([wish.participant_name, wish.words, wish.way]).toEqual([
    'わたるさん',
    '見本の天体望遠鏡をのぞきたい',
    'supporter',
  ]);
  expect(JSON.stringify(wish)).not.toContain(client);
  expect(await waiting()).toEqual([]);
  await expectRefusal(
    ogata.call(takeWishReferral, { id, wish_id: mintId(), participant_id: mintId() }),
    'refused',
  );
});

test('of somebody who takes part already the wish is new, and nothing else of the record changes', async () => {
  const client = await inventClient(town, '生活自立支援センター', { name: '見本 航四' });
  const known = mintId();
  await ogata.call(registerParticipant, {
    ...{ id: known, name: '航さん（別の呼び名）', kana: 'ワタル', sort: 'resident' },
    reached: '社協の窓口で',
  });
  const before = await ogata.call(readParticipant, { id: known });
  const id = mintId();
  await pass(client, await agree(client, ['wish']), id);
  const [referral] = (await ogata.call(listWishReferrals, {})).referrals;
  expect(referral?.alike.map(({ participant_id }) => participant_id)).toContain(known);
  const taken = { id, wish_id: mintId(), participant_id: mintId() };
  await expectRefusal(ogata.call(takeWishReferral, { ...taken, known_id: client }), 'not_found');
  await ogata.call(takeWishReferral, { ...taken, known_id: known });
  const after = await ogata.call(readParticipant, { id: known });
  expect(after.wishes.map(({ words }) => words)).toEqual(['見本の天体望遠鏡をのぞきたい']);
  expect({ ...after, wishes: [] }).toEqual({ ...before, wishes: [] });
  expect(JSON.stringify(after)).not.toContain(client);
  await expectRefusal(ogata.call(readParticipant, { id: taken.participant_id }), 'not_found');
});

test('a withdrawn consent closes what was passed on, at once; what was taken up stays the coordinators’ record', async () => {
  const client = await inventClient(town, '生活自立支援センター', { name: '見本 航二' });
  const consent = await agree(client, ['wish']);
  const [kept, open] = [mintId(), mintId()];
  await pass(client, consent, kept);
  await pass(client, consent, open);
  const taken = { id: kept, wish_id: mintId(), participant_id: mintId() };
  await ogata.call(takeWishReferral, taken);
  const [giver, offer] = [mintId(), mintId()];
  await ogata.call(registerParticipant, { id: giver, name: '見本 見せる', kana: 'みせる', sort: 'resident' });
  const said = { side: 'offer', words: '見本の天体望遠鏡をのぞかせてあげられる', way: 'self' } as const;
  await ogata.call(writeWish, { id: offer, participant_id: giver, ...said });
  const beside = async () =>
    (await ogata.call(suggestMatches, { id: offer })).suggestions.flatMap(({ legs }) =>
      legs.map(({ wish }) => wish.id),
    );
  expect(await beside()).toContain(taken.wish_id);
  await nakajima.call(withdrawConsent, { id: consent, way: 'spoken', words: '見本の撤回' });
  expect(await waiting()).toEqual([]);
  await expectRefusal(
    ogata.call(takeWishReferral, { id: open, wish_id: mintId(), participant_id: mintId() }),
    'not_found',
  );
  await expectRefusal(pass(client, consent), 'invalid');
  const withdrawn = async () => (await ogata.call(listWithdrawnWishes, {})).wishes.map(({ id }) => id);
  expect(await withdrawn()).toEqual([taken.wish_id]);
  const told = await ogata.call(readWish, { id: taken.wish_id });
  expect([told.closed_on, told.consent_withdrawn_on]).toEqual([null, '2026-02-02']);
  expect((await ogata.call(suggestMatches, { id: taken.wish_id })).waits_for).toBe('consent');
  expect(await beside()).not.toContain(taken.wish_id);
  const legs = [{ offer_id: offer, wish_id: taken.wish_id }];
  const refused = await expectRefusal(ogata.call(proposeMatch, { id: mintId(), legs }), 'refused');
  expect(refused.message).toContain('撤回');
  expect(JSON.stringify(told)).not.toContain(client);
  expect(
    (await nakajima.call(listPassedWishes, { client_id: client })).referrals.map(({ open: reads }) => reads),
  ).toEqual([false, false]);
  await ogata.call(closeWish, { id: taken.wish_id, why: 'taken_back' });
  expect(await withdrawn()).toEqual([]);
});

test('nobody passes on a wish of another window’s person', async () => {
  const client = await inventClient(town, '地域包括支援センター', { name: '見本 航三' });
  await expectRefusal(pass(client, mintId()), 'not_found');
});

test('the window hears on the case what became of it, never with whom, and nothing more once the consent is withdrawn', async () => {
  const { id: case_id, son } = await inventCase(town);
  const consent = await agree(son, ['wish']);
  const id = mintId();
  await pass(son, consent, id);
  const heard = async () => (await nakajima.call(listPassedWishesOfCase, { case_id })).referrals;
  expect(await heard()).toMatchObject([{ id, client_id: son, open: true, heard: null }]);
  const taken = { id, wish_id: mintId(), participant_id: mintId() };
  await ogata.call(takeWishReferral, taken);
  const nothing = { came_true: [], closed_on: null, closed_why: null };
  expect(await heard()).toMatchObject([{ heard: { taken_on: '2026-02-02', ...nothing } }]);
  const [giver, offer_id, match_id] = [mintId(), mintId(), mintId()];
  await ogata.call(registerParticipant, { id: giver, name: '見本 星見', kana: 'みほん', sort: 'group' });
  await ogata.call(writeWish, {
    ...{
      id: offer_id,
      participant_id: giver,
      side: 'offer',
      words: '望遠鏡を貸せる',
      way: 'self',
      reach: 'town',
    },
  });
  await ogata.call(proposeMatch, { id: match_id, legs: [{ offer_id, wish_id: taken.wish_id }] });
  for (const participant_id of [giver, taken.participant_id])
    await ogata.call(answerMatch, { match_id, id: mintId(), participant_id, answer: 'yes' });
  expect(await heard()).toMatchObject([{ heard: { ...nothing } }]);
  await ogata.call(recordFulfilment, { match_id, id: mintId(), position: 1, happened_on: '2026-02-01' });
  expect(await heard()).toMatchObject([{ heard: { came_true: ['2026-02-01'] } }]);
  expect(JSON.stringify(await heard())).not.toContain('星見');
  expect((await town.as('nagata').call(listPassedWishesOfCase, { case_id })).referrals).toEqual([]);
  await nakajima.call(withdrawConsent, { id: consent, way: 'spoken', words: '見本の撤回' });
  expect(await heard()).toMatchObject([{ open: false, heard: null }]);
});

test('a window says that somebody whose wish it passed on may not be safe, and reads nothing back', async () => {
  const client = await inventClient(town, '生活自立支援センター', { name: '見本 案じ' });
  const [id, consent_id] = [mintId(), await agree(client, ['wish'])];
  await pass(client, consent_id, id);
  const worry = (who = nakajima, concern = mintId()) =>
    who.call(raiseConcernAtWindow, { referral_id: id, id: concern, words: '見本の心配', hours: 4 });
  expect((await expectRefusal(worry(), 'refused')).message).toContain('まだ受け取られていない');
  const participant_id = mintId();
  const wish_id = mintId();
  await ogata.call(takeWishReferral, { id, wish_id, participant_id });
  await expectRefusal(worry(town.as('nagata')), 'not_found');
  const concern = mintId();
  await worry(nakajima, concern);
  const { concerns } = await ogata.call(listConcerns, {});
  const raised = concerns.find((one) => one.id === concern);
  expect(raised).toMatchObject({
    participant_id,
    words: '見本の心配',
    owner: '緒方（見本）',
    match_id: null,
  });
  expect(JSON.stringify(raised)).not.toContain(town.id('account:nakajima'));
  expect((await ogata.call(suggestMatches, { id: wish_id })).waits_for).toBe('concern');
  // The trail holds no subject, so that nobody reads in it who gave word.
  const trail = await town.look<{ subjects: string[] }>(
    "select subjects from audit_inbox where word = 'wish_referral.concern_raised' and outcome = 'done'",
  );
  expect(trail.map(({ subjects }) => subjects)).toEqual([[]]);
  await nakajima.call(withdrawConsent, { id: consent_id, way: 'spoken', words: '見本の撤回' });
  await expectRefusal(worry(), 'refused');
});
