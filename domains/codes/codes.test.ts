import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { addCode, endCode, listCodes, rewordCode } from './api.ts';
import { choicesOn, codeLists, labelOf } from './model.ts';

const town = await openTown('cast');
const read = async () => (await town.as('nakajima').call(listCodes, {})).entries;

test('a new town has every list, the sixteen worries in the order of the form', async () => {
  const entries = await read();
  expect(codeLists.filter((list) => choicesOn(entries, list, '2026-02-02').length === 0)).toEqual([]);
  const worries = choicesOn(entries, 'worry', '2026-02-02');
  expect([worries.length, worries[0]?.label, worries[15]?.label]).toEqual([16, '病気・健康・障害', 'その他']);
});

test('a code that is reworded or ended is read as it was called on the day of the record', async () => {
  const id = (await read()).find(({ list, code }) => list === 'worry' && code === '02')?.id ?? '';
  const administrator = town.as('shiraishi');
  await administrator.call(rewordCode, { id, label: '住まい・居場所', from_on: '2026-02-01' });
  await administrator.call(endCode, { id, ends_on: '2026-02-10' });
  const entries = await read();
  const called = (day: string) => labelOf(entries, 'worry', '02', day);
  expect([called('2026-01-31'), called('2026-02-01'), called('2027-01-01')]).toEqual([
    '住まい',
    '住まい・居場所',
    '住まい・居場所',
  ]);
  const offered = (day: string) => choicesOn(entries, 'worry', day).some(({ value }) => value === '02');
  expect([offered('2026-02-10'), offered('2026-02-11')]).toEqual([true, false]);
  const early = { id, label: 'x', from_on: '2025-12-31' };
  expect((await expectRefusal(administrator.call(rewordCode, early), 'invalid')).fields).toHaveProperty(
    'from_on',
  );
  await expectRefusal(administrator.call(endCode, { id, ends_on: '2015-03-31' }), 'invalid');
});

test('a code is not used twice, and is the administrator’s to add', async () => {
  const code = { list: 'worry', code: '17', label: '見本の困りごと', starts_on: '2026-02-02' } as const;
  await town.as('shiraishi').call(addCode, { ...code, id: mintId() });
  await expectRefusal(town.as('shiraishi').call(addCode, { ...code, id: mintId() }), 'invalid');
  await expectRefusal(
    town.as('nakajima').call(addCode, { ...code, id: mintId(), code: '18' }),
    'not_allowed',
  );
  expect(choicesOn(await read(), 'worry', '2026-02-02').at(-1)).toEqual({
    value: '17',
    label: '見本の困りごと',
  });
});

test('of two lists that stand beside one another in counts, neither takes a code of the other for something else', async () => {
  const code = { code: 'visit', label: '見本', starts_on: '2026-02-02' } as const;
  const administrator = town.as('shiraishi');
  const taken = { ...code, id: mintId(), list: 'intake_channel' } as const;
  expect((await expectRefusal(administrator.call(addCode, taken), 'invalid')).fields).toHaveProperty('code');
  const free = { ...code, id: mintId(), list: 'way', code: 'outside_hours' } as const;
  await administrator.call(addCode, free);
});

test('what is written without a form that offers it can be called otherwise, and does not end', async () => {
  const id = (await read()).find(({ list, code }) => list === 'intake_channel' && code === 'mail')?.id ?? '';
  const administrator = town.as('shiraishi');
  await expectRefusal(administrator.call(endCode, { id, ends_on: '2026-02-10' }), 'refused');
  await administrator.call(rewordCode, { id, label: '手紙・入力フォーム', from_on: '2026-02-01' });
});
