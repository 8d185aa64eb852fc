import { describe, expect, test } from 'vitest';
import { idOfBasis } from '#domains/consent/bases.ts';
import { addLawfulBasis, endLawfulBasis } from '#domains/consent/basis-api.ts';
import { recordConsent, withdrawConsent } from '#domains/consent/consent-api.ts';
import { askBackWhereBasesRanOut } from '#domains/consent/jobs.ts';
import {
  listReceivers,
  noteReturn,
  noteTold,
  provideOfPerson,
  readProvisionOfPerson,
  withdrawProvisionOfPerson,
} from '#domains/consent/person-api.ts';
import type { PersonFacet } from '#domains/consent/person-model.ts';
import { readConsentToday } from '#domains/consent/today-api.ts';
import { listItems } from '#domains/items/api.ts';
import type { InputOf } from '#platform/operation.ts';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from '#test/clients.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { answerAssessment } from './assessment-api.ts';
import { openCase } from './case-api.ts';
import { listGivenPeople, previewProvision, printGivenRecord, readGivenRecord } from './given-api.ts';
import { writeNote } from './note-api.ts';

const town = await openTown('cast');
const [nakajima, eguchi, nakano] = [town.as('nakajima'), town.as('eguchi'), town.as('nakano')];
const receiver_id = town.id('body:社協');

async function agree(person_id: string, facets: PersonFacet[], receivers = [receiver_id]): Promise<string> {
  const id = mintId();
  const said = { decision: 'given', text_version: '第1版', way: 'written', given_on: '2026-02-02' } as const;
  await nakajima.call(recordConsent, { id, person_id, facets, receivers, ...said });
  return id;
}

async function give(
  person_id: string,
  facets: PersonFacet[],
  more: Partial<InputOf<typeof provideOfPerson>> = {},
) {
  const id = mintId();
  await nakajima.call(provideOfPerson, {
    id,
    person_id,
    receiver_id,
    facets,
    basis_id: idOfBasis('window-council-danger-danger'),
    why: '見本のため',
    starts_on: '2026-02-02',
    ends_on: '2026-08-31',
    ...more,
  });
  return id;
}

/** A person in a case, with a note about the person and one about the household. */
async function inventMember(): Promise<string> {
  const person = await inventClient(town, '生活自立支援センター');
  const case_id = mintId();
  await nakajima.call(openCase, { id: case_id, client_id: person });
  const said = { noted_on: '2026-02-02', way: 'visit', with_whom: 'person', outcome: 'spoke' } as const;
  for (const [client_id, words] of [
    [person, '見本の本人の経過'],
    [null, '見本の世帯の経過'],
  ] as const)
    await nakajima.call(writeNote, { id: mintId(), case_id, client_id, words, ...said });
  return person;
}

const preview = (person: string, facets: PersonFacet[]) =>
  nakajima.call(previewProvision, { person, facets: facets.join(',') });

describe('what a preview shows', () => {
  test('is what the receiver then sees, for each facet alone and for all of them', async () => {
    const sets: PersonFacet[][] = [
      ['identity'],
      ['contact'],
      ['identity', 'family', 'notes'],
      ['consultation', 'plan'],
    ];
    for (const facets of sets) {
      const person = await inventMember();
      const before = await preview(person, facets);
      await give(person, facets);
      expect(await eguchi.call(readGivenRecord, { person })).toEqual(before);
      expect(before.sections.map(({ facet }) => facet)).toEqual(facets);
      expect(before.sections.some(({ entries }) => entries.length > 0) || before.cases.length > 0).toBe(true);
    }
  });

  test('says what was answered, item by item, for the facets that are given and no other', async () => {
    const person = await inventMember();
    const { items } = await nakajima.call(listItems, { record: 'client' });
    const asked = (facet: string) =>
      items.find((one) => one.facet === facet && (one.kind === 'line' || one.kind === 'lines'));
    for (const facet of ['health', 'living'] as const)
      await nakajima.call(answerAssessment, {
        client_id: person,
        facet,
        version: 0,
        answers: { [asked(facet)?.id ?? '']: `見本の${facet}` },
      });
    const before = await preview(person, ['identity', 'health']);
    await give(person, ['identity', 'health']);
    const record = await eguchi.call(readGivenRecord, { person });
    expect(record).toEqual(before);
    expect(record.sections.at(-1)?.entries).toEqual([
      [{ term: asked('health')?.label, value: '見本のhealth' }],
    ]);
  });

  test('leaves out what is noted about the household, which stays with the holder', async () => {
    const person = await inventMember();
    const { sections, cases } = await preview(person, ['notes']);
    expect(JSON.stringify(sections)).toContain('見本の本人の経過');
    expect(JSON.stringify(sections)).not.toContain('見本の世帯の経過');
    expect(cases).toHaveLength(1);
  });

  test('is for the holder alone', async () => {
    const person = await inventClient(town, '生活自立支援センター');
    await expectRefusal(eguchi.call(previewProvision, { person, facets: 'identity' }), 'not_found');
    await expectRefusal(eguchi.call(readGivenRecord, { person }), 'not_found');
  });
});

