import { expect, test } from 'vitest';
import { sealAudit } from '#platform/audit/seal.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { fill, follow, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 180_000 };

test(
  'who has looked at the own record is read with a printed code, and what is asked is answered',
  patient,
  async () => {
    const gatherer = await openBrowser(base);
    await signIn(gatherer, 'furukawa');
    await gatherer.open('/disclosure-keys');
    await gatherer.expectAccessible('disclosures-keys-empty');
    await gatherer.open('/households?text=石橋');
    await follow(gatherer, '石橋（見本）');
    await sealAudit(town.database);
    await follow(gatherer, '「わたしの記録」の番号を作る');
    await gatherer.tabTo('本人');
    await gatherer.press('Space');
    await gatherer.tabTo('顔写真のある証明書で確かめた');
    await gatherer.press('Space');
    await gatherer.expectAccessible('disclosures-issue');
    await follow(gatherer, '番号を作って表示する');
    await said(gatherer, '番号は、今だけ表示されます');
    await gatherer.expectAccessible('disclosures-issued');
    const code = (await gatherer.page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).textContent()) ?? '';

    const person = await openBrowser(base, narrow);
    await person.page.goto('/my-record');
    await person.expectAccessible('my-record-code');
    await person.tabTo(/^番号/);
    await person.type('1234');
    await person.press('Enter');
    await person.page.getByRole('alert').waitFor();
    await person.expectAccessible('my-record-refused');
    await person.tabTo(/^番号/);
    await person.page.locator(':focus').fill(code.toLowerCase());
    await follow(person, /^記録/);
    await said(person, 'お宅の名前や住所を一覧で見ました');
    await person.expectAccessible('my-record');
    await fill(person, /^伝/, '電話は夕方にしてください。');
    await follow(person, /^送/);
    await person.page.getByRole('status').waitFor();
    await person.expectAccessible('my-record-asked');

    await gatherer.open('/disclosure-keys');
    await follow(gatherer, '石橋（見本）');
    await said(gatherer, '電話は夕方にしてください。');
    await gatherer.expectAccessible('disclosures-key');
    await fill(gatherer, /^答え/, '夕方にお電話します。');
    await follow(gatherer, '答える');
    await person.page.goto('/my-record');
    await fill(person, /^番号/, code);
    await follow(person, /^記録/);
    await said(person, '夕方にお電話します。');
  },
);

test('a statutory request is received, decided and told by letter', patient, async () => {
  const officer = await openBrowser(base);
  await signIn(officer, 'nakano');
  await officer.open('/disclosure-requests');
  await officer.expectAccessible('disclosures-requests-empty');
  await follow(officer, '請求を受け付ける');
  await follow(officer, '受け付ける');
  await said(officer, '請求の種類を選んでください。');
  await officer.expectAccessible('disclosures-request-refused');
  await officer.tabTo('開示請求');
  await officer.press('Space');
  await officer.tabTo('窓口');
  await officer.press('Space');
  await fill(officer, /^請求した人の名前/, '見本 花子');
  await officer.tabTo('本人');
  await officer.press('Space');
  await officer.tabTo('顔写真のある証明書で確かめた');
  await officer.press('Space');
  await fill(officer, /^請求の内容/, 'わたしの相談の記録を見たい。');
  await follow(officer, '受け付ける');
  await officer.page.getByRole('heading', { level: 1, name: '開示請求 R7-001' }).waitFor();
  await officer.expectAccessible('disclosures-request');
  await officer.tabTo('期限を延長した');
  await officer.press('ArrowDown');
  await officer.tabTo('全部に応じる');
  await officer.press('Space');
  await fill(officer, /^理由/, '請求のとおりに応じます。');
  await follow(officer, '記録する');
  await officer.page.getByRole('link', { name: '決定の通知を印刷する（PDF）' }).waitFor();
  await officer.expectAccessible('disclosures-request-decided');
});

test('the deadlines of requests are the administrator’s to set', patient, async () => {
  const administrator = await openBrowser(base);
  await signIn(administrator, 'shiraishi');
  await administrator.open('/disclosure-rules');
  await administrator.tabTo('市の課');
  await administrator.press('ArrowDown');
  await fill(administrator, /^根拠の法令/, '見本の規程');
  await fill(administrator, /^期限（日）/, '20');
  await fill(administrator, /^延長できる日数/, '10');
  await fill(administrator, /^手数料/, 'なし');
  await follow(administrator, '決める');
  await said(administrator, '見本の規程');
  await administrator.expectAccessible('disclosures-rules');
  expect(await administrator.page.getByText('見本の規程').count()).toBeGreaterThan(0);
});
