/** What others do to the tab while the sidebar is open: months started and taken back, tabs gone, a server that stumbles. */
import { finished, meeting, noMonth, running } from './fixtures';
import { closeBrowser, comeBack, lookAgain, openSidebar, said, settled, until } from './harness';

afterAll(closeBrowser);

test('the next month is started by somebody else: said, and one press away', async () => {
  const { page, server, close } = await openSidebar(running('existing'));
  await page.getByRole('button', { name: /Halden Mills/ }).click();
  await page.getByLabel('What moved').focus();
  server.meeting.newestMonth = 202612;
  await comeBack(page);
  await page.getByText('December is open. What you add now stays in November.').waitFor();
  expect(await page.getByLabel('What moved').evaluate((el) => el === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'Stay' }).click();
  await lookAgain({ page, server });
  expect(await page.getByText('December is open.').count()).toBe(0);
  // What others change slides in: said once, by its name.
  server.meeting.block.sections[1]!.rows[1]!.cells.why = 'They have a new boss';
  server.meeting.block.revision += '+';
  await lookAgain({ page, server });
  const told = 'Changed in the sheet: Halden Mills, maintenance.';
  expect(await said(page)).toBe(told);
  await page.evaluate(() => {
    const place = document.querySelector('.sidebar > p[role=status]')!;
    new MutationObserver(() => document.body.setAttribute('data-said', 'again')).observe(place, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await lookAgain({ page, server });
  expect(await page.locator('body').getAttribute('data-said')).toBe(null);
  // The button that was pressed is gone: the focus is not.
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await close();
});

test('the later month opens from there', async () => {
  const first = { ...meeting(), newestMonth: 202612 };
  const { page, server, close } = await openSidebar(first);
  await page.getByRole('button', { name: 'Open December' }).click();
  await until(() => server.calls('loadScreen').length === 1, 'the later month is asked for');
  expect(server.calls('loadScreen')).toEqual([{ sheetId: first.rep.sheetId, month: 202612 }]);
  await close();
});

test('a finished month leads to the later one', async () => {
  const { page, server, close } = await openSidebar({ ...finished(), newestMonth: 202612 });
  await page.getByRole('button', { name: 'Open December' }).click();
  await until(() => server.calls('loadScreen').length === 1, 'the later month is asked for');
  expect(server.calls('planMonth')).toEqual([]);
  await close();
});

test('the month is taken back by somebody else: what is there is shown, and why', async () => {
  const { page, server, close } = await openSidebar(meeting());
  server.screen = noMonth();
  await comeBack(page);
  await page.getByText('November has been taken back.').first().waitFor();
  await page.getByRole('button', { name: /Start November/ }).waitFor();
  await close();
});

test('a tab that waits for its month shows it once somebody has started it', async () => {
  const { page, server, close } = await openSidebar(noMonth());
  await page.getByRole('button', { name: /Start November/ }).waitFor();
  server.screen = meeting();
  await comeBack(page);
  await page.getByText('November has just been started.').first().waitFor();
  await close();
});

test('a month that is being previewed is not taken away under the person’s hands', async () => {
  const { page, server, close } = await openSidebar(noMonth());
  await page.getByRole('button', { name: /Start November/ }).click();
  await page.getByRole('heading', { name: /deals come along/ }).waitFor();
  const before = await page.getByRole('heading').allTextContents();
  server.screen = meeting();
  await comeBack(page);
  await settled(page);
  expect(await page.getByRole('heading').allTextContents()).toEqual(before);
  expect(server.calls('loadScreen')).toEqual([]);
  await close();
});

test('the tab is gone: said once, with a way on', async () => {
  const { page, server, close } = await openSidebar(running('existing'));
  server.problems.lookForChanges = { code: 'tabGone', message: 'The tab of Tomas is no longer there.' };
  await comeBack(page);
  await page.getByText('no longer there').first().waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await until(() => server.calls('loadScreen').length === 1, 'another screen is asked for');
  await close();
});

test('a server that stumbles: the same batch once more, without a word', async () => {
  const { page, server, close } = await openSidebar(running('existing'));
  server.faults.saveEdits = ['stumbles'];
  await page.getByRole('button', { name: /Halden Mills/ }).click();
  await page.getByLabel('Next step').fill('x');
  await until(() => server.cell('existing:e2', 'next') === 'x', 'saved by the second');
  expect(await page.getByText('Something unexpected').count()).toBe(0);
  const [first, second] = server.calls('saveEdits');
  expect(second).toEqual(first);
  // One that goes on stumbling is told, and what was typed is kept.
  server.faults.saveEdits = ['stumbles', 'stumbles', 'stumbles'];
  await page.getByLabel('Next step').fill('xy');
  await page.getByText('Something unexpected').first().waitFor();
  expect(server.calls('saveEdits')).toHaveLength(5);
  expect(await page.getByLabel('Next step').inputValue()).toBe('xy');
  await close();
});
