import { expect, test } from 'vitest';
import { closeHousehold } from '#domains/parties/api.ts';
import { endPhone, listLateCalls, listPhones, setLateCallAside } from '#domains/phones/api.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn } from './browser.ts';
import { dumpStorage, setUpPocket } from './pocket.ts';
import { said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 300_000 };

test(
  'what the house could not take says why and is handed over; what somebody looks at is seen until it is decided',
  patient,
  async () => {
    const phone = await openBrowser(base, narrow);
    await setUpPocket(phone.page, base, 'koga');
    const [gone] = await town.look<{ id: string; name: string }>(
      `select h.id, h.name from households h join household_assignments a on a.household_id = h.id
        where a.post_id = $1 and a.ends_on is null and h.name like '%ゆり%'`,
      [town.id('post:koga')],
    );
    if (!gone) throw new Error('no such household');
    await phone.page.context().setOffline(true);
    await phone.page.getByRole('button', { name: new RegExp(gone.name) }).click();
    await phone.page.getByLabel('不在').check();
    await phone.page.getByLabel('きのう').check();
    await said(phone, '不在・会って（対面）・きのう');
    await phone.tap(/^この内容で記録する/);
    await town.as('furukawa').call(closeHousehold, { id: gone.id, closed_on: '2026-01-31', why: 'mistake' });
    await phone.page.context().setOffline(false);
    await said(phone, '受け付けられなかった記録 1件');
    await phone.tap(/^受け付けられなかった記録/);
    await said(phone, '受け付けられませんでした：');
    await said(phone, '2026年2月1日');
    await phone.expectAccessible('field-refused-narrow');
    await phone.tap('まとめ役に渡す');
    await said(phone, 'まとめ役に渡しました');
    await said(phone, '決まるのを待っています');
    await phone.expectAccessible('field-looked-at-narrow');
    const desk = await openBrowser(base, { width: 1280, height: 900 });
    await signIn(desk, 'furukawa');
    await said(desk, /判断を待つ記録（電話から） \d/);
    await desk.expectAccessible('today-late-calls');
    const { calls } = await town.as('furukawa').call(listLateCalls, {});
    const [late] = calls.filter(({ visit }) => visit?.contact === 'absent');
    await town
      .as('furukawa')
      .call(setLateCallAside, { id: late?.id ?? '', reason: '見本：二重の登録のため' });
    await phone.tap('一覧にもどる');
    await phone.tap('受け持ちを新しくする');
    await said(phone, '新しい様子に変わりました');
    await phone.tap(/^すべて送りました/);
    await said(phone, '取り上げなかった：見本：二重の登録のため');
    const before = await dumpStorage(phone.page);
    expect(before).not.toContain(gone.name);
    expect(before).not.toContain('二重の登録');
  },
);

test(
  'a phone without its round says what could not be taken, and does not lose it by beginning anew',
  patient,
  async () => {
    const phone = await openBrowser(base, narrow);
    await setUpPocket(phone.page, base, 'koga');
    await phone.page.context().setOffline(true);
    await phone.page.getByRole('button', { name: /見本鳥飼 かえで/ }).click();
    await phone.page.getByRole('button', { name: /^変わりなし/ }).click();
    await said(phone, '送信待ち 1件');
    // The disk has lost a part of it: the house cannot read who signed it.
    await phone.page.evaluate(async () => {
      const room = await new Promise<IDBDatabase>((done) => {
        const asked = indexedDB.open('kanaeau-field');
        asked.onsuccess = () => done(asked.result);
      });
      const store = room.transaction('waiting', 'readwrite').objectStore('waiting');
      const [one] = await new Promise<{ call: string; sealed: string }[]>((done) => {
        const asked = store.getAll();
        asked.onsuccess = () => done(asked.result);
      });
      if (one) store.put({ ...one, sealed: `${one.sealed.slice(0, -8)}AAAAAAAA` });
      room.close();
    });
    const { phones } = await town.as('koga').call(listPhones, {});
    for (const { id, end } of phones)
      if (end === null) await town.as('koga').call(endPhone, { id, reason: 'lost' });
    await phone.page.reload();
    await said(phone, 'まだ届いていない記録が1件');
    await phone.page.context().setOffline(false);
    await said(phone, 'お宅の情報を消しました');
    await said(phone, '受け付けられなかった記録 1件');
    await phone.expectAccessible('field-gone-refused-narrow');
    expect(await phone.page.getByRole('button', { name: 'この電話を登録しなおす' }).count()).toBe(0);
    await phone.tap('まとめ役に渡す');
    await said(phone, '渡せませんでした');
    phone.page.once('dialog', (asked) => void asked.accept());
    await phone.tap('この記録を取りやめる');
    await phone.page.getByRole('button', { name: 'この電話を登録しなおす' }).waitFor();
  },
);
