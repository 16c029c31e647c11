/** The workbook as an .xlsx file. The only file that knows exceljs. */
import ExcelJS from 'exceljs';
import type { CellContent, CellStyle, Engine, SheetInfo } from '../engine/engine';
import { a1OfRect, absoluteAddress } from '../values/addresses';
import { addConditionalFormats } from './xlsx-conditional';
import { argb, fillFormat, fontOf } from './xlsx-format';
import { excelFormula } from './xlsx-functions';
import { excelValidation } from './xlsx-validation';

/** Widths at Google are pixels, in Excel characters of the default font. */
const PIXELS_PER_CHARACTER = 7;
const POINTS_PER_PIXEL = 0.75;

/** Values, formulas, formats, notes, merges, sizes, hidden and grouped rows, validation and conditional formats. */
export async function workbookToXlsx(engine: Engine): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await engine.settle();
  for (const sheet of engine.sheets()) await addSheet(workbook, engine, sheet);
  for (const { name, sheetId, rect } of engine.namedRanges()) {
    const sheet = engine.sheets().find((one) => one.id === sheetId);
    if (!sheet) continue;
    workbook.definedNames.add(absoluteAddress(sheet.name, rect), name);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function addSheet(workbook: ExcelJS.Workbook, engine: Engine, info: SheetInfo): Promise<void> {
  const sheet = workbook.addWorksheet(info.name, { state: info.hidden ? 'hidden' : 'visible' });
  if (info.tabColor) sheet.properties.tabColor = { argb: argb(info.tabColor) };
  const isFrozen = info.frozenRows > 0 || info.frozenCols > 0;
  sheet.views = [
    {
      showGridLines: !info.gridlinesHidden,
      ...(isFrozen ? { state: 'frozen' as const, ySplit: info.frozenRows, xSplit: info.frozenCols } : {}),
    },
  ];
  addColumns(sheet, engine, info);
  await addCells(sheet, engine, info);
  for (const { row, col, rows, cols } of engine.merges(info.id))
    sheet.mergeCells(row, col, row + rows - 1, col + cols - 1);
  addRows(sheet, engine, info);
  addConditionalFormats(sheet, engine.conditionalRules(info.id));
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: NARROW_MARGINS,
    ...(info.frozenRows > 0 ? { printTitlesRow: `1:${info.frozenRows}` } : {}),
  };
}

/** In inches. */
const NARROW_MARGINS = { left: 0.4, right: 0.4, top: 0.4, bottom: 0.5, header: 0.2, footer: 0.2 };

function addColumns(sheet: ExcelJS.Worksheet, engine: Engine, info: SheetInfo): void {
  for (const [index, { width, hidden }] of engine.colDimensions(info.id, 1, info.maxCols).entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = width / PIXELS_PER_CHARACTER;
    column.hidden = hidden;
  }
}

function addRows(sheet: ExcelJS.Worksheet, engine: Engine, info: SheetInfo): void {
  const groups = engine.rowGroups(info.id);
  const filter = engine.filter(info.id);
  const hiddenByFilter = new Set(filter?.hiddenRows);
  const last = Math.max(sheet.rowCount, ...groups.map((group) => group.end));
  const rows = Math.min(last, info.maxRows);
  const dimensions = rows > 0 ? engine.rowDimensions(info.id, 1, rows) : [];
  for (const [index, { height, hidden, forced }] of dimensions.entries()) {
    const row = sheet.getRow(index + 1);
    row.height = Math.min(MAX_HEIGHT, (forced ? height : Math.max(height, wrappedHeight(row))) * POINTS_PER_PIXEL);
    row.hidden = hidden || hiddenByFilter.has(index + 1);
    const depth = groups.filter((group) => group.start <= index + 1 && index + 1 <= group.end).length;
    if (depth > 0) row.outlineLevel = Math.min(depth, 7);
  }
  // Excel hides the rows and shows the filter's buttons; its criteria it would want in words of its own.
  if (filter) sheet.autoFilter = a1OfRect(filter.rect.row, filter.rect.col, filter.rect.rows, filter.rect.cols);
  if (groups.length > 0) {
    sheet.properties.outlineLevelRow = Math.min(7, Math.max(...groups.map((group) => group.depth)));
    sheet.properties.outlineProperties = { summaryBelow: info.rowGroupControl === 'AFTER', summaryRight: true };
  }
}

