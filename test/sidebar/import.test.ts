import path from 'node:path';
import type { RequestOf } from '../../src/contract/calls';
import { fiveFiles } from '../support/import-files';
import { written as tabsWritten } from '../support/import-tracker';
import { asRep, IMPORT_TEXT, knownTabs, meeting, wrongTab } from './fixtures';
import { closeBrowser, menu, menuLines, type openSidebar as Open, openSidebar, said, until } from './harness';

afterAll(closeBrowser);

type Page = Awaited<ReturnType<typeof Open>>['page'];
type Server = Awaited<ReturnType<typeof Open>>['server'];

async function begin(page: Page): Promise<void> {
  await menu(page, 'Import deals');
  await page.getByRole('heading', { name: 'Bring in deals' }).waitFor();
}

/** The tabs have none of the deals yet. */
function withNothingKnown(server: Server): void {
  for (const tab of server.known) Object.assign(tab, { rows: [], past: [] });
}

/** Writes, and tells the deals that come in: whose, id, amount, day, status, and the next step where there is one. */
async function writtenDeals(page: Page, server: Server) {
  await page.getByRole('button', { name: /^Write/ }).click();
  await until(() => server.calls('applyImport').length === 1, 'the deals are written');
  const [call] = server.calls('applyImport') as RequestOf<'applyImport'>[];
  return call?.tabs.flatMap(({ repId, added }) =>
    added.map(({ sourceId, cells: { amount, when, status, next } }) =>
      [repId, sourceId, amount, when, status].concat(next ? [next] : []),
    ),
  ) as unknown[][];
}

/** There is no such column, and that is all right. */
const NONE = [
  ['Which column has the amount?', 'None: deals come in without amounts'],
  ['Which column has the expected close date?', 'None: deals come in without dates'],
  ['Which column has the stage', 'None: every deal counts as moving'],
] as const;

const next = (page: Page) => page.getByRole('button', { name: 'Look first' }).click();

