/** The self-check's page in a browser: it asks, runs, shows the table, green and red, and brings it as text. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { BY_HAND } from '../../src/self-check/hand';
import { closeWorkers } from '../../workbench/runtime';
import { type RunningServer, startServer } from '../../workbench/server/server';
import { launch, openPage } from '../support/browser';
import { buildSelfCheck, WRONG } from '../support/self-check';
import { shot } from '../support/story';

const USER = 'manager@example.com';
/** Without Google's frame, its clock and its pictures; and what nobody has clicked yet. */
const UNTOLD = 7;

type Built = Awaited<ReturnType<typeof buildSelfCheck>>;
let right: Built;
let wrong: Built;
let browser: Browser;
let folder: string;
let server: RunningServer;
let page: Page;
let sidebar: FrameLocator;

beforeAll(async () => {
  right = await buildSelfCheck();
  wrong = await buildSelfCheck(WRONG);
  browser = await launch();
  folder = mkdtempSync(path.join(tmpdir(), 'self-check-'));
  // As this repository's own: its pages are served the strict way.
  server = await startServer({
    bookFile: path.join(folder, 'book.json'),
    projectFolder: right.folder,
    ownName: 'Monthly 1:1',
    user: USER,
    port: 0,
    empty: true,
    pageFolder: path.join(__dirname, '..', '..', 'build', 'page'),
    tell: () => undefined,
  });
  page = await openPage(browser, server, USER);
  page.setDefaultTimeout(90_000);
  sidebar = page.frameLocator('iframe[data-frame=sidebar]');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await closeWorkers();
  rmSync(folder, { recursive: true, force: true });
  right.remove();
  wrong.remove();
});

/** Opens the page by the menu and runs the check. */
async function runCheck(): Promise<void> {
  await page.getByRole('button', { name: 'Monthly 1:1', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Self-check', exact: true }).click();
  await sidebar.getByText('Self-check, may be deleted').waitFor();
  await sidebar.getByRole('button', { name: 'Run it' }).click();
  await sidebar.getByText(/\d+ as we assume, \d+ differs, \d+ could not tell\./).waitFor();
}

const counts = async () => (await sidebar.getByText(/as we assume, /).textContent())?.match(/\d+/g)?.map(Number);
const keep = (name: string) => shot(page.locator('iframe[data-frame=sidebar]'), name);
/** The lines of a group of the table. */
const lines = (verdict: string) =>
  sidebar
    .locator('section', { has: page.getByRole('heading', { name: new RegExp(`^${verdict}`) }) })
    .locator('summary');

test('asks first, runs, and is green but for what only Google can tell', async () => {
  await runCheck();
  expect(await counts()).toEqual([expect.any(Number), 0, UNTOLD]);
  await lines('could not tell').first().click();
  await keep('30-self-check');
  expect(await page.evaluate(() => window.workbench.sheetNames())).toEqual(['Sheet1']);
});

test('copies the table as text, with what was tried by hand', async () => {
  await sidebar.getByRole('button', { name: `${BY_HAND.length} things to try by hand` }).click();
  await sidebar.getByRole('textbox', { name: /press Ctrl\+Z/ }).fill('It came back.');
  await keep('31-self-check-by-hand');
  const texts: string[] = [];
  await page.exposeFunction('heard', (text: string) => texts.push(text));
  await sidebar.locator('body').evaluate(({ ownerDocument }) => {
    ownerDocument.addEventListener('copy', () => {
      const { value } = ownerDocument.activeElement as HTMLTextAreaElement;
      (Reflect.get(globalThis, 'heard') as (text: string) => void)(value);
    });
  });
  await sidebar.getByRole('button', { name: 'Copy as text' }).click();
  await sidebar.getByText('Copied.').first().waitFor();
  expect(texts.at(-1)).toMatch(/^Self-check of Monthly 1:1, .*not at Google\n/);
  expect(texts.at(-1)).toMatch(/\n {2}It came back\.\n/);
});

test('is red where an assumption is wrong, and says what was seen', async () => {
  cpSync(wrong.folder, right.folder, { recursive: true });
  await runCheck();
  expect((await counts())?.[1]).toBe(WRONG.length);
  expect(await lines('differs').count()).toBe(WRONG.length);
  await lines('differs').filter({ hasText: 'What crosses to the page' }).click();
  await sidebar.getByText('assumed: "400000"').waitFor();
  await keep('32-self-check-red');
});
