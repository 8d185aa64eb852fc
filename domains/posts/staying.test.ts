import { describe, expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { nextCode } from '../../test/authenticator.ts';
import { type Caller, expectRefusal, openTown } from '../../test/town.ts';
import { openVirtualAuthenticator } from '../../test/virtual-authenticator.ts';
import * as api from './api.ts';
import { samplePassword } from './fixtures.ts';

const town = await openTown('cast');
const minutes = (n: number) => {
  town.clock.now = new Date(town.clock.now.getTime() + n * 60_000);
};
const days = (n: number) => minutes(n * 1_440);

async function begin(sign_in_name: string): Promise<Caller> {
  const browser = town.browser();
  await browser.call(api.signIn, { sign_in_name, password: samplePassword });
  return browser;
}

async function beginStaff(name = 'shiraishi'): Promise<Caller> {
  const browser = await begin(name);
  await browser.call(api.verifyTotp, { code: await nextCode(name) });
  return browser;
}

const whoIsIn = async (browser: Caller) => (await browser.call(api.readMe, {})).account?.sign_in_name ?? null;

describe('a session that is not used', () => {
  test('ends after an hour in an office, and lives on as long as it is used', async () => {
    const office = await beginStaff();
    const other = await beginStaff();
    for (let n = 0; n < 3; n++) {
      minutes(50);
      expect(await whoIsIn(office)).toBe('shiraishi');
    }
    expect(await whoIsIn(other)).toBeNull();
    await expectRefusal(other.call(api.listPosts, {}), 'not_signed_in');
    const { sessions } = await office.call(api.listSessions, {});
    expect(sessions).toHaveLength(1);
    minutes(61);
    expect(await whoIsIn(office)).toBeNull();
  });

  test('ends after two weeks on a volunteer’s telephone', async () => {
    const phone = await begin('koga');
    days(13);
    expect(await whoIsIn(phone)).toBe('koga');
    days(13);
    expect(await whoIsIn(phone)).toBe('koga');
    // Used or not, it lasts 30 days.
    days(5);
    expect(await whoIsIn(phone)).toBeNull();
    const pocket = await begin('koga');
    days(15);
    expect(await whoIsIn(pocket)).toBeNull();
  });

  test('is noted to the minute, and many calls at once do not stand in one another’s way', async () => {
    const phone = await begin('koga');
    const seen = async () =>
      (
        await town.look<{ at: Date | null }>('select max(seen_at) as at from sessions where ended_at is null')
      )[0]?.at;
    const before = await seen();
    await whoIsIn(phone);
    expect(await seen()).toEqual(before);
    minutes(2);
    const answers = await Promise.all(Array.from({ length: 12 }, () => whoIsIn(phone)));
    expect(answers).toEqual(answers.map(() => 'koga'));
    expect(await seen()).toEqual(town.clock.now);
  });
});

describe('recovery codes', () => {
  test('stand in for the second factor, each of them once, and say how many are left', async () => {
    const office = await beginStaff();
    expect((await office.call(api.readFactors, {})).recovery_left).toBe(0);
    const { secret_codes } = await office.call(api.makeRecoveryCodes, {});
    expect(new Set(secret_codes).size).toBe(10);
    expect(secret_codes?.[0]).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    const [first = '', second = ''] = secret_codes ?? [];
    const kept = await town.look<{ text: string }>('select r::text as text from recovery_codes r');
    expect(kept).toHaveLength(10);
    expect(kept.map(({ text }) => text).join()).not.toContain(first.slice(0, 9));

    const away = await begin('shiraishi');
    await expectRefusal(away.call(api.listAccounts, {}), 'second_factor_needed');
    const typed = first.toLowerCase().replaceAll('-', ' ');
    expect(await away.call(api.verifyRecoveryCode, { code: typed })).toMatchObject({ left: 9 });
    expect((await away.call(api.listAccounts, {})).accounts.length).toBeGreaterThan(1);
    const words = await town.look("select 1 from audit_inbox where word = 'session.recovery_code_used'");
    expect(words).toHaveLength(1);

    const again = await begin('shiraishi');
    await expectRefusal(again.call(api.verifyRecoveryCode, { code: first }), 'invalid');
    expect(await again.call(api.verifyRecoveryCode, { code: second })).toMatchObject({ left: 8 });
    expect((await again.call(api.readFactors, {})).recovery_left).toBe(8);

    await again.call(api.makeRecoveryCodes, {});
    const old = await begin('shiraishi');
    await expectRefusal(old.call(api.verifyRecoveryCode, { code: secret_codes?.[2] ?? '' }), 'invalid');
  });

  test('belong to one account, and five wrong ones lock it', async () => {
    const worker = await beginStaff('nakajima');
    const { secret_codes } = await worker.call(api.makeRecoveryCodes, {});
    const planner = await begin('tsutsumi');
    const code = secret_codes?.[0] ?? '';
    for (let n = 0; n < 5; n++)
      await expectRefusal(planner.call(api.verifyRecoveryCode, { code }), 'invalid');
    await expectRefusal(planner.call(api.verifyRecoveryCode, { code }), 'locked_out');
  });

  test('are made only where there is a factor they stand in for, and go with the last one', async () => {
    const phone = await begin('koga');
    await expectRefusal(phone.call(api.makeRecoveryCodes, {}), 'refused');
    const { ceremony, secret_options } = await phone.call(api.beginPasskey, {});
    if (!secret_options) throw new Error('no options');
    const key = openVirtualAuthenticator('http://localhost:3000');
    const id = mintId();
    await phone.call(api.addPasskey, { id, ceremony, name: '鍵', response: key.register(secret_options) });
    await phone.call(api.makeRecoveryCodes, {});
    expect((await phone.call(api.readFactors, {})).recovery_left).toBe(10);
    await phone.call(api.removePasskey, { id });
    expect((await phone.call(api.readFactors, {})).recovery_left).toBe(0);
  });

  test('are neither made nor used with a program’s key', async () => {
    await expectRefusal(town.as('shiraishi').call(api.makeRecoveryCodes, {}), 'not_allowed');
    await expectRefusal(town.as('shiraishi').call(api.verifyRecoveryCode, { code: 'x' }), 'not_allowed');
  });
});
