import { addItem, readItem } from '#domains/items/api.ts';
import type { ItemFacet, ItemKind, ItemRecord } from '#domains/items/model.ts';
import { recordVisit } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import type { Town } from './town.ts';

interface Wanted {
  record?: ItemRecord;
  facet?: ItemFacet;
  options?: string[];
  required?: boolean;
  unit?: string;
  starts_on?: string;
}

/** A visit as it is recorded at the door on the day of the cast. */
export const atDoor = { visited_on: '2026-02-02', channel: 'face', contact: 'met' } as const;

/** What tests of own items do in a town of the cast: 白石さん adds items, 古賀さん visits. */
export function openItems(town: Town) {
  return {
    /** An item of visits unless it says otherwise, asked from 2026-02-01 on; answers its id. */
    async add(label: string, kind: ItemKind, wanted: Wanted = {}): Promise<string> {
      const { record = 'visit', facet = 'visit', ...others } = wanted;
      const asked = { id: mintId(), record, facet, kind, label, starts_on: '2026-02-01' };
      return (await town.as('shiraishi').call(addItem, { ...asked, ...others })).id;
    },
    /** The ids of an item's options by their labels. */
    async optionsOf(id: string): Promise<Record<string, string>> {
      const { options } = await town.as('shiraishi').call(readItem, { id });
      return Object.fromEntries(options.map((option) => [option.label, option.id]));
    },
    /** 古賀さん visits a household of hers, and answers; answers the visit's id. */
    async visit(answers: Record<string, unknown> | undefined, more: object = {}): Promise<string> {
      const { id } = await town.as('koga').call(recordVisit, {
        id: mintId(),
        household_id: town.id('household:鳥飼:2'),
        ...atDoor,
        answers: answers as never,
        ...more,
      });
      return id;
    },
  };
}
