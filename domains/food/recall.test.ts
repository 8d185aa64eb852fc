import { expect, test } from 'vitest';
import { operations } from '#domains/index.ts';
import { listLetters, readLetterState } from '#domains/letters/api.ts';
import { perform } from '#platform/perform.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import { sweepFoodDonors } from './jobs.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const hara = town.as('hara');
const kitchen = town.id('place:kitchen');
const shelf = town.id('place:shelf');
const early = town.id('food-lot:curry-early');
const giving = town.id('food-giving:january');
const recall = mintId();

test('a recall is traced from the mark on a label to places, days, households and, for the place, names', async () => {
  const { lots } = await ogata.call(api.listFoodLots, { q: 'mh-2503' });
  expect(lots.map(({ id }) => id)).toEqual([early]);
  await ogata.call(api.startFoodRecall, {
    ...{ id: recall, title: 'カレーの回収', reason: '表示にないえびが入っていた', source: '見本食品' },
    ...{ advice: '食べずに持ってきてください。', lots: [early] },
  });
  const seen = await ogata.call(api.readFoodRecall, { id: recall });
  expect(seen.lots.map((one) => [one.label_mark, one.donor_name])).toEqual([['MH-2503', '見本食品']]);
  expect(seen.flows.map((one) => [one.place_id, one.came, one.passed_on, one.handed, one.left_over])).toEqual(
    expect.arrayContaining([
      [kitchen, 24, 0, 16, 8],
      [shelf, 30, 24, 0, 6],
    ]),
  );
  expect(seen.givings.map((one) => [one.giving_id, one.households, one.named])).toEqual([[giving, 8, 1]]);
  expect(seen.people).toEqual([]);
  expect(JSON.stringify(seen)).not.toContain('石橋');
  const own = await hara.call(api.readFoodRecall, { id: recall });
  expect(own.places.map(({ place_id }) => place_id)).toEqual([kitchen]);
  expect(own.people.map(({ name, held_on }) => [name, held_on])).toEqual([['石橋（見本）', '2026-01-23']]);
});

test('from a hand-over it is traced back to lots and donors', async () => {
  const { lots } = await hara.call(api.readFoodGiving, { id: giving });
  expect(lots.map((one) => [one.what, one.donor_name, one.recalled])).toEqual([
    ['カレー（レトルト）', '見本食品', true],
    ['米', '見本食品', false],
  ]);
});

test('nothing of a recalled lot leaves, but to be thrown away or sent back', async () => {
  const lots = { [early]: 1 };
  const day = '2026-02-02';
  await expectRefusal(
    hara.call(api.giveFood, { id: mintId(), place_id: kitchen, held_on: day, households: 1, lots }),
    'invalid',
  );
  await expectRefusal(
    ogata.call(api.handFoodOn, { id: mintId(), place_id: shelf, to_place_id: kitchen, moved_on: day, lots }),
    'invalid',
  );
  await hara.call(api.discardFood, {
    ...{ id: mintId(), lot_id: early, place_id: kitchen, kind: 'returned', quantity: 8, reason: 'recalled' },
    moved_on: day,
  });
});

test('a place answers with numbers, for itself alone, until the recall is closed', async () => {
  expect((await hara.call(api.listFoodRecalls, {})).recalls[0]?.unanswered).toBe(1);
  const said = { recall_id: recall, told: 7, not_reached: 1, put_apart: true };
  await expectRefusal(hara.call(api.answerFoodRecall, { ...said, id: mintId(), place_id: shelf }), 'invalid');
  await hara.call(api.answerFoodRecall, { ...said, id: mintId(), place_id: kitchen });
  const { places } = await ogata.call(api.readFoodRecall, { id: recall });
  expect(places.find(({ place_id }) => place_id === kitchen)?.answer).toMatchObject({
    told: 7,
    not_reached: 1,
  });
  await expectRefusal(hara.call(api.closeFoodRecall, { id: recall, words: '見本' }), 'refused');
  await ogata.call(api.closeFoodRecall, { id: recall, words: '全部の居場所から返事があった' });
  await expectRefusal(
    hara.call(api.answerFoodRecall, { ...said, id: mintId(), place_id: kitchen }),
    'refused',
  );
  expect((await hara.call(api.readFoodLot, { id: early })).state).toBe('recalled');
});

