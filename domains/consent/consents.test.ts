import { expect, test } from 'vitest';
import * as z from 'zod';
import type { InputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from '#test/clients.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { idOfBasis } from './bases.ts';
import { listConsents, recordConsent, withdrawConsent } from './consent-api.ts';
import { listProvisionsOfPerson, provideOfPerson, withdrawProvisionOfPerson } from './person-api.ts';

const town = await openTown('cast');
const [nakajima, eguchi] = [town.as('nakajima'), town.as('eguchi')];
const council = town.id('body:社協');

const yes = (person_id: string, more: Partial<InputOf<typeof recordConsent>> = {}) => ({
  id: mintId(),
  person_id,
  decision: 'given' as const,
  text_version: '第1版',
  facets: ['identity', 'contact', 'consultation'] as InputOf<typeof recordConsent>['facets'],
  receivers: [council],
  way: 'written' as const,
  given_on: '2026-02-02',
  ...more,
});

const onConsent = (person_id: string, more: Partial<InputOf<typeof provideOfPerson>> = {}) => ({
  id: mintId(),
  person_id,
  receiver_id: council,
  facets: ['identity', 'contact'] as InputOf<typeof provideOfPerson>['facets'],
  basis_id: idOfBasis('window-council-support-consent'),
  why: '見本のため',
  starts_on: '2026-02-02',
  ends_on: '2026-08-31',
  ...more,
});

/** What a post reads of a person, straight through the gate. */
function sees(who: string, person: string) {
  return town.database.as({ kind: 'post', post: town.id(`post:${who}`) }, 'test', (db) =>
    db.one(
      z.object({ identity: z.int(), contact: z.int() }),
      sql`select (select count(*)::int from clients where id = ${person}::uuid) as identity,
        (select count(*)::int from client_contacts where client_id = ${person}::uuid) as contact`,
    ),
  );
}

test('a consent opens what is provided on it, and taken back closes it at once', async () => {
  const person = await inventClient(town, '生活自立支援センター');
  const consent = yes(person);
  await nakajima.call(recordConsent, consent);
  expect(await sees('eguchi', person)).toEqual({ identity: 0, contact: 0 });
  await nakajima.call(provideOfPerson, onConsent(person, { consent_id: consent.id }));
  expect(await sees('eguchi', person)).toEqual({ identity: 1, contact: 1 });
  const [given] = (await eguchi.call(listProvisionsOfPerson, { person })).provisions;
  expect([given?.own, given?.consent_ended]).toEqual([false, false]);
  await nakajima.call(withdrawConsent, { id: consent.id, way: 'phone', words: '見本' });
  expect(await sees('eguchi', person)).toEqual({ identity: 0, contact: 0 });
  const [after] = (await eguchi.call(listProvisionsOfPerson, { person })).provisions;
  expect(after?.consent_ended).toBe(true);
  await expectRefusal(nakajima.call(withdrawConsent, { id: consent.id, way: 'phone' }), 'refused');
  const [heard] = (await town.as('nakano').call(listConsents, { person })).consents;
  expect([heard?.decision, heard?.withdrawn_words]).toEqual(['given', '見本']);
});

test('a provision that is withdrawn closes at once, by the window or by the records officer of the holder', async () => {
  for (const who of ['nakajima', 'nakano']) {
    const person = await inventClient(town, '生活自立支援センター');
    const consent = yes(person);
    await nakajima.call(recordConsent, consent);
    const given = onConsent(person, { consent_id: consent.id });
    await nakajima.call(provideOfPerson, given);
    const withdraw = (by: string) =>
      town.as(by).call(withdrawProvisionOfPerson, { id: given.id, reason: '見本' });
    expect((await expectRefusal(withdraw('eguchi'), 'refused')).message).toContain('生活自立支援センター');
    await expectRefusal(withdraw('nagata'), 'not_found');
    await withdraw(who);
    expect(await sees('eguchi', person)).toEqual({ identity: 0, contact: 0 });
    await expectRefusal(withdraw(who), 'refused');
  }
});

test('a provision on consent names a consent that covers its facets, its receiver and its days', async () => {
  const person = await inventClient(town, '生活自立支援センター');
  const refused = async (more: Partial<InputOf<typeof provideOfPerson>>, field: string) => {
    const { fields } = await expectRefusal(
      nakajima.call(provideOfPerson, onConsent(person, more)),
      'invalid',
    );
    expect(fields).toHaveProperty(field);
  };
  await refused({}, 'consent_id');
  const no = yes(person, { decision: 'refused', facets: [], receivers: [] });
  await nakajima.call(recordConsent, no);
  await refused({ consent_id: no.id }, 'consent_id');
  const consent = yes(person, { ends_on: '2026-06-30' });
  await nakajima.call(recordConsent, consent);
  const consent_id = consent.id;
  await refused({ consent_id, facets: ['identity', 'health'] }, 'facets');
  await refused({ consent_id, ends_on: '2026-07-01' }, 'ends_on');
  await refused({ consent_id, starts_on: '2026-02-01' }, 'starts_on');
  const other = town.id('body:地域包括支援センター');
  await refused(
    { consent_id, receiver_id: other, basis_id: idOfBasis('window-window-support-consent') },
    'receiver_id',
  );
  await refused({ consent_id, receiver_id: other }, 'basis_id');
  await refused({ consent_id, basis_id: idOfBasis('council-window-support-consent') }, 'basis_id');
  const danger = idOfBasis('window-council-danger-danger');
  await refused({ consent_id, basis_id: danger }, 'consent_id');
  await refused({ basis_id: danger, post_id: town.id('post:nagata') }, 'post_id');
  const watching = idOfBasis('window-commissioner_council-watching-consent');
  await refused({ consent_id, basis_id: watching, receiver_id: town.id('body:民児協') }, 'post_id');
  await refused({ consent_id, receiver_id: town.id('body:生活自立支援センター') }, 'receiver_id');
  await nakajima.call(provideOfPerson, onConsent(person, { basis_id: danger }));
  expect(await sees('eguchi', person)).toEqual({ identity: 1, contact: 1 });
});

test('nobody agrees, provides or reads for a person of another body, and is told the same of nobody', async () => {
  const person = await inventClient(town, '地域包括支援センター');
  for (const id of [person, mintId()]) {
    const answers = [
      await expectRefusal(nakajima.call(recordConsent, yes(id)), 'not_found'),
      await expectRefusal(
        nakajima.call(
          provideOfPerson,
          onConsent(id, { basis_id: idOfBasis('window-council-danger-danger') }),
        ),
        'not_found',
      ),
    ];
    expect(new Set(answers.map(({ message }) => message)).size).toBe(1);
    expect((await nakajima.call(listConsents, { person: id })).consents).toEqual([]);
    expect((await nakajima.call(listProvisionsOfPerson, { person: id })).provisions).toEqual([]);
  }
});

test('a consent says what it is for, and a refusal names nothing', async () => {
  const person = await inventClient(town, '生活自立支援センター');
  const refused = async (more: Partial<InputOf<typeof recordConsent>>, field: string) => {
    const { fields } = await expectRefusal(nakajima.call(recordConsent, yes(person, more)), 'invalid');
    expect(fields).toHaveProperty(field);
  };
  await refused({ facets: [] }, 'facets');
  await refused({ receivers: [] }, 'receivers');
  await refused({ decision: 'refused' }, 'decision');
  await refused({ given_on: '2026-02-03' }, 'given_on');
  await refused({ ends_on: '2026-02-01' }, 'ends_on');
  const no = yes(person, { decision: 'refused', facets: [], receivers: [] });
  await nakajima.call(recordConsent, no);
  await expectRefusal(nakajima.call(withdrawConsent, { id: no.id, way: 'spoken' }), 'refused');
});

test('a "no" takes back what the person names of what was agreed before, and leaves the rest', async () => {
  const person = await inventClient(town, '生活自立支援センター');
  const [first, second] = [yes(person), yes(person)];
  for (const consent of [first, second]) await nakajima.call(recordConsent, consent);
  await nakajima.call(provideOfPerson, onConsent(person, { consent_id: first.id, facets: ['identity'] }));
  await nakajima.call(provideOfPerson, onConsent(person, { consent_id: second.id, facets: ['contact'] }));
  const no = (more: object) =>
    nakajima.call(recordConsent, {
      ...yes(person),
      ...{ decision: 'refused', facets: [], receivers: [], takes_back: [first.id] },
      ...more,
    });
  await expectRefusal(nakajima.call(recordConsent, yes(person, { takes_back: [first.id] })), 'invalid');
  const another = await inventClient(town, '生活自立支援センター');
  await expectRefusal(no({ person_id: another }), 'not_found');
  expect(await sees('eguchi', person)).toEqual({ identity: 1, contact: 1 });
  await no({});
  expect(await sees('eguchi', person)).toEqual({ identity: 0, contact: 1 });
  await expectRefusal(no({}), 'refused');
  const { consents } = await nakajima.call(listConsents, { person });
  expect(consents.filter(({ withdrawn_at }) => withdrawn_at !== null).map(({ id }) => id)).toEqual([
    first.id,
  ]);
});
