/** Faults that a test puts into a run: at the n-th call of a service member, counted from 1. */

export type Fault = {
  at: number;
  /** Count only calls of this member, e.g. 'Range.setValues'. */
  member?: string;
} & (
  | { kind: 'fail'; message: string }
  /** The worker dies on the spot, as at the time limit. */
  | { kind: 'kill' }
  /** Somebody else acts before the call goes on: the host runs this. */
  | { kind: 'hook'; run: () => void | Promise<void> }
);
