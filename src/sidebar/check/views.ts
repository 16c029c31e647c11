/** The page of check and repair. */
import type { CheckResult } from '../../contract/calls';

/** What was found; `done`: sentences on what a repair has just done, null before one. */
export interface CheckView {
  at: 'check';
  check: CheckResult;
  done: string[] | null;
  /** Why it is shown once more; '' the first time. */
  note: string;
}
