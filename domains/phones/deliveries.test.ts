import { describe, expect, test } from 'vitest';
import { closeHousehold, registerHousehold } from '#domains/parties/api.ts';
import { endPost } from '#domains/posts/api.ts';
import { handInPost, readVisit, recordVisit } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { sendWaiting } from '../../field/outbox.ts';
import { carryTo, openShelf, registerTestPhone } from '../../test/phones.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import {
  endPhone,
  joinLateCall,
  listLateCalls,
  listPhones,
  setLateCallAside,
  takeInLateCall,
} from './api.ts';
import { openDeliveries } from './rig.ts';

const town = await openTown('cast');
const { own, strange, keepVisit, count, send } = await openDeliveries(town);

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

describe('what meets a visit of somebody else on the same day', () => {
  const [koga, furukawa] = [town.as('koga'), town.as('furukawa')];
  const house = (n: number) => town.id(`household:鳥飼:${n}`);
  const there = async (n: number, for_post: string | null) => {
    const id = mintId();
    const said = { visited_on: '2026-02-01', channel: 'face', contact: 'absent' } as const;
    await furukawa.call(recordVisit, { id, household_id: house(n), for_post, ...said });
    return id;
  };
  const bring = async (n: number, more: object = {}) => {
    const phone = await registerTestPhone(town, 'koga');
    const kept = await keepVisit(phone, openShelf(), house(n), more);
    const [lies] = await kept.shelf.list();
    const { answer } = await send(phone, kept.shelf);
    // However often it comes, it stands once.
    if (lies) await kept.shelf.put(lies);
    await send(phone, kept.shelf);
    return { ...kept, outcome: answer?.receipts[0]?.outcome };
  };

  test('waits, with both values side by side, for whoever gathers; its visitor sees it and does not decide', async () => {
    const book = await there(8, town.id('post:koga'));
    const { call, visit, outcome } = await bring(8);
    expect(outcome).toBe('kept');
    expect(await count(visit.id)).toBe(0);
    const { calls } = await furukawa.call(listLateCalls, {});
    expect(calls).toMatchObject([
      {
        ...{ id: call, why: 'same_day', own: false, visit: { contact: 'met' } },
        book: {
          household: { on_round: true, visitors: ['古賀（見本）'] },
          visits: [{ id: book, contact: 'absent', same_visitor: true, written_by_name: '古川（見本）' }],
        },
      },
    ]);
    expect((await koga.call(listLateCalls, {})).calls).toMatchObject([{ id: call, own: true }]);
    await expectRefusal(
      koga.call(joinLateCall, { id: call, visit_id: book, version: 1, keep: 'book' }),
      'not_allowed',
    );
    expect((await town.as('sakai').call(listLateCalls, {})).calls).toEqual([]);
    await furukawa.call(joinLateCall, { id: call, visit_id: book, version: 1, keep: 'phone' });
    expect(await furukawa.call(readVisit, { id: book })).toMatchObject({
      ...{ contact: 'met', version: 2, versions: [{ said: { contact: 'absent' } }] },
    });
    const { calls: decided } = await koga.call(listLateCalls, { box: 'decided' });
    expect(decided.find(({ id }) => id === call)?.decision).toEqual({ outcome: 'kept_phone', reason: null });
  });

  test('is refused to be the same as a visit that says something else by now, and may be another visit', async () => {
    const book = await there(9, null);
    const { call, visit } = await bring(9);
    await expectRefusal(
      furukawa.call(joinLateCall, { id: call, visit_id: book, version: 2, keep: 'book' }),
      'refused',
    );
    await furukawa.call(takeInLateCall, { id: call });
    expect(await count(visit.id)).toBe(1);
    expect(await count(book)).toBe(1);
  });

  test('never waits where it says something that somebody must hear of', async () => {
    await there(10, null);
    expect((await bring(10, { condition: 'concern' })).outcome).toBe('done');
  });
});

test('what was seen at a household that has another entry meanwhile goes to that one', async () => {
  const gone = town.id('household:鳥飼:11');
  const phone = await registerTestPhone(town, 'koga');
  const { shelf, visit, call } = await keepVisit(phone, openShelf(), gone);
  const [{ name, kana } = { name: '', kana: '' }] = await town.look<{ name: string; kana: string }>(
    'select name, kana from households where id = $1',
    [gone],
  );
  const furukawa = town.as('furukawa');
  await furukawa.call(closeHousehold, { id: gone, closed_on: '2026-02-01', why: 'mistake' });
  const id = mintId();
  await furukawa.call(registerHousehold, {
    ...{ id, name, kana, address: '見本市鳥飼町9-9-9' },
    ...{ holder_id: town.id('body:鳥飼'), district_id: town.id('district:鳥飼') },
  });
  await send(phone, shelf);
  const [waiting] = await shelf.list();
  if (waiting) await shelf.put({ ...waiting, trouble: null, handed_over: true });
  await send(phone, shelf);
  const late = (await furukawa.call(listLateCalls, {})).calls.find((one) => one.id === call);
  expect(late?.book).toMatchObject({
    household: { closed_on: '2026-02-01', why: 'mistake', on_round: false },
    places: [{ id }],
  });
  await furukawa.call(takeInLateCall, { id: call, household_id: id });
  expect(await town.look('select household_id from visits where id = $1', [visit.id])).toEqual([
    { household_id: id },
  ]);
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
  // Of a month before the last one: it cannot be taken any more, and nobody is left on the phone to hand it over.
  const older = await keepVisit(phone, openShelf(), house?.id, { visited_on: '2025-12-20' });
  await town
    .as('shiraishi')
    .call(endPost, { id: town.id('post:sakai'), how: 'on_day', ends_on: '2026-02-02', reason: '見本' });
  town.clock.now = new Date('2026-02-03T10:00:00+09:00');
  expect((await send(phone, one.shelf)).answer).toMatchObject({
    standing: 'over',
    receipts: [{ outcome: 'done' }],
  });
  expect((await send(phone, older.shelf)).answer?.receipts).toEqual([{ call: older.call, outcome: 'kept' }]);
  await town.as('sakai').call(handInPost, { post_id: town.id('post:sakai') });
  expect((await send(phone, two.shelf)).answer).toMatchObject({
    standing: 'over',
    receipts: [{ outcome: 'kept' }],
  });
  const { calls } = await town.as('kusano-lead').call(listLateCalls, {});
  expect(calls).toMatchObject([
    { id: older.call, why: 'post_over' },
    { id: two.call, why: 'post_over' },
  ]);
});

test('of an officer of the whole town nothing is called kept that lies in no box', async () => {
  const phone = await registerTestPhone(town, 'ogata');
  const { shelf, call } = await keepVisit(phone, openShelf(), mintId());
  await send(phone, shelf);
  const [waiting] = await shelf.list();
  if (waiting) await shelf.put({ ...waiting, trouble: null, handed_over: true });
  expect((await send(phone, shelf)).answer?.receipts).toEqual([{ call, outcome: 'kept' }]);
  const { calls } = await town.as('ogata').call(listLateCalls, {});
  expect(calls.map(({ id }) => id)).toContain(call);
});
