/** What must be seen of a sheet in the page, for two people at once. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { insertRowAbove, launch, openPage, startWorkbench, type Workbench } from '../support/browser';

const project = path.join(__dirname, '..', 'support', 'fixture-addon');
let browser: Browser;
let workbench: Workbench;
let boss: Page;
let ana: Page;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await launch();
  workbench = await startWorkbench({ project, user: 'boss@example.com' });
  boss = await openPage(browser, workbench, 'boss@example.com');
  ana = await openPage(browser, workbench, 'ana@example.com');
  for (const page of [boss, ana]) page.on('pageerror', (error) => troubles.push(error.message));
  await boss.getByRole('button', { name: 'Extensions' }).click();
  await boss.getByRole('menuitem', { name: 'fixture-addon' }).click();
  await boss.getByRole('menuitem', { name: 'Paint' }).click();
  await boss.waitForFunction(() => window.workbench.activeSheet() === 'Painted');
  await ana.evaluate(() => window.workbench.select('Painted', 'A4'));
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
  expect(troubles).toEqual([]);
});

const background = (page: Page, a1: string) =>
  page.evaluate((cell) => window.workbench.background('Painted', cell), a1);
const height = (page: Page, row: number) => page.evaluate((at) => window.workbench.rowHeight('Painted', at), row);
const isShown = (page: Page, row: number) => page.evaluate((at) => window.workbench.isRowShown('Painted', at), row);

async function type(page: Page, a1: string, text: string): Promise<void> {
  await page.evaluate((cell) => window.workbench.select('Painted', cell), a1);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test('rows grow with wrapped text unless they were forced, in every window by itself', async () => {
  for (const page of [boss, ana]) {
    await page.waitForFunction(() => window.workbench.rowHeight('Painted', 4) > 40);
    await page.waitForFunction(() => window.workbench.rowHeight('Painted', 5) === 30);
    await page.waitForFunction(() => window.workbench.rowHeight('Painted', 6) === 25);
  }
  await type(ana, 'A5', 'Typed by Ana, and long enough to need three lines of this narrow column at least');
  for (const page of [boss, ana]) await page.waitForFunction(() => window.workbench.rowHeight('Painted', 5) > 40);
  const heights = await Promise.all([boss, ana].map((page) => height(page, 5)));
  // They stay as they are while another edit goes through both windows.
  await type(ana, 'C9', 'later');
  for (const page of [boss, ana]) await page.waitForFunction(() => window.workbench.text('Painted', 'C9') === 'later');
  expect(await Promise.all([boss, ana].map((page) => height(page, 5)))).toEqual(heights);
  await type(ana, 'A5', 'short');
  for (const page of [boss, ana]) await page.waitForFunction(() => window.workbench.rowHeight('Painted', 5) === 30);
});

test('conditional formats show, by text and by a formula over a calculated cell', async () => {
  for (const page of [boss, ana]) {
    await page.waitForFunction(() => window.workbench.background('Painted', 'E5') === '#fdf0d3');
    expect(await background(page, 'F5')).toBe('');
  }
  await type(ana, 'D5', '200');
  for (const page of [boss, ana]) {
    await page.waitForFunction(() => window.workbench.background('Painted', 'F5') === '#fbe4e1');
    await page.waitForFunction(() => window.workbench.text('Painted', 'D7') === '240');
  }
  await type(ana, 'D5', '20');
  for (const page of [boss, ana]) await page.waitForFunction(() => window.workbench.background('Painted', 'F5') === '');
});

test('what is being typed stays while values come in for a cell in the same row and column, here and on another tab', async () => {
  await ana.evaluate(() => window.workbench.select('Painted', 'D9'));
  await ana.keyboard.type('begun ');
  for (const tab of ['Sheet1', 'Painted']) {
    await boss.evaluate((name) => window.workbench.select(name, 'D9'), tab);
    await boss.keyboard.type(`by the boss on ${tab}`);
    await boss.keyboard.press('Enter');
    await ana.waitForFunction((name) => window.workbench.text(name, 'D9') === `by the boss on ${name}`, tab);
    await ana.keyboard.type('and ');
  }
  await ana.keyboard.type('done');
  await ana.keyboard.press('Enter');
  for (const page of [boss, ana])
    await page.waitForFunction(() => window.workbench.text('Painted', 'D9') === 'begun and and done');
  // Left without a change, the editor shows what has come in meanwhile.
  await ana.evaluate(() => window.workbench.select('Painted', 'D9'));
  await ana.keyboard.type('never mind');
  await boss.evaluate(() => window.workbench.select('Painted', 'D9'));
  await boss.keyboard.type('the last word');
  await boss.keyboard.press('Enter');
  await ana.waitForFunction(() => window.workbench.text('Painted', 'D9') === 'the last word');
  await ana.keyboard.press('Escape');
  await ana.keyboard.press('F2');
  await ana.keyboard.type(' stands');
  await ana.keyboard.press('Enter');
  await boss.waitForFunction(() => window.workbench.text('Painted', 'D9') === 'the last word stands');
});

test('the sign of a row group folds for everybody', async () => {
  expect(await isShown(ana, 13)).toBe(false);
  await boss.getByRole('button', { name: 'Expand rows 12 to 15' }).click();
  await ana.waitForFunction(() => window.workbench.isRowShown('Painted', 13));
  await ana.getByRole('button', { name: 'Collapse rows 12 to 15' }).click();
  await boss.waitForFunction(() => !window.workbench.isRowShown('Painted', 13));
});

test('a row inserted by hand takes formats, formulas and groups along; undo takes it back', async () => {
  /** Waits until rows 4 to 7 have these colours: a rule is looked at again a moment after its cells have moved. */
  const colours = (page: Page, col: string, wanted: readonly string[]) =>
    page.waitForFunction(
      ([name, all]) =>
        [4, 5, 6, 7].every((row, n) => window.workbench.background('Painted', `${name}${row}`) === all[n]),
      [col, wanted] as const,
    );
  const blue = '#e1eaf5';
  await colours(boss, 'G', ['', '', blue, '']);
  await insertRowAbove(boss, 'Painted', 4);
  for (const page of [boss, ana]) {
    await page.waitForFunction(() => window.workbench.formula('Painted', 'D8') === '=SUM(D5:D7)');
    await colours(page, 'G', ['', '', '', blue]);
    await page.getByRole('button', { name: 'Expand rows 13 to 16' }).waitFor();
  }
  await type(ana, 'D6', '300');
  for (const page of [boss, ana])
    await page.waitForFunction(() => window.workbench.background('Painted', 'F7') === '#fbe4e1');
  await type(ana, 'D6', '20');
  await boss.waitForFunction(() => window.workbench.background('Painted', 'F7') === '');
  await boss.evaluate(() => window.workbench.select('Painted', 'A4'));
  await boss.keyboard.press('Control+z');
  for (const page of [boss, ana]) {
    await page.waitForFunction(() => window.workbench.formula('Painted', 'D7') === '=SUM(D4:D6)');
    await colours(page, 'G', ['', '', blue, '']);
    await page.getByRole('button', { name: 'Expand rows 12 to 15' }).waitFor();
  }
});

