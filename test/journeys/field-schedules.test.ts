import type { Page, Route } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { openTown } from '../town.ts';
import { serveTown } from './browser.ts';
import { openHandset, setUpPocket, unlockPocket } from './pocket.ts';

/**
 * One phone in a real browser through the worst that can happen to a visit between the door and the house. After each of them
 * every visit that the screen called kept is there once, and nothing waits.
 */
const town = await openTown('cast');
const base = await serveTown(town);
const handset = await openHandset();
afterAll(() => handset.throwAway());
const patient = { timeout: 300_000 };
const deliveries = '**/field/deliveries';

const doors = (
  await town.look<{ name: string }>(
    `select h.name from households h join household_assignments a on a.household_id = h.id
      where a.post_id = $1 and a.ends_on is null order by h.name`,
    [town.id('post:koga')],
  )
).map(({ name }) => name);
/** Visits that the screen called kept. */
let kept = 0;
let page: Page = await handset.open();

const arrived = async () =>
  (await town.look('select from visits where post_id = $1', [town.id('post:koga')])).length;
const says = (words: string) => page.getByText(words).first().waitFor();

async function press(door: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${door}`) }).click();
  // However far down the list it stood.
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.getByRole('button', { name: /^変わりなし/ }).click();
}

async function record(): Promise<void> {
  await press(doors[kept % doors.length] ?? '');
  await says('記録しました');
  kept += 1;
}

async function reopen(): Promise<void> {
  page = await handset.open();
  await page.goto(`${base}/field/`);
  await unlockPocket(page);
}

async function switchOffAndOn(): Promise<void> {
  await handset.kill();
  await reopen();
}

/** Everything has arrived, each once. */
async function settled(): Promise<void> {
  await says('すべて送りました');
  expect(await arrived()).toBe(kept);
}

async function sendByHand(): Promise<void> {
  await page.getByRole('button', { name: /^送信待ち/ }).click();
  await page.getByRole('button', { name: /送る$/ }).click();
  await page.getByRole('button', { name: '一覧にもどる' }).click();
}

test('the battery dies while a visit waits', patient, async () => {
  await setUpPocket(page, base, 'koga');
  await handset.setOffline(true);
  await record();
  await handset.kill();
  await handset.setOffline(false);
  await reopen();
  await settled();
});

test('the app is loaded anew between two visits without a signal', patient, async () => {
  await handset.setOffline(true);
  await record();
  await page.reload();
  await unlockPocket(page);
  await says('送信待ち 1件');
  await record();
  await handset.setOffline(false);
  await settled();
});

test('the answer is lost on its way, and then the battery dies', patient, async () => {
  let reached = 0;
  await page.route(deliveries, async (route) => {
    await route.fetch();
    reached += 1;
    await route.abort().catch(() => undefined);
  });
  await record();
  await expect.poll(() => reached, { timeout: 60_000 }).toBeGreaterThan(0);
  await says('送信待ち 1件');
  expect(await arrived()).toBe(kept);
  await switchOffAndOn();
  await settled();
});

test('the server falls over between its commit and its answer', patient, async () => {
  const fallOver = async (route: Route) => {
    await route.fetch();
    await route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' });
  };
  await page.route(deliveries, fallOver);
  await record();
  await expect.poll(arrived, { timeout: 60_000 }).toBe(kept);
  await says('送信待ち 1件');
  await page.unroute(deliveries, fallOver);
  await sendByHand();
  await settled();
});

test('two windows send the same visit at the same time', patient, async () => {
  await handset.setOffline(true);
  await record();
  const other = await handset.open();
  await other.goto(`${base}/field/`);
  await other.getByLabel(/^合いことば/).waitFor();
  await handset.setOffline(false);
  await Promise.all([page, other].map((window) => window.evaluate(() => dispatchEvent(new Event('online')))));
  await settled();
  await other.close();
});

test('the network brings a delivery once more, long after it was answered', patient, async () => {
  const brought: string[] = [];
  const listen = async (route: Route) => {
    brought.push(route.request().postData() ?? '');
    await route.continue();
  };
  await page.route(deliveries, listen);
  await record();
  await settled();
  await page.unroute(deliveries, listen);
  for (const body of [...brought, ...brought]) {
    const again = await town.app.request('/field/deliveries', { method: 'POST', body });
    expect(again.status).toBe(200);
  }
  expect(brought.join('').length).toBeGreaterThan(200);
  await settled();
});

test('a network that answers in the place of the house', patient, async () => {
  const bodies = ['<html>ログインしてください</html>', '{"said":"{}","signature":"AAAA"}'];
  let asked = 0;
  const answer = (route: Route) =>
    route.fulfill({ status: 200, body: bodies[asked++ % bodies.length] ?? '' });
  await page.route(deliveries, answer);
  const inItsPlace = (route: Route) =>
    route.fulfill({ status: 200, body: '{"standing":"ended","at":"2026-02-02T01:00:00Z","answers":[]}' });
  await page.route('**/field/questions', inItsPlace);
  await page.getByRole('button', { name: '受け持ちを新しくする' }).click();
  await says('電波が届かないようです');
  await page.unroute('**/field/questions', inItsPlace);
  await record();
  await says('送信待ち 1件');
  await sendByHand();
  await sendByHand();
  expect(asked).toBeGreaterThan(1);
  await says('送信待ち 1件');
  expect(await arrived()).toBe(kept - 1);
  await page.unroute(deliveries, answer);
  await sendByHand();
  await settled();
});

test('the clock of the phone is a year off', patient, async () => {
  // A phone has one clock: no other window of it is open that would hold the house unheard for a year.
  await page.close();
  page = await handset.open();
  await page.addInitScript((ms) => {
    const right = Date.now;
    Object.assign(window, { right });
    Date.now = () => right() - ms;
  }, 365 * 86_400_000);
  await page.goto(`${base}/field/`);
  await unlockPocket(page);
  await handset.setOffline(true);
  await record();
  await handset.setOffline(false);
  await settled();
  const [last] = await town.look<{ day: string }>(
    'select visited_on::text as day from visits where post_id = $1 order by id desc limit 1',
    [town.id('post:koga')],
  );
  expect(last?.day).toBe('2026-02-02');
  // The clock is put right, and the house is heard by it: by the right clock it was last heard a year ago.
  const heard = page.waitForResponse(deliveries);
  await page.evaluate(() => {
    Date.now = (window as unknown as { right: () => number }).right;
    window.dispatchEvent(new Event('online'));
  });
  await heard;
  await expect.poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length)).toBe(0);
  await page.close();
});

test('an impatient thumb presses again while the slow phone is still writing', patient, async () => {
  await reopen();
  await page.evaluate(() => {
    const sign = crypto.subtle.sign.bind(crypto.subtle);
    crypto.subtle.sign = async (...how) => {
      await new Promise((done) => setTimeout(done, 6_000));
      return sign(...how);
    };
  });
  await page.getByRole('button', { name: new RegExp(`^${doors[0]}`) }).click();
  const usual = page.getByRole('button', { name: /^変わりなし/ });
  // Long enough apart that the screen is drawn anew in between.
  for (let times = 0; times < 3; times++) {
    await usual.click();
    await page.waitForTimeout(2_200);
  }
  await says('記録しました');
  kept += 1;
  await switchOffAndOn();
  await settled();
});

test('the battery dies in the very moment of the press', patient, async () => {
  await reopen();
  await handset.setOffline(true);
  await press(doors[0] ?? '');
  await handset.kill();
  await reopen();
  await page.getByRole('button', { name: /^(送信待ち|すべて送りました)/ }).waitFor();
  // The screen had not said anything yet: it is kept whole or not at all.
  const waits = await page.getByRole('button', { name: '送信待ち 1件' }).count();
  kept += waits;
  await handset.setOffline(false);
  await settled();
});

test('the database is taken away while it works', patient, async () => {
  let taken = 0;
  const takeAway = async (route: Route) => {
    const coming = route.fetch().catch(() => null);
    await town.look(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'kanaeau_app'`,
    );
    taken += 1;
    const answer = await coming;
    // The battery may have died meanwhile.
    await (answer ? route.fulfill({ response: answer }) : route.abort()).catch(() => undefined);
  };
  await page.route(deliveries, takeAway);
  await record();
  await expect.poll(() => taken, { timeout: 60_000 }).toBeGreaterThan(0);
  await page.unroute(deliveries, takeAway);
  await switchOffAndOn();
  await settled();
});

test(
  'the house is not heard for three days: the round goes, and what waits arrives all the same',
  patient,
  async () => {
    await handset.setOffline(true);
    await record();
    page = await handset.open();
    await page.addInitScript((ms) => {
      const real = Date.now;
      Date.now = () => real() + ms;
    }, 73 * 3_600_000);
    await page.goto(`${base}/field/`);
    await says('72時間つながらなかったので');
    await says('送信待ち 1件');
    await handset.setOffline(false);
    await page.getByRole('button', { name: 'この電話を登録しなおす' }).waitFor();
    expect(await arrived()).toBe(kept);
  },
);
