/** Sheet, put together from its parts: each is a group of methods with their signatures. */
import { addMethods, expose } from './members';
import { own, register } from './objects';
import { sheetBaseMembers, sheetBaseMethods } from './sheet-base';
import { sheetGroupMembers, sheetGroupMethods } from './sheet-groups';
import { sheetLineMembers, sheetLineMethods } from './sheet-lines';
import { sheetTabMembers, sheetTabMethods } from './sheet-tab';

class SheetHandle {
  readonly [own]: number;

  constructor(sheetId: number) {
    this[own] = sheetId;
  }
}

type BaseMethods = typeof sheetBaseMethods;
type GroupMethods = typeof sheetGroupMethods;
type LineMethods = typeof sheetLineMethods;
type TabMethods = typeof sheetTabMethods;

/** A tab of the spreadsheet, known by its id. */
export interface Sheet extends SheetHandle, BaseMethods, GroupMethods, LineMethods, TabMethods {}

addMethods(SheetHandle, sheetBaseMethods, sheetLineMethods, sheetGroupMethods, sheetTabMethods);
expose(SheetHandle, 'SpreadsheetApp.Sheet', {
  ...sheetBaseMembers,
  ...sheetLineMembers,
  ...sheetGroupMembers,
  ...sheetTabMembers,
});
register('sheet', (sheetId) => new SheetHandle(sheetId) as Sheet);
