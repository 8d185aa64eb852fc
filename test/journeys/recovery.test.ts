import { expect, test } from 'vitest';
import { samplePassword } from '#domains/posts/fixtures.ts';
import { nextCode } from '../authenticator.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, type Visitor } from './browser.ts';

const town = await openTown('cast');
const base = await serveTown(town);

async function fill(visitor: Visitor, label: RegExp, text: string) {
  await visitor.tabTo(label);
  await visitor.type(text);
}

async function showPassword(visitor: Visitor, to: string) {
  await visitor.open(`/sign-in?to=${to}`);
  await fill(visitor, /^サインイン名/, 'nakajima');
  await fill(visitor, /^パスワード/, samplePassword);
  await visitor.press('Enter');
  await visitor.page.getByRole('heading', { level: 1, name: '二段階目の確認' }).waitFor();
}

test('who left the telephone at home signs in with a printed code, and is told how many are left', {
  timeout: 180_000,
}, async () => {
  const office = await openBrowser(base);
  await showPassword(office, '/me/security');
  await fill(office, /^確認コード/, await nextCode('nakajima'));
  await office.press('Enter');
  await office.page.getByRole('heading', { level: 1, name: 'サインインの設定' }).waitFor();
  await office.expectAccessible('posts-security');
  await office.tabTo('予備コードを作る');
  await office.press('Enter');
  await office.page.getByRole('heading', { level: 1, name: '予備コード' }).waitFor();
  await office.expectAccessible('posts-recovery');
  await office.tabTo('10個のコードを作って表示する');
  await office.press('Enter');
  const codes = office.page.getByRole('listitem').filter({ hasText: /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/ });
  await codes.first().waitFor();
  expect(await codes.count()).toBe(10);
  await office.expectAccessible('posts-recovery-codes');
  const code = (await codes.first().textContent()) ?? '';

  const home = await openBrowser(base);
  await showPassword(home, '/me/security');
  await home.tabTo('スマートフォンや鍵が手もとにないとき（予備コードを使う）');
  await home.press('Enter');
  await fill(home, /^予備コード/, code);
  await home.expectAccessible('posts-second-factor-recovery');
  await home.press('Enter');
  await home.page.getByText('使えるコードは、あと 9 個です。').waitFor();
  await home.page.getByText('使えるコードが、あと 9 個あります。').waitFor();
});

test('an address with a condition that nobody understands gives the list, and says so', async () => {
  const visitor = await openBrowser(base);
  await visitor.open('/sign-in?to=/households');
  await fill(visitor, /^サインイン名/, 'furukawa');
  await fill(visitor, /^パスワード/, samplePassword);
  await visitor.press('Enter');
  await visitor.page.getByRole('button', { name: /古川/ }).waitFor();
  for (const path of ['/households?district=nowhere', '/visits?channel=smoke&from=2026-99-99']) {
    await visitor.open(path);
    await visitor.page.getByText('読み取れないものがありました').waitFor();
    await visitor.expectAccessible('list-misread');
  }
}, 120_000);
