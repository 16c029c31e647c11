import Papa from 'papaparse';
import { csvText, fileName } from '../../src/sidebar/export/csv';
import { asRep, meeting } from './fixtures';
import { closeBrowser, menu, openSidebar, said } from './harness';

afterAll(closeBrowser);

test('CSV: quoted where it must be, numbers plain, formulas disarmed, whatever lines a text has', () => {
  const text = csvText(
    ['who', 'amount'],
    [
      ['Halden Mills, "north"', 12000.5],
      ['=1+1\nnext line', -3],
      ['+49 30', '-5'],
      ['@a', '\tx'],
      ['\rb', ''],
      ['Zoé, 1/2', '2026-11-03'],
    ],
  );
  expect(text).toBe(
    [
      'who,amount',
      '"Halden Mills, ""north""",12000.5',
      `"'=1+1\nnext line",-3`,
      `"'+49 30","'-5"`,
      `"'@a","'\tx"`,
      `"'\rb",`,
      '"Zoé, 1/2",2026-11-03',
      '',
    ].join('\r\n'),
  );
  expect(Papa.parse<string[]>(text.trimEnd(), { newline: '\r\n' }).data[1]).toEqual([
    'Halden Mills, "north"',
    '12000.5',
  ]);
  expect(fileName('A/B: "C"\n', 'steps', '2026-11-02')).toBe('A B C , steps, 2026-11-02.csv');
});

test('everyone in portions, a lost answer in between: each file can be downloaded and copied', async () => {
  const { page, server, close } = await openSidebar(meeting(), {
    script:
      'Object.defineProperty(navigator, "clipboard", { value: { writeText: async (t) => { window.__copied = t; } } });',
  });
  await menu(page, 'Export');
  await page.getByText('Whoever can open this file can read every tab').waitFor();
  server.faults.exportRecord = ['fine', 'lostAfter'];
  await page.getByRole('button', { name: 'Export everyone’s tabs' }).click();
  await page.getByRole('heading', { name: '3 people: ready' }).waitFor();
  expect(await said(page)).toBe('3 people: ready');
  expect(server.calls('exportRecord')).toEqual([
    { sheetId: null },
    { sheetId: null, rest: ['tab:r3', 'tab:r4'] },
    { sheetId: null, rest: ['tab:r3', 'tab:r4'] },
  ]);
  await page.getByText('Columns have been moved on “Jon”').waitFor();
  const link = page.getByRole('link', { name: 'Download Life lines' });
  expect(await link.getAttribute('download')).toBe(`Team, life lines, ${server.meeting.today}.csv`);
  // The page's links open windows of their own; a file is none.
  expect(await link.getAttribute('target')).toBe('_self');
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.subarray(3).toString('utf8')).toBe(
    [
      'person,opportunity,amount,outcome',
      'Tomas Okafor,"Halden Mills, ""north""\nand yard",12000.5,open',
      `Ida Lund,"'=HYPERLINK(""http://example.com"")\nnext",-3,won`,
      'Mira Oakes,Plain,,lost',
      '',
    ].join('\r\n'),
  );
  await page.getByRole('button', { name: 'Copy KPIs' }).click();
  await page.getByText('KPIs copied').waitFor();
  expect(await page.evaluate('window.__copied')).toBe(`person,KPI,actual\r\nTomas Okafor,"'@calls","'+49 30 1234"\r\n`);
  // A table without lines offers nothing to download.
  expect(await page.getByRole('link', { name: 'Download Commitments' }).count()).toBe(0);
  await page.getByRole('button', { name: 'All right' }).click();
  await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  await close();
});

test('stopped between two portions: it is given up at once, since nothing is written', async () => {
  const { page, server, close } = await openSidebar(meeting());
  await menu(page, 'Export');
  server.faults.exportRecord = ['fine', 'silent'];
  await page.getByRole('button', { name: 'Export everyone’s tabs' }).click();
  await page.getByRole('heading', { name: 'Reading the record: 2 of 4' }).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('heading', { name: 'The record as files' }).waitFor();
  await close();
});

test('a salesperson is offered the own tab only; what is refused can be tried again', async () => {
  const { page, server, close } = await openSidebar(asRep(meeting()));
  const open = async () => {
    await menu(page, 'Export');
  };
  await open();
  expect(await page.getByRole('button', { name: 'Export everyone’s tabs' }).count()).toBe(0);
  server.problems.exportRecord = { code: 'notYourTab', message: 'That tab is not yours.' };
  await page.getByRole('button', { name: /^Export .*’s tab$/ }).click();
  await page.getByText('That tab is not yours.').first().waitFor();
  delete server.problems.exportRecord;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'ready' }).waitFor();
  expect(server.calls('exportRecord').at(-1)).toEqual({ sheetId: server.meeting.rep.sheetId });
  await close();
});
