import { expect, test } from 'vitest';
import { readVisit, readVisitPhoto, recordVisit } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { keepCall, sendWaiting } from '../../field/outbox.ts';
import { carryTo, openShelf, registerTestPhone } from '../../test/phones.ts';
import { openTown } from '../../test/town.ts';
import { joinLateCall, listLateCalls } from './api.ts';

const town = await openTown('cast');
const furukawa = town.as('furukawa');
const said = { visited_on: '2026-02-01', channel: 'face' } as const;

/** The smallest file that reads as a photograph, saying something in its one segment. */
function jpeg(words: string): string {
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, words.length + 2]);
  return Buffer.concat([head, Buffer.from(words, 'latin1'), Buffer.from([0xff, 0xd9])]).toString('base64');
}

async function writeInBook(household: number, photo: string | null = null) {
  const id = mintId();
  const household_id = town.id(`household:鳥飼:${household}`);
  const visit = { id, household_id, ...said, contact: 'absent' } as const;
  await furukawa.call(recordVisit, { ...visit, photo: photo === null ? null : { base64: photo } });
  return id;
}

/** Another's visit of the same day comes from a phone, and is said to be the one in the book. */
async function join(household: number, photo: string | null, visit_id: string, keep: 'book' | 'phone') {
  const phone = await registerTestPhone(town, 'koga');
  const shelf = openShelf();
  const call = mintId();
  const visit = {
    id: mintId(),
    household_id: town.id(`household:鳥飼:${household}`),
    ...said,
    contact: 'met',
  };
  const input = { ...visit, condition: 'usual', photo: photo === null ? null : { base64: photo } };
  await keepCall(
    shelf,
    phone,
    { call, operation: 'recordVisit', input, made_at: '2026-02-01T02:00:00Z' },
    null,
  );
  await sendWaiting(shelf, carryTo(town), { phone: phone.phone, receipts: phone.receipts });
  const waits = (await furukawa.call(listLateCalls, {})).calls.find(({ id }) => id === call);
  await furukawa.call(joinLateCall, { id: call, visit_id, version: 1, keep });
  return [waits?.visit?.has_photo, waits?.book?.visits.map(({ has_photo }) => has_photo)];
}

test('twenty visits with large photographs arrive, in deliveries that the house and what stands before it can take', async () => {
  const phone = await registerTestPhone(town, 'koga');
  const shelf = openShelf();
  const picture = Buffer.from(jpeg('large'), 'base64');
  const large = Buffer.concat([picture.subarray(0, -2), Buffer.alloc(250_000, 0x11), picture.subarray(-2)]);
  const visits = Array.from({ length: 20 }, (_, i) => ({
    ...{ id: mintId(), household_id: town.id('household:鳥飼:7'), visited_on: `2026-01-${i + 1 + 9}` },
    ...{ channel: 'face', contact: 'met', condition: 'usual', photo: { base64: large.toString('base64') } },
  }));
  for (const input of visits)
    await keepCall(
      shelf,
      phone,
      { call: mintId(), operation: 'recordVisit', input, made_at: '2026-02-01T02:00:00Z' },
      null,
    );
  const weights: number[] = [];
  const carry = (delivery: string) => {
    weights.push(delivery.length);
    return carryTo(town)(delivery);
  };
  const { gone } = await sendWaiting(shelf, carry, { phone: phone.phone, receipts: phone.receipts });
  expect(gone).toHaveLength(20);
  expect(shelf.lies.size).toBe(0);
  expect(Math.max(...weights)).toBeLessThan(1_000_000);
});

const shown = async (id: string) =>
  Buffer.from((await furukawa.call(readVisitPhoto, { id })) as never).toString('latin1');

test('a photograph comes with the phone’s words, and gives way with them', async () => {
  const bare = await writeInBook(8);
  expect(await join(8, jpeg('of the phone'), bare, 'phone')).toEqual([true, [false]]);
  expect(await shown(bare)).toContain('of the phone');
  const kept = await writeInBook(9);
  await join(9, jpeg('of the phone'), kept, 'book');
  expect((await furukawa.call(readVisit, { id: kept })).has_photo).toBe(false);
});

test('a photograph of the book gives way to the phone’s, and stays where the phone brought none', async () => {
  const replaced = await writeInBook(10, jpeg('of the book'));
  expect(await join(10, jpeg('of the phone'), replaced, 'phone')).toEqual([true, [true]]);
  expect(await shown(replaced)).toContain('of the phone');
  const stays = await writeInBook(11, jpeg('of the book'));
  await join(11, null, stays, 'phone');
  expect(await shown(stays)).toContain('of the book');
});
