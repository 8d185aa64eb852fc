import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  acknowledgeConcern,
  answerMatch,
  closeMatch,
  closeWish,
  correctWish,
  declareConflict,
  endConcern,
  endConflict,
  listConcerns,
  listWishes,
  proposeMatch,
  raiseConcern,
  readMatch,
  readParticipant,
  readWish,
  readWishFigures,
  recordFulfilment,
  registerParticipant,
  reopenWish,
  suggestMatches,
  writeWish,
} from './api.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const wish = (key: string) => town.id(`wish:${key}`);
const person = (key: string) => town.id(`participant:${key}`);

async function register(name: string, district: string | null = '鳥飼') {
  const id = mintId();
  const place = district ? { district_id: town.id(`district:${district}`) } : {};
  await ogata.call(registerParticipant, { id, name, kana: 'みほん', sort: 'resident', ...place });
  return id;
}

async function write(participant_id: string, side: 'wish' | 'offer', words: string, more: object = {}) {
  const id = mintId();
  await ogata.call(writeWish, { id, participant_id, side, words, way: 'self', ...more });
  return id;
}

describe('beside one wish', () => {
  test('stands a ring in which an old woman, a young man and a children’s kitchen each give to the next', async () => {
    const { suggestions } = await ogata.call(suggestMatches, { id: wish('wataru-wish') });
    const ring = suggestions.find(({ shape }) => shape === 'ring');
    expect(
      ring?.legs.map(({ offer, wish: answered }) => [offer.participant_id, answered.participant_id]),
    ).toEqual([
      [person('ishibashi'), person('wataru')],
      [person('wataru'), person('hara')],
      [person('hara'), person('ishibashi')],
    ]);
    expect(ring?.legs[0]?.reasons).toContain('gives_back');
  });

  test('stands the same two as beside the offer, with the same reasons', async () => {
    const from = await ogata.call(suggestMatches, { id: wish('ishibashi-wish') });
    const back = await ogata.call(suggestMatches, { id: wish('hara-offer') });
    const pairs = (found: typeof from) =>
      found.suggestions
        .filter(({ shape }) => shape === 'pair')
        .flatMap(({ legs }) =>
          legs.map(({ offer, wish: w, reasons }) => [offer.id, w.id, ...reasons].join()),
        );
    expect(pairs(from)).toEqual(pairs(back));
    expect(pairs(from).length).toBe(1);
  });

  test('nobody stands across a declared conflict, until it is ended', async () => {
    const [one, other] = [await register('見本 一'), await register('見本 二')];
    const asked = await write(one, 'wish', '将棋の相手がほしい');
    await write(other, 'offer', '将棋なら何局でも');
    const names = async () =>
      (await ogata.call(suggestMatches, { id: asked })).suggestions.flatMap(({ legs }) =>
        legs.map(({ offer }) => offer.participant_name),
      );
    expect(await names()).toEqual(['見本 二']);
    const id = mintId();
    await ogata.call(declareConflict, { id, participant_id: one, other_id: other, why: '見本のわけ' });
    expect(await names()).toEqual([]);
    const offered = (await ogata.call(readParticipant, { id: other })).wishes[0]?.id ?? '';
    await expectRefusal(
      ogata.call(proposeMatch, { id: mintId(), legs: [{ offer_id: offered, wish_id: asked }] }),
      'refused',
    );
    await ogata.call(endConflict, { id });
    expect(await names()).toEqual(['見本 二']);
    await expectRefusal(
      ogata.call(declareConflict, { id: mintId(), participant_id: one, other_id: one, why: '見本' }),
      'invalid',
    );
  });

  test('nobody stands whose days exclude it, who lives where it does not go, or who has offered as often already', async () => {
    const asker = await register('見本 三');
    const asked = await write(asker, 'wish', '手話を習いたい', { days: [1] });
    await write(await register('見本 四'), 'offer', '手話を教える', { days: [2] });
    await write(await register('見本 五', '草野'), 'offer', '手話を教える');
    const full = await write(await register('見本 六'), 'offer', '手話を教える');
    const before = await ogata.call(suggestMatches, { id: asked });
    expect(before.suggestions.flatMap(({ legs }) => legs.map(({ offer }) => offer.id))).toEqual([full]);
    const other = await write(await register('見本 七'), 'wish', '手話を習いたい');
    await ogata.call(proposeMatch, { id: mintId(), legs: [{ offer_id: full, wish_id: other }] });
    expect((await ogata.call(suggestMatches, { id: asked })).suggestions).toEqual([]);
  });
});

