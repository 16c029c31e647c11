import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
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
/** A secure page, as at Google: only there has the browser locks. */
const PAGE = 'https://sidebar.test/';

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
  /** Loads the page again, as a reload of the browser tab would. */
  reload(): Promise<void>;
  /** Opens it once more, in another tab of the same browser. */
  another(): Promise<Page>;
  close(): Promise<void>;
}

let browser: Promise<Browser> | null = null;
let html: string | null = null;

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
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
  html ??= builtSidebar();
  const server = new FakeServer(first);
  server.faults = structuredClone(options.faults ?? {});
  const context = await (await browser).newContext({
    viewport: { width: 300, height: options.height ?? 850 },
    deviceScaleFactor: options.scale ?? 1,
    locale: options.locale ?? 'en-GB',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.exposeFunction('__call', (name: CallName, json: string) => server.handle(name, json));
  await context.addInitScript(CLOCK);
  await context.addInitScript(RUNNER);
  if (options.script) await context.addInitScript(options.script);
  await context.route('**/*', async (route) => {
    const font = new URL(route.request().url()).pathname.replace(/^\/fonts\//, '');
    const file = fontFile(font);
    if (file !== null) return route.fulfill({ contentType: 'font/woff2', path: file });
    const raw = html ?? '';
    const whole = options.noState ? raw : sidebarPage(raw, { ...server.screen, serverNow: Date.now() });
    const body = withHead(servedPage(whole, 'strict').html, `<style>${fontSheet()}</style>`);
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  const load = async (page: Page) => {
    await page.goto(PAGE);
    await page.locator('.sidebar').waitFor();
    await page.evaluate(() => document.fonts.ready);
    return page;
  };
  const page = await load(await context.newPage());
  return {
    page,
    context,
    server,
    reload: () => load(page).then(() => undefined),
    another: async () => load(await context.newPage()),
    close: () => context.close(),
  };
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
