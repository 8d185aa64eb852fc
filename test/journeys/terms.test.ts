import { expect, test } from 'vitest';
import { endDistrict } from '#domains/districts/api.ts';
import { acceptInvitation, givePost, inviteAccount, listPosts } from '#domains/posts/api.ts';
import { samplePassword } from '#domains/posts/fixtures.ts';
import { recordVisit } from '#domains/visits/api.ts';
import { assignHousehold } from '#domains/visits/assignment-api.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { choose, fill, follow, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 240_000 };

function write(name: string, rows: readonly string[]) {
  const heading = '異動,職員番号,氏名,フリガナ,団体,役割,校区,開始日,終了日,理由';
  const buffer = Buffer.from(`\ufeff${[heading, ...rows].join('\r\n')}\r\n`);
  return { name, mimeType: 'text/csv', buffer };
}

/** A file is chosen in the browser's own dialog: the keyboard leads to its field, the dialog is answered for it. */
async function chooseFile(visitor: Visitor, label: RegExp, file: ReturnType<typeof write>) {
  await visitor.tabTo(label);
  await visitor.page.locator(':focus').setInputFiles(file);
}

test(
  'the April file is tried, its mistakes are named, and once corrected it is done; the codes are printed',
  patient,
  async () => {
    const shiraishi = await openBrowser(base);
    const { page } = shiraishi;
    await signIn(shiraishi, 'shiraishi');
    await shiraishi.open('/admin/transfers');
    await said(shiraishi, 'まだ異動はありません。');
    await shiraishi.expectAccessible('terms-transfers-nothing');
    await follow(shiraishi, '試す（何も変えません）');
    await said(shiraishi, 'ファイルを選んでください。');

    const leaves =
      '終了,tsutsumi,堤（見本）,ツツミ,久留米市 地域福祉課,計画担当,,2024-04-01,2026-03-31,人事異動';
    const comes = '開始,c1042,四月一日（見本）,ワタヌキ,久留米市 地域福祉課,計画担当,,R8.4.1,,';
    const wrong = write('まちがい.csv', [
      leaves.replace('堤（見本）', '包（見本）'),
      comes.replace('計画担当', '計画係'),
      '終り,koga,古賀（見本）,コガ,鳥飼校区社会福祉協議会,ふれあいの会 会員,鳥飼,2024-04-01,2026-03-31,転居',
    ]);
    await chooseFile(shiraishi, /^ファイル/, wrong);
    await follow(shiraishi, '試す（何も変えません）');
    await said(shiraishi, '直すところが3か所あります。');
    await said(
      shiraishi,
      'サインイン名「tsutsumi」は堤（見本）さんです。氏名かサインイン名を直してください。',
    );
    await shiraishi.expectAccessible('terms-transfer-problems');

    const transfer = write('異動.csv', [leaves, comes]);
    await chooseFile(shiraishi, /^ファイル/, transfer);
    await follow(shiraishi, '試す（何も変えません）');
    await said(shiraishi, '直すところはありません。2件の異動を行えます');
    await shiraishi.expectAccessible('terms-transfer-ready');
    const before = await town.as('shiraishi').call(listPosts, { role: 'planner', state: 'all' });
    expect(before.posts.map(({ ends_on }) => ends_on)).toEqual([null]);
    await follow(shiraishi, 'この2件の異動を行う');
    await said(shiraishi, '1人分の招待コードを、今だけ表示しています。');
    await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor();
    await shiraishi.expectAccessible('terms-transfer-codes');
    await follow(shiraishi, '受付票を見る');
    await said(shiraishi, '終了1、再任0、開始1（うち新しく招待1）、変わらない行0');
    await shiraishi.expectAccessible('terms-transfer-receipt');

    await shiraishi.open('/admin/transfers');
    await chooseFile(shiraishi, /^ファイル/, transfer);
    await follow(shiraishi, '試す（何も変えません）');
    await said(shiraishi, 'もう一度行っても、何も変わりません。');
    await follow(shiraishi, '受付票を見る');
    await fill(shiraishi, /^理由/, '異動が延期になった');
    await follow(shiraishi, '取りやめる');
    await said(shiraishi, '理由：異動が延期になった');
    await shiraishi.expectAccessible('terms-transfer-withdrawn');

    const phone = await openBrowser(base, narrow);
    await signIn(phone, 'shiraishi');
    await phone.open(page.url());
    await phone.expectAccessible('terms-transfer-receipt-narrow');
  },
);