test('pasted, asked about, corrected, looked at, written tab by tab; a changed sheet is shown anew', async () => {
  const { page, server, close } = await openSidebar(meeting());
  await begin(page);
  await page.getByLabel('copied and pasted').fill(IMPORT_TEXT);
  await page.getByRole('button', { name: 'Go on' }).click();
  // The days and the amounts of this file can be read in two ways.
  await page.getByRole('group', { name: 'Which day is 03/11/2026?' }).getByLabel('11 Mar 2026').check();
  expect(await page.getByRole('button', { name: 'Look first' }).getAttribute('aria-disabled')).toBe('true');
  await page.getByText('1 question first').waitFor();
  await page.getByRole('group', { name: 'How much is 1,250?' }).getByLabel('1,250').check();
  await page.getByText('All questions are answered').waitFor();
  for (const fold of ['Columns', 'Stages']) await page.getByRole('button', { name: fold }).click();
  await page.getByText('First: 03/11/2026, read as 11 Mar 2026').waitFor();
  expect(await page.getByLabel('Closed Won · 1').inputValue()).toBe('won');
  await page.getByLabel('Negotiation · 3').selectOption('closing');
  await page.getByLabel('Next step').selectOption('Label');
  await next(page);
  await page.getByRole('heading', { name: '9 new deals · 3 to update' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('9 new deals'));
  expect(await said(page)).toBe('9 new deals · 3 to update, 4 left out');
  expect(server.calls('lookUpDeals')).toEqual([
    { open: ['1', '5', '2', '6', '7', '8', '11', '12', '13', '14', '15', '16'], closed: ['3'], people: ['p1', 'p2'] },
  ]);
  // Each line of the file has one fate.
  expect(await page.getByRole('button', { name: 'What becomes of them' }).textContent()).toContain('15 lines');
  expect(await page.locator('.counts li').allTextContents()).toEqual([
    '7new',
    '2changed',
    '1open again',
    '1with a new owner',
    '1closed; they stay in their month',
    '1without a tab to go to',
    '1more than once in it',
    '1could not be read',
  ]);
  for (const text of [
    '1 deal of Ruth Amsel, who is not on the roster.',
    'Line 6: “soon” is not an amount; it comes in without one; “31/31/2026” is not a day',
    'Lines 3 and 7 are the same deal (2); line 7 counts.',
    'Open again; was lost (Tomas Okafor, October)',
    'From Tomas Okafor, whose row is closed as handed over',
  ])
    await page.getByText(text).waitFor();
  expect(server.calls('applyImport')).toEqual([]);

  // What a person changed stays; a single line is left out; a row typed by hand is another deal; a missing one is dropped.
  await page.getByText('84,000 stays; the CRM says 1,250').waitFor();
  await page.getByRole('button', { name: 'Take the CRM’s' }).first().click();
  await page.getByRole('checkbox', { name: 'Bring in Customer 11, Service contract' }).uncheck();
  await page.getByLabel('It is the same as').selectOption('none of these: a new deal');
  await page.getByRole('checkbox', { name: 'Keep Oakum, Rope for the new harbour' }).uncheck();
  await page.getByRole('heading', { name: '9 new deals · 3 to update' }).waitFor();
  await page.getByText('1left out by you').waitFor();

  // After the first tab was written, the second one has changed.
  server.tabsAtOnce = 1;
  const lena = server.known[1]!.name;
  server.changedMeanwhile = [lena];
  server.onAnswer = (name) => {
    if (name !== 'applyImport') return;
    const [first] = server.calls('applyImport') as RequestOf<'applyImport'>[];
    server.known = tabsWritten(knownTabs(), first?.tabs.filter(({ repId }) => repId === 'p1') ?? []);
    server.onAnswer = () => undefined;
  };
  await page.getByRole('button', { name: 'Write 12 deals' }).click();
  await page.getByText('changed meanwhile').first().waitFor();
  await page.getByRole('button', { name: 'Write 2 deals' }).waitFor();
  const calls = server.calls('applyImport') as RequestOf<'applyImport'>[];
  const { tabs, ...rest } = calls[0]!;
  expect(rest).toEqual({
    importId: expect.stringMatching(/^i[a-z0-9]{6,}$/),
    file: 'Pasted table',
    remember: [
      { what: 'column', said: 'Label', means: 'Next step' },
      { what: 'stage', said: 'Negotiation', means: 'closing' },
      { what: 'days', said: 'Expected close date', means: 'month first' },
      { what: 'amounts', said: 'Value', means: '1,234.50' },
    ],
  });
  const cells = tabs.map(({ repId, rows }) => [
    repId,
    ...rows.map((row) => `${row.key} ${row.cells.map(({ field, now }) => `${field}=${now}`).join(' ')}`),
  ]);
  expect(cells).toEqual([
    ['p2'],
    [
      'p1',
      'existing:k21 when=2026-03-11 amount=1250 status=closing next=hot',
      'existing:k23 status=lost moved=Handed over to Wilhelmine-Charlotte Oberhuber-Schwarzenbacher',
      'existing:k24 status=lost moved=Left behind: no longer in the CRM',
    ],
  ]);
  expect(tabs.map(({ added }) => added.map(({ sourceId, section, id }) => `${section} ${sourceId} ${id}`))).toEqual([
    ['new 5 ', 'new 6 k23'],
    ['new 2 ', 'existing 7 k60', 'new 12 ', 'new 13 ', 'new 14 ', 'new 15 ', 'new 16 '],
  ]);
  expect(calls.map((one) => [one.tabs.length, one.rest])).toEqual([
    [2, undefined],
    [1, ['tab:p1']],
  ]);
  await close();
});

test('written, told in Setup, and taken back: or why not', async () => {
  const { page, server, close } = await openSidebar(meeting());
  const latest = { id: 'i1234567', when: '2026-11-30 14:05', by: 'Jon Vale', file: 'deals.csv', people: ['p1'] };
  server.sources.latest = { ...latest, added: 9, changed: 3 };
  await begin(page);
  await page.getByText('The latest import: 2026-11-30 14:05 · Jon Vale · deals.csv · 9 new, 3 changed').waitFor();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('heading', { name: 'Take this import back?' }).waitFor();
  server.obstacles = [
    'Somebody has edited what came in with this import: Halden (Tomas Okafor!A21). It stays as it is.',
  ];
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('heading', { name: 'It was not taken back' }).waitFor();
  await page.getByText('Somebody has edited').waitFor();
  await page.getByRole('button', { name: 'All right' }).click();
  await begin(page);
  await page.getByLabel('copied and pasted').fill('Deal ID,Deal name,Owner\n17,Kiln,Tomas Okafor');
  await page.getByRole('button', { name: 'Go on' }).click();
  for (const [label, none] of NONE) await page.getByLabel(label).selectOption(none);
  await next(page);
  await page.getByRole('button', { name: 'Write 1 deal' }).click();
  await page.getByText('Setup tells of this import').waitFor();
  server.obstacles = [];
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('heading', { name: 'Take this import back?' }).waitFor();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('heading', { name: 'Taken back: 12 rows' }).waitFor();
  const [first, second] = server.calls('takeBackImport') as RequestOf<'takeBackImport'>[];
  const { importId } = (server.calls('applyImport') as RequestOf<'applyImport'>[])[0]!;
  expect([first, second]).toEqual([
    { importId: 'i1234567', people: ['p1'] },
    { importId, people: ['p1'] },
  ]);
  await close();
});

test('a file of five thousand lines: looked up tab by tab with progress, each line told once, all of it written', async () => {
  const { page, server, close } = await openSidebar(meeting());
  withNothingKnown(server);
  server.tabsAtOnce = 1;
  const { pass, open } = server.gate('lookUpDeals');
  await begin(page);
  const lines = Array.from(
    { length: 5000 },
    (_, n) => `${n},Deal ${n},${n % 2 === 0 ? 'Tomas Okafor' : 'Lena Vogt'},${n},2026-12-${10 + (n % 18)},Proposal`,
  );
  const text = ['Deal ID,Deal name,Owner,Amount,Close date,Stage', ...lines].join('\n');
  await page
    .getByLabel('A file (CSV)')
    .setInputFiles({ name: 'all.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('heading', { name: '5,000 lines with deals' }).waitFor();
  await next(page);
  pass();
  // The first preview is there with the first tab; nothing can be written before the last one.
  await page.getByRole('heading', { name: '2,500 new deals' }).waitFor();
  await page.getByText('Comparing with the tabs: 1 of 2').first().waitFor();
  expect(await page.locator('.counts li').allTextContents()).toEqual(['2,500not compared yet', '2,500new']);
  expect(await page.getByRole('button', { name: /^Write/ }).count()).toBe(0);
  open();
  await page.getByRole('button', { name: 'Write 5,000 deals' }).waitFor();
  expect(await page.locator('.counts li').allTextContents()).toEqual(['5,000new']);
  // The preview sends no more than the ids, each time some tabs are looked up: the deals stay in the page.
  const asked = server.calls('lookUpDeals').map((request) => JSON.stringify(request).length);
  expect(asked.filter((length) => length > text.length / 5)).toEqual([]);
  await page.getByRole('button', { name: 'Write 5,000 deals' }).click();
  await page.getByText('Setup tells of this import').waitFor();
  const written = server.calls('applyImport') as RequestOf<'applyImport'>[];
  // What is done is not sent again.
  expect(written.map(({ tabs }) => tabs.map(({ added }) => added.length))).toEqual([[2500, 2500], [2500]]);
  await close();
});

test('five files of a thousand lines in five encodings: letters, and what becomes of each line, in one page', async () => {
  const { page, server, close } = await openSidebar(meeting());
  withNothingKnown(server);
  await begin(page);
  for (const [name, text, bytes] of fiveFiles('Lena Vogt')) {
    const buffer = Buffer.from(bytes);
    await page.getByLabel('A file (CSV)').setInputFiles({ name: `${name}.csv`, mimeType: 'text/csv', buffer });
    await page.getByRole('heading', { name: '1,000 lines with deals' }).waitFor();
    await next(page);
    await page.getByRole('button', { name: 'Write 849 deals' }).waitFor();
    expect([name, await page.locator('.counts li').allTextContents()]).toEqual([
      name,
      [
        '849new',
        '50closed before they came here',
        '90more than once in it',
        '10could not be read',
        '1totals and headings',
      ],
    ]);
    // The first deal that comes in: its name, letter by letter.
    await page
      .getByRole('checkbox', { name: `Bring in ${text.split('\r\n')[3]?.split(';')[1]}`, exact: true })
      .first()
      .waitFor();
    for (let n = 0; n < 2; n++) await page.getByRole('button', { name: 'Back' }).click();
  }
  await close();
});

test('a file is chosen, or dropped; a file without a deal in it is told', async () => {
  const { page, server, close } = await openSidebar(meeting());
  await begin(page);
  const fixture = (name: string) => path.join(__dirname, '../fixtures/import', name);
  await page
    .getByLabel('A file (CSV)')
    .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a') });
  await page.getByText('There is no deal in it').first().waitFor();
  await page.getByLabel('A file (CSV)').setInputFiles(fixture('pipedrive-deals.csv'));
  await page.getByText('pipedrive-deals.csv').waitFor();
  await page.getByText('First: 1.234,50 €, read as 1,234.5').waitFor();
  await next(page);
  await page.getByText('2 deals of Zoë Quist, who is not on the roster.').waitFor();
  await page.getByText('1 deal without an owner.').waitFor();
  expect(server.calls('lookUpDeals')).toEqual([
    { open: expect.any(Array), closed: expect.any(Array), people: expect.any(Array) },
  ]);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['Id,Name\n1,Halden'], 'dropped.csv'));
    return transfer;
  });
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
  await page.getByText('dropped.csv').waitFor();
  await close();
});

