/** Three people on the sample team: the rep prepares, the manager goes through a month by keyboard alone, a reader reads. */
import type { Browser, Frame, Page } from 'playwright-core';
import { addMonths, type MonthKey, monthName, monthTitle } from '../../src/core/shared/month';
import { VISIBLE } from '../../src/sheet/grid/grid';
import { COLUMNS, HIDDEN } from '../../src/sheet/grid/hidden';
import { ALERTS } from '../../src/sheet/grid/palette';
import type { ProtectionState, WorkbookFile } from '../../workbench/engine/engine';
import { launch, openPage, startWorkbench, until, type Workbench } from '../support/browser';
import { sampleFile, shot } from '../support/story';
import { byKeys } from './by-keys';
import { rowIn, rowOf, TAB, text, typeInto } from './own-tab';
import { pastes } from './pastes';

const MANAGER = 'manager@example.com';
const REP = 'bastian@example.com';
/** A tab that is protected, and whose it is. */
const [OTHER_TAB, OTHER] = ['Leonie Maarst', 'leonie@example.com'];
/** May look at the file and nothing else. */
const VIEWER = 'auditor@example.com';

let browser: Browser;
let workbench: Workbench;
let sample: Awaited<ReturnType<typeof sampleFile>>;
let month: MonthKey;
const troubles: string[] = [];
/** Stays open from one test to the next. */
let repPage: Page;

beforeAll(async () => {
  sample = await sampleFile((file) => {
    file.extras.file.viewers = [VIEWER];
    protect(file);
  });
  browser = await launch();
  workbench = await startWorkbench({ book: sample.book });
  const today = new Date();
  month = today.getUTCFullYear() * 100 + today.getUTCMonth() + 1;
});
afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
  sample?.remove();
  expect(troubles).toEqual([]);
});

/**
 * Another person's tab is hers and the manager's; on the rep's own tab two of last month's deals are the manager's: the row of
 * the one, and what is hidden beside the other.
 */
function protect({ univer, extras }: WorkbookFile): void {
  type Sheet = { id: string; name: string; cellData: Record<string, Record<string, { v?: unknown }>> };
  const book = univer as { sheetOrder: string[]; sheets: Record<string, Sheet> };
  const [own, other] = [TAB, OTHER_TAB].map(
    (wanted) => Object.values(book.sheets).find(({ name }) => name === wanted)!,
  );
  const header = Object.entries(own!.cellData).find(([, line]) => line[HIDDEN.key - 1]?.v === 'header:existing');
  const first = Number(header?.[0]) + 2;
  const one = (id: string, sheet: Sheet, rect: ProtectionState['rect'], editors: string[]): ProtectionState => ({
    ...{ id, kind: rect ? 'RANGE' : 'SHEET', sheetId: Number(sheet.id), rect, editors: [MANAGER, ...editors] },
    ...{ description: '', warningOnly: false, domainEdit: false, unprotected: [], rangeName: null },
  });
  extras.protections.push(
    one('other', other!, null, [OTHER]),
    one('row', own!, { row: first, col: 1, rows: 1, cols: VISIBLE }, []),
    one('beside', own!, { row: first + 1, col: VISIBLE + 1, rows: 1, cols: COLUMNS - VISIBLE }, []),
  );
}

async function open(user: string): Promise<Page> {
  const page = await openPage(browser, workbench, user);
  page.on('pageerror', (error) => troubles.push(`${user}: ${error.message}`));
  return page;
}

/** The runs of onEdit so far. One that runs may hold the lock, and the next one would then give no help. */
async function editRuns(): Promise<Record<string, string>[]> {
  const runs = (await (await fetch(`${workbench.address}/api/runs`)).json()) as Record<string, string>[];
  return runs.filter(({ from }) => from === 'edit');
}

/** How many runs for edits in a cell are over. */
const over = async (a1: string) =>
  (await editRuns()).filter(({ state, where }) => state !== 'running' && where?.endsWith(`!${a1}`)).length;