/** A commissioner whose term ends with November, with a household of the round. */
async function appoint(sign_in_name: string, name: string): Promise<string> {
  const [account, post] = [mintId(), mintId()];
  const admin = town.as('shiraishi');
  const person = { id: account, sign_in_name, name, kana: 'みほん' };
  const { secret_code } = await admin.call(inviteAccount, person);
  await admin.call(givePost, {
    id: post,
    account_id: account,
    role: 'commissioner',
    body_id: town.id('body:民児協'),
    district_id: town.id('district:鳥飼'),
    starts_on: '2022-12-01',
    ends_on: '2026-02-28',
  });
  await town.browser().call(acceptInvitation, { code: secret_code ?? '', password: samplePassword });
  await town.as('furukawa').call(assignHousehold, {
    id: mintId(),
    household_id: town.id(`household:鳥飼:${households++}`),
    post_id: post,
    starts_on: '2026-02-01',
  });
  return post;
}
let households = 1;

/** Radio buttons are one stop of the keyboard: the group is entered, the arrow keys choose. */
async function pick({ page }: Visitor, group: RegExp, choice: string) {
  const radios = page.getByRole('group', { name: group });
  const radio = radios.getByRole('radio', { name: choice, exact: true });
  await radios.getByRole('radio').first().focus();
  for (let i = 0; i < 6 && !(await radio.isChecked()); i++)
    await page.keyboard.press(i === 0 ? 'Space' : 'ArrowDown');
  expect(await radio.isChecked()).toBe(true);
}

test(
  'a renewal: one stays, one is followed, one seat is vacant and acted for; the promises are handed over and signed for',
  patient,
  async () => {
    const stays = await appoint('noguchi', '野口（見本）');
    const leaves = await appoint('hirano', '平野（見本）');
    await appoint('kuroki', '黒木（見本）');
    const shiraishi = await openBrowser(base);
    const { page } = shiraishi;
    await signIn(shiraishi, 'shiraishi');
    await shiraishi.open('/admin/vacancies');
    await said(shiraishi, '欠員はありません。');
    await shiraishi.open('/admin/renewals');
    await shiraishi.expectAccessible('terms-renewals');
    await follow(shiraishi, '民生委員・児童委員（2026年2月28日（令和8年2月28日）まで）');
    await shiraishi.expectAccessible('terms-renewal');
    await pick(shiraishi, /^野口/, '再任');
    await pick(shiraishi, /^平野/, '退任（後任あり）');
    await pick(shiraishi, /^黒木/, '欠員');
    await follow(shiraishi, 'このとおり決める');
    await said(shiraishi, /平野（見本）さん：後任のサインイン名を入れてください。/);
    await shiraishi.expectAccessible('terms-renewal-refused');
    await fill(shiraishi, /^平野（見本）さんの後任のサインイン名/, 'inoue');
    await fill(shiraishi, /^後任の氏名/, '井上（見本）');
    await fill(shiraishi, /^後任のふりがな/, 'いのうえ');
    await follow(shiraishi, 'このとおり決める');
    await said(shiraishi, '1人分の招待コードを、今だけ表示しています。');
    const code = (await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).textContent()) ?? '';
    await said(shiraishi, '井上（見本）（2026年3月1日（令和8年3月1日）から）');
    await shiraishi.expectAccessible('terms-renewal-decided');

    await follow(shiraishi, '欠員');
    await shiraishi.page
      .getByRole('heading', { level: 1, name: /^欠員：/ })
      .or(page.getByText('代理を立てる'))
      .first()
      .waitFor();
    if (await page.getByRole('heading', { level: 1, name: '欠員', exact: true }).isVisible())
      await follow(shiraishi, '鳥飼');
    await choose(shiraishi, /^代理をする人/, await accountOf(stays));
    await follow(shiraishi, '代理にする');
    await said(shiraishi, '代理を決めました。');
    await shiraishi.expectAccessible('terms-vacancy');
    await shiraishi.open('/admin/vacancies');
    await said(shiraishi, '野口（見本）');
    await shiraishi.expectAccessible('terms-vacancies');

    const hirano = await openBrowser(base, narrow);
    await signIn(hirano, 'hirano');
    const [visited] = await town.look<{ household_id: string }>(
      'select household_id from household_assignments where post_id = $1',
      [leaves],
    );
    await town.as('furukawa').call(recordVisit, {
      id: mintId(),
      household_id: visited?.household_id ?? '',
      for_post: leaves,
      visited_on: '2026-02-02',
      channel: 'face',
      contact: 'absent',
      next_step: 'again',
    });
    await hirano.open('/handovers');
    await hirano.expectAccessible('terms-handovers-narrow');
    await follow(hirano, '平野（見本）');
    await fill(hirano, /^担当の世帯：/, '呼び鈴は長めに押してください（見本）');
    await fill(hirano, /^次の人へのことば/, '三年間お世話になりました（見本）');
    await hirano.expectAccessible('terms-hand-over-narrow');
    await follow(hirano, '引き継ぎを渡す');
    await said(hirano, '引き継ぎを渡しました。受け取られるまでは、書き直せます。');

    const invited = await openBrowser(base, narrow);
    await invited.open('/invitation');
    await fill(invited, /^招待コード/, code);
    await fill(invited, /^新しいパスワード/, samplePassword);
    await follow(invited, 'パスワードを決めて始める');
    await said(invited, 'パスワードを決めました。');
    town.clock.now = new Date('2026-03-01T10:00:00+09:00');
    const inoue = await openBrowser(base, narrow);
    await signIn(inoue, 'inoue');
    await inoue.page
      .getByText(/^見本鳥飼/)
      .first()
      .waitFor();
    await said(inoue, '受け取りを待っている引き継ぎ');
    await inoue.expectAccessible('terms-successor-today-narrow');
    await inoue.page.setViewportSize({ width: 1280, height: 900 });
    await inoue.expectAccessible('terms-successor-today');
    await inoue.page.setViewportSize(narrow);
    await follow(inoue, /^平野（見本）さん（民生委員・児童委員/);
    await said(inoue, '三年間お世話になりました（見本）');
    await follow(inoue, '受け取りました');
    await said(inoue, '受け取りを残しました。');
    await said(inoue, '2026年3月1日（令和8年3月1日） 井上（見本）');
    await inoue.expectAccessible('terms-handover-received-narrow');

    await signIn(hirano, 'hirano');
    await said(hirano, /提出/);
    const noguchi = await openBrowser(base, narrow);
    await signIn(noguchi, 'noguchi');
    await noguchi.expectAccessible('terms-reappointed-today-narrow');
  },
);

