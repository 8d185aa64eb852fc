import { test } from 'vitest';
import { samplePassword } from '#domains/posts/fixtures.ts';
import { totpAt } from '#platform/credentials/totp.ts';
import { nextCode } from '../authenticator.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, type Visitor } from './browser.ts';

const town = await openTown('cast');
const base = await serveTown(town);

async function fill(visitor: Visitor, label: RegExp, text: string) {
  await visitor.tabTo(label);
  await visitor.type(text);
}

test('a wrong password is answered in words, five of them lock, and the right one opens today', async () => {
  const visitor = await openBrowser(base);
  await visitor.open('/households');
  await visitor.page.getByRole('heading', { level: 1, name: 'サインイン' }).waitFor();
  await visitor.expectAccessible('posts-sign-in');
  await fill(visitor, /^サインイン名/, 'koga');
  await fill(visitor, /^パスワード/, 'not the password');
  await visitor.press('Enter');
  await visitor.page.getByText('組み合わせを確かめられませんでした').first().waitFor();
  await visitor.expectAccessible('posts-sign-in-refused');
  await fill(visitor, /^パスワード/, samplePassword);
  await visitor.press('Enter');
  await visitor.page.waitForURL('**/households');
  await visitor.page.getByRole('button', { name: /古賀/ }).waitFor();
});

test('an administrator shows a second factor, invites somebody, gives a post, re-appoints and ends it', async () => {
  const visitor = await openBrowser(base);
  const { page } = visitor;
  await visitor.open('/sign-in?to=/admin/accounts');
  await fill(visitor, /^サインイン名/, 'shiraishi');
  await fill(visitor, /^パスワード/, samplePassword);
  await visitor.press('Enter');
  await page.getByRole('heading', { level: 1, name: '二段階目の確認' }).waitFor();
  await visitor.expectAccessible('posts-second-factor');
  await fill(visitor, /^確認コード/, await nextCode('shiraishi'));
  await visitor.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'アカウント' }).waitFor();
  await visitor.expectAccessible('posts-accounts');

  await visitor.tabTo('人を招待する');
  await visitor.press('Enter');
  await page.getByRole('heading', { level: 1, name: '人を招待する' }).waitFor();
  await fill(visitor, /^名前/, '見本 花子');
  await fill(visitor, /^ふりがな/, 'みほん はなこ');
  await fill(visitor, /^サインイン名/, 'hanako');
  await visitor.tabTo('招待コードを作る');
  await visitor.press('Enter');
  const code = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent();
  await visitor.expectAccessible('posts-invited');

  await visitor.tabTo('続けて役割を渡す');
  await visitor.press('Enter');
  await page.getByRole('heading', { level: 1, name: /見本 花子さんに/ }).waitFor();
  await choose(visitor, /^役割の種類/, 'visitor');
  await choose(visitor, /^校区/, town.id('district:草野'));
  await choose(visitor, /^所属する団体/, town.id('body:草野'));
  await visitor.tabTo(/^終わりの日/);
  await visitor.page.locator(':focus').fill('2026-03-31');
  await visitor.expectAccessible('posts-give');
  await visitor.tabTo('役割を渡す');
  await visitor.press('Enter');
  await page.getByText('役割を渡しました').waitFor();
  await visitor.expectAccessible('posts-account');

  await visitor.tabTo(/ふれあいの会 会員・草野/);
  await visitor.press('Enter');
  await page.getByRole('heading', { level: 2, name: '再任する' }).waitFor();
  await visitor.expectAccessible('posts-post');
  await visitor.tabTo(/^次の任期の終わりの日/);
  await visitor.page.locator(':focus').fill('2028-03-31');
  await visitor.tabTo('再任する');
  await visitor.press('Enter');
  await page.getByText('再任しました').waitFor();
  await page.getByText('2028年3月31日').first().waitFor();

  const invited = await openBrowser(base, { width: 390, height: 844 });
  await invited.open('/invitation');
  await invited.expectAccessible('posts-invitation-narrow');
  await fill(invited, /^招待コード/, (code ?? '').toLowerCase());
  await fill(invited, /^新しいパスワード/, 'かき みかん くり なし');
  await invited.press('Enter');
  await invited.page.getByText('パスワードを決めました').waitFor();

  await page.getByLabel('今すぐ終える').focus();
  await visitor.press('Space');
  await fill(visitor, /^理由/, '転居のため');
  await visitor.tabTo('この役割を終える');
  await visitor.press('Enter');
  await page.getByText('見本 花子さんの役割を終えました').waitFor();
  await visitor.expectAccessible('posts-ended');
  await visitor.open('/admin/posts');
  await visitor.expectAccessible('posts-posts');
  await invited.open('/households');
  await invited.page
    .getByText('今の役割では')
    .or(invited.page.getByText('任期は終わりました'))
    .first()
    .waitFor();
});

test('a volunteer sets up codes, a passkey and a program’s key, and signs in with the passkey alone', async () => {
  const visitor = await openBrowser(base, { width: 390, height: 844 });
  const { page } = visitor;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await visitor.open('/sign-in?to=/me/security');
  await fill(visitor, /^サインイン名/, 'sakai');
  await fill(visitor, /^パスワード/, samplePassword);
  await visitor.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'サインインの設定' }).waitFor();
  await visitor.expectAccessible('posts-security-narrow');
  await visitor.tabTo('確認コードを登録する');
  await visitor.press('Enter');
  const secret = (await page.locator('code').first().textContent())?.replaceAll(' ', '') ?? '';
  await visitor.expectAccessible('posts-totp-narrow');
  await fill(visitor, /^確認コード/, totpAt(secret));
  await visitor.press('Enter');
  await page.getByText('確認コードを登録しました').waitFor();
  await visitor.tabTo('パスキーを登録する');
  await visitor.press('Enter');
  await page.getByText('パスキーを登録しました').waitFor();
  await fill(visitor, /^鍵の名前/, '集計の道具');
  await visitor.tabTo(/の鍵を作る$/);
  await visitor.press('Enter');
  await page.getByText('鍵ができました').waitFor();
  await visitor.expectAccessible('posts-security-set-narrow');

  await page.context().clearCookies();
  await visitor.open('/sign-in?to=/me/security');
  await visitor.tabTo('パスキーでサインインする');
  await visitor.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'サインインの設定' }).waitFor();
});

async function choose(visitor: Visitor, label: RegExp, value: string) {
  await visitor.tabTo(label);
  await visitor.page.locator(':focus').selectOption(value);
}
