/** Three people on the sample team: the rep prepares, the manager runs a talk by keyboard alone, a reader reads. */
import type { Browser, Frame, Page } from 'playwright-core';
import { addMonths, type MonthKey, monthName, monthTitle } from '../../src/core/shared/month';
import { launch, openPage, startWorkbench, until, type Workbench } from '../support/browser';
import { sampleFile, shot } from '../support/story';

const MANAGER = 'manager@example.com';
const REP = 'bastian@example.com';
const TAB = 'Bastian Orlo';
/** May look at the file and nothing else. */
const VIEWER = 'auditor@example.com';

let browser: Browser;
let workbench: Workbench;
let sample: Awaited<ReturnType<typeof sampleFile>>;
let month: MonthKey;
const troubles: string[] = [];

beforeAll(async () => {
  sample = await sampleFile(({ extras }) => {
    extras.file.viewers = [VIEWER];
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

async function open(user: string): Promise<Page> {
  const page = await openPage(browser, workbench, user);
  page.on('pageerror', (error) => troubles.push(`${user}: ${error.message}`));
  return page;
}

const text = (page: Page, a1: string) => page.evaluate(([tab, cell]) => window.workbench.text(tab!, cell!), [TAB, a1]);
const rowOf = (page: Page, key: string) =>
  page.evaluate(([tab, wanted]) => window.workbench.findRow(tab!, wanted!), [TAB, key]);

async function typeInto(page: Page, a1: string, words: string): Promise<void> {
  await page.evaluate(([tab, cell]) => window.workbench.select(tab!, cell!), [TAB, a1]);
  await page.keyboard.type(words, { delay: 10 });
  await page.keyboard.press('Enter');
  await page.getByText('Saved', { exact: true }).first().waitFor();
}

async function openSidebar(page: Page): Promise<Frame> {
  await page.evaluate((tab) => window.workbench.select(tab, 'A1'), TAB);
  await page.getByRole('button', { name: 'Monthly 1:1', exact: true }).focus();
  for (const key of ['Enter', 'Enter']) await page.keyboard.press(key);
  await page.frameLocator('iframe[data-frame=sidebar]').locator('.sidebar .dock').waitFor();
  const element = await page.locator('iframe[data-frame=sidebar]').elementHandle();
  return (await element!.contentFrame())!;
}

test('the rep prepares: on the bare tab as in any sheet, and in the sidebar', async () => {
  const page = await open(REP);
  const header = await rowOf(page, 'header:new');
  await typeInto(page, `A${header + 1}`, 'Oakridge Farms');
  await typeInto(page, `D${header + 1}`, '12500');
  const review = await rowOf(page, 'text:review');
  await typeInto(page, `B${review}`, 'The first call with Oakridge');
  const ready = await rowOf(page, 'text:ready');
  await typeInto(page, `B${ready}`, '✓');
  // The head counts what was typed before the add-on has run.
  await until('the pipeline with the new deal', async () => /12,500|\d{2,3},\d{3}/.test(await text(page, 'D3')));

  await openSidebar(page);
  const sidebar = page.frameLocator('iframe[data-frame=sidebar]');
  await sidebar.getByText('You are ready').first().waitFor();
  const figures = await rowOf(page, 'kpis:calls');
  await sidebar.getByRole('button', { name: /figures/ }).click();
  await sidebar.getByLabel(/Calls/).first().fill('131');
  await sidebar.getByLabel(/Calls/).first().press('Enter');
  await until('the figure in the sheet', async () => (await text(page, `D${figures}`)) === '131');
  await shot(page, '30-rep-prepares');
  await page.context().close();
});

test('the manager runs the whole talk by keyboard alone, and the recap has every conclusion once', async () => {
  const page = await open(MANAGER);
  const frame = await openSidebar(page);
  const sidebar = page.frameLocator('iframe[data-frame=sidebar]');
  await sidebar.getByText('Bastian is ready.').waitFor();
  await shot(page, '31-manager-before');
  await sidebar.getByText('The first call with Oakridge').waitFor();
  // From the × of the sidebar the next Tab goes into it.
  await page
    .getByRole('button', { name: /^Close/ })
    .last()
    .focus();
  await page.keyboard.press('Tab');
  /** Tab until the focused element says this. */
  const tabTo = async (wanted: RegExp): Promise<void> => {
    const seen: string[] = [];
    for (let n = 0; n < 80; n++) {
      const said = await frame.evaluate(() => {
        const at = document.activeElement as HTMLElement | null;
        if (!at || at === document.body) return '';
        const id = at.id ? document.querySelector<HTMLElement>(`label[for="${at.id}"]`)?.textContent : '';
        const around = at.closest('label')?.textContent ?? '';
        return [at.getAttribute('aria-label'), id, around, at.textContent].filter(Boolean).join(' | ');
      });
      if (wanted.test(said)) return;
      seen.push(said.slice(0, 60));
      await page.keyboard.press('Tab');
    }
    throw new Error(`No Tab leads to ${wanted}, only to:\n${[...new Set(seen)].join('\n')}`);
  };
  const heading = (name: string) => sidebar.getByRole('heading', { name, level: 2 }).first().waitFor();
  await tabTo(/^Start the 30 minutes/);
  await page.keyboard.press('Enter');
  await heading('New opportunities');
  for (const name of ['Existing opportunities', 'What’s working', 'What’s not working', 'KPIs', 'Other discussion']) {
    await page.keyboard.press('Alt+ArrowRight');
    await heading(name);
    if (name === 'What’s working') {
      await tabTo(/^Add what works/);
      await page.keyboard.press('Enter');
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
  await tabTo(/Add a commitment/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Read the price page aloud');
  await page.keyboard.press('Escape');
  await tabTo(/^Next 1:1/);
  const day = addMonths(month, 1);
  await page.keyboard.type(`4 ${monthName(day).slice(0, 3)} ${Math.floor(day / 100)}`);
  await page.keyboard.press('Tab');
  await shot(page, '31-manager-concludes');
  await tabTo(/^Finish/);
  await page.keyboard.press('Enter');
  await sidebar.getByRole('heading', { name: /^Done, in/ }).waitFor();
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
  await page.context().close();
});

test('a reader without the add-on understands the month from the sheet alone', async () => {
  // Somebody else of the team, who never opens the menu.
  const page = await open('leonie@example.com');
  await page.evaluate((tab) => window.workbench.select(tab, 'A1'), TAB);
  const band = await rowOf(page, 'band');
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
  await page.getByRole('button', { name: new RegExp(`^Expand rows ${older + 1} to`) }).click();
  await page.getByRole('button', { name: new RegExp(`^Collapse rows ${older + 1} to`) }).waitFor();
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
  const [band, conclusion] = await Promise.all(['band', 'header:conclusion'].map((key) => rowOf(page, key)));
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
