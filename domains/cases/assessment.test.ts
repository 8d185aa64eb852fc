import { expect, test } from 'vitest';
import { listItems } from '#domains/items/api.ts';
import { inventCase } from '#test/cases.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { addStandardAssessment, answerAssessment, readAssessment } from './assessment-api.ts';
import { idOfStandard, standardItems } from './assessment-standard.ts';

const town = await openTown('cast');
const nakajima = town.as('nakajima');

test('a new town asks the items of the standard sheet, the person’s own wish among them; nobody else knows them', async () => {
  const { items } = await nakajima.call(listItems, { record: 'client' });
  expect(items).toHaveLength(standardItems.length);
  expect(items.filter(({ facet }) => facet === 'wish')).toHaveLength(3);
  expect((await town.as('furukawa').call(listItems, { record: 'client' })).items).toEqual([]);
  expect(await town.as('shiraishi').call(addStandardAssessment, {})).toEqual({ added: 0 });
});

test('what is answered stands in its facet; nothing is insisted on; of two who answer the second is told', async () => {
  const { son } = await inventCase(town);
  const gift = idOfStandard(3);
  const answer = (version: number, words: string) =>
    nakajima.call(answerAssessment, { client_id: son, facet: 'wish', version, answers: { [gift]: words } });
  await answer(0, '動画の編集なら教えられる（見本）');
  await expectRefusal(answer(0, '見本'), 'refused');
  await answer(1, '動画の編集を、だれかに頼まれたらやってみたい（見本）');
  const found = await nakajima.call(readAssessment, { client_id: son });
  expect(found).toMatchObject({
    versions: { wish: 2 },
    answers: { [gift]: [expect.stringContaining('だれかに頼まれたら')] },
  });
  await nakajima.call(answerAssessment, { client_id: son, facet: 'health', version: 0, answers: {} });
  await expectRefusal(town.as('eguchi').call(readAssessment, { client_id: son }), 'not_found');
  await expectRefusal(
    town
      .as('eguchi')
      .call(answerAssessment, { client_id: son, facet: 'wish', version: 2, answers: { [gift]: '見本' } }),
    'not_found',
  );
});
