/** What somebody sees who has just typed `npm start`: the sample team, its overview and the ways from it, and nothing to complain about. */
import type { Browser } from 'playwright-core';
import { monthTitle } from '../../src/core/shared/month';
import { launch, openPage, startWorkbench, type Workbench } from '../support/browser';
import { shot } from '../support/story';

let browser: Browser;
let workbench: Workbench;

beforeAll(async () => {
  browser = await launch();
  workbench = await startWorkbench();
});
afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
});

test('the sample team’s tab shows its month, and the sidebar opens on it', async () => {
  const troubles: string[] = [];
  // Heard from the first word on.
  const page = await openPage(browser, workbench, 'manager@example.com', (opened) => {
    opened.on('pageerror', (error) => troubles.push(error.message));
    opened.on('console', (said) => {
      if (said.type() === 'error') troubles.push(said.text());
    });
  });
  await shot(page, '10-sample');
  // A manager's overview stands first; the tabs of the people follow.
  expect(await page.evaluate(() => window.workbench.activeSheet())).toBe('Team');
  expect(await page.evaluate(() => window.workbench.text('Team', 'A5'))).not.toBe('');
  // A name leads to its tab: by the way that is offered below it, or by Alt+Enter on it.
  for (const cell of ['A6', 'A5']) {
    const name = await page.evaluate((a1) => window.workbench.text('Team', a1), cell);
    await page.evaluate((a1) => window.workbench.select('Team', a1), cell);
    const way = page.getByRole('button', { name: `Open “${name}”` });
    await way.waitFor();
    await shot(page, `12-link-${cell}`);
    if (cell === 'A5') await page.keyboard.press('Alt+Enter');
    else await way.click();
    await page.waitForFunction((wanted) => window.workbench.activeSheet() === wanted, name);
    await way.waitFor({ state: 'detached' });
  }
  const tab = (await page.evaluate(() => window.workbench.sheetNames()))[1]!;
  await page.evaluate((name) => window.workbench.select(name, 'A1'), tab);
  const row = await page.evaluate((name) => window.workbench.findRow(name, 'band'), tab);
  expect(row).toBeGreaterThan(0);
  const texts = await page.evaluate(
    ([name, cells]) => (cells as string[]).map((cell) => window.workbench.text(name as string, cell)),
    [tab, ['A1', `A${row}`, `J${row}`]],
  );
  const [name, title, month] = texts as [string, string, string];
  expect(name).toBe(tab);
  expect(title).toMatch(/^[A-Z][a-z]+ \d{4} · #\d+$/);
  expect(title.replace(/ ·.*/, '')).toBe(monthTitle(Number(month)));

  await page.getByLabel('First step').getByRole('button', { name: 'Open 1:1' }).click();
  const sidebar = page.frameLocator('iframe[data-frame=sidebar]');
  await sidebar.getByRole('heading', { name: tab, level: 1 }).waitFor();
  await sidebar.locator('.dock .primary').waitFor();
  await shot(page, '11-sample-with-sidebar');
  expect(troubles).toEqual([]);
});
