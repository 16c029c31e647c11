/** Fetching, keeping and deleting the notes that a manager keeps for oneself. */
import { batch } from '@preact/signals';
import type { NoteSaved } from '../../contract/notes';
import { digestOf } from '../../core/shared/hash';
import { bytesOf, NOTE_MOST_BYTES } from '../../core/shared/private-notes';
import { clock } from '../meeting/state';
import { announce } from '../page/notices';
import { callUntilAnswered } from '../page/request';
import { keepText, keptText } from '../page/storage';
import { screen, view } from '../page/view';
import { call } from '../rpc/client';
import { Backoff, retryUntilAnswered } from '../rpc/retry';
import { draft, type NoteDraft, noteStanding, notes, theirs } from './state';
import { noteWords } from './words';

/** How long after the last key stroke a note is sent, in ms. */
const PAUSE_MS = 1200;

const noteBackoff = new Backoff();
let pause: ReturnType<typeof setTimeout> | undefined;
let sendingNote = false;

/** May notes be shown now? Not to a salesperson, and not while a meeting runs: its screens are shared. */
export function mayShowNotes(): boolean {
  const s = screen.value;
  return (s?.kind === 'meeting' || s?.kind === 'noMonth') && s.me.role !== 'rep' && clock.value === null;
}

/** Shows the note about the person of the page. */
export async function openNotes(): Promise<void> {
  const s = screen.peek();
  if ((s?.kind !== 'meeting' && s?.kind !== 'noMonth') || !mayShowNotes()) return;
  const all = await callUntilAnswered(noteWords.loading, 'loadNotes', {}, () => void openNotes());
  if (!all || !mayShowNotes() || screen.peek() !== s) return;
  const { repId, name } = s.rep;
  const was = all.notes.find((one) => one.repId === repId)?.text ?? '';
  const begun: NoteDraft = { file: s.file, email: s.me.email, repId, name, was, text: was };
  const left = keptNoteDraft(begun);
  batch(() => {
    notes.value = all;
    // Written here before and not kept; the store may have got another text since.
    noteStanding.value = left === null || left.text === was ? 'kept' : left.was === was ? 'saving' : 'conflict';
    theirs.value = was;
    draft.value = { ...begun, text: left?.text ?? was };
    view.value = { at: 'notes' };
  });
  if (noteStanding.peek() === 'saving') void sendNote();
}

/** Nothing of a note stays in the page once it is left; what has not been kept is sent first, and lies in the browser. */
export function leaveNotes(): void {
  clearTimeout(pause);
  if (noteStanding.peek() === 'saving') void sendNote();
  batch(() => {
    notes.value = null;
    draft.value = null;
    theirs.value = '';
  });
}

/** Takes up a key stroke. */
export function writeNote(text: string): void {
  const now = draft.peek();
  if (!now) return;
  draft.value = { ...now, text };
  keepNoteDraft({ ...now, text });
  noteStanding.value = bytesOf(text) > NOTE_MOST_BYTES ? 'tooLong' : text === now.was ? 'kept' : 'saving';
  clearTimeout(pause);
  if (noteStanding.peek() === 'saving') pause = setTimeout(() => void sendNote(), PAUSE_MS);
}

/** At a conflict: the text of the page stays, or the other window's comes. */
export function settleNote(mine: boolean): void {
  const now = draft.peek();
  if (!now) return;
  draft.value = { ...now, was: theirs.peek() };
  writeNote(mine ? now.text : theirs.peek());
  if (mine) void sendNote();
}

/** Sends what is written, one call at a time; what has been typed meanwhile is sent next. */
async function sendNote(): Promise<void> {
  clearTimeout(pause);
  const now = draft.peek();
  if (!now || sendingNote || now.text === now.was || bytesOf(now.text) > NOTE_MOST_BYTES) return;
  sendingNote = true;
  noteStanding.value = 'saving';
  const { repId, name, was, text } = now;
  const answer = await retryUntilAnswered(() => call('saveNote', { repId, name, was, text }), {
    backoff: noteBackoff,
    onLost: () => {
      if (isNoteOpen(now)) noteStanding.value = 'unsent';
    },
    // A text that another page takes up from the browser is sent from there.
    stopped: () => !isNoteOpen(now),
  });
  sendingNote = false;
  if (answer?.ok) takeUpKept(now, answer.value);
  else if (answer && isNoteOpen(now)) noteStanding.value = { refused: answer.problem.message };
}

function takeUpKept(sent: NoteDraft, { outcome, theirs: other = '', ...all }: NoteSaved): void {
  const isKept = outcome === 'saved';
  if (isKept && keptNoteDraft(sent)?.text === sent.text) keepNoteDraft({ ...sent, was: sent.text });
  const now = draft.peek();
  if (!now || !isNoteOpen(sent)) return;
  batch(() => {
    notes.value = all;
    theirs.value = other;
    if (isKept) draft.value = { ...now, was: sent.text };
    noteStanding.value = !isKept ? outcome : now.text === sent.text ? 'kept' : 'saving';
  });
  if (isKept && now.text !== sent.text) void sendNote();
}

/** Deletes all own notes of this spreadsheet. */
export async function deleteAllNotes(): Promise<void> {
  clearTimeout(pause);
  const all = await callUntilAnswered(noteWords.deleting, 'deleteNotes', {}, () => void deleteAllNotes());
  const now = draft.peek();
  if (!all || !now) return;
  const empty = { ...now, was: '', text: '' };
  keepNoteDraft(empty);
  batch(() => {
    notes.value = all;
    draft.value = empty;
    noteStanding.value = 'kept';
  });
  announce(noteWords.deleted);
}

/** Is the page still at this person's note? */
function isNoteOpen({ file, repId }: NoteDraft): boolean {
  const now = draft.peek();
  return now?.file === file && now.repId === repId;
}

/** What differs from the store lies in the browser, with the text of the store that it was written over. */
function keepNoteDraft(of: NoteDraft): void {
  keepText('local', noteKey(of), of.text === of.was ? null : JSON.stringify([of.was, of.text]));
}

function keptNoteDraft(of: NoteDraft): Pick<NoteDraft, 'was' | 'text'> | null {
  try {
    const kept: unknown = JSON.parse(keptText('local', noteKey(of)) ?? 'null');
    const [was, text] = Array.isArray(kept) ? kept.map(String) : [];
    return was === undefined || text === undefined ? null : { was, text };
  } catch {
    return null;
  }
}

/** Where the browser keeps what the store has not taken yet. */
function noteKey({ file, email, repId }: NoteDraft): string {
  return `monthly-1on1 own note ${digestOf([file, email])} ${repId}`;
}
