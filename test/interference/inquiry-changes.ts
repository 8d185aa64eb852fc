import {
  bringAnswerSheet,
  gatherAnswers,
  readInquiry,
  remindOwners,
  saveAnswer,
  sendBackAnswer,
} from '#domains/projects/api.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** What goes on between a section and the planner, and what lies before the committee. */
export function listInquiryChanges(n = 0): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  const inquiry = (town: Town) => town.id('inquiry:2025');
  return [
    {
      name: 'another section’s answer is drafted',
      seenBy: ['tsutsumi'],
      about: (town) => itemOf(town, 112),
      make: async (town) => {
        await town.as('tsutsumi').call(saveAnswer, {
          id: id(town, 'hidden-answer'),
          item_id: await itemOf(town, 112),
          after_version: 0,
          state: 'draft',
          results: `見本の下書き ${n}`,
          answered_by: '見本',
        });
      },
    },
    {
      name: 'another section’s answer is sent back',
      seenBy: ['tsutsumi'],
      about: (town) => itemOf(town, 111),
      make: async (town) => {
        await town.as('tsutsumi').call(sendBackAnswer, {
          id: id(town, 'hidden-return'),
          item_id: await itemOf(town, 111),
          version: 1,
          reason: `見本の理由 ${n}`,
        });
      },
    },
    {
      name: 'another section is reminded',
      seenBy: ['tsutsumi'],
      about: async (town) => inquiry(town),
      make: async (town) => {
        const body_id = town.id('body:こども応援課');
        await town.as('tsutsumi').call(remindOwners, { inquiry_id: inquiry(town), body_id });
      },
    },
    {
      name: 'a sheet of another section comes back',
      seenBy: ['tsutsumi'],
      make: async (town) => {
        await town.as('tsutsumi').call(bringAnswerSheet, {
          id: id(town, 'hidden-sheet-of-answers'),
          inquiry_id: inquiry(town),
          file: { name: `見本${n}.xlsx`, base64: Buffer.from(`見本 ${n}`).toString('base64') },
          answered_by: '見本',
        });
      },
    },
    {
      name: 'what is confirmed is gathered for the committee',
      seenBy: ['tsutsumi', 'noda'],
      make: async (town) => {
        await town
          .as('tsutsumi')
          .call(gatherAnswers, { id: id(town, 'hidden-gathering'), inquiry_id: inquiry(town) });
      },
    },
  ];
}

/** The id of a project's item in the inquiry that is on its way. */
export async function itemOf(town: Town, number: number): Promise<string> {
  const { items } = await town.as('tsutsumi').call(readInquiry, { id: town.id('inquiry:2025') });
  const item = items.find((one) => one.number === number);
  if (!item) throw new Error(`no project ${number} in the sample town`);
  return item.id;
}
