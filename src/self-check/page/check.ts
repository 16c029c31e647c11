import { computed, signal } from '@preact/signals';
import type { Answer } from '../../contract/calls';
import { keepText, keptText } from '../../sidebar/page/storage';
import { copyText } from '../../sidebar/parts/copy';
import { judge, judgeFailure, judgeUnheard, type Outcome, type ProbeText, untold } from '../probe';
import type { NotedEdit, SelfCheckState } from '../state';
import { call } from './google';
import { ASKED_PROBES, type Asked, PAGE_PROBES } from './probes';
import { reportText } from './report';
import { playTones } from './tones';

/** What the page shows, and what its buttons do. */

export type View =
  | { at: 'start' }
  | { at: 'running'; done: number; of: number; now: string }
  | { at: 'table' }
  | { at: 'hand' };

export const view = signal<View>({ at: 'start' });
export const found = signal<readonly Outcome[]>([]);
/** What a person has answered, or the page has seen, of what needs a click. */
export const answered = signal<Partial<Record<Asked, boolean>>>({});
/** Which of them were tried and wait for an answer. */
export const tried = signal<readonly Asked[]>([]);
/** Said once, for everybody to hear. */
export const notice = signal('');
export const byHand = signal<Record<string, string>>(recalledByHand());
export const edits = signal<readonly NotedEdit[]>([]);
export const listening = signal(false);

let seconds = 0;
let state: SelfCheckState | null = null;

/** All lines of the table; what needs a click stands as "could not tell" until it was tried. */
export const outcomes = computed<readonly Outcome[]>(() => [
  ...found.value,
  ...(Object.keys(ASKED_PROBES) as Asked[]).map((which) => askedOutcome(which, answered.value[which])),
]);

function askedOutcome(which: Asked, works: boolean | undefined): Outcome {
  const seen = works ?? untold('it needs a click');
  return judge(ASKED_PROBES[which], { facts: { 'it works': seen } }, isAtGoogle());
}

const isAtGoogle = () => state?.isAtGoogle ?? false;

/** Takes what came with the page. */
export function begin(given: SelfCheckState): void {
  state = given;
}

/** Runs everything that runs by itself. A portion that fails is told, and the others go on. */
export async function runAll(): Promise<void> {
  if (!state) return;
  const from = Date.now();
  const bench = { state, script: document.getElementById('own-script')?.textContent ?? '' };
  const of = state.portions.length + 1;
  found.value = [];
  for (const [place, { title, probes }] of state.portions.entries()) {
    view.value = { at: 'running', done: place, of, now: title };
    found.value = [...found.value, ...(await portion(place, probes))];
  }
  view.value = { at: 'running', done: of - 1, of, now: 'this page' };
  for (const probe of PAGE_PROBES) {
    const outcome = await Promise.resolve()
      .then(() => probe.observe(bench))
      .then((seen) => judge(probe, seen, isAtGoogle()))
      .catch((error) => judgeFailure(probe, error));
    found.value = [...found.value, outcome];
  }
  seconds = Math.round((Date.now() - from) / 1000);
  view.value = { at: 'table' };
}

/** What a portion on the server came to; a line for each of its probes in any case. */
async function portion(place: number, probes: readonly ProbeText[]): Promise<Outcome[]> {
  try {
    const answer = JSON.parse(String(await call('runSelfCheck', place))) as Answer<Outcome[]>;
    if (answer.ok) return answer.value;
    return probes.map((text) => judgeUnheard(text, answer.problem.message));
  } catch (error) {
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return probes.map((text) => judgeUnheard(text, why));
  }
}

function report(): string {
  return reportText({
    outcomes: outcomes.peek(),
    seconds,
    byHand: withEdits(byHand.peek()),
    userAgent: navigator.userAgent,
    isAtGoogle: isAtGoogle(),
    at: new Date().toISOString(),
  });
}

/** What onEdit was told belongs to what happened by hand. */
function withEdits(texts: Record<string, string>): Record<string, string> {
  const lines = edits.peek().map(editWords);
  if (lines.length === 0) return texts;
  const own = texts['hand-edits'] ?? '';
  return { ...texts, 'hand-edits': [own, ...lines].filter((line) => line !== '').join('\n  ') };
}

export function editWords({ at, cells, value, oldValue, authMode, user }: NotedEdit): string {
  return `${at} ${cells}: value ${value}, oldValue ${oldValue}, ${authMode}, user ${user}`;
}

/** Copies the table, which tells at once whether copying works. */
export async function copyReport(): Promise<void> {
  // The report says of itself that it could be copied.
  answered.value = { ...answered.peek(), clipboard: true };
  const works = await copyText(report());
  if (!works) answered.value = { ...answered.peek(), clipboard: false };
  notice.value = works ? 'Copied.' : 'This browser does not let the sidebar copy. Download the report instead.';
}

/** Brings the table as a file. */
export function downloadReport(): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([report()], { type: 'text/plain;charset=utf-8' }));
  link.href = address;
  link.download = 'self-check.txt';
  link.target = '_self';
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  tried.value = [...new Set<Asked>([...tried.peek(), 'download'])];
}

export function soundIt(): void {
  const started = playTones();
  if (!started) answered.value = { ...answered.peek(), sound: false };
  tried.value = [...new Set<Asked>([...tried.peek(), 'sound'])];
}

/** Back from what is tried by hand. */
export function leaveByHand(): void {
  notice.value = '';
  view.value = { at: found.peek().length > 0 ? 'table' : 'start' };
}

/** What a person says came of it. */
export function say(which: Asked, works: boolean): void {
  answered.value = { ...answered.peek(), [which]: works };
}

const HAND_KEY = 'monthly-1on1 self-check by hand';

function recalledByHand(): Record<string, string> {
  try {
    return JSON.parse(keptText('local', HAND_KEY) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

/** Keeps what happened by hand, in this browser. */
export function noteByHand(id: string, text: string): void {
  byHand.value = { ...byHand.peek(), [id]: text };
  keepText('local', HAND_KEY, JSON.stringify(byHand.peek()));
}

/** Lets onEdit note what it is told, or brings what it has noted. */
export async function listenOrFetch(what: 'listen' | 'read'): Promise<void> {
  try {
    edits.value = JSON.parse(String(await call('selfCheckEdits', what))) as NotedEdit[];
    listening.value = true;
    notice.value = what === 'listen' ? 'Listening for ten minutes.' : `${edits.value.length} edits were noted.`;
  } catch (error) {
    notice.value = error instanceof Error ? error.message : String(error);
  }
}
