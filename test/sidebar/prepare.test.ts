import { asRep, clockAt, meeting, noMonth, prepared, row, running } from './fixtures';
import { closeBrowser, lookAgain, openSidebar, said, until } from './harness';

afterAll(closeBrowser);

/** The question how last month’s help went. */
const HELPED = 'other:help202610';
const focused = 'document.activeElement?.textContent';

test('the salesperson prepares by keyboard: no change on one key, a deal edited, and the marks are still there later', async () => {
  const { page, server, reload, close } = await openSidebar(asRep(meeting()));
  const press = (key: string) => page.keyboard.press(key);
  await page.getByText('3 of 10 looked at').waitFor();
  // What deserves the minutes comes first; what moved already is passed by.
  expect(await page.evaluate(focused)).toContain('Halden Mills');
  await press('ArrowDown');
  await press('n');
  await until(async () => (await said(page)) === 'Portan Logistics, pilot, no change. 4 of 10', 'said');
  expect(await page.evaluate(focused)).toContain('Brackwater Clinics');
  await press('ArrowUp');
  await press('ArrowUp');
  await press('ArrowUp');
  await press('Enter');
  await page.getByLabel('What moved').fill('Legal has it back');
  await press('Enter');
  await until(() => server.cell('existing:e2', 'moved') === 'Legal has it back', 'what moved');
  // Enter goes on to the next one that has not been looked at.
  expect(await page.evaluate(focused)).toContain('Brackwater Clinics');
  await page.getByText('5 of 10 looked at').waitFor();
  await press('n');
  await until(async () => /Lumen Tools/.test(String(await page.evaluate(focused))), 'on to the next one');
  // A mark is of this browser, and it can be taken back.
  await reload();
  await page.getByText('6 of 10 looked at').waitFor();
  await page.getByRole('button', { name: 'No change: Portan Logistics, pilot', pressed: true }).click();
  await page.getByText('5 of 10 looked at').waitFor();
  expect(server.cell('existing:e3', 'moved')).toBe('');
  await close();
});

test('figures, new deals, topics, review and help go into their cells', async () => {
  const { page, server, close } = await openSidebar(asRep(meeting()));
  await page.getByRole('button', { name: /October’s figures/ }).click();
  await page.getByText('4 of 5 in').waitFor();
  await page.getByLabel('New customers').fill('3');
  await page.getByText('A formula or a picture stands in D48; it stays.').waitFor();
  await page.keyboard.press('Tab');
  await until(() => server.cell('kpis:k4', 'amount') === 3, 'the figure');
  await page.getByText('5 of 5 in').waitFor();
  // Where a percentage belongs, 31 is 31 %.
  await page.getByLabel('Win rate').fill('31');
  await page.keyboard.press('Tab');
  await until(() => server.cell('kpis:k5', 'amount') === 0.31, 'the share');
  expect(await page.getByLabel('Win rate').inputValue()).toBe('31 %');

  await page.getByRole('button', { name: /What do you want to talk about/ }).click();
  await page.getByRole('button', { name: 'Add a topic' }).click();
  await page.keyboard.type('The new price list');
  await until(() => server.cell('other:other1', 'who') === 'The new price list', 'the topic');
  await page.keyboard.press('Escape');

  await page.getByLabel('A call or meeting to review together').fill('Monday’s call');
  await page.getByLabel('Help wanted with').fill('The signing');
  await until(() => server.cell('text:help', 'when') === 'The signing', 'help');
  expect(server.cell('text:review', 'when')).toBe('Monday’s call');
  await close();
});