describe('a post by name', () => {
  test('sees a person who is given to it, and nobody else of its body does', async () => {
    const person = await inventClient(town, '生活自立支援センター');
    const council = town.id('body:民児協');
    const consent_id = await agree(person, ['identity', 'contact'], [council]);
    const { receivers } = await nakajima.call(listReceivers, {});
    const tanaka = receivers
      .find(({ id }) => id === council)
      ?.posts.find(({ name }) => name.startsWith('田中'));
    expect(tanaka).toMatchObject({ role: 'commissioner', district_name: '鳥飼' });
    const before = await preview(person, ['identity', 'contact']);
    await give(person, ['identity', 'contact'], {
      receiver_id: council,
      post_id: tanaka?.id ?? '',
      consent_id,
      basis_id: idOfBasis('window-commissioner_council-watching-consent'),
    });
    expect(await town.as('tanaka').call(readGivenRecord, { person })).toEqual(before);
    expect((await town.as('tanaka').call(listGivenPeople, {})).people.map(({ name }) => name)).toEqual([
      '見本 はなこ',
    ]);
    expect((await town.as('tanaka-visitor').call(listGivenPeople, {})).people).toEqual([]);
    await nakajima.call(withdrawConsent, { id: consent_id, way: 'spoken' });
    expect((await town.as('tanaka').call(listGivenPeople, {})).people).toEqual([]);
  });
});

