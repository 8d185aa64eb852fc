import { beforeEach, describe, expect, test } from 'vitest';
import { totpAt } from '#platform/credentials/totp.ts';
import { mintId } from '#platform/uuid.ts';
import { nextCode } from '../../test/authenticator.ts';
import { type Caller, expectRefusal, openTown } from '../../test/town.ts';
import { openVirtualAuthenticator } from '../../test/virtual-authenticator.ts';
import * as api from './api.ts';
import { sampleAuthenticator, samplePassword } from './fixtures.ts';

const town = await openTown('cast');
const origin = 'http://localhost:3000';
const minute = 60_000;

beforeEach(() => {
  // Failures of the test before no longer count.
  town.clock.now = new Date(town.clock.now.getTime() + 20 * minute);
});

async function signIn(name: string): Promise<Caller> {
  const browser = town.browser();
  await browser.call(api.signIn, { sign_in_name: name, password: samplePassword });
  return browser;
}

async function signInStaff(name: string): Promise<Caller> {
  const browser = await signIn(name);
  await browser.call(api.verifyTotp, { code: await nextCode(name) });
  return browser;
}

describe('signing in', () => {
  test('opens a session with a cookie that no script reads, and shows who one is', async () => {
    const browser = town.browser();
    const input = { sign_in_name: ' ＫＯＧＡ ', password: samplePassword };
    const response = await browser.fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    expect(response.headers.get('set-cookie')).toMatch(
      /^kanaeau_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const answer = (await response.json()) as Record<string, unknown>;
    expect(answer).toMatchObject({ account: town.id('account:koga'), second_factor: 'none' });
    expect(answer).not.toHaveProperty('secret_session');
    const me = await browser.call(api.readMe, {});
    expect(me).toMatchObject({
      account: { sign_in_name: 'koga', name: '古賀（見本）' },
      role: 'visitor',
      current: { id: town.id('post:koga'), district: { name: '鳥飼' } },
      districts: [{ name: '鳥飼' }],
      town: { code: '402036', name: '久留米市', sample: true, empty: false },
      today: '2026-02-02',
      second_factor: 'none',
      finishing: false,
    });
  });

  test('over TLS keeps the cookie to TLS', async () => {
    const response = await town.anonymous.fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https' },
      body: JSON.stringify({ sign_in_name: 'koga', password: samplePassword }),
    });
    expect(response.headers.get('set-cookie')).toContain('; Secure');
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-kanaeau_session=/);
  });

  test('tells an unknown name and a wrong password in the same words, after the same work', async () => {
    const answers = [];
    for (const sign_in_name of ['koga', 'nobody-at-all']) {
      const started = performance.now();
      const refused = await expectRefusal(
        town.anonymous.call(api.signIn, { sign_in_name, password: 'not the password' }),
        'invalid',
      );
      answers.push({ message: refused.message, fields: refused.fields, ms: performance.now() - started });
    }
    expect(answers[0]?.message).toBe(answers[1]?.message);
    expect(answers[0]?.fields).toEqual(answers[1]?.fields);
    expect(answers[1]?.ms).toBeGreaterThan((answers[0]?.ms ?? 0) / 4);
  });

  test.each(['furukawa', 'nobody-else'])(
    'locks %s out after five failures, and lets go after a quarter of an hour',
    async (sign_in_name) => {
      const wrong = { sign_in_name, password: 'not the password' };
      for (let i = 0; i < 5; i++) await expectRefusal(town.anonymous.call(api.signIn, wrong), 'invalid');
      const locked = await expectRefusal(
        town.anonymous.call(api.signIn, { sign_in_name, password: samplePassword }),
        'locked_out',
      );
      expect(locked.message).toContain('15分');
      town.clock.now = new Date(town.clock.now.getTime() + 16 * minute);
      const after = town.anonymous.call(api.signIn, { sign_in_name, password: samplePassword });
      if (sign_in_name === 'furukawa') await expect(after).resolves.toMatchObject({ second_factor: 'none' });
      else await expectRefusal(after, 'invalid');
    },
  );

  test('counts every one of many attempts at once', async () => {
    const attempts = Array.from({ length: 40 }, () =>
      town.anonymous
        .call(api.signIn, { sign_in_name: 'sakai', password: 'guess' })
        .catch((e: { code: string }) => e.code),
    );
    const codes = (await Promise.all(attempts)) as string[];
    expect(codes.filter((code) => code === 'invalid').length).toBeLessThanOrEqual(5);
    expect(codes.filter((code) => !['invalid', 'too_many', 'locked_out'].includes(code))).toEqual([]);
  });

  test('leaves no trace of the password in the audit trail, only that it happened', async () => {
    const before = await town.look<{ input_hash: Buffer }>(
      "select input_hash from audit_inbox where word = 'session.opened' and outcome = 'invalid'",
    );
    expect(before.length).toBeGreaterThan(6);
    expect(new Set(before.map((row) => row.input_hash.toString('hex'))).size).toBe(1);
  });

  test('ends with signing out', async () => {
    const browser = await signIn('koga');
    await browser.call(api.signOut, {});
    expect((await browser.call(api.readMe, {})).account).toBeNull();
    await expectRefusal(browser.call(api.listSessions, {}), 'not_signed_in');
  });

  test('ends by itself: half a day for staff, 30 days for a volunteer', async () => {
    const [staff, volunteer] = [await signInStaff('tsutsumi'), await signIn('koga')];
    town.clock.now = new Date(town.clock.now.getTime() + 13 * 60 * minute);
    expect((await staff.call(api.readMe, {})).account).toBeNull();
    expect((await volunteer.call(api.readMe, {})).account).not.toBeNull();
    town.clock.now = new Date(town.clock.now.getTime() + 30 * 24 * 60 * minute);
    expect((await volunteer.call(api.readMe, {})).account).toBeNull();
    town.clock.now = new Date('2026-02-02T10:00:00+09:00');
  });
});

