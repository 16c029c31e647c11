import { STANDARD_AGENDA } from '../../src/core/shared/agenda';
import { actuals, clockAt, findings, finished, meeting, PROBLEM, reopened, results, running } from './fixtures';
import { closeBrowser, menu, menuLines, openSidebar, said, until } from './harness';

afterAll(closeBrowser);

test('check and repair: found with cells, repaired as previewed, what is left is said', async () => {
  const { page, server, close } = await openSidebar({ ...meeting(), tabProblems: [PROBLEM] });
  await page.getByText('B24 can’t be read.').waitFor();
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  await page.getByRole('heading', { name: '3 things to look at' }).waitFor();
  await page.getByText('A37', { exact: true }).waitFor();
  expect(server.calls('repairTab')).toEqual([]);
  // The tab changes between preview and repair: previewed anew, nothing written.
  server.check = { ...findings(), digest: 'c2', findings: findings().findings.slice(1, 2) };
  await page.getByRole('button', { name: 'Repair 2 things' }).click();
  await page.getByText('The sheet changed meanwhile').first().waitFor();
  await page.getByRole('button', { name: 'Repair 1 thing' }).click();
  await page.getByRole('heading', { name: '1 thing repaired' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('1 thing repaired'));
  await page.getByText('It gets one.').waitFor();
  expect(server.calls('repairTab')).toEqual([
    { sheetId: 11, digest: 'd-tab' },
    { sheetId: 11, digest: 'c2' },
  ]);
  server.check = { ...server.check, findings: [] };
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByRole('heading', { name: 'Nothing to repair' }).waitFor();
  expect(await said(page)).toBe('Nothing to repair');
  await page.getByRole('button', { name: 'All right' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  await close();
});

test('the note on cells that cannot be read can be put away; another agenda in Setup is offered to open months, and taken back', async () => {
  const { page, server, close } = await openSidebar({ ...meeting(), tabProblems: [PROBLEM], isAgendaNew: true });
  await page.getByRole('button', { name: 'Later' }).click();
  expect(await page.getByText('can’t be read').count()).toBe(0);
  const was = STANDARD_AGENDA.map((section) => ({ ...section }));
  const people = ['p1', 'p2'].map((repId, n) => ({
    repId,
    digest: `g${n}`,
    name: n ? 'Lena Voss' : 'Tomas Okafor',
    changes: ['“Risks” comes in', '“Other discussion” stays, it has text'],
    was,
  }));
  server.agendas = { people, left: ['“Mira”: the meeting is running.'] };
  await page.getByRole('button', { name: 'See what it changes' }).click();
  await page.getByRole('heading', { name: 'Change 2 open months?' }).waitFor();
  await page.getByText('“Mira”: the meeting is running.').waitFor();
  expect(await page.getByText('“Other discussion” stays, it has text').count()).toBe(2);
  expect(server.calls('applyAgenda')).toEqual([]);
  await page.getByRole('button', { name: 'Apply to 2 open months' }).click();
  await page.getByRole('heading', { name: '2 open months changed' }).waitFor();
  const shown = people.map(({ repId, digest }) => ({ repId, digest }));
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  expect(server.calls('applyAgenda')).toEqual([
    { people: shown },
    { people: shown.map(({ repId }) => ({ repId, digest: '' })), back: { p1: was, p2: was } },
  ]);
  // Taken over: it is not asked again.
  expect(await page.getByRole('button', { name: 'See what it changes' }).count()).toBe(0);
  await close();
});

test('figures for the team: pasted, looked at, a changed sheet previewed anew, written', async () => {
  const { page, server, close } = await openSidebar(meeting());
  await menu(page, 'Paste figures');
  await page.getByRole('button', { name: 'Look first' }).click();
  await page.getByText('Paste a table first').waitFor();
  const text = 'Name\tCalls\nTomas Okafor\t52';
  await page.getByLabel('A table copied from a sheet').fill(text);
  await page.getByRole('button', { name: 'Look first' }).click();
  await page.getByRole('heading', { name: '3 figures would change' }).waitFor();
  await page.getByText('4 figures are in the sheet already.').waitFor();
  await page.getByText('“Sum” (line 4, column 1) is not on the roster').waitFor();
  expect(server.calls('applyActuals')).toEqual([]);
  // A name that may be somebody is asked about; the answer goes along with the figures.
  server.actuals = {
    ...actuals(),
    questions: [
      { key: 'person:t. okafor', what: 'person', name: 'T. Okafor', choices: [{ id: 'p1', name: 'Tomas Okafor' }] },
    ],
  };
  await page.getByRole('button', { name: 'Change the text' }).click();
  await page.getByLabel('Which figures').selectOption('Of September, into October 2026');
  await page.getByLabel('Which figures').selectOption('Of October, into November 2026');
  await page.getByRole('button', { name: 'Look first' }).click();
  await page.getByLabel('Who is this? T. Okafor').selectOption('Tomas Okafor');
  await until(() => server.calls('planActuals').length === 3, 'the answer is sent');
  expect(server.calls('planActuals')[2]).toEqual({ month: 202611, text, names: { 'person:t. okafor': 'p1' } });
  server.actuals = actuals();
  await page.getByRole('button', { name: 'Change the text' }).click();
  await page.getByRole('button', { name: 'Look first' }).click();
  // The preview is there before the sheet changes.
  await page.getByRole('button', { name: 'Write 3 figures' }).waitFor();
  // Somebody types a figure of Tomas meanwhile; Lena’s is written.
  const tomas = { repId: 'p1', digest: 'a3' };
  const left = { ...actuals(), people: [tomas], changes: actuals().changes.slice(0, 2) };
  server.actualsMeanwhile = { ...actuals(), people: [tomas, actuals().people[1]!] };
  server.onAnswer = (name) => {
    if (name === 'applyActuals') server.actuals = left;
  };
  await page.getByRole('button', { name: 'Write 3 figures' }).click();
  await page.getByText('The tab of Tomas Okafor changed meanwhile').first().waitFor();
  await page.getByRole('heading', { name: '2 figures would change' }).waitFor();
  await page.getByRole('button', { name: 'Change the text' }).click();
  expect(await page.getByLabel('A table copied from a sheet').inputValue()).toBe(text);
  await page.getByRole('button', { name: 'Look first' }).click();
  await page.getByRole('button', { name: 'Write 2 figures' }).click();
  await page.getByRole('heading', { name: '2 figures written' }).waitFor();
  expect(server.calls('applyActuals')).toEqual([
    { month: 202611, text, names: {}, people: actuals().people },
    { month: 202611, text, names: {}, people: [{ repId: 'p1', digest: 'a3' }] },
  ]);
  await close();
});

test('goals: typed, filled down, pasted, by month or year; looked at, written into Setup, and taken back', async () => {
  const { page, server, close } = await openSidebar(meeting());
  const before = structuredClone(server.goals.lines);
  await menu(page, 'Goals');
  const field = (name: string) => page.getByLabel(name, { exact: true });
  await field('Lena Vogt').fill('75');
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('placeholder'))).toBe('60');
  // A column goes down from here; a table with names finds its cells.
  const paste = (text: string) =>
    page.evaluate((copied) => {
      const data = new DataTransfer();
      data.setData('text/plain', copied);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);
  await paste('61\n1.2k\n');
  expect(await field('Lena Vogt').inputValue()).toBe('1.2k');
  await paste('Name\tCalls\nTomas Okafor\t55');
  await page.getByText('“Sum” (line 4, column 1) is not on the roster.').waitFor();
  expect(await field('Tomas Okafor').inputValue()).toBe('55');
  // The yearly goal of a figure that adds up, by the month; filled down by one key.
  await field('KPI').selectOption('Booked revenue');
  expect(await field('Everyone').inputValue()).toBe('480,000');
  await field('a month').click();
  expect(await field('Everyone').inputValue()).toBe('40,000');
  await field('Everyone').fill('45k');
  await page.keyboard.press('Control+d');
  expect(await field('Lena Vogt').inputValue()).toBe('45k');
  expect(await field('Benchmark').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Look first' }).click();
  await page.getByRole('heading', { name: '6 goals would change' }).waitFor();
  // Somebody edits one of the lines in Setup meanwhile: nothing is written, and the preview follows.
  server.goals.lines = before.map((line) => (line.rep === 'Lena Vogt' ? { ...line, value: 72 } : line));
  await page.getByRole('button', { name: 'Write 6 goals' }).click();
  await page.getByText('The sheet changed meanwhile').waitFor();
  await page.getByText('72 → 1,200').waitFor();
  await page.getByRole('button', { name: 'Write 6 goals' }).click();
  await page.getByRole('heading', { name: '6 goals written into Setup' }).waitFor();
  expect(server.goals.lines).toContainEqual({
    rep: 'Lena Vogt',
    kpi: 'Calls',
    value: 1200,
    per: 'month',
    from: 202610,
  });
  expect(server.goals.lines).toContainEqual({
    rep: '',
    kpi: 'Booked revenue',
    value: 480_000,
    per: 'year',
    from: 202601,
  });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'Setup is as it was' }).waitFor();
  expect(server.goals.lines).toHaveLength(before.length);
  expect(server.goals.lines).toContainEqual({ rep: 'Lena Vogt', kpi: 'Calls', value: 72, per: 'month', from: 202610 });
  await close();
});

test('protection: says that all can be read, then what was done and what was left', async () => {
  const { page, server, close } = await openSidebar(meeting());
  await menu(page, 'Protect tabs');
  await page.getByText('Whoever can open this file can read every tab.').waitFor();
  expect(server.calls('protectTabs')).toEqual([]);
  await page.getByRole('button', { name: 'Protect tabs' }).click();
  await page.getByRole('heading', { name: '2 tabs are protected' }).waitFor();
  await page.getByText('Ruth Amsel: no e-mail address in Setup.').waitFor();
  await page.getByText('Whoever can open this file can read every tab.').waitFor();
  await close();
});

test('the Team tab is brought up to date, and a salesperson is not offered what only managers may', async () => {
  const manager = await openSidebar(meeting());
  await menu(manager.page, 'Update the Team tab');
  await manager.page.getByText('The Team tab is up to date.').first().waitFor();
  expect(manager.server.calls('buildTeam')).toEqual([{}]);
  await manager.close();
  const m = meeting();
  const { page, close } = await openSidebar({ ...m, me: { ...m.me, role: 'rep' } });
  const items = await menuLines(page);
  expect(items).toContain('Check and repair');
  expect(items.filter((text) => /Team|Paste|Protect|everyone|Add people/.test(text))).toEqual([]);
  await close();
});

test('a finished month is opened again, goes on without a clock, and is finished once more', async () => {
  const { page, server, close } = await openSidebar(finished());
  await page.getByRole('button', { name: 'Open again' }).click();
  await page.getByRole('heading', { name: 'Conclusion' }).waitFor();
  expect(server.calls('reopenMeeting')).toEqual([
    { sheetId: 11, repId: 'p1', month: 202611, seen: { row: 5, rows: 73 } },
  ]);
  expect(await page.getByRole('button', { name: 'Start the clock here' }).count()).toBe(0);
  await page.getByLabel('What I saw').fill('Calmer with buyers');
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: 'Done, in 28 minutes' }).waitFor();
  expect(server.cell('text:observed', 'when')).toBe('Calmer with buyers');
  expect(server.calls('setClock')).toEqual([]);
  await close();
});

