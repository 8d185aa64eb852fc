import { describe, expect, test } from 'vitest';
import { readReturn } from '#domains/returns/api.ts';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { openCase } from './case-api.ts';
import { correctIdentity } from './client-api.ts';
import { listCountings, setCounting } from './counting-api.ts';
import { type Counting, listNew, type Reception } from './counting-model.ts';
import { listIntakes, receiveIntake, withdrawIntake } from './intake-api.ts';
import { writeNote } from './note-api.ts';

const day = (received_on: string, more: Partial<Reception> = {}): Reception => ({
  id: mintId(),
  received_on,
  channel: 'phone',
  named: true,
  open: false,
  ...more,
});
const rule = (more: Partial<Counting> = {}): Counting => ({
  version: 1,
  starts_on: '2020-04-01',
  again: 'each',
  unnamed: true,
  channels: null,
  reason: '見本',
  ...more,
});
const count = (receptions: Reception[], ...countings: Counting[]) =>
  receptions.map(({ id }) => listNew(receptions, countings).has(id));

describe('what counts as new', () => {
  test('is each reception, one in a fiscal year, or one while no case is open', () => {
    const came = [day('2024-05-01'), day('2025-03-31', { open: true }), day('2025-04-01')];
    expect(count(came)).toEqual([true, true, true]);
    expect(count(came, rule())).toEqual([true, true, true]);
    expect(count(came, rule({ again: 'once_a_year' }))).toEqual([true, false, true]);
    expect(count(came, rule({ again: 'when_none_open' }))).toEqual([true, false, true]);
  });

  test('can wait for a name, and be asked of some ways alone', () => {
    const came = [day('2024-05-01', { named: false }), day('2024-05-02', { channel: 'mail' })];
    expect(count(came, rule({ unnamed: false }))).toEqual([false, true]);
    expect(count(came, rule({ channels: ['mail'], again: 'once_a_year' }))).toEqual([false, true]);
  });

  test('follows the version that was in force on its day', () => {
    const came = [day('2024-05-01'), day('2024-06-01'), day('2024-07-01'), day('2024-08-01')];
    const later = rule({ version: 2, starts_on: '2024-07-01', again: 'once_a_year' });
    expect(count(came, rule(), later)).toEqual([true, true, false, false]);
  });
});

describe('in a town', async () => {
  const town = await openTown('cast');
  const [window, planner] = [town.as('nakajima'), town.as('tsutsumi')];

  const receive = async (more: Partial<InputOf<typeof receiveIntake>> = {}) => {
    const first = { id: mintId(), client_id: mintId() };
    await window.call(receiveIntake, { ...first, name: '見本 数', kana: 'みほん かず', ...more });
    return { ...first, ...more };
  };
  const countedAs = async (id: string) =>
    (await window.call(listIntakes, { limit: 200 })).intakes.find((one) => one.id === id)?.counted;
  const figures = async () => {
    const { tables } = await planner.call(readReturn, { code: 'consultations', fiscal_year: 2025 });
    const table = (code: string) => tables.find((one) => one.code === code);
    const work = (key: string) => table('by_work')?.rows.find((row) => row.key === key)?.cells[0] ?? 0;
    const [fresh = 0, all = 0, persons = 0, reaching = 0] = table('by_month')?.sum ?? [];
    return [fresh, all, persons, reaching, work('again'), work('attempt'), work('declined')].map(Number);
  };

  test('who comes again while a case is open is one more contact, and new again after it was closed', async () => {
    const first = await receive();
    expect(await countedAs(first.id)).toBe('new');
    const before = await figures();
    const case_id = mintId();
    await window.call(openCase, { id: case_id, intake_id: first.id });
    town.clock.now = new Date(town.clock.now.getTime() + 1000);
    const again = await receive({ client_id: first.client_id, known: true });
    expect(await countedAs(again.id)).toBe('again');
    for (const outcome of ['attempt', 'declined', 'kept_touch'] as const)
      await window.call(writeNote, {
        id: mintId(),
        case_id,
        client_id: first.client_id,
        noted_on: '2026-02-02',
        way: 'visit',
        with_whom: 'person',
        outcome,
        words: '見本',
      });
    const after = await figures();
    expect(after.map((n, i) => n - (before[i] ?? 0))).toEqual([0, 4, 0, 3, 1, 1, 1]);
    await town.look(`update cases set closed_on = '2026-02-01' where id = $1`, [case_id]);
    const later = await receive({ client_id: first.client_id, known: true });
    expect(await countedAs(later.id)).toBe('new');
  });

  test('a planner sets the next version, from a day to come on; what came in is not counted anew', async () => {
    const [newest] = (await window.call(listCountings, {})).countings;
    expect(newest).toMatchObject({ version: 1, again: 'when_none_open', unnamed: true, author: null });
    const next: InputOf<typeof setCounting> = {
      id: mintId(),
      after_version: 1,
      starts_on: '2026-02-03',
      again: 'once_a_year',
      unnamed: 'no',
      channels: ['phone', 'came', 'mail', 'outreach', 'referral'],
      reason: '市の決まりに合わせる',
    };
    await expectRefusal(window.call(setCounting, next), 'not_allowed');
    await expectRefusal(planner.call(setCounting, { ...next, starts_on: '2026-02-02' }), 'invalid');
    const nameless = await receive({ name: null, kana: null });
    await planner.call(setCounting, next);
    await expectRefusal(planner.call(setCounting, { ...next, id: mintId() }), 'refused');
    expect((await window.call(listCountings, {})).countings[0]).toMatchObject({ version: 2, channels: null });
    expect(await countedAs(nameless.id)).toBe('new');
  });

  test('a name that comes later makes it count, and the next of the year counts when the first is withdrawn', async () => {
    town.clock.now = new Date('2026-02-04T01:00:00Z');
    const first = await receive({ name: null, kana: null, received_on: '2026-02-03' });
    expect(await countedAs(first.id)).toBe('again');
    const before = await figures();
    await window.call(correctIdentity, {
      id: first.client_id,
      version: 1,
      name: '見本 後',
      kana: 'みほん あと',
    });
    expect(await countedAs(first.id)).toBe('new');
    expect((await figures())[0]).toBe((before[0] ?? 0) + 1);
    const second = await receive({ client_id: first.client_id, known: true, received_on: '2026-02-04' });
    expect(await countedAs(second.id)).toBe('again');
    await window.call(withdrawIntake, { id: first.id, reason: '見本' });
    expect(await countedAs(second.id)).toBe('new');
    expect((await figures())[0]).toBe((before[0] ?? 0) + 1);
  });
});
