/** Sheet: the tab itself and what is selected on it. Source: https://developers.google.com/apps-script/reference/spreadsheet/sheet */
import { hexColor } from '../values/colors';
import { sheetInfo, sheets, write } from './book';
import { Exception } from './exception';
import { newRange, newRangeList, newSheet, own } from './objects';
import type { Range } from './range';
import type { RangeList } from './range-list';
import { rangeByText } from './references';
import { Selection } from './selection';
import { selectCell, selection, selectRanges, selectSheet } from './selection-state';
import type { Sheet } from './sheet';
import { copyName, newSheetId } from './sheet-names';
import type { Spreadsheet } from './spreadsheet';

/** The methods that the tab's class gets from here. */
export const sheetTabMethods = {
  activate(this: Sheet): Sheet {
    selectSheet(sheetInfo(this[own]).id);
    return this;
  },
  getActiveRange(this: Sheet): Range | null {
    const now = selected(this);
    return newRange({ sheetId: now.sheetId, ...now.ranges[0]! });
  },
  getActiveRangeList(this: Sheet): RangeList | null {
    const now = selected(this);
    return newRangeList(now.ranges.map((rect) => ({ sheetId: now.sheetId, ...rect })));
  },
  getActiveCell(this: Sheet): Range {
    const { sheetId, current } = selected(this);
    return newRange({ sheetId, ...current, rows: 1, cols: 1 });
  },
  getCurrentCell(this: Sheet): Range | null {
    return this.getActiveCell();
  },
  getSelection(this: Sheet): Selection {
    return new Selection();
  },
  setActiveRange(this: Sheet, range: Range): Range {
    selectRanges([range[own]]);
    return range;
  },
  setActiveSelection(this: Sheet, what: Range | string): Range {
    const range = typeof what === 'string' ? newRange(rangeByText(what, this[own])) : what;
    return this.setActiveRange(range);
  },
  setActiveRangeList(this: Sheet, rangeList: RangeList): RangeList {
    selectRanges(rangeList[own]);
    return rangeList;
  },
  setCurrentCell(this: Sheet, cell: Range): Range {
    if (cell[own].rows !== 1 || cell[own].cols !== 1) throw new Exception('The range must be a single cell.');
    selectCell(cell[own]);
    return cell;
  },

  hideSheet(this: Sheet): Sheet {
    const visible = sheets().filter((sheet) => !sheet.hidden);
    if (visible.length === 1 && visible[0]!.id === this[own]) {
      throw new Exception("You can't hide all the sheets in a document.");
    }
    if (!sheetInfo(this[own]).hidden) write({ op: 'sheetHidden', sheetId: this[own], hidden: true });
    return this;
  },
  showSheet(this: Sheet): Sheet {
    if (sheetInfo(this[own]).hidden) write({ op: 'sheetHidden', sheetId: this[own], hidden: false });
    return this;
  },
  isSheetHidden(this: Sheet): boolean {
    return sheetInfo(this[own]).hidden;
  },
  getTabColor(this: Sheet): string | null {
    return sheetInfo(this[own]).tabColor;
  },
  setTabColor(this: Sheet, color: string | null): Sheet {
    write({ op: 'tabColor', sheetId: this[own], color: color === null ? null : hexColor(color) });
    return this;
  },
  hasHiddenGridlines(this: Sheet): boolean {
    return sheetInfo(this[own]).gridlinesHidden;
  },
  setHiddenGridlines(this: Sheet, hidden: boolean): Sheet {
    write({ op: 'gridlines', sheetId: this[own], hidden });
    return this;
  },
  isRightToLeft(this: Sheet): boolean {
    sheetInfo(this[own]);
    return false;
  },

  /** Named "Copy of …", behind all tabs; a hidden tab's copy is hidden too (facts §5.4). */
  copyTo(this: Sheet, _spreadsheet: Spreadsheet): Sheet {
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
  },
};

function selected(sheet: Sheet) {
  const now = selection();
  if (now.sheetId === sheet[own]) return now;
  return { sheetId: sheet[own], ranges: [{ row: 1, col: 1, rows: 1, cols: 1 }], current: { row: 1, col: 1 } };
}

/** Signatures of the members above. */
export const sheetTabMembers = {
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
} satisfies Record<keyof typeof sheetTabMethods, string>;