test('I’m ready is a tick that can be taken back; the Start button stands on one line', async () => {
  const { page, server, close } = await openSidebar(asRep(meeting()), { height: 560 });
  const start = page.getByRole('button', { name: 'Start the 30 minutes' });
  expect((await start.boundingBox())!.height).toBeLessThanOrEqual(34);
  await page.getByRole('button', { name: 'I’m ready' }).click();
  await page.getByText('You are ready').waitFor();
  await until(() => server.cell('text:ready', 'when') === '✓', 'the tick');
  await page.getByRole('button', { name: 'Not yet' }).click();
  await until(() => server.cell('text:ready', 'when') === '', 'taken back');
  await page.getByRole('button', { name: 'Before you start' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  const again = page.getByRole('button', { name: 'Start the 30 minutes' });
  expect((await again.boundingBox())!.height).toBeLessThanOrEqual(34);
  await page.getByRole('button', { name: 'Prepare November' }).click();
  await page.getByRole('button', { name: 'I’m ready' }).waitFor();
  await close();
});

test('the manager sees what was brought first, and the agenda can be shared', async () => {
  const first = prepared();
  first.block.brings!.value = 'The new price list\nHalden, from the buyer’s side';
  const topics = first.block.sections.find((s) => s.kind === 'topics')!;
  topics.rows = [...topics.rows, row(HELPED, 55, { who: 'Help in October: the tender. How did it go?' })];
  const { page, server, close } = await openSidebar(first);
  await page.getByText('Tomas is ready.').waitFor();
  const body = (await page.locator('.body').textContent()) ?? '';
  const order = [
    'Planned for 5 Nov',
    'Tomas is ready.',
    'A call or meeting to review together',
    'Help wanted with',
    'Help in October: the tender. How did it go?',
    'Tomas’s topics',
    'You bring',
    'Halden, from the buyer’s side',
    'Last focus',
    'Open commitments',
    'Since last time',
    'Biggest gaps',
    'Keeps coming back',
    'Development and coaching',
  ].map((text) => body.indexOf(text));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order[0]).toBeGreaterThanOrEqual(0);
  const link = new URL((await page.getByRole('link', { name: 'Share the agenda' }).getAttribute('href'))!);
  const mail = link.searchParams.get('body') ?? '';
  expect(link.pathname).toBe('tomas%40example.com');
  expect(mail).toContain('– Conclusion, the rest');
  expect(mail).toContain('– Tomas: price list for Portan, by 28 Oct');
  expect(mail).toContain('Two new conversations a week');
  expect(mail).not.toContain('there to help');

  // The manager writes down what to bring, where both read it.
  await page.getByRole('button', { name: 'Prepare', exact: true }).click();
  await page.getByLabel('What you bring: both read it').fill('The price list');
  await until(() => server.cell('text:brings', 'when') === 'The price list', 'what the manager brings');

  // What is only for the manager: said where it lies before the first note, kept, and gone from the page once it is left.
  await page.getByRole('button', { name: 'Notes only for me' }).click();
  await page.getByText('not in the sheet, and not in a copy of it').waitFor();
  await page.getByRole('button', { name: 'All right, write' }).click();
  const note = page.getByLabel('Your note about Tomas Okafor');
  await note.fill('A heron in the reeds');
  await page.getByText('Saved for you alone, 3 Nov').waitFor();
  expect(server.calls('saveNote')).toEqual([
    { repId: 'p1', name: 'Tomas Okafor', was: '', text: 'A heron in the reeds' },
  ]);
  // A full store: said at once, and the text is still there later.
  server.ownNotes = { ...server.ownNotes, room: 0 };
  await note.fill('A heron in the reeds, and a second one');
  await page.getByText('Your store is full').waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  const shows = async () => (await page.content()).includes('heron');
  expect(await shows()).toBe(false);
  const menuItem = page.getByRole('menuitem', { name: 'Notes only for me' });
  await page.getByRole('button', { name: 'More actions' }).click();
  server.ownNotes = { ...server.ownNotes, room: 400_000 };
  await menuItem.click();
  await until(() => server.ownNotes.notes[0]?.text === 'A heron in the reeds, and a second one', 'kept after all');
  // Another window has another text: both are shown, nothing is written over.
  server.ownNotes.notes[0]!.text = 'A kingfisher';
  await note.fill('A grebe');
  await page.getByText('A kingfisher').waitFor();
  await page.getByRole('button', { name: 'Keep this text' }).click();
  await until(() => server.ownNotes.notes[0]?.text === 'A grebe', 'mine');
  await note.fill('A heron again');
  // The meeting begins, here or in another sidebar: the page closes, its text goes, and nothing leads back to it.
  await until(() => server.ownNotes.notes[0]?.text === 'A heron again', 'the last text');
  server.screen = { ...server.meeting, clock: clockAt('new', {}), serverNow: Date.now() };
  await lookAgain({ page, server });
  await until(async () => (await note.count()) === 0, 'closed');
  expect(await shows()).toBe(false);
  await page.getByRole('button', { name: 'More actions' }).click();
  expect(await menuItem.count()).toBe(0);
  await page.keyboard.press('Escape');

  // In the talk: after the salesperson's, with room for what was seen in the call; and how last month's help went.
  await page.keyboard.press('Alt+Digit7');
  await page.keyboard.press('Alt+ArrowLeft');
  const brought = page.locator('.facts.box').first();
  await brought.getByText('The price list').waitFor();
  expect(await brought.locator('.hint').allTextContents()).toEqual([
    'A call or meeting to review together',
    'Help wanted with',
    'The manager brings',
  ]);
  await page.getByLabel('What we saw in it, what we learnt').fill('He lets them finish');
  await until(() => server.cell('text:seen', 'when') === 'He lets them finish', 'what was seen');
  await page.getByRole('button', { name: /the tender. How did it go/ }).click();
  await page.getByLabel('Note').fill('They asked for two more days');
  await until(() => server.cell(HELPED, 'why') === 'They asked for two more days', 'how the help went');
  await close();
});

test('a day is planned and moved, calmly; before the first 1:1 a longer opening, and never again', async () => {
  const first = meeting();
  const { page, server, close } = await openSidebar({ ...first, block: { ...first.block, number: 1 } });
  const opening = page.getByText('No exam: nothing is scored');
  await opening.waitFor();
  await page.getByRole('button', { name: 'Plan a day' }).click();
  await page.getByLabel('The day').fill('2026-11-05');
  await page.keyboard.press('Enter');
  await page.getByText('Planned for 5 Nov', { exact: true }).first().waitFor();
  expect(server.calls('planMeeting')).toMatchObject([{ sheetId: 11, repId: 'p1', month: 202611, date: '2026-11-05' }]);
  await page.getByRole('button', { name: 'Move' }).click();
  await page.getByLabel('The day').fill('2026-11-09');
  server.problems.planMeeting = { code: 'alreadyHeld', message: 'November has been held.' };
  await page.getByRole('button', { name: 'Keep this day' }).click();
  await page.getByText('November has been held.').first().waitFor();
  expect(await page.getByLabel('The day').inputValue()).toBe('2026-11-09');
  delete server.problems.planMeeting;
  await page.getByRole('button', { name: 'Keep this day' }).click();
  await page.getByText('Moved to 9 Nov').waitFor();
  expect(await page.evaluate(focused)).toBe('Move');
  await page.getByRole('button', { name: 'Start the 30 minutes' }).click();
  await page.getByRole('heading', { name: 'New opportunities' }).waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect(await opening.count()).toBe(0);
  await close();
});

test('a day that has passed: not held yet, in words', async () => {
  const m = meeting();
  const { page, close } = await openSidebar({ ...m, block: { ...m.block, heldOn: '2026-10-28', overdue: true } });
  await page.getByText('Was planned for 28 Oct').waitFor();
  expect(await page.locator('.plan .ink-warn, .plan .warn').count()).toBe(0);
  await close();
});

test('development: a line is added, its state set by a chip, and it is not asked about again in the list before', async () => {
  const { page, server, close } = await openSidebar(running('other', { other: 1 }));
  await page.getByRole('button', { name: 'Add a line' }).click();
  await page.keyboard.type('Negotiating with purchasing');
  await page.keyboard.press('Tab');
  await page.keyboard.type('28 Feb');
  await page.keyboard.press('Enter');
  await until(() => server.cell('grow:grow1', 'when') === '2027-02-28', 'the day');
  expect(server.cell('grow:grow1', 'who')).toBe('Negotiating with purchasing');
  await page.getByRole('button', { name: /Leading a first call/ }).click();
  await page.getByRole('radio', { name: 'Done' }).check();
  await until(() => server.cell('grow:g1', 'status') === 'done', 'done');
  await close();
});

test('an agenda is chosen for the month; the one of Setup needs no choice', async () => {
  const { page, server, close } = await openSidebar(noMonth());
  expect(await page.getByRole('radio', { name: 'Full talk, 30 min' }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: 'Results, 20 min' }).check();
  await page.getByRole('button', { name: 'Start November' }).click();
  await page.getByText('deals come along').waitFor();
  // The preview shows the agenda that will be used.
  expect(await page.getByRole('radio', { name: 'Results, 20 min' }).isChecked()).toBe(true);
  server.screen = meeting();
  await page.getByRole('button', { name: 'Start November' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect(server.calls('planMonth')).toEqual([{ sheetId: 11, month: 202611, agenda: 'results' }]);
  expect(server.calls('startMonth')).toEqual([
    { sheetId: 11, month: 202611, people: [{ repId: 'p1', digest: 'd-p1' }], agenda: 'results' },
  ]);
  await close();
});
