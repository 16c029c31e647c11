/** Range, put together from its parts. */
import { expose } from './members';
import { register } from './objects';
import { baseMembers } from './range-base';
import { editMembers } from './range-edits';
import { extraMembers, RangeExtras } from './range-extras';
import { formatMembers } from './range-formats';
import { mergeMembers } from './range-merges';
import { ruleMembers } from './range-rules';
import { surroundingMembers } from './range-surroundings';
import { valueMembers } from './range-values';

export class Range extends RangeExtras {}

expose(Range, 'SpreadsheetApp.Range', {
  ...baseMembers,
  ...valueMembers,
  ...formatMembers,
  ...editMembers,
  ...surroundingMembers,
  ...mergeMembers,
  ...ruleMembers,
  ...extraMembers,
});
register('range', (state) => new Range(state));
