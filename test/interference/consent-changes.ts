import { correctContact } from '#domains/cases/client-api.ts';
import { printGivenRecord } from '#domains/cases/given-api.ts';
import { idOfBasis } from '#domains/consent/bases.ts';
import { recordConsent } from '#domains/consent/consent-api.ts';
import {
  noteEmergencyReturn,
  noteEmergencyTold,
  noteEmergencyUntold,
  openEmergencyView,
  reviewEmergencyView,
} from '#domains/consent/emergency-api.ts';
import { provideOfPerson, withdrawProvisionOfPerson } from '#domains/consent/person-api.ts';
import { protectAddress } from '#domains/consent/protection-api.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

const keiko = (town: Town) => town.id('client:keiko');

/** A person at a window agrees, is given to another body, opened in an emergency, protected: where a post may not see it. */
export function listConsentChanges(n = 0): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  const give = (town: Town, name: string) =>
    town.as('nakajima').call(provideOfPerson, {
      id: id(town, name),
      person_id: keiko(town),
      receiver_id: town.id('body:社協'),
      facets: ['identity', 'consultation'],
      basis_id: idOfBasis('window-council-danger-danger'),
      why: `見本の理由 ${n}`,
      starts_on: '2026-02-02',
      ends_on: '2026-08-31',
    });
  return [
    {
      name: 'a person of a window agrees',
      seenBy: ['nakajima', 'nakano'],
      about: async (town) => keiko(town),
      make: async (town) => {
        await town.as('nakajima').call(recordConsent, {
          id: id(town, 'hidden-consent'),
          person_id: keiko(town),
          decision: 'given',
          text_version: '第1版',
          facets: ['identity'],
          receivers: [town.id('body:社協')],
          way: 'spoken',
          given_on: '2026-02-02',
        });
      },
    },
    {
      name: 'a person of a window is given to the council',
      seenBy: ['nakajima', 'nakano', 'eguchi', 'eguchi-coordinator'],
      about: async (town) => keiko(town),
      make: async (town) => {
        await give(town, 'hidden-provision');
      },
    },
    {
      name: 'a provision of a person is taken back',
      seenBy: ['nakajima', 'nakano', 'eguchi', 'eguchi-coordinator'],
      about: async (town) => keiko(town),
      make: async (town) => {
        await give(town, 'withdrawn-provision');
        const taken = { id: id(town, 'withdrawn-provision'), reason: `見本の理由 ${n}` };
        await town.as('nakajima').call(withdrawProvisionOfPerson, taken);
      },
    },
    {
      name: 'a person of a window is opened in an emergency',
      seenBy: ['ogata', 'nakano'],
      about: async (town) => keiko(town),
      make: async (town) => {
        await town.as('ogata').call(openEmergencyView, {
          id: id(town, 'hidden-emergency'),
          name: '西田 恵子（見本）',
          born_on: '1969-02-20',
          reason: `見本の危険 ${n}`,
        });
      },
    },
    {
      name: 'a person is told of an emergency view, which was not needed and whose copies come back',
      seenBy: ['ogata', 'nakano'],
      about: async (town) => keiko(town),
      make: async (town) => {
        const emergency = { id: id(town, 'needless-emergency') };
        const whom = { name: '西田 恵子（見本）', born_on: '1969-02-20', reason: `見本の危険 ${n}` };
        await town.as('ogata').call(openEmergencyView, { ...emergency, ...whom });
        await town.as('ogata').call(printGivenRecord, { person: keiko(town) });
        const said = { justified: false, words: `見本の確かめ ${n}` };
        await town.as('nakano').call(reviewEmergencyView, { ...emergency, ...said });
        await town
          .as('ogata')
          .call(noteEmergencyReturn, { ...emergency, outcome: 'kept', words: `見本 ${n}` });
        const not_yet = { why_not_yet: `見本の理由 ${n}`, weigh_again_on: '2026-03-02' };
        await town.as('nakano').call(noteEmergencyUntold, { ...emergency, ...not_yet });
        const told = { told_on: '2026-02-02', way: 'phone', told_post_id: town.id('post:ogata') } as const;
        await town.as('nakano').call(noteEmergencyTold, { ...emergency, ...told });
      },
    },
    {
      // The planner counts by district: there the person no longer stands.
      name: 'the address of a person of a window is protected',
      seenBy: ['nakano', 'nakajima', 'tsutsumi'],
      about: async (town) => keiko(town),
      make: async (town) => {
        await town.as('nakano').call(protectAddress, {
          id: id(town, 'hidden-protection'),
          person_id: keiko(town),
          keepers: [town.id('post:nakajima')],
        });
      },
    },
    {
      // What stands apart until a keeper has looked (decision 0012) is nobody else's to learn of, nor that anything waits.
      name: 'a colleague types how a person of a window is reached, whose address another keeps',
      seenBy: ['nakano', 'nakajima', 'nagata', 'tsutsumi'],
      about: async (town) => keiko(town),
      make: async (town) => {
        await town.as('nakano').call(protectAddress, {
          id: id(town, 'kept-protection'),
          person_id: keiko(town),
          keepers: [town.id('post:nagata')],
        });
        const nothing = { address: null, district_id: null, phone: null, email: null, reaching: null };
        await town.as('nakajima').call(correctContact, {
          ...{ id: keiko(town), version: 1, ...nothing, mobile: `090-0000-${1000 + n}` },
          ...{ address: `かくれた町${n}`, district_id: town.id('district:合川') },
        });
      },
    },
  ];
}
