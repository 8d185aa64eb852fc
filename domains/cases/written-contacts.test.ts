import { describe, expect, test } from 'vitest';
import { endProtection, openProtectedAddress, protectAddress } from '#domains/consent/protection-api.ts';
import { operations } from '#domains/index.ts';
import { givePost } from '#domains/posts/api.ts';
import type { InputOf, Operation, OutputOf } from '#platform/operation.ts';
import { perform } from '#platform/perform.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { listWaitingContacts, readKeptAddress, settleWrittenContact } from './address-api.ts';
import { correctContact, findClients, readClient } from './client-api.ts';
import { correctIntake, receiveIntake } from './intake-api.ts';

const town = await openTown('cast');
const nakajima = town.as('nakajima');
const nagata = town.as('nagata');
const nakano = town.as('nakano');

/** A second worker of 中島さん's window. */
const post = mintId();
await town.as('shiraishi').call(givePost, {
  id: post,
  account_id: town.id('account:mori'),
  role: 'intake_worker',
  body_id: town.id('body:生活自立支援センター'),
  starts_on: '2026-01-01',
  ends_on: '2026-12-31',
});
async function asColleague<Op extends Operation>(op: Op, input: InputOf<Op>): Promise<OutputOf<Op>> {
  const bound = operations.find(({ declared }) => declared === op);
  if (!bound) throw new Error('not among the operations');
  return (await perform(town.database, bound, { kind: 'post', post }, input, mintId())) as OutputOf<Op>;
}

const nothing = { address: null, district_id: null, phone: null, mobile: null, email: null, reaching: null };
const typed = { ...nothing, address: '見本町9-9-9', mobile: '090-0000-0999' };

/** Somebody of whom an address is known and protected, or nobody knows one. */
async function receive(protectedToo: boolean) {
  const [client_id, intake, protection] = [mintId(), mintId(), mintId()];
  const where = { address: '見本町1-2-3', phone: '0942-00-0123', reaching: '夜はだめ' };
  const said = { name: '見本 かえた', trouble: '見本' };
  await nakajima.call(receiveIntake, { id: intake, client_id, ...said, ...(protectedToo ? where : {}) });
  if (protectedToo)
    await nakano.call(protectAddress, {
      id: protection,
      person_id: client_id,
      keepers: [town.id('post:nagata')],
    });
  return { person: client_id, intake, protection };
}

const look = (person: string) =>
  nagata.call(openProtectedAddress, { id: mintId(), person, reason: '見本の理由' });

describe('what a colleague types of a protected address', () => {
  test('is answered and read back as of somebody of whom nobody knew an address', async () => {
    const [closed, open] = [await receive(true), await receive(false)];
    const answers = [];
    for (const { person, intake } of [closed, open]) {
      const tell = async () => (await nakajima.call(readClient, { id: person })).contact;
      const before = await tell();
      await nakajima.call(correctContact, { id: person, version: 1, ...typed });
      const after = await tell();
      const late = await expectRefusal(
        nakajima.call(correctContact, { id: person, version: 1, ...typed, mobile: '090-0000-0888' }),
        'refused',
      );
      await nakajima.call(correctIntake, {
        ...{ id: intake, client_id: person, version: 1, identity_version: 1, contact_version: 2 },
        ...{ ...typed, name: '見本 かえた', trouble: '見本', email: 'mihon@example.jp' },
      });
      answers.push({ before, after, late: late.fields, last: await tell() });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.after).toMatchObject({ ...typed, version: 2 });
    expect(answers[0]?.last).toMatchObject({ email: 'mihon@example.jp', version: 3 });
  });

  test('is read by no other colleague, and waits for the keepers, who take it in or lay it aside', async () => {
    const { person } = await receive(true);
    await nakajima.call(correctContact, { id: person, version: 1, ...typed });
    expect((await asColleague(readClient, { id: person })).contact).toMatchObject(nothing);
    const { clients } = await asColleague(findClients, { q: '09000000999' });
    expect(clients.map(({ id }) => id)).not.toContain(person);
    expect(await asColleague(listWaitingContacts, {})).toEqual({ waiting: [] });
    expect((await nagata.call(listWaitingContacts, {})).waiting).toContainEqual({ person_id: person, n: 1 });
    await expectRefusal(nagata.call(readKeptAddress, { person }), 'not_found');

    await look(person);
    const [one] = (await nagata.call(readKeptAddress, { person })).written;
    expect(one).toMatchObject({ address: '見本町9-9-9', mobile: '090-0000-0999', phone: null });
    const settle = { id: one?.id ?? '', take_in: true };
    await expectRefusal(nakajima.call(settleWrittenContact, settle), 'not_found');
    await nagata.call(settleWrittenContact, settle);
    await expectRefusal(nagata.call(settleWrittenContact, settle), 'refused');
    expect(await nagata.call(readKeptAddress, { person })).toMatchObject({
      address: '見本町9-9-9',
      mobile: '090-0000-0999',
      phone: '0942-00-0123',
      reaching: '夜はだめ',
      written: [],
    });
    expect((await nakajima.call(readClient, { id: person })).contact).toMatchObject(typed);

    await nakajima.call(correctContact, { id: person, version: 2, ...typed, address: '聞きまちがい' });
    const [wrong] = (await nagata.call(readKeptAddress, { person })).written;
    await nagata.call(settleWrittenContact, { id: wrong?.id ?? '', take_in: false });
    expect((await nagata.call(readKeptAddress, { person })).address).toBe('見本町9-9-9');
  });

  test('is with the window once the protection has ended, until somebody takes it in', async () => {
    const { person, protection } = await receive(true);
    await nakajima.call(correctContact, { id: person, version: 1, ...typed });
    expect((await asColleague(readClient, { id: person })).written).toEqual([]);
    await nakano.call(endProtection, { id: protection, reason: '見本' });
    const { contact, written } = await asColleague(readClient, { id: person });
    expect(contact?.address).toBe('見本町1-2-3');
    expect(written).toMatchObject([{ address: '見本町9-9-9' }]);
    await asColleague(settleWrittenContact, { id: written[0]?.id ?? '', take_in: true });
    expect(await nakajima.call(readClient, { id: person })).toMatchObject({
      contact: { address: '見本町9-9-9', phone: '0942-00-0123' },
      written: [],
    });
  });
});
