import { correctContact, correctIdentity } from '#domains/cases/client-api.ts';
import { correctIntake, receiveIntake } from '#domains/cases/intake-api.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** What happens at a window and is not another’s to know, not even that the person has a record there. */
export function listDoorChanges(n: number): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  const day = `2026-01-${String(5 + (n % 20)).padStart(2, '0')}`;
  return [
    {
      name: 'an intake comes to another window',
      seenBy: ['nakajima', 'nakano', 'tsutsumi'],
      make: async (town) => {
        await town.as('nakajima').call(receiveIntake, {
          id: id(town, 'hidden-intake'),
          client_id: id(town, 'hidden-client'),
          received_on: day,
          name: `見本 ${n}`,
          kana: 'みほん',
          phone: '0942-00-0101',
        });
      },
    },
    {
      name: 'a telephone number of a person of another window is corrected',
      seenBy: ['nakajima', 'nakano'],
      about: async (town) => town.id('client:ishibashi'),
      make: async (town) => {
        await town.as('nakajima').call(correctContact, {
          id: town.id('client:ishibashi'),
          version: 1,
          phone: `0942-00-${1000 + n}`,
          district_id: town.id('district:鳥飼'),
        });
      },
    },
    {
      name: 'a person of another window gets a name that was not known',
      seenBy: ['nakajima', 'nakano'],
      about: async (town) => town.id('client:wataru'),
      make: async (town) => {
        await town.as('nakajima').call(correctIdentity, {
          id: town.id('client:wataru'),
          version: 1,
          name: `見本 かくれ${n}`,
          kana: 'いしばし',
          born_on: '1944-05-11',
        });
      },
    },
    {
      name: 'the form of a first word at another window is filled in further',
      seenBy: ['nakajima', 'tsutsumi'],
      about: async (town) => town.id('intake:min'),
      make: async (town) => {
        await town.as('nakajima').call(correctIntake, {
          id: town.id('intake:min'),
          client_id: town.id('client:min'),
          version: 1,
          identity_version: 1,
          contact_version: 1,
          received_on: '2025-12-08',
          channel: 'came',
          name: 'グエン・ティ・ミン（見本）',
          kana: 'ぐえん てぃ みん',
          born_on: '1996-08-03',
          sex: 'female',
          mobile: '080-0000-0103',
          district_id: town.id('district:鳥飼'),
          trouble: `見本の困りごと ${n}`,
          worries: ['11'],
          work: 'unemployed',
          housing: 'rented',
          insurance: 'none',
          pension: 'none',
          answers: { [town.id('item:consultation')]: `見本 ${n}` },
        });
      },
    },
  ];
}
