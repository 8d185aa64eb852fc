import { type CDPSession, chromium, type Page } from 'playwright-core';
import { chromiumHere } from '../test/journeys/chromium.ts';
import { setUpPocket } from '../test/journeys/pocket.ts';
import { port, type Stage } from './stage.ts';

/** A weak signal and an old phone: round trip in ms, bytes a second either way, times slower. */
const weak = { latency: 400, throughput: 400_000 / 8, slower: 6 };
const opens = 5;
const saves = 10;

/** W10: the pocket app over a weak signal on an old phone, and a visit saved on it. */
export async function openPocketApp(_stage: Stage): Promise<string[]> {
  const base = `http://localhost:${port}`;
  const browser = await chromium.launch(chromiumHere);
  const cold: number[] = [];
  for (let n = 0; n < opens; n++) {
    const context = await browser.newContext({ locale: 'ja-JP' });
    const page = await context.newPage();
    const devtools = await slowDown(page);
    await throttle(devtools);
    const from = performance.now();
    await page.goto(`${base}/field/`);
    await page.getByRole('heading', { name: 'この電話を見守りに使う' }).waitFor();
    cold.push(performance.now() - from);
    await context.close();
  }
  const context = await browser.newContext({ locale: 'ja-JP' });
  const page = await context.newPage();
  await setUpPocket(page, base, 'koga');
  await context.setOffline(true);
  await slowDown(page);
  const saved: number[] = [];
  for (let n = 0; n < saves; n++) {
    await page
      .getByRole('button', { name: /^見本鳥飼/ })
      .first()
      .click();
    saved.push(await page.evaluate(saveOne));
    await page.getByText('を記録しました').waitFor();
  }
  const warm: number[] = [];
  for (let n = 0; n < opens; n++) {
    const from = performance.now();
    await page.reload();
    await page.getByLabel(/^合いことば/).waitFor();
    warm.push(performance.now() - from);
  }
  await browser.close();
  return [
    '## W10 The pocket app over a weak signal',
    '',
    `Chromium, ${weak.latency} ms round trip, ${(weak.throughput * 8) / 1000} kbit/s, the page's processor ${weak.slower} times slower. Cold: nothing of it is on the phone.`,
    'Saved: from the press on 変わりなし to the sentence that says so, when the visit is sealed and on the disk.',
    '',
    '| what | aim | median ms | slowest ms |',
    '|---|---|---|---|',
    `| cold, until one can begin | – | ${median(cold)} | ${Math.round(Math.max(...cold))} |`,
    `| opened again without a signal | – | ${median(warm)} | ${Math.round(Math.max(...warm))} |`,
    `| a visit saved without a signal | ≤ 200 | ${median(saved)} | ${Math.round(Math.max(...saved))} |`,
  ];
}

async function slowDown(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: weak.slower });
  return devtools;
}

async function throttle(devtools: CDPSession): Promise<void> {
  const { latency, throughput } = weak;
  const both = { downloadThroughput: throughput, uploadThroughput: throughput };
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency, ...both });
}

/** In the page: presses 変わりなし and waits for the words. */
function saveOne(): Promise<number> {
  return new Promise((done) => {
    const from = performance.now();
    const status = document.querySelector('[role=status]');
    const watch = new MutationObserver(() => {
      if (!status?.textContent?.includes('記録しました')) return;
      watch.disconnect();
      done(performance.now() - from);
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    for (const button of document.querySelectorAll('button'))
      if (button.textContent?.startsWith('変わりなし')) button.click();
  });
}

function median(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}
