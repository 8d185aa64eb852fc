import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { follow, said, wearHat } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const patient = { timeout: 240_000 };

async function namesOf(address: string): Promise<string[]> {
  const text = await (await fetch(address)).text();
  const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return entries.map((one) => new ICAL.Event(one).summary);
}

test(
  'somebody takes the own days into another calendar, renews the address and ends it, by keyboard',
  patient,
  async () => {
    const noda = await openBrowser(base);
    await signIn(noda, 'noda');
    await wearHat(noda, '支え合い推進会議の世話役');
    await noda.tabTo(/役割とアカウントのメニュー/);
    await noda.press('Enter');
    await follow(noda, 'わたしの予定表');
    await said(noda, 'アドレスはありません。');
    await said(noda, '鳥飼校区支え合い推進会議（見本）');
    await noda.expectAccessible('calendars');
    const shown = noda.page.locator('code');
    await follow(noda, '予定表のアドレスを作る');
    await shown.waitFor();
    const first = (await shown.textContent()) ?? '';
    expect(await namesOf(first)).toEqual(['鳥飼校区支え合い推進会議（見本）']);
    await noda.expectAccessible('calendars-address');
    await follow(noda, /^新しいアドレスに替える/);
    await noda.page.waitForFunction((old) => document.querySelector('code')?.textContent !== old, first);
    const second = (await shown.textContent()) ?? '';
    expect((await fetch(first)).status).toBe(404);
    expect((await fetch(second)).status).toBe(200);
    await follow(noda, '予定表のアドレスを使えなくする');
    await said(noda, 'アドレスはありません。');
    expect((await fetch(second)).status).toBe(404);
  },
);

test('a table shows its days to anybody and takes that back, by keyboard', patient, async () => {
  const noda = await openBrowser(base);
  const board = town.id('board:鳥飼');
  const address = `${base}/calendars/boards/${board}.ics`;
  await signIn(noda, 'noda');
  await wearHat(noda, '支え合い推進会議の世話役');
  await noda.open(`/boards/${board}`);
  expect((await fetch(address)).status).toBe(404);
  await follow(noda, '日程を公開する');
  await said(noda, /から公開しています。/);
  await noda.expectAccessible('boards-days');
  expect(await namesOf(address)).toEqual(['鳥飼校区支え合い推進会議（見本）']);
  await follow(noda, '日程の公開をやめる');
  await said(noda, 'いまは、だれにも公開していません。');
  expect((await fetch(address)).status).toBe(404);
});
