import {
  answerActivitySheet,
  handInActivitySheet,
  sendActivityMonth,
  writeActivitySheet,
} from '#domains/activities/api.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** What a 民生委員 of another district writes of the month: it is the record of that post, and of who chairs there. */
export function listActivityChanges(n = 0): Change[] {
  return [
    {
      name: 'a commissioner of another district writes the month, and hands it in',
      seenBy: ['yoshida'],
      about: async (town) => town.id('post:yoshida'),
      make: async (town) => {
        await writeMonth(town, n);
      },
    },
    {
      name: 'another district’s month is checked and sent to the city',
      seenBy: ['yoshida', 'tsutsumi'],
      about: async (town) => town.id('district:草野'),
      make: async (town) => {
        const sheet_id = await writeMonth(town, n);
        const yoshida = town.as('yoshida');
        await yoshida.call(answerActivitySheet, { sheet_id, answer: 'checked' });
        await yoshida.call(sendActivityMonth, {
          id: town.id(`hidden-sending:${n}`),
          district_id: town.id('district:草野'),
          month: '2026-01',
        });
      },
    },
  ];
}

async function writeMonth(town: Town, n: number): Promise<string> {
  const of = { post_id: town.id('post:yoshida'), month: '2026-01' };
  const yoshida = town.as('yoshida');
  const id = town.id(`hidden-activity:${n}`);
  const added = { daily_support: 1 + n, elderly: 1 + n, council: 2 };
  await yoshida.call(writeActivitySheet, { id, ...of, added, days: [1 + (n % 28)] });
  const handed = town.id(`hidden-handing-in:${n}`);
  await yoshida.call(handInActivitySheet, { id: handed, ...of, follows: 1 });
  return handed;
}
