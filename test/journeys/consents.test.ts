import { expect, test } from 'vitest';
import { receiveIntake } from '#domains/cases/intake-api.ts';
import { textOfPdf } from '#platform/typesetting/pdf-text.ts';
import { mintId } from '#platform/uuid.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { hunt } from './hunt.ts';
import { choose, fill, follow, keepFile, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 240_000 };
const name = '見本 しおり';
const born_on = '1971-04-06';
const shiori = mintId();
const where = { address: '見本町7-8-9', district_id: town.id('district:鳥飼'), phone: '0942-00-0789' };
await town
  .as('nakajima')
  .call(receiveIntake, { id: mintId(), client_id: shiori, name, born_on, trouble: '眠れない', ...where });
const ishibashi = town.id('client:ishibashi');

async function firstChoice(visitor: Visitor, label: RegExp): Promise<string> {
  const options = visitor.page.getByLabel(label).locator('option:not([value=""])');
  return (await options.first().getAttribute('value')) ?? '';
}

async function tick(visitor: Visitor, name: string | RegExp) {
  await visitor.tabTo(name);
  await visitor.press('Space');
}

test(
  'a person agrees, what the commissioner will see is shown before it is given, and is taken back',
  patient,
  async () => {
    const worker = await openBrowser(base);
    await signIn(worker, 'nakajima');
    await worker.open(`/clients/${shiori}/consents`);
    await said(worker, 'まだ聞いていません。');
    await worker.expectAccessible('consent-person-empty');
    await follow(worker, '同意の返事を記録する');
    await follow(worker, 'この返事を記録する');
    await said(worker, '返事を選んでください。');
    await worker.expectAccessible('consent-record-refused');
    await tick(worker, '同意した');
    await tick(worker, '久留米市民生委員児童委員協議会');
    await tick(worker, '書面');
    await worker.expectAccessible('consent-record');
    await follow(worker, 'この返事を記録する');
    await said(worker, '返事を記録しました。');
    await worker.expectAccessible('consent-person');

    await follow(worker, '一人についての情報提供を登録する');
    await choose(worker, /^提供先/, town.id('body:民児協'));
    await choose(worker, /^受け取る人/, town.id('post:tanaka'));
    await tick(worker, /^本人の同意/);
    await choose(worker, /^もとになる同意/, await firstChoice(worker, /もとになる同意/));
    await fill(worker, /^いつまで/, '2026-08-31');
    await fill(worker, /^渡す理由/, '見守りのため');
    await said(worker, '「民生委員・児童委員 田中（見本）（鳥飼校区）」として見る');
    const preview = worker.page.getByRole('region', { name: '渡すと見えるもの' });
    await preview.getByText('見本 しおり').waitFor();
    const shown = await preview.locator('dl').allInnerTexts();
    await worker.expectAccessible('consent-provide');
    await follow(worker, 'この内容で渡す');
    await said(worker, '渡しました。');

    const commissioner = await openBrowser(base, narrow);
    await signIn(commissioner, 'tanaka');
    await commissioner.open('/given');
    await commissioner.expectAccessible('cases-given-people-narrow');
    await follow(commissioner, '見本 しおり');
    await commissioner.page.getByRole('heading', { level: 1, name: '見本 しおり' }).waitFor();
    expect(await commissioner.page.locator('main dl').allInnerTexts()).toEqual(shown);
    await commissioner.expectAccessible('cases-given-record-narrow');
    const paper = await keepFile(commissioner, '印刷する');
    expect(textOfPdf(paper.bytes).join('')).toContain('提供番号');

    await worker.open(`/clients/${shiori}/consents`);
    await follow(worker, '同意の撤回を記録する');
    // The form stands where the button stood, and the keyboard goes on from there.
    expect(await worker.page.evaluate(() => document.activeElement?.querySelector('form') !== null)).toBe(
      true,
    );
    await worker.press('Tab');
    expect(await worker.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('way');
    await tick(worker, '書面');
    await fill(worker, /^本人の言葉/, 'やっぱりやめたい');
    await worker.expectAccessible('consent-take-back');
    await follow(worker, '撤回を記録して、今すぐ止める');
    await worker.page.getByText('撤回', { exact: true }).first().waitFor();
    await commissioner.open('/given');
    await said(commissioner, '渡されている記録はありません。');
    await commissioner.open('/today');
    await said(commissioner, '返すように頼まれたもの');
    await commissioner.expectAccessible('consent-today-narrow');
    await follow(commissioner, /^生活自立支援センターが情報提供を取りやめました/);
    await tick(commissioner, '紙やファイルは持っていない');
    for (const key of ['ArrowDown', 'ArrowDown']) await commissioner.press(key);
    expect(await commissioner.page.getByLabel('捨てた（細断・消去）').isChecked()).toBe(true);
    await commissioner.expectAccessible('consent-return-narrow');
    await follow(commissioner, 'この通りに返事をする');
    await said(commissioner, '返事を記録しました。');
    expect(await commissioner.page.getByText('しおり').count()).toBe(0);
  },
);

test(
  'danger to life opens one record for a day, and the records officer of its holder sees it at once and reviews it',
  patient,
  async () => {
    const officer = await openBrowser(base, narrow);
    await signIn(officer, 'eguchi');
    await officer.open('/emergency');
    await officer.expectAccessible('consent-emergency-narrow');
    await fill(officer, /^氏名/, '見本 しほり');
    await fill(officer, /^生年月日/, '1971-04-06');
    await fill(officer, /^どんな危険があるか/, '電話で「もう終わりにしたい」と話した');
    await follow(officer, '責任をもって開く');
    await said(officer, 'その氏名と生年月日の記録は開けませんでした。');
    await officer.expectAccessible('consent-emergency-refused-narrow');
    await fill(officer, /^氏名/, '見本 しおり');
    await follow(officer, '責任をもって開く');
    await said(officer, '24時間開きました。');
    await officer.page.getByRole('heading', { level: 1, name: '見本 しおり' }).waitFor();
    await keepFile(officer, '印刷する');

    const keeper = await openBrowser(base);
    await signIn(keeper, 'nakano');
    await said(keeper, '緊急閲覧を確かめる');
    await keeper.expectAccessible('consent-today-records');
    await follow(keeper, /久留米市社会福祉協議会が見本 しおり/);
    await tick(keeper, '必要だった');
    await keeper.press('ArrowDown');
    await fill(keeper, /^確かめたこと/, '電話で足りた');
    await keeper.expectAccessible('consent-emergency-review');
    await follow(keeper, '確かめたことを記録する');
    await said(keeper, '必要とはいえなかった。');
    await said(keeper, '相手の返事を待っています。');

    await officer.open('/today');
    await follow(officer, /緊急閲覧の間に作った写しを返すように求めています（.*、印刷・ファイル 1件）$/);
    await tick(officer, '紙やファイルは持っていない');
    for (const key of ['ArrowDown', 'ArrowDown']) await officer.press(key);
    await officer.expectAccessible('consent-emergency-return-narrow');
    await follow(officer, 'この通りに返事をする');
    await said(officer, /相手の返事：捨てた/);

    await keeper.open('/today');
    await said(keeper, '本人に知らせる');
    await follow(keeper, /^見本 しおりさん：久留米市社会福祉協議会が記録を開いたこと/);
    await said(keeper, /相手の返事：捨てた/);
    await tick(keeper, '会って');
    await choose(keeper, /^知らせた人/, town.id('post:nakajima'));
    await keeper.expectAccessible('consent-emergency-telling');
    await follow(keeper, '本人に知らせたことを記録する');
    await said(keeper, /に、相談員 .*が会って知らせました。$/);
    await keeper.open('/today');
    await keeper.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await keeper.page.getByText('見本 しおりさん').count()).toBe(0);
    await keeper.open('/provision-ledger');
    await keeper.expectAccessible('consent-ledger');
    const ledger = textOfPdf((await keepFile(keeper, 'この年度の分を印刷する')).bytes).join('');
    for (const word of ['緊急閲覧', '知らせた']) expect(ledger).toContain(word);
  },
);

