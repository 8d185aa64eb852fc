import type { Page, Request } from 'playwright-core';

/** Milliseconds in which an answer sets off what comes next: the page's own work goes before a timer of it. */
const turn = 40;

/**
 * Follows what a page asks for.
 *
 * @returns waits until the page is there, nothing it asked for is under way, and nothing new is asked for in two turns.
 *   Playwright's `networkidle` waits half a second after the last answer, each time.
 */
export function watchRequests(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  return async () => {
    for (let quietTurns = 0; quietTurns < 2; ) {
      const before = underWay.size;
      const stayed = await takeTurn(page);
      quietTurns = stayed && before === 0 && underWay.size === 0 ? quietTurns + 1 : 0;
    }
  };
}

/** Whether the page was the same one all the time. */
async function takeTurn(page: Page): Promise<boolean> {
  await page.waitForLoadState('load');
  try {
    await page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), turn);
    return true;
  } catch (error) {
    if (page.isClosed()) throw error;
    return false;
  }
}
