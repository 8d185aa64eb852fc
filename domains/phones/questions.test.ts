import { expect, test } from 'vitest';
import type { readRound } from '#domains/visits/today-api.ts';
import type { OutputOf } from '#platform/operation.ts';
import { readBytes, sealCall, writeBytes } from '#platform/sealed-call.ts';
import { mintId } from '#platform/uuid.ts';
import { registerTestPhone, type TestPhone } from '../../test/phones.ts';
import { openTown } from '../../test/town.ts';
import type { PhoneAnswers } from './answer.ts';
import { endPhone } from './api.ts';

const town = await openTown('cast');

interface Asking {
  readonly operation?: string;
  readonly input?: object;
  /** Minutes the phone's clock is off. */
  readonly off?: number;
}

async function ask(phone: TestPhone, { operation = 'readRound', input = {}, off = 0 }: Asking = {}) {
  const call = mintId();
  const made_at = new Date(town.clock.now.getTime() + off * 60_000).toISOString();
  const stored = { phone: phone.phone, call, operation, input: { ...input }, made_at };
  const sealed = await sealCall(stored, phone.signingKey, readBytes(phone.opening) ?? new Uint8Array(0));
  const response = await town.app.request('/field/questions', {
    method: 'POST',
    body: JSON.stringify({ phone: phone.phone, calls: [{ call, sealed: writeBytes(sealed) }] }),
  });
  return (await response.json()) as PhoneAnswers;
}

test('a phone is answered without a session what its post may see, and the trail says who asked', async () => {
  const phone = await registerTestPhone(town, 'koga');
  const { answers } = await ask(phone);
  const own = await town.look<{ id: string }>(
    `select household_id as id from household_assignments where post_id = $1 and ends_on is null`,
    [town.id('post:koga')],
  );
  expect(own.length).toBeGreaterThan(0);
  const [answer] = answers;
  if (answer?.outcome !== 'answered') throw new Error('the round was not answered');
  const { households } = answer.said as OutputOf<typeof readRound>;
  expect(households.map(({ household_id }) => household_id).sort()).toEqual(own.map(({ id }) => id).sort());
  const [asked] = await town.look<{ post_id: string; subjects: string[] }>(
    `select post_id, subjects from audit_inbox where word = 'round.read' order by at desc limit 1`,
  );
  expect(asked?.post_id).toBe(town.id('post:koga'));
  expect([...(asked?.subjects ?? [])].sort()).toEqual(own.map(({ id }) => id).sort());
  expect(await ask(phone, { operation: 'readWatch' })).toMatchObject({
    answers: [{ outcome: 'answered', said: { calendar: { opens: '08:30' } } }],
  });
});

test('a question of another key, of another operation, or of a while ago is not answered', async () => {
  const [phone, other] = [await registerTestPhone(town, 'koga'), await registerTestPhone(town, 'koga')];
  const forged = await ask({ ...phone, signingKey: other.signingKey });
  expect(forged.answers).toMatchObject([{ outcome: 'unreadable' }]);
  // Neither what no phone may ask, nor a command, goes through this door.
  for (const operation of ['listHouseholds', 'recordVisit', 'noSuchOperation'])
    expect((await ask(phone, { operation })).answers).toMatchObject([{ outcome: 'unreadable' }]);
  for (const off of [-11, 11]) {
    const late = await ask(phone, { off });
    expect(late.answers).toMatchObject([{ outcome: 'stale' }]);
    expect(late.at).toBe(town.clock.now.toISOString());
  }
  expect((await ask(phone, { off: -9 })).answers).toMatchObject([{ outcome: 'answered' }]);
});

test('a phone that was reported, or that nobody knows, is answered nothing', async () => {
  const phone = await registerTestPhone(town, 'koga');
  await town.as('furukawa').call(endPhone, { id: phone.phone, reason: 'lost' });
  expect(await ask(phone)).toMatchObject({ standing: 'ended', answers: [] });
  expect(await ask({ ...phone, phone: mintId() })).toMatchObject({ standing: 'unknown', answers: [] });
});

test('what cannot be asked as it stands comes back with a sentence', async () => {
  const phone = await registerTestPhone(town, 'koga');
  const { answers } = await ask(phone, { operation: 'listEscalations', input: { state: 'unheard' } });
  expect(answers).toMatchObject([{ outcome: 'refused' }]);
});
