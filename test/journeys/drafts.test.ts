import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { follow, said } from './walk.ts';

const town = await openTown('cast');
const base = await serveTown(town);
const words = '隣の家の雨戸が三日閉まったまま';
const more = 'と、電気もつかない';

test('what is typed without a connection lies sealed in the browser, comes back after signing in, and is wiped at sign-out', {
  timeout: 180_000,
}, async () => {
  const nakajima = await openBrowser(base);
  const { page } = nakajima;
  page.on('dialog', (dialog) => void dialog.accept());
  await signIn(nakajima, 'nakajima');
  await nakajima.open('/intakes/new');
  const trouble = page.getByLabel('困りごと');
  await trouble.waitFor();

  await page.context().setOffline(true);
  await trouble.focus();
  await nakajima.type(words);
  await expect.poll(() => countSealed(page), { timeout: 10_000 }).toBe(1);
  const dump = await dumpStorage(page);
  expect(dump.length).toBeGreaterThan(100);
  for (const secret of [words, words.slice(0, 4), JSON.stringify({ trouble: words })]) {
    for (const written of writings(secret)) expect(dump.includes(written)).toBe(false);
  }
  expect(await takeKeyOut(page)).toBe('refused');
  expect(await town.look('select 1 from drafts')).toEqual([]);

  // The session is over before the connection is back.
  await town.look('update sessions set ended_at = $1 where ended_at is null', [town.clock.now]);
  await page.context().setOffline(false);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'サインイン' }).waitFor();
  expect(await countSealed(page)).toBe(1);
  await signIn(nakajima, 'nakajima');
  await nakajima.open('/intakes/new');
  await said(nakajima, '書きかけの内容を戻しました。');
  expect(await trouble.inputValue()).toBe(words);
  await expect.poll(() => countSealed(page)).toBe(0);
  expect(await town.look('select content from drafts')).toEqual([
    { content: expect.objectContaining({ trouble: words }) },
  ]);

  await page.context().setOffline(true);
  await trouble.focus();
  await page.keyboard.press('End');
  await nakajima.type(more);
  await expect.poll(() => countSealed(page), { timeout: 10_000 }).toBe(1);
  await page.context().setOffline(false);
  await signOut(nakajima);
  expect(await listRooms(page)).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBeLessThanOrEqual(1);
});

test('what was sealed is nobody else’s, and is gone after a day', { timeout: 180_000 }, async () => {
  const visitor = await openBrowser(base);
  const { page } = visitor;
  page.on('dialog', (dialog) => void dialog.accept());
  await signIn(visitor, 'nagata');
  await visitor.open('/intakes/new');
  await page.getByLabel('困りごと').waitFor();
  await page.context().setOffline(true);
  await page.getByLabel('困りごと').focus();
  await visitor.type(words);
  await expect.poll(() => countSealed(page), { timeout: 10_000 }).toBe(1);
  await town.look('update sessions set ended_at = $1 where ended_at is null', [town.clock.now]);
  await page.context().setOffline(false);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'サインイン' }).waitFor();
  await signIn(visitor, 'eguchi');
  await visitor.open('/intakes/new');
  expect(await page.getByLabel('困りごと').inputValue()).toBe('');
  expect(await countSealed(page)).toBe(1);
  await page.evaluate(age, 23 * 3_600_000);
  await visitor.open('/intakes');
  expect(await countSealed(page)).toBe(1);
  await page.evaluate(age, 2 * 3_600_000);
  await visitor.open('/intakes');
  await expect.poll(() => countSealed(page)).toBe(0);
});

async function signOut(visitor: Visitor): Promise<void> {
  await follow(visitor, /役割とアカウントのメニュー$/);
  await follow(visitor, 'サインアウト');
  await visitor.page.getByRole('heading', { level: 1, name: 'サインイン' }).waitFor();
}

/** A text as it may stand in memory or in a file: as itself, its UTF-8 and UTF-16 bytes in hexadecimal, and base64. */
function writings(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8');
  return [
    text,
    bytes.toString('hex'),
    Buffer.from(text, 'utf16le').toString('hex'),
    bytes.toString('base64'),
  ];
}

function countSealed(page: Page): Promise<number> {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'kanaeau-drafts')) return 0;
    return new Promise<number>((done, fail) => {
      const opening = indexedDB.open('kanaeau-drafts');
      opening.onerror = () => fail(opening.error);
      opening.onsuccess = () => {
        const room = opening.result;
        const counting = room.transaction('drafts').objectStore('drafts').count();
        counting.onsuccess = () => {
          room.close();
          done(counting.result);
        };
      };
    });
  });
}

function listRooms(page: Page): Promise<(string | undefined)[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
}

/** Everything the browser keeps for this site, bytes in hexadecimal. */
async function dumpStorage(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const hex = (bytes: Uint8Array) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
    const say = (_: string, value: unknown) => {
      if (value instanceof ArrayBuffer) return hex(new Uint8Array(value));
      if (ArrayBuffer.isView(value)) return hex(new Uint8Array(value.buffer));
      return value;
    };
    const rooms: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      await new Promise<void>((done, fail) => {
        const opening = indexedDB.open(name ?? '');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = async () => {
          const room = opening.result;
          for (const store of room.objectStoreNames) {
            const reading = room.transaction(store).objectStore(store).getAll();
            await new Promise((read) => {
              reading.onsuccess = read;
            });
            rooms.push([name, store, reading.result]);
          }
          room.close();
          done();
        };
      });
    }
    const caches_ = await Promise.all(
      (await caches.keys()).map((key) => caches.open(key).then((one) => one.keys())),
    );
    const kept = [
      rooms,
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      location.href,
      history.state,
    ];
    return JSON.stringify([...kept, caches_.flat().map(({ url }) => url)], say);
  });
  return kept + JSON.stringify(await page.context().storageState());
}

/** Tries to take the key out of the browser. */
function takeKeyOut(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((done) => {
        const opening = indexedDB.open('kanaeau-drafts');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('keys').objectStore('keys').get('key');
          reading.onsuccess = () => {
            opening.result.close();
            const key = reading.result as CryptoKey;
            crypto.subtle.exportKey('raw', key).then(
              () => done('taken'),
              () => done(key.extractable ? 'extractable' : 'refused'),
            );
          };
        };
      }),
  );
}

/** Makes everything that was sealed so much older, in milliseconds. */
function age(by: number): Promise<void> {
  return new Promise((done) => {
    const opening = indexedDB.open('kanaeau-drafts');
    opening.onsuccess = () => {
      const drafts = opening.result.transaction('drafts', 'readwrite').objectStore('drafts');
      const reading = drafts.getAll();
      reading.onsuccess = () => {
        for (const draft of reading.result) drafts.put({ ...draft, at: draft.at - by });
        drafts.transaction.oncomplete = () => {
          opening.result.close();
          done();
        };
      };
    };
  });
}
