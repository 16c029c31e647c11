/// <reference path="./google.d.ts" />
import type { Answer, CallName, RequestOf, ResultOf } from '../../contract/calls';

/**
 * A call whose answer never arrived: thrown at once, failed on the way, empty, unreadable or too late. Nobody knows
 * whether the server did its work, so the same call is made again; the contract promises that a repeat changes nothing.
 */
export interface CallFailed {
  ok: false;
  lost: true;
}

/** What a call comes to: the value, a problem in plain words, or lost. */
export type Reply<T> = Answer<T> | CallFailed;

const LOST: CallFailed = { ok: false, lost: true };

/** True when the answer is unknown, as opposed to a plain "no". */
export function isLost<T>(reply: Reply<T>): reply is CallFailed {
  return 'lost' in reply;
}

const SECOND = 1000;
/** A usual call takes about a second, a bad one fifteen. Work on many tabs may take minutes. */
const PATIENCE_MS: Partial<Record<CallName, number>> = {
  setUpTeam: 200 * SECOND,
  addPeople: 200 * SECOND,
  startMonth: 200 * SECOND,
  undoStart: 90 * SECOND,
  planMonth: 90 * SECOND,
  checkTab: 90 * SECOND,
  repairTab: 200 * SECOND,
  planActuals: 90 * SECOND,
  applyActuals: 200 * SECOND,
  protectTabs: 200 * SECOND,
  readImport: 90 * SECOND,
  planImport: 200 * SECOND,
  applyImport: 200 * SECOND,
  buildTeam: 200 * SECOND,
  exportRecord: 200 * SECOND,
  lookForChanges: 20 * SECOND,
};
const USUAL_PATIENCE_MS = 30 * SECOND;

/** Makes one call, once. Never rejects and never throws. */
export function call<N extends CallName>(name: N, request: RequestOf<N>): Promise<Reply<ResultOf<N>>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(LOST), PATIENCE_MS[name] ?? USUAL_PATIENCE_MS);
    const settle = (reply: Reply<ResultOf<N>>) => {
      clearTimeout(timer);
      resolve(reply);
    };
    try {
      // The runner throws at once on values it cannot carry and on functions that the page does not know.
      google.script.run
        .withSuccessHandler((answer) => settle(read(answer)))
        .withFailureHandler(() => settle(LOST))
        [name](JSON.stringify(request));
    } catch {
      settle(LOST);
    }
  });
}

function read<T>(answer: string | null): Reply<T> {
  if (typeof answer !== 'string') return LOST;
  try {
    const parsed: unknown = JSON.parse(answer);
    return isAnswer<T>(parsed) ? parsed : LOST;
  } catch {
    return LOST;
  }
}

function isAnswer<T>(value: unknown): value is Answer<T> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'value' in value : 'problem' in value;
}
