/** RangeList: the same act on several ranges. Source: https://developers.google.com/apps-script/reference/spreadsheet/range-list */
import { define, expose, type Members } from './members';
import { type GridRange, newRange, own, register } from './objects';
import type { Range } from './range';
import { dataMembers } from './range-data';
import { editMembers } from './range-edits';
import { extraMembers } from './range-extras';
import { formatMembers } from './range-formats';
import { mergeMembers } from './range-merges';
import { ruleMembers } from './range-rules';
import { valueMembers } from './range-values';
import { selectRanges } from './selection-state';

export class RangeList {
  readonly [own]: GridRange[];

  constructor(ranges: GridRange[]) {
    this[own] = ranges;
  }
  getRanges(): Range[] {
    return this[own].map(newRange);
  }
  activate(): RangeList {
    selectRanges(this[own]);
    return this;
  }
}

/** Members that a list passes on to each of its ranges. */
const PASSED_ON = [
  'breakApart',
  'check',
  'clear',
  'clearContent',
  'clearDataValidations',
  'clearFormat',
  'clearNote',
  'insertCheckboxes',
  'removeCheckboxes',
  'setBackground',
  'setBackgroundRGB',
  'setBorder',
  'setFontColor',
  'setFontFamily',
  'setFontLine',
  'setFontSize',
  'setFontStyle',
  'setFontWeight',
  'setFormula',
  'setFormulaR1C1',
  'setHorizontalAlignment',
  'setNote',
  'setNumberFormat',
  'setValue',
  'setTextDirection',
  'setTextRotation',
  'setVerticalAlignment',
  'setVerticalText',
  'setWrap',
  'setWrapStrategy',
  'trimWhitespace',
  'uncheck',
];
const signatures: Members = {
  ...valueMembers,
  ...formatMembers,
  ...dataMembers,
  ...editMembers,
  ...mergeMembers,
  ...ruleMembers,
  ...extraMembers,
};
const members: Members = { getRanges: '', activate: '' };
for (const member of PASSED_ON) {
  members[member] = signatures[member]!;
  define(RangeList.prototype, member, function (this: RangeList, ...args: unknown[]) {
    for (const range of this.getRanges())
      (Reflect.get(range, member) as (...all: unknown[]) => unknown).apply(range, args);
    return this;
  });
}
expose(RangeList, 'SpreadsheetApp.RangeList', members);
register('rangeList', (ranges) => new RangeList(ranges));
