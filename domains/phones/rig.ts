import { mintId } from '#platform/uuid.ts';
import { keepCall, sendWaiting } from '../../field/outbox.ts';
import { carryTo, openShelf, type TestPhone } from '../../test/phones.ts';
import type { Town } from '../../test/town.ts';

/** What tests of deliveries share: a household of koga's round and one that is not, visits that a phone keeps, and sending them. */
export async function openDeliveries(town: Town) {
  const [own] = await town.look<{ id: string }>(
    `select household_id as id from household_assignments where post_id = $1 and ends_on is null order by 1`,
    [town.id('post:koga')],
  );
  const [strange] = await town.look<{ id: string }>(
    `select h.id from households h where h.id not in (select household_id from household_assignments where post_id = $1) order by 1`,
    [town.id('post:koga')],
  );

  async function keepVisit(
    phone: TestPhone,
    shelf = openShelf(),
    household = own?.id ?? '',
    more: object = {},
  ) {
    const visit = {
      id: mintId(),
      household_id: household,
      visited_on: '2026-02-01',
      channel: 'face',
      contact: 'met',
      condition: 'usual',
      ...more,
    };
    const call = {
      call: mintId(),
      operation: 'recordVisit',
      input: visit,
      made_at: '2026-02-01T02:00:00Z',
    };
    await keepCall(shelf, phone, call, null);
    return { shelf, visit, call: call.call };
  }
  const count = async (id: string) => (await town.look('select 1 from visits where id = $1', [id])).length;
  const send = (phone: TestPhone, shelf = openShelf(), again = false) =>
    sendWaiting(shelf, carryTo(town), { phone: phone.phone, receipts: phone.receipts, again });
  return { own, strange, keepVisit, count, send };
}
