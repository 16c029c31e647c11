/** Calls that are repeated until they are answered. */
import type { Answer } from '../../contract/calls';
import { failureIn, isLost, type Reply } from './client';
import type { Failure } from './failure';

const WAITS_MS = [1000, 2000, 4000, 8000, 15000];

/** How long to wait after the n-th lost answer (from 1), in ms. */
export function waitAfterLost(times: number): number {
  return WAITS_MS[Math.min(times, WAITS_MS.length) - 1] ?? 1000;
}

/** A wait that can be cut short: by "Try now", or when the connection is back. */
export class Backoff {
  private wake: (() => void) | null = null;

  /** Resolves after `ms`, or as soon as `cutShort` is called. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wake = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.wake = done;
    });
  }

  cutShort(): void {
    this.wake?.();
  }
}

interface Retrying {
  backoff: Backoff;
  /** Told after each lost answer, with why, and how many there were. */
  onLost(failure: Failure, times: number): void;
  /** Asked before each further attempt. */
  stopped(): boolean;
}

/** Repeats a call until it is answered. Null when it was stopped before. What passes by itself counts as not answered yet. */
export async function retryUntilAnswered<T>(
  attempt: () => Promise<Reply<T>>,
  how: Retrying,
): Promise<Answer<T> | null> {
  for (let times = 1; ; times++) {
    const reply = await attempt();
    const failure = failureIn(reply);
    if (!failure && !isLost(reply)) return reply;
    if (how.stopped()) return null;
    if (failure) how.onLost(failure, times);
    await how.backoff.wait(waitAfterLost(times));
    if (how.stopped()) return null;
  }
}
