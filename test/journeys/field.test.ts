import { expect, test } from 'vitest';
import { listEscalations, takeEscalation } from '#domains/escalations/api.ts';
import { endPhone, listPhones } from '#domains/phones/api.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { dumpStorage, passphrase } from './pocket.ts';
import { fill, follow, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const narrow = { width: 390, height: 844 };
const patient = { timeout: 300_000 };

const visitsOf = () =>
  town.look<{ contact: string; channel: string; note: string | null }>(
    'select contact, channel, note from visits where post_id = $1 order by id',
    [town.id('post:koga')],
  );

async function setUp(visitor: Visitor): Promise<void> {
  await signIn(visitor, 'koga');
  await visitor.open('/phones');
  await visitor.expectAccessible('phones-narrow');
  await follow(visitor, 'この電話を登録する');
  await said(visitor, 'この電話を見守りに使う');
  await visitor.page.getByLabel(/^合いことば/).waitFor();
  await visitor.expectAccessible('field-set-up-narrow');
  await fill(visitor, /^この電話の呼び名/, '見本の電話');
  await fill(visitor, /^合いことば/, passphrase);
  await visitor.press('Enter');
  await said(visitor, '今日の見守り');
  // The app lies on the phone when its worker has it.
  await visitor.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

async function unlock(visitor: Visitor): Promise<void> {
  await visitor.page.getByLabel(/^合いことば/).waitFor();
  await fill(visitor, /^合いことば/, passphrase);
  await visitor.press('Enter');
  await said(visitor, '今日の見守り');
}

test(
  'a round goes along without a signal: what is recorded waits, unreadable, and arrives once',
  patient,
  async () => {
    const phone = await openBrowser(base, narrow);
    await setUp(phone);
    await phone.expectAccessible('field-round-narrow');
    const names = await town.look<{ name: string; address: string }>(
      `select h.name, h.address from households h join household_assignments a on a.household_id = h.id where a.post_id = $1`,
      [town.id('post:koga')],
    );
    const [first] = names;
    await phone.page.context().setOffline(true);
    await phone.page.reload();
    await unlock(phone);
    const door = phone.page.getByRole('button').filter({ hasText: first?.name ?? '' });
    const before = { ...phone.burden };
    phone.burden.taps += 1;
    await door.first().click();
    await phone.expectAccessible('field-door-narrow');
    phone.burden.taps += 1;
    await phone.page.getByRole('button', { name: /^変わりなし/ }).click();
    await said(phone, '記録しました');
    expect(phone.burden.taps - before.taps).toBe(2);
    await said(phone, '送信待ち 1件');
    expect(await visitsOf()).toEqual([]);

    await phone.tabTo(new RegExp(names[1]?.name ?? ''));
    await phone.press('Enter');
    await phone.page.getByLabel('不在').check();
    await phone.page.getByLabel(/手紙/).check();
    await phone.page.getByLabel(/^書いておきたいこと/).fill('ひみつの見本のことば');
    const picture = await phone.page.screenshot({ type: 'jpeg', quality: 40 });
    await phone.page
      .getByLabel(/^写真/)
      .setInputFiles({ name: 'door.jpg', mimeType: 'image/jpeg', buffer: picture });
    const shrunk = await phone.page.getByAltText('撮った写真').getAttribute('src');
    await phone.expectAccessible('field-door-photo-narrow');
    await phone.tap('この内容で記録する');
    await said(phone, '送信待ち 2件');
    await phone.tap('送信待ち 2件');
    await said(phone, 'まだ訪問になっていない記録');
    await phone.expectAccessible('field-waiting-narrow');

    const dump = await dumpStorage(phone.page);
    expect(dump).toContain('kanaeau-field');
    for (const { name, address } of names) {
      expect(dump).not.toContain(name);
      expect(dump).not.toContain(address);
    }
    expect(dump).not.toContain('ひみつの見本のことば');
    expect(dump).not.toContain(passphrase);
    expect(shrunk).toContain('base64,');
    expect(dump).not.toContain(shrunk?.split('base64,')[1]?.slice(400, 480));

    await phone.page.context().setOffline(false);
    await said(phone, 'すべて送りました');
    const arrived = await visitsOf();
    expect(arrived.map(({ contact, channel, note }) => [contact, channel, note])).toEqual([
      ['met', 'face', null],
      ['absent', 'letter', 'ひみつの見本のことば'],
    ]);
    const [photo] = await town.look<{ bytes: Buffer }>(
      'select f.bytes from visit_photos f join visits v on v.id = f.visit_id where v.post_id = $1',
      [town.id('post:koga')],
    );
    expect(photo?.bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    await phone.tap('一覧にもどる');
    await said(phone, '今日 記録しました');
  },
);

test(
  'a wrong passphrase opens nothing, and a lost phone wipes its round the next time it is heard',
  patient,
  async () => {
    const phone = await openBrowser(base, narrow);
    await setUp(phone);
    await phone.page.reload();
    await phone.page.getByLabel(/^合いことば/).waitFor();
    await phone.expectAccessible('field-locked-narrow');
    await fill(phone, /^合いことば/, 'ちがうことばをいれてみる');
    await phone.press('Enter');
    await said(phone, '合いことばがちがうようです');
    await unlock(phone);
    const { phones } = await town.as('koga').call(listPhones, {});
    for (const { id, end } of phones)
      if (end === null) await town.as('furukawa').call(endPhone, { id, reason: 'lost' });
    await phone.page.reload();
    await said(phone, 'お宅の情報を消しました');
    await phone.expectAccessible('field-ended-narrow');
    const dump = await dumpStorage(phone.page);
    expect(dump).not.toMatch(/"taken_at"/);
    expect(dump).toContain('"signing":null');
  },
);

test(
  'an answer that is lost, and an app that is killed, leave one visit and nothing waiting',
  patient,
  async () => {
    const phone = await openBrowser(base, narrow);
    await setUp(phone);
    const before = (await visitsOf()).length;
    const { page } = phone;
    const lost: number[] = [];
    await page.route('**/field/deliveries', async (route) => {
      // The house has it; the answer never arrives.
      lost.push((await route.fetch()).status());
      await route.abort();
    });
    await page.getByRole('button', { name: /見本鳥飼 さくら/ }).click();
    await page.getByRole('button', { name: /^変わりなし/ }).click();
    await said(phone, '送信待ち 1件');
    await expect.poll(() => lost.length).toBeGreaterThan(0);
    expect(lost).toEqual(lost.map(() => 200));
    expect((await visitsOf()).length).toBe(before + 1);
    await page.close();
    const again = await page.context().newPage();
    const answered = again.waitForResponse((response) => response.url().endsWith('/field/deliveries'));
    await again.goto('/field/');
    await answered;
    await unlock({ ...phone, page: again, ...keyboardOf(again) });
    await again.getByText('すべて送りました').first().waitFor();
    expect((await visitsOf()).length).toBe(before + 1);
  },
);

test(
  'a phone that is set up holds no session: what asks the house is the key under the lock',
  patient,
  async () => {
    const phone = await openBrowser(base, narrow);
    await setUp(phone);
    expect(await phone.page.context().cookies()).toEqual([]);
    await phone.tap('受け持ちを新しくする');
    await said(phone, '新しい様子に変わりました');
    const refused = await phone.page.request.get(`${base}/api/round`);
    expect(refused.status()).toBe(401);
  },
);

test('an 異変 without a signal says whom to call, and when it has arrived who took it', patient, async () => {
  const before = town.clock.now;
  town.clock.now = new Date('2026-02-02T22:00:00+09:00');
  const phone = await openBrowser(base, narrow);
  await setUp(phone);
  await phone.page.context().setOffline(true);
  await phone.page.getByRole('button', { name: /見本鳥飼 さくら/ }).click();
  await phone.page.getByLabel('異変').check();
  await said(phone, '先に119');
  await phone.tap('この内容で記録する');
  await said(phone, 'まだ届いていません');
  await said(phone, 'いまは職員が見ていません');
  const duty = phone.page.getByRole('link', { name: /夜間・休日の当番/ });
  expect(await duty.getAttribute('href')).toBe('tel:0942-00-0119');
  await phone.expectAccessible('field-alarm-waits-narrow');
  await phone.page.context().setOffline(false);
  await said(phone, /に届けました/);
  await phone.expectAccessible('field-alarm-raised-narrow');
  const { escalations } = await town.as('furukawa').call(listEscalations, { level: 'alarm' });
  const raised = escalations.find(({ household_name }) => household_name?.includes('さくら'));
  if (!raised) throw new Error('nothing was raised');
  await town.as('furukawa').call(takeEscalation, { id: raised.id, seen: 0, told: 'すぐ向かいます（見本）' });
  await phone.tap('今の様子をたしかめる');
  await said(phone, '受け取りました');
  await said(phone, 'すぐ向かいます（見本）');
  await phone.expectAccessible('field-alarm-taken-narrow');
  await phone.tap('一覧にもどる');
  await said(phone, '知らせたこと');
  await phone.expectAccessible('field-round-told-narrow');
  await phone.tap('困ったときの連絡先');
  await said(phone, 'いまは職員が見ていません');
  await phone.expectAccessible('field-contacts-narrow');
  town.clock.now = before;
});

test('where the phone has a lock of its own, it opens the round', patient, async () => {
  const phone = await openBrowser(base, narrow);
  const devtools = await phone.page.context().newCDPSession(phone.page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...({ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasPrf: true } as const),
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  });
  await signIn(phone, 'koga');
  await phone.open('/field/');
  await phone.page.getByLabel(/^この電話の呼び名/).fill('鍵のある電話');
  await phone.tap(/^電話のロックで開く/);
  await said(phone, '今日の見守り');
  await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await phone.page.context().setOffline(true);
  await phone.page.reload();
  await phone.page.getByRole('button', { name: /^電話のロックで開く/ }).waitFor();
  await phone.expectAccessible('field-own-lock-narrow');
  await phone.tap(/^電話のロックで開く/);
  await said(phone, '今日の見守り');
  await said(phone, '見本鳥飼 すみれ');
});

/** The keyboard of another window of the same phone. */
function keyboardOf(page: Visitor['page']): Pick<Visitor, 'press' | 'tabTo'> {
  return {
    press: (key) => page.keyboard.press(key),
    tabTo: (name) => page.getByLabel(name).focus(),
  };
}
