/** Calls that the person waits for. */
import { batch } from '@preact/signals';
import type { CallName, RequestOf, ResultOf } from '../../contract/calls';
import { call } from '../rpc/client';
import { Backoff, retryUntilAnswered } from '../rpc/retry';
import { notSaved } from '../save/state';
import { errorOfFailure, errorOfProblem } from './errors';
import { announce, pageError, waiting } from './notices';

const backoff = new Backoff();
let lastCall = 0;

/**
 * Makes a call that the person waits for, and repeats it until it is answered. Null when it was given up, or when the
 * answer is a problem: that is then shown, with "Try again".
 */
export async function callUntilAnswered<N extends CallName>(
  doing: string,
  name: N,
  request: RequestOf<N>,
  again: (() => void) | null = null,
): Promise<ResultOf<N> | null> {
  lastCall++;
  const mine = lastCall;
  batch(() => {
    waiting.value = doing;
    pageError.value = null;
  });
  const answer = await retryUntilAnswered(() => call(name, request), {
    backoff,
    onLost: (failure, times) => {
      const before = pageError.peek()?.text;
      const shown = errorOfFailure(failure, times, notSaved(), () => backoff.cutShort());
      pageError.value = shown;
      if (shown.text !== before) announce(`${shown.title}. ${shown.text}`);
    },
    stopped: () => mine !== lastCall,
  });
  if (mine !== lastCall) return null;
  batch(() => {
    waiting.value = '';
    pageError.value = answer && !answer.ok ? errorOfProblem(answer.problem, again) : null;
  });
  if (answer && !answer.ok) announce(answer.problem.message);
  return answer?.ok ? answer.value : null;
}

/** Stops waiting for an answer; whatever it still does on the server stays done. */
export function stopWaiting(): void {
  lastCall++;
  backoff.cutShort();
  batch(() => {
    waiting.value = '';
    pageError.value = null;
  });
}
