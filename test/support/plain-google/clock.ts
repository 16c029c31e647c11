/** The time of a test that runs acts in memory. */
import { seeded } from '../seeded';

/** Noon of 2 November 2026, UTC, in ms. */
const BEGIN = Date.UTC(2026, 10, 2, 12);
let now = BEGIN;

Date.now = () => now;

/** Begins again: the same time, the same ids. */
export function reset(): void {
  now = BEGIN;
  const random = seeded(1);
  Math.random = () => random.int(0, 0xfffffff) / 0x10000000;
}

/** Lets time go by, in ms. */
export function passes(ms: number): void {
  now += ms;
}

/** Lets time go by, in minutes. */
export function later(minutes: number): void {
  now += minutes * 60_000;
}
