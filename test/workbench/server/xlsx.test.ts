import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { openEngine } from '../../../workbench/engine/open';
import { closeWorkers, projectOfFiles, runExecution } from '../../../workbench/runtime';
import { workbookToXlsx } from '../../../workbench/server/xlsx';

const code = readFileSync(path.join(__dirname, '..', '..', 'support', 'fixture-addon', 'Code.js'), 'utf8');
let sheet: ExcelJS.Worksheet;

beforeAll(async () => {
  const engine = await openEngine(undefined, { owner: 'boss@example.com' });
  const project = projectOfFiles([{ name: 'Code', source: code, type: 'server_js' }]);
  const { outcome } = await runExecution({ engine, project, functionName: 'paint', user: 'boss@example.com', ui: {} });
  expect(outcome).toMatchObject({ ok: true });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await workbookToXlsx(engine)) as unknown as ArrayBuffer);
  sheet = workbook.getWorksheet('Painted')!;
  engine.dispose();
});
afterAll(closeWorkers);

test('values, formulas with their results, and formats', () => {
  expect(sheet.getCell('D4').value).toBe(10);
  expect(sheet.getCell('D7').value).toEqual({ formula: 'SUM(D4:D6)', result: 60 });
  expect(sheet.getCell('A1').font).toMatchObject({ name: 'Arial', size: 18, bold: true });
  expect(sheet.getCell('A4').alignment).toMatchObject({ wrapText: true, vertical: 'middle' });
  expect(sheet.getCell('D9').fill).toMatchObject({ fgColor: { argb: 'FFF1E5CA' } });
});

test('merges, sizes, hidden columns, frozen rows and hidden gridlines', () => {
  expect(sheet.getCell('G9').master.address).toBe('D9');
  expect(sheet.getColumn(1).width).toBeCloseTo(160 / 7);
  expect(sheet.getColumn(2).hidden).toBe(true);
  expect(sheet.getRow(6).height).toBeCloseTo(25 * 0.75);
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2, showGridLines: false });
});

test('folded groups are outlines that open from above', () => {
  expect([11, 12, 15, 16].map((row) => sheet.getRow(row).outlineLevel)).toEqual([0, 1, 1, 0]);
  expect(sheet.getRow(13).hidden).toBe(true);
  expect(sheet.properties.outlineProperties).toMatchObject({ summaryBelow: false });
});

test('lists, notes and conditional formats', () => {
  expect(sheet.getCell('E5').dataValidation).toMatchObject({ type: 'list', formulae: ['"open,stuck,won"'] });
  expect(JSON.stringify(sheet.getCell('A1').note)).toContain('A note to read');
  const formats = (sheet as unknown as { conditionalFormattings: { ref: string; rules: { formulae: string[] }[] }[] })
    .conditionalFormattings;
  expect(formats.map(({ ref, rules }) => [ref, rules[0]?.formulae[0]])).toEqual([
    ['E4:E6', 'EXACT(E4,"stuck")'],
    ['F4:F6', '$D$7>100'],
    ['G4:G6', '$D4>25'],
  ]);
});