test('a tab as the source: rows are named; without an owner a person says whose deals these are', async () => {
  const { page, server, close } = await openSidebar(meeting());
  withNothingKnown(server);
  await begin(page);
  await page.getByLabel('Or a tab of this spreadsheet').selectOption('CRM report, 4 rows');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: '2 rows with deals' }).waitFor();
  // There are no days and no stages in this tab: that is asked, not passed over.
  await page.getByLabel('Which column has the expected close date?').selectOption('None: deals come in without dates');
  await page.getByLabel('Which column has the stage').selectOption('None: every deal counts as moving');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByLabel('Owner', { exact: true }).selectOption('None');
  await page.getByText('1 question first').waitFor();
  await page.getByLabel('Whose deals are these?').selectOption('Tomas Okafor');
  await next(page);
  await page.getByText('Row 3: “soon” is not an amount; it comes in without one.').waitFor();
  expect(await writtenDeals(page, server)).toEqual([
    ['p1', '17', '', '', ''],
    ['p1', '18', 12000, '', ''],
  ]);
  await close();
});

test('what is missing is asked for before one can go on', async () => {
  const { page, server, close } = await openSidebar(wrongTab());
  await begin(page);
  await page.getByLabel('copied and pasted').fill('Number,Kunde XY\n7,Halden');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('Which column has the deal’s name').waitFor();
  await page.getByText('5 questions first').waitFor();
  await page.getByRole('button', { name: 'Look first' }).press('Enter');
  await page.getByLabel('Name of the deal').selectOption('Kunde XY');
  expect(await page.getByText('Which column has the deal’s name').count()).toBe(0);
  expect(server.calls('lookUpDeals')).toEqual([]);
  await close();
});

