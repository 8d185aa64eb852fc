import { beginJoining, takeJoiningStep } from '#domains/cases/joining-api.ts';
import { addWelcomingPlace, supportPlace } from '#domains/cases/place-api.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** Somebody's way to a place is the window's; places are for all who look for one, what was done with them is not. */
export function listJoiningChanges(n: number): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  return [
    {
      name: 'a place that welcomes is written down',
      seenBy: ['nakajima', 'nagata', 'eguchi', 'eguchi-coordinator', 'ogata-coordinator', 'tsutsumi'],
      make: async (town) => {
        await town.as('ogata-coordinator').call(addWelcomingPlace, {
          ...{ id: id(town, 'hidden-place'), name: `かくれた受入先 ${n}`, kana: 'みほん' },
          what: '見本のことができる',
        });
      },
    },
    {
      name: 'somebody goes a way to a place, and the window speaks with the place',
      // The planner counts steps and what was done; the trail of the person is the records officer's.
      seenBy: ['nakajima', 'nakano', 'tsutsumi'],
      about: async (town) => town.id('case:nishida'),
      make: async (town) => {
        const nakajima = town.as('nakajima');
        const joining_id = id(town, 'hidden-joining');
        await nakajima.call(beginJoining, {
          ...{ id: joining_id, case_id: town.id('case:nishida'), client_id: town.id('client:wataru') },
          ...{ place_id: town.id('place:volunteer-centre'), wish: `かくれた願い ${n}` },
        });
        await nakajima.call(takeJoiningStep, {
          ...{ joining_id, id: id(town, 'hidden-step'), step: 'trial', taken_on: '2026-02-02' },
          next_look_on: '2026-02-03',
          said: `かくれたことば ${n}`,
        });
        await nakajima.call(supportPlace, {
          ...{ place_id: town.id('place:volunteer-centre'), id: id(town, 'hidden-support') },
          ...{ supported_on: '2026-02-02', way: 'phone', words: `かくれた相談 ${n}` },
        });
      },
    },
  ];
}