describe('what is taken back', () => {
  test('is asked back with every copy that was made of it, and the receiver says what became of them', async () => {
    const person = await inventClient(town, '生活自立支援センター', { name: '見本 うつし' });
    const consent_id = await agree(person, ['identity', 'contact']);
    const more = { consent_id, basis_id: idOfBasis('window-council-support-consent') };
    const id = await give(person, ['identity', 'contact'], more);
    const paper = textOfPdf((await eguchi.call(printGivenRecord, { person })) as never).join('');
    expect(paper).toContain('うつし');
    await nakajima.call(withdrawConsent, { id: consent_id, way: 'phone' });
    await expectRefusal(eguchi.call(printGivenRecord, { person }), 'not_found');
    const waiting = await eguchi.call(readConsentToday, {});
    expect(waiting.returns.find((one) => one.id === id)).toMatchObject({
      holder: '生活自立支援センター',
      copies: 1,
    });
    expect(JSON.stringify(waiting)).not.toContain('うつし');
    await expectRefusal(eguchi.call(noteReturn, { id, outcome: 'kept' }), 'invalid');
    await expectRefusal(town.as('nagata').call(noteReturn, { id, outcome: 'none' }), 'not_found');
    await eguchi.call(noteReturn, { id, outcome: 'destroyed', words: '細断しました' });
    await expectRefusal(eguchi.call(noteReturn, { id, outcome: 'returned' }), 'refused');
    expect((await eguchi.call(readConsentToday, {})).returns.some((one) => one.id === id)).toBe(false);
    const { back, person_name } = await nakano.call(readProvisionOfPerson, { id });
    expect(back).toMatchObject({ because: 'consent', note: { outcome: 'destroyed', words: '細断しました' } });
    expect(back?.copies.map(({ operation }) => operation)).toEqual(['printGivenRecord']);
    expect(person_name).toBe('見本 うつし');
    expect((await eguchi.call(readProvisionOfPerson, { id })).person_name).toBeNull();
  });

  test('or whose lawful basis ends before its day: at once where it ends with yesterday, else when its last day is over', async () => {
    const administrator = town.as('shiraishi');
    const own = {
      from_kind: 'window',
      to_kind: 'council',
      purpose: 'support',
      told: 'now',
      starts_on: '2026-02-02',
    } as const;
    const begin = async (law: string, ground: 'statute' | 'danger') => {
      const basis = { ...own, id: mintId(), law, ground };
      await administrator.call(addLawfulBasis, basis);
      return basis.id;
    };
    const person = await inventClient(town, '生活自立支援センター', { name: '見本 もどる' });
    const [today, later] = [
      await begin('見本の条例 第1条', 'statute'),
      await begin('見本の条例 第2条', 'danger'),
    ];
    const first = await give(person, ['identity'], { basis_id: today });
    const second = await give(person, ['identity', 'contact'], { basis_id: later });
    const until = await give(person, ['identity'], { basis_id: later, ends_on: '2026-02-10' });
    await eguchi.call(printGivenRecord, { person });
    const asked = async () => {
      const { returns } = await eguchi.call(readConsentToday, {});
      return returns
        .filter(({ id }) => [first, second, until].includes(id))
        .map(({ id, copies }) => [id, copies]);
    };
    await expectRefusal(administrator.call(endLawfulBasis, { id: today, ends_on: '2026-02-01' }), 'invalid');
    await administrator.call(endLawfulBasis, { id: today, ends_on: '2026-02-02' });
    await administrator.call(endLawfulBasis, { id: later, ends_on: '2026-02-10' });
    expect(await asked()).toEqual([]);
    const now = town.clock.now;
    town.clock.now = new Date('2026-02-03T10:00:00+09:00');
    expect(await askBackWhereBasesRanOut(town.database)).toBe(1);
    expect(await asked()).toEqual([[first, 1]]);
    expect(await askBackWhereBasesRanOut(town.database)).toBe(0);
    town.clock.now = new Date('2026-02-11T10:00:00+09:00');
    expect(await askBackWhereBasesRanOut(town.database)).toBe(1);
    expect(await asked()).toEqual([
      [second, 1],
      [first, 1],
    ]);
    await eguchi.call(noteReturn, { id: second, outcome: 'returned', words: '見本' });
    expect((await nakano.call(readProvisionOfPerson, { id: second })).back).toMatchObject({
      because: 'basis',
      note: { outcome: 'returned' },
    });
    await expectRefusal(town.as('nagata').call(noteReturn, { id: first, outcome: 'none' }), 'not_found');
    town.clock.now = now;
  });

  test('with the end of a basis by its administrator, who sees nothing of it', async () => {
    const administrator = town.as('shiraishi');
    const basis = { id: mintId(), law: '見本の条例 第3条', starts_on: '2026-02-02' };
    await administrator.call(addLawfulBasis, {
      ...{
        from_kind: 'window',
        to_kind: 'council',
        purpose: 'danger',
        ground: 'statute',
        told: 'now',
        ...basis,
      },
    });
    const person = await inventClient(town, '生活自立支援センター', { name: '見本 ただちに' });
    const id = await give(person, ['identity'], { basis_id: basis.id });
    await eguchi.call(printGivenRecord, { person });
    const now = town.clock.now;
    town.clock.now = new Date('2026-02-05T10:00:00+09:00');
    expect(await administrator.call(endLawfulBasis, { id: basis.id, ends_on: '2026-02-04' })).toEqual({
      id: basis.id,
    });
    await expectRefusal(eguchi.call(printGivenRecord, { person }), 'not_found');
    const { returns } = await eguchi.call(readConsentToday, {});
    expect(returns.find((one) => one.id === id)).toMatchObject({ copies: 1 });
    expect(JSON.stringify(returns)).not.toContain('ただちに');
    await expectRefusal(administrator.call(readProvisionOfPerson, { id }), 'not_allowed');
    town.clock.now = now;
  });

  test('before it began was seen by nobody, and is not asked back', async () => {
    const person = await inventClient(town, '生活自立支援センター');
    const id = await give(person, ['identity'], { starts_on: '2026-03-01' });
    await nakajima.call(withdrawProvisionOfPerson, { id, reason: '見本' });
    expect((await nakano.call(readProvisionOfPerson, { id })).back).toBeNull();
  });
});

test('a person who is to be told stands on 今日 until somebody says that it was done', async () => {
  const person = await inventClient(town, '生活自立支援センター');
  const id = await give(person, ['identity']);
  const waits = async () => (await nakajima.call(readConsentToday, {})).to_tell.some((one) => one.id === id);
  expect(await waits()).toBe(true);
  await expectRefusal(nakajima.call(noteTold, { id, told_on: '2026-02-03' }), 'invalid');
  await expectRefusal(eguchi.call(noteTold, { id, told_on: '2026-02-02' }), 'not_found');
  await nakajima.call(noteTold, { id, told_on: '2026-02-02' });
  await expectRefusal(nakajima.call(noteTold, { id, told_on: '2026-02-02' }), 'refused');
  expect(await waits()).toBe(false);
  const report = {
    receiver_id: town.id('body:地域福祉課'),
    basis_id: idOfBasis('window-city_section-abuse-statute'),
  };
  const silent = await give(person, ['identity'], report);
  await expectRefusal(nakajima.call(noteTold, { id: silent, told_on: '2026-02-02' }), 'refused');
  expect((await nakajima.call(readConsentToday, {})).to_tell.some((one) => one.id === silent)).toBe(false);
});
