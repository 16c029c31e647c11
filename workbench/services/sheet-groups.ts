/** Sheet: its row groups. Source: https://developers.google.com/apps-script/reference/spreadsheet/sheet#getRowGroup(Integer,Integer) */
import { sheetInfo, write } from './book';
import { type EnumValue, GroupControlTogglePosition, nameOf } from './enums';
import { Exception } from './exception';
import { type Group, groupAt, rowGroups } from './group';
import { own } from './objects';
import type { Sheet } from './sheet';
import { inBounds } from './sheet-lines';

/** The methods that the tab's class gets from here. */
export const sheetGroupMethods = {
  getRowGroup(this: Sheet, rowIndex: number, groupDepth: number): Group {
    return groupAt(this[own], rowIndex, groupDepth);
  },
  getRowGroupDepth(this: Sheet, rowIndex: number): number {
    inBounds(this, 'rows', rowIndex, 1, 1);
    const inside = rowGroups(this[own]).filter((group) => group.start <= rowIndex && rowIndex <= group.end);
    return Math.max(0, ...inside.map((group) => group.depth));
  },
  getRowGroupControlPosition(this: Sheet): EnumValue {
    return GroupControlTogglePosition[sheetInfo(this[own]).rowGroupControl];
  },
  setRowGroupControlPosition(this: Sheet, position: EnumValue): Sheet {
    write({ op: 'rowGroupControl', sheetId: this[own], control: nameOf<'BEFORE' | 'AFTER'>(position) });
    return this;
  },
  collapseAllRowGroups(this: Sheet): Sheet {
    write({ op: 'foldRowGroups', sheetId: this[own], groups: 'ALL', collapsed: true });
    return this;
  },
  /** Documented to need at least one group. */
  expandAllRowGroups(this: Sheet): Sheet {
    if (rowGroups(this[own]).length === 0) throw new Exception('There are no row groups on the sheet.');
    write({ op: 'foldRowGroups', sheetId: this[own], groups: 'ALL', collapsed: false });
    return this;
  },
  expandRowGroupsUpToDepth(this: Sheet, groupDepth: number): Sheet {
    if (rowGroups(this[own]).length === 0) throw new Exception('There are no row groups on the sheet.');
    write({ op: 'foldRowGroups', sheetId: this[own], groups: { upToDepth: groupDepth }, collapsed: false });
    return this;
  },
};

/** Signatures of the members above. */
export const sheetGroupMembers = {
  getRowGroup: 'int int',
  getRowGroupDepth: 'int',
  getRowGroupControlPosition: '',
  setRowGroupControlPosition: 'GroupControlTogglePosition',
  collapseAllRowGroups: '',
  expandAllRowGroups: '',
  expandRowGroupsUpToDepth: 'int',
} satisfies Record<keyof typeof sheetGroupMethods, string>;