/** Opens the sidebar on a tab by the menu. */
async function openSidebar(page: Page, tab = TAB): Promise<Frame> {
  await page.evaluate((name) => window.workbench.select(name, 'A1'), tab);
  await page.getByRole('button', { name: 'Monthly 1:1', exact: true }).focus();
  for (const key of ['Enter', 'Enter']) await page.keyboard.press(key);
  await page.frameLocator('iframe[data-frame=sidebar]').locator('.sidebar .dock').waitFor();
  const element = await page.locator('iframe[data-frame=sidebar]').elementHandle();
  return (await element!.contentFrame())!;
}

test('the rep prepares: on the bare tab as in any sheet, and in the sidebar', async () => {
  const page = await open(REP);
  repPage = page;
  const header = await rowOf(page, 'header:new');
  await typeInto(page, `A${header + 1}`, 'Oakridge Farms');
  await typeInto(page, `D${header + 1}`, '12500');
  const review = await rowOf(page, 'text:review');
  await typeInto(page, `B${review}`, 'The first call with Oakridge');
  const ready = await rowOf(page, 'text:ready');
  await typeInto(page, `B${ready}`, '✓');
  // The head counts what was typed before the add-on has run.
  await until('the pipeline with the new deal', async () => /12,500|\d{2,3},\d{3}/.test(await text(page, 'D3')));

  // Opened on Team, it is the own page, on the own tab.
  await openSidebar(page, 'Team');
  expect(await page.evaluate(() => window.workbench.activeSheet())).toBe(TAB);
  const sidebar = page.frameLocator('iframe[data-frame=sidebar]');
  await sidebar.getByText('You are ready').first().waitFor();
  const figures = await rowOf(page, 'kpis:calls');
  await sidebar.getByRole('button', { name: /figures/ }).click();
  await sidebar.getByLabel(/Calls/).first().fill('131');
  await sidebar.getByLabel(/Calls/).first().press('Enter');
  await until('the figure in the sheet', async () => (await text(page, `D${figures}`)) === '131');
  await shot(page, '30-rep-prepares');
  await pastes(page, header);
});

