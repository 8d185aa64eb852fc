import {
  answerWishNote,
  makeWishCard,
  sendWishNote,
  setWishNoteAside,
  takeWishNoteIn,
} from '#domains/cards/api.ts';
import { recordContributionResult, recordPermission, writeContribution } from '#domains/contributions/api.ts';
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
    {
      name: 'an organisation gives something and has not said that it may be published',
      seenBy: ['ogata-coordinator'],
      make: async (town) => {
        const ogata = town.as('ogata-coordinator');
        const contribution_id = town.id(`hidden-contribution:${n}`);
        await ogata.call(writeContribution, {
          id: contribution_id,
          offer_id: town.id('wish:students-offer'),
          kinds: ['people'],
          conditions: `かくれた条件 ${n}`,
          insurance: 'open',
          starts_on: '2026-01-05',
        });
        await ogata.call(recordContributionResult, {
          id: town.id(`hidden-result:${n}`),
          contribution_id,
          looked_on: '2026-01-20',
          brought_others: `かくれた実り ${n}`,
        });
        await ogata.call(recordPermission, {
          id: town.id(`hidden-permission:${n}`),
          contribution_id,
          allows: 'nothing',
          said_by: `かくれた担当 ${n}`,
          said_on: '2026-01-20',
        });
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
