import { afterAll, expect, test } from 'vitest';
import { openChannels } from '#domains/notices/channels.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown } from './browser.ts';
import { follow, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
afterAll(() => openChannels({ mail: null, line: null }));

test('who wants notices on a device is asked by the browser, and told what to do where it says no', {
  timeout: 240_000,
}, async () => {
  const push = { contact: 'mailto:oshirase@example.jp', hosts: ['fcm.googleapis.com'] };
  openChannels({ mail: null, line: null, push });
  const minh = await openBrowser(base, { width: 390, height: 844 });
  await minh.open('/notices?lang=en');
  await follow(minh, 'Notices on this device');
  await minh.page.locator('#push').waitFor();
  await minh.expectAccessible('notices-push-en-390');
  const worker = await minh.page.evaluate(
    async () => (await navigator.serviceWorker.ready).active?.scriptURL,
  );
  expect(worker).toBe(`${base}/notices/worker.js`);
  await follow(minh, 'Receive them on this device');
  await said(minh, 'Notifications are not allowed. Please allow them for this page');
  await minh.expectAccessible('notices-push-denied-en-390');
  expect(await town.look('select 1 from notice_subscriptions where push_keys is not null')).toEqual([]);
});