test('a recall is printed', async () => {
  const bound = operations.find(({ declared }) => declared === api.printFoodRecall);
  if (!bound) throw new Error('not among the operations');
  const who = { kind: 'post', post: town.id('post:hara') } as const;
  const file = (await perform(town.database, bound, who, { id: recall }, mintId())) as { name: string };
  expect(file.name).toBe('回収-カレーの回収.pdf');
});

test('a lot that never came to a place of the actor is recalled by nobody else, and there is none', async () => {
  await expectRefusal(
    hara.call(api.startFoodRecall, {
      ...{ id: mintId(), title: '見本', reason: '見本', advice: '見本', lots: [town.id('food-lot:curry')] },
    }),
    'invalid',
  );
  await expectRefusal(hara.call(api.readFoodLot, { id: town.id('food-lot:curry') }), 'not_found');
});

test('somebody who agreed is introduced: the words lie in the window’s box, the place keeps none of them', async () => {
  const window = town.as('nakajima');
  const { windows } = await hara.call(api.readFoodGiving, { id: giving });
  const window_id = windows.find(({ name }) => name === '生活自立支援センター')?.id ?? '';
  const asked = {
    giving_id: giving,
    window_id,
    name: '見本 しずか',
    words: '見本の家賃が払えない',
    way: 'spoken',
  } as const;
  await expectRefusal(
    hara.call(api.introduceFromFood, { ...asked, id: mintId(), agreed: false as never }),
    'invalid',
  );
  await expectRefusal(ogata.call(api.introduceFromFood, { ...asked, id: mintId(), agreed: true }), 'refused');
  const { secret_receipt } = await hara.call(api.introduceFromFood, { ...asked, id: mintId(), agreed: true });
  const { letters } = await window.call(listLetters, { box: 'waiting' });
  expect(letters.map(({ trouble }) => trouble)).toContain('見本の家賃が払えない');
  const after = await hara.call(api.readFoodGiving, { id: giving });
  expect(after.introductions.map(({ window_name }) => window_name)).toEqual(['生活自立支援センター']);
  expect(JSON.stringify(after)).not.toContain('家賃');
  const kept = await town.look<{ told: string }>(
    'select food_introductions::text as told from food_introductions',
  );
  expect(JSON.stringify(kept)).not.toContain('しずか');
  const bound = operations.find(({ declared }) => declared === readLetterState);
  if (!bound) throw new Error('not among the operations');
  const stands = await perform(
    town.database,
    bound,
    { kind: 'system', name: 'letterbox' },
    { receipt: secret_receipt },
    mintId(),
  );
  expect(stands).toMatchObject({ state: 'received' });
});

test('a person who gave is known where the gift was made, and forgotten when the years are over', async () => {
  const donor = mintId();
  await hara.call(api.writeFoodDonor, {
    ...{ id: donor, place_id: kitchen, kind: 'person', name: '見本 あげたひと', kana: 'みほん あげたひと' },
  });
  const { version } = await hara.call(api.readFoodDonor, { id: donor });
  const said = { id: donor, version, name: '見本 あげた人', kana: 'みほん あげたひと' };
  await expectRefusal(hara.call(api.correctFoodDonor, { ...said, kind: 'company' }), 'invalid');
  await hara.call(api.correctFoodDonor, { ...said, kind: 'person' });
  await expectRefusal(hara.call(api.correctFoodDonor, { ...said, kind: 'person' }), 'refused');
  await expectRefusal(ogata.call(api.readFoodDonor, { id: donor }), 'not_found');
  const lot = mintId();
  await hara.call(api.receiveFood, {
    ...{ id: lot, place_id: kitchen, donor_id: donor, what: '見本の柿', amount: 20, unit: '個' },
    ...{ date_kind: 'none', storage: 'room', passing: 'free', received_on: '2026-02-02' },
  });
  expect((await ogata.call(api.listFoodDonors, {})).donors.map(({ id }) => id)).not.toContain(donor);
  expect(await ogata.call(api.readFoodLot, { id: lot })).toMatchObject({ donor_id: null, donor_name: null });
  expect((await hara.call(api.readFoodLot, { id: lot })).donor_name).toBe('見本 あげた人');
  const clock = town.clock.now;
  town.clock.now = new Date('2029-02-03T03:00:00+09:00');
  expect(await sweepFoodDonors(town.database)).toBe(1);
  town.clock.now = clock;
  expect(await hara.call(api.readFoodLot, { id: lot })).toMatchObject({ what: '見本の柿', donor_name: null });
});
