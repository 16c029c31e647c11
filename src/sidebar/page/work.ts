/** Work that takes several calls: how far it is, stopping it and going on. */
import { batch, signal } from '@preact/signals';
import type { PortionCall, RequestOf, ResultOf } from '../../contract/calls';
import type { Portion } from '../../contract/portions';
import { joined } from '../../core/shared/joined';
import { announce } from './notices';
import { callUntilAnswered, stopWaiting } from './request';
import { pageWords } from './words';

/** Work on many tabs that goes on call by call, as the page shows it. */
export interface Work {
  /** What it is for, below the title of the page. */
  sub: string;
  /** "Making tabs: 7 of 30". */
  text: string;
  /** Of everything there is to do, from 0 to 1. */
  share: number;
  state: 'running' | 'stopping' | 'stopped';
  /** Does it write? Then what is done stays when it is stopped. */
  writes: boolean;
  /** Does the page itself show how far it is, and what has come so far? */
  isShown: boolean;
  stop(): void;
  goOn(): void;
  leave(): void;
}

/** The work that is shown instead of the page; null when there is none. */
export const work = signal<Work | null>(null);

interface How<R> {
  sub: string;
  /** What is done in each step, like "Making tabs", the first one first. */
  steps: Record<string, string>;
  writes: boolean;
  /** How many tabs there will be, where that is known. */
  expected?: number;
  /** Shows what has come so far, while more is on its way: then the page stays. */
  show?(soFar: R): void;
  /** Does the whole once more, for "Try again" when not even the first call was answered. */
  again(): void;
}

/** So many tabs or more are likely to take several calls: the page shows from the beginning how far it is. */
const MANY_TABS = 5;

/** What is asked for, once more for each call: it may depend on what has been answered so far. */
type Asked<N extends PortionCall> = (soFar: ResultOf<N> | null) => Omit<RequestOf<N>, 'rest'>;

/**
 * Calls again and again until nothing is left to do, and shows how far it is. Can be stopped, and gone on with. Gives the
 * answers as one; with a `rest` when it was left in the middle, null when there was no answer at all.
 */
export async function inPortions<N extends PortionCall>(
  name: N,
  asked: Asked<N>,
  how: How<ResultOf<N>>,
): Promise<ResultOf<N> | null> {
  const course = new Course(how, how.show !== undefined);
  let soFar: ResultOf<N> | null = null;
  for (;;) {
    const rest = soFar ? { rest: soFar.rest } : {};
    const request = { ...asked(soFar), ...rest } as RequestOf<N>;
    const part: ResultOf<N> | null = await callUntilAnswered(
      pageWords.working,
      name,
      request,
      soFar ? course.goOn : how.again,
    );
    if (part) soFar = soFar ? joined(soFar, part) : part;
    if (!soFar || soFar.rest.length === 0 || course.isLeft) break;
    course.note(soFar);
    how.show?.(soFar);
    // A call that does nothing would be repeated for ever.
    const isHalted = course.isStopping || !part || part.did.length === 0;
    if (isHalted && !(await course.halt())) break;
  }
  work.value = null;
  return soFar;
}

/** The course of one piece of work, and what the person says to it. */
class Course {
  isLeft = false;
  isStopping = false;
  private readonly how: Omit<How<never>, 'show'>;
  private isShown = false;
  /** How many there are of each step. */
  private totals: Map<string, number>;
  private rest: readonly string[] = [];
  private resume: ((goesOn: boolean) => void) | null = null;

  constructor(
    how: Omit<How<never>, 'show'>,
    private readonly canShow: boolean,
  ) {
    this.how = how;
    const [step = ''] = Object.keys(how.steps);
    const expected = Array.from({ length: how.expected ?? 0 }, () => `${step}:`);
    this.totals = countSteps(expected);
    this.rest = expected;
    if (expected.length >= MANY_TABS) this.show('running');
  }

  /** Takes up how far it is. */
  note({ did, rest }: Portion): void {
    this.isShown = this.canShow;
    this.totals = countSteps([...did, ...rest]);
    this.rest = rest;
    this.show(this.isStopping ? 'stopping' : 'running');
  }

  /** Waits until the person goes on (true), or leaves it as it is. */
  async halt(): Promise<boolean> {
    this.isStopping = false;
    this.show('stopped');
    announce(pageWords.stopped);
    const goesOn = await new Promise<boolean>((resolve) => {
      this.resume = resolve;
    });
    this.resume = null;
    if (goesOn) this.show('running');
    return goesOn;
  }

  readonly goOn = () => this.resume?.(true);

  /** What writes is stopped between two calls, so that what is said to be done is done; what only reads, at once. */
  private readonly stop = () => {
    this.isStopping = true;
    if (this.how.writes) this.show('stopping');
    else this.leave();
  };

  private readonly leave = () => {
    this.isLeft = true;
    batch(() => {
      stopWaiting();
      work.value = null;
    });
    this.resume?.(false);
  };

  private show(state: Work['state']): void {
    const { how, rest, totals, stop, goOn, leave } = this;
    const step = stepOf(rest[0] ?? '');
    const total = totals.get(step) ?? 0;
    const open = countSteps(rest).get(step) ?? 0;
    const all = [...totals.values()].reduce((sum, n) => sum + n, 0);
    const text = pageWords.progress(how.steps[step] ?? pageWords.working, total - open, total);
    const share = all === 0 ? 0 : 1 - rest.length / all;
    const isShown = this.isShown && state === 'running';
    work.value = { sub: how.sub, text, share, state, writes: how.writes, isShown, stop, goOn, leave };
  }
}

function countSteps(units: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(stepOf(unit), (counts.get(stepOf(unit)) ?? 0) + 1);
  return counts;
}

function stepOf(unit: string): string {
  return unit.slice(0, unit.indexOf(':'));
}
