/**
 * Does another spreadsheet program come to the same figures? Takes an .xlsx that the workbench has exported, has
 * LibreOffice calculate every formula anew, and compares.
 *
 *   npm run recalculate -- FILE.xlsx                    with LibreOffice (soffice on the path, or named by SOFFICE)
 *   npm run recalculate -- FILE.xlsx --against OTHER    with a file that some other program has calculated and saved
 *
 * Numbers may differ by 1e-9 of their size, texts not at all. Ends with 0 when all agree, 1 when some differ, 2 when it
 * could not compare. A file exported on another day differs where a formula asks for TODAY().
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import excelUtils from 'exceljs/lib/utils/utils.js';

// By itself exceljs turns what stands in a cell with a date format into a date, also a text ("no date yet"), which is lost.
excelUtils.isDateFmt = () => false;

const RELATIVE = 1e-9;
const MOST_LINES = 50;
const NO_OFFICE =
  'LibreOffice is not installed here: neither soffice nor libreoffice can be started. Install it (libreoffice.org), name it by the variable SOFFICE, or calculate the file elsewhere and compare it with --against.';
/** A fresh profile that calculates every file when it opens it; by default the stored results are believed. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

class CannotCompare extends Error {}

async function read(file) {
  if (!existsSync(file)) throw new CannotCompare(`${file} is not there.`);
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.readFile(file);
  } catch (error) {
    throw new CannotCompare(`${file} cannot be read as .xlsx: ${error.message}`);
  }
  return book;
}

/** Every formula cell: its sheet, its address, the cell. */
function* formulaCells(book) {
  for (const sheet of book.worksheets) {
    const found = [];
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.type === ExcelJS.ValueType.Formula) found.push(cell);
      }),
    );
    for (const cell of found) yield { sheet: sheet.name, address: cell.address, cell };
  }
}

/** What a cell holds as a plain value: dates as day numbers, errors as their text, nothing as ''. */
function plain(cell) {
  const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return value;
  if (Array.isArray(value.richText)) return value.richText.map((run) => run.text).join('');
  return value.error ?? value.text ?? '';
}

function agree(a, b) {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return a === b || Math.abs(a - b) <= RELATIVE * Math.max(Math.abs(a), Math.abs(b));
}

/** Compares every formula cell of `ours` with the same cell of `theirs`. */
function compare(ours, theirs) {
  const differences = [];
  let formulas = 0;
  for (const { sheet, address, cell } of formulaCells(ours)) {
    formulas++;
    const other = theirs.getWorksheet(sheet);
    const [mine, found] = [plain(cell), other ? plain(other.getCell(address)) : 'no such sheet'];
    if (!other || !agree(mine, found)) differences.push({ sheet, address, formula: cell.formula, mine, found });
  }
  return { formulas, differences };
}

/** Has LibreOffice calculate a copy that holds no results, so that none can be handed through. */
async function recalculate(file, folder) {
  const book = await read(file);
  for (const { cell } of formulaCells(book)) cell.value = { ...cell.value, result: undefined };
  const bare = path.join(folder, 'in', 'bare.xlsx');
  const profile = path.join(folder, 'profile');
  await mkdir(path.dirname(bare), { recursive: true });
  await mkdir(path.join(profile, 'user'), { recursive: true });
  await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), PROFILE);
  await book.xlsx.writeFile(bare);
  const args = [
    `-env:UserInstallation=${pathToFileURL(profile)}`,
    ...['--headless', '--norestore', '--convert-to', 'xlsx', '--outdir', path.join(folder, 'out'), bare],
  ];
  const programs = process.env.SOFFICE ? [process.env.SOFFICE] : ['soffice', 'libreoffice'];
  for (const program of programs) {
    const run = spawnSync(program, args, { encoding: 'utf8' });
    if (run.error?.code === 'ENOENT') continue;
    const made = path.join(folder, 'out', 'bare.xlsx');
    if (run.status === 0 && existsSync(made)) return made;
    throw new CannotCompare(`${program} made no file. ${run.error?.message ?? ''}${run.stderr ?? ''}`.trim());
  }
  throw new CannotCompare(NO_OFFICE);
}

function report({ formulas, differences }) {
  for (const { sheet, address, formula, mine, found } of differences.slice(0, MOST_LINES))
    console.log(`${sheet}!${address}: ${JSON.stringify(mine)} became ${JSON.stringify(found)}   =${formula}`);
  if (differences.length > MOST_LINES) console.log(`… and ${differences.length - MOST_LINES} more`);
  console.log(`${formulas} formulas compared, ${differences.length} differ`);
}

async function main([file, option, other]) {
  if (!file || (option !== undefined && (option !== '--against' || !other)))
    throw new CannotCompare('Say: npm run recalculate -- FILE.xlsx [--against OTHER.xlsx]');
  const folder = await mkdtemp(path.join(tmpdir(), 'recalculate-'));
  try {
    const ours = await read(file);
    const theirs = await read(other ?? (await recalculate(file, folder)));
    const result = compare(ours, theirs);
    if (result.formulas === 0) throw new CannotCompare(`${file} has no formulas.`);
    report(result);
    return result.differences.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CannotCompare)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
