import { expect, test } from 'vitest';
import { hashSecret } from '#platform/credentials/secrets.ts';
import { mintId } from '#platform/uuid.ts';
import { nextCode } from '../../test/authenticator.ts';
import { type Caller, expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { samplePassword } from './fixtures.ts';

const town = await openTown('cast');
const pass = (minutes: number) => {
  town.clock.now = new Date(town.clock.now.getTime() + minutes * 60_000);
};

async function begin(sign_in_name: string): Promise<Caller> {
  const browser = town.browser();
  await browser.call(api.signIn, { sign_in_name, password: samplePassword });
  return browser;
}

test('a screen that was left open changes nothing that proves the account', async () => {
  const browser = await begin('koga');
  expect((await browser.call(api.readFactors, {})).fresh).toBe(true);
  pass(11);
  expect((await browser.call(api.readFactors, {})).fresh).toBe(false);
  for (const op of [api.beginTotp, api.beginPasskey, api.removeTotp, api.makeRecoveryCodes, api.unlinkSignOn])
    await expectRefusal(browser.call(op, {}), 'proof_needed');
  for (const op of [api.removePasskey, api.endSession])
    await expectRefusal(browser.call(op, { id: mintId() }), 'proof_needed');
});

test('the password once more opens it for ten minutes, a wrong one does not', async () => {
  const browser = await begin('koga');
  pass(11);
  const wrong = await expectRefusal(browser.call(api.proveAgain, { password: 'not this one' }), 'invalid');
  expect(wrong.fields).toHaveProperty('password');
  await expectRefusal(browser.call(api.beginTotp, {}), 'proof_needed');
  await browser.call(api.proveAgain, { password: samplePassword });
  expect((await browser.call(api.beginTotp, {})).secret_qr).toContain('<svg');
  pass(11);
  await expectRefusal(browser.call(api.beginTotp, {}), 'proof_needed');
});

test('the second factor once more opens it too', async () => {
  const browser = await begin('shiraishi');
  await browser.call(api.verifyTotp, { code: await nextCode('shiraishi') });
  pass(11);
  await expectRefusal(browser.call(api.makeRecoveryCodes, {}), 'proof_needed');
  await browser.call(api.verifyTotp, { code: await nextCode('shiraishi') });
  expect((await browser.call(api.makeRecoveryCodes, {})).secret_codes).toHaveLength(10);
});

test('a recovery code is kept as costly to guess as a password', async () => {
  const browser = await begin('shiraishi');
  await browser.call(api.verifyTotp, { code: await nextCode('shiraishi') });
  const { secret_codes } = await browser.call(api.makeRecoveryCodes, {});
  const kept = await town.look<{ code_hash: Buffer }>('select code_hash from recovery_codes');
  const plain = new Set(secret_codes?.map((code) => hashSecret(code).toString('hex')));
  expect(kept).toHaveLength(10);
  expect(kept.filter(({ code_hash }) => plain.has(code_hash.toString('hex')))).toEqual([]);
});
