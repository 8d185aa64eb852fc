import {
  actOnEscalation,
  addDuty,
  readEscalationOfVisit,
  switchUnmet,
  takeEscalation,
} from '#domains/escalations/api.ts';
import { hearVisitWish, recordVisit, setRoundAgreement } from '#domains/visits/api.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** What was raised in a district, and what was done about it, is that district’s. */
export function listEscalationChanges(n: number): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  return [
    {
      name: 'an 異変 of another district is taken and acted on',
      seenBy: ['kusano-lead', 'ogata', 'sakai', 'tsutsumi'],
      make: async (town) => {
        const visit = id(town, 'hidden-alarm');
        await town.as('sakai').call(recordVisit, {
          id: visit,
          household_id: town.id('household:草野:1'),
          visited_on: '2026-02-01',
          channel: 'face',
          contact: 'answered',
          condition: 'alarm',
        });
        const { escalation } = await town.as('sakai').call(readEscalationOfVisit, { visit });
        const raised = escalation?.id ?? '';
        await town.as('ogata').call(takeEscalation, { id: raised, seen: 0 });
        const words = `かくれた対応 ${n}`;
        await town
          .as('ogata')
          .call(actOnEscalation, { id: raised, seen: 1, words, told: `かくれた言葉 ${n}` });
      },
    },
    {
      name: 'a household of another district says how it wishes to be looked in on',
      seenBy: ['kusano-lead', 'ogata', 'sakai'],
      make: async (town) => {
        await town.as('sakai').call(hearVisitWish, {
          household_id: town.id('household:草野:3'),
          every: 'monthly',
          words: `かくれた希望 ${n}`,
          heard_on: '2026-02-01',
        });
        await town.as('kusano-lead').call(setRoundAgreement, {
          id: id(town, 'hidden-agreement'),
          district_id: town.id('district:草野'),
          agreed: true,
          starts_on: '2026-02-01',
          words: `かくれた取り決め ${n}`,
        });
      },
    },
    {
      name: 'a household of another district is left out of what is told, and somebody goes on duty there',
      seenBy: ['kusano-lead', 'ogata', 'sakai', 'shiraishi'],
      make: async (town) => {
        const household_id = town.id('household:草野:2');
        await town.as('sakai').call(switchUnmet, { household_id, quiet: true, why: `かくれたわけ ${n}` });
        await town.as('ogata').call(addDuty, {
          id: id(town, 'hidden-duty'),
          district_id: town.id('district:草野'),
          hours: 'office',
          name: `かくれた当番 ${n}`,
          phone: '0942-00-0199',
          starts_on: '2026-02-01',
        });
      },
    },
  ];
}
