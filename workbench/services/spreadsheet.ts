/** Spreadsheet: its tabs, names and ranges. Source: https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet */
import { sheetInfo, sheets, write } from './book';
import {
  addMetadata,
  type DeveloperMetadata,
  type DeveloperMetadataFinder,
  finderOn,
  listMetadata,
} from './developer-metadata';
import { type EnumValue, nameOf } from './enums';
import { Exception } from './exception';
import { define, expose, type Members } from './members';
import { listNamedRanges, type NamedRange, putNamedRange, removeNamedRange } from './named-range';
import { newRange, newRangeList, newSheet, own, register } from './objects';
import { listProtections, type Protection } from './protection';
import type { Range } from './range';
import type { RangeList } from './range-list';
import { rangeByText, sheetByName } from './references';
import { selection, selectSheet } from './selection-state';
import type { Sheet } from './sheet';
import { sheetBaseMembers } from './sheet-base';
import { sheetLineMembers } from './sheet-lines';
import { checkSheetName, copyName, freeSheetName, newSheetId } from './sheet-names';
import { fileMembers, SpreadsheetFile } from './spreadsheet-file';
import { TextFinder } from './text-finder';

const NEW_SHEET = { rows: 1000, cols: 26 };

export class Spreadsheet extends SpreadsheetFile {
  getSheets(): Sheet[] {
    return sheets().map((sheet) => newSheet(sheet.id));
  }
  getNumSheets(): number {
    return sheets().length;
  }
  getSheetByName(name: string): Sheet | null {
    const found = sheetByName(name);
    return found ? newSheet(found.id) : null;
  }
  getSheetById(id: number): Sheet | null {
    return sheets().some((sheet) => sheet.id === id) ? newSheet(id) : null;
  }
  getActiveSheet(): Sheet {
    return newSheet(selection().sheetId);
  }
  setActiveSheet(sheet: Sheet): Sheet {
    selectSheet(sheetInfo(sheet[own]).id);
    return sheet;
  }

  /** Name, index (from 0) and options in any documented combination; the new tab becomes the active one. */
  insertSheet(...args: unknown[]): Sheet {
    const name = args.find((arg): arg is string => typeof arg === 'string') ?? freeSheetName();
    const index = args.find((arg): arg is number => typeof arg === 'number');
    const options = args.find((arg): arg is { template?: Sheet } => typeof arg === 'object' && arg !== null);
    checkSheetName(name, null);
    const count = sheets().length;
    if (index !== undefined && (index < 0 || index > count)) throw new Exception('Invalid sheet index.');
    const active = sheets().findIndex((sheet) => sheet.id === selection().sheetId);
    const template = options?.template ? sheetInfo(options.template[own]) : null;
    const sheetId = newSheetId();
    write({
      op: 'insertSheet',
      sheetId,
      name,
      index: index ?? active + 1,
      rows: template?.maxRows ?? NEW_SHEET.rows,
      cols: template?.maxCols ?? NEW_SHEET.cols,
      ...(template ? { template: template.id } : {}),
    });
    selectSheet(sheetId);
    return newSheet(sheetId);
  }
  deleteSheet(sheet: Sheet): void {
    const { id } = sheetInfo(sheet[own]);
    if (sheets().length === 1) throw new Exception("You can't remove all the sheets in a document.");
    if (!sheets().some((one) => one.id !== id && !one.hidden)) {
      throw new Exception("You can't remove all the visible sheets in a document.");
    }
    write({ op: 'deleteSheet', sheetId: id });
  }
  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }
  duplicateActiveSheet(): Sheet {
    const active = this.getActiveSheet();
    return this.insertSheet(copyName(active.getName()), active.getIndex(), { template: active });
  }
  renameActiveSheet(name: string): void {
    this.getActiveSheet().setName(name);
  }
  moveActiveSheet(position: number): void {
    if (position < 1 || position > sheets().length) throw new Exception('Invalid sheet index.');
    write({ op: 'moveSheet', sheetId: selection().sheetId, index: position - 1 });
  }

  getRange(a1Notation: string): Range {
    return newRange(rangeByText(a1Notation, selection().sheetId));
  }
  getRangeList(a1Notations: string[]): RangeList {
    return newRangeList(a1Notations.map((text) => rangeByText(text, selection().sheetId)));
  }
  getRangeByName(name: string): Range | null {
    const bare = name.includes('!') ? name.slice(name.lastIndexOf('!') + 1) : name;
    return (
      listNamedRanges(null)
        .find((one) => one.getName().toLowerCase() === bare.toLowerCase())
        ?.getRange() ?? null
    );
  }
  getNamedRanges(): NamedRange[] {
    return listNamedRanges(null);
  }
  setNamedRange(name: string, range: Range): void {
    putNamedRange(name, range[own]);
  }
  removeNamedRange(name: string): void {
    removeNamedRange(name);
  }
  getProtections(type: EnumValue | null = null): Protection[] {
    if (type === null) throw new Exception('Please set protection type.');
    return listProtections(nameOf(type), null);
  }
  createTextFinder(findText: string): TextFinder {
    const areas = sheets().map(({ id, maxRows, maxCols }) => ({
      sheetId: id,
      row: 1,
      col: 1,
      rows: maxRows,
      cols: maxCols,
    }));
    return new TextFinder(findText, areas);
  }
  addDeveloperMetadata(key: string, ...rest: (string | EnumValue)[]): Spreadsheet {
    addMetadata({ type: 'SPREADSHEET' }, key, rest);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    return listMetadata(({ location }) => location.type === 'SPREADSHEET');
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return finderOn(null);
  }
}

