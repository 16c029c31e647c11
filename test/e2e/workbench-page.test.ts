/** The page in a real browser: two windows as two people, the menu, the sidebar, dialogs, protections, a restart. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { insertRowAbove, launch, openPage, startWorkbench, type Workbench } from '../support/browser';

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
  await page
    .waitForFunction(([cell, value]) => window.workbench.text('Sheet1', cell!) === value, [a1, wanted])
    .catch(async (error: Error) => {
      const shown = await Promise.all(['A1', 'A2', 'A3', a1].map((cell) => text(page, cell)));
      throw new Error(`${error.message} A1, A2, A3 and ${a1} show ${JSON.stringify(shown)}.`);
    });
}

/** A line a cell, from the first one down; the next one is begun when the cursor has gone on, as a person would. */
async function type(page: Page, a1: string, ...lines: string[]): Promise<void> {
  await page.evaluate((cell) => window.workbench.select('Sheet1', cell), a1);
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(a1) ?? [];
  for (const [n, line] of lines.entries()) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
    if (n === lines.length - 1) return;
    const below = `${column}${Number(row) + n + 1}`;
    await page.waitForFunction((cell) => window.workbench.selection() === cell, below);
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
  await ana.waitForFunction(() => window.workbench.sheetNames().includes('Small'));
  // The script opens it for boss, which would move what boss selects before that.
  await boss.waitForFunction(() => window.workbench.activeSheet() === 'Small');
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

test('onEdit runs on what is typed, pasted, filled, cleared and undone; not on formats, rows or scripts', async () => {
  const boss = await open('boss@example.com');
  await boss.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await choose(boss, 'A tab for triggers');
  await boss.waitForFunction(() => window.workbench.activeSheet() === 'Triggered');
  const select = (a1: string) => boss.evaluate((cell) => window.workbench.select('Triggered', cell), a1);
  const shows = (a1: string, wanted: string) =>
    boss.waitForFunction(([cell, value]) => window.workbench.text('Triggered', cell!) === value, [a1, wanted]);
  type Report = { fn: string; from: string; state: string; where?: string; logs: string[]; calls: object };
  const runs = async () => {
    const reports = (await (await fetch(`${workbench.address}/api/runs`)).json()) as Report[];
    return reports.filter((run) => run.from === 'edit' && run.where?.startsWith('Triggered!')).reverse();
  };
  let seen = 0;
  /** The next trigger, when it is over. */
  const next = async () => {
    for (;;) {
      const run = (await runs())[seen];
      if (run && run.state !== 'running') {
        seen++;
        const [log = 'null'] = run.logs;
        return { ...run, told: log.startsWith('{') ? (JSON.parse(log) as unknown) : null };
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const put = async (a1: string, text: string) => {
    await select(a1);
    await boss.keyboard.type(text);
    await boss.keyboard.press('Enter');
  };

  await put('B2', 'plain');
  expect(await next()).toMatchObject({
    where: 'Triggered!B2',
    told: { at: 'B2', value: 'plain', oldValue: null, user: '', mode: 'LIMITED' },
    calls: { 'Range.getSheet': 1, 'Sheet.getName': 1, 'Range.getA1Notation': 1, 'User.getEmail': 1 },
  });
  await put('B2', '42k');
  // What the script writes runs no trigger: the next one is that of the undo.
  expect(await next()).toMatchObject({ told: { value: '42k', oldValue: 'plain' } });
  await shows('B2', '42000');
  await boss.keyboard.press('Control+z');
  expect(await next()).toMatchObject({ told: { at: 'B2', value: '42k', oldValue: '42000' } });

  await select('B2');
  await boss.keyboard.press('Control+b');
  await insertRowAbove(boss, 'Triggered', 2);
  await shows('B3', '42000');
  await boss.evaluate(() => navigator.clipboard.writeText('one\ttwo\nthree\tfour\n'));
  await select('D5');
  await boss.keyboard.press('Control+v');
  expect(await next()).toMatchObject({ told: { at: 'D5:E6', value: null, oldValue: null } });
  await boss.evaluate(() => navigator.clipboard.writeText('single'));
  await select('D9');
  await boss.keyboard.press('Control+v');
  expect(await next()).toMatchObject({ told: { at: 'D9', value: null, oldValue: null } });
  await select('D9:D11');
  await boss.keyboard.press('Control+d');
  expect(await next()).toMatchObject({ told: { at: 'D10:D11', value: null } });
  await select('D11');
  await boss.keyboard.press('Delete');
  expect(await next()).toMatchObject({ told: { at: 'D11', value: null, oldValue: 'single' } });

  // A trigger that fails leaves the edit as it is, and says so in the meter only.
  await put('G2', 'fail');
  expect(await next()).toMatchObject({ state: 'failed' });
  await shows('G2', 'fail');
  expect(await boss.locator('.trouble').count()).toBe(0);
  await boss.getByRole('button', { name: /Service calls/ }).click();
  await boss.getByText('Triggered!G2').waitFor();
  if (process.env.WORKBENCH_PICTURE) await boss.screenshot({ path: `${process.env.WORKBENCH_PICTURE}.meter.png` });

  // The switches: what scripts write off the undo stack, undo without a trigger, an add-on that is not enabled.
  await boss.getByLabel('Undo takes back what scripts write').uncheck();
  await boss.getByLabel('Undo runs onEdit').uncheck();
  await put('I2', '42k');
  await next();
  await shows('I2', '42000');
  await select('I2');
  await boss.keyboard.press('Control+z');
  await shows('I2', '');
  await put('I3', 'after');
  expect(await next()).toMatchObject({ told: { at: 'I3', value: 'after' } });
  await boss.getByLabel('The add-on is enabled in this file').uncheck();
  await put('I4', 'nobody reads this');
  expect((await next()).logs).toEqual(['NONE']);
  for (const name of ['Undo takes back what scripts write', 'Undo runs onEdit', 'The add-on is enabled in this file'])
    await boss.getByLabel(name).check();
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
