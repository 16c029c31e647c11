import { batch } from '@preact/signals';
import type { StartPreview } from '../../contract/calls';
import type { AgendaView } from '../../contract/state';
import type { CarryDecision } from '../../core/deal/carry';
import { actOnClock, type MeetingClock } from '../../core/shared/clock';
import type { MonthKey } from '../../core/shared/month';
import { monthName } from '../../core/shared/month';
import { serverTime } from '../meeting/server-time';
import { ask } from '../page/request';
import { applyScreen, firstView, seenAt } from '../page/screens';
import { clock, isKept, meeting, pin, queue, say, trouble, unsaved, view } from '../page/state';
import { samePin } from '../save/keep';
import { randomId } from '../save/merge';
import { hasUnsent } from '../save/queue';
import { settled } from '../save/saver';
import { words } from '../words';

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
function arrive(fresh: Parameters<typeof applyScreen>[0]): void {
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
  const request = { people, month, managerName };
  const fresh = await ask(words.settingUp, 'setUpTeam', request, () => void setUpTeam(people, month, managerName));
  if (fresh) arrive(fresh);
}

/** Adds people; says who is new and who was there already. */
export async function addPeople(people: string, month: MonthKey | null): Promise<string | null> {
  const result = await ask(words.adding, 'addPeople', { people, month }, () => void addPeople(people, month));
  if (!result) return null;
  applyScreen(result.screen);
  const text = words.peopleAdded(result.added, result.alreadyThere);
  say(text);
  return text;
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
): Promise<void> {
  await settled(LAST_WORDS_MS);
  const again = () => void previewMonth(sheetId, month, agenda, decisions);
  const preview = await ask(
    words.lookingAhead,
    'planMonth',
    { sheetId, month, ...asked({ agenda, decisions }) },
    again,
  );
  if (preview) view.value = { at: 'preview', preview, everyone: sheetId === null, note: '', agenda, decisions };
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
  void previewMonth(person.sheetId, at.preview.month, at.agenda, decisions);
}

/** Applies a preview, tab by tab until none is left. A sheet that changed meanwhile is previewed anew. */
export async function startMonth(
  preview: StartPreview,
  everyone: boolean,
  wishes: Wishes & { bringAlong?: boolean } = {},
): Promise<void> {
  const { month, digest } = preview;
  const { agenda, decisions, bringAlong = false } = wishes;
  const sheetId = everyone ? null : (preview.people[0]?.sheetId ?? null);
  const request = { sheetId, month, digest, ...asked(wishes), ...(bringAlong ? { bringAlong } : {}) };
  const total = preview.people.filter((p) => p.state === 'new').length;
  const started = new Set<string>();
  const already = new Set<string>();
  for (;;) {
    if (everyone) view.value = { at: 'starting', month, everyone, done: started.size, total };
    const again = () => void startMonth(preview, everyone, wishes);
    const over = new Set([...started, ...already]);
    const rest = preview.people.filter((p) => p.state === 'new' && !over.has(p.name));
    const portion =
      over.size === 0 ? request : { ...request, rest: rest.map(({ repId, digest: of }) => ({ repId, digest: of })) };
    const result = await ask(words.starting(month), 'startMonth', portion, again);
    if (!result) {
      view.value = { at: 'preview', preview, everyone, note: '', agenda, decisions: decisions ?? [] };
      return;
    }
    if (result.changed) {
      const note = words.previewChanged;
      view.value = { at: 'preview', preview: result.changed, everyone, note, agenda, decisions: decisions ?? [] };
      say(words.previewChanged);
      return;
    }
    const before = started.size + already.size;
    for (const name of result.started) started.add(name);
    for (const name of result.already) if (!started.has(name)) already.add(name);
    // A round that brings nothing new would be repeated for ever.
    if (result.left > 0 && started.size + already.size > before) continue;
    batch(() => {
      arrive(result.screen);
      const problems = result.problems.map((p) => p.message);
      if (everyone || problems.length > 0)
        view.value = { at: 'everyoneStarted', month, started: [...started], already: [...already], problems };
      else view.value = firstView(result.screen);
    });
    say(bringAlong ? words.broughtAlong(result.brought) : words.started(month, started.size));
    return;
  }
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
