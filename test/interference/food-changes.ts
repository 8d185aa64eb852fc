import {
  giveFood,
  handFoodOn,
  inspectFood,
  introduceFromFood,
  joinFoodNetwork,
  readFoodGiving,
  receiveFood,
  startFoodRecall,
  writeFoodDonor,
  writeFoodNotice,
} from '#domains/food/api.ts';
import { writePlace } from '#domains/places/api.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** What a place has is its own and its coordinators'; the names of eaters stay with it; counts go on to planners. */
export function listFoodChanges(n: number): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  const label = {
    amount: 12,
    unit: '袋',
    unit_grams: 200,
    date_kind: 'best_before',
    good_until: '2026-07-31',
    storage: 'room',
    passing: 'free',
    received_on: '2026-01-20',
    label_mark: `かくれた記号 ${n}`,
  } as const;
  return [
    {
      name: 'a place takes food in from a person, and hands some out by name',
      seenBy: ['hara', 'ogata-coordinator', 'tsutsumi'],
      about: async (town) => town.id('place:kitchen'),
      make: async (town) => {
        const hara = town.as('hara');
        const place_id = town.id('place:kitchen');
        const donor_id = id(town, 'hidden-donor');
        const lot = id(town, 'hidden-lot');
        await hara.call(writeFoodDonor, {
          ...{ id: donor_id, place_id, kind: 'person', name: `見本 かくれ${n}`, kana: 'みほん かくれ' },
        });
        await hara.call(receiveFood, { ...label, id: lot, place_id, donor_id, what: `かくれた缶詰 ${n}` });
        await hara.call(inspectFood, {
          ...{ id: id(town, 'hidden-inspection'), lot_id: lot, outcome: 'passed', checks: [] },
        });
        await hara.call(giveFood, {
          ...{ id: id(town, 'hidden-giving'), place_id, held_on: '2026-01-30', households: 2 },
          ...{ others: `見本 たべたひと${n}`, lots: { [lot]: 3 } },
        });
      },
    },
    {
      name: 'a coordinator takes food in at the shelf, and calls it back',
      seenBy: ['ogata-coordinator'],
      about: async (town) => town.id('place:shelf'),
      make: async (town) => {
        const ogata = town.as('ogata-coordinator');
        const lot = id(town, 'hidden-shelf-lot');
        const place_id = town.id('place:shelf');
        await ogata.call(writeFoodDonor, {
          ...{ id: id(town, 'hidden-company'), kind: 'company', name: `かくれた会社 ${n}`, kana: 'みほん' },
        });
        await ogata.call(receiveFood, {
          ...{ ...label, id: lot, place_id, donor_id: id(town, 'hidden-company'), what: `かくれた菓子 ${n}` },
        });
        await ogata.call(startFoodRecall, {
          ...{ id: id(town, 'hidden-recall'), title: `かくれた回収 ${n}`, reason: '見本', advice: '見本' },
          lots: [lot],
        });
      },
    },
    {
      name: 'another place joins the network, is handed food and asks for more',
      // Who keeps a place anywhere is told who takes part and who asks.
      seenBy: ['ogata-coordinator', 'hara'],
      about: async (town) => town.id('place:shelf'),
      make: async (town) => {
        const ogata = town.as('ogata-coordinator');
        const place_id = id(town, 'hidden-table');
        await ogata.call(writePlace, {
          ...{ id: place_id, name: `かくれた食卓 ${n}`, kana: 'みほん', what: '見本', entry: 'just_come' },
          district_id: town.id('district:草野'),
        });
        await ogata.call(joinFoodNetwork, {
          ...{ id: id(town, 'hidden-member'), place_id, storage: ['room'], transport: 'fetches' },
          ...{ agreed_on: '2026-01-20', renew_on: '2027-01-20' },
        });
        await ogata.call(handFoodOn, {
          ...{ id: id(town, 'hidden-move'), place_id: town.id('place:shelf'), to_place_id: place_id },
          ...{ moved_on: '2026-01-25', lots: { [town.id('food-lot:rice')]: 1 + (n % 5) } },
        });
        await ogata.call(writeFoodNotice, {
          ...{ id: id(town, 'hidden-notice'), place_id, kind: 'wanted', what: `かくれた品 ${n}` },
          open_until: '2026-02-20',
        });
      },
    },
    {
      name: 'somebody who was handed food is introduced to a window',
      seenBy: ['hara', 'nakajima'],
      about: async (town) => town.id('food-giving:january'),
      make: async (town) => {
        const hara = town.as('hara');
        const giving_id = town.id('food-giving:january');
        const { windows, people_named } = await hara.call(readFoodGiving, { id: giving_id });
        const window = windows.find(({ id: one }) => one === town.id('body:生活自立支援センター'));
        const [guest] = people_named;
        if (!window || !guest) throw new Error('the sample town has neither window nor guest');
        await hara.call(introduceFromFood, {
          ...{ id: id(town, 'hidden-introduction'), giving_id, guest_id: guest.guest_id },
          ...{ window_id: window.id, name: `見本 かくれ${n}`, words: `かくれた困りごと ${n}` },
          ...{ way: 'spoken', agreed: true },
        });
      },
    },
  ];
}
