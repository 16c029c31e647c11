/** What a check of a tab has found, as the sidebar gets it. */
import type { CheckResult } from '../contract/calls';
import { stop } from '../core/problems';
import { type CheckedTab, inspectTab } from '../sheet/repair/repair';
import type { Tracker } from '../sheet/setup/tracker';

/** Reads a tab from top to bottom; stops when it is gone. */
export function lookAt(tracker: Tracker, sheetId: number): CheckedTab {
  return inspectTab(tracker, tracker.sheetById(sheetId) ?? stop('tabGone'));
}

export function checkResult({ sheet, check }: CheckedTab): CheckResult {
  return { tab: sheet.getName(), digest: check.digest, findings: check.findings };
}
