/** One call to the server, typed. */
/// <reference path="./google.d.ts" />
import type { Answer, CallName, RequestOf, ResultOf } from '../../contract/calls';
import { type Failure, failureOf, passing } from './failure';

/**
 * A call whose answer never arrived: thrown at once, failed on the way, empty, unreadable or too late. Nobody knows
 * whether the server did its work, so the same call is made again; the contract promises that a repeat changes nothing.
 */
interface CallFailed {
  ok: false;
  lost: Failure;
}

/** What a call comes to: the value, a problem in plain words, or lost. */
export type Reply<T> = Answer<T> | CallFailed;

/** True when the answer is unknown, as opposed to a plain "no". */
export function isLost<T>(reply: Reply<T>): reply is CallFailed {
  return 'lost' in reply;
}

/** Why the same call is to be made again: lost, or a problem that passes by itself. Null for an answer. */
export function failureIn<T>(reply: Reply<T>): Failure | null {
  if (isLost(reply)) return reply.lost;
  return reply.ok ? null : passing(reply.problem);
}

const SECOND = 1000;
/** A usual call takes about a second, a bad one fifteen. Work on many tabs may take minutes. */
const PATIENCE_MS: Partial<Record<CallName, number>> = {
  setUpTeam: 200 * SECOND,
  addPeople: 200 * SECOND,
  makeTabs: 200 * SECOND,
  startMonth: 200 * SECOND,
  undoStart: 90 * SECOND,
  planMonth: 90 * SECOND,
  checkTab: 90 * SECOND,
  repairTab: 200 * SECOND,
  planActuals: 90 * SECOND,
  applyActuals: 200 * SECOND,
  protectTabs: 200 * SECOND,
  readImport: 90 * SECOND,
  lookUpDeals: 200 * SECOND,
  applyImport: 200 * SECOND,
  takeBackImport: 200 * SECOND,
  buildTeam: 200 * SECOND,
  exportRecord: 200 * SECOND,
  lookForChanges: 20 * SECOND,
};
const USUAL_PATIENCE_MS = 30 * SECOND;

/** Makes one call, once. Never rejects and never throws. */
export function call<N extends CallName>(name: N, request: RequestOf<N>): Promise<Reply<ResultOf<N>>> {
  return new Promise((resolve) => {
    const patience = PATIENCE_MS[name] ?? USUAL_PATIENCE_MS;
    const tooLate = lost({ kind: 'slow', raw: `${name}: nothing within ${patience / SECOND} s` });
    const timer = setTimeout(() => resolve(tooLate), patience);
    const settle = (reply: Reply<ResultOf<N>>) => {
      clearTimeout(timer);
      resolve(reply);
    };
    try {
      const runner = google.script.run
        .withSuccessHandler((answer) => settle(read(answer)))
        .withFailureHandler((error) => settle(lost(failureOf(error, name))));
      // The runner has the functions that were there when the page was served, and throws at once on values it cannot carry.
      if (typeof runner[name] === 'function') runner[name](JSON.stringify(request));
      else settle(lost({ kind: 'gone', raw: `${name}: not among the functions that came with the page` }));
    } catch (error) {
      settle(lost(failureOf(error, name)));
    }
  });
}

function lost(failure: Failure): CallFailed {
  return { ok: false, lost: failure };
}

function read<T>(answer: string | null): Reply<T> {
  const empty = lost({ kind: 'empty', raw: `the answer: ${String(answer).slice(0, 200)}` });
  if (typeof answer !== 'string') return empty;
  try {
    const parsed: unknown = JSON.parse(answer);
    return isAnswer<T>(parsed) ? parsed : empty;
  } catch {
    return empty;
  }
}

function isAnswer<T>(value: unknown): value is Answer<T> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'value' in value : 'problem' in value;
}
