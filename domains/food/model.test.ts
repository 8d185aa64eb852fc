import { describe, expect, test } from 'vitest';
import { foodKey, passedOver, proposeTaking, type StockLine } from './model.ts';

function line(lot: string, good_until: string | null, quantity: number, what = 'カレー'): StockLine {
  return {
    ...{
      lot_id: lot,
      what,
      unit: '袋',
      quantity,
      date_kind: good_until ? 'best_before' : 'none',
      good_until,
    },
    ...{ storage: 'room', allergens: [], allergens_known: true, passing: 'free', conditions: null },
    ...{ state: 'usable', first: false },
  };
}
const march = line('march', '2026-03-01', 3);
const april = line('april', '2026-04-01', 5);
const undated = line('undated', null, 5);

describe('what is proposed', () => {
  test('is taken earliest date first, and from the next where the first is not enough', () => {
    expect(proposeTaking([march, april], 4)).toEqual([
      { lot_id: 'march', quantity: 3 },
      { lot_id: 'april', quantity: 1 },
    ]);
  });

  test('is exact in tenths, and no more than there is', () => {
    const rice = line('rice', '2026-03-01', 0.3, '米');
    expect(proposeTaking([rice, { ...rice, lot_id: 'more', quantity: 0.1 }], 0.4)).toEqual([
      { lot_id: 'rice', quantity: 0.3 },
      { lot_id: 'more', quantity: 0.1 },
    ]);
    expect(proposeTaking([march], 9)).toEqual([{ lot_id: 'march', quantity: 3 }]);
  });
});

describe('an earlier date is passed over', () => {
  test('where some of it stays and some of a later one goes', () => {
    expect(passedOver([march, april], [{ lot_id: 'april', quantity: 1 }])).toEqual([march]);
    const part = [
      { lot_id: 'march', quantity: 2 },
      { lot_id: 'april', quantity: 1 },
    ];
    expect(passedOver([march, april], part)).toEqual([march]);
  });

  test('not where it is used up, where the other is another food, or where the dates are the same', () => {
    const all = [
      { lot_id: 'march', quantity: 3 },
      { lot_id: 'april', quantity: 1 },
    ];
    expect(passedOver([march, april], all)).toEqual([]);
    const oil = line('oil', '2026-05-01', 2, '油');
    expect(passedOver([march, oil], [{ lot_id: 'oil', quantity: 1 }])).toEqual([]);
    const twin = { ...march, lot_id: 'twin' };
    expect(passedOver([march, twin], [{ lot_id: 'twin', quantity: 1 }])).toEqual([]);
  });

  test('by what bears no date at all', () => {
    expect(passedOver([march, undated], [{ lot_id: 'undated', quantity: 1 }])).toEqual([march]);
    expect(passedOver([march, undated], [{ lot_id: 'march', quantity: 1 }])).toEqual([]);
  });
});

test('the same food is the same however wide it is written', () => {
  expect(foodKey('ｶﾚｰ 甘口')).toBe(foodKey('カレー甘口'));
});
