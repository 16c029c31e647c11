/** The page in a real browser: two windows as two people, the menu, the sidebar, dialogs, protections, a restart. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launch, openPage, startWorkbench, type Workbench } from '../support/browser';

const project = path.join(__dirname, '..', 'support', 'fixture-addon');
let browser: Browser;
let workbench: Workbench;
let folder: string;
let troubles: string[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'page-'));
  browser = await launch();
  workbench = await startWorkbench({ project, book: path.join(folder, 'book.json'), user: 'boss@example.com' });
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  troubles = [];
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  expect(troubles).toEqual([]);
});

async function open(user: string): Promise<Page> {
  const page = await openPage(browser, workbench, user);
  page.on('pageerror', (error) => troubles.push(`${user}: ${error.message}`));
  return page;
}

const text = (page: Page, a1: string) => page.evaluate((cell) => window.workbench.text('Sheet1', cell), a1);

async function sees(page: Page, a1: string, wanted: string): Promise<void> {
  await page.waitForFunction(([cell, value]) => window.workbench.text('Sheet1', cell!) === value, [a1, wanted]);
}

async function type(page: Page, a1: string, ...lines: string[]): Promise<void> {
  await page.evaluate((cell) => window.workbench.select('Sheet1', cell), a1);
  for (const line of lines) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Extensions' }).click();
  await page.getByRole('menuitem', { name: 'fixture-addon' }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

const sidebarOf = (page: Page): FrameLocator => page.frameLocator('iframe[data-frame=sidebar]');

test('two windows see each other’s edits, formulas calculated', async () => {
  const boss = await open('boss@example.com');
  const ana = await open('ana@example.com');
  await type(boss, 'A1', '12', '30', '=SUM(A1;A2)');
  await sees(ana, 'A3', '42');
  await type(ana, 'A2', '88');
  await sees(boss, 'A3', '100');
  expect(await boss.evaluate(() => window.workbench.formula('Sheet1', 'A3'))).toBe('=SUM(A1,A2)');
  await boss.getByText('Saved', { exact: true }).waitFor();
});

test('what is typed is read as Google reads it', async () => {
  const boss = await open('boss@example.com');
  await type(boss, 'C1', '3/4/2026', '50%', "'007", '1,234.5', 'TRUE', 'Nov 3, 2026', 'plain; text');
  await sees(boss, 'C7', 'plain; text');
  const column = await Promise.all(['C1', 'C2', 'C3', 'C4', 'C5', 'C6'].map((cell) => text(boss, cell)));
  expect(column).toEqual(['3/4/2026', '50%', '007', '1,234.50', 'TRUE', 'Nov 3, 2026']);
  const numbers = await fetch(`${workbench.address}/api/book`).then(async (response) => {
    const book = (await response.json()) as {
      univer: { sheets: Record<string, { cellData: Record<string, Record<string, { v: unknown }>> }> };
    };
    return [0, 1, 2, 5].map((row) => book.univer.sheets['0']?.cellData[row]?.[2]?.v);
  });
  expect(numbers).toEqual([46085, 0.5, '007', 46329]);
});

test('the first step leads to the sidebar, which runs functions as whoever clicks', async () => {
  const ana = await open('ana@example.com');
  await ana.getByLabel('First step').getByRole('button', { name: 'Open sidebar' }).click();
  const sidebar = sidebarOf(ana);
  const out = sidebar.locator('#out');
  await sidebar.getByText('Write here').waitFor();
  expect(await ana.getByLabel('First step').count()).toBe(0);
  await ana.evaluate(() => window.workbench.select('Sheet1', 'E5'));
  await sidebar.getByText('Write here').click();
  await out.getByText('wrote {"cell":"E5","user":"ana@example.com"}').waitFor();
  await sees(ana, 'E5', 'from the sidebar');
  await sidebar.getByText('Fail', { exact: true }).click();
  await out.getByText('failed Error: No, thank you').waitFor();
  await sidebar.getByText('Get a date').click();
  await out.getByText('date null').waitFor();
  await sidebar.getByText('Send a date').click();
  await out.getByText('TypeError: Failed due to illegal value in property: when').waitFor();
  await sidebar.getByText('Names').click();
  await out.getByText('writeHere').waitFor();
  expect(await out.textContent()).not.toContain('hidden_');
  expect((await ana.locator('iframe[data-frame=sidebar]').boundingBox())?.width).toBeCloseTo(299, -1);
  await sidebar.getByText('Close', { exact: true }).click();
  await ana.locator('iframe[data-frame=sidebar]').waitFor({ state: 'detached' });
});

test('an alert and a prompt hold the script until they are answered; a toast comes and goes', async () => {
  const boss = await open('boss@example.com');
  await choose(boss, 'Ask a question');
  await boss.getByRole('dialog', { name: 'Question' }).getByRole('button', { name: 'No' }).click();
  await sees(boss, 'D1', 'NO');
  await choose(boss, 'Ask a question');
  await boss.getByRole('dialog', { name: 'Question' }).waitFor();
  await boss.keyboard.press('Escape');
  await sees(boss, 'D1', 'CLOSE');
  await choose(boss, 'Ask for a name');
  await boss.getByRole('dialog', { name: 'Name' }).getByRole('textbox').fill('Bo');
  await boss.keyboard.press('Enter');
  await sees(boss, 'D2', 'Bo');
  await boss.getByText('Name noted').waitFor();
});

test('an HTML dialog opens in its size, and a failing menu entry is told in words', async () => {
  const boss = await open('boss@example.com');
  await choose(boss, 'Open dialog');
  const dialog = boss.getByRole('dialog', { name: 'A dialog' });
  const frame = dialog.locator('iframe');
  await frame.waitFor();
  expect(await frame.boundingBox()).toMatchObject({ width: 420, height: 260 });
  await dialog.getByRole('button', { name: 'Close the dialog' }).click();
  await choose(boss, 'Fail');
  await boss.getByText('Error: This was meant to fail').waitFor();
});

test('a protected cell keeps its value, and the page says why', async () => {
  const boss = await open('boss@example.com');
  const ana = await open('ana@example.com');
  await type(boss, 'H1', 'kept');
  await sees(ana, 'H1', 'kept');
  await choose(boss, 'Protect the top');
  await boss.getByText('The top is protected').waitFor();
  await type(ana, 'H1', 'overwritten');
  await ana.getByText('You are trying to edit a protected cell or object.').waitFor();
  expect(await text(ana, 'H1')).toBe('kept');
  await type(ana, 'H4', 'free');
  await sees(boss, 'H4', 'free');
  expect(await text(boss, 'H1')).toBe('kept');
});

test('a grid that shrinks under the selection: it is moved inside, here and in another window', async () => {
  const boss = await open('boss@example.com');
  const ana = await open('ana@example.com');
  const select = (page: Page, a1: string) => page.evaluate((cell) => window.workbench.select('Small', cell), a1);
  const selects = (page: Page, a1: string) =>
    page.waitForFunction((wanted) => window.workbench.selection() === wanted, a1);
  await choose(boss, 'Shrink');
  for (const page of [boss, ana]) await page.waitForFunction(() => window.workbench.sheetNames().includes('Small'));
  await select(boss, 'A1:E1');
  // Ana is typing into a cell that goes away.
  await select(ana, 'E3');
  await ana.keyboard.type('too late');
  await choose(boss, 'Shrink');
  await selects(boss, 'A1:C1');
  await selects(ana, 'C3');
  await ana.keyboard.press('Enter');
  await ana.getByText('Some of its cells lie outside of the sheet.').waitFor();
  await select(ana, 'C1000');
  // Her tab is another one while it shrinks further, and she comes back to it.
  await ana.evaluate(() => window.workbench.select('Sheet1', 'B2'));
  await select(boss, 'B2:C900');
  await choose(boss, 'Shrink');
  await selects(boss, 'B2:C5');
  await boss.keyboard.type('still works');
  await boss.keyboard.press('Enter');
  await ana.waitForFunction(() => window.workbench.text('Small', 'B2') === 'still works');
  await ana.getByText('Small', { exact: true }).click();
  await selects(ana, 'C5');
  await select(ana, 'C5');
  await ana.keyboard.type('too');
  await ana.keyboard.press('Enter');
  await boss.waitForFunction(() => window.workbench.text('Small', 'C5') === 'too');
  await choose(boss, 'Shrink');
  for (const page of [boss, ana]) await page.waitForFunction(() => !window.workbench.sheetNames().includes('Small'));
  await type(ana, 'L9', 'on');
  await sees(boss, 'L9', 'on');
});

test('the book is there after a restart, in a window that stayed open too', async () => {
  const boss = await open('boss@example.com');
  await type(boss, 'J9', 'still here');
  await boss.getByText('Saved', { exact: true }).waitFor();
  const { port } = new URL(workbench.address);
  await workbench.stop();
  await boss.getByText('No connection to the workbench').waitFor();
  workbench = await startWorkbench({ project, book: workbench.book, user: 'boss@example.com', port: Number(port) });
  await boss.getByText('Saved', { exact: true }).waitFor();
  await boss.waitForFunction(() => window.workbench.text('Sheet1', 'J9') === 'still here');
  await type(boss, 'J10', 'and on');
  const ana = await open('ana@example.com');
  await sees(ana, 'J10', 'and on');
});
