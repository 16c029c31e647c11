import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { sidebarPage } from '../../src/addon/sidebar-page';
import type { CallName } from '../../src/contract/calls';
import type { Screen } from '../../src/contract/state';
import { servedPage } from '../../workbench/runtime/served-page';
import { fontFile, fontSheet } from '../../workbench/server/fonts';
import { withHead } from '../../workbench/server/frames';
import { ACT_NAMES } from '../support/acts';
import { launch, PATIENCE_MS } from '../support/browser';
import { FakeServer } from './fake-server';

const root = path.join(__dirname, '../..');

function newestIn(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const full = path.join(folder, entry.name);
      return entry.isDirectory() ? newestIn(full) : statSync(full).mtimeMs;
    }),
  );
}

/** The built sidebar, of ADDON_DIST where that is given; when dist/ is older than the sources, a build of the same kind made here. */
export function builtSidebar(): string {
  const given = process.env.ADDON_DIST;
  if (given) return readFileSync(path.join(given, 'sidebar.html'), 'utf8');
  const dist = path.join(root, 'dist/sidebar.html');
  const newest = Math.max(...['sidebar', 'contract', 'core'].map((room) => newestIn(path.join(root, 'src', room))));
  if (existsSync(dist) && statSync(dist).mtimeMs > newest) return readFileSync(dist, 'utf8');
  const out = mkdtempSync(path.join(tmpdir(), 'sidebar-'));
  const script = `import { buildSidebar } from './src/sidebar/bundle.mjs'; await buildSidebar({ out: process.argv[1] });`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script, out], { cwd: root });
  const page = readFileSync(path.join(out, 'sidebar.html'), 'utf8');
  rmSync(out, { recursive: true });
  return page;
}

/** A clock that can be put on, so that a test need not wait. */
const CLOCK = `
window.__later = 0;
const now = Date.now;
Date.now = () => now() + window.__later;`;

/** google.script.run in the page: each call goes out to the fake in the test, and comes back like Google's. */
export const RUNNER = `
window.__open = 0;
window.google = { script: { host: { close() { window.__closed = true; } }, run: (() => {
  const names = ${JSON.stringify(ACT_NAMES)};
  const runner = (ok, fail) => {
    const r = { withSuccessHandler: (f) => runner(f, fail), withFailureHandler: (f) => runner(ok, f) };
    for (const name of names) r[name] = (json) => {
      if (window.__throwOn === name) { window.__throwOn = null; throw new TypeError('Failed due to illegal value in property: 0'); }
      window.__open++;
      window.__call(name, json).then((answer) => ok && ok(answer), (error) => fail && fail(error)).finally(() => window.__open--);
    };
    return r;
  };
  return runner(null, null);
})() } };`;

export interface Opened {
  page: Page;
  context: BrowserContext;
  server: FakeServer;
  /** Whether the page arrives with its placeholder, as if the server had put no state into it. */
  noState: boolean;
  /** Leaves for an empty page of the same site. */
  empty(): Promise<void>;
  /** Loads the page again, as a reload of the browser tab would. */
  reload(): Promise<void>;
  /** Opens it once more, in another tab of the same browser. */
  another(): Promise<Page>;
  close(): Promise<void>;
}

let browser: Promise<Browser> | null = null;
/** The page as Google serves it, but for its first state. */
let served: string | null = null;
/** The browser's window that states are looked at in one after the other. */
let kept: Opened | null = null;
let keptFor = 0;
/** A window becomes slower with each page that it has shown: after a hundred it took two and a half times as long. */
const STATES_A_WINDOW = 10;
/** What serves the pages: a server of this machine, as secure to the browser as Google is. Only there it has locks. */
let site: Promise<Site> | null = null;

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  (await site)?.server.close();
  browser = null;
  kept = null;
  site = null;
}

interface Site {
  server: Server;
  /** http://localhost:… */
  address: string;
  /** What stands at /0, /1 … */
  opened: Opened[];
}

