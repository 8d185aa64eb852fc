import { expect, test } from 'vitest';
import { inventCase } from '#test/cases.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { changeCaseMember, nameCase } from './acts-api.ts';
import { readCase } from './case-api.ts';
import type { CaseRelation } from './case-model.ts';

const town = await openTown('cast');
const nakajima = town.as('nakajima');

test('of two who change a member at once the second sees both values, and nothing is written over', async () => {
  const { id, son } = await inventCase(town);
  const find = async () =>
    (await nakajima.call(readCase, { id })).members.find(({ client_id }) => client_id === son);
  const before = await find();
  if (!before) throw new Error('the son is in the case');
  const change = (relation: CaseRelation) =>
    nakajima.call(changeCaseMember, {
      ...{ case_id: id, client_id: son, relation, lives_in: before.lives_in, left_on: '2026-01-31' },
      relation_before: before.relation,
      lives_in_before: before.lives_in,
      left_on_before: before.left_on,
    });
  await change('sibling');
  const { fields } = await expectRefusal(change('grandchild'), 'refused');
  expect(fields).toEqual({ relation: 'いまは「きょうだい」です。入力は「孫」でした。' });
  expect(await find()).toMatchObject({ relation: 'sibling', left_on: '2026-01-31' });
});

test('of two who name a case at once the second sees both names', async () => {
  const { id } = await inventCase(town);
  const name = (called: string) =>
    nakajima.call(nameCase, { case_id: id, called, called_before: '見本の世帯' });
  await name('見本の家');
  expect((await expectRefusal(name('川ぞいの家'), 'refused')).fields?.called).toBe(
    'いまは「見本の家」です。入力は「川ぞいの家」でした。',
  );
  expect((await nakajima.call(readCase, { id })).called).toBe('見本の家');
});
