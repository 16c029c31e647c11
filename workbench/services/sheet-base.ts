/** Sheet: name, ranges, content. Source: https://developers.google.com/apps-script/reference/spreadsheet/sheet */
import type { ConditionalRule } from '../engine/engine';
import type { TypedOutput } from '../runtime/protocol';
import { contentBounds, read, sheetInfo, sheets, write } from './book';
import { fromOutput, toInput } from './cell-input';
import { type ConditionalFormatRule, conditionForEngine, conditionFromEngine } from './conditional-format';
import {
  addMetadata,
  type DeveloperMetadata,
  type DeveloperMetadataFinder,
  finderOn,
  listMetadata,
} from './developer-metadata';
import { type EnumValue, nameOf, SheetType } from './enums';
import { Exception } from './exception';
import { type Filter, filterOn } from './filter';
import { listNamedRanges, type NamedRange } from './named-range';
import { newRange, newRangeList, own, theSpreadsheet } from './objects';
import { listProtections, type Protection, protectSheet } from './protection';
import type { Range } from './range';
import { type ClearOptions, clearParts } from './range-edits';
import type { RangeList } from './range-list';
import { rangeAt, rangeByText } from './references';
import type { Sheet } from './sheet';
import { checkSheetName } from './sheet-names';
import type { Spreadsheet } from './spreadsheet';
import { TextFinder } from './text-finder';

/** The methods that the tab's class gets from here. */
export const sheetBaseMethods = {
  getSheetId(this: Sheet): number {
    return this[own];
  },
  getName(this: Sheet): string {
    return sheetInfo(this[own]).name;
  },
  getSheetName(this: Sheet): string {
    return this.getName();
  },
  setName(this: Sheet, name: string): Sheet {
    checkSheetName(name, this[own]);
    write({ op: 'renameSheet', sheetId: this[own], name });
    return this;
  },
  getIndex(this: Sheet): number {
    return sheets().findIndex((sheet) => sheet.id === sheetInfo(this[own]).id) + 1;
  },
  getParent(this: Sheet): Spreadsheet {
    return theSpreadsheet();
  },
  getType(this: Sheet): EnumValue {
    return SheetType.GRID;
  },
  getMaxRows(this: Sheet): number {
    return sheetInfo(this[own]).maxRows;
  },
  getMaxColumns(this: Sheet): number {
    return sheetInfo(this[own]).maxCols;
  },
  getLastRow(this: Sheet): number {
    return contentBounds(this[own]).lastRow;
  },
  getLastColumn(this: Sheet): number {
    return contentBounds(this[own]).lastCol;
  },

  getRange(this: Sheet, first: string | number, column?: number, numRows = 1, numColumns = 1): Range {
    if (typeof first === 'string') return newRange(rangeByText(first, this[own]));
    return newRange(rangeAt(this[own], first, column!, numRows, numColumns));
  },
  getRangeList(this: Sheet, a1Notations: string[]): RangeList {
    return newRangeList(a1Notations.map((text) => rangeByText(text, this[own])));
  },
  getDataRange(this: Sheet): Range {
    const { lastRow, lastCol } = contentBounds(this[own]);
    return newRange({ sheetId: this[own], row: 1, col: 1, rows: Math.max(1, lastRow), cols: Math.max(1, lastCol) });
  },
  getSheetValues(this: Sheet, startRow: number, startColumn: number, numRows: number, numColumns: number): unknown[][] {
    const { maxRows, maxCols } = sheetInfo(this[own]);
    const rows = numRows === -1 ? maxRows - startRow + 1 : numRows;
    const cols = numColumns === -1 ? maxCols - startColumn + 1 : numColumns;
    const { sheetId, ...rect } = rangeAt(this[own], startRow, startColumn, rows, cols);
    return fromOutput(read<[TypedOutput[][]]>({ get: 'values', sheetId, rect })[0]);
  },
  /** One act: nobody can come between finding the last row and writing below it, as documented. */
  appendRow(this: Sheet, rowContents: unknown[]): Sheet {
    if (rowContents.length === 0) throw new Exception('Cannot append an empty row.');
    write({ op: 'appendRow', sheetId: this[own], values: rowContents.map(toInput) });
    return this;
  },

  /** Contents and formats unless the options name one of them; conditional formats are formats of a sheet, as documented. */
  clear(this: Sheet, options: ClearOptions = {}): Sheet {
    const named = clearParts(options);
    const parts = Object.values(named).some(Boolean) ? named : { ...named, contents: true, formats: true };
    write({ op: 'clear', sheetId: this[own], rect: wholeRect(this[own]), ...parts });
    if (parts.formats) this.clearConditionalFormatRules();
    return this;
  },
  clearContents(this: Sheet): Sheet {
    return this.clear({ contentsOnly: true });
  },
  clearFormats(this: Sheet): Sheet {
    return this.clear({ formatOnly: true });
  },
  clearNotes(this: Sheet): Sheet {
    return this.clear({ commentsOnly: true });
  },
  sort(this: Sheet, columnPosition: number, ascending = true): Sheet {
    const { lastRow } = contentBounds(this[own]);
    const { frozenRows, maxCols } = sheetInfo(this[own]);
    if (columnPosition < 1 || columnPosition > maxCols) throw new Exception('Sort column is out of bounds.');
    const rows = lastRow - frozenRows;
    if (rows > 1) {
      const rect = { row: frozenRows + 1, col: 1, rows, cols: maxCols };
      write({ op: 'sortRows', sheetId: this[own], rect, keys: [{ column: columnPosition, ascending }] });
    }
    return this;
  },
  createTextFinder(this: Sheet, findText: string): TextFinder {
    return new TextFinder(findText, [{ sheetId: this[own], ...wholeRect(this[own]) }]);
  },

  getConditionalFormatRules(this: Sheet): ConditionalFormatRule[] {
    const [rules] = read<[ConditionalRule[]]>({ get: 'conditionalRules', sheetId: this[own] });
    return rules.map((rule) => conditionFromEngine(rule, this[own]));
  },
  setConditionalFormatRules(this: Sheet, rules: ConditionalFormatRule[]): void {
    write({ op: 'conditionalRules', sheetId: this[own], rules: rules.map(conditionForEngine) });
  },
  clearConditionalFormatRules(this: Sheet): void {
    this.setConditionalFormatRules([]);
  },

  getNamedRanges(this: Sheet): NamedRange[] {
    return listNamedRanges(this[own]);
  },
  protect(this: Sheet): Protection {
    sheetInfo(this[own]);
    return protectSheet(this[own]);
  },
  getProtections(this: Sheet, type: EnumValue | null = null): Protection[] {
    if (type === null) throw new Exception('Please set protection type.');
    return listProtections(nameOf(type), this[own]);
  },

  getFilter(this: Sheet): Filter | null {
    return filterOn(this[own]);
  },

  /** The workbench has none of these, and cannot make any: so the lists are empty. */
  getCharts(this: Sheet): never[] {
    return [];
  },
  getBandings(this: Sheet): never[] {
    return [];
  },
  getDrawings(this: Sheet): never[] {
    return [];
  },
  getImages(this: Sheet): never[] {
    return [];
  },
  getPivotTables(this: Sheet): never[] {
    return [];
  },
  getSlicers(this: Sheet): never[] {
    return [];
  },
  getFormUrl(this: Sheet): null {
    return null;
  },

  addDeveloperMetadata(this: Sheet, key: string, ...rest: (string | EnumValue)[]): Sheet {
    addMetadata({ type: 'SHEET', sheetId: this[own] }, key, rest);
    return this;
  },
  getDeveloperMetadata(this: Sheet): DeveloperMetadata[] {
    return listMetadata(({ location }) => location.type === 'SHEET' && location.sheetId === this[own]);
  },
  createDeveloperMetadataFinder(this: Sheet): DeveloperMetadataFinder {
    return finderOn({ sheetId: this[own] });
  },
};