test(
  'an address is protected: nobody but its keeper finds it, and the keeper says why',
  patient,
  async () => {
    const phone = '0942-00-0101';
    const decider = await openBrowser(base);
    await signIn(decider, 'nakano');
    await decider.open(`/protections/new?person=${ishibashi}`);
    await tick(decider, /^相談員 中島/);
    await fill(decider, /^いつまで/, '2026-02-20');
    await decider.expectAccessible('consent-protect');
    await follow(decider, '今すぐ守る');
    await said(decider, '住所を守りました。');
    await decider.expectAccessible('consent-protection');
    await decider.open('/protections');
    await decider.expectAccessible('consent-protections');

    const worker = await openBrowser(base, narrow);
    await signIn(worker, 'nakajima');
    const [known] = await town.look<{ address: string }>(
      'select address from client_contacts where client_id = $1',
      [ishibashi],
    );
    const { screens, files } = await hunt(worker, {
      from: [`/clients/${ishibashi}`, `/cases/${town.id('case:ishibashi')}`],
      person: ishibashi,
      words: [phone, known?.address ?? phone],
      most: 60,
    });
    expect(screens).toContain(`/clients/${ishibashi}`);
    expect(screens).toContain(`/cases/${town.id('case:ishibashi')}`);
    expect(screens.length).toBeGreaterThan(40);
    expect(files.length).toBeGreaterThan(3);
    await worker.open('/kept-addresses');
    await worker.expectAccessible('consent-kept-narrow');
    await fill(worker, /^何のために見るのか/, '通知を送るため');
    await follow(worker, '15分だけ開く');
    await worker.page.getByText(phone).waitFor();
    await worker.expectAccessible('consent-kept-open-narrow');
    await decider.open('/protections');
    await follow(decider, '石橋（見本）');
    await said(decider, '通知を送るため');
    await decider.expectAccessible('consent-protection-looks');
  },
);

test('the text that is signed gets a new version, and the one before stays', patient, async () => {
  const admin = await openBrowser(base);
  await signIn(admin, 'shiraishi');
  await admin.open('/consent-texts');
  await fill(admin, /^版の呼び名/, '第2版');
  await admin.expectAccessible('consent-texts');
  await follow(admin, 'この版を登録する');
  await said(admin, '新しい版を登録しました。');
  for (const version of ['第1版', '第2版'])
    expect(textOfPdf((await keepFile(admin, `${version}の白紙を印刷する`)).bytes).join('')).toContain(
      '同意書',
    );
});
