/** Answers a script's questions about the workbook in the terms of its services. */
import type { Engine, Rect } from '../engine/engine';
import { isDatePattern } from '../values/number-pattern';
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
    case 'filter':
      return engine.filter(read.sheetId);
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

/** Numbers that are shown as dates come back as instants in the file's zone (facts §5.1). */
async function typedValues(engine: Engine, sheetId: number, rect: Rect): Promise<TypedOutput[][]> {
  const cells = await engine.read(sheetId, rect);
  const { timeZone } = engine.file();
  const hasNumber = cells.some((line) => line.some((cell) => typeof cell.v === 'number'));
  const formats = hasNumber ? await engine.numberFormats(sheetId, rect) : [];
  return cells.map((line, r) =>
    line.map(({ v, image }, c): TypedOutput => {
      if (image) return { image };
      if (v === null) return '';
      if (typeof v !== 'number') return v;
      return isDatePattern(formats[r]?.[c]) ? { d: instantOfSerial(v, timeZone) } : v;
    }),
  );
}