describe('a wish', () => {
  test('is said anew, and what was said before stays', async () => {
    const participant_id = await register('見本 八');
    const id = await write(participant_id, 'wish', '歌いたい');
    const said = { id, participant_id, version: 1, words: '合唱で歌いたい' };
    await ogata.call(correctWish, said);
    await expectRefusal(ogata.call(correctWish, said), 'refused');
    const read = await ogata.call(readWish, { id });
    expect([read.words, read.before.map(({ words }) => words), read.version]).toEqual([
      '合唱で歌いたい',
      ['歌いたい'],
      2,
    ]);
    await expectRefusal(ogata.call(correctWish, { ...said, version: 2, tags: ['ない目印'] }), 'invalid');
  });

  test('is closed with a reason, leaves the list, and is opened again', async () => {
    const id = await write(await register('見本 九'), 'offer', '見本の三味線');
    const listed = async () =>
      (await ogata.call(listWishes, { side: 'offer', q: '三味線' })).wishes.map((one) => one.id);
    expect(await listed()).toEqual([id]);
    await ogata.call(closeWish, { id, why: 'taken_back' });
    expect(await listed()).toEqual([]);
    await expectRefusal(ogata.call(closeWish, { id, why: 'over' }), 'refused');
    await ogata.call(reopenWish, { id });
    expect(await listed()).toEqual([id]);
    await expectRefusal(ogata.call(reopenWish, { id }), 'refused');
  });
});

describe('a match', () => {
  async function propose() {
    const [giver, receiver] = [await register('見本 十'), await register('見本 十一')];
    const offer_id = await write(giver, 'offer', '見本の散歩');
    const wish_id = await write(receiver, 'wish', '見本の散歩がしたい');
    const id = mintId();
    await ogata.call(proposeMatch, { id, legs: [{ offer_id, wish_id }] });
    const answer = (participant_id: string, says: 'yes' | 'no' | 'later') =>
      ogata.call(answerMatch, { match_id: id, id: mintId(), participant_id, answer: says });
    return { id, giver, receiver, answer };
  }

  test('comes true only after everybody has said yes, and then counts once for the plan', async () => {
    const { id, giver, receiver, answer } = await propose();
    const happened = { match_id: id, id: mintId(), position: 1, happened_on: '2026-02-01', returned: true };
    await expectRefusal(ogata.call(recordFulfilment, happened), 'refused');
    await answer(giver, 'yes');
    await answer(receiver, 'later');
    await expectRefusal(ogata.call(recordFulfilment, happened), 'refused');
    await answer(receiver, 'yes');
    const count = async () =>
      (
        await town.look<{ n: number }>(
          `select coalesce(sum(n), 0)::int as n from encounter_tally where kind = 'fulfilment'`,
        )
      )[0]?.n ?? 0;
    const before = await count();
    await expectRefusal(ogata.call(recordFulfilment, { ...happened, happened_on: '2026-02-03' }), 'invalid');
    await ogata.call(recordFulfilment, happened);
    expect((await count()) - before).toBe(1);
    const sides = await town.look(
      `select p.gave, p.received, p.district_id from fulfilments f join encounter_parties p on p.encounter_id = f.encounter_id
       where f.match_id = $1 order by p.position`,
      [id],
    );
    expect(sides).toEqual([
      { gave: true, received: true, district_id: null },
      { gave: true, received: true, district_id: null },
    ]);
    await expectRefusal(
      ogata.call(answerMatch, { match_id: id, id: mintId(), participant_id: person('min'), answer: 'yes' }),
      'invalid',
    );
  });

  test('that is passed over is closed for good, without a word of who said what', async () => {
    const { id, receiver, answer } = await propose();
    await answer(receiver, 'no');
    await ogata.call(closeMatch, { id, outcome: 'passed_over' });
    expect((await ogata.call(readMatch, { id })).outcome).toBe('passed_over');
    await expectRefusal(answer(receiver, 'yes'), 'refused');
    await expectRefusal(ogata.call(closeMatch, { id, outcome: 'done' }), 'refused');
  });

  test('stops at once when somebody may not be safe; the concern has an owner and a clock', async () => {
    const { id, giver } = await propose();
    const concern = mintId();
    const raised = { id: concern, participant_id: giver, match_id: id, words: '見本の心配', hours: 4 };
    await ogata.call(raiseConcern, raised);
    expect((await ogata.call(readMatch, { id })).outcome).toBe('stopped');
    const listed = async () =>
      (await ogata.call(listConcerns, {})).concerns.find((one) => one.id === concern);
    expect((await listed())?.late).toBe(false);
    const now = town.clock.now;
    town.clock.now = new Date(now.getTime() + 5 * 3_600_000);
    expect((await listed())?.late).toBe(true);
    town.clock.now = now;
    await ogata.call(acknowledgeConcern, { id: concern });
    await expectRefusal(ogata.call(acknowledgeConcern, { id: concern }), 'not_found');
    await ogata.call(endConcern, { id: concern, result: '見本の結果' });
    expect(await listed()).toBeUndefined();
    await expectRefusal(ogata.call(endConcern, { id: concern, result: '見本' }), 'not_found');
    await expectRefusal(
      ogata.call(raiseConcern, { ...raised, id: mintId(), participant_id: person('min') }),
      'invalid',
    );
  });

  test('is a pair or a closed ring, and nothing else', async () => {
    const legs = [
      { offer_id: wish('ishibashi-offer'), wish_id: wish('wataru-wish') },
      { offer_id: wish('min-offer'), wish_id: wish('hara-wish') },
    ];
    await expectRefusal(ogata.call(proposeMatch, { id: mintId(), legs }), 'refused');
    const turned = [{ offer_id: wish('wataru-wish'), wish_id: wish('ishibashi-offer') }];
    await expectRefusal(ogata.call(proposeMatch, { id: mintId(), legs: turned }), 'refused');
  });
});

