import { expect, test } from 'vitest';
import { endItem, listItems } from '#domains/items/api.ts';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from '#test/clients.ts';
import { openItems } from '#test/own-items.ts';
import { bytesOf, readPdf } from '#test/paper.ts';
import { giveFacets } from '#test/plans.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { answerAssessment } from './assessment-api.ts';
import { idOfStandard } from './assessment-standard.ts';
import { printIntakeForm } from './forms-api.ts';
import { correctIntake, exportIntakes, listIntakes, readIntake, receiveIntake } from './intake-api.ts';

const town = await openTown('cast');
const items = openItems(town);
const [window, council] = [town.as('nakajima'), town.as('eguchi')];
const own = { record: 'intake', facet: 'consultation' } as const;
const pets = await items.add('飼っている動物', 'choice', { ...own, options: ['犬', '猫'] });
const nights = await items.add('夜に眠れない日数', 'number', { ...own, unit: '日', required: true });
const { 猫: cat = '', 犬: dog = '' } = await items.optionsOf(pets);

test('own items of first words are known to windows, and to nobody whose work it is not', async () => {
  const known = async (who: string) =>
    (await town.as(who).call(listItems, { record: 'intake' })).items.map(({ id }) => id);
  expect(await known('nakajima')).toEqual([pets, nights]);
  expect(await known('furukawa')).toEqual([]);
  await expectRefusal(items.add('見本', 'line', { record: 'intake', facet: 'health' }), 'invalid');
});

test('what is answered stands in form, list, filter, file and print; none is insisted on; an ended one keeps its answers', async () => {
  const first = { id: mintId(), client_id: mintId() };
  await window.call(receiveIntake, { ...first, name: '見本 猫好き', answers: { [pets]: cat, [nights]: 3 } });
  const other = { id: mintId(), client_id: mintId() };
  await window.call(receiveIntake, { ...other, name: '見本 犬好き', answers: { [pets]: dog } });
  expect((await window.call(readIntake, first)).answers).toEqual({ [pets]: [cat], [nights]: [3] });
  const found = async (query: string) =>
    (await window.call(listIntakes, { items: query })).intakes.map(({ id }) => id);
  expect(await found(`${pets}.is=${cat}`)).toEqual([first.id]);
  expect(await found(`${nights}.from=2&${nights}.until=3`)).toEqual([first.id]);
  expect(await found(`${nights}.from=4`)).toEqual([]);
  const file = new TextDecoder().decode(bytesOf(await window.call(exportIntakes, {})));
  expect(file).toContain('飼っている動物');
  expect(file).toContain('夜に眠れない日数（日）');
  const paper = readPdf(bytesOf(await window.call(printIntakeForm, { ...first, format: 'pdf' })));
  expect(paper).toContain('■猫');
  expect(paper).toContain('3日');
  await town.as('shiraishi').call(endItem, { id: nights, ends_on: '2026-02-01', reason: '見本' });
  await window.call(correctIntake, {
    ...first,
    version: 1,
    identity_version: 1,
    contact_version: 1,
    received_on: '2026-02-02',
    name: '見本 猫好き',
    answers: {},
  });
  expect((await window.call(readIntake, first)).answers).toEqual({ [nights]: [3] });
});

test('of two who correct one form the second sees both values in words, and nothing of what stands is lost', async () => {
  const first = { id: mintId(), client_id: mintId() };
  await window.call(receiveIntake, { ...first, name: '見本', work: 'regular', answers: { [pets]: cat } });
  const at = {
    ...first,
    version: 1,
    identity_version: 1,
    contact_version: 1,
    received_on: '2026-02-02',
    name: '見本',
  };
  await window.call(correctIntake, { ...at, work: 'unemployed', worries: ['02'], answers: { [pets]: dog } });
  const { fields } = await expectRefusal(
    window.call(correctIntake, { ...at, work: 'student', answers: { [pets]: cat } }),
    'refused',
  );
  expect(fields.work).toContain('失業・休職中');
  expect(fields.work).toContain('学生');
  expect(fields.worries).toContain('住まい');
  expect(fields[`answers.${pets}`]).toContain('犬');
  expect(await window.call(readIntake, first)).toMatchObject({
    work: 'unemployed',
    answers: { [pets]: [dog] },
  });
});

test('of two who answer one facet the second sees both answers', async () => {
  const client_id = await inventClient(town, '生活自立支援センター');
  const answer = (words: string) =>
    window.call(answerAssessment, {
      client_id,
      facet: 'wish',
      version: 0,
      answers: { [idOfStandard(1)]: words },
    });
  await answer('一人で暮らしたい');
  const { fields } = await expectRefusal(answer('仕事を探したい'), 'refused');
  expect(fields[`answers.${idOfStandard(1)}`]).toContain('一人で暮らしたい');
  expect(fields[`answers.${idOfStandard(1)}`]).toContain('仕事を探したい');
});

test('work, home, insurance and pension are each given with the part of what is known they belong to', async () => {
  const first = { id: mintId(), client_id: mintId() };
  await window.call(receiveIntake, {
    ...first,
    name: '見本 くらし',
    work: 'temporary',
    housing: 'rented',
    insurance: 'national',
    pension: 'exempt',
  });
  await expectRefusal(
    window.call(receiveIntake, { ...first, id: mintId(), client_id: mintId(), pension: 'nowhere' }),
    'invalid',
  );
  await giveFacets(town, first.client_id, '社協', ['consultation']);
  const seen = async () => {
    const { work, housing, insurance, pension } = await council.call(readIntake, first);
    return [work, housing, insurance, pension];
  };
  expect(await seen()).toEqual([null, null, null, null]);
  await giveFacets(town, first.client_id, '社協', ['living']);
  expect(await seen()).toEqual(['temporary', 'rented', null, null]);
  const paper = readPdf(bytesOf(await council.call(printIntakeForm, { ...first, format: 'pdf' })));
  expect(paper).toContain('■臨時・パート・派遣');
  expect(paper).toContain('□国民年金の免除・猶予');
});
