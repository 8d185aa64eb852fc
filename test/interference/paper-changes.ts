import { enterRoundSheetLine, makeRoundSheet } from '#domains/papers/api.ts';
import { tellAbsence } from '#domains/visits/api.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** A round on paper, and what is written off it; when a household is away. */
export function listPaperChanges(n: number): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  return [
    {
      name: 'a round on paper of another district is made, and a line is written off it',
      seenBy: ['sakai', 'kusano-lead', 'ogata', 'tsutsumi'],
      make: async (town) => {
        const sheet = id(town, 'hidden-round-sheet');
        await town.as('sakai').call(makeRoundSheet, { id: sheet });
        await town.as('kusano-lead').call(enterRoundSheetLine, {
          ...{ id: sheet, n: 1, visit_id: id(town, 'hidden-sheet-visit'), visited_on: '2026-02-01' },
          ...{ channel: 'face', contact: 'met', note: `かくれた紙の記録 ${n}` },
        });
      },
    },
    {
      name: 'a household of another district says that it will be away',
      seenBy: ['sakai', 'kusano-lead', 'ogata'],
      about: async (town) => town.id('household:草野:1'),
      make: async (town) => {
        await town.as('sakai').call(tellAbsence, {
          ...{ id: id(town, 'hidden-absence'), household_id: town.id('household:草野:1') },
          ...{ starts_on: '2026-02-01', ends_on: '2026-02-20', why: 'hospital' },
        });
      },
    },
  ];
}
