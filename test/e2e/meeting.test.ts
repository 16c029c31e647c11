/** A whole month with the real add-on in a real browser: set up, talk, type, disagree, finish, carry over. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { addMonths, type MonthKey, monthName, monthTitle } from '../../src/core/shared/month';
import { COLUMNS, HIDDEN } from '../../src/sheet/grid/hidden';
import { insertRowAbove, launch, openPage, startWorkbench, until, type Workbench } from '../support/browser';
import { shot, storyOf } from '../support/story';

const FOLDER = mkdtempSync(path.join(tmpdir(), 'meeting-'));
const MANAGER = 'manager@example.com';
const MIRA = 'mira@example.com';
const TAB = 'Mira Oakes';
const DEALS = ['Sandoval Hotels', 'Halden Mills', 'Brightwater Clinics'];
const TYPED = 'Corvane Optics';
const COL = {
  who: 0,
  when: 1,
  why: 2,
  status: 4,
  next: 7,
  key: HIDDEN.key - 1,
  month: HIDDEN.month - 1,
  state: HIDDEN.state - 1,
} as const;

let browser: Browser;
let workbench: Workbench;
let manager: Page;
/** When Start was pressed, epoch ms. */
let startPressed = 0;
let mira: Page;
let month: MonthKey;
let next: MonthKey;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await launch();
  workbench = await startWorkbench({ empty: true, user: MANAGER, book: path.join(FOLDER, 'book.json') });
});
afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
  rmSync(FOLDER, { recursive: true, force: true });
});

const stage = storyOf(troubles, async (name, isBroken) => {
  await shot(manager, isBroken ? `failed, ${name}` : name, isBroken);
  if (isBroken) await shot(mira, `failed, ${name}, Mira`, true);
});

const sidebarOf = (page: Page): FrameLocator => page.frameLocator('iframe[data-frame=sidebar]');

async function open(user: string): Promise<Page> {
  const page = await openPage(browser, workbench, user);
  page.on('pageerror', (error) => troubles.push(`${user}: ${error.message}`));
  page.on('console', (said) => {
    if (said.type() === 'error') troubles.push(`${user}: ${said.text()}`);
  });
  return page;
}

async function openSidebar(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: 'Monthly 1:1', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open 1:1', exact: true }).click();
  const sidebar = sidebarOf(page);
  await sidebar.locator('.sidebar .dock').waitFor();
  return sidebar;
}

/** Somebody comes back to the sidebar again and again until it shows something. */
async function untilLooked(sidebar: FrameLocator, what: Locator): Promise<void> {
  await until('something new in the sidebar', async () => {
    await sidebar.locator('body').evaluate(() => window.dispatchEvent(new Event('focus')));
    return what.isVisible();
  });
}

interface Cell {
  v?: string | number | boolean | null;
  f?: string | null;
}
type CellData = Record<string, Record<string, Cell | null>>;
type Line = string[];

async function sheets(): Promise<Record<string, CellData>> {
  const response = await fetch(`${workbench.address}/api/book`);
  const book = (await response.json()) as {
    univer: { sheets: Record<string, { name: string; cellData: CellData }> };
  };
  return Object.fromEntries(Object.values(book.univer.sheets).map((sheet) => [sheet.name, sheet.cellData]));
}

/** Values and formulas of every cell that has one, for comparing. */
async function allCells(): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const [name, data] of Object.entries(await sheets()))
    for (const [row, line] of Object.entries(data))
      for (const [col, cell] of Object.entries(line)) {
        const text = `${cell?.f ?? ''} ${cell?.v ?? ''}`.trim();
        if (text) all[`${name} ${row} ${col}`] = text;
      }
  return all;
}

/** The tab's rows as texts, those of one month only. */
async function rowsOf(ofMonth: MonthKey): Promise<Line[]> {
  const data = (await sheets())[TAB] ?? {};
  return Object.values(data)
    .map((line) => Array.from({ length: COLUMNS }, (_, col) => String(line[col]?.v ?? '')))
    .filter((line) => line[COL.month] === String(ofMonth));
}

/** The opportunity with this title in a month, as it stands in the sheet. */
async function deal(title: string, ofMonth = month): Promise<Line | undefined> {
  return (await rowsOf(ofMonth)).find((line) => line[COL.who] === title);
}

async function dealRow(page: Page, title: string): Promise<number> {
  const key = (await deal(title))?.[COL.key] ?? '';
  return page.evaluate(([tab, k]) => window.workbench.findRow(tab!, k!), [TAB, key]);
}

