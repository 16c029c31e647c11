/** Looking for what others have changed. */
import { batch } from '@preact/signals';
import type { MeetingScreen, NoMonthScreen, Screen } from '../../contract/state';
import { FIELDS } from '../../core/shared/fields';
import { titleOf } from '../../core/shared/record';
import { isClockBusy } from '../meeting/clock-acts';
import { setServerClock } from '../meeting/follow-clock';
import { noteServerTime } from '../meeting/server-time';
import { call, isLost, type Reply } from '../rpc/client';
import { isLasting } from '../rpc/failure';
import { isLookDue, noteLook } from '../save/look-soon';
import { allSections, isBlankCells, serverValue } from '../save/merge';
import { hasUnsent } from '../save/queue';
import { isSaving } from '../save/saver';
import { notSaved, queue } from '../save/state';
import { errorOfFailure, errorOfProblem, type PageError, TRIES_BEFORE_HELP } from './errors';
import { announce, notify, pageError, waiting } from './notices';
import { loadScreen } from './open-tab';
import { applyScreen, noteNewest } from './screens';
import { otherTab } from './shown';
import { meeting, type Pin, pin, pinWithPlace, samePin, screen, view } from './view';
import { pageWords } from './words';

const EVERY_MS = 15_000;
const SLOWEST_MS = 120_000;
/** Coming back to the window twice in a moment asks once. */
const AT_MOST_EVERY_MS = 2_000;

let looking = false;
let lastLookAt = 0;
let everyMs = EVERY_MS;
/** A tab that the person chose to stay away from. */
let stayedFrom: number | null = null;

/** Looks for changes every 15 s while the page is seen, and at once when somebody comes back to it. */
export function watchForChanges(): void {
  // The page came with a fresh state.
  lastLookAt = Date.now();
  setInterval(() => {
    if (isLookDue() || Date.now() - lastLookAt >= everyMs) void look();
  }, 1000);
  const comeBack = () => {
    if (Date.now() - lastLookAt >= AT_MOST_EVERY_MS) void look();
  };
  document.addEventListener('visibilitychange', comeBack);
  window.addEventListener('focus', comeBack);
}

/** What does not pass by itself: the person is told. Anything else is asked again later. */
const LASTING_PROBLEMS = [
  'tabGone',
  'headLost',
  'copiedTab',
  'notARepTab',
  'notOnRoster',
  'tabOfSomeoneElse',
  'blockGone',
  'permissionMissing',
];

const busy = () => isSaving() || isClockBusy() || hasUnsent(queue.peek()) || waiting.peek() !== '';

async function look(): Promise<void> {
  if (looking || document.visibilityState !== 'visible' || busy()) return;
  const m = meeting.peek();
  const of = pin.peek();
  const empty = screen.peek();
  looking = true;
  lastLookAt = Date.now();
  if (m && of) await lookAtMonth(m, of);
  else if (empty?.kind === 'noMonth' && view.peek().at === 'home') await lookForMonth(empty);
  looking = false;
}

/** Has somebody else started the month that this tab waits for? */
async function lookForMonth({ rep }: NoMonthScreen): Promise<void> {
  const reply = await call('loadScreen', { sheetId: rep.sheetId });
  if (!isAnswered(reply)) return;
  const still = screen.peek();
  if (busy() || view.peek().at !== 'home' || still?.kind !== 'noMonth' || still.rep.sheetId !== rep.sheetId) return;
  const fresh = reply.value;
  if (fresh.kind !== 'meeting') return;
  batch(() => {
    applyScreen(fresh);
    notify(pageWords.startedElsewhere(fresh.block.month));
  });
}

async function lookAtMonth(m: MeetingScreen, of: Pin): Promise<void> {
  noteLook();
  const reply = await call('lookForChanges', { ...pinWithPlace(of), revision: m.block.revision });
  if (!isAnswered(reply) || !samePin(of, pin.peek())) return;
  const { activeSheetId, clock, newestMonth, screen: fresh, serverNow } = reply.value;
  batch(() => {
    noteServerTime(serverNow);
    // What was typed or pressed meanwhile is newer than this answer.
    if (!busy()) {
      if (fresh) applyAndSay(m, fresh);
      else setServerClock(clock);
      if (!fresh && newestMonth !== null) noteNewest(newestMonth);
      if (fresh && !samePin(of, pin.peek())) notify(pageWords.takenBackElsewhere(of.month));
    }
    if (activeSheetId === of.sheetId) stayedFrom = null;
    // Team, Setup or a tab of one's own is looked at beside a talk; only another person's tab may be meant instead.
    const isPersons = m.people.some(({ sheetId }) => sheetId === activeSheetId);
    otherTab.value = !isPersons || activeSheetId === of.sheetId || activeSheetId === stayedFrom ? null : activeSheetId;
  });
}

/** Rows that others have changed slide in; their names are said, once. */
function applyAndSay(before: MeetingScreen, fresh: Screen): void {
  applyScreen(fresh);
  const now = meeting.peek();
  if (fresh.kind !== 'meeting' || !now || now.block.month !== before.block.month) return;
  const changed = [...allSections(now).flatMap(({ rows }) => rows), ...now.block.commitments].filter(
    ({ key, cells }) =>
      !isBlankCells(cells) && FIELDS.some((field) => (cells[field] ?? '') !== serverValue(before, key, field)),
  );
  if (changed.length > 0) announce(pageWords.changedByOthers(changed.map(({ cells }) => titleOf(cells))));
}

/** An answer, and not trouble; trouble that lasts is told, and what passes is asked again less often. */
function isAnswered<T>(reply: Reply<T>): reply is Extract<Reply<T>, { ok: true }> {
  if (!isLost(reply) && reply.ok) {
    everyMs = EVERY_MS;
    lastTold = '';
    return true;
  }
  everyMs = Math.min(SLOWEST_MS, everyMs * 2);
  const shown = lastingError(reply);
  if (!shown || pageError.peek() || shown.text === lastTold) return false;
  lastTold = shown.text;
  pageError.value = shown;
  announce(shown.text);
  return false;
}

/** What the last look has told of; not told again until a look has been answered. */
let lastTold = '';

function lastingError<T>(reply: Reply<T>): PageError | null {
  const again = () => void loadScreen();
  if (isLost(reply))
    return isLasting(reply.lost) ? errorOfFailure(reply.lost, TRIES_BEFORE_HELP, notSaved(), again) : null;
  return !reply.ok && LASTING_PROBLEMS.includes(reply.problem.code) ? errorOfProblem(reply.problem, again) : null;
}

/** The person stays with this sidebar's tab: not asked again until another one is looked at. */
export function stayHere(): void {
  stayedFrom = otherTab.peek();
  otherTab.value = null;
}
