import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { inventClient } from '#test/clients.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { answerQuestion, issueDisclosureKey, releaseDisclosureKey } from './api.ts';
import { receiveRequest, takeRequestStep } from './request-api.ts';
import { readDisclosuresToday } from './today-api.ts';

const town = await openTown('cast');
const [nakano, mori] = [town.as('nakano'), town.as('mori')];

async function receive(received_on: string) {
  const id = mintId();
  await nakano.call(receiveRequest, {
    ...{ id, kind: 'disclose', way: 'desk', requester_name: '見本 花子', requester_is: 'person' },
    ...{ checked: 'card', words: '見本の請求', received_on },
  });
  return id;
}
const step = (request_id: string, more: object) =>
  nakano.call(takeRequestStep, { id: mintId(), request_id, step: 'decided', words: '見本の理由', ...more });
const due = async () =>
  (await nakano.call(readDisclosuresToday, {})).requests.map(({ id, due_on }) => [id, due_on]);

test('requests stand there, what is due first at the top, until they are carried out, taken back or declined', async () => {
  const [later, sooner] = [await receive('2026-02-02'), await receive('2026-01-20')];
  expect(await due()).toEqual([
    [sooner, '2026-02-03'],
    [later, '2026-02-16'],
  ]);
  await step(sooner, { step: 'extended' });
  expect(await due()).toEqual([
    [later, '2026-02-16'],
    [sooner, '2026-02-17'],
  ]);
  await step(sooner, { outcome: 'part' });
  expect(await due()).toEqual([
    [later, '2026-02-16'],
    [sooner, null],
  ]);
  await step(sooner, { step: 'carried_out' });
  await step(later, { outcome: 'none' });
  expect(await due()).toEqual([]);
  expect((await mori.call(readDisclosuresToday, {})).requests).toEqual([]);
});

test('so do codes that nobody has looked through and questions that nobody has answered, for the body that keeps the record', async () => {
  const person = await inventClient(town, '生活自立支援センター', { name: '見本 たずねる' });
  const id = mintId();
  const { secret_code } = await town.as('nakajima').call(issueDisclosureKey, {
    ...{ id, about: 'client', about_id: person, given_to: 'person', checked: 'card' },
  });
  const today = () => nakano.call(readDisclosuresToday, {});
  expect((await today()).keys).toMatchObject([{ id, about_name: '見本 たずねる' }]);
  expect((await mori.call(readDisclosuresToday, {})).keys).toEqual([]);
  await nakano.call(releaseDisclosureKey, { id });
  expect((await today()).keys).toEqual([]);
  const question = mintId();
  const sent = await town.app.request('/my-record/questions', {
    method: 'POST',
    body: new URLSearchParams({ code: secret_code, id: question, kind: 'ask', words: '見本の質問' }),
  });
  expect(sent.status).toBe(200);
  const { questions } = await today();
  expect(questions).toMatchObject([{ id: question, key_id: id, kind: 'ask', about_name: '見本 たずねる' }]);
  expect(JSON.stringify(questions)).not.toContain('見本の質問');
  await nakano.call(answerQuestion, { id: question, words: '見本の答え' });
  expect((await today()).questions).toEqual([]);
  await expectRefusal(town.as('nakajima').call(readDisclosuresToday, {}), 'not_allowed');
});
