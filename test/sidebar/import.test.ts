import path from 'node:path';
import type { RequestOf } from '../../src/contract/calls';
import type { ImportRequest } from '../../src/contract/import';
import { asRep, IMPORT_TEXT, importPreview, meeting, wrongTab } from './fixtures';
import { closeBrowser, type openSidebar as Open, openSidebar, said, until } from './harness';

afterAll(closeBrowser);

type Page = Awaited<ReturnType<typeof Open>>['page'];

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Import deals', exact: true }).click();
  await page.getByRole('heading', { name: 'Bring in deals' }).waitFor();
}

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
  await page.getByLabel('Also know deals by their name').check();
  await next(page);
  await page.getByRole('heading', { name: '10 new deals · 3 to update' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('10 new deals'));
  expect(await said(page)).toBe('10 new deals · 3 to update, 5 left out');
  const [asked] = server.calls('planImport') as ImportRequest[];
  const blank = { next: '', reason: '', created: '' };
  expect(asked).toEqual({
    sheetId: null,
    owners: { 'tomas okafor': 'p1', 'lena vogt': 'p2' },
    byName: true,
    known: [],
    deals: [
      {
        ...blank,
        line: 2,
        id: '1',
        name: 'Service contract',
        account: 'Halden Mills',
        owner: 'Tomas Okafor',
        amount: 1250,
        when: '2026-03-11',
        status: 'closing',
        next: 'hot',
      },
      {
        ...blank,
        line: 4,
        id: '3',
        name: 'Fleet',
        account: 'Corrib Ferries',
        owner: 'Lena Vogt',
        amount: 900,
        when: '2026-12-12',
        status: 'won',
      },
      {
        ...blank,
        line: 6,
        id: '5',
        name: 'Roof',
        account: 'Almere',
        owner: 'Lena Vogt',
        amount: '',
        when: '',
        status: '',
      },
      {
        ...blank,
        line: 7,
        id: '2',
        name: 'Spare parts',
        account: 'Portan',
        owner: 'Tomas Okafor',
        amount: 3000,
        when: '2026-04-12',
        status: 'closing',
      },
    ],
  });
  await page.getByText('2 deals of Ruth Amsel, who is not on the roster.').waitFor();
  await page.getByText('Line 6: “soon” is not an amount; it comes in without one; “31/31/2026” is not a day').waitFor();
  await page.getByText('Lines 3 and 7 are the same deal (2); line 7 counts.').waitFor();
  expect(server.calls('applyImport')).toEqual([]);

  // After the first tab was written, the second one has changed.
  const fresh = importPreview();
  const changed = { ...fresh, tabs: [{ ...fresh.tabs[1]!, digest: 'i3' }] };
  server.tabsAtOnce = 1;
  const answered = server.handle.bind(server);
  server.handle = async (name, json) => {
    const answer = await answered(name, json);
    if (name === 'applyImport') server.imports = changed;
    return answer;
  };
  await page.getByRole('button', { name: 'Write 13 deals' }).click();
  await page.getByText('changed meanwhile').first().waitFor();
  await page.getByRole('button', { name: 'Write 1 deal' }).click();
  await page.getByRole('heading', { name: '10 new deals · 3 updated' }).waitFor();
  const written = server.calls('applyImport') as RequestOf<'applyImport'>[];
  expect(written[0]?.remember).toEqual([
    { what: 'column', said: 'Label', means: 'Next step' },
    { what: 'stage', said: 'Negotiation', means: 'closing' },
    { what: 'days', said: 'Expected close date', means: 'month first' },
    { what: 'amounts', said: 'Value', means: '1,234.50' },
  ]);
  const shown = [
    { repId: 'p1', digest: 'i1' },
    { repId: 'p2', digest: 'i2' },
  ];
  expect(written.map(({ people, rest }) => [people, rest])).toEqual([
    [shown, undefined],
    [shown, ['tab:p2']],
    [[{ repId: 'p2', digest: 'i3' }], undefined],
  ]);
  await page.getByRole('button', { name: 'All right' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
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
  await until(() => server.calls('planImport').length === 1, 'the plan is asked for');
  const [asked] = server.calls('planImport') as ImportRequest[];
  expect(asked?.deals.map(({ id, owner }) => `${id} ${owner}`)).toEqual([
    '101 Zoë Quist',
    '102 Zoë Quist',
    '103 Lou Brandt',
    '104 Lou Brandt',
    '105 Lou Brandt',
    '107 ',
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
  const [asked] = server.calls('planImport') as ImportRequest[];
  expect([asked?.sheetId, asked?.deals.map(({ id, amount }) => [id, amount])]).toEqual([
    11,
    [
      ['17', ''],
      ['18', 12000],
    ],
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
  expect(server.calls('planImport')).toEqual([]);
  await close();
});

test('what was answered before is not asked again; rounded ids stop the import with what to do', async () => {
  const { page, server, close } = await openSidebar(meeting());
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
  await until(() => server.calls('planImport').length === 1, 'the plan is asked for');
  const [asked] = server.calls('planImport') as ImportRequest[];
  expect(asked?.deals[0]).toMatchObject({ amount: 1250, when: '2026-03-11', status: 'stuck', next: 'hot' });
  for (let n = 0; n < 2; n++) await page.getByRole('button', { name: 'Back' }).click();
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
  await until(() => server.calls('planImport').length === 1, 'the plan is asked for');
  const [asked] = server.calls('planImport') as ImportRequest[];
  expect(asked?.deals.map(({ id, amount, status }) => [id, amount, status])).toEqual([
    ['1', 4000, ''],
    ['2', '', 'lost'],
    ['3', 6000, 'won'],
  ]);
  expect(asked?.owners).toEqual({ 't. okafor': 'p1', '0058d000001abcd': 'p2', 'ruth amsel': '' });
  await close();
});

test('a salesperson may import into the own tab, and is not offered it on another', async () => {
  const own = await openSidebar(asRep(meeting()));
  await begin(own.page);
  await own.close();
  const m = asRep(meeting());
  const { page, close } = await openSidebar({ ...m, me: { ...m.me, name: 'Lena Vogt' } });
  await page.getByRole('button', { name: 'More actions' }).click();
  expect(await page.getByRole('menuitem', { name: 'Import deals' }).count()).toBe(0);
  await close();
});