/** Members of the file that speak of its active tab. */
const OF_ACTIVE_SHEET = [
  'appendRow',
  'autoResizeColumn',
  'deleteColumn',
  'deleteColumns',
  'deleteRow',
  'deleteRows',
  'getActiveCell',
  'getActiveRange',
  'getActiveRangeList',
  'getColumnWidth',
  'getCurrentCell',
  'getDataRange',
  'getFrozenColumns',
  'getFrozenRows',
  'getLastColumn',
  'getLastRow',
  'getRowHeight',
  'getSelection',
  'getSheetId',
  'getSheetName',
  'getSheetValues',
  'hideColumn',
  'hideRow',
  'insertColumnAfter',
  'insertColumnBefore',
  'insertColumnsAfter',
  'insertColumnsBefore',
  'insertRowAfter',
  'insertRowBefore',
  'insertRowsAfter',
  'insertRowsBefore',
  'isColumnHiddenByUser',
  'isRowHiddenByFilter',
  'isRowHiddenByUser',
  'setActiveRange',
  'setActiveRangeList',
  'setActiveSelection',
  'setColumnWidth',
  'setCurrentCell',
  'setFrozenColumns',
  'setFrozenRows',
  'setRowHeight',
  'sort',
  'unhideColumn',
  'unhideRow',
];
const signatures: Members = {
  ...sheetBaseMembers,
  ...sheetLineMembers,
  getActiveCell: '',
  getActiveRange: '',
  getActiveRangeList: '',
  getCurrentCell: '',
  getSelection: '',
  setActiveRange: 'Range',
  setActiveRangeList: 'RangeList',
  setActiveSelection: 'Range | str',
  setCurrentCell: 'Range',
};
const members: Members = {
  ...fileMembers,
  getSheets: '',
  getNumSheets: '',
  getSheetByName: 'str',
  getSheetById: 'int',
  getActiveSheet: '',
  setActiveSheet: 'Sheet | Sheet bool',
  insertSheet: ' | int | int obj | obj | str | str int | str int obj | str obj',
  deleteSheet: 'Sheet',
  deleteActiveSheet: '',
  duplicateActiveSheet: '',
  renameActiveSheet: 'text',
  moveActiveSheet: 'int',
  getRange: 'str',
  getRangeList: 'str[]',
  getRangeByName: 'str',
  getNamedRanges: '',
  setNamedRange: 'str Range',
  removeNamedRange: 'str',
  getProtections: ' | ProtectionType',
  createTextFinder: 'text',
  addDeveloperMetadata: 'str | str DeveloperMetadataVisibility | str text | str text DeveloperMetadataVisibility',
  getDeveloperMetadata: '',
  createDeveloperMetadataFinder: '',
};
for (const member of OF_ACTIVE_SHEET) {
  members[member] = signatures[member]!;
  define(Spreadsheet.prototype, member, function (this: Spreadsheet, ...args: unknown[]) {
    const sheet = this.getActiveSheet();
    const result = (Reflect.get(sheet, member) as (...all: unknown[]) => unknown).apply(sheet, args);
    return result;
  });
}
expose(Spreadsheet, 'SpreadsheetApp.Spreadsheet', members);

const only = new Spreadsheet();
register('spreadsheet', () => only);
