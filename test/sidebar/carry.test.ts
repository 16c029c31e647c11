import { carry, lateCarry, meeting, noMonth } from './fixtures';
import { closeBrowser, openSidebar, said, until } from './harness';

afterAll(closeBrowser);

const focused = '[...document.querySelectorAll(":focus")].map((el) => el.textContent).join()';

test('a deal is left behind with one click and kept after all, each can be undone; the start carries the decisions', async () => {
  const { page, server, close } = await openSidebar(noMonth());
  await page.getByRole('button', { name: 'Start November' }).click();
  await page.getByRole('heading', { name: '7 deals come along' }).waitFor();
  const deal = page.getByRole('button', { name: /Leave behind/ }).first();
  const title = await deal.locator('.grow').evaluate((el) => el.firstChild!.textContent!);
  // By keyboard: opened, closed again with Escape, opened, a reason.
  await deal.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'No need any more' }).waitFor();
  await page.keyboard.press('Escape');
  await until(async () => (await deal.getAttribute('aria-expanded')) === 'false', 'the reasons are closed');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Not the right time' }).click();
  await page.getByRole('heading', { name: '6 deals come along' }).waitFor();
  await page.getByText('Left behind in').waitFor();
  expect(await said(page)).toContain('is left behind');
  expect(await page.evaluate(focused)).toBe('Undo');
  await page.getByRole('button', { name: `Undo: ${title}` }).click();
  await page.getByRole('heading', { name: '7 deals come along' }).waitFor();
  // In one's own words.
  await page
    .getByRole('button', { name: /Leave behind/ })
    .first()
    .click();
  await page.getByLabel('Another reason, or none').fill('  They merged ');
  await page.keyboard.press('Enter');
  await page.getByText('They merged').waitFor();
  await page
    .getByRole('button', { name: /Keep after all/ })
    .last()
    .click();
  await page.getByText('lost, kept after all').waitFor();
  await until(async () => server.calls('planMonth').length === 5, 'previewed anew after each decision');
  const [first] = (server.calls('planMonth')[4] as { decisions: { id: string }[] }).decisions;
  const decisions = [
    { id: first!.id, what: 'drop', reason: 'They merged' },
    { id: expect.stringMatching(/^e\d+$/), what: 'keep', reason: '' },
  ];
  server.screen = meeting();
  await page.getByRole('button', { name: 'Start November' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect(server.calls('startMonth')).toEqual([
    {
      sheetId: 11,
      month: 202611,
      people: [{ repId: 'p1', digest: expect.stringContaining('They merged') }],
      decisions,
    },
  ]);
  await close();
});

test('a month that is there: what it lacks is brought along', async () => {
  const { page, server, close } = await openSidebar(noMonth());
  server.carried = lateCarry();
  await page.getByRole('button', { name: 'Start November' }).click();
  await page.getByRole('heading', { name: 'November is there already' }).waitFor();
  await page.getByText('5 open deals are in it already').waitFor();
  await page.getByText('Not there yet').waitFor();
  server.screen = meeting();
  await page.getByRole('button', { name: 'Bring them along' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect(server.calls('startMonth')).toEqual([
    { sheetId: 11, month: 202611, people: [{ repId: 'p1', digest: 'd-p1' }], bringAlong: true },
  ]);
  expect(await said(page)).toBe('2 brought along');
  await close();
});

test('a plan whose reviews were missed twice: proposed to be dropped, by one press, and taken back', async () => {
  const { page, server, close } = await openSidebar(noMonth());
  server.carried = { ...carry(), plans: [{ id: 'grow1', title: 'Speaking slower', missed: 2, isDropped: false }] };
  await page.getByRole('button', { name: 'Start November' }).click();
  await page.getByText('A plan waits to be looked at').waitFor();
  await page.getByText('missed at 2 1:1s').waitFor();
  const drop = page.getByRole('button', { name: 'Drop it: Speaking slower' });
  await drop.click();
  await page.getByRole('button', { name: 'Undo: Speaking slower' }).click();
  await drop.click();
  await page.getByRole('button', { name: 'Undo: Speaking slower' }).waitFor();
  await until(async () => server.calls('planMonth').length === 4, 'previewed anew after each decision');
  server.screen = meeting();
  await page.getByRole('button', { name: 'Start November' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect(server.calls('startMonth')).toMatchObject([{ decisions: [{ id: 'grow1', what: 'drop', reason: '' }] }]);
  await close();
});