function wholeRect(sheetId: number) {
  const { maxRows, maxCols } = sheetInfo(sheetId);
  return { row: 1, col: 1, rows: maxRows, cols: maxCols };
}

/** Signatures of the members above. */
export const sheetBaseMembers = {
  getSheetId: '',
  getName: '',
  getSheetName: '',
  setName: 'text',
  getIndex: '',
  getParent: '',
  getType: '',
  getMaxRows: '',
  getMaxColumns: '',
  getLastRow: '',
  getLastColumn: '',
  getRange: 'str | int int | int int int | int int int int',
  getRangeList: 'str[]',
  getDataRange: '',
  getSheetValues: 'int int int int',
  appendRow: 'any[]',
  clear: ' | obj',
  clearContents: '',
  clearFormats: '',
  clearNotes: '',
  sort: 'int | int bool',
  createTextFinder: 'text',
  getConditionalFormatRules: '',
  setConditionalFormatRules: 'ConditionalFormatRule[]',
  clearConditionalFormatRules: '',
  getNamedRanges: '',
  protect: '',
  getProtections: ' | ProtectionType',
  getFilter: '',
  getCharts: '',
  getBandings: '',
  getDrawings: '',
  getImages: '',
  getPivotTables: '',
  getSlicers: '',
  getFormUrl: '',
  addDeveloperMetadata: 'str | str DeveloperMetadataVisibility | str text | str text DeveloperMetadataVisibility',
  getDeveloperMetadata: '',
  createDeveloperMetadataFinder: '',
} satisfies Record<keyof typeof sheetBaseMethods, string>;
