import {
  excludeFromDisposal,
  makeDisposal,
  placeHold,
  requestExport,
  submitDisposal,
} from '#domains/disposals/api.ts';
import { closeHousehold, registerHousehold } from '#domains/parties/api.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** What another district keeps, holds back and is about to destroy, and what its people ask to take along. */
export function listKeepingChanges(n: number): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  const lead = (town: Town) => town.as('kusano-lead');
  return [
    {
      name: 'another district holds back a household from destruction',
      seenBy: ['kusano-lead', 'ogata'],
      make: async (town) => {
        await registerClosed(town, id(town, 'held-household'), n);
        await lead(town).call(placeHold, {
          id: id(town, 'hidden-hold'),
          kind: 'household',
          subject_id: id(town, 'held-household'),
          reason: `見本の訴訟 ${n}`,
        });
      },
    },
    {
      name: 'another window holds back what is kept of a person from destruction',
      seenBy: ['nakajima', 'nakano'],
      about: async (town) => town.id('client:wataru'),
      make: async (town) => {
        await town.as('nakano').call(placeHold, {
          id: id(town, 'hidden-client-hold'),
          kind: 'client',
          subject_id: town.id('client:wataru'),
          reason: `見本の請求 ${n}`,
        });
      },
    },
    {
      name: 'another district lists what is due, leaves one out and submits it',
      seenBy: ['kusano-lead', 'ogata', 'shiraishi', 'shiraishi-audit', 'tsutsumi'],
      make: async (town) => {
        for (const name of ['due-household', 'left-out-household'])
          await registerClosed(town, id(town, name), n);
        const list = id(town, 'hidden-disposal');
        await lead(town).call(makeDisposal, { id: list, kind: 'household' });
        const subject_id = id(town, 'left-out-household');
        await lead(town).call(excludeFromDisposal, { id: list, subject_id, reason: `見本 ${n}` });
        await lead(town).call(submitDisposal, { id: list });
      },
    },
    {
      name: 'somebody of another district asks for a large export',
      seenBy: ['kusano-lead', 'shiraishi', 'shiraishi-audit', 'tsutsumi'],
      make: async (town) => {
        await lead(town).call(requestExport, {
          id: id(town, 'hidden-request'),
          asked: `exportHouseholds:${120 + n}:${'ab'.repeat(32)}`,
          purpose: `見本 ${n}`,
        });
      },
    },
  ];
}

async function registerClosed(town: Town, household: string, n: number): Promise<void> {
  const lead = town.as('kusano-lead');
  await lead.call(registerHousehold, {
    id: household,
    name: `見本 とじた${n}`,
    kana: 'みほん とじた',
    address: `見本町${n + 1}-2`,
    phone: null,
    cautions: [],
    members: [],
  });
  await lead.call(closeHousehold, { id: household, closed_on: '2019-06-01', why: 'died' });
}