test('what was answered before is not asked again; rounded ids stop the import with what to do', async () => {
  const { page, server, close } = await openSidebar(meeting());
  withNothingKnown(server);
  server.sources.memory = [
    { what: 'days', said: 'Expected close date', means: 'month first' },
    { what: 'amounts', said: 'Value', means: '1,234.50' },
    { what: 'stage', said: 'Negotiation', means: 'stuck' },
    { what: 'column', said: 'Label', means: 'Next step' },
  ];
  await begin(page);
  await page.getByLabel('copied and pasted').fill(IMPORT_TEXT);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('All that is needed was found').waitFor();
  await next(page);
  expect((await writtenDeals(page, server))[0]).toEqual(['p1', '1', 1250, '2026-03-11', 'stuck', 'hot']);
  await page.getByRole('button', { name: 'All right' }).click();
  await begin(page);
  await page
    .getByLabel('copied and pasted')
    .fill('Record ID,Deal Name,Deal owner\n1.88013E+10,Kiln,Lena Vogt\n1.88013E+10,Loom,Lena Vogt');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('like 1.88013E+10, have been rounded').waitFor();
  expect(await page.getByRole('button', { name: 'Look first' }).getAttribute('aria-disabled')).toBe('true');
  await close();
});

test('doubtful stages and owners are asked, each with a proposal; several currencies are never added up', async () => {
  const { page, server, close } = await openSidebar(meeting());
  withNothingKnown(server);
  await begin(page);
  await page
    .getByLabel('copied and pasted')
    .fill(
      [
        'Deal ID,Deal name,Owner,Amount,Currency,Close date,Stage',
        '1,Kiln,T. Okafor,4000,EUR,2026-12-01,Verbally won - awaiting PO',
        '2,Loom,0058d000001AbCd,5000,USD,2026-12-01,Not Won',
        '3,Press,Ruth Amsel,6000,EUR,2026-12-01,Closed Won',
      ].join('\n'),
    );
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('3 questions first').waitFor();
  await page.getByRole('group', { name: 'Amounts are in EUR (2), USD (1)' }).getByLabel('EUR').check();
  await page.getByRole('button', { name: 'Take both as proposed' }).click();
  await page.getByLabel('T. Okafor · 1').selectOption('Tomas Okafor');
  await page.getByLabel('0058d000001AbCd · 1').selectOption('Lena Vogt');
  await next(page);
  await page.getByText('closed before they came here').first().waitFor();
  await page.getByText('1 deal of Ruth Amsel, who is not on the roster.').waitFor();
  expect(server.calls('lookUpDeals')).toEqual([{ open: ['1'], closed: ['2', '3'], people: ['p1', 'p2'] }]);
  expect(await writtenDeals(page, server)).toEqual([['p1', '1', 4000, '2026-12-01', '']]);
  await close();
});

test('a salesperson may import into the own tab, and is not offered it on another', async () => {
  const own = await openSidebar(asRep(meeting()));
  await begin(own.page);
  await own.close();
  const m = asRep(meeting());
  const { page, close } = await openSidebar({ ...m, me: { ...m.me, name: 'Lena Vogt' } });
  expect(await menuLines(page)).not.toContain('Import deals');
  await close();
});