test('opened again by somebody else: it begins at the Conclusion, with the minutes it had', async () => {
  const { page, close } = await openSidebar(reopened());
  await page.getByRole('heading', { name: 'Conclusion' }).waitFor();
  await page.getByText('28:00').waitFor();
  await close();
});

test('an invitation for the next 1:1, only when it has a day', async () => {
  const m = finished();
  const without = await openSidebar(m);
  expect(await without.page.getByRole('link', { name: 'Invite' }).count()).toBe(0);
  await without.close();
  const { conclusion } = m.block;
  const dated = { ...conclusion, nextDate: { ...conclusion.nextDate, value: '2026-12-01' } };
  const { page, close } = await openSidebar({ ...m, block: { ...m.block, conclusion: dated } });
  await page.getByText('Next 1:1 on 1 Dec').waitFor();
  const link = page.getByRole('link', { name: 'Invite' });
  expect(await link.getAttribute('target')).toBe('_blank');
  const query = new URL((await link.getAttribute('href'))!).searchParams;
  expect([query.get('dates'), query.get('add'), query.get('text')]).toEqual([
    '20261201T090000/20261201T093000',
    'tomas@example.com',
    '1:1 with Tomas Okafor',
  ]);
  expect(query.get('details')).toMatch(/What we talk about:[\s\S]*Twenty calls a week[\s\S]*docs\.google\.com.*#gid=/);
  // The time that somebody chooses stays theirs.
  await page.getByLabel('Time of the next 1:1').fill('14:30');
  await page.locator('a[href*="20261201T143000"]').waitFor();
  await close();
});

test('twenty minutes: the header says so, and the Conclusion is offered at minute 15', async () => {
  const { page, server, close } = await openSidebar({
    ...results('new'),
    clock: clockAt('new', { kpis: 8, existing: 6, new: 0.98 }),
  });
  await page.getByText('of 20 min').waitFor();
  expect(await page.getByRole('navigation', { name: 'Sections' }).getByRole('button').count()).toBe(4);
  await page.getByText('Minute 15.', { exact: true }).waitFor();
  await page.keyboard.press('Alt+Digit7');
  await page.getByRole('heading', { name: 'Conclusion' }).waitFor();
  await until(() => server.meeting.clock?.section === 'conclusion', 'the clock goes along');
  expect(await page.getByRole('timer').getAttribute('aria-label')).toMatch(/^(5:0|4:5)\d left$/);
  await close();
});

test('KPIs: off rows first, with unit, trend, pipeline and the plan', async () => {
  const { page, server, close } = await openSidebar(running('kpis', { kpis: 1 }), { height: 560 });
  await page.getByText('Revenue is on target for the fourth month, Win rate too.').waitFor();
  const cards = await page.locator('[data-card]').allInnerTexts();
  expect(cards.map((text) => text.split('\n')[0])).toEqual([
    'Calls',
    'Meetings held',
    'New customers',
    'Revenue',
    'Win rate',
  ]);
  expect(cards[0]).toMatch(/48 of 80 calls[\s\S]*Down four months/);
  expect(cards[3]).toMatch(/€52,000 of €50,000[\s\S]*2 of 8 in the team/);
  await page.getByRole('img', { name: 'The last months, of goal: 101%, 98%, 84%, 70%, 60%' }).waitFor();
  const [pipeline] = await page.getByRole('region', { name: 'Pipeline' }).allInnerTexts();
  for (const said of [/196,600/, /8 open · 1 stuck · weighted 118,200/, /Covers 2\.4× the 83,300 to go in 2026\/27/])
    expect(pipeline).toMatch(said);
  expect(pipeline).toMatch(/this month\s+61k \(2\)[\s\S]*no date\s+8600 \(1\)[\s\S]*In November\s+\+43k/);
  await page.getByLabel('The plan').fill('Two mornings a week for calls');
  await until(() => server.cell('text:plan', 'when') === 'Two mornings a week for calls', 'the plan');
  await close();
});

// 425 px is what 200 % zoom leaves.
test.each([425, 560, 850])(
  'a conflict at %i px: the choice is in view, and the focus comes back to the field',
  async (height) => {
    const { page, server, close } = await openSidebar(running('existing'), { height });
    await page.getByRole('button', { name: /Halden Mills/ }).click();
    await page.getByLabel('Next step').fill('Ida calls their counsel');
    server.setCell('existing:e2', 'next', 'Counsel is away until the 16th. Call on Tue 17 Nov');
    const keep = page.getByRole('button', { name: 'Keep this one' });
    await keep.waitFor();
    const inView = async () => {
      const [button, body] = [await keep.boundingBox(), await page.locator('.body').boundingBox()];
      return button!.y >= body!.y && button!.y + button!.height <= body!.y + body!.height;
    };
    expect(await inView()).toBe(true);
    await page.getByRole('radio', { name: /In the sheet/ }).check();
    await keep.click();
    await until(
      async () => (await page.getByLabel('Next step').evaluate((el) => el === document.activeElement)) === true,
      'focus',
    );
    expect(await page.getByLabel('Next step').inputValue()).toBe('Counsel is away until the 16th. Call on Tue 17 Nov');
    await close();
  },
);
