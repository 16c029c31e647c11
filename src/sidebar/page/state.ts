import { computed, signal } from '@preact/signals';
import type { CheckResult, FinishResult, ProtectResult, StartPreview } from '../../contract/calls';
import type { AgendaView, MeetingScreen, Screen, SectionView } from '../../contract/state';
import type { CarryDecision } from '../../core/deal/carry';
import { actOnClock, type ClockAction, type MeetingClock } from '../../core/shared/clock';
import type { Cells, CellValue } from '../../core/shared/fields';
import type { MonthKey } from '../../core/shared/month';
import type { Exported } from '../export/exported';
import type { Failure } from '../rpc/failure';
import type { Pin } from '../save/keep';
import { EMPTY_QUEUE, overlay, type Queue, unsavedKeys } from '../save/queue';
import type { Trouble, Unsaved } from './trouble';

/**
 * What is on the page. `home` is what the screen itself asks for: set up, wrong tab, no month, or before the meeting
 * (for a salesperson: prepare).
 */
export type View =
  | { at: 'home' }
  | { at: 'before' }
  | { at: 'prepare' }
  | { at: 'section'; id: string }
  | { at: 'finished'; result: FinishResult | null; clock: MeetingClock | null }
  /** `decisions`: on single opportunities, for one person only; the preview follows them as soon as it is answered. */
  | {
      at: 'preview';
      month: MonthKey;
      preview: StartPreview;
      everyone: boolean;
      note: string;
      agenda?: AgendaView['id'] | undefined;
      decisions?: CarryDecision[];
    }
  | { at: 'people' }
  | { at: 'addPeople' }
  /** `done`: sentences on what a repair has just done; null before one. */
  | { at: 'check'; check: CheckResult; done: string[] | null; note: string }
  | { at: 'actuals' }
  | { at: 'import' }
  | { at: 'export' }
  | { at: 'exported'; result: Exported }
  | { at: 'protect'; result: ProtectResult | null }
  | { at: 'everyoneStarted'; month: MonthKey; started: string[]; already: string[]; problems: string[] };

export const screen = signal<Screen | null>(null);
export const view = signal<View>({ at: 'home' });

/** The screen while it is a meeting's. */
export const meeting = computed<MeetingScreen | null>(() => (screen.value?.kind === 'meeting' ? screen.value : null));

/** Is the page the salesperson's own before the meeting? */
export const isPreparing = computed<boolean>(() => {
  const { at } = view.value;
  return meeting.value !== null && (at === 'prepare' || (at === 'home' && meeting.value.me.role === 'rep'));
});

/** The tab and month that all saving belongs to, whatever tab is looked at in the sheet. */
export const pin = computed<Pin | null>(() => {
  const m = meeting.value;
  return m ? { sheetId: m.rep.sheetId, repId: m.rep.repId, month: m.block.month } : null;
});

// Saving ---------------------------------------------------------------------------------------------------------
export const queue = signal<Queue>(EMPTY_QUEUE);
export const edits = computed<Map<string, Cells>>(() => overlay(queue.value));
export const unsaved = computed<Set<string>>(() => unsavedKeys(queue.value));
/** Is a save under way, did the last one get lost, or was it turned down? */
export const saving = signal<'idle' | 'sending' | 'lost' | 'stopped'>('idle');
/** Why saving was turned down: in words, and in Google's own. */
export const saveProblem = signal({ text: '', raw: '' });
/** Why the last save has no answer, and for how many tries; null once there is one. */
export const lostSave = signal<{ failure: Failure; times: number } | null>(null);
/** Does the browser's storage hold what has not reached the sheet? */
export const isKept = signal(true);
/** How much is not in the sheet yet. */
export const notSaved = (): Unsaved => ({ rows: unsaved.peek().size, isKept: isKept.peek() });
/** What the focused field showed when it was entered, and has saved since: the `was` of its edits. By "key field". */
export const held = new Map<string, CellValue>();

// Rows -----------------------------------------------------------------------------------------------------------
/** The one row that is open for editing. */
export const openKey = signal<string | null>(null);
/** The deal whose status was chosen last: its card asks what belongs to it, also while it is closed. */
export const touched = signal<string | null>(null);
/** Keys of rows begun here, by section id; an empty one goes when it is closed. */
export const begun = signal<Record<string, string[]>>({});
/** Rows with a conflict that the person wants to decide later. */
export const later = signal<ReadonlySet<string>>(new Set());

// Clocks ---------------------------------------------------------------------------------------------------------
export interface PendingAct {
  action: ClockAction;
  actionId: string;
  /** Server time. */
  at: number;
}
export const serverClock = signal<MeetingClock | null>(null);
export const pendingActs = signal<PendingAct[]>([]);
/** The meeting's clock with what was pressed here and is still on its way. */
export const clock = computed<MeetingClock | null>(() =>
  pendingActs.value.reduce((c, act) => actOnClock(c, act.action, act.at, act.actionId), serverClock.value),
);
/** Server time, moved on while a clock runs. */
export const now = signal(Date.now());

// What is said ---------------------------------------------------------------------------------------------------
/** The polite live region. */
export const said = signal('');
/** A wait that a person sees: what is being done. */
export const waiting = signal('');
/** A problem or a lost answer of something the person asked for. */
export const trouble = signal<Trouble | null>(null);
export const parking = signal(false);
export const keysShown = signal(false);
export const menuOpen = signal(false);
export const hintsShown = signal(false);
export const wrapUpHidden = signal(false);
/** Sheet id of a tab that the person looks at instead of the pinned one. */
export const otherTab = signal<number | null>(null);
/** A section the other sidebar went on to while somebody types here. */
export const followTo = signal<string | null>(null);
/** Something that was done, told quietly until it is read. */
export const told = signal('');
/** The note on cells that cannot be read has been put away. */
export const problemsHidden = signal(false);
/** The person stays with a month though a later one has been started. */
export const newerHidden = signal(false);
export const undo = signal<{ text: string; run: () => void } | null>(null);
export const chimeOn = signal(false);

/** The section on the page, if one is. */
export const section = computed<SectionView | null>(() => {
  const v = view.value;
  if (v.at !== 'section') return null;
  return meeting.value?.block.sections.find((s) => s.id === v.id) ?? null;
});

/** Says a sentence to screen readers; the same sentence twice is said twice. */
export function say(text: string): void {
  said.value = said.value === text ? `${text}\u00a0` : text;
}
