import { expect, test } from 'vitest';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { fill, follow, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const patient = { timeout: 120_000 };
const wait = (seconds: number) => {
  town.clock.now = new Date(town.clock.now.getTime() + seconds * 1000);
};

test(
  'somebody writes in their own language without a script, and follows it with the receipt',
  patient,
  async () => {
    const writer = await openBrowser(base, { width: 390, height: 844 });
    const { page } = writer;
    // As a browser without scripts: the pages have none to run.
    await page.goto('/tell-us');
    expect(await page.locator('script').count()).toBe(0);
    await writer.expectAccessible('letters-form-narrow');
    await fill(writer, /^してみたいこと/, 'Tôi muốn nấu ăn');
    await follow(writer, 'Tiếng Việt');
    expect(await page.getByLabel(/^Điều bạn mong muốn/).inputValue()).toBe('Tôi muốn nấu ăn');
    await writer.expectAccessible('letters-form-vi-narrow');
    await page.getByLabel(/^Điều bạn mong muốn/).fill('');
    await follow(writer, 'Gửi');
    await page.getByRole('alert').waitFor();
    await writer.expectAccessible('letters-form-refused-narrow');
    await fill(writer, /^Điều bạn mong muốn/, 'Tôi muốn nấu ăn cùng mọi người');
    await page.getByLabel(/^Tên/).focus();
    await writer.type('ミン（見本）');
    wait(30);
    // Enter in a field sends the form; it does not change the language.
    await writer.press('Enter');
    await page.getByRole('status').waitFor();
    await writer.expectAccessible('letters-received-narrow');
    const code = (await page.locator('.code-shown').textContent()) ?? '';
    for (const language of ['ja-easy', 'en', 'zh-Hans']) {
      await page.context().addCookies([{ name: 'kanaeau_language', value: language, url: base }]);
      await page.goto('/tell-us');
      await writer.expectAccessible(`letters-form-${language}-narrow`);
    }

    const eguchi = await openBrowser(base);
    await signIn(eguchi, 'eguchi');
    await said(eguchi, /待っている声/);
    await eguchi.expectAccessible('letters-today');
    await follow(eguchi, 'Tôi muốn nấu ăn cùng mọi người');
    await eguchi.page.getByRole('heading', { level: 1, name: /に届いた声$/ }).waitFor();
    await eguchi.expectAccessible('letters-letter');
    await follow(eguchi, '相談として受け付ける');
    await said(eguchi, '相談として受け付けました。続けて書き足せます。');
    await eguchi.expectAccessible('letters-intake');
    await eguchi.open('/letters?box=done');
    await eguchi.expectAccessible('letters-list');
    await follow(eguchi, /^Tôi muốn nấu ăn cùng/);
    await follow(eguchi, 'お返事をしたと記録する');
    await said(eguchi, /^お返事をしました（/);
    await eguchi.open('/intakes');
    await eguchi.expectAccessible('letters-intakes');

    await page.context().addCookies([{ name: 'kanaeau_language', value: 'ja', url: base }]);
    await page.goto('/tell-us/receipt');
    await fill(writer, /^受付番号/, code);
    await follow(writer, '見る');
    await said(writer, 'お返事をしました。');
    await writer.expectAccessible('letters-receipt-narrow');
  },
);

test(
  'a letter that another window fits better is passed on, and whoever wrote sees where it is',
  patient,
  async () => {
    const writer = await openBrowser(base, { width: 390, height: 844 });
    const { page } = writer;
    await page.goto('/tell-us');
    await page.getByLabel(/^困っていること/).fill('家賃が払えない');
    wait(30);
    await follow(writer, '送る');
    const code = (await page.locator('.code-shown').textContent()) ?? '';

    const eguchi = await openBrowser(base);
    await signIn(eguchi, 'eguchi');
    await follow(eguchi, '家賃が払えない');
    await eguchi.page.getByRole('heading', { level: 2, name: '別の窓口へ渡す' }).waitFor();
    await eguchi.tabTo(/^渡す窓口.*必須/);
    await eguchi.page.locator(':focus').selectOption({ label: '生活自立支援センター' });
    await fill(eguchi, /^渡す窓口へのひとこと/, '家計の相談なので、お願いします');
    await follow(eguchi, '別の窓口へ渡す');
    await said(eguchi, '別の窓口へ渡しました。');
    await eguchi.open('/letters/passed');
    await said(eguchi, '家計の相談なので、お願いします');
    await eguchi.expectAccessible('letters-passed');

    await page.goto('/tell-us/receipt');
    await fill(writer, /^受付番号/, code);
    await follow(writer, '見る');
    await said(writer, /今は「生活自立支援センター」が受け取っています/);
    await writer.expectAccessible('letters-receipt-passed-narrow');

    const nakajima = await openBrowser(base, { width: 390, height: 844 });
    await signIn(nakajima, 'nakajima');
    await follow(nakajima, '家賃が払えない');
    await said(nakajima, /から渡されました/);
    await nakajima.expectAccessible('letters-letter-passed-narrow');
  },
);

test(
  'what a letter says of how somebody known is reached is offered for the record, and written when asked',
  patient,
  async () => {
    const writer = await openBrowser(base, { width: 390, height: 844 });
    await writer.page.goto('/tell-us');
    await writer.page.getByLabel(/^困っていること/).fill('電話が変わりました');
    await writer.page.getByLabel(/^名前/).fill('西田 恵子（見本）');
    await writer.page.getByLabel(/^電話/).fill('090-0000-4321');
    await writer.page.getByRole('radio', { name: /^生活自立支援センター/ }).check();
    wait(30);
    await follow(writer, '送る');
    await writer.page.locator('.code-shown').waitFor();

    const nakajima = await openBrowser(base, { width: 390, height: 844 });
    await signIn(nakajima, 'nakajima');
    await follow(nakajima, '電話が変わりました');
    await follow(nakajima, /^西田 恵子（見本）.*相談として受け付ける$/);
    await said(nakajima, 'この声に書かれた連絡先を、この人の記録に書けます');
    await nakajima.expectAccessible('letters-given-contact-narrow');
    await follow(nakajima, '携帯電話を記録に書く');
    // The button says that it is at work while it is: the offer goes when the number is written.
    await nakajima.page
      .getByText('この声に書かれた連絡先を、この人の記録に書けます')
      .waitFor({ state: 'detached' });
    const [contact] = await town.look('select mobile, version from client_contacts where client_id = $1', [
      town.id('client:keiko'),
    ]);
    expect(contact).toMatchObject({ mobile: '090-0000-4321' });
  },
);

test('the town says where the form goes and who vouches for its words', patient, async () => {
  const administrator = await openBrowser(base);
  await signIn(administrator, 'shiraishi');
  await administrator.open('/admin/public-form');
  await administrator.expectAccessible('letters-admin');
  await administrator.tabTo(/^ことば.*必須/);
  await administrator.page.locator(':focus').selectOption('vi');
  await fill(administrator, /^確かめた人/, '国際交流協会（見本）');
  await follow(administrator, '確かめた人を記録する');
  await said(administrator, '国際交流協会（見本）');
  await administrator.open('/tell-us');
  expect(await administrator.page.getByRole('heading', { level: 1 }).textContent()).toBe(
    '困りごと・願いを伝える',
  );
});
