import { expect, test } from 'vitest';
import { listEscalations, readEscalationOfVisit, takeEscalation } from '#domains/escalations/api.ts';
import { openShelf, registerTestPhone } from '../../test/phones.ts';
import { openTown } from '../../test/town.ts';
import { endPhone, listLateCalls, takeInLateCall } from './api.ts';
import { openDeliveries } from './rig.ts';

const town = await openTown('cast');
const { own, strange, keepVisit, count, send } = await openDeliveries(town);
const [koga, furukawa] = [town.as('koga'), town.as('furukawa')];

test('an 異変 that came from a lost phone is told of at once, and once, though it waits for a decision', async () => {
  const phone = await registerTestPhone(town, 'koga');
  const { shelf, visit, call } = await keepVisit(phone, openShelf(), own?.id, { condition: 'alarm' });
  const [sent] = await shelf.list();
  await furukawa.call(endPhone, { id: phone.phone, reason: 'lost' });
  expect((await send(phone, shelf)).answer?.receipts).toEqual([{ call, outcome: 'kept' }]);
  if (sent) await shelf.put(sent);
  await send(phone, shelf);
  const raised = async () =>
    (await furukawa.call(listEscalations, { level: 'alarm' })).escalations.filter(
      ({ visit_id }) => visit_id === visit.id,
    );
  const [told, ...others] = await raised();
  expect(others).toEqual([]);
  expect(told).toMatchObject({ household_id: own?.id, state: 'raised', visitor_name: '古賀（見本）' });
  expect(told?.meant_for).not.toBeNull();
  expect(await count(visit.id)).toBe(0);
  // Whoever saw it hears that somebody took it, before anybody has decided on the call.
  await furukawa.call(takeEscalation, { id: told?.id ?? '', seen: 0, told: 'すぐ行きます（見本）' });
  const { escalation } = await koga.call(readEscalationOfVisit, { visit: visit.id });
  expect(escalation).toMatchObject({ state: 'taken', told: 'すぐ行きます（見本）' });
  await furukawa.call(takeInLateCall, { id: call });
  expect(await count(visit.id)).toBe(1);
  expect(await raised()).toHaveLength(1);
});

test('a 気になる that cannot be done does not lie on the phone: it is told of where the household is', async () => {
  const phone = await registerTestPhone(town, 'koga');
  const { shelf, visit, call } = await keepVisit(phone, openShelf(), strange?.id, { condition: 'concern' });
  expect((await send(phone, shelf)).answer?.receipts).toEqual([{ call, outcome: 'kept' }]);
  expect(shelf.lies.size).toBe(0);
  expect((await furukawa.call(listLateCalls, {})).calls).toMatchObject([{ id: call, why: 'could_not' }]);
  const [raised] = await town.look<{ level: string; household_id: string }>(
    'select level, household_id from escalations where visit_id = $1',
    [visit.id],
  );
  expect(raised).toEqual({ level: 'concern', household_id: strange?.id });
});

test('what nobody is told of raises nothing: the usual, and what was seen longer than a month ago', async () => {
  const phone = await registerTestPhone(town, 'koga');
  const shelf = openShelf();
  await keepVisit(phone, shelf, own?.id);
  await keepVisit(phone, shelf, own?.id, { condition: 'alarm', visited_on: '2025-12-01' });
  await furukawa.call(endPhone, { id: phone.phone, reason: 'lost' });
  const count = () => town.look('select from escalations');
  const before = (await count()).length;
  expect((await send(phone, shelf)).gone).toHaveLength(2);
  expect(await count()).toHaveLength(before);
});
