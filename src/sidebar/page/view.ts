/** The screen that the server gave, and which page of it is shown: what every room of the sidebar stands on. */
import { computed, signal } from '@preact/signals';
import type { AgendaPreview, MonthPin, ProtectResult } from '../../contract/calls';
import type { MeetingScreen, Screen, SectionView } from '../../contract/state';
import type { CheckView } from '../check/views';
import type { CoachingView } from '../coaching/views';
import type { ExportView } from '../export/views';
import type { FinishedView, FinishQuestion } from '../meeting/views';
import type { MonthPreview, MonthStarted } from '../start/views';

/**
 * What is on the page. `home` is what the screen itself asks for: set up, wrong tab, no month, or before the meeting
 * (for a salesperson: prepare).
 */
export type View =
  | { at: 'home' | 'before' | 'prepare' | 'people' | 'months' | 'addPeople' | 'actuals' | 'goals' | 'import' | 'notes' }
  | { at: 'section'; id: string }
  | { at: 'protect'; result: ProtectResult | null }
  | { at: 'agenda'; preview: AgendaPreview; note: string; isDone: boolean }
  | MonthPreview
  | MonthStarted
  | FinishedView
  | FinishQuestion
  | CheckView
  | CoachingView
  | ExportView;

/** What the server gave last; null before the first answer. */
export const screen = signal<Screen | null>(null);
/** The page that is shown. */
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

/** The section on the page, if one is. */
export const section = computed<SectionView | null>(() => {
  const v = view.value;
  if (v.at !== 'section') return null;
  return meeting.value?.block.sections.find((s) => s.id === v.id) ?? null;
});

/** A tab and a month: what a queue of edits belongs to. */
export interface Pin {
  sheetId: number;
  repId: string;
  month: number;
}

/** Two pins that mean the same block? */
export function samePin(a: Pin | null, b: Pin | null): boolean {
  return a !== null && b !== null && a.sheetId === b.sheetId && a.repId === b.repId && a.month === b.month;
}

/** The pin, with where the month stood when it was last heard of. */
export function pinWithPlace(of: Pin): MonthPin {
  const block = meeting.peek()?.block;
  return block?.month === of.month ? { ...of, seen: block.place } : of;
}
