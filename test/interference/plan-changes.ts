import { draftPlan, proposePlan, reviewPlan } from '#domains/cases/plan-api.ts';
import { submitReturn } from '#domains/returns/api.ts';
import { inventContent } from '../plans.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** Of one household the mother's plan is given to the city, and the son's is nobody's but the window's. */
export function listPlanChanges(n: number): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  const draft = (town: Town) =>
    town.as('nakajima').call(draftPlan, {
      ...inventContent({
        trouble: `見本の困りごと ${n}`,
        goals: [{ id: id(town, 'hidden-goal'), span: 'long', words: '見本' }],
        steps: [{ id: id(town, 'hidden-plan-step'), what: '見本', who: 'person' }],
      }),
      id: id(town, 'hidden-plan'),
      case_id: town.id('case:nishida'),
      client_id: town.id('client:wataru'),
    });
  return [
    {
      name: 'the son’s plan is drafted beside the mother’s',
      seenBy: ['nakajima'],
      about: async (town) => town.id('support-plan:keiko'),
      make: async (town) => {
        await draft(town);
      },
    },
    {
      name: 'the son’s plan is put forward',
      seenBy: ['nakajima', 'tsutsumi'],
      about: async (town) => town.id('case:nishida'),
      make: async (town) => {
        await draft(town);
        await town.as('nakajima').call(proposePlan, {
          plan_id: id(town, 'hidden-plan'),
          id: id(town, 'hidden-proposal'),
          version: 1,
        });
      },
    },
    {
      name: 'the mother’s plan is reviewed',
      seenBy: ['nakajima', 'kakihara'],
      about: async (town) => town.id('support-plan:keiko'),
      make: async (town) => {
        await town.as('nakajima').call(reviewPlan, {
          plan_id: town.id('support-plan:keiko'),
          id: id(town, 'hidden-review'),
          reviewed_on: '2026-01-20',
          words: `見本の様子 ${n}`,
        });
      },
    },
    {
      name: 'a window sends its return',
      seenBy: ['nakajima'],
      make: async (town) => {
        await town.as('nakajima').call(submitReturn, {
          id: id(town, 'hidden-return'),
          code: 'outreach',
          fiscal_year: 2025,
          sent_to: '見本',
          sent_on: '2026-02-02',
        });
      },
    },
  ];
}