test('the list is searched by what a tag is called, whether somebody chose it or the words speak of it', async () => {
  const id = await write(await register('見本 電気'), 'wish', '電球を替えてほしい');
  const found = async (q: string) =>
    (await ogata.call(listWishes, { q, limit: 200 })).wishes.map((one) => one.id);
  expect(await found('小さな困りごと')).toEqual(expect.arrayContaining([id, wish('ishibashi-wish')]));
  expect(await found('将棋をさす会')).not.toContain(id);
});

test('the list begins with what has waited longest, page after page', async () => {
  const whole = (await ogata.call(listWishes, {})).wishes;
  const heard = whole.map(({ entered_on }) => entered_on);
  expect(heard).toEqual([...heard].sort());
  const first = await ogata.call(listWishes, { limit: 3 });
  const then = await ogata.call(listWishes, { limit: 200, after: first.next ?? '' });
  expect([...first.wishes, ...then.wishes].map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
});

test('figures say which organisations came to a place for the first time, once each, in the year it was', async () => {
  const place = { place_id: town.id('place:kitchen') };
  const ties = async (fiscal_year?: number) => {
    const said = await ogata.call(readWishFigures, fiscal_year ? { fiscal_year } : {});
    expect(said.definition.version).toBe(1);
    return [said.new_ties_with_places, said.place_ties];
  };
  expect(await ties()).toEqual([1, [{ sort: 'company', n: 1 }]]);
  expect(await ties(2024)).toEqual([0, []]);
  const happen = async (offer: string, wished: string, where: object, happened_on: string) => {
    const [giver, receiver] = [offer, wished].map((name) => person(name.replace(/-(offer|wish)$/, '')));
    const match_id = mintId();
    const legs = [{ offer_id: wish(offer), wish_id: wish(wished) }];
    await ogata.call(proposeMatch, { id: match_id, legs });
    for (const participant_id of [giver ?? '', receiver ?? ''])
      await ogata.call(answerMatch, { match_id, id: mintId(), participant_id, answer: 'yes' });
    const told = { match_id, id: mintId(), position: 1, happened_on, returned: false };
    await ogata.call(recordFulfilment, { ...told, ...where });
    return match_id;
  };
  const match_id = await happen('students-offer', 'hayashi-wish', place, '2026-01-20');
  expect(await ties()).toEqual([
    3,
    [
      { sort: 'company', n: 1 },
      { sort: 'corporation', n: 1 },
      { sort: 'school', n: 1 },
    ],
  ]);
  const again = { match_id, position: 1, returned: false, happened_on: '2026-02-01' } as const;
  await ogata.call(recordFulfilment, { ...again, ...place, id: mintId() });
  await ogata.call(recordFulfilment, { ...again, id: mintId() });
  expect((await ties())[0]).toBe(3);
  await expectRefusal(
    ogata.call(recordFulfilment, { ...again, id: mintId(), place_id: mintId() }),
    'invalid',
  );
  const { fulfilments } = await ogata.call(readMatch, { id: match_id });
  expect(fulfilments.map(({ place_name }) => place_name)).toEqual([
    'みんなの台所（見本）',
    'みんなの台所（見本）',
    null,
  ]);
});

test('figures say what waits, what came true and how many both gave and received, to the planner too', async () => {
  const own = await ogata.call(readWishFigures, {});
  expect(own.came_true).toBeGreaterThan(0);
  expect(own.both).toBeGreaterThan(0);
  expect(own.waiting.map(({ side }) => side)).toEqual(['wish', 'offer']);
  expect(await town.as('tsutsumi').call(readWishFigures, {})).toEqual(own);
  await expectRefusal(town.as('ogata').call(readWishFigures, {}), 'not_allowed');
});
