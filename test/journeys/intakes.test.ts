import { expect, test } from 'vitest';
import { listIntakes } from '#domains/encounters/api.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { follow, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);

test('a first word is recorded with one answer and withdrawn with a reason', {
  timeout: 120_000,
}, async () => {
  const nakajima = await openBrowser(base, { width: 390, height: 844 });
  const { page } = nakajima;
  await signIn(nakajima, 'nakajima');
  await nakajima.expectAccessible('encounters-today-narrow');
  await follow(nakajima, '新規相談を記録する');
  await said(nakajima, '新規相談の記録がまだありません。');
  await nakajima.expectAccessible('encounters-intakes-empty-narrow');
  await follow(nakajima, '記録する');
  await said(nakajima, '方法を選んでください。');
  await nakajima.expectAccessible('encounters-intakes-refused-narrow');
  await nakajima.tabTo('電話');
  await nakajima.press('Space');
  await follow(nakajima, '記録する');
  await said(nakajima, '新規相談を記録しました。');
  await nakajima.expectAccessible('encounters-intakes-narrow');
  await follow(nakajima, '取り消す');
  await page.getByRole('heading', { name: '新規相談を取り消す' }).waitFor();
  await follow(nakajima, 'この記録を取り消す');
  await said(nakajima, '理由を500字までで書いてください。');
  await nakajima.expectAccessible('encounters-intake-withdraw-narrow');
  await nakajima.tabTo(/^理由/);
  await nakajima.type('二回目の相談だった');
  await follow(nakajima, 'この記録を取り消す');
  await said(nakajima, '記録を取り消しました。数には入りません。');
  const { intakes } = await town.as('nakajima').call(listIntakes, {});
  expect(intakes.map(({ withdrawn_reason }) => withdrawn_reason)).toEqual(['二回目の相談だった']);
});