/** Types into a cell with the keyboard, as a person does, and waits until the cell shows it. */
async function typeInto(page: Page, a1: string, text: string): Promise<void> {
  await page.evaluate(([tab, cell]) => window.workbench.select(tab!, cell!), [TAB, a1]);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await sees(page, a1, text);
}

async function sees(page: Page, a1: string, text: string): Promise<void> {
  await page.waitForFunction(([tab, cell, wanted]) => window.workbench.text(tab!, cell!) === wanted, [TAB, a1, text]);
}

const card = (sidebar: FrameLocator, title: string) => sidebar.locator('[data-row]').filter({ hasText: title });

async function secondsOf(sidebar: FrameLocator): Promise<number> {
  const [minutes, seconds] = ((await sidebar.locator('.whole .figures').textContent()) ?? '').split(':').map(Number);
  return minutes! * 60 + seconds!;
}

stage('01 set up from the empty sheet', async () => {
  manager = await open(MANAGER);
  const sidebar = await openSidebar(manager);
  await sidebar.getByText('Who do you meet every month?').waitFor();
  await shot(manager, '00 empty sheet');
  await sidebar.getByLabel('One name per line').fill(`${TAB}, ${MIRA}\nBen Sorrel`);
  month = Number(await sidebar.getByLabel('First month').inputValue());
  next = addMonths(month, 1);
  await sidebar.getByRole('button', { name: 'Set up 2 tabs' }).click();
  await sidebar.getByRole('heading', { name: TAB }).waitFor();
  await sidebar.getByRole('button', { name: 'Start the 30 minutes' }).waitFor();
  const names = await manager.evaluate(() => window.workbench.sheetNames());
  expect(names).toEqual(expect.arrayContaining([TAB, 'Ben Sorrel', 'Setup']));
  expect(await manager.evaluate(() => window.workbench.activeSheet())).toBe(TAB);
  const band = (await rowsOf(month)).find((line) => line[COL.key] === 'band');
  expect(band?.[COL.who]).toBe(`${monthTitle(month)} · #1`);
});

stage('02 start and write down new deals', async () => {
  const sidebar = sidebarOf(manager);
  startPressed = Date.now();
  await sidebar.getByRole('button', { name: 'Start the 30 minutes' }).click();
  await sidebar.getByRole('heading', { name: 'New opportunities' }).waitFor();
  await sidebar.getByRole('button', { name: 'Add a deal' }).click();
  for (const [index, title] of DEALS.entries()) {
    await sidebar.getByRole('group', { name: 'New row' }).getByLabel('Who / what').waitFor();
    await manager.keyboard.type(title);
    await manager.keyboard.press(index < DEALS.length - 1 ? 'Enter' : 'Escape');
  }
  for (const title of DEALS) await until(`${title} in the sheet`, async () => (await deal(title))?.[COL.key]);
  await sidebar.getByRole('contentinfo').getByText('Saved', { exact: true }).waitFor();

  // The fourth goes straight into the sheet, in the first row of the section that is still empty.
  const spare = (await rowsOf(month)).find((line) => /^new:/.test(line[COL.key]!) && line[COL.who] === '');
  const row = await manager.evaluate(([tab, key]) => window.workbench.findRow(tab!, key!), [TAB, spare![COL.key]!]);
  await typeInto(manager, `A${row}`, TYPED);
  await until('the typed deal in the book', () => deal(TYPED));
  const written = (await rowsOf(month)).filter((line) => /^new:/.test(line[COL.key]!) && line[COL.who]);
  expect(written.map((line) => line[COL.who])).toEqual([...DEALS, TYPED]);
  // Whoever comes back to the sidebar sees it there.
  await sidebar.getByRole('heading', { name: 'New opportunities' }).click();
  await untilLooked(sidebar, card(sidebar, TYPED));
});

