import { beforeEach, describe, expect, test } from 'vitest';
import { operations } from '#domains/index.ts';
import { listHouseholds } from '#domains/parties/api.ts';
import { perform } from '#platform/perform.ts';
import { mintId } from '#platform/uuid.ts';
import { type Caller, expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { samplePassword } from './fixtures.ts';
import { operatorPost } from './model.ts';

const town = await openTown('cast');
const admin = town.as('shiraishi');
const { id } = town;
const password = 'かき みかん くり なし';

beforeEach(() => {
  town.clock.now = new Date('2026-02-02T10:00:00+09:00');
});

function person(sign_in_name: string) {
  return { id: mintId(), sign_in_name, name: '見本 花子', kana: 'みほん はなこ' };
}

async function signIn(name: string, typed = samplePassword): Promise<Caller> {
  const browser = town.browser();
  await browser.call(api.signIn, { sign_in_name: name, password: typed });
  return browser;
}

describe('an invitation', () => {
  test('is a printed code that works once, however it is typed, and signs in', async () => {
    const invited = person('hanako');
    const { secret_code } = await admin.call(api.inviteAccount, invited);
    expect(secret_code).toMatch(/^(\w{4}-){3}\w{4}$/);
    await expectRefusal(town.anonymous.call(api.signIn, { sign_in_name: 'hanako', password }), 'invalid');
    const code = (secret_code ?? '').toLowerCase().replaceAll('-', ' ');
    const browser = town.browser();
    await browser.call(api.acceptInvitation, { code, password });
    expect((await browser.call(api.readMe, {})).account).toMatchObject({
      id: invited.id,
      sign_in_name: 'hanako',
    });
    await expectRefusal(town.anonymous.call(api.acceptInvitation, { code, password }), 'invalid');
    await signIn('hanako', password);
  });

  test('is shown once: the same call again shows nothing', async () => {
    const [invited, call] = [person('once'), mintId()];
    expect((await admin.call(api.inviteAccount, invited, call)).secret_code).not.toBeNull();
    expect(await admin.call(api.inviteAccount, invited, call)).toEqual({ id: invited.id, secret_code: null });
  });

  test('is good for 14 days, and a new one voids the old', async () => {
    const invited = person('late');
    const first = (await admin.call(api.inviteAccount, invited)).secret_code ?? '';
    const second = (await admin.call(api.renewInvitation, { id: invited.id })).secret_code ?? '';
    await expectRefusal(town.anonymous.call(api.acceptInvitation, { code: first, password }), 'invalid');
    town.clock.now = new Date('2026-02-16T10:00:01+09:00');
    const refused = await expectRefusal(
      town.anonymous.call(api.acceptInvitation, { code: second, password }),
      'invalid',
    );
    expect(refused.fields.code).toContain('14日');
  });

  test('is locked after five tries, without saying whether there is one', async () => {
    const code = (await admin.call(api.inviteAccount, person('few-tries'))).secret_code ?? '';
    const wrong = `${code.slice(0, 4)}-0000-0000-0000`;
    for (let i = 0; i < 5; i++)
      await expectRefusal(town.anonymous.call(api.acceptInvitation, { code: wrong, password }), 'invalid');
    await expectRefusal(town.anonymous.call(api.acceptInvitation, { code, password }), 'locked_out');
  });

  test.each([
    ['short', 'みじかい', '10文字'],
    ['the sign-in name', 'my-name-is-easy-pw-1', 'サインイン名'],
    ['one sign', 'aaaaaaaaaaaaaaa', '同じ文字'],
  ])('takes no password that is %s', async (what, easy, says) => {
    const invited = person(what === 'the sign-in name' ? 'easy-pw' : `pw-${easy.length}`);
    const code = (await admin.call(api.inviteAccount, invited)).secret_code ?? '';
    const refused = await expectRefusal(
      town.anonymous.call(api.acceptInvitation, { code, password: easy }),
      'invalid',
    );
    expect(refused.fields.password).toContain(says);
    await town.anonymous.call(api.acceptInvitation, { code, password });
  });

  test('renewed is the way back after a forgotten password and a lost second factor', async () => {
    const before = await signIn('eguchi');
    expect((await before.call(api.readMe, {})).factors.totp).toBe(true);
    const renewed = { id: id('account:eguchi'), forgets_factor: true };
    const { secret_code } = await admin.call(api.renewInvitation, renewed);
    const browser = town.browser();
    await browser.call(api.acceptInvitation, { code: secret_code ?? '', password });
    expect(await browser.call(api.readMe, {})).toMatchObject({
      second_factor: 'needed',
      factors: { totp: false },
    });
    expect((await before.call(api.readMe, {})).account).toBeNull();
    await expectRefusal(browser.call(listHouseholds, {}), 'second_factor_needed');
  });

  test('is renewed by the operator of the terminal, when no administrator can sign in any more', async () => {
    const bound = operations.find(({ name }) => name === 'renewInvitation');
    if (!bound) throw new Error('not bound');
    const renewed = { id: id('account:noda'), forgets_factor: true };
    const credential = { kind: 'post', post: operatorPost } as const;
    const answer = (await perform(town.database, bound, credential, renewed, mintId())) as {
      secret_code: string;
    };
    const accepted = { code: answer.secret_code, password };
    expect(await town.anonymous.call(api.acceptInvitation, accepted)).toMatchObject({ account: renewed.id });
  });

  test('is not sent under a name that is taken or unreadable', async () => {
    const taken = await expectRefusal(admin.call(api.inviteAccount, person('koga')), 'refused');
    expect(taken.fields).toHaveProperty('sign_in_name');
    await expectRefusal(admin.call(api.inviteAccount, person('こが')), 'invalid');
    const device = { ...person('device'), authenticator: 'not base32!' };
    expect((await expectRefusal(admin.call(api.inviteAccount, device), 'invalid')).fields).toHaveProperty(
      'authenticator',
    );
  });
});

describe('a closed account', () => {
  test('loses sessions, tokens and posts at once, and cannot sign in', async () => {
    const browser = await signIn('sakai');
    const { secret_token } = await browser.call(api.createToken, { id: mintId(), name: 'program' });
    const program = town.bearing(secret_token ?? '');
    await program.call(listHouseholds, {});
    await expectRefusal(
      admin.call(api.closeAccount, { id: id('account:shiraishi'), reason: '異動' }),
      'refused',
    );
    await admin.call(api.closeAccount, { id: id('account:sakai'), reason: '転出' });
    expect((await browser.call(api.readMe, {})).account).toBeNull();
    await expectRefusal(program.call(listHouseholds, {}), 'not_signed_in');
    await expectRefusal(
      town.anonymous.call(api.signIn, { sign_in_name: 'sakai', password: samplePassword }),
      'invalid',
    );
    await expectRefusal(
      admin.call(api.closeAccount, { id: id('account:sakai'), reason: '二度目' }),
      'not_found',
    );
    await expectRefusal(admin.call(api.renewInvitation, { id: id('account:sakai') }), 'not_found');
    const { accounts } = await admin.call(api.listAccounts, { state: 'closed' });
    expect(accounts).toMatchObject([{ id: id('account:sakai'), state: 'closed', posts: [] }]);
  });
});

describe('the list of accounts', () => {
  test('is in ふりがな order, pages by key, finds by name, kana and sign-in name, and hides the operator', async () => {
    const names: string[] = [];
    let after: string | undefined;
    do {
      const page = await admin.call(api.listAccounts, { after, limit: 7 });
      names.push(...page.accounts.map((a) => a.sign_in_name));
      after = page.next ?? undefined;
    } while (after);
    expect(names.length).toBeGreaterThan(50);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('operator');
    for (const search of ['田中', 'たなか', 'タナカ', 'TANA']) {
      const found = (await admin.call(api.listAccounts, { search })).accounts;
      expect(found.map((a) => a.sign_in_name)).toEqual(['tanaka']);
      expect(found[0]?.posts.map((p) => p.role)).toEqual(['commissioner', 'visitor']);
    }
    expect((await admin.call(api.listAccounts, { search: '100%' })).accounts).toEqual([]);
  });
});

describe('a token', () => {
  test('opens one post, is shown once, listed without it, and can be ended', async () => {
    const browser = await signIn('tanaka');
    await browser.call(api.switchPost, { post: id('post:tanaka-visitor') });
    const made = { id: mintId(), name: '集計の道具', days: 30 };
    const { secret_token } = await browser.call(api.createToken, made);
    const program = town.bearing(secret_token ?? '');
    await browser.call(api.switchPost, { post: id('post:tanaka') });
    expect(await program.call(api.readMe, {})).toMatchObject({
      role: 'visitor',
      current: { id: id('post:tanaka-visitor') },
    });
    await expectRefusal(program.call(api.switchPost, { post: id('post:tanaka') }), 'not_allowed');
    const change = { old_password: samplePassword, new_password: password };
    await expectRefusal(program.call(api.createToken, { id: mintId(), name: 'x' }), 'not_allowed');
    await expectRefusal(program.call(api.beginTotp, {}), 'not_allowed');
    await expectRefusal(program.call(api.changePassword, change), 'not_allowed');
    const { tokens } = await browser.call(api.listTokens, {});
    expect(tokens.find((token) => token.id === made.id)).toMatchObject({
      name: '集計の道具',
      post_id: id('post:tanaka-visitor'),
    });
    expect(JSON.stringify(tokens)).not.toContain(secret_token);
    await browser.call(api.endToken, { id: made.id });
    await expectRefusal(program.call(listHouseholds, {}), 'not_signed_in');
  });

  test('expires, and nobody else can end it', async () => {
    const browser = await signIn('tanaka');
    const made = { id: mintId(), name: '短い鍵', days: 1 };
    const { secret_token } = await browser.call(api.createToken, made);
    await expectRefusal((await signIn('koga')).call(api.endToken, { id: made.id }), 'not_found');
    town.clock.now = new Date('2026-02-03T10:00:01+09:00');
    await expectRefusal(town.bearing(secret_token ?? '').call(listHouseholds, {}), 'not_signed_in');
  });
});

describe('one’s own account', () => {
  test('changes its password, and every other session ends', async () => {
    const [here, there] = [await signIn('furukawa'), await signIn('furukawa')];
    const change = { old_password: 'not this', new_password: password };
    expect((await expectRefusal(here.call(api.changePassword, change), 'invalid')).fields).toHaveProperty(
      'old_password',
    );
    const easy = { old_password: samplePassword, new_password: 'furukawa-12345' };
    expect((await expectRefusal(here.call(api.changePassword, easy), 'invalid')).fields).toHaveProperty(
      'new_password',
    );
    await here.call(api.changePassword, { ...change, old_password: samplePassword });
    expect((await here.call(api.readMe, {})).account).not.toBeNull();
    expect((await there.call(api.readMe, {})).account).toBeNull();
    await signIn('furukawa', password);
  });

  test('lists where it is signed in, and ends one of them', async () => {
    const [here, there] = [await signIn('kusano-lead'), await signIn('kusano-lead')];
    const { sessions } = await here.call(api.listSessions, {});
    expect(sessions.filter((s) => s.current)).toHaveLength(1);
    const other = sessions.find((s) => !s.current);
    await expectRefusal((await signIn('koga')).call(api.endSession, { id: other?.id ?? '' }), 'not_found');
    await here.call(api.endSession, { id: other?.id ?? '' });
    expect((await there.call(api.readMe, {})).account).toBeNull();
  });
});
