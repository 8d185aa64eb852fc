import { expect, test } from 'vitest';
import { idOfBasis } from '#domains/consent/bases.ts';
import {
  provideOfPerson,
  readProvisionOfPerson,
  withdrawProvisionOfPerson,
} from '#domains/consent/person-api.ts';
import { stateOfPersonProvision } from '#domains/consent/person-model.ts';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from '#test/clients.ts';
import { giveFacets } from '#test/plans.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { listCases, openCase, readCase } from './case-api.ts';
import { listGivenPeople, previewProvision, readGivenRecord } from './given-api.ts';
import { readIntake, receiveIntake } from './intake-api.ts';

const town = await openTown('cast');
const [nakajima, eguchi] = [town.as('nakajima'), town.as('eguchi')];

test('what a body calls a case stays with it: whoever is given one of its people reads the number, and finds it by no other word', async () => {
  const person = await inventClient(town, '生活自立支援センター', { name: '見本 はは' });
  const id = mintId();
  await nakajima.call(openCase, { id, client_id: person, called: '母と、家にいる見本の息子' });
  await giveFacets(town, person, '社協', ['identity', 'family', 'notes']);
  const [own, given] = await Promise.all([nakajima.call(readCase, { id }), eguchi.call(readCase, { id })]);
  expect(own.called).toBe('母と、家にいる見本の息子');
  expect(given).toMatchObject({ number: own.number, called: null });
  const found = async (caller: typeof eguchi, text: string) =>
    (await caller.call(listCases, { text })).cases.filter((one) => one.id === id).map(({ called }) => called);
  expect(await found(nakajima, '見本の息子')).toEqual(['母と、家にいる見本の息子']);
  expect(await found(eguchi, '見本の息子')).toEqual([]);
  for (const text of [own.number, '見本 はは'])
    expect([text, await found(eguchi, text)]).toEqual([text, [null]]);
});

test('who brought the first word, and how they are reached, stays with the window that was told', async () => {
  const id = mintId();
  const { client_id } = await nakajima.call(receiveIntake, {
    id,
    client_id: mintId(),
    name: '見本 となり',
    caller_name: '見本の知らせた人',
    caller_phone: '0942-00-0099',
    caller_relation: '隣の人',
    trouble: '見本の困りごと',
    channel: 'phone',
  });
  const preview = await nakajima.call(previewProvision, { person: client_id, facets: 'consultation' });
  await giveFacets(town, client_id, '社協', ['consultation']);
  const told = { caller_name: '見本の知らせた人', caller_phone: '0942-00-0099' };
  expect(await nakajima.call(readIntake, { id, client_id })).toMatchObject(told);
  expect(await eguchi.call(readIntake, { id, client_id })).toMatchObject({
    ...{ caller_name: null, caller_phone: null, entered_for: null },
    caller_relation: '隣の人',
  });
  const record = await eguchi.call(readGivenRecord, { person: client_id });
  expect(record).toEqual(preview);
  expect(JSON.stringify(record)).toContain('見本の困りごと');
  expect(JSON.stringify(record)).not.toContain('知らせた人');
  await expectRefusal(town.as('mori').call(readIntake, { id, client_id }), 'not_found');
});

test.each([
  { who: 'matsuo', body: '民児協', kind: 'commissioner_council', post: 'post:matsuo' },
  { who: 'kakihara', body: '地域福祉課', kind: 'city_section', post: null },
])(
  '$who, who is given two parts of a person, reads of the one that is taken back that it ended, and not why',
  async (to) => {
    const person = await inventClient(town, '生活自立支援センター', { name: '見本 ふたつ' });
    const give = async (facet: 'identity' | 'wish') => {
      const id = mintId();
      await nakajima.call(provideOfPerson, {
        ...{ id, person_id: person, receiver_id: town.id(`body:${to.body}`), facets: [facet] },
        ...{ post_id: to.post && town.id(to.post), basis_id: idOfBasis(`window-${to.kind}-danger-danger`) },
        ...{ why: '見本のため', starts_on: '2026-02-02', ends_on: '2026-08-31' },
      });
      return id;
    };
    const receiver = town.as(to.who);
    const given = async () =>
      (await receiver.call(listGivenPeople, {})).people.filter(({ person_id }) => person_id === person);
    const [stays, goes] = [await give('identity'), await give('wish')];
    expect((await given()).map(({ provision_id }) => provision_id).sort()).toEqual([stays, goes].sort());
    await nakajima.call(withdrawProvisionOfPerson, { id: goes, reason: '見本の取り消しの理由' });
    expect((await given()).map(({ provision_id }) => provision_id)).toEqual([stays]);
    const read = await receiver.call(readProvisionOfPerson, { id: goes });
    expect(stateOfPersonProvision(read, '2026-02-02')).toBe('withdrawn');
    expect(JSON.stringify(read)).not.toContain('取り消しの理由');
  },
);