test('the sheet helps both by itself: typed and pasted at once, typed again, taken back, switched off', async () => {
  const managerPage = await open(MANAGER);
  const shows = (page: Page, a1: string, wanted: string) =>
    page.waitForFunction(([tab, cell, value]) => window.workbench.text(tab!, cell!) === value, [
      TAB,
      a1,
      wanted,
    ] as const);
  const header = await rowOf(repPage, 'header:new');
  const [one, two] = [header + 2, header + 3];
  // Who finds the lock taken for a second gets no help: on a slow machine that is so, and one does it once more.
  const helped = async (page: Page, a1: string, wanted: string, again: () => Promise<unknown>) => {
    for (let n = 0; n < 5; n++) {
      const read = ([tab, cell, value]: readonly [string, string, string]) =>
        window.workbench.text(tab, cell) === value;
      const isRead = page.waitForFunction(read, [TAB, a1, wanted] as const, { timeout: 30_000 });
      if (await isRead.then(Boolean, () => false)) return;
      await again();
    }
  };
  const edits = async (page: Page, a1: string, typed: string) => {
    const before = await over(a1);
    await typeInto(page, a1, typed);
    await until(`the trigger of ${a1}`, async () => (await over(a1)) > before);
  };
  // Two people at once, each in a row of their own.
  await Promise.all([typeInto(repPage, `D${one}`, '42k'), typeInto(managerPage, `D${two}`, '1.2m')]);
  await helped(repPage, `D${one}`, '42,000', () => typeInto(repPage, `D${one}`, '42k'));
  await helped(managerPage, `D${two}`, '1,200,000', () => typeInto(managerPage, `D${two}`, '1.2m'));
  for (const page of [repPage, managerPage]) {
    await shows(page, `D${one}`, '42,000');
    await shows(page, `D${two}`, '1,200,000');
  }
  // Read without a doubt: it has no colour of one.
  const behind = await repPage.evaluate(
    ([tab, cell]) => window.workbench.background(tab!, cell!).toLowerCase(),
    [TAB, `D${one}`],
  );
  expect(behind).not.toBe(ALERTS.watch.back);
  // A second thought wins: the same text typed again stays, and so does what undo brings back.
  await edits(repPage, `D${one}`, '42k');
  await shows(repPage, `D${one}`, '42k');
  await edits(managerPage, `D${two}`, '7k');
  await helped(managerPage, `D${two}`, '7,000', () => edits(managerPage, `D${two}`, '7k'));
  await shows(managerPage, `D${two}`, '7,000');
  await managerPage.evaluate(([tab, cell]) => window.workbench.select(tab!, cell!), [TAB, `D${two}`]);
  await managerPage.keyboard.press('Control+z');
  // In the other window, too: until then the undo is on its way, and would go over what is pasted.
  for (const page of [managerPage, repPage]) await shows(page, `D${two}`, '7k');
  // A block from the clipboard, read as it is on the rep's own tab.
  await repPage.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await repPage.evaluate(() =>
    navigator.clipboard.writeText('Ferry line\tQ1\twhy\t0.5m\nTug hire\tsoon\twhy\tasked\n'),
  );
  const paste = async () => {
    await repPage.evaluate(([tab, cell]) => window.workbench.select(tab!, cell!), [TAB, `A${one}`]);
    await repPage.keyboard.press('Control+v');
  };
  await paste();
  await helped(repPage, `D${one}`, '500,000', paste);
  await shows(managerPage, `D${one}`, '500,000');
  expect(await Promise.all([`B${one}`, `B${two}`, `D${two}`].map((a1) => text(managerPage, a1)))).toEqual([
    'Q1',
    'soon',
    'asked',
  ]);
  // What no total counts is said beside it.
  const pipeline = await rowOf(managerPage, 'sum:pipeline');
  await until('amounts not counted', async () =>
    / · 1 amount not counted$/.test(await text(managerPage, `F${pipeline}`)),
  );
  // Off by the switch in Setup, and on again.
  const setup = await managerPage.evaluate(() => window.workbench.findRow('Setup', 'settings:help'));
  const turn = async (word: string) => {
    await managerPage.evaluate((cell) => window.workbench.select('Setup', cell), `D${setup}`);
    await managerPage.keyboard.type(word);
    await managerPage.keyboard.press('Enter');
    await repPage.waitForFunction(
      ([cell, value]) => window.workbench.text('Setup', cell!) === value,
      [`D${setup}`, word],
    );
  };
  await turn('no');
  await edits(repPage, `D${two}`, '43k');
  await turn('yes');
  await edits(repPage, `D${one}`, '44k');
  await helped(repPage, `D${one}`, '44,000', () => edits(repPage, `D${one}`, '44k'));
  await shows(managerPage, `D${one}`, '44,000');
  expect(await text(managerPage, `D${two}`)).toBe('43k');
  await meetsProtection();
  // They were never there.
  for (const row of [one, two]) {
    await repPage.evaluate(([tab, cell]) => window.workbench.select(tab!, cell!), [TAB, `A${row}:H${row}`]);
    await repPage.keyboard.press('Delete');
    await shows(managerPage, `A${row}`, '');
  }
  for (const page of [repPage, managerPage]) await page.context().close();
});

/** What others keep to themselves stays theirs: typing there is declined in words, and the sheet helps as far as it may. */
async function meetsProtection(): Promise<void> {
  const page = repPage;
  const declined = page.getByText('You are trying to edit a protected cell or object.').first();
  const isDeclined = async (tab: string, a1: string) => {
    const textThere = () => page.evaluate(([name, cell]) => window.workbench.text(name!, cell!), [tab, a1]);
    const [was, before] = [await textThere(), (await editRuns()).length];
    await page.evaluate(([name, cell]) => window.workbench.select(name!, cell!), [tab, a1]);
    await page.keyboard.type('42k');
    await page.keyboard.press('Enter');
    await declined.waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    await declined.waitFor({ state: 'detached' });
    expect([await textThere(), (await editRuns()).length]).toEqual([was, before]);
  };
  const theirs = await page.evaluate((tab) => window.workbench.findRow(tab, 'header:new'), OTHER_TAB);
  await isDeclined(OTHER_TAB, `D${theirs + 1}`);
  const first = (await rowOf(page, 'header:existing')) + 1;
  await isDeclined(TAB, `D${first}`);
  // Beside the next deal the sheet cannot keep what was typed, so it leaves that as it is.
  const [cell, before] = [`D${first + 1}`, (await editRuns()).length];
  const was = await text(page, cell);
  await typeInto(page, cell, '42k');
  await until('the trigger', async () => {
    const since = (await editRuns()).slice(before);
    return since.length > 0 && since.every(({ state }) => state !== 'running');
  });
  expect(await text(page, cell)).toBe('42k');
  await shot(page, '30f-protected');
  await typeInto(page, cell, was.replace(/\D/g, ''));
  await until('the amount again', async () => (await text(page, cell)) === was);
}

