import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from '#test/clients.ts';
import { giveFacets } from '#test/plans.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { listCases, openCase, readCase } from './case-api.ts';
import { previewProvision, readGivenRecord } from './given-api.ts';
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