stage('03 a reload in the middle of the talk', async () => {
  let sidebar = sidebarOf(manager);
  await sidebar.getByRole('button', { name: 'Next: Existing' }).click();
  await sidebar.getByRole('heading', { name: 'Existing opportunities' }).waitFor();
  await until('the clock has gone on', async () => (await secondsOf(sidebar)) >= 3);
  const before = await secondsOf(sidebar);
  const readBefore = Date.now();
  await manager.reload();
  await manager.waitForFunction(() => window.workbench?.isReady);
  // A spreadsheet opens on its first tab, which is Team.
  await manager.evaluate((tab) => window.workbench.select(tab, 'A1'), TAB);
  await manager.waitForFunction((tab) => window.workbench.activeSheet() === tab, TAB);
  const opening = Date.now();
  sidebar = await openSidebar(manager);
  await sidebar.getByRole('heading', { name: 'Existing opportunities' }).waitFor();
  await sidebar.getByRole('button', { name: 'Pause the clock' }).waitFor();
  const after = await secondsOf(sidebar);
  // It went on while it was away, at least until the server filled the page, and shows no more than there has been.
  const rounded = 2;
  expect(after - before).toBeGreaterThanOrEqual((opening - readBefore) / 1000 - rounded);
  expect(after).toBeLessThanOrEqual((Date.now() - startPressed) / 1000 + rounded);
});

stage('04 two people, one cell', async () => {
  const sidebar = sidebarOf(manager);
  await sidebar.getByRole('button', { name: /^1, New opportunities/ }).click();
  const title = DEALS[0]!;
  await card(sidebar, title).getByRole('button').click();
  const field = sidebar.getByLabel('Next step');
  await field.focus();

  mira = await open(MIRA);
  const row = await dealRow(mira, title);
  await typeInto(mira, `C${row}`, 'New owner');
  await typeInto(mira, `H${row}`, 'Mira calls on Monday');
  await sees(manager, `H${row}`, 'Mira calls on Monday');
  await shot(mira, '04 the second window');

  // The manager’s field still shows what stood there before.
  expect(await field.inputValue()).toBe('');
  await field.focus();
  await manager.keyboard.type('Send two references');
  const conflict = sidebar.locator('.conflict');
  await conflict.getByText('Somebody changed “Next step” while you typed.').waitFor();
  await conflict.getByText('Mira calls on Monday').waitFor();
  await conflict.getByText('Send two references').waitFor();
  expect((await deal(title))?.[COL.next]).toBe('Mira calls on Monday');
  await shot(manager, '04 the question');

  await conflict.getByRole('radio', { name: /Send two references/ }).check();
  await conflict.getByRole('button', { name: 'Keep this one' }).click();
  await sees(mira, `H${row}`, 'Send two references');
  await conflict.waitFor({ state: 'detached' });
  await sidebar.getByRole('contentinfo').getByText('Saved', { exact: true }).waitFor();
  const line = await deal(title);
  expect(line?.[COL.next]).toBe('Send two references');
  expect(line?.[COL.why]).toBe('New owner');
});

stage('04b rows move under the open sidebar', async () => {
  const sidebar = sidebarOf(manager);
  const title = DEALS[0]!;
  const field = sidebar.getByRole('group', { name: `Editing: ${title}` }).getByLabel('Why, why now');
  await field.focus();
  await manager.keyboard.press('End');
  await manager.keyboard.type(' asks us');
  await until('the first words', async () => (await deal(title))?.[COL.why] === 'New owner asks us');
  const row = await dealRow(mira, title);
  await sees(mira, `C${row}`, 'New owner asks us');
  await insertRowAbove(mira, TAB, row);
  await sees(manager, `A${row + 1}`, title);
  await manager.keyboard.type(' for references');
  await until(
    'it stands in the deal’s own row',
    async () => (await deal(title))?.[COL.why] === 'New owner asks us for references',
  );
  expect(await dealRow(mira, title)).toBe(row + 1);
  const fresh = (await rowsOf(month)).filter((line) => line[COL.why] !== '' && /^new:/.test(line[COL.key]!));
  expect(fresh.map((line) => line[COL.who])).toEqual([title]);
  expect(await field.inputValue()).toBe('New owner asks us for references');
  expect(await sidebar.locator('.conflict').count()).toBe(0);
});

stage('05 one is won, and the talk ends', async () => {
  const sidebar = sidebarOf(manager);
  const title = DEALS[1]!;
  await card(sidebar, title).getByRole('button').click();
  const fields = sidebar.getByRole('group', { name: `Editing: ${title}` });
  await fields.getByRole('button', { name: 'More fields' }).click();
  await fields.getByRole('radio', { name: 'Won', exact: true }).check();
  await until('won in the sheet', async () => (await deal(title))?.[COL.status] === 'won');
  await digIn(sidebar);
  await sidebar.getByRole('button', { name: /^7, Conclusion/ }).click();
  await sidebar.getByRole('heading', { name: 'Conclusion' }).waitFor();
  await sidebar.getByLabel('Takeaway').fill('References first');
  await sidebar.getByRole('button', { name: 'Finish', exact: true }).click();
  await sidebar.getByRole('heading', { name: /^Done/ }).waitFor();
  await sidebar.getByText('Takeaway: References first').waitFor();
  const band = await until('the band says finished', async () =>
    (await rowsOf(month)).find((line) => line[COL.key] === 'band' && line[COL.state] === 'finished'),
  );
  expect(band[COL.next]).toMatch(/^\d+$/);
  const row = await manager.evaluate((tab) => window.workbench.findRow(tab, 'band'), TAB);
  await sees(manager, `H${row}`, `${band[COL.next]} min`);
});

