import { carry, finished, HEAD_LOST, meeting, noMonth, setUp, wrongTab } from './fixtures';
import { builtSidebar, closeBrowser, menu, type Opened, openSidebar, said, until } from './harness';
import { home, homeOf } from './home-fixture';

afterAll(closeBrowser);

test('set up: names are enough, the button counts along, an empty one says what to do', async () => {
  const { page, server, close } = await openSidebar(setUp());
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByText('Write at least one name').waitFor();
  await page.getByLabel('One name per line').fill('Tomas Okafor\nLena Vogt, lena@example.com\n\n');
  await page.getByLabel('You are').fill('Ida Brandt');
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
  await page.getByRole('button', { name: 'Start November' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect(server.calls('startMonth')).toEqual([
    { sheetId: 11, month: 202611, people: [{ repId: 'p1', digest: 'd-p1' }] },
  ]);
  await close();
});

test('a sheet that changed meanwhile is previewed anew, with a sentence', async () => {
  const { page, server, close } = await openSidebar(noMonth());
  const changed = carry();
  await page.getByRole('button', { name: 'Start November' }).click();
  await page.getByRole('heading', { name: '7 deals come along' }).waitFor();
  server.carried = { ...changed, digest: 'c9', kept: changed.kept.slice(0, 6) };
  server.changedMeanwhile = ['Tomas Okafor'];
  await page.getByRole('button', { name: 'Start November' }).click();
  await page.getByRole('heading', { name: '6 deals come along' }).waitFor();
  await page.getByText('The sheet changed meanwhile').first().waitFor();
  server.screen = meeting();
  await page.getByRole('button', { name: 'Start November' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect(server.calls('startMonth')[1]).toMatchObject({ people: [{ repId: 'p1', digest: 'c9' }] });
  await close();
});

/** Opens the preview of a month for everyone. */
async function previewForEveryone({ page }: Pick<Opened, 'page'>): Promise<void> {
  await menu(page, 'Start November for everyone');
  await page.getByText('The tab of Person 6').waitFor();
}

test('for some: who is left out has no call and no tab', async () => {
  const { page, server, close } = await openSidebar(meeting());
  await previewForEveryone({ page });
  // On any day, also ahead of the one that is due.
  await page.getByRole('radio', { name: 'December 2026' }).check();
  await page.getByRole('heading', { name: 'December for everyone' }).waitFor();
  expect(server.calls('planMonth')).toMatchObject([{ month: 202611 }, { month: 202612 }]);
  await page.getByRole('radio', { name: 'November 2026' }).check();
  await page.getByRole('heading', { name: 'November for everyone' }).waitFor();
  for (const name of ['Person 1', 'Person 2']) await page.getByRole('checkbox', { name, exact: true }).uncheck();
  await page.getByRole('checkbox', { name: 'Person 2', exact: true }).check();
  await page.getByRole('button', { name: 'Start on 27 tabs' }).click();
  await page.getByRole('heading', { name: 'November is started on 27 tabs' }).waitFor();
  const asked = (server.calls('startMonth') as { people: { repId: string }[] }[]).flatMap((call) => call.people);
  expect(asked.some(({ repId }) => repId === 'q0')).toBe(false);
  await close();
});

test('ahead of its time a month waits for whoever has a 1:1 to come, unless they are chosen', async () => {
  const { page, server, close } = await openSidebar(meeting());
  const [first, second] = server.everyone.people;
  Object.assign(first!, { isOpen: true, fromMonth: 202610 });
  Object.assign(second!, { isOpen: true, fromMonth: 202611 });
  await previewForEveryone({ page });
  await page.getByRole('button', { name: 'Start on 27 tabs' }).waitFor();
  await page.getByText('October is not finished').waitFor();
  await page.getByRole('checkbox', { name: second!.name, exact: true }).check();
  await page.getByRole('button', { name: 'Start on 28 tabs' }).waitFor();
  await close();
});

test('where everybody has the month that is due, home offers the next; a line has its day and says whose late ones are', async () => {
  const shown = home();
  const { page, server, close } = await openSidebar({ ...shown, dueMonth: 202611 });
  await page.getByText('2 late commitments, 1 of yours').waitFor();
  await page.getByText('5 Nov · 1 stuck').waitFor();
  await page.getByRole('button', { name: 'Start December for everyone' }).click();
  await page.getByText('December 2026, a preview').waitFor();
  expect(server.calls('planMonth')).toMatchObject([{ month: 202612 }]);
  await close();
});

test('for everyone: called again until no tab is left, also over a lost answer', async () => {
  const { page, server, close } = await openSidebar(meeting());
  server.faults.startMonth = ['fine', 'lostAfter'];
  await previewForEveryone({ page });
  await page.getByRole('button', { name: 'Start on 28 tabs' }).click();
  await page.getByRole('heading', { name: 'November is started on 28 tabs' }).waitFor();
  await until(async () => (await said(page)) === 'November is started on 28 tabs', 'said');
  // 28 ranks and 28 tabs, twelve a call; one answer was lost.
  const rests = server.calls('startMonth').map((request) => (request as { rest?: string[] }).rest?.length);
  expect(rests).toEqual([undefined, 44, 44, 32, 20, 8]);
  await page.getByRole('button', { name: 'All right' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  await close();
});

test('for everyone: people without a tab get theirs first; tabs that changed meanwhile are shown anew', async () => {
  const { page, server, close } = await openSidebar(meeting());
  server.everyone.withoutTab = ['Newton Quick', 'Petra Long'];
  await previewForEveryone({ page });
  await page.getByText('gets a tab, with an empty month').first().waitFor();
  server.changedMeanwhile = ['Person 2'];
  await page.getByRole('button', { name: 'Start on 30 tabs' }).click();
  await page.getByText('The tab of Person 2 changed meanwhile').first().waitFor();
  expect(server.calls('makeTabs')).toEqual([{ month: 202611 }]);
  expect(server.calls('planMonth')).toHaveLength(2);
  await close();
});

test('a set-up says how far it is, can be stopped between two calls, and gone on with; what was typed stays below', async () => {
  const { page, server, close } = await openSidebar(setUp());
  const names = Array.from({ length: 30 }, (_, n) => `Person ${n + 1}`);
  await page.getByLabel('One name per line').fill(names.join('\n'));
  server.tabsAtOnce = 7;
  const gate = server.gate('setUpTeam');
  await page.getByRole('button', { name: 'Set up 30 tabs' }).click();
  const progress = page.getByRole('progressbar');
  await page.getByRole('heading', { name: 'Making tabs: 0 of 30' }).waitFor();
  gate.pass();
  await page.getByRole('heading', { name: 'Making tabs: 7 of 30' }).waitFor();
  expect(await progress.getAttribute('aria-valuetext')).toBe('Making tabs: 7 of 30');
  // Nothing else can be begun meanwhile.
  expect(await page.getByRole('button', { name: 'More actions' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Stopping after this one').waitFor();
  gate.pass();
  await page.getByRole('heading', { name: 'Stopped' }).waitFor();
  expect(await progress.getAttribute('aria-valuetext')).toBe('Making tabs: 14 of 30');
  expect(server.calls('setUpTeam')).toHaveLength(2);
  server.screen = meeting();
  gate.open();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect(server.calls('setUpTeam')).toHaveLength(5);
  await close();
});

test('work that meets a problem in the middle stops there, says why, and goes on from there', async () => {
  const { page, server, close } = await openSidebar(meeting());
  await previewForEveryone({ page });
  const gate = server.gate('startMonth');
  await page.getByRole('button', { name: 'Start on 28 tabs' }).click();
  gate.pass();
  await page.getByText('Keeping the ranks so far: 12 of 28').first().waitFor();
  server.problems.startMonth = { code: 'busy2', message: 'Something stood in the way.' };
  gate.pass();
  await page.getByRole('heading', { name: 'Stopped' }).waitFor();
  await page.getByText('Something stood in the way.').first().waitFor();
  delete server.problems.startMonth;
  await page.getByRole('button', { name: 'Go on' }).click();
  gate.pass();
  gate.pass();
  await page.getByText('Starting November: 8 of 28').first().waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  gate.pass();
  await page.getByRole('button', { name: 'Leave it so' }).click();
  await page.getByRole('heading', { name: /November is started/ }).waitFor();
  await page.getByText(/still to be started/).waitFor();
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

test('home: who needs a 1:1 first is one Enter away; among many a name is looked for; older months open to be read', async () => {
  const { page, server, close } = await openSidebar(home(30));
  await page.getByRole('heading', { name: 'Your team' }).waitFor();
  expect(await page.getByRole('button', { name: /in progress|ago|since/ }).allInnerTexts()).toEqual([
    expect.stringContaining('Tomas Okafor'),
    expect.stringContaining('Planned 7 Oct, 26 days ago'),
    expect.stringContaining('No 1:1 since 4 Aug'),
  ]);
  await page.getByLabel('Find a person').fill('nobody');
  await page.getByText('Nobody on the team is called “nobody”.').waitFor();
  server.screen = { ...meeting(), months: [202611, 202610, 202609] };
  await page.getByLabel('Find a person').fill('okaf');
  await page.getByLabel('Find a person').press('Enter');
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect(server.calls('openTab')).toEqual([{ sheetId: 11 }]);

  await menu(page, 'Other months');
  server.screen = finished();
  await page.getByRole('button', { name: 'September 2026' }).click();
  await page.getByRole('heading', { name: 'Held on 3 Nov 2026' }).waitFor();
  expect(server.calls('loadScreen')).toEqual([{ sheetId: 11, month: 202609 }]);

  server.home = homeOf();
  await menu(page, 'Your team');
  await page.getByText('No 1:1 since 4 Aug').waitFor();
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
  await menu(page, 'Undo start of November');
  await page.getByRole('heading', { name: 'November is not started yet' }).waitFor();
  await close();
});

test('without a state in the page it asks; a lost answer is asked for again', async () => {
  const { page, close } = await openSidebar(meeting(), { noState: true, faults: { loadScreen: ['lostBefore'] } });
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  await close();
});

test('a finished month opens on its summary: recap, mail, next month', async () => {
  const { page, server, close } = await openSidebar(finished());
  server.home = homeOf();
  await page.getByRole('heading', { name: 'Held on 3 Nov 2026' }).waitFor();
  await page.getByText('1:1 no. 8 with Tomas Okafor · 28 minutes').waitFor();
  await page.getByText('Need first, demo second').waitFor();
  await page.getByText('price list for Portan').waitFor();
  const mail = await page.getByRole('link', { name: 'Write mail' }).getAttribute('href');
  expect(mail).toMatch(/^mailto:tomas%40example\.com\?subject=1%3A1%20with%20Tomas/);
  expect(await page.getByRole('link', { name: 'Write mail' }).getAttribute('target')).toBe('_blank');
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByText(/Copied|Copying is blocked/).waitFor();
  await page.getByRole('button', { name: 'Start December' }).click();
  await page.getByText('December 2026, a preview').waitFor();
  await page.getByRole('button', { name: 'Not now' }).click();
  // On to the next person: the talk is over, the team is not.
  await page.getByRole('button', { name: 'Your team' }).click();
  await page.getByRole('heading', { name: 'Your team' }).waitFor();
  await close();
});

test('with nobody else to go on to, a finished month offers to close the panel', async () => {
  const m = finished();
  const { page, close } = await openSidebar({ ...m, people: m.people.slice(0, 1) });
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await page.evaluate(() => '__closed' in window)).toBe(true);
  await close();
});

test('the built page is one file and asks nothing of the net', async () => {
  const html = builtSidebar();
  const elsewhere = html.match(/(?:src|href)="https?:|url\(["']?https?:|@import/g);
  expect(elsewhere).toBeNull();
});
