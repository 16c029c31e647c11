/** Group of rows. Source: https://developers.google.com/apps-script/reference/spreadsheet/group */
import type { RowGroup } from '../engine/engine';
import type { GroupKey } from '../runtime/protocol';
import { read, sheetInfo, write } from './book';
import { Exception } from './exception';
import { expose } from './members';
import { newRange, own } from './objects';
import type { Range } from './range';

export class Group {
  readonly [own]: { sheetId: number; key: GroupKey };
  constructor(sheetId: number, key: GroupKey) {
    this[own] = { sheetId, key };
  }
  collapse(): Group {
    return this.#fold(true);
  }
  expand(): Group {
    return this.#fold(false);
  }
  isCollapsed(): boolean {
    const { sheetId, key } = this[own];
    const found = rowGroups(sheetId).find((group) => group.start === key.start && group.depth === key.depth);
    if (!found) throw new Exception('The group no longer exists.');
    return found.collapsed;
  }
  getDepth(): number {
    return this[own].key.depth;
  }
  getControlIndex(): number {
    return controlRow(this[own].sheetId, this[own].key);
  }
  getRange(): Range {
    const { sheetId, key } = this[own];
    const bounds = { startRow: true, endRow: true, startCol: false, endCol: false };
    const { maxCols } = sheetInfo(sheetId);
    return newRange({ sheetId, row: key.start, col: 1, rows: key.end - key.start + 1, cols: maxCols, bounds });
  }
  remove(): void {
    write({ op: 'removeRowGroup', sheetId: this[own].sheetId, group: this[own].key });
  }
  #fold(collapsed: boolean): Group {
    const { sheetId, key } = this[own];
    write({ op: 'foldRowGroups', sheetId, groups: [key], collapsed });
    return this;
  }
}

export function rowGroups(sheetId: number): RowGroup[] {
  return read<[RowGroup[]]>({ get: 'rowGroups', sheetId })[0];
}

/** The row with a group's +/− button: behind the group, or in front of it. */
export function controlRow(sheetId: number, group: GroupKey): number {
  return sheetInfo(sheetId).rowGroupControl === 'BEFORE' ? group.start - 1 : group.end + 1;
}

/** A group's rows as a rectangle has them. */
export function rowsOf(group: GroupKey): { row: number; rows: number } {
  return { row: group.start, rows: group.end - group.start + 1 };
}

/** The group at a row and depth; throws when there is none. */
export function groupAt(sheetId: number, row: number, depth: number): Group {
  const found = rowGroups(sheetId).find((group) => group.depth === depth && group.start <= row && row <= group.end);
  if (!found) throw new Exception(`A row group does not exist at index ${row} and group depth ${depth}`);
  return new Group(sheetId, { start: found.start, end: found.end, depth });
}

expose(Group, 'SpreadsheetApp.Group', {
  collapse: '',
  expand: '',
  isCollapsed: '',
  getDepth: '',
  getControlIndex: '',
  getRange: '',
  remove: '',
});