/** A closer look at a deal that is stuck; to be looked at again on the same day, so that it is due in the next month. */
async function digIn(sidebar: FrameLocator): Promise<void> {
  const title = DEALS[2]!;
  await card(sidebar, title).getByRole('button').click();
  const fields = sidebar.getByRole('group', { name: `Editing: ${title}` });
  await fields.getByRole('button', { name: 'More fields' }).click();
  await fields.getByRole('radio', { name: 'Stuck', exact: true }).check();
  await until('stuck in the sheet', async () => (await deal(title))?.[COL.status] === 'stuck');
  await sidebar.getByRole('button', { name: 'More actions' }).click();
  await sidebar.getByRole('menuitem', { name: 'Coaching', exact: true }).click();
  await sidebar.locator('.fact-button', { hasText: title }).click();
  await sidebar.getByLabel('What we try').fill('Ask who else feels it');
  await sidebar.getByLabel('Look again on').fill('today');
  await sidebar.getByRole('button', { name: 'Write it down' }).click();
  await until('the plan in the sheet', () => planIn(month));
}

const planIn = async (ofMonth: MonthKey) =>
  (await rowsOf(ofMonth)).find((line) => /^grow:/.test(line[COL.key]!) && line[COL.why] === 'Ask who else feels it');

stage('06 the next month, looked at first', async () => {
  const start = `Start ${monthName(next)}`;
  const before = await allCells();
  for (const page of [manager, mira]) {
    const sidebar = page === mira ? await openSidebar(mira) : sidebarOf(manager);
    await sidebar.getByRole('button', { name: start, exact: true }).click();
    await sidebar.getByRole('heading', { name: '3 deals come along' }).waitFor();
    await sidebar.getByRole('heading', { name: 'Kept 3', exact: true }).waitFor();
    await sidebar.getByRole('heading', { name: `Won, stays in ${monthName(month)} 1`, exact: true }).waitFor();
  }
  expect(await allCells()).toEqual(before);
});

stage('07 the next month is open', async () => {
  const sidebar = sidebarOf(manager);
  await sidebar.getByRole('button', { name: `Start ${monthName(next)}`, exact: true }).click();
  await sidebar.getByText(monthTitle(next)).waitFor();
  await sidebar.getByRole('button', { name: 'Start the 30 minutes' }).waitFor();
  const rows = await rowsOf(next);
  const carried = rows.filter((line) => /^existing:/.test(line[COL.key]!) && line[COL.who]);
  const old = await rowsOf(month);
  const idOf = (title: string) => old.find((line) => line[COL.who] === title)![COL.key]!.replace('new:', '');
  expect(carried.map((line) => [line[COL.key], line[COL.who], line[COL.next]])).toEqual([
    [`existing:${idOf(DEALS[0]!)}`, DEALS[0], 'Send two references'],
    [`existing:${idOf(DEALS[2]!)}`, DEALS[2], ''],
    [`existing:${idOf(TYPED)}`, TYPED, ''],
  ]);
  // The plan comes along, and is asked about before anything else.
  const [was, comes] = [await planIn(month), await planIn(next)];
  expect([comes?.[COL.key], comes?.[COL.who], comes?.[COL.status]]).toEqual([was?.[COL.key], DEALS[2], 'open']);
  const review = sidebar.locator('.review-plan', { hasText: 'Ask who else feels it' });
  await review.getByRole('radio', { name: /Worked/ }).check();
  await until('it worked, says the sheet', async () => (await planIn(next))?.[COL.status] === 'worked');
  // The won one stays where it was won.
  expect(rows.some((line) => line[COL.who] === DEALS[1])).toBe(false);
  expect(old.find((line) => line[COL.who] === DEALS[1])?.[COL.status]).toBe('won');
});