/** Height in px that a row's wrapped texts need, by a rough width of letters; 0 when nothing wraps. */
function wrappedHeight(row: ExcelJS.Row): number {
  let height = 0;
  row.eachCell((cell) => {
    if (!cell.alignment?.wrapText || cell.isMerged) return;
    const size = cell.font?.size ?? 10;
    const column = row.worksheet.getColumn(cell.col);
    const width = (column.width ?? 10) * PIXELS_PER_CHARACTER - 6;
    const shown = cell.type === ExcelJS.ValueType.Formula ? String(cell.result ?? '') : cell.text;
    const lines = shown
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * size * LETTER_WIDTH) / width)), 0);
    if (lines > 1) height = Math.max(height, lines * size * LINE_HEIGHT + 8);
  });
  return height;
}

/** Of a letter and of a line, in px for each point of font size. */
const LETTER_WIDTH = 0.58;
const LINE_HEIGHT = 1.55;

async function addCells(sheet: ExcelJS.Worksheet, engine: Engine, info: SheetInfo): Promise<void> {
  // Formats and lists may stand below the last value, in rows that wait to be typed into.
  const rows = Math.min(info.maxRows, info.lastRow + 40);
  if (rows === 0) return;
  const rect = { row: 1, col: 1, rows, cols: info.maxCols };
  const contents = await engine.read(info.id, rect);
  const styles = engine.styles(info.id, rect);
  const formats = await engine.numberFormats(info.id, rect);
  const notes = engine.notes(info.id, rect);
  const validations = engine.validations(info.id, rect);
  const sheetNames = new Map(engine.sheets().map((one) => [one.id, one.name]));
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < info.maxCols; c++) {
      const content = contents[r]?.[c];
      const format = formats[r]?.[c];
      const style = { ...styles[r]?.[c], ...(format !== undefined && { numberFormat: format }) };
      const note = notes[r]?.[c];
      const validation = validations[r]?.[c];
      const hasValue = content && (content.v !== null || content.f !== '');
      if (!hasValue && !note && !validation && Object.keys(style).length === 0) continue;
      const cell = sheet.getCell(r + 1, c + 1);
      const isText = typeof content?.v === 'string' && content.f === '';
      const rich = isText ? richValue(engine.richText(info.id, r + 1, c + 1), style) : null;
      if (hasValue) cell.value = rich ?? cellValue(content);
      fillFormat(cell, style);
      if (note) {
        // exceljs forgets a note on a cell that holds nothing at all.
        if (!hasValue) cell.value = '';
        cell.note = note;
      }
      const rule = validation ? excelValidation(validation, sheetNames) : null;
      if (rule) cell.dataValidation = rule;
    }
  }
}

/** A text whose parts look different; null for any other. */
function richValue(rich: ReturnType<Engine['richText']>, base: CellStyle): ExcelJS.CellRichTextValue | null {
  if (!rich || rich.runs.length === 0) return null;
  const richText: ExcelJS.RichText[] = [];
  const add = (start: number, end: number, style: CellStyle) => {
    if (end > start) richText.push({ text: rich.text.slice(start, end), font: fontOf(style) });
  };
  let at = 0;
  for (const run of rich.runs) {
    // Between runs the text looks as the cell does.
    add(at, run.start, base);
    add(run.start, run.end, { ...base, ...run.style });
    at = run.end;
  }
  add(at, rich.text.length, base);
  return { richText };
}

function cellValue(content: CellContent): ExcelJS.CellValue {
  if (content.unparsable) return content.f;
  if (content.f === '') return typeof content.v === 'string' ? fitting(content.v) : content.v;
  const isError = typeof content.v === 'string' && /^#[A-Z0-9/]+[!?]?$/.test(content.v);
  const result = isError ? { error: content.v } : (content.v ?? '');
  return { formula: excelFormula(content.f.replace(/^=/, '')), result } as ExcelJS.CellFormulaValue;
}

/** What a cell and a row of an .xlsx can hold; Excel takes a file with more for damaged. In characters and points. */
const MAX_TEXT = 32_767;
const MAX_HEIGHT = 409;

/** A text as long as a cell can hold; one that had to be cut says so at its end. */
function fitting(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}