describe('a second factor', () => {
  test('is asked of staff before anything opens, and opens it', async () => {
    const browser = await signIn('shiraishi');
    expect(await browser.call(api.readMe, {})).toMatchObject({
      second_factor: 'needed',
      factors: { totp: true, passkeys: 0 },
    });
    await expectRefusal(browser.call(api.listAccounts, {}), 'second_factor_needed');
    await expectRefusal(browser.call(api.listSessions, {}), 'second_factor_needed');
    await browser.call(api.verifyTotp, { code: await nextCode('shiraishi') });
    expect((await browser.call(api.readMe, {})).second_factor).toBe('done');
    expect((await browser.call(api.listAccounts, {})).accounts.length).toBeGreaterThan(10);
  });

  test('is a code that works once', async () => {
    const code = await nextCode('ogata');
    await (await signIn('ogata')).call(api.verifyTotp, { code });
    const again = await signIn('ogata');
    const refused = await expectRefusal(again.call(api.verifyTotp, { code }), 'invalid');
    expect(refused.fields).toHaveProperty('code');
    expect((await again.call(api.readMe, {})).second_factor).toBe('needed');
  });

  test('locks after five wrong codes, also for the right one', async () => {
    const browser = await signIn('nakajima');
    for (let i = 0; i < 5; i++)
      await expectRefusal(browser.call(api.verifyTotp, { code: '000000' }), 'invalid');
    await expectRefusal(browser.call(api.verifyTotp, { code: await nextCode('nakajima') }), 'locked_out');
  });

  test('is set up for the first time after the password alone, and asked for from then on', async () => {
    const browser = await signIn('koga');
    const begun = await browser.call(api.beginTotp, {});
    expect(begun.secret_qr).toContain('<svg');
    expect(begun.secret_address).toContain('otpauth://totp/');
    const secret = begun.secret_text ?? '';
    await expectRefusal(browser.call(api.confirmTotp, { code: '000000' }), 'invalid');
    await browser.call(api.confirmTotp, { code: totpAt(secret) });
    expect((await browser.call(api.readMe, {})).second_factor).toBe('done');
    const other = await signIn('koga');
    expect((await other.call(api.readMe, {})).second_factor).toBe('needed');
    await expectRefusal(other.call(api.beginTotp, {}), 'second_factor_needed');
    await expectRefusal(other.call(api.removeTotp, {}), 'second_factor_needed');
    await browser.call(api.removeTotp, {});
    expect((await (await signIn('koga')).call(api.readMe, {})).second_factor).toBe('none');
  });

  test('keeps its secret sealed', async () => {
    const rows = await town.look<{ totp_secret: Buffer }>(
      'select totp_secret from account_secrets where totp_secret is not null',
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.some((row) => row.totp_secret.includes(sampleAuthenticator))).toBe(false);
    expect(new Set(rows.map((row) => row.totp_secret.toString('hex'))).size).toBe(rows.length);
  });

  test('cannot be taken away from staff altogether', async () => {
    const browser = await signInStaff('eguchi');
    const refused = await expectRefusal(browser.call(api.removeTotp, {}), 'refused');
    expect(refused.message).toContain('最後の一つ');
    expect((await browser.call(api.readFactors, {})).totp).toBe(true);
  });
});

