/** The note that is being written, and how its keeping stands. In memory only while its page is open. */
import { signal } from '@preact/signals';
import type { PrivateNotes } from '../../contract/notes';

/** The note about the person of the page. */
export interface NoteDraft {
  file: string;
  email: string;
  repId: string;
  name: string;
  /** What the store has. */
  was: string;
  text: string;
}

/** conflict and full: see NoteSaved. tooLong: not sent at all. unsent: no answer yet, it is tried again. */
export type NoteStanding = 'kept' | 'saving' | 'tooLong' | 'full' | 'conflict' | 'unsent' | { refused: string };

/** All own notes; null before they have been fetched, and once the page is left. */
export const notes = signal<PrivateNotes | null>(null);
export const draft = signal<NoteDraft | null>(null);
export const noteStanding = signal<NoteStanding>('kept');
/** The other window's text, at a conflict. */
export const theirs = signal('');
