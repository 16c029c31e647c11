/** How much of the work that has no end is done: a sample in `npm test`, all of it in `npm run soak`. */
import { appendFileSync } from 'node:fs';
import { type Random, seeded } from './seeded';

/** Everything, instead of a sample. */
export const SOAK = process.env.SOAK === '1';

/** The seed of this run; `npm run soak -- --seed N` repeats one. */
export const SEED = Number(process.env.SEED ?? 20261102);

/** Random numbers for one purpose: the same for the same seed, whatever else has been drawn. */
export function randomFor(purpose: string): Random {
  let state = SEED;
  for (const letter of purpose) state = Math.imul(state ^ letter.charCodeAt(0), 2654435761);
  return seeded(state);
}

/** All of a list in soak, else so many of it, drawn by the seed, in their order. */
export function sample<T>(list: readonly T[], most: number, purpose: string): T[] {
  if (SOAK || list.length <= most) return [...list];
  const random = randomFor(purpose);
  const chosen = new Set<number>();
  while (chosen.size < most) chosen.add(random.int(0, list.length - 1));
  return list.filter((_, index) => chosen.has(index));
}

/** What a test has come to, for the table at the end of a soak. */
export interface Tally {
  kind: string;
  what: string;
  cases: number;
  lost: number;
  /** Of how many the cases stand for all: service calls that a kill at one of the others leaves the same. */
  of?: number;
}

/** Hands a tally to the soak that runs this test; does nothing without one. */
export function tally(entry: Tally): void {
  const file = process.env.SOAK_REPORT;
  if (file) appendFileSync(file, `${JSON.stringify(entry)}\n`);
}
