import { expect, test } from 'vitest';
import { writePlace } from '#domains/places/api.ts';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const hara = town.as('hara');
const planner = town.as('tsutsumi');
const kitchen = town.id('place:kitchen');
const shelf = town.id('place:shelf');

const today = '2026-02-02';
const stock = (id: string, who = hara) => who.call(api.readFoodStock, { id });
const quantityOf = async (place: string, lot: string, who = hara) =>
  (await stock(place, who)).lines.find(({ lot_id }) => lot_id === lot)?.quantity ?? 0;
const counted = async () =>
  (
    await town.look<{ n: number }>(
      "select coalesce(sum(n), 0)::int as n from encounter_tally where kind = 'food_handover'",
    )
  )[0]?.n ?? 0;

const label = {
  amount: 10,
  unit: '袋',
  unit_grams: 500,
  date_kind: 'best_before',
  good_until: '2026-08-31',
  storage: 'room',
  allergens_known: true,
  passing: 'free',
  received_on: today,
} as const;
type Said = Partial<InputOf<typeof api.receiveFood>>;
async function receive(what: string, said: Said = {}, who = hara, place_id = kitchen, passes = true) {
  const id = mintId();
  await who.call(api.receiveFood, { ...label, id, place_id, what, ...said });
  if (passes)
    await who.call(api.inspectFood, { id: mintId(), lot_id: id, outcome: 'passed', checks: ['date'] });
  return id;
}
type Given = Partial<InputOf<typeof api.giveFood>>;
async function give(lots: Record<string, number>, said: Given = {}, who = hara) {
  const id = mintId();
  await who.call(api.giveFood, { id, place_id: kitchen, held_on: today, households: 1, lots, ...said });
  return id;
}

test('nothing of a lot leaves before it has passed its inspection, and nothing of one that is held', async () => {
  const lot = await receive('検品前の缶詰', {}, hara, kitchen, false);
  await expectRefusal(give({ [lot]: 1 }), 'invalid');
  const said = { lot_id: lot, checks: ['date' as const] };
  await expectRefusal(hara.call(api.inspectFood, { id: mintId(), ...said, outcome: 'held' }), 'invalid');
  await hara.call(api.inspectFood, { id: mintId(), ...said, outcome: 'held', words: '缶がへこんでいる' });
  await expectRefusal(give({ [lot]: 1 }), 'invalid');
  await hara.call(api.inspectFood, { id: mintId(), ...said, outcome: 'passed' });
  await give({ [lot]: 1 });
  expect(await quantityOf(kitchen, lot)).toBe(9);
});

test('what is over, cannot be kept, has no date or an allergen no list has is not taken in', async () => {
  await expectRefusal(receive('古いパン', { good_until: '2026-02-01' }), 'invalid');
  await expectRefusal(receive('冷凍の肉', { storage: 'frozen' }), 'invalid');
  const { good_until: _, ...undated } = label;
  await expectRefusal(
    hara.call(api.receiveFood, { ...undated, id: mintId(), place_id: kitchen, what: '米' }),
    'invalid',
  );
  await expectRefusal(receive('菓子', { allergens: ['moon'] }), 'invalid');
  await expectRefusal(receive('菓子', { allergens: ['egg'], allergens_known: false }), 'invalid');
  await expectRefusal(receive('見えない店から', { donor_id: mintId() }), 'invalid');
});

test('the earliest date goes first, and another one only with a reason that is kept', async () => {
  const late = await receive('見本うどん', { good_until: '2026-09-30' });
  const early = await receive('見本うどん', { good_until: '2026-04-30' });
  const { lines } = await stock(kitchen);
  expect(lines.find(({ lot_id }) => lot_id === early)?.first).toBe(true);
  expect(lines.find(({ lot_id }) => lot_id === late)?.first).toBe(false);
  const proposed = await hara.call(api.proposeFood, { id: kitchen, what: '見本うどん', quantity: 12 });
  expect(proposed).toEqual({
    taken: [
      { lot_id: early, quantity: 10 },
      { lot_id: late, quantity: 2 },
    ],
    missing: 0,
  });
  await expectRefusal(give({ [late]: 1 }), 'invalid');
  const giving = await give({ [late]: 1 }, { out_of_turn: '早い方は箱ごと次の回に使う' });
  const { lots } = await hara.call(api.readFoodGiving, { id: giving });
  expect(lots.map(({ out_of_turn }) => out_of_turn)).toEqual(['早い方は箱ごと次の回に使う']);
  await expectRefusal(give({ [early]: 11 }), 'invalid');
});

