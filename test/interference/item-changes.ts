import { addItem, endItem } from '#domains/items/api.ts';
import { answerHousehold } from '#domains/parties/api.ts';
import { confirmAnswer, gatherAnswers, saveAnswer } from '#domains/projects/api.ts';
import { handInTallySheet, recordVisit } from '#domains/visits/api.ts';
import type { Town } from '../town.ts';
import { type Change, householdOf } from './changes.ts';
import { itemOf } from './inquiry-changes.ts';

/** What both towns ask of their own accord: definitions hold nothing about anybody, and stand in either. */
export async function askItems(town: Town): Promise<void> {
  for (const [record, facet] of [
    ['visit', 'visit'],
    ['household', 'household'],
    ['household', 'watching'],
    ['tally_sheet', 'tally'],
    ['project_answer', 'project'],
    ['intake', 'consultation'],
  ] as const)
    await town.as('shiraishi').call(addItem, {
      id: town.id(`item:${facet}`),
      record,
      facet,
      kind: 'line',
      label: `見本の項目 ${facet}`,
      starts_on: '2024-04-01',
    });
}

/** What is answered where a post may not see it, and what is asked of what it may not see. */
export function listItemChanges(n = 0): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  const answers = (town: Town, facet: string) => ({ [town.id(`item:${facet}`)]: `見本 ${n}` });
  const definers = ['shiraishi', 'furukawa', 'ogata', 'kusano-lead'];
  return [
    {
      name: 'a hidden visit answers what the town asks of its own',
      seenBy: ['kusano-lead', 'ogata', 'sakai', 'tsutsumi'],
      make: async (town) => {
        await town.as('sakai').call(recordVisit, {
          id: id(town, 'answering-visit'),
          household_id: await householdOf(town, 'sakai'),
          visited_on: '2026-01-20',
          channel: 'face',
          contact: 'met',
          answers: answers(town, 'visit'),
        });
      },
    },
    {
      name: 'a household of one’s own round answers an item of the reason',
      seenBy: ['furukawa', 'ogata'],
      about: (town) => householdOf(town, 'koga'),
      make: async (town) => {
        await town.as('furukawa').call(answerHousehold, {
          household_id: await householdOf(town, 'koga'),
          facet: 'watching',
          version: 0,
          answers: answers(town, 'watching'),
        });
      },
    },
    {
      name: 'a household of another district answers an item everybody at its door may see',
      seenBy: ['kusano-lead', 'ogata', 'sakai'],
      about: (town) => householdOf(town, 'sakai'),
      make: async (town) => {
        await town.as('kusano-lead').call(answerHousehold, {
          household_id: await householdOf(town, 'sakai'),
          facet: 'household',
          version: 0,
          answers: answers(town, 'household'),
        });
      },
    },
    {
      name: 'a sheet of another district answers what the town asks of its own',
      seenBy: ['ogata', 'tsutsumi'],
      make: async (town) => {
        await town.as('ogata').call(handInTallySheet, {
          id: id(town, 'answering-sheet'),
          district_id: town.id('district:合川'),
          group_id: town.id('body:合川'),
          month: '2026-01',
          counts: { face: 10 + n },
          counted_by: '見本',
          answers: answers(town, 'tally'),
        });
      },
    },
    {
      name: 'another section’s draft answers what the town asks of its own',
      seenBy: ['tsutsumi'],
      about: (town) => itemOf(town, 112),
      make: async (town) => {
        await town.as('tsutsumi').call(saveAnswer, {
          id: id(town, 'answering-draft'),
          item_id: await itemOf(town, 112),
          after_version: 0,
          state: 'draft',
          answered_by: '見本',
          answers: answers(town, 'project'),
        });
      },
    },
    {
      name: 'what the town asks of its own lies before the committee',
      seenBy: ['tsutsumi', 'noda'],
      about: async (town) => town.id('inquiry:2025'),
      make: async (town) => {
        const item_id = await itemOf(town, 106);
        await town.as('tsutsumi').call(saveAnswer, {
          id: id(town, 'answering-answer'),
          item_id,
          after_version: 1,
          state: 'answered',
          results: '見本',
          grade: 'B',
          course: 'イ',
          answered_by: '見本',
          answers: answers(town, 'project'),
        });
        const review = { id: id(town, 'answering-review'), item_id, version: 2 };
        await town.as('tsutsumi').call(confirmAnswer, review);
        await town
          .as('tsutsumi')
          .call(gatherAnswers, { id: id(town, 'answering-gathering'), inquiry_id: town.id('inquiry:2025') });
      },
    },
    {
      name: 'one more item of project answers is asked',
      seenBy: ['shiraishi', 'tsutsumi', 'akiyama'],
      make: async (town) => {
        await town.as('tsutsumi').call(addItem, {
          id: id(town, 'hidden-project-item'),
          record: 'project_answer',
          facet: 'project',
          kind: 'choice',
          label: `見本 ${n}`,
          options: ['見本1', '見本2'],
          starts_on: '2026-02-01',
        });
      },
    },
    {
      name: 'one more item of the reason is asked',
      seenBy: definers,
      make: async (town) => {
        await town.as('shiraishi').call(addItem, {
          id: id(town, 'hidden-item'),
          record: 'household',
          facet: 'watching',
          kind: 'choices',
          label: `見本 ${n}`,
          options: ['見本1', '見本2'],
          starts_on: '2026-02-01',
        });
      },
    },
    {
      name: 'an item of the reason is asked no longer',
      seenBy: definers,
      make: async (town) => {
        await town
          .as('shiraishi')
          .call(endItem, { id: town.id('item:watching'), ends_on: '2026-01-31', reason: `見本 ${n}` });
      },
    },
  ];
}
