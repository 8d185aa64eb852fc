import { expect, test } from 'vitest';
import { idOfBasis } from '#domains/consent/bases.ts';
import { provideOfPerson } from '#domains/consent/person-api.ts';
import { personFacets } from '#domains/consent/person-model.ts';
import { protectAddress } from '#domains/consent/protection-api.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { hunt } from './hunt.ts';

/** 支援措置, hunted for by those who are given the person, who hold the record without keeping the address, and who watch over it. */
const town = await openTown('cast');
const base = await serveTown(town);
const person = town.id('client:ishibashi');
const given = [`/given/${person}`, '/given'];
const own = [`/clients/${person}`, `/cases/${town.id('case:ishibashi')}`, '/intakes'];

const give = (receiver: string, basis: string, post_id: string | null) =>
  town.as('nakajima').call(provideOfPerson, {
    ...{ id: mintId(), person_id: person, receiver_id: town.id(`body:${receiver}`), post_id },
    ...{ facets: [...personFacets], basis_id: idOfBasis(basis), why: '見本のため' },
    ...{ starts_on: '2026-02-02', ends_on: '2026-08-31' },
  });
await give('社協', 'window-council-danger-danger', null);
await give('民児協', 'window-commissioner_council-danger-danger', town.id('post:tanaka'));
const words = ['秘匿町九丁目八番（見本）', '090-5555-7777'];
await town.look('update client_contacts set address = $1, mobile = $2 where client_id = $3', [
  ...words,
  person,
]);

test('one that is not protected is found, so that the hunt can find', { timeout: 240_000 }, async () => {
  const worker = await openBrowser(base);
  await signIn(worker, 'nakajima');
  await expect(hunt(worker, { from: own, person, words, most: 5 })).rejects.toThrow();
  await town.as('nakano').call(protectAddress, {
    ...{ id: mintId(), person_id: person, keepers: [town.id('post:nagata')], ends_on: '2026-02-20' },
  });
});

test.each([
  { who: 'nakajima', from: own, about: 10, files: 4 },
  { who: 'eguchi', from: given, about: 3, files: 3 },
  { who: 'tanaka', from: given, about: 3, files: 3 },
  { who: 'nakano', from: ['/protections', '/provision-ledger'], about: 1, files: 4 },
  { who: 'shiraishi', from: ['/audit', '/taken-files'], about: 0, files: 5 },
  { who: 'tsutsumi', from: ['/returns', '/plans/kurume-1/indicators/intakes'], about: 0, files: 0 },
])(
  'an address that is protected stands on no screen, paper or file of $who',
  { timeout: 240_000 },
  async (one) => {
    const visitor = await openBrowser(base);
    await signIn(visitor, one.who);
    const looked = await hunt(visitor, { from: one.from, person, words, most: 22 });
    expect(looked.screens.length).toBeGreaterThan(8);
    expect(looked.prints.length).toBeGreaterThanOrEqual(one.about);
    expect(looked.files.length).toBeGreaterThanOrEqual(one.files);
  },
);
