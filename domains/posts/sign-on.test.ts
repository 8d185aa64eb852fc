import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openSignOn, readSignOn } from '#platform/credentials/sign-on.ts';
import { clientId, clientSecret, openProvider } from '../../test/sign-on-provider.ts';
import { type Caller, expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { samplePassword } from './fixtures.ts';

const town = await openTown('cast');
const provider = await openProvider();
const folder = mkdtempSync(join(tmpdir(), 'sign-on-'));
const secretFile = join(folder, 'secret');
writeFileSync(secretFile, `${clientSecret}\n`);
const env = {
  KANAEAU_OIDC_ISSUER: provider.issuer,
  KANAEAU_OIDC_CLIENT_ID: clientId,
  KANAEAU_OIDC_CLIENT_SECRET_FILE: secretFile,
  KANAEAU_OIDC_NAME: '見本市 職員認証',
};
afterAll(() => {
  openSignOn(null);
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  provider.spoil = 'nothing';
  openSignOn(readSignOn(env));
  town.clock.now = new Date(town.clock.now.getTime() + 20 * 60_000);
});

/** Goes to the provider as a browser does, and comes back with its answer. */
async function visit(address: string | null): Promise<string> {
  const response = await fetch(address ?? '', { redirect: 'manual' });
  const back = new URL(response.headers.get('location') ?? '');
  expect(back.origin + back.pathname).toBe('http://localhost:3000/sign-in/return');
  return back.search.slice(1);
}

async function signOn(browser: Caller = town.browser(), code?: string) {
  town.clock.now = new Date(town.clock.now.getTime() + 1000);
  const { ceremony, secret_address } = await browser.call(api.askSignOn, { ...(code && { code }) });
  const answer = await visit(secret_address);
  return { browser, opened: await browser.call(api.finishSignOn, { ceremony, answer }) };
}

async function link(sign_in_name: string, sub: string): Promise<Caller> {
  provider.person = { sub };
  const browser = town.browser();
  await browser.call(api.signIn, { sign_in_name, password: samplePassword });
  const { ceremony, secret_address } = await browser.call(api.askSignOnLink, {});
  await browser.call(api.linkSignOn, { ceremony, answer: await visit(secret_address) });
  return browser;
}

test('is offered only where it is configured, and a half configuration stops the start', async () => {
  expect((await town.anonymous.call(api.readMe, {})).sign_on).toBe('見本市 職員認証');
  openSignOn(readSignOn({}));
  expect((await town.anonymous.call(api.readMe, {})).sign_on).toBeNull();
  await expectRefusal(town.anonymous.call(api.askSignOn, {}), 'refused');
  expect(() => readSignOn({ KANAEAU_OIDC_ISSUER: provider.issuer })).toThrow('設定が足りません');
  expect(() => readSignOn({ ...env, KANAEAU_OIDC_ISSUER: 'http://sso.example.jp' })).toThrow('https://');
});

test('somebody the service vouches for is nobody here until a signed-in person has linked them', async () => {
  provider.person = { sub: 'koga-at-work' };
  expect((await expectRefusal(signOn(), 'invalid')).message).toContain('結び付いていません');
  const browser = await link('koga', 'koga-at-work');
  expect((await browser.call(api.readFactors, {})).sign_on_since).not.toBeNull();
  const { browser: later, opened } = await signOn();
  expect(opened).toMatchObject({ account: town.id('account:koga'), second_factor: 'none' });
  expect(opened).not.toHaveProperty('secret_session', expect.any(String));
  expect((await later.call(api.readMe, {})).account?.sign_in_name).toBe('koga');
  const [entry] = (
    await town.as('shiraishi').call(api.listSignIns, { account: town.id('account:koga'), limit: 1 })
  ).sign_ins;
  expect(entry).toMatchObject({ way: 'sign_on', outcome: 'opened' });
});

test('a subject leads to one account, and an account has one subject', async () => {
  await link('furukawa', 'furukawa-at-work');
  await expectRefusal(link('sakai', 'furukawa-at-work'), 'refused');
  await expectRefusal(link('furukawa', 'another-subject'), 'refused');
});

test('a link that its person has ended leads nowhere', async () => {
  const browser = await link('sakai', 'sakai-at-work');
  await signOn();
  await browser.call(api.unlinkSignOn, {});
  await expectRefusal(signOn(), 'invalid');
  await expectRefusal(browser.call(api.unlinkSignOn, {}), 'not_found');
});

test('staff still show a second factor, unless a word of the service is trusted to say that they did', async () => {
  const { secret_code } = await town.as('shiraishi').call(api.renewInvitation, {
    id: town.id('account:tsutsumi'),
  });
  provider.person = { sub: 'tsutsumi-at-work', amr: ['pwd', 'mfa'] };
  const { opened } = await signOn(undefined, secret_code ?? '');
  expect(opened).toMatchObject({ account: town.id('account:tsutsumi'), second_factor: 'needed' });
  openSignOn(readSignOn({ ...env, KANAEAU_OIDC_TRUSTED: 'hwk mfa' }));
  expect((await signOn()).opened.second_factor).toBe('done');
  provider.person = { sub: 'tsutsumi-at-work', amr: ['pwd'] };
  expect((await signOn()).opened.second_factor).toBe('needed');
});

test('an invitation’s code links once, and a wrong one does not', async () => {
  const { secret_code } = await town.as('shiraishi').call(api.renewInvitation, {
    id: town.id('account:noda'),
  });
  provider.person = { sub: 'noda-at-work' };
  await expectRefusal(signOn(undefined, 'AAAA-AAAA-AAAA-AAAA'), 'invalid');
  await signOn(undefined, secret_code ?? '');
  await expectRefusal(signOn(undefined, secret_code ?? ''), 'invalid');
});

test.each(['signature', 'nonce', 'audience', 'issuer'] as const)(
  'an ID token with a wrong %s opens nothing',
  async (part) => {
    provider.person = { sub: 'koga-at-work' };
    await signOn();
    provider.spoil = part;
    expect((await expectRefusal(signOn(), 'invalid')).message).toContain('確かめられませんでした');
  },
);

test('an answer is good once, only to its own question, and only for ten minutes', async () => {
  provider.person = { sub: 'koga-at-work' };
  const browser = town.browser();
  const one = await browser.call(api.askSignOn, {});
  const other = await browser.call(api.askSignOn, {});
  const answer = await visit(one.secret_address);
  await expectRefusal(browser.call(api.finishSignOn, { ceremony: other.ceremony, answer }), 'invalid');
  await browser.call(api.finishSignOn, { ceremony: one.ceremony, answer });
  await expectRefusal(town.anonymous.call(api.finishSignOn, { ceremony: one.ceremony, answer }), 'invalid');
  const late = await town.anonymous.call(api.askSignOn, {});
  const lateAnswer = await visit(late.secret_address);
  town.clock.now = new Date(town.clock.now.getTime() + 11 * 60_000);
  await expectRefusal(
    town.anonymous.call(api.finishSignOn, { ceremony: late.ceremony, answer: lateAnswer }),
    'invalid',
  );
});

test('an answer to one person’s question links nobody else', async () => {
  const browser = town.browser();
  await browser.call(api.signIn, { sign_in_name: 'kusano-lead', password: samplePassword });
  provider.person = { sub: 'stolen' };
  const { ceremony, secret_address } = await browser.call(api.askSignOnLink, {});
  const answer = await visit(secret_address);
  const stranger = town.browser();
  await stranger.call(api.signIn, { sign_in_name: 'tanaka', password: samplePassword });
  await expectRefusal(stranger.call(api.linkSignOn, { ceremony, answer }), 'invalid');
  await expectRefusal(town.anonymous.call(api.finishSignOn, { ceremony, answer }), 'invalid');
});

test('who came in over the service is sent to its sign-out, and nobody else is', async () => {
  provider.person = { sub: 'koga-at-work' };
  const { browser } = await signOn();
  const { sign_on_exit } = await browser.call(api.signOut, {});
  expect(new URL(sign_on_exit ?? '').searchParams.get('post_logout_redirect_uri')).toBe(
    'http://localhost:3000/sign-in',
  );
  const other = town.browser();
  await other.call(api.signIn, { sign_in_name: 'koga', password: samplePassword });
  expect((await other.call(api.signOut, {})).sign_on_exit).toBeNull();
});

test('no transaction waits for the service, from the first question to the sign-out', async () => {
  const waiting: number[] = [];
  provider.listener = async () => {
    const [row] = await town.look<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
    );
    waiting.push(row?.n ?? -1);
  };
  openSignOn(readSignOn(env));
  provider.person = { sub: 'koga-at-work' };
  const { browser } = await signOn();
  await browser.call(api.signOut, {});
  provider.listener = null;
  expect(waiting.length).toBeGreaterThan(2);
  expect(new Set(waiting)).toEqual(new Set([0]));
});

test('an administrator ends the link of somebody else, and nobody without that post does', async () => {
  const id = town.id('account:koga');
  const linked = async () => (await town.as('shiraishi').call(api.listAccounts, { id })).accounts[0]?.sign_on;
  expect(await linked()).toBe(true);
  await expectRefusal(town.as('furukawa').call(api.endSignOnOf, { id }), 'not_allowed');
  await town.as('shiraishi').call(api.endSignOnOf, { id });
  expect(await linked()).toBe(false);
  provider.person = { sub: 'koga-at-work' };
  await expectRefusal(signOn(), 'invalid');
  await expectRefusal(town.as('shiraishi').call(api.endSignOnOf, { id }), 'not_found');
});

test('a service that cannot be reached is said in a sentence, and the password still opens', async () => {
  openSignOn(readSignOn({ ...env, KANAEAU_OIDC_ISSUER: 'http://127.0.0.1:9' }));
  expect((await expectRefusal(town.anonymous.call(api.askSignOn, {}), 'refused')).message).toContain(
    'つながりません',
  );
  const browser = town.browser();
  await expect(
    browser.call(api.signIn, { sign_in_name: 'koga', password: samplePassword }),
  ).resolves.toBeDefined();
});
