import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { openShelf, registerTestPhone } from '../../test/phones.ts';
import { openTown } from '../../test/town.ts';
import { openDeliveries } from './rig.ts';

const town = await openTown('cast');
const { keepVisit, send } = await openDeliveries(town);
const trail = async () => (await town.look('select from audit_inbox')).length;

test('whoever makes up phones is answered in the house’s name, and fills no trail', async () => {
  const known = await registerTestPhone(town, 'koga');
  const made = { ...known, phone: mintId() };
  const { shelf, call } = await keepVisit(made);
  const before = await trail();
  for (let times = 0; times < 5; times++)
    expect((await send(made, shelf, true)).answer).toMatchObject({
      standing: 'unknown',
      receipts: [{ call, outcome: 'unreadable' }],
    });
  const asked = { method: 'POST', body: JSON.stringify({ phone: mintId(), calls: [] }) };
  expect(await (await town.app.request('/field/questions', asked)).json()).toMatchObject({
    standing: 'unknown',
    answers: [],
  });
  expect(await trail()).toBe(before);
  await send(known, openShelf());
  expect(await trail()).toBeGreaterThan(before);
});
