import { nameCase, sayUrgency } from '#domains/cases/acts-api.ts';
import { answerAssessment } from '#domains/cases/assessment-api.ts';
import { idOfStandard } from '#domains/cases/assessment-standard.ts';
import { attachFile } from '#domains/cases/attachment-api.ts';
import { readCase } from '#domains/cases/case-api.ts';
import { noteGap } from '#domains/cases/gap-api.ts';
import { writeNote } from '#domains/cases/note-api.ts';
import { addTie } from '#domains/cases/picture-api.ts';
import { setTask } from '#domains/cases/task-api.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** What is done with a household stays with the body that holds the case; only what is counted moves a planner's figure. */
export function listCaseChanges(n: number): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  const about = async (town: Town) => town.id('case:nishida');
  return [
    {
      name: 'a note is written about a household of another window',
      seenBy: ['nakajima', 'nakano', 'tsutsumi'],
      about,
      make: async (town) => {
        await town.as('nakajima').call(writeNote, {
          case_id: town.id('case:nishida'),
          id: id(town, 'hidden-note'),
          client_id: town.id('client:wataru'),
          noted_on: '2026-02-01',
          way: 'visit',
          with_whom: 'person',
          outcome: 'attempt',
          words: `見本の経過 ${n}`,
        });
      },
    },
    {
      // Whoever is given the mother reads the case by its number: what it is called tells of the son.
      name: 'a window calls a case anew',
      seenBy: ['nakajima'],
      about,
      make: async (town) => {
        const case_id = town.id('case:nishida');
        const { called } = await town.as('nakajima').call(readCase, { id: case_id });
        await town
          .as('nakajima')
          .call(nameCase, { case_id, called: `見本の呼び名 ${n}`, called_before: called });
      },
    },
    {
      name: 'what stands beside a case of another window changes',
      seenBy: ['nakajima'],
      about,
      make: async (town) => {
        const nakajima = town.as('nakajima');
        const case_id = town.id('case:nishida');
        await nakajima.call(sayUrgency, { case_id, id: id(town, 'hidden-urgency'), kinds: ['food'] });
        await nakajima.call(setTask, {
          case_id,
          id: id(town, 'hidden-task'),
          words: `見本 ${n}`,
          due_on: '2026-02-03',
        });
        await nakajima.call(addTie, {
          case_id,
          id: id(town, 'hidden-tie'),
          kind: 'place',
          called: `見本の場所 ${n}`,
          strength: 'thin',
        });
        await nakajima.call(noteGap, { case_id, id: id(town, 'hidden-gap'), words: `見本の狭間 ${n}` });
        await nakajima.call(attachFile, {
          case_id,
          id: id(town, 'hidden-file'),
          facet: 'notes',
          file: { name: `見本${n}.pdf`, base64: Buffer.from('%PDF-1.7').toString('base64') },
        });
        await nakajima.call(answerAssessment, {
          client_id: town.id('client:wataru'),
          facet: 'wish',
          version: 0,
          answers: { [idOfStandard(1)]: `見本の願い ${n}` },
        });
      },
    },
  ];
}