async function accountOf(post: string): Promise<string> {
  const [found] = await town.look<{ account_id: string }>('select account_id from posts where id = $1', [
    post,
  ]);
  return found?.account_id ?? '';
}

test('a district is merged: what it kept is tried, then taken over', patient, async () => {
  const id = town.id('district:大橋');
  await town.as('shiraishi').call(endDistrict, {
    id,
    kind: 'merged',
    into: [town.id('district:善導寺')],
    starts_on: '2026-04-01',
    reason: '学校の統合（見本）',
  });
  const shiraishi = await openBrowser(base);
  await signIn(shiraishi, 'shiraishi');
  await shiraishi.open('/admin/places');
  await said(shiraishi, /^次の校区は、引き継ぎがまだです。/);
  await shiraishi.expectAccessible('terms-places-left');
  await shiraishi.page.setViewportSize(narrow);
  await shiraishi.expectAccessible('terms-places-left-narrow');
  await shiraishi.page.setViewportSize({ width: 1280, height: 900 });
  await follow(shiraishi, '大橋（令和8年4月1日に善導寺校区と統合）');
  await follow(shiraishi, /^善導寺が引き継ぐ場合を試す/);
  await said(shiraishi, '大橋 まとめ役（見本）');
  await shiraishi.expectAccessible('terms-takeover-tried');
  await fill(shiraishi, /^理由/, '学校の統合（見本）');
  await follow(shiraishi, '善導寺が引き継ぐ');
  await said(shiraishi, /から善導寺校区が引き継いでいます/);
  await shiraishi.expectAccessible('terms-district-taken-over');
  await shiraishi.open(`/admin/districts/${town.id('district:山川')}`);
  await fill(shiraishi, /^新しい名前(?!の)/, '山川東');
  await fill(shiraishi, /^新しい名前のふりがな/, 'やまかわひがし');
  await shiraishi.expectAccessible('terms-district');
});