describe('a passkey', () => {
  test('is registered, signs in without a password, and stands for the second factor', async () => {
    const authenticator = openVirtualAuthenticator(origin);
    const browser = await signInStaff('noda');
    await addPasskey(browser, authenticator);
    const other = town.browser();
    const { ceremony, secret_options } = await other.call(api.beginPasskeySignIn, {});
    const response = authenticator.authenticate(secret_options ?? { challenge: '' });
    const opened = await other.call(api.finishPasskeySignIn, { ceremony, response });
    expect(opened).toMatchObject({ account: town.id('account:noda'), second_factor: 'done' });
    await expectRefusal(other.call(api.finishPasskeySignIn, { ceremony, response }), 'invalid');
    const third = await signIn('noda');
    const check = await third.call(api.beginPasskeyCheck, {});
    expect(check.secret_options?.allowCredentials).toHaveLength(1);
    const signed = authenticator.authenticate(check.secret_options ?? { challenge: '' });
    await third.call(api.finishPasskeyCheck, { ceremony: check.ceremony, response: signed });
    expect((await third.call(api.readMe, {})).second_factor).toBe('done');
    const [passkey] = (await third.call(api.readFactors, {})).passkeys;
    await third.call(api.removePasskey, { id: passkey?.id ?? '' });
    expect((await third.call(api.readFactors, {})).passkeys).toEqual([]);
  });

  test('that nobody has registered, or that another account has, opens nothing', async () => {
    const stranger = openVirtualAuthenticator(origin);
    const { ceremony, secret_options } = await town.anonymous.call(api.beginPasskeySignIn, {});
    const response = stranger.authenticate(secret_options ?? { challenge: '' });
    await expectRefusal(town.anonymous.call(api.finishPasskeySignIn, { ceremony, response }), 'invalid');
    const [own, others] = [openVirtualAuthenticator(origin), openVirtualAuthenticator(origin)];
    await addPasskey(await signIn('furukawa'), own);
    await addPasskey(await signIn('kusano-lead'), others);
    const browser = await signIn('furukawa');
    const check = await browser.call(api.beginPasskeyCheck, {});
    const signed = others.authenticate(check.secret_options ?? { challenge: '' });
    await expectRefusal(
      browser.call(api.finishPasskeyCheck, { ceremony: check.ceremony, response: signed }),
      'invalid',
    );
  });
});

async function addPasskey(browser: Caller, authenticator: ReturnType<typeof openVirtualAuthenticator>) {
  const { ceremony, secret_options } = await browser.call(api.beginPasskey, {});
  const response = authenticator.register(secret_options ?? { challenge: '' });
  await browser.call(api.addPasskey, { id: mintId(), ceremony, name: '私の鍵', response });
}
