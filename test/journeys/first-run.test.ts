import { test } from 'vitest';
import { totpAt } from '#platform/credentials/totp.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, type Visitor } from './browser.ts';
import { choose, fill, follow, said } from './walk.ts';

const town = await openTown('empty');
const base = await serveTown(town);
const patient = { timeout: 120_000 };
const password = 'かき みかん くり なし';

/** Signs in by keyboard without a second factor. */
async function enter(visitor: Visitor, name: string) {
  await fill(visitor, /^サインイン名/, name);
  await fill(visitor, /^パスワード/, password);
  await visitor.press('Enter');
}

/** Sets up codes from a phone on the page of one's own sign-in. */
async function setUpCodes(visitor: Visitor) {
  const { page } = visitor;
  await page.getByRole('heading', { level: 1, name: 'サインインの設定' }).waitFor();
  await follow(visitor, '確認コードを登録する');
  const secret = (await page.locator('code').first().textContent())?.replaceAll(' ', '') ?? '';
  await fill(visitor, /^確認コード/, totpAt(secret));
  await visitor.press('Enter');
  await said(visitor, '確認コードを登録しました');
}

test(
  'a new town: its first administrator founds it, invites a planner, and the planner begins a plan',
  patient,
  async () => {
    const first = await openBrowser(base);
    const { page } = first;
    await first.open('/');
    await page.getByRole('heading', { level: 1, name: '新しいまちを始める' }).waitFor();
    await first.expectAccessible('posts-first-run');
    await fill(first, /^自治体の名前/, '久留米市');
    await fill(first, /^全国地方公共団体コード/, '402030');
    await fill(first, /^所属する課(?!の)/, '情報政策課');
    await fill(first, /^所属する課のふりがな/, 'じょうほうせいさくか');
    await fill(first, /^名前/, '見本 一郎');
    await fill(first, /^ふりがな/, 'みほん いちろう');
    await fill(first, /^サインイン名/, 'ichiro');
    await fill(first, /^新しいパスワード/, password);
    await first.press('Enter');
    await said(first, '最後の1けたは検査数字');
    await first.expectAccessible('posts-first-run-refused');
    await fill(first, /^全国地方公共団体コード/, '402036');
    await fill(first, /^新しいパスワード/, password);
    await first.press('Enter');
    await said(first, 'まちを始めました');
    await first.expectAccessible('posts-first-sign-in');

    await enter(first, 'ichiro');
    await said(first, '二段階目の確認を登録する');
    await first.tabTo('二段階目の確認を登録する');
    await first.expectAccessible('posts-second-factor-none');
    await first.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'サインインの設定' }).waitFor();
    await first.expectAccessible('posts-security-first');
    await setUpCodes(first);
    await follow(first, '今日');
    await page.getByRole('heading', { level: 1, name: /今日/ }).waitFor();
    await first.expectAccessible('posts-today-first');

    await follow(first, '校区と団体');
    await said(first, '校区はまだありません。');
    await fill(first, /^校区の名前/, '合川');
    await fill(first, /^ふりがな/, 'あいかわ');
    await fill(first, /^番号/, '01');
    await fill(first, /^地域/, '旧久留米');
    await first.press('Enter');
    await said(first, '校区を加えました');
    await first.expectAccessible('posts-places');

    await follow(first, 'アカウント');
    await page.getByRole('heading', { level: 1, name: 'アカウント' }).waitFor();
    await first.expectAccessible('posts-accounts-first');
    await follow(first, '人を招待する');
    await page.getByRole('heading', { level: 1, name: '人を招待する' }).waitFor();
    await fill(first, /^名前/, '見本 花子');
    await fill(first, /^ふりがな/, 'みほん はなこ');
    await fill(first, /^サインイン名/, 'hanako');
    await follow(first, '招待コードを作る');
    const code = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent();
    await first.expectAccessible('posts-invited-first');
    await follow(first, '続けて役割を渡す');
    await page.getByRole('heading', { level: 1, name: /見本 花子さんに/ }).waitFor();
    await choose(first, /^役割の種類/, 'planner');
    const [section] = await town.look<{ id: string }>('select id from bodies where name = $1', [
      '情報政策課',
    ]);
    await choose(first, /^所属する団体/, section?.id ?? '');
    await first.expectAccessible('posts-give-first');
    await follow(first, '役割を渡す');
    await said(first, '役割を渡しました');
    await first.expectAccessible('posts-account-first');

    await beginPlan(code ?? '');
  },
);

/** The invited person, on a screen of one's own: in with the printed code, a second factor, and the first plan. */
async function beginPlan(code: string) {
  const invited = await openBrowser(base);
  const { page } = invited;
  await invited.open('/sign-in');
  await follow(invited, /招待/);
  await page.getByRole('heading', { level: 1, name: /招待/ }).waitFor();
  await invited.expectAccessible('posts-invitation-first');
  await fill(invited, /^招待コード/, code);
  await fill(invited, /^新しいパスワード/, password);
  await invited.press('Enter');
  await said(invited, 'パスワードを決めました');
  await setUpCodes(invited);
  await follow(invited, '今日');
  await page.getByRole('heading', { level: 1, name: /今日/ }).waitFor();
  await invited.expectAccessible('posts-today-planner');

  await follow(invited, '年度の確定と公表');
  await said(invited, '年度は、まだありません');
  await invited.expectAccessible('plan-periods-none');
  await follow(invited, '計画と評価');
  await said(invited, '計画は、まだありません');
  await invited.expectAccessible('plan-plans-none');
  await follow(invited, '計画をつくる');
  await page.getByRole('heading', { level: 1, name: '計画をつくる' }).waitFor();
  await fill(invited, /^計画の名前/, '見本計画');
  await fill(invited, /^コード/, 'mihon-1');
  await fill(invited, /^めざす姿/, '見本のめざす姿');
  await fill(invited, /^始まりの年度/, '2027');
  await fill(invited, /^終わりの年度/, '2025');
  await fill(invited, /^その団体での計画の名前/, '見本市地域福祉計画');
  await invited.press('Enter');
  await said(invited, '計画を定める団体を、一つ以上選んでください。');
  await invited.expectAccessible('plan-new-refused');
  const [section] = await town.look<{ id: string }>('select id from bodies where name = $1', ['情報政策課']);
  await choose(invited, /^団体/, section?.id ?? '');
  await follow(invited, '計画をつくる');
  await said(invited, '計画の終わりの年度は、始まりの年度と同じか、それより後にしてください。');
  await fill(invited, /^始まりの年度/, '2025');
  await follow(invited, '計画をつくる');
  await said(invited, '計画をつくりました。');
  await invited.expectAccessible('plan-plans-first');
}
