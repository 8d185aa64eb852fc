import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  correctParticipant,
  decideMatchLeg,
  declareConflict,
  listMatchProposals,
  listRoleNeeds,
  makeMatchProposal,
  proposeMatch,
  readMatchProposal,
  readParticipant,
  recordReadiness,
  setRoleNeeds,
  suggestMatches,
} from './api.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const person = (key: string) => town.id(`participant:${key}`);

async function propose(more: object = {}) {
  const id = mintId();
  await ogata.call(makeMatchProposal, { id, ...more });
  return ogata.call(readMatchProposal, { id });
}

test('a proposal for the town holds the ring of three, says what it is worth and that nothing is better', async () => {
  const made = await propose();
  const ring = made.legs.filter((leg) => leg.ring === 1);
  expect(new Set(ring.map(({ giver_id }) => giver_id))).toEqual(
    new Set([person('ishibashi'), person('wataru'), person('hara')]),
  );
  expect(ring.map(({ receiver_id }) => receiver_id)).toEqual(
    [...ring.slice(1), ...ring.slice(0, 1)].map(({ giver_id }) => giver_id),
  );
  expect(made.points).toBe(made.bound);
  expect(made.gives_and_receives).toBeGreaterThanOrEqual(3);
  expect((await ogata.call(listMatchProposals, {})).proposals[0]?.id).toBe(made.id);
  expect((await propose()).legs.map(({ giver_id, receiver_id }) => giver_id + receiver_id)).toEqual(
    made.legs.map(({ giver_id, receiver_id }) => giver_id + receiver_id),
  );
});

test('what was left out stays out of the next one, and what was kept stays in', async () => {
  const made = await propose();
  const [first] = made.legs.filter((leg) => leg.ring !== null);
  const [pair] = made.legs.filter((leg) => leg.ring === null);
  await ogata.call(decideMatchLeg, { id: made.id, position: first?.position ?? 0, decision: 'left_out' });
  if (pair) await ogata.call(decideMatchLeg, { id: made.id, position: pair.position, decision: 'kept' });
  const decided = await ogata.call(readMatchProposal, { id: made.id });
  expect(decided.legs.filter(({ ring }) => ring !== null).map(({ decision }) => decision)).toEqual(
    Array(3).fill('left_out'),
  );
  const next = await propose({ based_on: made.id });
  expect(next.legs.filter(({ ring }) => ring !== null)).toEqual([]);
  if (pair)
    expect(next.legs.map(({ offer, wish }) => offer.id + wish.id)).toContain(pair.offer.id + pair.wish.id);
});

test('what was kept and no longer fits together is named, and nothing breaks', async () => {
  const made = await propose();
  const students = person('students');
  const given = made.legs.filter(({ giver_id }) => giver_id === students);
  expect(given.length).toBe(2);
  for (const { position } of given)
    await ogata.call(decideMatchLeg, { id: made.id, position, decision: 'kept' });
  const said = await ogata.call(readParticipant, { id: students });
  const same = { id: students, name: said.name, kana: said.kana, sort: said.sort };
  await ogata.call(correctParticipant, { ...same, version: said.version, most_a_month: 1 });
  const again = ogata.call(makeMatchProposal, { id: mintId(), based_on: made.id });
  expect((await expectRefusal(again, 'refused')).message).toContain('残すと決めた組');
  await ogata.call(correctParticipant, { ...same, version: said.version + 1 });
});

test('a pair that was asked says so, and is not decided any more', async () => {
  const made = await propose();
  const leg = made.legs.find(({ receiver_id }) => receiver_id === person('wataru'));
  await ogata.call(proposeMatch, {
    id: mintId(),
    proposal_id: made.id,
    legs: [{ offer_id: leg?.offer.id ?? '', wish_id: leg?.wish.id ?? '' }],
  });
  const read = await ogata.call(readMatchProposal, { id: made.id });
  const asked = read.legs.find(({ decision }) => decision === 'asked');
  expect(asked?.wish.id).toBe(leg?.wish.id);
  await expectRefusal(
    ogata.call(decideMatchLeg, { id: made.id, position: asked?.position ?? 0, decision: 'kept' }),
    'refused',
  );
});

test('no proposal crosses a declared conflict, and where nothing fits it says so', async () => {
  const hidden = await openTown('cast');
  const coordinator = hidden.as('ogata-coordinator');
  for (const [one, other] of [
    ['ishibashi', 'wataru'],
    ['ishibashi', 'hara'],
    ['wataru', 'hara'],
  ] as const) {
    await coordinator.call(declareConflict, {
      id: mintId(),
      participant_id: hidden.id(`participant:${one}`),
      other_id: hidden.id(`participant:${other}`),
      why: '見本',
    });
  }
  const district_id = hidden.id('district:草野');
  await expectRefusal(coordinator.call(makeMatchProposal, { id: mintId(), district_id }), 'refused');
  const id = mintId();
  const made = await coordinator.call(makeMatchProposal, { id }).then(
    () => coordinator.call(readMatchProposal, { id }),
    () => null,
  );
  const crossing = (made?.legs ?? []).filter(({ giver_id, receiver_id }) =>
    [giver_id, receiver_id].every((one) =>
      ['ishibashi', 'wataru', 'hara'].map((key) => hidden.id(`participant:${key}`)).includes(one),
    ),
  );
  expect(crossing).toEqual([]);
});

test('who has not met what a role asks for is not suggested until it is met, and again not when it has run out', async () => {
  const own = await openTown('cast');
  const coordinator = own.as('ogata-coordinator');
  const hara = own.id('participant:hara');
  const found = async () => coordinator.call(suggestMatches, { id: own.id('wish:ishibashi-wish') });
  expect((await found()).suggestions.length).toBeGreaterThan(0);
  await coordinator.call(setRoleNeeds, { id: mintId(), tag: 'bulbs', needs: ['interview', 'two_persons'] });
  expect((await coordinator.call(listRoleNeeds, {})).roles.map(({ tag }) => tag)).toEqual(['bulbs']);
  const waiting = await found();
  expect([waiting.suggestions, waiting.not_ready]).toEqual([[], 1]);
  const about = { tags: ['bulbs'], vouched_by: '見本の係' };
  const met = { ...about, participant_id: hara, need: 'interview' as const, met_on: '2026-02-01' };
  await expectRefusal(
    coordinator.call(recordReadiness, { ...met, id: mintId(), met_on: '2026-02-03' }),
    'invalid',
  );
  await expectRefusal(
    coordinator.call(recordReadiness, { ...met, id: mintId(), until: '2026-01-01' }),
    'invalid',
  );
  await coordinator.call(recordReadiness, { ...met, id: mintId(), until: '2026-02-10' });
  const ready = await found();
  expect([ready.suggestions.length > 0, ready.not_ready, ready.heed]).toEqual([true, 0, ['two_persons']]);
  expect((await coordinator.call(readParticipant, { id: hara })).readiness[0]?.need).toBe('interview');
  own.clock.now = new Date('2026-02-11T10:00:00+09:00');
  expect((await found()).not_ready).toBe(1);
  await expectRefusal(coordinator.call(setRoleNeeds, { id: mintId(), tag: 'ない', needs: [] }), 'invalid');
});
