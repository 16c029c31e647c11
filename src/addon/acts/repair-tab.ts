/** Repairs a tab as it was previewed. */
import * as v from 'valibot';
import type { RepairResult } from '../../contract/calls';
import { needEdit } from '../../sheet/grid/edit-rights';
import { HIDDEN } from '../../sheet/grid/hidden';
import { repairTab as repair } from '../../sheet/repair/repair';
import { act } from '../act';
import { underLock } from '../answer';
import { freshScreen } from '../screen';
import { sheetId } from '../shapes';
import { checkResult, lookAt } from '../tab-check';
import { openTracker } from '../tracker';
import { mayActOn, whoIs } from '../who';

export const repairTab = act('repairTab', {
  doing: 'repairing the tab',
  request: v.object({ sheetId, digest: v.string() }),
  run({ sheetId, digest }): RepairResult {
    const tracker = openTracker();
    const result = underLock(() => {
      const tab = lookAt(tracker, sheetId);
      mayActOn(whoIs(tracker.setup()), tab.rep, tab.sheet.getName());
      needEdit(tab.sheet.getRange(1, HIDDEN.key));
      const { done, left, changed } = repair(tracker, tab, digest);
      return {
        done: done.map(({ cell, words, repair: what }) => `${cell === '' ? '' : `${cell}: `}${words} ${what}`),
        left,
        changed: changed !== null,
      };
    });
    const screen = freshScreen(tracker, sheetId);
    // The screen gives rows their keys: a preview made before that would no longer fit.
    return { ...result, changed: result.changed ? checkResult(lookAt(tracker, sheetId)) : null, screen };
  },
});
