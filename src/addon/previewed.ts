/** Preview, then apply: for everything that is shown first and written on confirmation. */
import type { Portion, Previewed } from '../contract/portions';
import type { Rep } from '../core/roster';
import { underLock } from './answer';
import { inPortions, unitsOf } from './portions';

/** What has been previewed for a person's tab, worked out anew. */
interface Planned {
  rep: Rep;
  /** Stands for what would be written: the same digest, the same outcome. */
  digest: string;
}

/** How something that was previewed is written. */
export interface Writing<P extends Planned> {
  /** What it would come to by now; null where there is nothing for this person any more. */
  plan(repId: string): P | null;
  isEmpty(plan: P): boolean;
  apply(plan: P): void;
}

/**
 * Writes what was previewed, one tab after the other, each under the lock and only while it still comes to the same.
 * `changed` names those whose tabs do not: nothing was written there.
 */
export function writePreviewed<P extends Planned>(
  people: readonly Previewed[],
  rest: readonly string[] | undefined,
  writing: Writing<P>,
): Portion & { changed: string[] } {
  const changed: string[] = [];
  const portion = inPortions(rest ?? unitsOf('tab', idsOf(people)), {
    tab: (repId) =>
      underLock(() => {
        const now = writing.plan(repId);
        // With nothing left to write, a repeated call has come to its end whatever it was shown before.
        if (!now || writing.isEmpty(now)) return;
        if (now.digest === digestOf(people, repId)) writing.apply(now);
        else changed.push(now.rep.name);
      }),
  });
  return { changed, ...portion };
}

/** What was previewed for somebody; '' where nothing was. */
export function digestOf(people: readonly Previewed[], repId: string): string {
  return people.find((person) => person.repId === repId)?.digest ?? '';
}

export function idsOf(people: readonly Previewed[]): string[] {
  return people.map((person) => person.repId);
}
