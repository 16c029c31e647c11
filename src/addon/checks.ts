import type { CheckResult, RepairResult } from '../contract/calls';
import { stop } from '../core/problems';
import { needEdit } from '../sheet/grid/edit-rights';
import { HIDDEN } from '../sheet/grid/hidden';
import { type CheckedTab, inspectTab, repairTab as repair } from '../sheet/repair/repair';
import { Tracker } from '../sheet/setup/tracker';
import { callable, underLock } from './answer';
import { freshScreen } from './screen';
import { mayActOn, whoIs } from './who';

export const checkTab = callable('checkTab', 'checking the tab', ({ sheetId }) =>
  resultOf(lookAt(new Tracker(SpreadsheetApp.getActiveSpreadsheet()), sheetId)),
);

export const repairTab = callable('repairTab', 'repairing the tab', ({ sheetId, digest }): RepairResult => {
  const tracker = new Tracker(SpreadsheetApp.getActiveSpreadsheet());
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
  return { ...result, changed: result.changed ? resultOf(lookAt(tracker, sheetId)) : null, screen };
});

function lookAt(tracker: Tracker, sheetId: number): CheckedTab {
  return inspectTab(tracker, tracker.sheetById(sheetId) ?? stop('tabGone'));
}

function resultOf({ sheet, check }: CheckedTab): CheckResult {
  return { tab: sheet.getName(), digest: check.digest, findings: check.findings };
}
