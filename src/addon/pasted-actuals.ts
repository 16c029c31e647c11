/** Pasted figures: what they look like in a request, and whose they are. */
import * as v from 'valibot';
import type { PastedActuals } from '../contract/calls';
import { stop } from '../core/problems';
import type { Rep } from '../core/roster';
import { isMonthKey } from '../core/shared/month';
import { type ActualsPlan, planActuals, readActuals } from '../sheet/acts/actuals';
import { month, repId, said } from './shapes';
import { openTracker } from './tracker';
import { mayActForAll, whoIs } from './who';

/** What pasted figures look like in a request. */
export const pastedActuals = {
  month,
  text: v.pipe(v.string(), v.maxLength(200_000)),
  names: v.exactOptional(v.record(said, repId)),
};

/** Pasted figures, for somebody who may write them. */
export class Pasted {
  readonly tracker = openTracker();
  readonly read: ReturnType<typeof readActuals>;

  constructor(private readonly pasted: PastedActuals) {
    const { month, text, names } = pasted;
    if (!isMonthKey(month)) stop('badMonth', undefined, { text: String(month) });
    mayActForAll(whoIs(this.tracker.soundSetup()));
    this.read = readActuals(this.tracker, text, names);
  }

  /** Whose figures there are, in the order of the roster. */
  repIds(): string[] {
    const ids = new Set(this.read.figures.map((figure) => figure.repId));
    return this.roster()
      .map((rep) => rep.id)
      .filter((id) => ids.has(id));
  }

  plan(repId: string): ActualsPlan | null {
    const rep = this.roster().find((one) => one.id === repId);
    return rep ? planActuals(this.tracker, rep, this.pasted.month, this.read.figures) : null;
  }

  private roster(): Rep[] {
    return this.tracker.setup().roster;
  }
}
