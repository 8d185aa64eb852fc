import { operations } from '#domains/index.ts';
import { sendStandardFile } from '#domains/open-data/api.ts';
import {
  addPlaceDay,
  joinEvent,
  recordAttendance,
  recordGuestConsent,
  register,
  setAbsenceRule,
  writeEvent,
  writePlace,
} from '#domains/places/api.ts';
import { guestOfRegistration } from '#domains/places/door-code.ts';
import { perform } from '#platform/perform.ts';
import { mintId } from '#platform/uuid.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** What stays inside a place is its coordinators'; names stay with the place; counts go on to planners. */
export function listPlaceChanges(n: number): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  return [
    {
      name: 'a place is written down that nobody is shown',
      seenBy: ['ogata-coordinator'],
      about: async (town) => town.id('place:kitchen'),
      make: async (town) => {
        const place_id = id(town, 'hidden-neighbours');
        const ogata = town.as('ogata-coordinator');
        await ogata.call(writePlace, {
          ...{
            id: place_id,
            name: `かくれた集まり ${n}`,
            kana: 'みほん',
            what: '見本のことができる',
            entry: 'just_come',
          },
          ...{ district_id: town.id('district:鳥飼'), contact: `かくれた電話 ${n}`, shown: [] },
        });
        await ogata.call(addPlaceDay, {
          ...{ id: id(town, 'hidden-place-day'), place_id, kind: 'closed', starts_on: '2026-02-10' },
        });
        await ogata.call(writeEvent, {
          ...{ id: id(town, 'hidden-event'), place_id, title: `かくれた催し ${n}`, held_on: '2026-02-10' },
          ...{ from: '10:00', until: '12:00', shown: true },
        });
      },
    },
    {
      name: 'somebody registers with a place and comes there',
      // The coordinator counts who comes, and the planner does; the name is the place's.
      seenBy: ['hara', 'ogata-coordinator', 'tsutsumi'],
      about: async (town) => town.id('place:kitchen'),
      make: async (town) => {
        const hara = town.as('hara');
        const place_id = town.id('place:kitchen');
        const registration = id(town, 'hidden-registration');
        await hara.call(register, {
          ...{
            id: registration,
            // There is room for many more: whether there is any is a figure that everybody reads.
            event_id: town.id('place-event:sunday'),
            name: `見本 かくれ${n}`,
            way: 'host',
          },
        });
        const guest_id = guestOfRegistration(registration);
        await hara.call(recordGuestConsent, { id: id(town, 'hidden-consent'), guest_id, decision: 'given' });
        await hara.call(setAbsenceRule, { id: id(town, 'hidden-absence'), place_id, weeks: 3 });
        await hara.call(recordAttendance, { place_id, held_on: '2026-01-30', came: [guest_id] });
      },
    },
    {
      name: 'a family joins an event over the public form',
      // There is room for many more: whether there is any is all that anybody reads. The coordinator reads how many come.
      seenBy: ['hara', 'ogata-coordinator'],
      about: async (town) => town.id('place-event:sunday'),
      make: (town) =>
        sendRequest(town, id(town, 'hidden-request'), { name: `見本 かくれ家族${n}`, heads: 3 }),
    },
    {
      name: 'what a machine seems to have written over the public form waits apart',
      seenBy: ['hara'],
      about: async (town) => town.id('place-event:sunday'),
      make: (town) =>
        sendRequest(town, id(town, 'hidden-held'), { name: `かくれた機械${n}`, held_back: 'too_fast' }),
    },
    {
      name: 'somebody whom a place knows says that one may ask after',
      seenBy: ['hara'],
      about: async (town) => town.id('place:kitchen'),
      make: async (town) => {
        const guest_id = guestOfRegistration(town.id('event-registration:noodles:0'));
        await town
          .as('hara')
          .call(recordGuestConsent, { id: id(town, 'hidden-only-consent'), guest_id, decision: 'given' });
      },
    },
    {
      name: 'a planner sends a standard list, which waits',
      seenBy: ['tsutsumi'],
      make: async (town) => {
        const base64 = Buffer.from(`ID,名称\n${n},かくれた避難場所`).toString('base64');
        const file = { name: `かくれ${n}.csv`, base64 };
        await town
          .as('tsutsumi')
          .call(sendStandardFile, { id: id(town, 'hidden-list'), set: 'shelters', file });
      },
    },
  ];
}

/** What the public form sends: as whoever has no post. */
async function sendRequest(town: Town, id: string, said: object): Promise<void> {
  const bound = operations.find(({ declared }) => declared === joinEvent);
  if (!bound) throw new Error('not among the operations');
  const letterbox = { kind: 'system', name: 'letterbox' } as const;
  const event_id = town.id('place-event:sunday');
  const request = { id, event_id, reaching: '090-0000-0000', words: 'かくれた願い', language: 'vi', ...said };
  await perform(town.database, bound, letterbox, request, mintId());
}
