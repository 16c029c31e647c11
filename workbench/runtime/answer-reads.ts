/** Answers a script's questions about the workbook in the terms of its services. */
import type { CellContent, Engine, Rect } from '../engine/engine';
import { columnNumber } from '../values/a1';
import { formulaDate } from '../values/formula-date';
import { isDatePattern, isGeneral } from '../values/number-pattern';
import { formulaToR1C1 } from '../values/r1c1';
import { instantOfSerial } from '../values/zoned-time';
import { formulaOutput, ruleOutput } from './formula-spelling';
import type { ReadRequest, TypedOutput } from './protocol';

/** The answer as JSON-able data. */
export async function answerRead(engine: Engine, read: ReadRequest): Promise<unknown> {
  switch (read.get) {
    case 'values':
      return typedValues(engine, read.sheetId, read.rect);
    case 'formulas':
    case 'formulasR1C1': {
      const { locale } = engine.file();
      const cells = await engine.read(read.sheetId, read.rect);
      return cells.map((line, r) =>
        line.map((cell, c) => {
          if (read.get === 'formulas' || cell.f === '') return formulaOutput(cell, locale);
          return formulaOutput({ ...cell, f: formulaToR1C1(cell.f, read.rect.row + r, read.rect.col + c) }, locale);
        }),
      );
    }
    case 'display':
      return engine.displayValues(read.sheetId, read.rect);
    case 'styles':
      return engine.styles(read.sheetId, read.rect);
    case 'notes':
      return engine.notes(read.sheetId, read.rect);
    case 'validations':
      return engine
        .validations(read.sheetId, read.rect)
        .map((line) => line.map((rule) => rule && ruleOutput(rule, engine.file().locale)));
    case 'richText':
      return engine.richText(read.sheetId, read.row, read.col);
    case 'conditionalRules':
      return engine.conditionalRules(read.sheetId).map((rule) => ruleOutput(rule, engine.file().locale));
    case 'merges':
      return engine.merges(read.sheetId);
    case 'rowGroups':
      return engine.rowGroups(read.sheetId);
    case 'rowDimensions':
      return engine.rowDimensions(read.sheetId, read.at, read.count);
    case 'colDimensions':
      return engine.colDimensions(read.sheetId, read.at, read.count);
    case 'protections':
      return engine.protections();
    case 'metadata':
      return engine.metadata();
    case 'namedRanges':
      return engine.namedRanges();
    case 'file':
      return engine.file();
    case 'properties':
      return engine.properties(read.store);
  }
}

/** Numbers in cells with a date pattern come back as instants in the file's zone (facts §5.1). */
async function typedValues(engine: Engine, sheetId: number, rect: Rect): Promise<TypedOutput[][]> {
  const cells = await engine.read(sheetId, rect);
  const { timeZone } = engine.file();
  const hasNumber = cells.some((line) => line.some((cell) => typeof cell.v === 'number'));
  const styles = hasNumber ? engine.styles(sheetId, rect) : [];
  const isDate = (cell: CellContent, pattern: string | null) =>
    isDatePattern(pattern) || (cell.f !== '' && isGeneral(pattern) && showsDate(engine, sheetId, cell.f));
  return cells.map((line, r) =>
    line.map((cell, c): TypedOutput => {
      if (cell.v === null) return '';
      if (typeof cell.v !== 'number') return cell.v;
      const pattern = styles[r]?.[c]?.numberFormat ?? null;
      return isDate(cell, pattern) ? { d: instantOfSerial(cell.v, timeZone) } : cell.v;
    }),
  );
}

/** Whether Sheets would show the number of an unformatted formula as a date. */
function showsDate(engine: Engine, sheetId: number, formula: string): boolean {
  const found = formulaDate(formula);
  if (found?.kind !== 'like') return found !== null;
  const sheet = engine
    .sheets()
    .find((one) => (found.sheetName === null ? one.id === sheetId : one.name === found.sheetName));
  const col = columnNumber(found.column);
  if (!sheet || found.row > sheet.maxRows || col > sheet.maxCols) return false;
  const [line] = engine.styles(sheet.id, { row: found.row, col, rows: 1, cols: 1 });
  return isDatePattern(line?.[0]?.numberFormat);
}
