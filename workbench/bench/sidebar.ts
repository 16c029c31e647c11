/**
 * How quick the sidebar is in a browser: bytes, time until it can be used, time for each key stroke. Measured on this
 * machine at a quarter of its speed, and told as ratios to an empty page in the same run.
 */
import { gzipSync } from 'node:zlib';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

const SLOWER = 4;
const ROUNDS = 5;
const LETTERS = 40;
/** "What moved" of the opportunity that is open. */
const DEAL_FIELD = '.row.open [data-field=moved]';
const ADDRESS = 'http://sidebar.test/';
const EMPTY_PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>empty</title><body><main id="app"><textarea></textarea></main></body></html>';
/** google.script.run of a server that does not answer. */
const SILENT = `const runner = new Proxy({}, { get: () => () => runner });
window.google = { script: { host: { close() {} }, run: runner } };`;

export interface SidebarSpeed {
  bytes: number;
  gzipped: number;
  /** ms from the start of the navigation until the page is drawn and takes input; medians. */
  usableMs: number;
  emptyUsableMs: number;
  /** ms from a key to the next picture; medians. */
  keyMs: number;
  emptyKeyMs: number;
}

/** @param html the page as openSidebar has filled it */
export async function measureSidebar(html: string): Promise<SidebarSpeed> {
  const named = process.env.CHROME_PATH;
  const browser = await playwright.launch({
    // On Linux the Chromium that comes with the packages, elsewhere the installed Chrome.
    ...(named || process.platform === 'linux'
      ? { executablePath: named ?? (await chromium.executablePath()) }
      : { channel: 'chrome' }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    headless: true,
  });
  const taken = {
    usable: [] as number[],
    emptyUsable: [] as number[],
    keys: [] as number[],
    emptyKeys: [] as number[],
  };
  for (let round = 0; round < ROUNDS; round++) {
    await onPage(browser, EMPTY_PAGE, async (page) => {
      taken.emptyUsable.push(await usableAfter(page));
      taken.emptyKeys.push(...(await typeInto(page, 'textarea')));
    });
    await onPage(browser, html, async (page) => {
      taken.usable.push(await usableAfter(page));
      await openDeal(page);
      taken.keys.push(...(await typeInto(page, DEAL_FIELD)));
    });
  }
  await browser.close();
  return {
    bytes: Buffer.byteLength(html),
    gzipped: gzipSync(html).length,
    usableMs: median(taken.usable),
    emptyUsableMs: median(taken.emptyUsable),
    keyMs: median(taken.keys),
    emptyKeyMs: median(taken.emptyKeys),
  };
}

async function onPage(browser: Browser, html: string, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 300, height: 800 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(SILENT);
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto(ADDRESS);
  await act(page);
  await context.close();
}

/** When the page has drawn itself and a task of its own can run again. */
function usableAfter(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.querySelector('#app')?.firstElementChild) return void requestAnimationFrame(look);
          const entry = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
          const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
          resolve(Math.max(entry.domContentLoadedEventEnd, paint));
        };
        look();
      }),
  );
}

async function openDeal(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Existing opportunities/ })
    .first()
    .click();
  await page.locator('[data-row]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator(DEAL_FIELD).waitFor();
}

/** Types letter by letter; ms from each key to the picture that shows it. */
async function typeInto(page: Page, field: string): Promise<number[]> {
  await page.locator(field).first().focus();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    document.addEventListener(
      'keydown',
      () => {
        const from = performance.now();
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - from), 0));
      },
      true,
    );
  });
  await page.keyboard.type('x'.repeat(LETTERS), { delay: 30 });
  await page.waitForTimeout(100);
  return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The result in words, for people. */
export function sidebarWords(speed: SidebarSpeed): string {
  const times = (own: number, empty: number) =>
    `${own.toFixed(0)} ms, ${(own / empty).toFixed(1)} times an empty page's ${empty.toFixed(0)} ms`;
  return [
    `The page: ${Math.round(speed.bytes / 1000)} kB with its first state, ${Math.round(speed.gzipped / 1000)} kB gzipped.`,
    `Usable after ${times(speed.usableMs, speed.emptyUsableMs)}.`,
    `A key stroke: ${times(speed.keyMs, speed.emptyKeyMs)}.`,
    `At a ${SLOWER}th of this machine's speed; medians of ${ROUNDS} rounds.`,
    '',
  ].join('\n');
}
