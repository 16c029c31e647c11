/** Checking a tab and repairing it as previewed. */
import { batch } from '@preact/signals';
import { announce } from '../page/notices';
import { callUntilAnswered } from '../page/request';
import { applyScreen } from '../page/screens';
import { screen, view } from '../page/view';
import { settled } from '../save/saver';
import { words } from '../words';
import { checkWords } from './words';

/** Shows what is damaged on the tab and what a repair would do. Writes nothing. */
export async function checkTab(): Promise<void> {
  const sheetId = sheetToCheck();
  if (sheetId === null) return;
  await settled();
  const check = await callUntilAnswered(checkWords.checking, 'checkTab', { sheetId }, () => void checkTab());
  if (!check) return;
  view.value = { at: 'check', check, done: null, note: '' };
  announce(checkWords.checkTitle(check.findings.length));
}

/** The tab that the sidebar shows, or the damaged one that it was opened on. */
function sheetToCheck(): number | null {
  const s = screen.peek();
  if (s?.kind === 'meeting' || s?.kind === 'noMonth') return s.rep.sheetId;
  return s?.kind === 'wrongTab' ? s.sheetId : null;
}

/** Repairs as previewed; a tab that changed meanwhile is previewed anew. */
export async function repairTab(): Promise<void> {
  const sheetId = sheetToCheck();
  const at = view.peek();
  if (sheetId === null || at.at !== 'check') return;
  const { check } = at;
  const request = { sheetId, digest: check.digest };
  const result = await callUntilAnswered(checkWords.repairing, 'repairTab', request, () => void repairTab());
  if (!result) return;
  batch(() => {
    applyScreen(result.screen);
    view.value = result.changed
      ? { at: 'check', check: result.changed, done: null, note: words.previewChanged }
      : { at: 'check', check: { ...check, findings: result.left }, done: result.done, note: '' };
  });
  announce(result.changed ? words.previewChanged : checkWords.repaired(result.done.length));
}
