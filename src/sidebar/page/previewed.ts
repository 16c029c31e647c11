/** What previews have in common: they are written as they were shown, and what has changed meanwhile is shown once more. */
import { batch } from '@preact/signals';
import type { Portion, Previewed } from '../../contract/portions';
import type { Screen } from '../../contract/state';
import { applyScreen } from './screens';
import { view } from './view';
import { pageWords } from './words';

/** Of what was previewed, what a call needs to write only that. */
export function previewedOf({ repId, digest }: Previewed): Previewed {
  return { repId, digest };
}

/** A preview of everything that was asked for; null for one that was left in the middle. */
export function whole<P extends Portion>(preview: P | null): P | null {
  return preview && preview.rest.length === 0 ? preview : null;
}

/** Takes up a fresh screen below a page that stays where it is. */
export function applyBelow(fresh: Screen | null): void {
  if (!fresh) return;
  const at = view.peek();
  batch(() => {
    applyScreen(fresh);
    view.value = at;
  });
}

interface Applied extends Portion {
  /** Names of those whose tabs had changed since the preview: nothing was written there. */
  changed: string[];
}

/**
 * Shows a preview anew where not all of it was written: what has changed meanwhile, or was not reached, with the reason.
 * @param anew shows the preview once more
 * @param stopped says that the writing was stopped; without it, a rest is no reason to look again
 * @returns whether it was shown anew
 */
export async function previewAnewIfChanged<R extends Applied>(
  result: R,
  anew: (note: string) => Promise<unknown>,
  stopped?: (result: R) => string,
): Promise<boolean> {
  if (result.changed.length > 0) await anew(pageWords.changedMeanwhile(result.changed));
  else if (stopped && result.rest.length > 0) await anew(stopped(result));
  else return false;
  return true;
}
