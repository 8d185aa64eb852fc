import { expect, test } from 'vitest';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { choose, follow, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);

test('a file that is refused is named: by what it holds, by its size, and when nothing is in it; another is attached', {
  timeout: 240_000,
}, async () => {
  const worker = await openBrowser(base, { width: 390, height: 844 });
  const { page } = worker;
  await signIn(worker, 'nakajima');
  await worker.open(`/cases/${town.id('case:ishibashi')}/files`);
  await choose(worker, /^何についての書類か/, 'notes');
  const bring = (name: string, buffer: Buffer) =>
    page.getByLabel(/^ファイル/).setInputFiles({ name, mimeType: 'application/pdf', buffer });
  const pdf = Buffer.from('%PDF-1.4\n%%EOF\n');

  await bring('大きい.pdf', Buffer.concat([pdf, Buffer.alloc(8_500_000)]));
  await said(worker, '「大きい.pdf」は大きすぎます。8メガバイトまでのファイルを選んでください。');
  await bring('空.pdf', Buffer.alloc(0));
  await said(worker, '「空.pdf」は中身が空です。');
  await bring('名前だけ.pdf', Buffer.from('見本のことば'));
  expect(await page.getByText('「空.pdf」').count()).toBe(0);
  await follow(worker, '添付する');
  await said(worker, '「名前だけ.pdf」は、写真（JPEG・PNG）でもPDFでもありません。');
  await worker.expectAccessible('cases-files-refused-narrow');
  expect(await page.getByLabel(/^何についての書類か/).inputValue()).toBe('notes');
  await bring('診断書の写し.pdf', pdf);
  await follow(worker, '添付する');
  await said(worker, '添付しました。');
  await said(worker, '「診断書の写し.pdf」を開く');
});
