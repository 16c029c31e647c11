import type { IsoDate } from '../core/shared/dates';

/** A note about somebody, in the own store of who wrote it. No call gives it to another account. */
export interface PrivateNote {
  repId: string;
  /** What the person was called when it was written: the roster may have forgotten. */
  name: string;
  text: string;
  savedOn: IsoDate;
}

/** All notes of the one who asks, of this spreadsheet. */
export interface PrivateNotes {
  notes: PrivateNote[];
  /** How many bytes the store still takes. */
  room: number;
}

/** A note to keep; an empty text deletes it. `was` is the text that the page knew. */
export interface NoteToSave {
  repId: string;
  name: string;
  was: string;
  text: string;
}

/**
 * saved: the store has `text`. conflict: it has another one than the page knew, `theirs`, from another window of the same
 * person; nothing was written. full: the store does not take it; what was there stays.
 */
export interface NoteSaved extends PrivateNotes {
  outcome: 'saved' | 'conflict' | 'full';
  theirs?: string;
}
