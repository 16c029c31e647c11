import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { openEngine } from '../../workbench/engine/open';
import { workbookToXlsx } from '../../workbench/server/xlsx';

const root = path.join(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'recalculate-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Results = Record<string, ExcelJS.CellFormulaValue['result']>;

/** A file with formulas and the results that some program has stored for them: "Sheet!A1" → result. */
async function fileWith(name: string, results: Results): Promise<string> {
  const book = new ExcelJS.Workbook();
  for (const [address, result] of Object.entries(results)) {
    const [tab, cell] = address.split('!') as [string, string];
    const sheet = book.getWorksheet(tab) ?? book.addWorksheet(tab);
    sheet.getCell(cell).value = { formula: 'N(1)', result } as ExcelJS.CellFormulaValue;
  }
  const file = path.join(folder, name);
  await book.xlsx.writeFile(file);
  return file;
}

function recalculate(args: string[], env: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, [path.join(root, 'docs/recalculate.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const OURS: Results = { 'Mira!A1': 1 / 3, 'Mira!B2': '▲ 106%', 'Mira!C3': '', 'Team!A1': 1e12, 'Team!A2': true };

test('the same to nine places: all agree', async () => {
  const ours = await fileWith('ours.xlsx', OURS);
  const theirs = await fileWith('same.xlsx', { ...OURS, 'Mira!A1': 1 / 3 + 1e-12, 'Team!A1': 1e12 + 100 });
  expect(recalculate([ours, '--against', theirs])).toEqual({
    code: 0,
    out: '5 formulas compared, 0 differ\n',
    err: '',
  });
});

test.each<[string, Results, string]>([
  ['a number', { 'Mira!A1': 0.333333 }, 'Mira!A1: 0.3333333333333333 became 0.333333   =N(1)'],
  ['a text', { 'Mira!B2': '▲ 106 %' }, 'Mira!B2: "▲ 106%" became "▲ 106 %"   =N(1)'],
  ['a number that became text', { 'Team!A1': '1000000000000' }, 'Team!A1: 1000000000000 became "1000000000000"'],
  ['an error', { 'Mira!C3': { error: '#NAME?' } as never }, 'Mira!C3: "" became "#NAME?"'],
])('%s that differs is named with its cell', async (_what, change, line) => {
  const ours = await fileWith('ours.xlsx', OURS);
  const { code, out } = recalculate([ours, '--against', await fileWith('other.xlsx', { ...OURS, ...change })]);
  expect(code).toBe(1);
  expect(out).toContain(line);
  expect(out).toMatch(/5 formulas compared, 1 differ\n$/);
});

test('in a cell with a date format, days are compared as numbers and texts as texts', async () => {
  const dated = async (name: string, day: number, text: string) => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Mira');
    sheet.getCell('A1').value = { formula: 'TODAY()', result: day } as ExcelJS.CellFormulaValue;
    sheet.getCell('A2').value = { formula: 'N(1)', result: text } as ExcelJS.CellFormulaValue;
    for (const address of ['A1', 'A2']) sheet.getCell(address).numFmt = 'd mmm yyyy';
    await book.xlsx.writeFile(path.join(folder, name));
    return path.join(folder, name);
  };
  const ours = await dated('day.xlsx', 46_328, 'no date yet');
  expect(recalculate([ours, '--against', await dated('day2.xlsx', 46_328, 'no date yet')]).code).toBe(0);
  const { code, out } = recalculate([ours, '--against', await dated('day3.xlsx', 46_329, 'none yet')]);
  expect([code, out]).toEqual([
    1,
    'Mira!A1: 46328 became 46329   =TODAY()\nMira!A2: "no date yet" became "none yet"   =N(1)\n2 formulas compared, 2 differ\n',
  ]);
});

test('a sheet that is missing differs in each of its formulas', async () => {
  const ours = await fileWith('ours.xlsx', OURS);
  const { 'Team!A1': _one, 'Team!A2': _two, ...mira } = OURS;
  const { code, out } = recalculate([ours, '--against', await fileWith('less.xlsx', mira)]);
  expect([code, out.match(/no such sheet/g)?.length]).toEqual([1, 2]);
});

test('without LibreOffice it says so, and what to do', async () => {
  const ours = await fileWith('ours.xlsx', OURS);
  const { code, out, err } = recalculate([ours], { PATH: folder, SOFFICE: '' });
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^LibreOffice is not installed here.*--against/);
});

test.each([
  [[], /^Say: npm run recalculate/],
  [['not-there.xlsx'], /not-there.xlsx is not there/],
  [[path.join(__dirname, 'recalculate.test.ts')], /cannot be read as .xlsx/],
])('%j cannot be compared', (args, words) => {
  const { code, err } = recalculate(args);
  expect(code).toBe(2);
  expect(err).toMatch(words);
});

// A stand-in for soffice: takes the same arguments, stores its own results, and refuses a file that still holds any.
const SOFFICE = `#!${process.execPath}
const path = require('node:path');
const fs = require('node:fs');
const ExcelJS = require(${JSON.stringify(require.resolve('exceljs'))});
const args = process.argv.slice(2);
const outdir = args[args.indexOf('--outdir') + 1];
const file = args[args.length - 1];
const profile = new URL(args[0].replace('-env:UserInstallation=', ''));
if (!fs.readFileSync(new URL(profile + '/user/registrymodifications.xcu'), 'utf8').includes('OOXMLRecalcMode')) process.exit(3);
if (!args.includes('--headless') || args[args.indexOf('--convert-to') + 1] !== 'xlsx') process.exit(4);
(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => {
    if (!cell.formula) return;
    if (cell.result !== undefined && cell.result !== null) process.exit(5);
    cell.value = { formula: cell.formula, result: cell.formula === 'A1*2' ? Number(process.env.DOUBLE) : 'x' };
  })));
  fs.mkdirSync(outdir, { recursive: true });
  await book.xlsx.writeFile(path.join(outdir, path.basename(file)));
})();
`;

test('what the workbench exports goes to LibreOffice without its results, and comes back compared', async () => {
  const engine = await openEngine(undefined, { owner: 'boss@example.com' });
  const sheetId = engine.sheets()[0]!.id;
  await engine.write(
    [{ op: 'cells', sheetId, row: 1, col: 1, cells: [[{ v: 21 }, { f: '=A1*2' }, { f: '=IF(A1>1,"x","y")' }]] }],
    { kind: 'page', user: 'boss@example.com' },
  );
  const file = path.join(folder, 'exported.xlsx');
  writeFileSync(file, await workbookToXlsx(engine));
  engine.dispose();
  const soffice = path.join(folder, 'soffice');
  writeFileSync(soffice, SOFFICE);
  chmodSync(soffice, 0o755);
  expect(recalculate([file], { PATH: folder, SOFFICE: '', DOUBLE: '42' })).toEqual({
    code: 0,
    out: '2 formulas compared, 0 differ\n',
    err: '',
  });
  const wrong = recalculate([file], { SOFFICE: soffice, DOUBLE: '43' });
  expect([wrong.code, wrong.out]).toEqual([1, expect.stringMatching(/!B1: 42 became 43 {3}=A1\*2\n2 formulas/)]);
});
