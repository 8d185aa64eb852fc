import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { samplePassword } from '#domains/posts/fixtures.ts';
import { chromiumHere } from './chromium.ts';

/** What opens the vault of a phone in tests. */
export const passphrase = '見本のあいことばです、たいせつ';

/** Makes the browser of this page somebody's phone, who has no second factor; the round is open when this is done. */
export async function setUpPocket(page: Page, base: string, who: string): Promise<void> {
  await page.goto(`${base}/sign-in`);
  await page.getByLabel(/^サインイン名/).fill(who);
  await page.getByLabel(/^パスワード/).fill(samplePassword);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /今日/ }).waitFor();
  await page.goto(`${base}/field/`);
  await page.getByLabel(/^この電話の呼び名/).fill('見本の電話');
  await page.getByLabel(/^合いことば/).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '今日の見守り' }).waitFor();
  // The app lies on the phone when its worker has it.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

export async function unlockPocket(page: Page): Promise<void> {
  await page.getByLabel(/^合いことば/).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '今日の見守り' }).waitFor();
}

/** Everything the browser keeps for this address, as one text. */
export function dumpStorage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
    for (const { name = '' } of await indexedDB.databases()) {
      const room = await new Promise<IDBDatabase>((done, failed) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
      });
      for (const store of room.objectStoreNames) {
        const rows = await new Promise((done) => {
          const asked = room.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => done(asked.result);
        });
        kept.push({ name, store, rows });
      }
      room.close();
    }
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) kept.push(request.url);
    return JSON.stringify(kept);
  });
}

/** A phone whose battery can die: a browser process with a profile on the disk. */
export interface Handset {
  /** Switches it on, if it is off, and opens a window. */
  open(): Promise<Page>;
  setOffline(offline: boolean): Promise<void>;
  /** From one moment to the next, whatever it is doing. */
  kill(): Promise<void>;
  throwAway(): Promise<void>;
}

export async function openHandset(): Promise<Handset> {
  const profile = await mkdtemp(join(tmpdir(), 'kanaeau-handset-'));
  let running: { process: ChildProcess; browser: Browser } | null = null;
  let offline = false;

  async function switchOn(): Promise<Browser> {
    if (running) return running.browser;
    await rm(join(profile, 'DevToolsActivePort'), { force: true });
    const process = spawn(
      chromiumHere.executablePath,
      [...chromiumHere.args, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
      { env: chromiumHere.env, stdio: 'ignore', detached: true },
    );
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await readPort(profile)}`);
    running = { process, browser };
    return browser;
  }
  const context = async () => {
    const [held] = (await switchOn()).contexts();
    if (!held) throw new Error('the browser has no profile');
    return held;
  };
  async function kill() {
    if (!running) return;
    const { process, browser } = running;
    running = null;
    const gone = new Promise((done) => process.once('exit', done));
    if (process.pid) globalThis.process.kill(-process.pid, 'SIGKILL');
    await gone;
    await browser.close().catch(() => undefined);
  }
  return {
    kill,
    async open() {
      const held = await context();
      await held.setOffline(offline);
      const page = await held.newPage();
      page.setDefaultTimeout(60_000);
      return page;
    },
    async setOffline(now) {
      offline = now;
      await (await context()).setOffline(now);
    },
    async throwAway() {
      await kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The port on which a browser that was just started listens. */
async function readPort(profile: string): Promise<number> {
  for (let tries = 0; tries < 600; tries++) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const port = Number(text.split('\n')[0]);
    if (port > 0) return port;
    await pause(100);
  }
  throw new Error('the browser did not start');
}
