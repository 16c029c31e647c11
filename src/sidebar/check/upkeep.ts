import { batch } from '@preact/signals';
import type { ActualsPreview, ActualsResult, PastedActuals } from '../../contract/calls';
import type { IsoDate } from '../../core/shared/dates';
import { ask } from '../page/request';
import { applyScreen, firstView, seenAt } from '../page/screens';
import { pin, say, screen, told, view } from '../page/state';
import { inPortions } from '../page/work';
import { focusSoon } from '../rows/focus';
import { settled } from '../save/saver';
import { words } from '../words';

/** How long an act on the whole tab waits for the last words to be saved. */
const LAST_WORDS_MS = 8000;

/** Back from a side page to where the screen begins; the focus goes to the menu that led here. */
export function goBack(): void {
  const s = screen.peek();
  view.value = s ? firstView(s) : { at: 'home' };
  focusSoon('.menu-root > button');
}

function tell(text: string): void {
  told.value = text;
  say(text);
}

/** Plans the meeting for a day, or moves it to another one. */
export async function planMeeting(date: IsoDate): Promise<boolean> {
  const of = pin.peek();
  if (!of) return false;
  const fresh = await ask(words.planning, 'planMeeting', { ...seenAt(of), date }, () => void planMeeting(date));
  if (!fresh) return false;
  applyScreen(fresh);
  say(words.plannedSaid(date));
  return true;
}

/** Opens a finished meeting again. */
export async function reopenMeeting(): Promise<void> {
  const of = pin.peek();
  if (!of) return;
  const fresh = await ask(words.reopening, 'reopenMeeting', seenAt(of), () => void reopenMeeting());
  if (!fresh) return;
  batch(() => {
    applyScreen(fresh);
    view.value = firstView(fresh);
  });
  tell(words.reopened);
}

/** Shows what is damaged on the tab and what a repair would do. Writes nothing. */
export async function checkTab(): Promise<void> {
  const sheetId = sheetToCheck();
  if (sheetId === null) return;
  await settled(LAST_WORDS_MS);
  const check = await ask(words.checking, 'checkTab', { sheetId }, () => void checkTab());
  if (!check) return;
  view.value = { at: 'check', check, done: null, note: '' };
  say(words.checkTitle(check.findings.length));
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
  const result = await ask(words.repairing, 'repairTab', request, () => void repairTab());
  if (!result) return;
  batch(() => {
    applyScreen(result.screen);
    view.value = result.changed
      ? { at: 'check', check: result.changed, done: null, note: words.previewChanged }
      : { at: 'check', check: { ...check, findings: result.left }, done: result.done, note: '' };
  });
  say(result.changed ? words.previewChanged : words.repaired(result.done.length));
}

/** What pasted figures would write; null when it could not be asked, or was given up. Writes nothing. */
export async function planActuals(pasted: PastedActuals): Promise<ActualsPreview | null> {
  const preview = await inPortions('planActuals', () => pasted, {
    sub: words.menu.actuals,
    steps: { tab: words.readingTabs },
    writes: false,
    again: () => undefined,
  });
  return preview && preview.rest.length === 0 ? preview : null;
}

/** Writes pasted figures as previewed; null when nothing was answered. */
export async function applyActuals(pasted: PastedActuals, { people }: ActualsPreview): Promise<ActualsResult | null> {
  const result = await inPortions('applyActuals', () => ({ ...pasted, people }), {
    sub: words.menu.actuals,
    steps: { tab: words.writingFigures },
    writes: true,
    expected: people.length,
    again: () => undefined,
  });
  if (!result) return null;
  const at = view.peek();
  batch(() => {
    if (result.screen) applyScreen(result.screen);
    view.value = at;
  });
  say(words.figuresWritten(result.written));
  return result;
}

/** Lets each person edit the own tab only. */
export async function protectTabs(): Promise<void> {
  const s = screen.peek();
  const result = await inPortions('protectTabs', () => ({}), {
    sub: words.menu.protect,
    steps: { tab: words.protectingTabs, managers: words.protectingTabs },
    writes: true,
    expected: s && s.kind !== 'setUp' ? s.people.length : 0,
    again: () => void protectTabs(),
  });
  if (!result) return;
  const open = result.rest.length === 0 ? [] : [words.notProtectedYet(result.rest.length)];
  // Each portion says who cannot be told apart.
  const left = [...new Set([...result.left, ...open])];
  view.value = { at: 'protect', result: { ...result, left } };
  say(words.protectedSaid(result.done.length, left.length));
}

/** Makes the Team tab, or brings it up to date. */
export async function buildTeam(): Promise<void> {
  const result = await inPortions('buildTeam', () => ({}), {
    sub: words.menu.team,
    steps: { team: words.updatingTeam },
    writes: true,
    again: () => void buildTeam(),
  });
  if (!result?.screen) return;
  applyScreen(result.screen);
  tell(words.teamBuilt);
}
