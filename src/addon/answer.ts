import type { Answer, CallName, RequestOf, ResultOf } from '../contract/calls';
import type { ProblemView } from '../contract/state';
import { type Problem, ProblemError, stop } from '../core/problems';
import { problemText } from '../core/words';
import { readRequest } from './requests';

/** A problem as the sidebar gets it: in words, with its place. The one place that does this. */
export function problemView(problem: Problem): ProblemView {
  const { code, place } = problem;
  return {
    code,
    message: problemText(problem),
    ...(place ? { tab: place.tab } : {}),
    ...(place?.cell ? { cell: place.cell } : {}),
  };
}

/** Any failure as a problem; what nobody foresaw is logged for the maintainer and told in plain words. */
export function problemOf(error: unknown, doing: string): Problem {
  if (error instanceof ProblemError) return error.problem;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.error(`${doing}: ${detail}\n${error instanceof Error ? error.stack : ''}`);
  return { code: 'unexpected', about: { doing, detail } };
}

/** A function for google.script.run: JSON text in, JSON text out, never a throw. */
export function callable<N extends CallName>(name: N, doing: string, act: (request: RequestOf<N>) => ResultOf<N>) {
  return (json: unknown): string => {
    const read = readRequest(name, json);
    let answer: Answer<ResultOf<N>>;
    try {
      if ('wrong' in read) throw new ProblemError({ code: 'badRequest', about: { what: read.wrong } });
      answer = { ok: true, value: act(read.request) };
    } catch (error) {
      answer = { ok: false, problem: problemView(problemOf(error, doing)) };
    }
    return JSON.stringify(answer);
  };
}

/** How long an act waits for another one to finish before it says so, in ms. */
const LOCK_WAIT_MS = 20_000;

/** Runs an act that writes: one at a time in a document, everything in the sheet before the next one begins. */
export function underLock<T>(act: () => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_WAIT_MS)) stop('busy');
  try {
    const result = act();
    SpreadsheetApp.flush();
    return result;
  } finally {
    lock.releaseLock();
  }
}