test('a manager’s whole month by keyboard alone: home, prepare, talk, recap, next month for all, nudge, two months back', async () => {
  const page = await open(MANAGER);
  const frame = await openSidebar(page, 'Team');
  const { sidebar, tabTo, heading, press, choose } = byKeys(page, frame);
  // From the × of the sidebar the next Tab goes into it.
  await page
    .getByRole('button', { name: /^Close/ })
    .last()
    .focus();
  await page.keyboard.press('Tab');

  // Home, and from there to a person.
  await shot(page, '31-manager-home');
  await press(new RegExp(`^${TAB}`), 'Before you start');
  expect(await page.evaluate(() => window.workbench.activeSheet())).toBe(TAB);
  await sidebar.getByText('Bastian is ready.').waitFor();
  await sidebar.getByText('The first call with Oakridge').waitFor();
  await shot(page, '31-manager-before');

  // What the manager brings, where both read it.
  await press(/^Prepare$/);
  await tabTo(/^What you bring/);
  await page.keyboard.type('The price page');
  await press(/^Before you start$/, 'Before you start');
  await sidebar.getByText('The price page').waitFor();

  await press(/^Start the 30 minutes/, 'New opportunities');
  for (const name of ['Existing opportunities', 'What’s working', 'What’s not working', 'KPIs', 'Other discussion']) {
    await page.keyboard.press('Alt+ArrowRight');
    await heading(name);
    if (name === 'What’s working') {
      // The sheet has gone along.
      const section = await rowOf(page, 'section:working');
      await page.waitForFunction((cell) => window.workbench.selection() === cell, `A${section}`);
      await press(/^Add what works/);
      await page.keyboard.type('Visits without a pitch');
      await page.keyboard.press('Escape');
    }
  }
  await page.keyboard.press('Alt+7');
  await heading('Conclusion');
  const said = {
    observed: 'Calmer about price than in autumn',
    focus: 'Say the price in the first call',
    takeaway: 'Silence after the price is not a no',
  };
  await tabTo(/What I saw/);
  await page.keyboard.type(said.observed);
  await tabTo(/Focus until next time/);
  await page.keyboard.type(said.focus);
  await tabTo(/Takeaway/);
  await page.keyboard.type(said.takeaway);
  await press(/Add a commitment/);
  await page.keyboard.type('Read the price page aloud');
  await tabTo(/^Due/);
  await page.keyboard.type('today');
  await page.keyboard.press('Escape');
  await tabTo(/^Next 1:1/);
  const day = addMonths(month, 1);
  await page.keyboard.type(`28 ${monthName(day).slice(0, 3)} ${Math.floor(day / 100)}`);
  await page.keyboard.press('Tab');
  await shot(page, '31-manager-concludes');
  await press(/^Finish/, /^Done, in/);
  await shot(page, '32-manager-finished');

  const recap = String(await sidebar.locator('.recap-text').textContent());
  const conclusion = await rowOf(page, 'header:conclusion');
  const end = await rowOf(page, 'end');
  let cells = 0;
  for (let row = conclusion + 1; row < end; row++) {
    const label = await text(page, `A${row}`);
    const isText = /^(What I saw|Focus until next time|Takeaway|Next 1:1)$/.test(label);
    for (const col of isText ? ['B'] : ['A', 'B', 'C', 'F', 'H']) {
      const value = (await text(page, `${col}${row}`)).replace(/\s*\n\s*/g, ' ');
      if (value === '') continue;
      expect([value, recap.replace(/\s+/g, ' ').split(value).length - 1 >= 1]).toEqual([value, true]);
      cells++;
    }
  }
  expect(cells).toBeGreaterThan(6);
  for (const value of Object.values(said)) expect(recap.split(value)).toHaveLength(2);
  expect(recap.split('Read the price page aloud')).toHaveLength(2);
  await press(/^Copy$/);
  await sidebar.getByText(/^Copied$|^Copying is blocked/).waitFor();

  // Next month for everybody, chosen although this one is due.
  const next = addMonths(month, 1);
  await choose('Month and deals', `Start ${monthName(month)} for everyone`);
  await heading(`${monthName(month)} for everyone`);
  await tabTo(new RegExp(monthTitle(month)));
  await page.keyboard.press('ArrowRight');
  await heading(`${monthName(next)} for everyone`);
  // Whoever has this month's 1:1 still to come waits, unless they are chosen.
  const waiting = sidebar.getByRole('listitem').filter({ hasText: `${monthName(month)} is not finished` });
  expect(await waiting.getByRole('checkbox', { checked: true }).count()).toBe(0);
  for (const name of await waiting.locator('b').allTextContents()) {
    await tabTo(new RegExp(`^${name}$`));
    await page.keyboard.press('Space');
  }
  await shot(page, '35-next-month-for-all');
  await press(/^Start on 4 tabs$/, `${monthName(next)} is started on 4 tabs`);
  await press(/^All right$/, 'Before you start');
  await sidebar.getByText(monthTitle(next), { exact: true }).first().waitFor();

  // Between the meetings: a word on what was promised by now.
  const promised = sidebar.locator('section', { hasText: 'Promised by now' }).last();
  await promised.waitFor();
  await press(/^Copy a word about it/);
  await promised.getByText(/^Copied$|^Copying is blocked/).waitFor();
  await shot(page, '36-nudge');

  // And two months back, to read.
  await choose('Other months');
  await heading('Every month on this tab');
  await press(new RegExp(`^${monthTitle(addMonths(month, -1))}`), /^Held on/);
  await sidebar.getByRole('heading', { name: 'Recap' }).waitFor();
  await shot(page, '37-two-months-back');
  await page.context().close();
});

