/** Work on many tabs, as much of it as fits into one call. */
import type { Portion } from '../contract/portions';
import { stop } from '../core/problems';

/** When this call began, epoch ms: before it waited for a lock. */
let beganMs = Date.now();

/** Another call begins. Google loads the script anew for each one; where it stays loaded, the time still counts from here. */
export function callBegins(): void {
  beganMs = Date.now();
}

/** How long a call of the sidebar takes up one tab after the other, in ms: whoever waits sees that it goes on. */
const PORTION_MS = 12_000;
/** A unit that takes long is taken up only where the call is likely to end before this, in ms. */
const LONG_CALL_MS = 20_000;
/** The same for a menu item, which nobody calls again by itself: well below the six minutes after which Google ends a run. */
export const MENU_MS = 240_000;

/** Names what is to be done in a step, for each of these ids. */
export function unitsOf(step: string, ids: readonly string[]): string[] {
  return ids.map((id) => `${step}:${id}`);
}

/**
 * Does one unit after the other while there is time, and at least one. A unit that is done by now must come to nothing:
 * an answer may be lost, and then the same units are asked for again.
 * @param steps what each step does with an id
 */
export function inPortions(
  units: readonly string[],
  steps: Record<string, (id: string) => void>,
  { until = PORTION_MS, longMs = {}, isEnough = () => false }: Bounds = {},
): Portion {
  const did: string[] = [];
  for (const unit of units) {
    const at = unit.indexOf(':');
    const step = unit.slice(0, at);
    const elapsedMs = Date.now() - beganMs;
    const isLate = elapsedMs > until || elapsedMs + (longMs[step] ?? 0) > Math.max(until, LONG_CALL_MS);
    if (did.length > 0 && (isLate || isEnough())) break;
    const act = steps[step] ?? stop('badRequest', undefined, { what: 'rest' });
    act(unit.slice(at + 1));
    did.push(unit);
  }
  return { did, rest: units.slice(did.length) };
}

interface Bounds {
  /** How long after the call's beginning another unit is taken up, in ms. */
  until?: number;
  /** About how long a unit of a step takes, where that is more than a few seconds, in ms. */
  longMs?: Record<string, number>;
  /** Said after a unit: is the answer as large as it should be? */
  isEnough?: () => boolean;
}
