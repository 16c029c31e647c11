/** The pages of coaching, and where each of them was opened from. */

/** A page of coaching. It is left at any time for the page it was opened from. */
export interface CoachingView {
  at: 'coaching';
  card: 'list' | 'dig' | 'feedback' | 'trace';
  /** Key of the row or text that it is about; '' for something that has none. */
  about: string;
  back: CoachingBack;
}

export type CoachingBack = { at: 'home' | 'before' | 'prepare' } | { at: 'section'; id: string };
