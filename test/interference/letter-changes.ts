import { operations } from '#domains/index.ts';
import {
  answerLetter,
  passLetterOn,
  sendLetter,
  setLetterAside,
  takeLetterIn,
} from '#domains/letters/api.ts';
import type { InputOf } from '#platform/operation.ts';
import { perform } from '#platform/perform.ts';
import { mintId } from '#platform/uuid.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** What came over the public form to a window, and what that window made of it. */
export function listLetterChanges(n: number): Change[] {
  return [
    {
      name: 'somebody writes to another window over the public form',
      seenBy: ['nakajima'],
      make: (town) => write(town, n),
    },
    {
      name: 'another window takes in what somebody wrote, and answers',
      seenBy: ['nakajima', 'nakano', 'tsutsumi'],
      make: async (town) => {
        await write(town, n);
        const id = town.id(`letter:${n}`);
        const taken = { intake_id: town.id(`letter-intake:${n}`), client_id: town.id(`letter-client:${n}`) };
        await town.as('nakajima').call(takeLetterIn, { id, ...taken });
        await town.as('nakajima').call(answerLetter, { id });
      },
    },
    {
      name: 'another window passes on to a third what somebody wrote',
      seenBy: ['nakajima', 'nagata'],
      about: async (town) => town.id('letter:mother'),
      make: async (town) => {
        const on = { id: town.id(`passing:${n}`), letter_id: town.id('letter:mother'), asked: true };
        const to_id = town.id('body:地域包括支援センター');
        await town.as('nakajima').call(passLetterOn, { ...on, to_id, words: `見本のひとこと ${n}` });
      },
    },
    {
      name: 'another window sets aside what somebody wrote',
      seenBy: ['nakajima'],
      about: async (town) => town.id('letter:mother'),
      make: async (town) => {
        await town
          .as('nakajima')
          .call(setLetterAside, { id: town.id('letter:mother'), reason: `見本の理由 ${n}` });
      },
    },
  ];
}

async function write(town: Town, n: number): Promise<void> {
  const bound = operations.find(({ declared }) => declared === sendLetter);
  if (!bound) throw new Error('not among the operations');
  const said: InputOf<typeof sendLetter> = {
    id: town.id(`letter:${n}`),
    window_id: town.id('body:生活自立支援センター'),
    language: 'ja',
    trouble: `見本 かくれた声 ${n}`,
    name: `見本 かくれ${n}`,
  };
  await perform(town.database, bound, { kind: 'system', name: 'letterbox' }, said, mintId());
}
