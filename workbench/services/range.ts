/** Range, put together from its parts: each is a group of methods with their signatures. */
import { addMethods, expose } from './members';
import { type GridRange, own, register } from './objects';
import { baseMembers, baseMethods } from './range-base';
import { dataMembers, dataMethods } from './range-data';
import { editMembers, editMethods } from './range-edits';
import { extraMembers, extraMethods } from './range-extras';
import { formatMembers, formatMethods, lookMethods } from './range-formats';
import { mergeMembers, mergeMethods } from './range-merges';
import { ruleMembers, ruleMethods } from './range-rules';
import { surroundingMembers, surroundingMethods } from './range-surroundings';
import { valueMembers, valueMethods } from './range-values';

class RangeHandle {
  readonly [own]: GridRange;

  constructor(state: GridRange) {
    this[own] = state;
  }
}

type BaseMethods = typeof baseMethods;
type ValueMethods = typeof valueMethods;
type DataMethods = typeof dataMethods;
type FormatMethods = typeof formatMethods;
type EditMethods = typeof editMethods;
type MergeMethods = typeof mergeMethods;
type SurroundingMethods = typeof surroundingMethods;
type RuleMethods = typeof ruleMethods;
type ExtraMethods = typeof extraMethods;

/** Cells of a tab, known by their coordinates. */
export interface Range
  extends RangeHandle,
    BaseMethods,
    ValueMethods,
    DataMethods,
    FormatMethods,
    EditMethods,
    MergeMethods,
    SurroundingMethods,
    RuleMethods,
    ExtraMethods {}

addMethods(
  RangeHandle,
  baseMethods,
  valueMethods,
  dataMethods,
  formatMethods,
  editMethods,
  mergeMethods,
  surroundingMethods,
  ruleMethods,
  extraMethods,
  lookMethods,
);
expose(RangeHandle, 'SpreadsheetApp.Range', {
  ...baseMembers,
  ...valueMembers,
  ...dataMembers,
  ...formatMembers,
  ...editMembers,
  ...mergeMembers,
  ...surroundingMembers,
  ...ruleMembers,
  ...extraMembers,
});
register('range', (state) => new RangeHandle(state) as Range);