test('a reader without the add-on understands the month from the sheet alone', async () => {
  // Somebody else of the team, who never opens the menu.
  const page = await open(OTHER);
  // On the own tab, which is protected for all others, the sheet helps as on any.
  const own = await page.evaluate((tab) => window.workbench.findRow(tab, 'header:new'), OTHER_TAB);
  await page.evaluate(([tab, cell]) => window.workbench.select(tab!, cell!), [OTHER_TAB, `D${own + 1}`]);
  await page.keyboard.type('42k');
  await page.keyboard.press('Enter');
  const isRead = ([tab, cell]: readonly [string, string]) => window.workbench.text(tab, cell) === '42,000';
  await page.waitForFunction(isRead, [OTHER_TAB, `D${own + 1}`] as const);
  await page.evaluate((tab) => window.workbench.select(tab, 'A1'), TAB);
  const band = await rowIn(page, month, 'band');
  await until('the month’s title', async () => (await text(page, `A${band}`)).startsWith(monthTitle(month)));
  expect(await text(page, `B${band}`)).toMatch(/^held \d+ /);
  expect(await text(page, `C${band}`)).toBe('Silence after the price is not a no');
  expect(await text(page, `H${band}`)).toMatch(/^\d+ min$/);
  // An older month says month, day, minutes and takeaway while it is folded, and unfolds.
  const older = await page.evaluate(
    ([tab, title]) => {
      for (let row = 1; row < 600; row++) if (window.workbench.text(tab!, `A${row}`).startsWith(title!)) return row;
      return 0;
    },
    [TAB, monthTitle(addMonths(month, -1))],
  );
  await page.evaluate(([tab, cell]) => window.workbench.select(tab!, cell!), [TAB, `A${older}`]);
  // The band stands at the lower edge then; some rows further down its sign is in view.
  for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowDown');
  // The sheet is still scrolling there: a press that it moved away from is made once more.
  const sign = (verb: string) => page.getByRole('button', { name: new RegExp(`^${verb} rows ${older + 1} to`) });
  await until('the older month, unfolded', async () => {
    if (await sign('Expand').isVisible()) await sign('Expand').click();
    return sign('Collapse').isVisible();
  });
  await shot(page, '33-reader');
  await page.context().close();
});

