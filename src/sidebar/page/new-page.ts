/**
 * What begins anew when another screen takes the page. Each room says it where its state stands; it happens in one place,
 * `beginPage`.
 */

import { type Signal, signal } from '@preact/signals';
import type { Screen } from '../../contract/state';
import { readAsIn } from '../fields/language';

const resets: (() => void)[] = [];
const beginnings: ((fresh: Screen) => void)[] = [];

/** A signal of one page only: with another screen it is again what it was at first. */
export function perPage<T>(first: T): Signal<T> {
  const own = signal(first);
  resets.push(() => {
    own.value = first;
  });
  return own;
}

/** Something that a room does with each new screen, after everything of the page before has been reset. */
export function onNewPage(begin: (fresh: Screen) => void): void {
  beginnings.push(begin);
}

/** Everything of the page before goes, and each room takes up the new screen. */
export function beginPage(fresh: Screen): void {
  readAsIn(fresh.language);
  for (const reset of resets) reset();
  for (const begin of beginnings) begin(fresh);
}
