import { expect, test } from 'vitest';
import { endPost } from '#domains/posts/api.ts';
import { handInPost } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { keepCall, sendWaiting } from '../../field/outbox.ts';
import { carryTo, openShelf, registerTestPhone, type TestPhone } from '../../test/phones.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { endPhone, listLateCalls, listPhones, setLateCallAside, takeInLateCall } from './api.ts';

const town = await openTown('cast');
const [own] = await town.look<{ id: string }>(
  `select household_id as id from household_assignments where post_id = $1 and ends_on is null order by 1`,
  [town.id('post:koga')],
);
const [strange] = await town.look<{ id: string }>(
  `select h.id from households h where h.id not in (select household_id from household_assignments where post_id = $1) order by 1`,
  [town.id('post:koga')],
);

async function keepVisit(phone: TestPhone, shelf = openShelf(), household = own?.id ?? '') {
  const visit = {
    id: mintId(),
    household_id: household,
    visited_on: '2026-02-01',
    channel: 'face',
    contact: 'met',
    condition: 'usual',
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

test('a call that was kept arrives once, however often it is sent, and leaves the phone for a signed receipt', async () => {
  const phone = await registerTestPhone(town, 'koga');
  const { shelf, visit, call } = await keepVisit(phone);
  const before = [...shelf.lies.values()];
  const { answer, gone } = await send(phone, shelf);
  expect(answer).toMatchObject({ standing: 'good', receipts: [{ call, outcome: 'done' }] });
  expect(gone).toEqual([call]);
  expect(shelf.lies.size).toBe(0);
  for (const one of before) await shelf.put(one);
  expect((await send(phone, shelf)).gone).toEqual([call]);
  expect(await count(visit.id)).toBe(1);
  expect(JSON.stringify(before)).not.toContain(visit.household_id);
});

test('an answer that the house has not signed lets nothing go', async () => {
  const phone = await registerTestPhone(town, 'koga');
  const { shelf } = await keepVisit(phone);
  const other = await registerTestPhone(town, 'tanaka');
  const forged = {
    phone: phone.phone,
    receipts: [...shelf.lies.keys()].map((call) => ({ call, outcome: 'done' })),
  };
  const carry = async () => JSON.stringify({ said: JSON.stringify(forged), signature: 'AAAA' });
  expect(await sendWaiting(shelf, carry, phone)).toEqual({ answer: null, gone: [] });
  expect(
    await sendWaiting(shelf, carryTo(town), { phone: other.phone, receipts: phone.receipts }),
  ).toMatchObject({ gone: [] });
  expect(shelf.lies.size).toBe(1);
});

test('what another phone has signed, or somebody has changed, is not taken', async () => {
  const [phone, other] = [await registerTestPhone(town, 'koga'), await registerTestPhone(town, 'koga')];
  const { shelf, visit } = await keepVisit({ ...phone, signingKey: other.signingKey });
  expect((await send(phone, shelf)).answer?.receipts[0]?.outcome).toBe('unreadable');
  const { shelf: changed } = await keepVisit(phone);
  for (const one of changed.lies.values())
    await changed.put({ ...one, sealed: `${one.sealed.slice(0, -4)}AAAA` });
  expect((await send(phone, changed)).answer?.receipts[0]?.outcome).toBe('unreadable');
  expect(await count(visit.id)).toBe(0);
});

test('what cannot be done stays on the phone with a sentence, and reads the same for what is hidden and what is not there', async () => {
  const phone = await registerTestPhone(town, 'koga');
  const hidden = await keepVisit(phone, openShelf(), strange?.id);
  const missing = await keepVisit(phone, openShelf(), mintId());
  const [one, two] = [await send(phone, hidden.shelf), await send(phone, missing.shelf)];
  expect(one.answer?.receipts[0]).toMatchObject({ outcome: 'refused' });
  expect(one.answer?.receipts[0]?.sentence).toBe(two.answer?.receipts[0]?.sentence);
  expect([...hidden.shelf.lies.values()][0]?.trouble).toBe(one.answer?.receipts[0]?.sentence);
  expect((await send(phone, hidden.shelf)).answer?.receipts).toEqual([]);
  expect((await send(phone, hidden.shelf, true)).answer?.receipts).toHaveLength(1);
});

test('what could not be done is handed over by its owner, and read by whoever gathers where the post is', async () => {
  const phone = await registerTestPhone(town, 'koga');
  const { shelf, call } = await keepVisit(phone, openShelf(), strange?.id);
  await send(phone, shelf);
  const [waiting] = await shelf.list();
  if (waiting) await shelf.put({ ...waiting, trouble: null, handed_over: true });
  expect((await send(phone, shelf)).answer?.receipts).toEqual([{ call, outcome: 'kept' }]);
  expect(shelf.lies.size).toBe(0);
  const { calls } = await town.as('furukawa').call(listLateCalls, {});
  expect(calls).toMatchObject([{ id: call, why: 'could_not', visit: { contact: 'met' } }]);
  await town.as('furukawa').call(setLateCallAside, { id: call, reason: '見本：受け持ちではないお宅' });
});

test('from a phone that was reported lost everything goes to whoever gathers in the district, who decides', async () => {
  const phone = await registerTestPhone(town, 'koga');
  const shelf = openShelf();
  // This one had happened: only its receipt never came.
  const before = await keepVisit(phone, shelf);
  const [sent] = await shelf.list();
  await send(phone, shelf);
  if (sent) await shelf.put(sent);
  const first = await keepVisit(phone, shelf);
  const second = await keepVisit(phone, shelf);
  await expectRefusal(town.as('sakai').call(endPhone, { id: phone.phone, reason: 'lost' }), 'not_found');
  await town.as('furukawa').call(endPhone, { id: phone.phone, reason: 'lost' });
  const { answer } = await send(phone, shelf);
  expect(answer).toMatchObject({
    standing: 'ended',
    receipts: [{ outcome: 'kept' }, { outcome: 'kept' }, { outcome: 'kept' }],
  });
  expect(await count(before.visit.id)).toBe(1);
  expect(shelf.lies.size).toBe(0);
  expect(await count(first.visit.id)).toBe(0);
  const { calls } = await town.as('furukawa').call(listLateCalls, {});
  expect(calls.map(({ id }) => id).sort()).toEqual([first.call, second.call].sort());
  expect(calls[0]).toMatchObject({ why: 'phone_ended', household_id: own?.id, visit: { contact: 'met' } });
  expect((await town.as('kusano-lead').call(listLateCalls, {})).calls).toEqual([]);
  await town.as('furukawa').call(takeInLateCall, { id: first.call });
  expect(await count(first.visit.id)).toBe(1);
  await town
    .as('furukawa')
    .call(setLateCallAside, { id: second.call, reason: '見本：本人は知らないとのこと' });
  await expectRefusal(town.as('furukawa').call(takeInLateCall, { id: second.call }), 'refused');
  expect((await town.as('furukawa').call(listLateCalls, {})).calls).toEqual([]);
  expect((await town.as('furukawa').call(listLateCalls, { box: 'decided' })).calls).toHaveLength(3);
  const { phones } = await town.as('koga').call(listPhones, {});
  expect(phones.find(({ id }) => id === phone.phone)?.end).toMatchObject({ reason: 'lost' });
});

test('after the post’s end its own visits are still taken, and after the hand-in they are kept for a decision', async () => {
  const phone = await registerTestPhone(town, 'sakai');
  const [house] = await town.look<{ id: string }>(
    'select household_id as id from household_assignments where post_id = $1 and ends_on is null order by 1',
    [town.id('post:sakai')],
  );
  const [one, two] = [
    await keepVisit(phone, openShelf(), house?.id),
    await keepVisit(phone, openShelf(), house?.id),
  ];
  await town
    .as('shiraishi')
    .call(endPost, { id: town.id('post:sakai'), how: 'on_day', ends_on: '2026-02-02', reason: '見本' });
  town.clock.now = new Date('2026-02-03T10:00:00+09:00');
  expect((await send(phone, one.shelf)).answer).toMatchObject({
    standing: 'over',
    receipts: [{ outcome: 'done' }],
  });
  await town.as('sakai').call(handInPost, { post_id: town.id('post:sakai') });
  expect((await send(phone, two.shelf)).answer).toMatchObject({
    standing: 'over',
    receipts: [{ outcome: 'kept' }],
  });
  const { calls } = await town.as('kusano-lead').call(listLateCalls, {});
  expect(calls).toMatchObject([{ id: two.call, why: 'post_over' }]);
});
