import { expect, test } from 'vitest';
import { listIntakes } from '#domains/cases/intake-api.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { follow, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);

test('a neighbour’s phone call is received with one field, filled in further, and withdrawn with a reason', {
  timeout: 180_000,
}, async () => {
  const nakajima = await openBrowser(base, { width: 390, height: 844 });
  const { page } = nakajima;
  await signIn(nakajima, 'nakajima');
  await nakajima.expectAccessible('cases-today-narrow');
  await follow(nakajima, '相談を受け付ける');
  await nakajima.tabTo('困りごと');
  const kept = page.waitForResponse(
    (answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/api/drafts'),
  );
  await nakajima.type('隣の家の雨戸が三日閉まったまま');
  await nakajima.expectAccessible('cases-receive-narrow');
  await kept;
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await said(nakajima, '書きかけの内容を戻しました。');
  expect(await page.getByLabel('困りごと').inputValue()).toBe('隣の家の雨戸が三日閉まったまま');
  await follow(nakajima, '受け付ける');
  await said(nakajima, '相談を受け付けました。続けて書き足せます。');
  await page.getByRole('heading', { level: 1, name: /2月2日の相談（電話）/ }).waitFor();
  await nakajima.tabTo('病気・健康・障害');
  await nakajima.press('Space');
  await nakajima.tabTo('氏名');
  await nakajima.type('石橋');
  await nakajima.tabTo(/^来談者の氏名/);
  await nakajima.type('古賀');
  await nakajima.expectAccessible('cases-intake-narrow');
  await follow(nakajima, '保存する');
  await said(nakajima, '保存しました。前の内容も残っています。');
  await page.getByRole('heading', { level: 1, name: /^石橋 相談受付・申込票/ }).waitFor();
  await nakajima.open('/clients?q=いしばし');
  await page.getByRole('link', { name: '石橋（見本）' }).waitFor();
  await nakajima.expectAccessible('cases-clients-narrow');
  await follow(nakajima, '石橋（見本）');
  await page.getByRole('heading', { level: 1, name: '石橋（見本）' }).waitFor();
  await nakajima.expectAccessible('cases-client-narrow');
  await nakajima.open('/intakes?from=2026-02-02');
  await nakajima.expectAccessible('cases-intakes-narrow');
  await follow(nakajima, '取り消す');
  await page.getByRole('heading', { name: '受付を取り消す' }).waitFor();
  await follow(nakajima, 'この記録を取り消す');
  await said(nakajima, '理由を500字までで書いてください。');
  await nakajima.expectAccessible('cases-intake-withdraw-narrow');
  await nakajima.tabTo(/^理由/);
  await nakajima.type('二回目の相談だった');
  await follow(nakajima, 'この記録を取り消す');
  await said(nakajima, '記録を取り消しました。数には入りません。');
  const { intakes } = await town.as('nakajima').call(listIntakes, { from: '2026-02-02' });
  expect(intakes).toMatchObject([{ name: '石橋', withdrawn_reason: '二回目の相談だった' }]);
});