test('somebody who may only view reads everything, is offered nothing of the add-on and changes nothing', async () => {
  const page = await open(VIEWER);
  await page.getByText('View only', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Extensions', exact: true }).click();
  await page.getByText('Somebody who can only view has no add-on menu').waitFor();
  expect(await page.getByRole('menuitem').count()).toBe(0);
  await page.keyboard.press('Escape');
  expect(await page.locator('iframe').count()).toBe(0);

  // Tabs open as for everybody, Team with the whole team.
  for (const tab of ['Team', TAB]) {
    await page.getByText(tab, { exact: true }).last().click();
    await page.waitForFunction((name) => window.workbench.activeSheet() === name, tab);
  }
  expect(await page.evaluate(() => window.workbench.text('Team', 'A1'))).toBe(`Team · ${monthTitle(month)}`);
  // The first line is of the whole team.
  const first = await page.evaluate(() => window.workbench.text('Team', 'A2'));
  expect(first).toMatch(new RegExp(`^Expected to close in ${monthTitle(month)}: \\d+ deals?, `));
  // A name there leads to its tab, for a reader, too.
  const name = await page.evaluate(() => window.workbench.text('Team', 'A5'));
  await page.evaluate(() => window.workbench.select('Team', 'A5'));
  await page.getByRole('button', { name: `Open “${name}”` }).click();
  await page.waitForFunction((wanted) => window.workbench.activeSheet() === wanted, name);
  const [band, conclusion] = await Promise.all(['band', 'header:conclusion'].map((key) => rowIn(page, month, key)));
  expect(await text(page, `C${band}`)).toBe('Silence after the price is not a no');
  const promises = await Promise.all(Array.from({ length: 4 }, (_, n) => text(page, `A${conclusion! + 1 + n}`)));
  expect(promises).toContain('Read the price page aloud');
  // An older month says the same in its one line while it is folded.
  const oldest = monthTitle(addMonths(month, -2));
  const folded = await page.evaluate(
    ([tab, title]) => {
      for (let row = 1; row < 600; row++) if (window.workbench.text(tab!, `A${row}`).startsWith(title!)) return row;
      return 0;
    },
    [TAB, oldest],
  );
  expect(await text(page, `B${folded}`)).toMatch(/^held \d+ /);
  expect(await text(page, `C${folded}`)).toBe('Say the price, then be silent.');
  const isShown = () =>
    page.evaluate(([tab, row]) => window.workbench.isRowShown(tab as string, row as number), [TAB, folded + 1]);
  expect(await isShown()).toBe(false);

  // Unfolding is kept in the file for everybody, so it is an edit like typing; both are declined in words.
  const declined = page.getByText('You can only view this file.');
  await page.evaluate(([tab, cell]) => window.workbench.select(tab!, cell!), [TAB, `A${folded}`]);
  await page
    .getByRole('button', { name: /^Expand rows/ })
    .first()
    .click();
  await declined.first().waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).first().click();
  await declined.waitFor({ state: 'detached' });
  expect(await isShown()).toBe(false);
  const before = await text(page, `A${conclusion! + 1}`);
  await page.evaluate(([tab, cell]) => window.workbench.select(tab!, cell!), [TAB, `A${conclusion! + 1}`]);
  await page.keyboard.type('written over');
  await page.keyboard.press('Enter');
  await declined.first().waitFor();
  expect(await text(page, `A${conclusion! + 1}`)).toBe(before);
  // The meter knows of the others' runs and of none by this person.
  await page.getByRole('button', { name: /Service calls/ }).click();
  const runs = page.locator('.meter-list .run');
  await runs.filter({ hasText: MANAGER }).first().waitFor();
  expect(await runs.filter({ hasText: VIEWER }).count()).toBe(0);
  await shot(page, '34-view-only');
  await page.context().close();
});
