import { describe, expect, test } from 'vitest';
import { idOfBasis } from '#domains/consent/bases.ts';
import { withdrawProvisionOfPerson } from '#domains/consent/person-api.ts';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from '#test/clients.ts';
import { giveFacets } from '#test/plans.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { findClients, linkClients, readClient, undoLink } from './client-api.ts';

const town = await openTown('cast');
const coordinator = town.as('eguchi-coordinator');
const basis_id = idOfBasis('window-council-support-consent');
const reason = '退院の前に、二つの窓口で同じ方と分かった';

/** A person of 社協 and one of the centre, given to 社協 on consent. */
async function inventPair() {
  const client_id = await inventClient(town, '社協', { name: '見本 おなじ' });
  const other_id = await inventClient(town, '生活自立支援センター', { name: '見本 おなじ' });
  await giveFacets(town, other_id, '社協', ['identity']);
  return { client_id, other_id };
}

/** Everything that stands of these people, in every table that knows them. */
function everythingOf(ids: readonly string[]) {
  return town.look(
    `select 'client' as what, to_jsonb(c) as said from clients c where id = any($1)
     union all select 'contact', to_jsonb(t) from client_contacts t where client_id = any($1)
     union all select 'version', to_jsonb(v) from client_versions v where client_id = any($1)
     union all select 'provision', to_jsonb(p) from person_provisions p where person_id = any($1)
     union all select 'consent', to_jsonb(c) from consents c where person_id = any($1)
     order by 1, 2`,
    [ids],
  );
}

const answersTo = async (who: string, ids: readonly string[]) => {
  const answers = await Promise.all(
    ids.map(async (id) => (await town.as(who).fetch(`/api/clients/${id}`)).text()),
  );
  return answers.map((text) => text.replace(/"request":"[^"]+"/g, ''));
};

describe('名寄せ', () => {
  test('brings two records together side by side, on a basis, and changes neither', async () => {
    const pair = await inventPair();
    const { clients } = await coordinator.call(findClients, { q: '見本 おなじ' });
    expect(clients.map(({ id }) => id).sort()).toEqual([pair.client_id, pair.other_id].sort());
    expect(clients.map(({ holder_name }) => holder_name).sort()).toEqual(
      ['久留米市社会福祉協議会', '生活自立支援センター'].sort(),
    );
    const before = await everythingOf([pair.client_id, pair.other_id]);
    const id = mintId();
    await coordinator.call(linkClients, { id, ...pair, basis_id, reason });
    expect(await everythingOf([pair.client_id, pair.other_id])).toEqual(before);
    for (const [one, other] of [
      [pair.client_id, pair.other_id],
      [pair.other_id, pair.client_id],
    ]) {
      const { links } = await coordinator.call(readClient, { id: one ?? '' });
      expect(links).toMatchObject([{ id, client_id: other, reason }]);
    }
    expect(await town.look('select basis_id, holder_id from client_links where id = $1', [id])).toEqual([
      { basis_id, holder_id: town.id('body:社協') },
    ]);
  });

  test('is known to the coordinator alone and opens nothing: everybody else is answered as before', async () => {
    const pair = await inventPair();
    const ids = [pair.client_id, pair.other_id];
    const others = ['nakajima', 'nakano', 'nagata', 'eguchi', 'mori', 'kakihara'];
    const before = await Promise.all(others.map((who) => answersTo(who, ids)));
    await coordinator.call(linkClients, { id: mintId(), ...pair, basis_id, reason });
    expect(await Promise.all(others.map((who) => answersTo(who, ids)))).toEqual(before);
    for (const who of ['nakajima', 'eguchi', 'mori'])
      await expectRefusal(
        town.as(who).call(linkClients, { id: mintId(), ...pair, basis_id, reason }),
        'not_allowed',
      );
  });

  test('wants both records seen, one of them the own body’s, a basis in force, a reason, and is done once', async () => {
    const pair = await inventPair();
    const link = (more: object) =>
      coordinator.call(linkClients, { id: mintId(), ...pair, basis_id, reason, ...more });
    const unseen = await inventClient(town, '地域包括支援センター', { name: '見本 おなじ' });
    const missing = await expectRefusal(link({ other_id: mintId() }), 'not_found');
    expect((await expectRefusal(link({ other_id: unseen }), 'not_found')).message).toBe(missing.message);
    await expectRefusal(link({ other_id: pair.client_id }), 'not_found');
    await expectRefusal(link({ client_id: pair.other_id, other_id: pair.client_id }), 'not_found');
    for (const another of [
      mintId(),
      idOfBasis('city_section-council-support-consent'),
      idOfBasis('council-window-support-consent'),
      idOfBasis('window-city_section-support-consent'),
    ]) {
      const { fields } = await expectRefusal(link({ basis_id: another }), 'invalid');
      expect(fields).toHaveProperty('basis_id');
    }
    await expectRefusal(link({ reason: ' ' }), 'invalid');
    await link({});
    await expectRefusal(link({}), 'refused');
  });

  test('within one body stands on what that body is held to, and on no law of others', async () => {
    const client_id = await inventClient(town, '社協', { name: '見本 ふたつ' });
    const other_id = await inventClient(town, '社協', { name: '見本 ふたつ' });
    const link = (code: string) =>
      coordinator.call(linkClients, {
        id: mintId(),
        client_id,
        other_id,
        basis_id: idOfBasis(code),
        reason,
      });
    await expectRefusal(link('city_section-council-support-consent'), 'invalid');
    await link('council-window-support-consent');
  });

  test('is undone exactly: both records, and every answer about them, are as they were before', async () => {
    const pair = await inventPair();
    const ids = [pair.client_id, pair.other_id];
    const who = ['eguchi-coordinator', 'nakajima', 'mori'];
    const before = [await everythingOf(ids), await Promise.all(who.map((one) => answersTo(one, ids)))];
    const id = mintId();
    await coordinator.call(linkClients, { id, ...pair, basis_id, reason });
    await expectRefusal(coordinator.call(undoLink, { id, reason: '' }), 'invalid');
    for (const other of ['nakajima', 'eguchi'])
      await expectRefusal(town.as(other).call(undoLink, { id, reason }), 'not_allowed');
    await coordinator.call(undoLink, { id, reason: '同姓同名の別の方だった' });
    expect([await everythingOf(ids), await Promise.all(who.map((one) => answersTo(one, ids)))]).toEqual(
      before,
    );
    await expectRefusal(coordinator.call(undoLink, { id, reason }), 'refused');
    await expectRefusal(coordinator.call(undoLink, { id: mintId(), reason }), 'not_found');
    await coordinator.call(linkClients, { id: mintId(), ...pair, basis_id, reason });
  });

  test('is out of sight with the other record, once that is no longer given', async () => {
    const pair = await inventPair();
    const id = mintId();
    await coordinator.call(linkClients, { id, ...pair, basis_id, reason });
    const [provision] = await town.look<{ id: string }>(
      'select id from person_provisions where person_id = $1',
      [pair.other_id],
    );
    await town
      .as('nakajima')
      .call(withdrawProvisionOfPerson, { id: provision?.id ?? '', reason: '本人の希望' });
    expect((await coordinator.call(readClient, { id: pair.client_id })).links).toEqual([]);
    await expectRefusal(coordinator.call(undoLink, { id, reason }), 'not_found');
  });
});
