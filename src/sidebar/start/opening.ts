import { batch } from '@preact/signals';
import type { StartPreview } from '../../contract/calls';
import type { Previewed } from '../../contract/portions';
import type { AgendaView, Screen } from '../../contract/state';
import type { CarryDecision } from '../../core/deal/carry';
import { actOnClock, type MeetingClock } from '../../core/shared/clock';
import type { MonthKey } from '../../core/shared/month';
import { monthName } from '../../core/shared/month';
import { serverTime } from '../meeting/server-time';
import { ask } from '../page/request';
import { applyScreen, firstView, seenAt } from '../page/screens';
import { clock, isKept, meeting, pin, queue, say, told, trouble, unsaved, view } from '../page/state';
import { inPortions } from '../page/work';
import { samePin } from '../save/keep';
import { randomId } from '../save/merge';
import { hasUnsent } from '../save/queue';
import { settled } from '../save/saver';
import { words } from '../words';
import { namesIn } from './names';

/** How long finishing or switching waits for the last words to be saved. */
const LAST_WORDS_MS = 8000;

/** The screen of a tab, of the active one without a sheet id. */
export async function loadScreen(request: { sheetId?: number; month?: MonthKey } = {}): Promise<void> {
  if (!(await mayLeave(() => void loadScreen(request)))) return;
  const fresh = await ask(words.reading, 'loadScreen', request, () => void loadScreen(request));
  if (fresh) arrive(fresh);
}

/** Opens a person's tab in the sheet and here. */
export async function openTab(sheetId: number): Promise<void> {
  if (!(await mayLeave(() => void openTab(sheetId)))) return;
  const fresh = await ask(words.reading, 'openTab', { sheetId }, () => void openTab(sheetId));
  if (fresh) arrive(fresh);
}

/** Words that are neither in the sheet nor in the browser's storage would go with the tab: then it stays. */
async function mayLeave(again: () => void): Promise<boolean> {
  if ((await settled(LAST_WORDS_MS)) || isKept.peek()) return true;
  const text = words.stayUntilSaved(meeting.peek()?.rep.shortName ?? '', unsaved.peek().size);
  trouble.value = { text, again };
  say(text);
  return false;
}

/** A screen that the person asked for: shown from its beginning even when it is the one that was there. */
export function arrive(fresh: Parameters<typeof applyScreen>[0]): void {
  const left = hasUnsent(queue.peek())
    ? { name: meeting.peek()?.rep.shortName ?? '', rows: unsaved.peek().size }
    : null;
  const before = pin.peek();
  batch(() => {
    applyScreen(fresh);
    if (left && !samePin(before, pin.peek()))
      trouble.value = { text: words.keptFor(left.name, left.rows), again: null };
    if (view.peek().at !== 'section' && view.peek().at !== 'finished') view.value = firstView(fresh);
  });
}

/** Makes the tracker: Setup, a tab for each name, the first month. */
export async function setUpTeam(people: string, month: MonthKey, managerName: string): Promise<void> {
  const made = await inPortions('setUpTeam', () => ({ people, month, managerName }), {
    ...makingTabs(words.setUpTitleShort, () => void setUpTeam(people, month, managerName)),
    expected: namesIn(people).length,
  });
  if (made) await arriveOrReread(made.screen);
}

/** Adds people; says who is new and who was there already. */
export async function addPeople(people: string, month: MonthKey | null): Promise<string | null> {
  const made = await inPortions('addPeople', () => ({ people, month }), {
    ...makingTabs(words.menu.addPeople, () => void addPeople(people, month)),
    expected: namesIn(people).length,
  });
  if (!made) return null;
  const at = view.peek();
  batch(() => {
    if (made.screen) applyScreen(made.screen);
    view.value = at;
  });
  const left = made.rest.filter((unit) => unit.startsWith('tab:')).length;
  const text = words.joined([words.peopleAdded(made.added, made.alreadyThere), left === 0 ? '' : words.tabsOwed(left)]);
  say(text);
  return text;
}

/** Gives those who stand in Setup without a tab theirs, with a month. */
export async function makeTabs(month: MonthKey, expected: number): Promise<void> {
  const made = await inPortions('makeTabs', () => ({ month }), {
    ...makingTabs(words.menu.makeTabs, () => void makeTabs(month, expected)),
    expected,
  });
  if (!made) return;
  await arriveOrReread(made.screen);
  told.value = words.peopleAdded(made.added, []);
  say(told.peek());
}

/** How the making of tabs is shown. */
export function makingTabs(sub: string, again: () => void) {
  return { sub, again, writes: true, steps: { tab: words.makingTabs, team: words.updatingTeam } };
}

/** After work that was left in the middle, the screen is read anew. */
async function arriveOrReread(fresh: Screen | null): Promise<void> {
  if (fresh) arrive(fresh);
  else await loadScreen();
}

