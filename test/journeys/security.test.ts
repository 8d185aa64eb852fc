import { expect, test } from 'vitest';
import { samplePassword } from '#domains/posts/fixtures.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import { openSignOn, readSignOn } from '#platform/credentials/sign-on.ts';
import { clientId, openProvider } from '../sign-on-provider.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { choose, fill, follow, keepFile, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const provider = await openProvider();

test('an administrator sees who is signed in, ends it, reads both logs and takes them along', async () => {
  const volunteer = await openBrowser(base, { width: 390, height: 844 });
  await signIn(volunteer, 'koga');
  const desk = await openBrowser(base);
  const { page } = desk;
  await signIn(desk, 'shiraishi');
  await follow(desk, 'サインイン中の人');
  await page.getByRole('heading', { level: 1, name: 'サインイン中の人' }).waitFor();
  await desk.expectAccessible('security-sessions');
  await follow(desk, '古賀（見本）さんをサインアウトさせる');
  await page.getByRole('link', { name: '古賀（見本）' }).waitFor({ state: 'detached' });
  await volunteer.open('/today');
  await volunteer.page.getByRole('heading', { level: 1, name: 'サインイン' }).waitFor();
  await volunteer.expectAccessible('security-sign-in-narrow');

  await follow(desk, 'サインインの記録');
  await page.getByRole('heading', { level: 1, name: 'サインインの記録' }).waitFor();
  await said(desk, '古賀（見本）（koga）');
  await desk.expectAccessible('security-sign-ins');
  await choose(desk, /^結果/, 'shown');
  await follow(desk, '検索');
  await page.waitForURL(/outcome=shown/);
  await page.getByRole('cell', { name: '二段階目を確かめた' }).first().waitFor();
  const file = await keepFile(desk, '全件をCSVで保存（UTF-8）');
  expect(file.name).toMatch(/^サインインの記録_.*\.csv$/);
  expect(file.bytes.toString('utf8')).toContain('白石');

  await sealAudit(town.database);
  await follow(desk, '持ち出しの記録');
  await page.getByRole('heading', { level: 1, name: '持ち出しの記録' }).waitFor();
  await page.getByRole('cell', { name: 'サインインの記録をファイルにする' }).first().waitFor();
  await desk.expectAccessible('security-taken');
}, 240_000);

test('a screen that was left open asks for a proof again before it changes what proves', async () => {
  const volunteer = await openBrowser(base);
  await signIn(volunteer, 'koga');
  const before = town.clock.now;
  town.clock.now = new Date(before.getTime() + 11 * 60_000);
  await volunteer.open('/me/security');
  await said(volunteer, '先に、上の「もう一度の確認」をしてください。');
  await volunteer.expectAccessible('security-prove-again');
  await volunteer.page.setViewportSize({ width: 390, height: 844 });
  await volunteer.expectAccessible('security-prove-again-narrow');
  await fill(volunteer, /^パスワード/, 'ちがう ことば です よ');
  await volunteer.press('Enter');
  await said(volunteer, /パスワードが違います/);
  await volunteer.expectAccessible('security-prove-again-refused-narrow');
  await fill(volunteer, /^パスワード/, samplePassword);
  await volunteer.press('Enter');
  await volunteer.page.getByRole('heading', { name: 'もう一度の確認' }).waitFor({ state: 'detached' });
  town.clock.now = before;
}, 240_000);

test('a forgotten password comes back on paper, and a role is tightened', async () => {
  const desk = await openBrowser(base);
  const { page } = desk;
  await signIn(desk, 'shiraishi');
  await desk.open(`/admin/accounts/${town.id('account:sakai')}`);
  await desk.expectAccessible('security-account');
  await follow(desk, 'パスワードを忘れた人に新しいコードを出す');
  const code = await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).textContent();
  await desk.expectAccessible('security-forgotten');
  await follow(desk, '二段階目の確認の決まり');
  await page.getByRole('heading', { level: 1, name: '二段階目の確認の決まり' }).waitFor();
  await desk.expectAccessible('security-rules');
  await choose(desk, /^役割の種類.*必須/, 'visitor');
  await desk.tabTo(/^必要$/);
  await desk.press('Space');
  await fill(desk, /^理由/, '市の方針');
  await follow(desk, 'この決まりにする');
  await said(desk, '決まりを変えました。');

  const volunteer = await openBrowser(base, { width: 390, height: 844 });
  await volunteer.open('/sign-in');
  await follow(volunteer, '招待コードをお持ちの方は、ここでパスワードを決めます');
  await fill(volunteer, /^招待コード/, code ?? '');
  await fill(volunteer, /^新しいパスワード/, 'かき みかん くり なし');
  await volunteer.press('Enter');
  await said(volunteer, '今の役割を使うには、二段階目の確認が必要です');
  await volunteer.expectAccessible('security-tightened-narrow');
}, 240_000);

test('somebody links the town’s sign-on service, signs out of both, and comes back over it', async () => {
  provider.person = { sub: 'furukawa-at-work' };
  openSignOn(
    readSignOn({
      KANAEAU_OIDC_ISSUER: provider.issuer,
      KANAEAU_OIDC_CLIENT_ID: clientId,
      KANAEAU_OIDC_NAME: '職員認証',
    }),
  );
  const visitor = await openBrowser(base, { width: 390, height: 844 });
  const { page } = visitor;
  await visitor.open('/sign-in?to=/me/security');
  await visitor.expectAccessible('security-sign-on-narrow');
  await fill(visitor, /^サインイン名/, 'furukawa');
  await fill(visitor, /^パスワード/, samplePassword);
  await visitor.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'サインインの設定' }).waitFor();
  await follow(visitor, '職員認証と結び付ける');
  await said(visitor, '結び付けました。次からは、これでも入れます。');
  await visitor.expectAccessible('security-linked-narrow');
  await page.context().clearCookies();
  await visitor.open('/sign-in');
  await follow(visitor, '職員認証で入る');
  await page.getByRole('heading', { level: 1, name: /今日/ }).waitFor();
  await follow(visitor, /役割とアカウントのメニュー$/);
  await follow(visitor, 'サインアウト');
  await page.getByRole('heading', { level: 1, name: 'サインイン' }).waitFor();
  expect(provider.signedOut.times).toBe(1);
  await visitor.open('/sign-in/return?code=made-up&state=made-up');
  await said(visitor, '時間がたちすぎました');
  await visitor.expectAccessible('security-return-refused');
  openSignOn(null);
}, 240_000);