test('each household is one encounter, with a name or without, and a giving that is taken back counts no more', async () => {
  const lot = await receive('見本みそ');
  const before = await counted();
  const giving = await give(
    { [lot]: 6 },
    { households: 4, people: 9, others: '見本 はな\n見本はな\n見本 たろう' },
  );
  expect(await counted()).toBe(before + 4);
  const read = await hara.call(api.readFoodGiving, { id: giving });
  expect(read).toMatchObject({ households: 4, people: 9, named: 2, sees_names: true });
  expect(read.people_named.map(({ name }) => name)).toEqual(['見本 たろう', '見本 はな']);
  const figures = await planner.call(api.readFoodFigures, { from: '2026-02-01', until: today });
  const row = figures.rows.find(({ place_id }) => place_id === kitchen);
  expect(row?.households).toBe((await counted()) - 8);
  await expectRefusal(give({ [lot]: 1 }, { households: 1, others: '見本 いち\n見本 に' }), 'invalid');
  await expectRefusal(ogata.call(api.withdrawFoodGiving, { id: giving, why: '見本' }), 'refused');
  await hara.call(api.withdrawFoodGiving, { id: giving, why: '日をまちがえた' });
  expect(await counted()).toBe(before);
  expect(await quantityOf(kitchen, lot)).toBe(10);
  await expectRefusal(hara.call(api.withdrawFoodGiving, { id: giving, why: 'もう一度' }), 'refused');
});

test('the names of eaters stay with the place: who coordinates sees how many', async () => {
  const lot = await receive('見本しょうゆ');
  const giving = await give({ [lot]: 2 }, { households: 3, others: '見本 ひみつ' });
  const seen = await ogata.call(api.readFoodGiving, { id: giving });
  expect(seen).toMatchObject({ households: 3, named: 1, sees_names: false, people_named: [] });
  expect(JSON.stringify(seen)).not.toContain('ひみつ');
  await expectRefusal(give({ [lot]: 1 }, { others: '見本 ひみつ' }, ogata), 'refused');
  await give({ [lot]: 1 }, { households: 2 }, ogata);
});

test('food handed on is on the way until the other place has it, or lies where it came from again', async () => {
  const lot = await receive('見本のり', {}, ogata, shelf);
  const id = mintId();
  const move = { place_id: shelf, to_place_id: kitchen, moved_on: today };
  await ogata.call(api.handFoodOn, { ...move, id, lots: { [lot]: 4 } });
  expect(await quantityOf(shelf, lot, ogata)).toBe(6);
  expect(await quantityOf(kitchen, lot)).toBe(0);
  expect((await stock(kitchen)).coming.map((one) => [one.id, one.quantity])).toEqual([[id, 4]]);
  await hara.call(api.confirmFoodMove, { id });
  expect(await quantityOf(kitchen, lot)).toBe(4);
  await expectRefusal(hara.call(api.confirmFoodMove, { id }), 'not_found');
  const second = mintId();
  await ogata.call(api.handFoodOn, { ...move, id: second, lots: { [lot]: 1 } });
  await hara.call(api.declineFoodMove, { id: second, why: '届かなかった' });
  expect(await quantityOf(shelf, lot, ogata)).toBe(6);
  await expectRefusal(stock(shelf), 'not_found');
});

