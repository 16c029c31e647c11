/** Selection. Source: https://developers.google.com/apps-script/reference/spreadsheet/selection */
import { expose } from './members';
import { newRange, newRangeList, newSheet } from './objects';
import type { Range } from './range';
import type { RangeList } from './range-list';
import { selection } from './selection-state';
import type { Sheet } from './sheet';

export class Selection {
  getActiveSheet(): Sheet {
    return newSheet(selection().sheetId);
  }
  getActiveRange(): Range | null {
    const { sheetId, ranges } = selection();
    return newRange({ sheetId, ...ranges[0]! });
  }
  getActiveRangeList(): RangeList | null {
    const { sheetId, ranges } = selection();
    return newRangeList(ranges.map((rect) => ({ sheetId, ...rect })));
  }
  getCurrentCell(): Range | null {
    const { sheetId, current } = selection();
    return newRange({ sheetId, ...current, rows: 1, cols: 1 });
  }
}

expose(Selection, 'SpreadsheetApp.Selection', {
  getActiveSheet: '',
  getActiveRange: '',
  getActiveRangeList: '',
  getCurrentCell: '',
});
