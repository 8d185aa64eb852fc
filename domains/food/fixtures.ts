import { sampleDistricts } from '../districts/fixtures.ts';
import { writePlace } from '../places/api.ts';
import type { Planting } from '../planting.ts';
import {
  confirmFoodMove,
  giveFood,
  handFoodOn,
  inspectFood,
  joinFoodNetwork,
  receiveFood,
  writeFoodDonor,
  writeFoodNotice,
} from './api.ts';

const coordinator = 'ogata-coordinator';
const agreement = { transport: 'fetches', agreed_on: '2025-12-10', renew_on: '2026-12-10' } as const;

/** A shelf of the council, a kitchen that hands on and out, a donor, four lots; all invented. */
export async function plantFood(planting: Planting): Promise<void> {
  const { call, id } = planting;
  const shelf = id('place:shelf');
  const kitchen = id('place:kitchen');
  await call(coordinator, '2025-12-10T09:00:00+09:00', writePlace, {
    ...{ id: shelf, name: 'みんなの食料だな（見本）', kana: 'みんなのしょくりょうだな みほん' },
    ...{
      what: '寄付された食料を受け入れ、居場所へ届ける。',
      run_by: '社協（見本）',
      body_id: id('body:社協'),
    },
    ...{ district_id: id('district:鳥飼'), entry: 'call_first' },
  });
  await call(coordinator, '2025-12-10T09:10:00+09:00', joinFoodNetwork, {
    ...{ id: id('food-member:shelf'), place_id: shelf, storage: ['room', 'chilled'], ...agreement },
  });
  await call(coordinator, '2025-12-10T09:20:00+09:00', joinFoodNetwork, {
    ...{ id: id('food-member:kitchen'), place_id: kitchen, storage: ['room', 'chilled'], ...agreement },
    ...{ households: 20, care_words: '申し込みのときに、食べられないものを紙に書いてもらう（見本）' },
  });
  await call(coordinator, '2025-12-10T09:30:00+09:00', writeFoodDonor, {
    ...{ id: id('food-donor:foods'), kind: 'company', name: '見本食品', kana: 'みほんしょくひん' },
    ...{
      contact: '見本食品の電話（見本）',
      conditions: '売らない。渡した先を知らせる。',
      agreed_on: '2025-12-01',
    },
  });
  await receive(planting, 'rice', { what: '米', quantity: 40, unit: 'kg', grams: 1000, until: '2026-05-31' });
  await receive(planting, 'curry', { what: 'カレー（レトルト）', quantity: 120, unit: '袋', grams: 200 });
  await receive(planting, 'curry-early', {
    ...{
      what: 'カレー（レトルト）',
      quantity: 30,
      unit: '袋',
      grams: 200,
      until: '2026-03-15',
      mark: 'MH-2503',
    },
  });
  const rice = id('food-lot:rice');
  const early = id('food-lot:curry-early');
  await call(coordinator, '2026-01-15T11:00:00+09:00', handFoodOn, {
    ...{ id: id('food-move:rice'), place_id: shelf, to_place_id: kitchen, moved_on: '2026-01-15' },
    lots: { [rice]: 20 },
  });
  await call('hara', '2026-01-15T15:00:00+09:00', confirmFoodMove, { id: id('food-move:rice') });
  await call(coordinator, '2026-01-16T11:00:00+09:00', handFoodOn, {
    ...{ id: id('food-move:curry'), place_id: shelf, to_place_id: kitchen, moved_on: '2026-01-16' },
    lots: { [early]: 24 },
  });
  await call('hara', '2026-01-16T15:00:00+09:00', confirmFoodMove, { id: id('food-move:curry') });
  await call('hara', '2026-01-23T20:30:00+09:00', giveFood, {
    ...{ id: id('food-giving:january'), place_id: kitchen, held_on: '2026-01-23', households: 8, people: 19 },
    ...{ others: '石橋（見本）', lots: { [rice]: 8, [early]: 16 } },
  });
  await call('hara', '2026-01-30T10:00:00+09:00', writeFoodNotice, {
    ...{ id: id('food-notice:oil'), place_id: kitchen, kind: 'wanted', what: '食用油', amount: '3本くらい' },
    ...{ open_until: '2026-02-13', contact: '見本会館 0942-00-0000' },
  });
}

interface Sample {
  readonly what: string;
  readonly quantity: number;
  readonly unit: string;
  readonly grams: number;
  readonly until?: string;
  readonly mark?: string;
}

/** One lot at the council's shelf, inspected the same day. */
async function receive({ call, id }: Planting, key: string, one: Sample): Promise<void> {
  const lot_id = id(`food-lot:${key}`);
  const curry = one.what !== '米';
  await call(coordinator, '2026-01-10T10:00:00+09:00', receiveFood, {
    ...{ id: lot_id, place_id: id('place:shelf'), donor_id: id('food-donor:foods') },
    ...{ what: one.what, amount: one.quantity, unit: one.unit, unit_grams: one.grams },
    ...{ date_kind: 'best_before', good_until: one.until ?? '2026-11-30', storage: 'room' },
    ...{ allergens: curry ? ['wheat', 'milk', 'beef'] : [], allergens_known: true, maker: '見本食品' },
    ...{ label_mark: one.mark ?? 'MH-2511', passing: 'free', received_on: '2026-01-10' },
  });
  await call(coordinator, '2026-01-10T10:30:00+09:00', inspectFood, {
    ...{ id: id(`food-inspection:${key}`), lot_id, outcome: 'passed', checks: ['date', 'packing', 'label'] },
  });
}

/** Some of the tables of the districts take part, and got rice from the council's shelf. */
export async function plantFoodOfDistricts({ call, id }: Planting): Promise<void> {
  for (const [n, { name }] of sampleDistricts.entries()) {
    if (n % 6 !== 0) continue;
    const place_id = id(`place:table:${name}`);
    await call(coordinator, '2026-01-12T10:00:00+09:00', joinFoodNetwork, {
      ...{ id: id(`food-member:${name}`), place_id, storage: ['room'], transport: 'needs_delivery' },
      ...{ agreed_on: '2026-01-12', renew_on: '2027-01-12', households: 15 },
    });
    await call(coordinator, '2026-01-20T10:00:00+09:00', handFoodOn, {
      ...{ id: id(`food-move:${name}`), place_id: id('place:shelf'), to_place_id: place_id },
      ...{ moved_on: '2026-01-20', lots: { [id('food-lot:rice')]: 2 } },
    });
  }
}
