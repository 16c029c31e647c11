/** Sheet: its row groups. Source: https://developers.google.com/apps-script/reference/spreadsheet/sheet#getRowGroup(Integer,Integer) */
import { sheetInfo, write } from './book';
import { type EnumValue, GroupControlTogglePosition, nameOf } from './enums';
import { Exception } from './exception';
import { type Group, groupAt, rowGroups } from './group';
import { own } from './objects';
import type { Sheet } from './sheet';
import { inBounds, SheetLines } from './sheet-lines';

export class SheetGroups extends SheetLines {
  getRowGroup(rowIndex: number, groupDepth: number): Group {
    return groupAt(this[own], rowIndex, groupDepth);
  }
  getRowGroupDepth(rowIndex: number): number {
    inBounds(this, 'rows', rowIndex, 1, 1);
    const inside = rowGroups(this[own]).filter((group) => group.start <= rowIndex && rowIndex <= group.end);
    return Math.max(0, ...inside.map((group) => group.depth));
  }
  getRowGroupControlPosition(): EnumValue {
    return GroupControlTogglePosition[sheetInfo(this[own]).rowGroupControl];
  }
  setRowGroupControlPosition(position: EnumValue): Sheet {
    write({ op: 'rowGroupControl', sheetId: this[own], control: nameOf<'BEFORE' | 'AFTER'>(position) });
    return this as unknown as Sheet;
  }
  collapseAllRowGroups(): Sheet {
    write({ op: 'foldRowGroups', sheetId: this[own], groups: 'ALL', collapsed: true });
    return this as unknown as Sheet;
  }
  /** Documented to need at least one group. */
  expandAllRowGroups(): Sheet {
    if (rowGroups(this[own]).length === 0) throw new Exception('There are no row groups on the sheet.');
    write({ op: 'foldRowGroups', sheetId: this[own], groups: 'ALL', collapsed: false });
    return this as unknown as Sheet;
  }
  expandRowGroupsUpToDepth(groupDepth: number): Sheet {
    if (rowGroups(this[own]).length === 0) throw new Exception('There are no row groups on the sheet.');
    write({ op: 'foldRowGroups', sheetId: this[own], groups: { upToDepth: groupDepth }, collapsed: false });
    return this as unknown as Sheet;
  }
}

/** Signatures of the members above. */
export const sheetGroupMembers = {
  getRowGroup: 'int int',
  getRowGroupDepth: 'int',
  getRowGroupControlPosition: '',
  setRowGroupControlPosition: 'GroupControlTogglePosition',
  collapseAllRowGroups: '',
  expandAllRowGroups: '',
  expandRowGroupsUpToDepth: 'int',
};
