import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  addMatchLeg,
  endPause,
  makeMatchProposal,
  pauseParticipant,
  proposeMatch,
  readMatchProposal,
  readParticipant,
  suggestMatches,
} from './api.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const person = (key: string) => town.id(`participant:${key}`);
const wish_id = town.id('wish:hayashi-wish');
const offer_id = town.id('wish:students-offer');
const at = (day: string) => {
  town.clock.now = new Date(`${day}T10:00:00+09:00`);
};

const offersBeside = async () => {
  const { suggestions, waits_for } = await ogata.call(suggestMatches, { id: wish_id });
  return { ids: suggestions.flatMap(({ legs }) => legs.map(({ offer }) => offer.id)), waits_for };
};
const pause = (key: string, starts_on: string, until: string, id = mintId()) =>
  ogata.call(pauseParticipant, { id, participant_id: person(key), starts_on, until, way: 'phone' });
async function propose() {
  const id = mintId();
  await ogata.call(makeMatchProposal, { id });
  return ogata.call(readMatchProposal, { id });
}

test('who pauses is not suggested, proposed, added or asked, from the first day until the last', async () => {
  expect((await offersBeside()).ids).toContain(offer_id);
  await pause('students', '2026-02-05', '2026-02-10');
  expect((await offersBeside()).ids).toContain(offer_id);
  at('2026-02-05');
  expect((await offersBeside()).ids).not.toContain(offer_id);
  const made = await propose();
  expect(made.legs.map(({ offer }) => offer.id)).not.toContain(offer_id);
  const says = 'いまお休み中の方がいます。';
  const pair = { offer_id, wish_id };
  expect(
    (await expectRefusal(ogata.call(addMatchLeg, { id: made.id, ...pair }), 'refused')).message,
  ).toContain(says);
  expect(
    (await expectRefusal(ogata.call(proposeMatch, { id: mintId(), legs: [pair] }), 'refused')).message,
  ).toContain(says);
  at('2026-02-10');
  expect((await offersBeside()).ids).not.toContain(offer_id);
  // It ends by itself.
  at('2026-02-11');
  expect((await offersBeside()).ids).toContain(offer_id);
  expect((await propose()).legs.map(({ offer }) => offer.id)).toContain(offer_id);
  expect((await ogata.call(readParticipant, { id: person('students') })).pauses).toEqual([]);
});

test('beside the wish of who pauses stands why nothing is suggested, until the pause is ended', async () => {
  at('2026-02-12');
  const id = mintId();
  await pause('hayashi', '2026-02-12', '2026-03-31', id);
  expect(await offersBeside()).toEqual({ ids: [], waits_for: 'pause' });
  expect((await ogata.call(readParticipant, { id: person('hayashi') })).pauses).toEqual([
    { id, starts_on: '2026-02-12', until: '2026-03-31', way: 'phone' },
  ]);
  await ogata.call(endPause, { id });
  expect((await offersBeside()).ids).toContain(offer_id);
  await expectRefusal(ogata.call(endPause, { id }), 'not_found');
  await expectRefusal(pause('hayashi', '2026-02-20', '2026-02-19'), 'invalid');
  await expectRefusal(pause('hayashi', '2026-02-01', '2026-02-11'), 'invalid');
});
