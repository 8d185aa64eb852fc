import {
  answerWishNote,
  makeWishCard,
  sendWishNote,
  setWishNoteAside,
  takeWishNoteIn,
} from '#domains/cards/api.ts';
import { operations } from '#domains/index.ts';
import { perform } from '#platform/perform.ts';
import { mintId } from '#platform/uuid.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** What people write themselves is the coordinators’ to read; the planner counts what was made of it, without words. */
export function listCardChanges(n: number): Change[] {
  return [
    {
      name: 'somebody writes what would be good, and nobody has decided yet',
      seenBy: ['ogata-coordinator'],
      make: (town) => write(town, n),
    },
    {
      name: 'a coordinator makes cards, takes in what was written, and sets other words aside',
      seenBy: ['ogata-coordinator', 'tsutsumi'],
      about: async (town) => town.id('participant:wataru'),
      make: async (town) => {
        const ogata = town.as('ogata-coordinator');
        const id = (name: string) => town.id(`${name}:${n}`);
        const card = { id: id('hidden-card'), participant_id: town.id('participant:wataru') };
        await ogata.call(makeWishCard, { ...card, place: `かくれた場所 ${n}` });
        await write(town, n);
        const taken = id('hidden-note');
        await ogata.call(takeWishNoteIn, {
          id: taken,
          participant_id: town.id('participant:wataru'),
          whose: 'known',
          wish_id: id('hidden-card-wish'),
          offer_id: id('hidden-card-offer'),
        });
        await ogata.call(answerWishNote, { id: taken });
        await write(town, n, 'hidden-other-note');
        await ogata.call(setWishNoteAside, { id: id('hidden-other-note'), reason: `かくれたわけ ${n}` });
      },
    },
  ];
}

async function write(town: Town, n: number, name = 'hidden-note'): Promise<void> {
  const bound = operations.find(({ declared }) => declared === sendWishNote);
  if (!bound) throw new Error('not among the operations');
  const said = {
    id: town.id(`${name}:${n}`),
    language: 'ja',
    name: `見本 かくれ${n}`,
    sides: [{ side: 'wish', words: `かくれた願いごと ${n}` }],
  };
  await perform(town.database, bound, { kind: 'system', name: 'letterbox' }, said, mintId());
}
