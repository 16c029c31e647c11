import { batch } from '@preact/signals';
import type { CallName, RequestOf, ResultOf } from '../../contract/calls';
import { call } from '../rpc/client';
import { insist, Nap } from '../rpc/insist';
import { notSaved } from '../save/state';
import { say, trouble, waiting } from './notices';
import { lostTrouble, problemTrouble } from './trouble';

const nap = new Nap();
let asked = 0;

/**
 * Makes a call that the person waits for, and repeats it until it is answered. Null when it was given up, or when the
 * answer is a problem: that is then shown, with "Try again".
 */
export async function ask<N extends CallName>(
  doing: string,
  name: N,
  request: RequestOf<N>,
  again: (() => void) | null = null,
): Promise<ResultOf<N> | null> {
  asked++;
  const mine = asked;
  batch(() => {
    waiting.value = doing;
    trouble.value = null;
  });
  const answer = await insist(() => call(name, request), {
    nap,
    onLost: (failure, times) => {
      const before = trouble.peek()?.text;
      const told = lostTrouble(failure, times, notSaved(), () => nap.cutShort());
      trouble.value = told;
      if (told.text !== before) say(`${told.title}. ${told.text}`);
    },
    stopped: () => mine !== asked,
  });
  if (mine !== asked) return null;
  batch(() => {
    waiting.value = '';
    trouble.value = answer && !answer.ok ? problemTrouble(answer.problem, again) : null;
  });
  if (answer && !answer.ok) say(answer.problem.message);
  return answer?.ok ? answer.value : null;
}

/** Stops waiting for an answer; whatever it still does on the server stays done. */
export function stopWaiting(): void {
  asked++;
  nap.cutShort();
  batch(() => {
    waiting.value = '';
    trouble.value = null;
  });
}