/** What an agenda and decisions add to a request, each only where there is one. */
interface Wishes {
  agenda?: AgendaView['id'] | undefined;
  decisions?: CarryDecision[] | undefined;
}

function asked({ agenda, decisions = [] }: Wishes) {
  return { ...(agenda ? { agenda } : {}), ...(decisions.length > 0 ? { decisions } : {}) };
}

/** Shows what a month would begin with. Writes nothing. */
export async function previewMonth(
  sheetId: number | null,
  month: MonthKey,
  agenda?: AgendaView['id'],
  decisions: CarryDecision[] = [],
  note = '',
): Promise<void> {
  await settled(LAST_WORDS_MS);
  const again = () => void previewMonth(sheetId, month, agenda, decisions, note);
  const request = { sheetId, month, ...asked({ agenda, decisions }) };
  const preview =
    sheetId === null
      ? await inPortions('planMonth', () => request, {
          sub: words.everyone(month),
          steps: { tab: words.readingTabs },
          writes: false,
          again,
        })
      : await ask(words.lookingAhead, 'planMonth', request, again);
  if (!preview || preview.rest.length > 0) return;
  view.value = { at: 'preview', month, preview, everyone: sheetId === null, note, agenda, decisions };
  if (note !== '') say(note);
}

/**
 * Decides about one opportunity of a preview; `what` null takes the decision back. Shown at once; the preview is worked
 * out anew, since the start has to fit it.
 */
export function decide(id: string, what: CarryDecision['what'] | null, reason = ''): void {
  const at = view.peek();
  const person = at.at === 'preview' ? at.preview.people[0] : undefined;
  if (at.at !== 'preview' || !person) return;
  const others = (at.decisions ?? []).filter((decision) => decision.id !== id);
  const decisions = what ? [...others, { id, what, reason }] : others;
  view.value = { ...at, decisions, note: '' };
  void previewMonth(person.sheetId, at.month, at.agenda, decisions);
}

/** Starts a month on one tab, as previewed. A tab that has changed meanwhile is previewed anew. */
export async function startMonth(
  month: MonthKey,
  preview: StartPreview,
  wishes: Wishes & { bringAlong?: boolean } = {},
): Promise<void> {
  const { agenda, decisions, bringAlong = false } = wishes;
  const [person] = preview.people;
  if (!person) return;
  const { sheetId } = person;
  const people = [previewedOf(person)];
  const request = { sheetId, month, people, ...asked(wishes), ...(bringAlong ? { bringAlong } : {}) };
  const again = () => void startMonth(month, preview, wishes);
  const result = await ask(words.starting(month), 'startMonth', request, again);
  if (!result) return;
  if (result.changed.length > 0) {
    await previewMonth(sheetId, month, agenda, decisions, words.previewChanged);
    return;
  }
  batch(() => {
    if (result.screen) arrive(result.screen);
    const problems = result.problems.map((problem) => problem.message);
    if (problems.length > 0) view.value = { at: 'everyoneStarted', month, ...result, problems };
    else if (result.screen) view.value = firstView(result.screen);
  });
  say(bringAlong ? words.broughtAlong(result.brought) : words.started(month, result.started.length));
}

/** Of what was previewed, what a call needs to write only that. */
export function previewedOf({ repId, digest }: Previewed): Previewed {
  return { repId, digest };
}

/** Takes a started month back. */
export async function undoStart(): Promise<void> {
  const m = meeting.peek();
  if (!m) return;
  const request = { sheetId: m.rep.sheetId, month: m.block.month };
  const fresh = await ask(words.takingBack, 'undoStart', request, () => void undoStart());
  if (!fresh) return;
  arrive(fresh);
  say(words.takenBack(monthName(request.month)));
}

/** The clock, stopped at this moment. */
function clockNow(): MeetingClock | null {
  return actOnClock(clock.peek(), { act: 'pause' }, serverTime(), randomId(Math.random));
}

let finishId: { pin: string; id: string } | null = null;

/** Ends the meeting. The last words are saved first; what is empty stays empty. */
export async function finish(): Promise<void> {
  const of = pin.peek();
  if (!of) return;
  // The same id for every try of this finish: a lost answer must not finish twice.
  const name = JSON.stringify(of);
  if (finishId?.pin !== name) finishId = { pin: name, id: randomId(Math.random) };
  await settled(LAST_WORDS_MS);
  // The server forgets the clock with the finish; the minutes of each section are shown once more.
  const lastClock = clockNow();
  const result = await ask(
    words.finishing,
    'finishMeeting',
    { ...seenAt(of), actionId: finishId.id },
    () => void finish(),
  );
  if (!result) return;
  finishId = null;
  batch(() => {
    applyScreen(result.screen);
    view.value = { at: 'finished', result, clock: lastClock };
  });
  say(words.doneIn(result.minutes));
}
