import { idOf } from '#domains/sample-town.ts';
import type { BoundOperation } from '#platform/domain.ts';
import { isCommand, pathOf } from '#platform/operation.ts';

/** What the description asks as an example, of the sample town: by question, its parts. A question without parts is its own example. */
const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  listPublishedPlaces: { district: idOf('district:鳥飼'), weekday: '5', limit: '10' },
  readPublishedPlace: { id: idOf('place:kitchen') },
  findInTown: { like: 'eat', district: idOf('district:鳥飼') },
  listCalendarEvents: { place: idOf('place:kitchen') },
  listTownEvents: { place: idOf('place:kitchen') },
  readTownEvent: { id: idOf('place-event:noodles') },
  listShownBoards: { district: idOf('district:鳥飼') },
  readShownBoard: { id: idOf('board:鳥飼') },
  listTried: { what: 'group', work: 'shopping' },
  listStandardRows: { set: 'population', limit: '10' },
};

/** Whether a question is anybody's, so that the description shows how it is asked. */
export function isPublicQuestion({ declared }: BoundOperation): boolean {
  return declared.may === 'anyone' && !isCommand(declared) && declared.file !== true;
}

/** The parts of the example of a question, each by its name; empty where it has none. */
export function examplePartsOf({ name }: Pick<BoundOperation, 'name'>): Readonly<Record<string, string>> {
  return parts[name] ?? {};
}

/** The example as an address below the house's own. */
export function exampleOf(bound: BoundOperation): string {
  const query = new URLSearchParams();
  let path = pathOf(bound.declared);
  for (const [name, value] of Object.entries(examplePartsOf(bound))) {
    if (path.includes(`:${name}`)) path = path.replace(`:${name}`, encodeURIComponent(value));
    else query.set(name, value);
  }
  return `/api${path}${query.size > 0 ? `?${query}` : ''}`;
}
