import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { getRequestListener } from '@hono/node-server';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { samplePassword } from '#domains/posts/fixtures.ts';
import { currentSite, openSite } from '#platform/credentials/site.ts';
import { projectFolder } from '#platform/house.ts';
import { nextCode } from '../authenticator.ts';
import type { Town } from '../town.ts';
import { chromiumHere } from './chromium.ts';
import { watchRequests } from './settling.ts';

const pictures = process.env.KANAEAU_PICTURES ? join(projectFolder, process.env.KANAEAU_PICTURES) : null;

/** A town in a real browser: what a person sees and types, and how often. */
export interface Visitor {
  readonly page: Page;
  /** Keystrokes and clicks so far, pages loaded so far. */
  readonly burden: { keys: number; taps: number; pages: number };
  /** Goes to an address of the app and waits until it has settled. */
  open(path: string): Promise<void>;
  /** Waits until nothing is under way any more. */
  settle(): Promise<void>;
  /** Tabs until the control with this accessible name has the focus; fails after 150. */
  tabTo(name: string | RegExp): Promise<void>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  tap(name: string | RegExp, role?: Role): Promise<void>;
  /** Asserts that axe finds nothing to complain about, and keeps a picture where pictures are asked for. */
  expectAccessible(name: string): Promise<void>;
}

type Role = 'button' | 'link' | 'radio' | 'checkbox' | 'menuitem' | 'tab';

let browser: Promise<Browser> | undefined;

function launch(): Promise<Browser> {
  browser ??= chromium.launch(chromiumHere);
  return browser;
}

/** Serves a town on a port of this machine. */
export async function serveTown(town: Town): Promise<string> {
  const server = createServer(getRequestListener(town.app.fetch));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await (await browser)?.close();
    browser = undefined;
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  const origin = `http://localhost:${address.port}`;
  openSite({ ...currentSite(), origin });
  return origin;
}

/** A fresh browser profile at the town's first page. */
export async function openBrowser(base: string, size = { width: 1280, height: 900 }): Promise<Visitor> {
  const context = await (await launch()).newContext({ baseURL: base, viewport: size, locale: 'ja-JP' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const burden = { keys: 0, taps: 0, pages: 0 };
  const settle = watchRequests(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) burden.pages += 1;
  });
  const press = async (key: string) => {
    burden.keys += 1;
    await page.keyboard.press(key);
  };
  return {
    page,
    burden,
    press,
    settle,
    async open(path) {
      await page.goto(path);
      await settle();
    },
    async tabTo(name) {
      for (let i = 0; i < 300; i++) {
        if (await focusIs(page, name)) {
          // On arrival the page takes the focus to its heading: only what keeps it has it.
          await page.waitForTimeout(50);
          if (await focusIs(page, name)) return;
        }
        await page.keyboard.press('Tab');
      }
      throw new Error(`no way by keyboard to ${name}`);
    },
    async type(text) {
      burden.keys += text.length;
      await page.keyboard.type(text);
    },
    async tap(name, role = 'button') {
      burden.taps += 1;
      await page
        .getByRole(role, { name, exact: typeof name === 'string' })
        .first()
        .click();
      await settle();
    },
    async expectAccessible(name) {
      await settle();
      if (pictures) {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
      }
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual(
        [],
      );
      expect(errors).toEqual([]);
    },
  };
}

/** Signs in by keyboard, with the second factor where it is asked for. */
export async function signIn(visitor: Visitor, who: string): Promise<void> {
  await visitor.open('/sign-in');
  await visitor.tabTo(/^サインイン名/);
  await visitor.type(who);
  await visitor.tabTo(/^パスワード/);
  await visitor.type(samplePassword);
  await visitor.press('Enter');
  const code = visitor.page.getByLabel(/確認コード/);
  const inside = visitor.page.getByRole('heading', { level: 1, name: /今日/ });
  await code.or(inside).first().waitFor();
  if (await code.isVisible()) {
    await visitor.tabTo(/^確認コード/);
    await visitor.type(await nextCode(who));
    await visitor.press('Enter');
  }
  await inside.waitFor();
  await visitor.settle();
}

async function focusIs(page: Page, name: string | RegExp): Promise<boolean> {
  const said = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return [];
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const by = element.getAttribute('aria-labelledby');
    return [
      element.getAttribute('aria-label'),
      ...(by ? by.split(' ').map((id) => document.getElementById(id)?.textContent) : []),
      ...labels.map((label) => label.textContent),
      element.textContent,
    ]
      .filter((text) => text)
      .map((text) => (text ?? '').replace(/\s+/g, ' ').trim());
  });
  return said.some((text) => (typeof name === 'string' ? text === name : name.test(text)));
}
