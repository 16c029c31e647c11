/**
 * Work on many tabs takes longer than one call may: a call does as much of it as its time allows and says what is left,
 * and the sidebar calls again with that. The answers are joined by core/shared/joined: lists follow each other, counts
 * add up, and what is said once for all stands in the first answer only.
 */
export interface Portion {
  /** What this call has done, and what is still to be done: "<step>:<id>" each, like "tab:rk3f9a2". */
  did: string[];
  rest: string[];
}

/** What a request for such work adds: what the last answer left to do. Without it the work begins. */
export interface GoesOn {
  rest?: string[];
}

/** Something that was previewed for a person's tab: written only while it still comes to the same. */
export interface Previewed {
  repId: string;
  digest: string;
}
