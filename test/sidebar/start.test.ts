import { finished, HEAD_LOST, meeting, noMonth, preview, setUp, wrongTab } from './fixtures';
import { builtSidebar, closeBrowser, openSidebar, said, until } from './harness';

afterAll(closeBrowser);

test('set up: names are enough, the button counts along, an empty one says what to do', async () => {
  const { page, server, close } = await openSidebar(setUp());
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByText('Write at least one name').waitFor();
  await page.getByLabel('One name per line').fill('Tomas Okafor\nLena Vogt, lena@example.com\n\n');
  server.screen = meeting();
  await page.getByRole('button', { name: 'Set up 2 tabs' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect(server.calls('setUpTeam')).toEqual([
    { people: 'Tomas Okafor\nLena Vogt, lena@example.com\n\n', month: 202611, managerName: 'Ida Brandt' },
  ]);
  await close();
});

test('a problem of the server is said in its words and can be tried again', async () => {
  const { page, server, close } = await openSidebar(setUp());
  server.problems.setUpTeam = { code: 'duplicatePerson', message: 'Tomas stands there twice.' };
  await page.getByLabel('One name per line').fill('Tomas\nTomas');
  await page.getByRole('button', { name: 'Set up 1 tab' }).click();
  await page.getByText('Tomas stands there twice.').first().waitFor();
  expect(await page.getByLabel('One name per line').inputValue()).toBe('Tomas\nTomas');
  await close();
});

test('a month is previewed first; nothing is written before the primary is pressed', async () => {
  const { page, server, close } = await openSidebar(noMonth());
  await page.getByRole('button', { name: 'Start November' }).click();
  await page.getByRole('heading', { name: '7 deals come along' }).waitFor();
  await page.getByText('12k–15k?').waitFor();
  expect(server.calls('startMonth')).toEqual([]);
  await page.getByRole('button', { name: 'Show 4 more' }).click();
  await page.getByText('Pellmark Dairy').waitFor();
  server.screen = meeting();
  await page.getByRole('button', { name: 'Open November' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect(server.calls('startMonth')).toEqual([{ sheetId: 11, month: 202611, digest: 'd1' }]);
  await close();
});

test('a sheet that changed meanwhile is previewed anew, with a sentence', async () => {
  const { page, server, close } = await openSidebar(noMonth());
  const changed = preview();
  changed.digest = 'd9';
  changed.people[0]!.kept.pop();
  server.changedPreview = changed;
  await page.getByRole('button', { name: 'Start November' }).click();
  await page.getByRole('button', { name: 'Open November' }).click();
  await page.getByRole('heading', { name: '6 deals come along' }).waitFor();
  await page.getByText('The sheet changed meanwhile').first().waitFor();
  server.screen = meeting();
  await page.getByRole('button', { name: 'Open November' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect((server.calls('startMonth')[1] as { digest: string }).digest).toBe('d9');
  await close();
});

test('for everyone: called again until no tab is left, also over a lost answer', async () => {
  const { page, server, close } = await openSidebar(meeting());
  server.faults.startMonth = ['fine', 'lostAfter'];
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Start November for everyone' }).click();
  await page.getByText('The tab of Person 6').waitFor();
  await page.getByRole('button', { name: 'Open on 28 tabs' }).click();
  await page.getByRole('heading', { name: /November is open on/ }).waitFor();
  await until(async () => (await said(page)) !== '', 'said');
  await page.getByRole('button', { name: 'All right' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  await close();
});

test('an older month that was never finished is offered', async () => {
  const { page, server, close } = await openSidebar(noMonth());
  server.screen = meeting();
  await page.getByRole('button', { name: 'Open October' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect(server.calls('loadScreen')).toEqual([{ sheetId: 11, month: 202610 }]);
  await close();
});

test('wrong tab: a person’s tab opens; a deleted one says what to do', async () => {
  const { page, server, close } = await openSidebar(wrongTab());
  await page.getByText('Ctrl+Z in the sheet brings it back').waitFor();
  server.screen = meeting();
  await page.getByRole('button', { name: /Tomas Okafor/ }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect(server.calls('openTab')).toEqual([{ sheetId: 11 }]);
  await close();
});

test('a tab that has lost its head says so and offers the repair', async () => {
  const { page, server, close } = await openSidebar({ ...wrongTab(), damage: HEAD_LOST });
  await page.getByText(HEAD_LOST.message).waitFor();
  await page.getByRole('button', { name: 'Check and repair' }).click();
  await page.getByRole('heading', { name: /Nothing to repair|to look at/ }).waitFor();
  expect(server.calls('checkTab')).toEqual([{ sheetId: 99 }]);
  await close();
});

test('a started month is taken back from the menu', async () => {
  const { page, close } = await openSidebar(meeting());
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Undo start of November' }).click();
  await page.getByRole('heading', { name: 'November is not open yet' }).waitFor();
  await close();
});

test('without a state in the page it asks; a lost answer is asked for again', async () => {
  const { page, close } = await openSidebar(meeting(), { noState: true, faults: { loadScreen: ['lostBefore'] } });
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  await close();
});

test('a finished month opens on its summary: recap, mail, next month', async () => {
  const { page, close } = await openSidebar(finished());
  await page.getByRole('heading', { name: 'Held on 3 Nov 2026' }).waitFor();
  await page.getByText('1:1 no. 11 with Tomas Okafor · 28 minutes').waitFor();
  await page.getByText('Need first, demo second').waitFor();
  await page.getByText('price list for Portan').waitFor();
  const mail = await page.getByRole('link', { name: 'Write mail' }).getAttribute('href');
  expect(mail).toMatch(/^mailto:tomas%40example\.com\?subject=1%3A1%20with%20Tomas/);
  expect(await page.getByRole('link', { name: 'Write mail' }).getAttribute('target')).toBe('_blank');
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByText(/Copied|Copying is blocked/).waitFor();
  await page.getByRole('button', { name: 'Open December' }).click();
  await page.getByText('December 2026, a preview').waitFor();
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await page.evaluate(() => '__closed' in window)).toBe(true);
  await close();
});

test('the built page is one file and asks nothing of the net', async () => {
  const html = builtSidebar();
  const elsewhere = html.match(/(?:src|href)="https?:|url\(["']?https?:|@import/g);
  expect(elsewhere).toBeNull();
});
