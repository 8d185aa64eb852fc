import { expect, test } from 'vitest';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  listDisclosureRules,
  listRequests,
  printDecision,
  readRequest,
  receiveRequest,
  setDisclosureRule,
  takeRequestStep,
} from './request-api.ts';

const town = await openTown('cast');

async function receive(who: string, received_on = '2026-02-02') {
  const { id } = await town.as(who).call(receiveRequest, {
    id: mintId(),
    kind: 'disclose',
    way: 'desk',
    requester_name: '見本 花子',
    requester_is: 'person',
    checked: 'card',
    words: 'わたしの相談の記録を見たい。',
    received_on,
  });
  return id;
}

const step = (who: string, request_id: string, more: object) =>
  town.as(who).call(takeRequestStep, { id: mintId(), request_id, step: 'decided', words: '理由', ...more });

test('a request has the deadline of the body that holds the records, and another body does not know of it', async () => {
  const id = await receive('nakano');
  const request = await town.as('nakano').call(readRequest, { id });
  expect(request.due_on).toBe('2026-02-16');
  expect(request.number).toBe('R7-001');
  await expectRefusal(town.as('mori').call(readRequest, { id }), 'not_found');
  expect((await town.as('mori').call(listRequests, {})).requests).toEqual([]);
});

test('a rule that the administrator sets counts from its day on, for requests that come afterwards', async () => {
  await town.as('shiraishi').call(setDisclosureRule, {
    id: mintId(),
    body_kind: 'window',
    law: '見本の規程',
    days: 20,
    extension_days: 10,
    fee: 'なし',
    starts_on: '2026-02-02',
  });
  const { rules } = await town.as('nakano').call(listDisclosureRules, {});
  expect(rules.filter(({ body_kind }) => body_kind === 'window')).toHaveLength(2);
  const before = await town.as('nakano').call(readRequest, { id: await receive('nakano', '2026-02-01') });
  expect(before.due_on).toBe('2026-02-15');
  const after = await receive('nakano');
  expect((await town.as('nakano').call(readRequest, { id: after })).due_on).toBe('2026-02-22');
  await step('nakano', after, { step: 'extended' });
  expect((await town.as('nakano').call(readRequest, { id: after })).due_on).toBe('2026-03-04');
});

test('steps follow one another, and a decision says what was decided', async () => {
  const id = await receive('mori');
  await expectRefusal(step('mori', id, { step: 'carried_out' }), 'refused');
  await expectRefusal(step('mori', id, {}), 'invalid');
  await expectRefusal(town.as('mori').call(printDecision, { id }), 'refused');
  await step('mori', id, { step: 'extended', words: '見本：確かめる記録が多いため' });
  const letter = textOfPdf((await town.as('mori').call(printDecision, { id })) as Uint8Array);
  for (const words of ['決定の期限の延長について', '令和8年3月2日', '確かめる記録が多いため'])
    expect(letter.join('').replace(/\s/g, '')).toContain(words);
  await step('mori', id, { outcome: 'part', words: 'ほかの人の情報を除きます。' });
  const pdf = (await town.as('mori').call(printDecision, { id })) as Uint8Array;
  const text = textOfPdf(pdf).join('\n').replace(/\s/g, '');
  expect(text).toContain('一部に応じる');
  expect(text).toContain('ほかの人の情報を除きます。');
  await expectRefusal(step('mori', id, { step: 'taken_back' }), 'refused');
  await step('mori', id, { step: 'carried_out' });
  expect((await town.as('mori').call(readRequest, { id })).state).toBe('carried_out');
});

test('after its deadline a request can no longer be extended', async () => {
  const id = await receive('mori');
  const before = town.clock.now;
  town.clock.now = new Date('2026-03-02T10:00:00+09:00');
  await expectRefusal(step('mori', id, { step: 'extended' }), 'refused');
  town.clock.now = before;
});
