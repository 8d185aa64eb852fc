import { endPhone } from '#domains/phones/api.ts';
import { mintId } from '#platform/uuid.ts';
import { keepCall, sendWaiting } from '../../field/outbox.ts';
import { carryTo, openShelf, registerTestPhone } from '../phones.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** Phones that are taken along, and what came late from one. */
export function listPhoneChanges(): Change[] {
  return [
    {
      name: 'a phone of another district is made its owner’s',
      seenBy: ['sakai', 'kusano-lead', 'ogata'],
      make: async (town) => {
        await registerTestPhone(town, 'sakai');
      },
    },
    {
      name: 'a lost phone of another district brings a visit',
      seenBy: ['sakai', 'kusano-lead', 'ogata'],
      make: bringLate,
    },
  ];
}

async function bringLate(town: Town): Promise<void> {
  const phone = await registerTestPhone(town, 'sakai');
  const shelf = openShelf();
  const [house] = await town.look<{ id: string }>(
    'select household_id as id from household_assignments where post_id = $1 and ends_on is null order by 1',
    [town.id('post:sakai')],
  );
  const visit = {
    ...{ id: mintId(), household_id: house?.id, visited_on: '2026-02-01' },
    ...{ channel: 'face', contact: 'met', note: '見本のかくれた記録' },
  };
  const call = { call: mintId(), operation: 'recordVisit', input: visit, made_at: '2026-02-01T02:00:00Z' };
  await keepCall(shelf, phone, call, null);
  await town.as('kusano-lead').call(endPhone, { id: phone.phone, reason: 'lost' });
  await sendWaiting(shelf, carryTo(town), phone);
}