test('a place that cannot keep it, takes no part, or whose donor was not asked gets nothing', async () => {
  const cold = await receive('見本とうふ', { storage: 'chilled' }, ogata, shelf);
  const asked = await receive('見本の米', { passing: 'ask' }, ogata, shelf);
  const other = mintId();
  await ogata.call(writePlace, {
    ...{
      id: other,
      name: '見本の集まり',
      kana: 'みほんのあつまり',
      what: 'ごはんを食べる',
      entry: 'just_come',
    },
    district_id: town.id('district:草野'),
  });
  const move = { place_id: shelf, to_place_id: other, moved_on: today };
  const hand = (lots: Record<string, number>, more = {}) =>
    ogata.call(api.handFoodOn, { ...move, id: mintId(), lots, ...more });
  await expectRefusal(hand({ [asked]: 1 }), 'invalid');
  await ogata.call(api.joinFoodNetwork, {
    ...{ id: mintId(), place_id: other, storage: ['room'], transport: 'needs_delivery' },
    ...{ agreed_on: today, renew_on: '2027-02-02' },
  });
  await expectRefusal(hand({ [cold]: 1 }), 'invalid');
  await expectRefusal(hand({ [asked]: 1 }), 'invalid');
  await hand({ [asked]: 1 }, { permission: '見本農家の人、電話で' });
  await ogata.call(api.leaveFoodNetwork, { place_id: other });
  await expectRefusal(hand({ [asked]: 1 }, { permission: '見本' }), 'invalid');
});

test('what is thrown away has a reason, what was counted stands, and both are in the movements', async () => {
  const lot = await receive('見本ジャム');
  const at = { lot_id: lot, place_id: kitchen };
  await hara.call(api.discardFood, {
    ...{ ...at, id: mintId(), kind: 'discarded', quantity: 2, reason: 'damaged', moved_on: today },
  });
  await hara.call(api.countFood, { ...at, id: mintId(), counted: 7, words: '一つ見当たらない' });
  expect(await quantityOf(kitchen, lot)).toBe(7);
  const { movements } = await hara.call(api.readFoodLot, { id: lot });
  expect(movements.map(({ kind, quantity }) => [kind, quantity])).toEqual([
    ['received', 10],
    ['discarded', 2],
    ['counted', 1],
  ]);
  await expectRefusal(
    hara.call(api.discardFood, {
      ...{ ...at, id: mintId(), kind: 'returned', quantity: 8, reason: 'left_over', moved_on: today },
    }),
    'invalid',
  );
});

test('a notice is read by the whole network, an answer by the two places it is between', async () => {
  const id = mintId();
  const notice = { place_id: shelf, kind: 'surplus', what: '見本バナナ', open_until: '2026-02-05' } as const;
  await ogata.call(api.writeFoodNotice, { ...notice, id });
  const { notices } = await hara.call(api.listFoodNotices, { kind: 'surplus' });
  expect(notices.map((one) => [one.what, one.own])).toEqual([['見本バナナ', false]]);
  await hara.call(api.answerFoodNotice, {
    id: mintId(),
    notice_id: id,
    place_id: kitchen,
    words: '10本ほしい',
  });
  const [own] = (await ogata.call(api.listFoodNotices, { kind: 'surplus' })).notices;
  expect(own?.answers.map(({ words }) => words)).toEqual(['10本ほしい']);
  await expectRefusal(hara.call(api.closeFoodNotice, { id }), 'not_found');
  await ogata.call(api.closeFoodNotice, { id });
  expect((await hara.call(api.listFoodNotices, { kind: 'surplus' })).notices).toEqual([]);
  await expectRefusal(
    ogata.call(api.writeFoodNotice, { ...notice, id: mintId(), open_until: '2026-02-01' }),
    'invalid',
  );
});

test('food handed out at a place of the whole town counts in no district, and can be taken back', async () => {
  const place_id = mintId();
  await ogata.call(writePlace, {
    ...{
      id: place_id,
      name: '見本の移動パントリー',
      kana: 'みほんのいどうぱんとりー',
      what: '食べもの',
      entry: 'just_come',
    },
  });
  const agreed = { transport: 'fetches', agreed_on: today, renew_on: '2027-01-31' } as const;
  await ogata.call(api.joinFoodNetwork, { id: mintId(), place_id, ...agreed, storage: ['room'] });
  const lot = await receive('見本の缶詰（市全体）', {}, ogata, place_id);
  const before = await counted();
  const id = mintId();
  await ogata.call(api.giveFood, { id, place_id, held_on: today, households: 3, lots: { [lot]: 3 } });
  expect(await counted()).toBe(before + 3);
  await ogata.call(api.withdrawFoodGiving, { id, why: '日をまちがえた' });
  expect(await counted()).toBe(before);
});