/** Serves each opened sidebar at its number, the fonts, axe, and an empty page for everything else. */
async function openSite(): Promise<Site> {
  const opened: Opened[] = [];
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    const font = fontFile(name.replace(/^fonts\//, ''));
    if (font !== null) {
      response.writeHead(200, { 'Content-Type': 'font/woff2', 'Cache-Control': 'max-age=3600' });
      createReadStream(font).pipe(response);
      return;
    }
    if (name === 'axe.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'max-age=3600' });
      createReadStream(require.resolve('axe-core/axe.min.js')).pipe(response);
      return;
    }
    const shown = opened[Number(name)];
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(name !== '' && shown ? pageWith(shown.server.screen, shown.noState) : '<!doctype html>');
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return { server, address: `http://localhost:${(server.address() as AddressInfo).port}`, opened };
}

export interface Options {
  height?: number;
  locale?: string;
  scale?: number;
  /** Leave the placeholder as it is, as if the server had put no state into the page. */
  noState?: boolean;
  /** What goes wrong from the start. */
  faults?: FakeServer['faults'];
  /** Run before the page's own script. */
  script?: string;
}

/** Opens the sidebar, 300 px wide, on a screen; its page arrives as it does at Google when every report is true. */
export async function openSidebar(first: Screen, options: Options = {}): Promise<Opened> {
  browser ??= launch();
  const context = await (await browser).newContext({
    viewport: { width: 300, height: options.height ?? 850 },
    deviceScaleFactor: options.scale ?? 1,
    locale: options.locale ?? 'en-GB',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  site ??= openSite();
  const { address, opened: all } = await site;
  const load = (page: Page) => loaded(page, `${address}/${all.indexOf(opened)}`);
  const opened: Opened = {
    page: await context.newPage(),
    context,
    server: serverOf(first, options),
    noState: options.noState ?? false,
    empty: () => opened.page.goto(`${address}/nothing`).then(() => undefined),
    reload: () => load(opened.page).then(() => undefined),
    another: async () => load(await context.newPage()),
    close: () => context.close(),
  };
  all.push(opened);
  await context.exposeFunction('__call', (name: CallName, json: string) => opened.server.handle(name, json));
  await context.addInitScript(CLOCK);
  await context.addInitScript(RUNNER);
  if (options.script) await context.addInitScript(options.script);
  await load(opened.page);
  return opened;
}

/**
 * Opens the sidebar in the window in which the state before was looked at, with a server of its own and nothing left in the
 * browser's storage: for tests that go through many states. A window for each of them costs a process of the browser.
 */
export async function openNext(first: Screen, options: Pick<Options, 'faults' | 'noState'> = {}): Promise<Opened> {
  if (kept && keptFor === STATES_A_WINDOW) {
    await kept.close();
    kept = null;
  }
  if (!kept) {
    kept = await openSidebar(first, options);
    keptFor = 1;
    return kept;
  }
  keptFor++;
  const { page } = kept;
  await kept.empty();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  kept.server = serverOf(first, options);
  kept.noState = options.noState ?? false;
  await page.setViewportSize({ width: 300, height: 850 });
  await kept.reload();
  return kept;
}

function serverOf(first: Screen, options: Options): FakeServer {
  const server = new FakeServer(first);
  server.faults = structuredClone(options.faults ?? {});
  return server;
}

async function loaded(page: Page, address: string): Promise<Page> {
  await page.goto(address);
  await page.locator('.sidebar').waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** The sidebar's document with a state in it, or with its placeholder. The state's own text holds nothing that Google cuts. */
function pageWith(screen: Screen, noState: boolean): string {
  served ??= withHead(servedPage(builtSidebar(), 'strict').html, `<style>${fontSheet()}</style>`);
  return noState ? served : sidebarPage(served, { ...screen, serverNow: Date.now() });
}

/** Keeps a picture for looking at, when SHOTS names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

/** The groups of the ⋯ menu. */
const MENU_GROUPS = ['Month and deals', 'Setup', 'Help'];

/** Opens the ⋯ menu and chooses a line of it, in whichever group that stands. */
export async function menu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  const wanted = page.getByRole('menuitem', { name: item, exact: true });
  for (const group of MENU_GROUPS) {
    if ((await wanted.count()) > 0) break;
    await page.getByRole('menuitem', { name: group, exact: true }).click();
    if ((await wanted.count()) > 0) break;
    await page.keyboard.press('ArrowLeft');
  }
  await wanted.click();
}

/** Every line of the ⋯ menu, those of its groups behind each. */
export async function menuLines(page: Page): Promise<string[]> {
  const lines = page.getByRole('menuitem');
  await page.getByRole('button', { name: 'More actions' }).click();
  const all: string[] = [];
  for (const line of await lines.allTextContents()) {
    all.push(line);
    if (!MENU_GROUPS.includes(line)) continue;
    await page.getByRole('menuitem', { name: line, exact: true }).click();
    all.push(...(await lines.allTextContents()).slice(1));
    await page.keyboard.press('ArrowLeft');
  }
  await page.keyboard.press('Escape');
  return all;
}

/** One digit alone on a deal's card: the status is set, and the cursor stands in "what moved". */
export async function pressStatus(page: Page, digit: string): Promise<void> {
  await page.keyboard.press(digit);
  await page.locator('.row.open textarea[data-field=moved]:focus').waitFor();
}

/** What the polite live region said last. */
export function said(page: Page): Promise<string | null> {
  return page.locator('.sidebar > p[role=status]').textContent();
}

/** Somebody comes back to the window a while later: the sidebar looks for changes. */
export async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    (window as Window & { __later?: number }).__later! += 2100;
    window.dispatchEvent(new Event('focus'));
  });
}

/** Waits until every call is answered, and what it led to is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as Window & { __open?: number }).__open === 0);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Somebody comes back, and the sidebar has looked and drawn what it found. */
export async function lookAgain({ page, server }: Pick<Opened, 'page' | 'server'>): Promise<void> {
  const before = server.log.length;
  await comeBack(page);
  await until(() => server.log.length > before, 'a look for changes');
  await settled(page);
}

/** Waits until a condition outside of the page holds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`This did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