test('rows that a filter hides are gone from every window until the filter goes', async () => {
  const filter = async () => {
    await boss.getByRole('button', { name: 'Extensions' }).click();
    await boss.getByRole('menuitem', { name: 'fixture-addon' }).click();
    await boss.getByRole('menuitem', { name: 'Filter' }).click();
  };
  const sign = 'button[aria-label="Expand rows 12 to 15"]';
  const top = (page: Page) => page.locator(sign).evaluate((button) => button.getBoundingClientRect().top);
  const before = await Promise.all([boss, ana].map(async (page) => ({ page, at: await top(page) })));
  await filter();
  for (const { page, at } of before) {
    await page.waitForFunction(() => !window.workbench.isRowShown('Painted', 4));
    // What lies below moves up by the heights of rows 4 and 6.
    await page.waitForFunction(
      ([button, wasAt]) => document.querySelector(button)!.getBoundingClientRect().top < wasAt - 40,
      [sign, at] as const,
    );
    expect(await Promise.all([3, 4, 5, 6, 7].map((row) => isShown(page, row)))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  }
  if (process.env.SHOTS) await ana.screenshot({ path: `${process.env.SHOTS}/filter.png` });
  // Down from row 3 the cursor steps over what is hidden, and what is typed lands in sight.
  await ana.evaluate(() => window.workbench.select('Painted', 'C3'));
  await ana.keyboard.press('ArrowDown');
  await ana.keyboard.press('ArrowDown');
  await ana.waitForFunction(() => window.workbench.selection() === 'C7');
  await filter();
  for (const page of [boss, ana]) {
    await page.waitForFunction(() => window.workbench.isRowShown('Painted', 4));
    expect(await isShown(page, 6)).toBe(true);
  }
});

test('rows are found by the key in their hidden column', async () => {
  expect(await ana.evaluate(() => window.workbench.findRow('Painted', 'key-2'))).toBe(5);
  expect(await ana.evaluate(() => window.workbench.findRow('Painted', 'nobody'))).toBe(0);
});

test('an edit on moved rows is taken back in words, and the sheet then shows what is there', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const late = await context.newPage();
  let isHeld = false;
  const held: (string | Buffer)[] = [];
  let release: () => void = () => undefined;
  await late.routeWebSocket(/\/ws/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(message));
    server.onMessage((message) => (isHeld ? held.push(message) : socket.send(message)));
    release = () => {
      isHeld = false;
      for (const message of held.splice(0)) socket.send(message);
    };
  });
  // Opened on a slow machine: there the cell's editor is drawn after the first selection, and keys must find it all the same.
  const speed = await context.newCDPSession(late);
  await speed.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await late.goto(`${workbench.address}/?user=late@example.com`);
  await late.waitForFunction(() => window.workbench?.isReady);
  await speed.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  isHeld = true;
  await boss.evaluate(() => window.workbench.select('Sheet1', 'A2'));
  await boss.keyboard.type('second row');
  await boss.keyboard.press('Enter');
  await insertRowAbove(boss, 'Sheet1', 1);
  await boss.waitForFunction(() => window.workbench.text('Sheet1', 'A3') === 'second row');
  await late.evaluate(() => window.workbench.select('Sheet1', 'A2'));
  await late.keyboard.type('meant for the second row');
  await late.keyboard.press('Enter');
  await late.getByText('Saving…').waitFor();
  release();
  await late.getByText(/Please make the edit again/).waitFor();
  await late.waitForFunction(() => window.workbench.text('Sheet1', 'A3') === 'second row');
  expect(await boss.evaluate(() => window.workbench.text('Sheet1', 'A2'))).toBe('');
  await late.evaluate(() => window.workbench.select('Sheet1', 'A3'));
  await late.keyboard.type('made again');
  await late.keyboard.press('Enter');
  await boss.waitForFunction(() => window.workbench.text('Sheet1', 'A3') === 'made again');
  await context.close();
});

test('it looks as it should', async () => {
  await boss.evaluate(() => window.workbench.select('Painted', 'A4'));
  const picture = process.env.WORKBENCH_PICTURE;
  if (picture) await boss.screenshot({ path: picture });
  await boss.locator('.gutter-sign').first().waitFor();
  expect(await boss.locator('.gutter-sign').count()).toBe(1);
});
