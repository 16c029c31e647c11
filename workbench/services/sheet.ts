/** Sheet: the tab itself and what is selected on it. Source: https://developers.google.com/apps-script/reference/spreadsheet/sheet */
import { hexColor } from '../values/colors';
import { sheetInfo, sheets, write } from './book';
import { Exception } from './exception';
import { expose } from './members';
import { newRange, newRangeList, newSheet, own, register } from './objects';
import type { Range } from './range';
import type { RangeList } from './range-list';
import { rangeByText } from './references';
import { Selection } from './selection';
import { selectCell, selection, selectRanges, selectSheet } from './selection-state';
import { sheetBaseMembers } from './sheet-base';
import { SheetGroups, sheetGroupMembers } from './sheet-groups';
import { sheetLineMembers } from './sheet-lines';
import { copyName, newSheetId } from './sheet-names';
import type { Spreadsheet } from './spreadsheet';

export class Sheet extends SheetGroups {
  activate(): Sheet {
    selectSheet(sheetInfo(this[own]).id);
    return this;
  }
  getActiveRange(): Range | null {
    const now = this.#selected();
    return newRange({ sheetId: now.sheetId, ...now.ranges[0]! });
  }
  getActiveRangeList(): RangeList | null {
    const now = this.#selected();
    return newRangeList(now.ranges.map((rect) => ({ sheetId: now.sheetId, ...rect })));
  }
  getActiveCell(): Range {
    const { sheetId, current } = this.#selected();
    return newRange({ sheetId, ...current, rows: 1, cols: 1 });
  }
  getCurrentCell(): Range | null {
    return this.getActiveCell();
  }
  getSelection(): Selection {
    return new Selection();
  }
  setActiveRange(range: Range): Range {
    selectRanges([range[own]]);
    return range;
  }
  setActiveSelection(what: Range | string): Range {
    const range = typeof what === 'string' ? newRange(rangeByText(what, this[own])) : what;
    return this.setActiveRange(range);
  }
  setActiveRangeList(rangeList: RangeList): RangeList {
    selectRanges(rangeList[own]);
    return rangeList;
  }
  setCurrentCell(cell: Range): Range {
    if (cell[own].rows !== 1 || cell[own].cols !== 1) throw new Exception('The range must be a single cell.');
    selectCell(cell[own]);
    return cell;
  }
  /** The selection when it is on this tab, else the tab's A1. */
  #selected() {
    const now = selection();
    if (now.sheetId === this[own]) return now;
    return { sheetId: this[own], ranges: [{ row: 1, col: 1, rows: 1, cols: 1 }], current: { row: 1, col: 1 } };
  }

  hideSheet(): Sheet {
    const visible = sheets().filter((sheet) => !sheet.hidden);
    if (visible.length === 1 && visible[0]!.id === this[own]) {
      throw new Exception("You can't hide all the sheets in a document.");
    }
    if (!sheetInfo(this[own]).hidden) write({ op: 'sheetHidden', sheetId: this[own], hidden: true });
    return this;
  }
  showSheet(): Sheet {
    if (sheetInfo(this[own]).hidden) write({ op: 'sheetHidden', sheetId: this[own], hidden: false });
    return this;
  }
  isSheetHidden(): boolean {
    return sheetInfo(this[own]).hidden;
  }
  getTabColor(): string | null {
    return sheetInfo(this[own]).tabColor;
  }
  setTabColor(color: string | null): Sheet {
    write({ op: 'tabColor', sheetId: this[own], color: color === null ? null : hexColor(color) });
    return this;
  }
  hasHiddenGridlines(): boolean {
    return sheetInfo(this[own]).gridlinesHidden;
  }
  setHiddenGridlines(hidden: boolean): Sheet {
    write({ op: 'gridlines', sheetId: this[own], hidden });
    return this;
  }
  isRightToLeft(): boolean {
    sheetInfo(this[own]);
    return false;
  }

  /** Named "Copy of …", behind all tabs; a hidden tab's copy is hidden too (facts §5.4). */
  copyTo(_spreadsheet: Spreadsheet): Sheet {
    const source = sheetInfo(this[own]);
    const sheetId = newSheetId();
    write({
      op: 'insertSheet',
      sheetId,
      name: copyName(source.name),
      index: sheets().length,
      rows: source.maxRows,
      cols: source.maxCols,
      template: source.id,
    });
    return newSheet(sheetId);
  }
}

expose(Sheet, 'SpreadsheetApp.Sheet', {
  ...sheetBaseMembers,
  ...sheetLineMembers,
  ...sheetGroupMembers,
  activate: '',
  getActiveRange: '',
  getActiveRangeList: '',
  getActiveCell: '',
  getCurrentCell: '',
  getSelection: '',
  setActiveRange: 'Range',
  setActiveSelection: 'Range | str',
  setActiveRangeList: 'RangeList',
  setCurrentCell: 'Range',
  hideSheet: '',
  showSheet: '',
  isSheetHidden: '',
  getTabColor: '',
  setTabColor: 'str?',
  hasHiddenGridlines: '',
  setHiddenGridlines: 'bool',
  isRightToLeft: '',
  copyTo: 'Spreadsheet',
});
register('sheet', (sheetId) => new Sheet(sheetId));