stage('08 a second start changes nothing', async () => {
  const before = await allCells();
  // Mira looked ahead when the month was not there yet, and opens it now.
  const theirs = sidebarOf(mira);
  const startIt = theirs.getByRole('button', { name: `Start ${monthName(next)}`, exact: true });
  const openIt = theirs.getByRole('button', { name: `Open ${monthName(next)}`, exact: true });
  const prepare = theirs.getByText(`Prepare ${monthName(next)}`);
  const isThere = theirs.getByRole('heading', { name: `${monthName(next)} is there already` });
  await startIt.click();
  await isThere.or(prepare).waitFor();
  await shot(mira, '08 the month is there already');
  expect(await allCells()).toEqual(before);
  if (await isThere.isVisible()) await openIt.click();
  await prepare.waitFor();
  await shot(mira, '08 the second start');
  expect(await allCells()).toEqual(before);

  // The manager looks at everyone’s month: it is there, too.
  const sidebar = sidebarOf(manager);
  await sidebar.getByRole('button', { name: 'More actions' }).click();
  await sidebar.getByRole('menuitem', { name: 'Month and deals' }).click();
  await sidebar.getByRole('menuitem', { name: `Start ${monthName(month)} for everyone` }).click();
  await sidebar.getByText('is there already, stays as it is').first().waitFor();
  expect(await sidebar.getByText('is there already, stays as it is').count()).toBe(2);
  expect(await allCells()).toEqual(before);
});

stage('09 Mira prepares, and the manager sees hers first', async () => {
  const theirs = sidebarOf(mira);
  const textOf = async (key: string) => (await rowsOf(next)).find((line) => line[COL.key] === key)?.[COL.when];
  await theirs.getByText('0 of 3 looked at').waitFor();
  await theirs
    .getByRole('button', { name: /^No change/ })
    .first()
    .click();
  await theirs.getByText('1 of 3 looked at').waitFor();
  await theirs.getByRole('button', { name: /What do you want to talk about/ }).click();
  await theirs.getByRole('button', { name: 'Add a topic' }).click();
  await mira.keyboard.type('Key accounts next year');
  await theirs.getByLabel('A call or meeting to review together').fill('The call with Corvane');
  await theirs.getByRole('button', { name: /^(Plan a day|Move)$/ }).click();
  const day = `${Math.floor(next / 100)}-${String(next % 100).padStart(2, '0')}-20`;
  await theirs.getByLabel('The day').fill(day);
  await theirs.getByRole('button', { name: 'Keep this day' }).click();
  await theirs
    .getByText(/^(Planned for|Moved to) 20 /)
    .first()
    .waitFor();
  await theirs.getByRole('button', { name: 'I’m ready' }).click();
  await until('the tick in the sheet', async () => (await textOf('text:ready')) === '✓');
  await until('the call in the sheet', async () => (await textOf('text:review')) === 'The call with Corvane');
  await theirs.getByText('You are ready').waitFor();
  await shot(mira, '09 prepared');

  const sidebar = sidebarOf(manager);
  await sidebar.getByRole('button', { name: 'Back', exact: true }).click();
  await untilLooked(sidebar, sidebar.getByText('Mira is ready.'));
  await sidebar.getByText('Key accounts next year', { exact: true }).waitFor();
  await sidebar.getByText('The call with Corvane').waitFor();
});

stage('10 the connection breaks in the middle of a talk', async () => {
  const sidebar = sidebarOf(manager);
  await sidebar.getByRole('button', { name: 'Start the 30 minutes' }).click();
  await sidebar.getByRole('heading', { name: 'New opportunities' }).waitFor();
  const { port } = new URL(workbench.address);
  await workbench.stop();
  await sidebar.getByRole('button', { name: 'Add a deal' }).click();
  await manager.keyboard.type('Written on the train');
  await sidebar.getByText('No connection.').first().waitFor();
  await sidebar.getByText('Not saved yet', { exact: true }).waitFor();
  await shot(manager, '10 no connection');
  workbench = await startWorkbench({ book: workbench.book, user: MANAGER, port: Number(port) });
  // It tries again by itself, too; then there is nothing to press.
  await until('saved after all', async () => {
    await sidebar.getByRole('button', { name: 'Try now' }).evaluateAll((buttons: HTMLElement[]) => buttons[0]?.click());
    return sidebar.getByRole('contentinfo').getByText('Saved', { exact: true }).isVisible();
  });
  await until('the deal in the sheet', () => deal('Written on the train', next));
  const same = (await rowsOf(next)).filter((line) => line[COL.who] === 'Written on the train');
  expect(same).toHaveLength(1);
  // The browser itself complains about calls that found nobody.
  troubles.length = 0;
});
