import { describe, expect, test } from 'vitest';
import { readKeptAddress } from '#domains/cases/address-api.ts';
import { correctContact, readClient } from '#domains/cases/client-api.ts';
import { receiveIntake } from '#domains/cases/intake-api.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  changeProtection,
  endProtection,
  listKept,
  listProtections,
  openProtectedAddress,
  protectAddress,
  readProtection,
} from './protection-api.ts';
import { readConsentToday } from './today-api.ts';

const town = await openTown('cast');
const [nakajima, nakano] = [town.as('nakajima'), town.as('nakano')];
const keeper = town.as('nakajima');
const keepers = [town.id('post:nakajima')];

async function receive(name: string): Promise<string> {
  const client_id = mintId();
  const where = { address: '見本町4-5-6', district_id: town.id('district:合川'), phone: '0942-00-0456' };
  await nakajima.call(receiveIntake, { id: mintId(), client_id, name, ...where });
  return client_id;
}

/** How many first words are counted in a district, and in all. */
async function count(): Promise<{ there: number; all: number }> {
  const [row] = await town.look<{ there: number; all: number }>(
    `select coalesce(sum(n) filter (where district_id = $1), 0)::int as there, sum(n)::int as all
     from encounter_tally where kind = 'intake'`,
    [town.id('district:合川')],
  );
  if (!row) throw new Error('nothing is counted');
  return row;
}

async function protect(person_id: string, more: { ends_on?: string } = {}): Promise<string> {
  const id = mintId();
  await nakano.call(protectAddress, { id, person_id, keepers, ...more });
  return id;
}

describe('a protection', () => {
  test('closes the address at once; the person counts in the whole town and in no district', async () => {
    const before = await count();
    const person = await receive('見本 まもる');
    expect(await count()).toEqual({ there: before.there + 1, all: before.all + 1 });
    expect((await nakajima.call(readClient, { id: person })).contact?.address).toBe('見本町4-5-6');
    await protect(person);
    expect(await count()).toEqual({ there: before.there, all: before.all + 1 });
    expect((await nakajima.call(readClient, { id: person })).contact).toMatchObject({
      address: null,
      district_id: null,
      phone: null,
    });
    const again = { id: mintId(), client_id: person, known: true, district_id: town.id('district:合川') };
    await nakajima.call(receiveIntake, again);
    expect(await count()).toEqual({ there: before.there, all: before.all + 2 });
    const located = await town.look(
      'select e.id from encounters e join intakes i on i.id = e.id where i.client_id = $1 and e.district_id is not null',
      [person],
    );
    expect(located).toEqual([]);
  });

  test('is looked through by its keepers, each time with a reason, which the records officer reads', async () => {
    const person = await receive('見本 のぞく');
    const id = await protect(person);
    expect((await keeper.call(listKept, {})).kept.map(({ person_id }) => person_id)).toContain(person);
    await expectRefusal(keeper.call(openProtectedAddress, { id: mintId(), person, reason: ' ' }), 'invalid');
    await keeper.call(openProtectedAddress, { id: mintId(), person, reason: '見本：通知を送る' });
    expect(await keeper.call(readKeptAddress, { person })).toMatchObject({ address: '見本町4-5-6' });
    expect((await nakano.call(readProtection, { id })).looks).toMatchObject([
      { reason: '見本：通知を送る', name: '中島（見本）' },
    ]);
    const eguchi = [town.id('post:eguchi')];
    const begun = { id, keepers_before: keepers, ends_on_before: null };
    await nakano.call(changeProtection, { ...begun, keepers: eguchi });
    // Whom a colleague named meanwhile nobody takes away unseen.
    const later = { ...begun, keepers: [town.id('post:nagata')], ends_on: '2026-12-31' };
    const { fields } = await expectRefusal(nakano.call(changeProtection, later), 'refused');
    expect(fields).toEqual({
      keepers: expect.stringMatching(/今の内容: 江口（見本）.*あなたの入力: 永田（見本）/),
    });
    expect((await nakano.call(readProtection, { id })).keepers.map(({ post_id }) => post_id)).toEqual(eguchi);
    await expectRefusal(keeper.call(readKeptAddress, { person }), 'not_found');
    expect((await town.as('eguchi').call(listKept, {})).kept).toMatchObject([
      { person_id: person, person_name: null },
    ]);
  });

  test('is decided once, by the records officer of the body, with posts that can keep it', async () => {
    const person = await receive('見本 ひとつ');
    const input = { id: mintId(), person_id: person, keepers };
    await expectRefusal(town.as('mori').call(protectAddress, input), 'not_found');
    await expectRefusal(nakano.call(protectAddress, { ...input, ends_on: '2026-02-01' }), 'invalid');
    await expectRefusal(nakano.call(protectAddress, { ...input, keepers: [mintId()] }), 'invalid');
    await expectRefusal(nakano.call(protectAddress, { ...input, keepers: [] }), 'invalid');
    await nakano.call(protectAddress, input);
    await expectRefusal(nakano.call(protectAddress, { ...input, id: mintId() }), 'refused');
    expect((await town.as('mori').call(listProtections, {})).protections).toEqual([]);
    await expectRefusal(town.as('mori').call(readProtection, { id: input.id }), 'not_found');
  });

  test('that two officers decide at once is decided once', async () => {
    const person = await receive('見本 ふたり');
    const decide = () => nakano.call(protectAddress, { id: mintId(), person_id: person, keepers });
    const answers = await Promise.allSettled([decide(), decide(), decide(), decide()]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await town.look('select from protections where person_id = $1', [person])).toHaveLength(1);
  });

  test('is corrected by a keeper while it is looked at; later the keeper is told why not, and nothing changes', async () => {
    const person = await receive('見本 なおす');
    await protect(person);
    const look = () => keeper.call(openProtectedAddress, { id: mintId(), person, reason: '見本' });
    await look();
    const { contact } = await keeper.call(readClient, { id: person });
    const typed = {
      id: person,
      version: contact?.version ?? 0,
      address: '見本町7-8-9',
      phone: '0942-00-0789',
    };
    town.clock.now = new Date('2026-02-02T10:20:00+09:00');
    const refusal = await expectRefusal(keeper.call(correctContact, typed), 'refused');
    expect(refusal.message).toContain('15分');
    await look();
    await keeper.call(correctContact, typed);
    expect((await keeper.call(readKeptAddress, { person })).address).toBe('見本町7-8-9');
    town.clock.now = new Date('2026-02-02T10:00:00+09:00');
  });

  test('stays until somebody ends it, and is spoken of on 今日 before its day', async () => {
    const person = await receive('見本 おわる');
    const id = await protect(person, { ends_on: '2026-02-20' });
    const waits = async () => (await nakano.call(readConsentToday, {})).protections.map((one) => one.id);
    expect(await waits()).toContain(id);
    await nakano.call(endProtection, { id, reason: '見本：本人が望んだ' });
    await expectRefusal(nakano.call(endProtection, { id, reason: '見本' }), 'refused');
    expect(await waits()).not.toContain(id);
    expect((await nakajima.call(readClient, { id: person })).contact?.address).toBe('見本町4-5-6');
    await expectRefusal(
      keeper.call(openProtectedAddress, { id: mintId(), person, reason: '見本' }),
      'not_found',
    );
    await protect(person);
    expect((await nakajima.call(readClient, { id: person })).contact?.address).toBeNull();
  });
});
